"""The recovery drill: a new machine, the newest backup, the recovery code, and nothing else.

The first machine is gone with its passphrase, its keys file and its keyring. What is left of it is
what somebody copied: the newest backup with the keys file beside it, or a ``.symptrack`` file.
"""

import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from symptrack.storage.backup_files import backups_in
from symptrack.storage.elsewhere import copy_for_elsewhere
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import with_passphrase, with_recovery_code
from symptrack.storage.recovery_code import new_code
from symptrack.storage.store import Store
from tests.builders import make_check_in
from tests.gui.program_home import MOST_S, Home
from tests.journals import first_series
from tests.storage.protected import PASSPHRASE, SECRETS, protect

CODE = SECRETS.code
CHECK_INS = len(first_series().check_ins) + 1
"""Those of before, and one after the passphrase was set."""


def now() -> datetime:
    return datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def old(tmp_path: Path) -> JournalPaths:
    """Return a protected journal that was used before and after its passphrase was set."""
    paths = JournalPaths(tmp_path / "old machine" / "symptrack.db")
    with Store.open(paths, now=now, create=True) as store:
        store.merge(first_series())
        store.backups.make()
    protect(paths, now)
    with Store.open(paths, now=now, opener=with_passphrase(PASSPHRASE)) as store:
        store.add(make_check_in("2026-11-21 20:00"))
        store.backups.make()
    return paths


@pytest.fixture
def machine(tmp_path: Path) -> Home:
    """Return a new machine: an empty home, with a folder for what was carried over."""
    home = Home(tmp_path / "new machine")
    (home.folder / "carried").mkdir(parents=True)
    return home


def symptrack(home: Home, *arguments: str, typed: str) -> str:
    """Run a command on the new machine, the secret typed; return what it says."""
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-m", "symptrack", *arguments],
        env=home.environment,
        cwd=home.folder,
        input=f"{typed}\n",
        capture_output=True,
        text=True,
        timeout=MOST_S,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def journal_of(home: Home, secret: str = "") -> int:
    """Return how many check-ins the journal in its usual place has, all checks passed."""
    paths = JournalPaths(home.folder / "data" / "symptrack" / "symptrack.db")
    opener = with_recovery_code(secret) if secret else with_passphrase(PASSPHRASE)
    with Store.open(paths, now=now, opener=opener) as store:
        assert store.check(full=True) == []
        return len(store.load().check_ins)


def test_the_newest_backup_and_the_code_bring_the_journal_back(
    old: JournalPaths, machine: Home
) -> None:
    newest = backups_in(old.backups)[0]
    for file in (newest.path, newest.keys):
        shutil.copy(file, machine.folder / "carried")
    shutil.rmtree(old.database.parent)
    said = symptrack(
        machine, "restore", f"carried/{newest.path.name}", "--passphrase-stdin", typed=CODE
    )
    assert f"{CHECK_INS} check-ins" in said
    assert journal_of(machine, CODE) == CHECK_INS
    assert journal_of(machine) == CHECK_INS  # whoever remembers the passphrase after all
    assert f"{CHECK_INS} check-ins" in symptrack(machine, "check", "--passphrase-stdin", typed=CODE)


def test_a_copy_elsewhere_and_the_code_bring_it_back(old: JournalPaths, machine: Home) -> None:
    with Store.open(old, now=now, opener=with_passphrase(PASSPHRASE)) as store:
        (machine.folder / "carried" / "me.symptrack").write_bytes(copy_for_elsewhere(store, ""))
    shutil.rmtree(old.database.parent)
    assert f"{CHECK_INS} check-ins" in symptrack(
        machine, "restore", "carried/me.symptrack", typed=CODE
    )
    assert journal_of(machine, CODE) == CHECK_INS


def test_without_the_code_nothing_comes_back_and_nothing_is_made(
    old: JournalPaths, machine: Home
) -> None:
    newest = backups_in(old.backups)[0]
    for file in (newest.path, newest.keys):
        shutil.copy(file, machine.folder / "carried")
    for wrong in (new_code(), "not this one"):
        with pytest.raises(AssertionError, match="nothing was changed"):
            symptrack(
                machine, "restore", f"carried/{newest.path.name}", "--passphrase-stdin", typed=wrong
            )
    assert not list(machine.folder.rglob("symptrack.db"))
