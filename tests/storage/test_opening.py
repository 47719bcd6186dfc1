import sqlite3
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from symptrack.domain.errors import (
    EncryptionUnavailable,
    JournalDamaged,
    JournalMissing,
    JournalTooNew,
    JournalUnavailable,
    KeyMissing,
)
from symptrack.domain.patient import Patient
from symptrack.storage.data_key import new_key
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.sqlcipher import connect
from symptrack.storage.store import Store
from symptrack.storage.version import APPLICATION_ID, LATEST_VERSION
from tests.builders import make_check_in, make_effect
from tests.storage.conftest import Clock
from tests.storage.journal_folder import connection_of, contents

CANARY = "kanarienvogel"


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_journal_that_is_not_there_is_only_created_when_asked(
    paths: JournalPaths, now: Clock
) -> None:
    with pytest.raises(JournalMissing, match=r"There is no journal named symptrack\.db there\."):
        Store.open(paths, now=now)
    assert not paths.database.parent.exists()
    Store.open(paths, now=now, create=True).close()
    assert sorted(contents(paths)) == [
        "symptrack.backups/symptrack.keys.json",
        "symptrack.db",
        "symptrack.keys.json",
    ]


def test_creating_opens_a_journal_that_is_there(
    store: Store, paths: JournalPaths, now: Clock
) -> None:
    store.save_patient(Patient(label="J. M."))
    store.close()
    with Store.open(paths, now=now, create=True) as again:
        assert again.load().patient.label == "J. M."


def test_files_and_folders_are_for_their_owner_only(store: Store, paths: JournalPaths) -> None:
    store.add(make_check_in())
    for file in (paths.database, paths.rollback, paths.keys, paths.keys_copy, paths.lock):
        assert mode_of(file) == 0o600, file.name
    assert mode_of(paths.database.parent) == 0o700
    assert mode_of(paths.backups) == 0o700


def test_nothing_the_patient_wrote_can_be_read_in_the_files(
    store: Store, paths: JournalPaths
) -> None:
    check_in = make_check_in(note=f"{CANARY} one", side_effects=(make_effect(CANARY),))
    store.add(check_in)
    store.revise(make_check_in(id=check_in.id, note=f"{CANARY} two"))
    store.save_patient(Patient(label=CANARY))
    store.save_draft(CANARY, {"note": CANARY})
    while_open = contents(paths)
    store.close()
    for files in (while_open, contents(paths)):
        assert not any(CANARY.encode() in content for content in files.values())
        assert not files["symptrack.db"].startswith(b"SQLite format 3")


def test_the_connection_is_as_careful_as_it_should_be(store: Store) -> None:
    def value(pragma: str) -> Any:
        return connection_of(store).execute(f"PRAGMA {pragma}").fetchone()[0]

    assert value("application_id") == APPLICATION_ID
    assert value("user_version") == LATEST_VERSION
    assert value("locking_mode") == "exclusive"
    assert value("journal_mode") == "delete"
    assert value("synchronous") == 3
    assert value("fullfsync") == 1
    assert value("foreign_keys") == 1
    assert value("trusted_schema") == 0
    assert value("cell_size_check") == 1
    assert value("secure_delete") == 1
    assert value("temp_store") == 2
    assert value("mmap_size") == 0
    assert value("cipher_version")
    assert value("cipher_log_level") == "NONE"


def test_sqlite_utils_works_with_sqlciphers_errors() -> None:
    # In a program of its own: another test may have imported sqlite_utils before the alias stood.
    code = (
        "import symptrack.storage.sqlite_tools, sqlite_utils.utils as utils, sqlcipher3, sys;"
        "assert utils.sqlite3 is sqlcipher3, utils.sqlite3;"
        "assert utils.OperationalError is sqlcipher3.OperationalError;"
        "assert 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_key_that_is_not_hexadecimal_never_reaches_sql(store: Store, paths: JournalPaths) -> None:
    store.close()
    with pytest.raises(ValueError, match="64 small hexadecimal digits"):
        connect(paths.database, "x'; DROP TABLE check_in; --")


def test_a_journal_of_a_later_version_is_refused_unchanged(
    store: Store, paths: JournalPaths, now: Clock
) -> None:
    connection_of(store).execute("PRAGMA user_version = 99")
    store.close()
    before = contents(paths)
    with pytest.raises(
        JournalTooNew, match=f"journal version 99, this one reads up to {LATEST_VERSION}"
    ):
        Store.open(paths, now=now)
    assert contents(paths) == before


def test_another_programs_database_is_refused_unchanged(
    store: Store, paths: JournalPaths, now: Clock
) -> None:
    connection_of(store).execute("PRAGMA application_id = 7")
    store.close()
    before = contents(paths)
    with pytest.raises(JournalDamaged):
        Store.open(paths, now=now, create=True)
    assert contents(paths) == before


def test_an_unencrypted_file_is_refused_unchanged(
    store: Store, paths: JournalPaths, now: Clock
) -> None:
    store.close()
    paths.database.unlink()
    plain = sqlite3.connect(paths.database)
    plain.execute("CREATE TABLE t (x)")
    plain.close()
    before = contents(paths)
    with pytest.raises(EncryptionUnavailable, match="nothing was stored"):
        Store.open(paths, now=now)
    assert contents(paths) == before


def test_without_sqlcipher_nothing_is_stored(
    paths: JournalPaths, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The standard library takes PRAGMA key and does nothing: encryption that silently is none.
    monkeypatch.setattr(sqlcipher3, "connect", sqlite3.connect)
    with pytest.raises(EncryptionUnavailable, match="nothing was stored"):
        Store.open(paths, now=now, create=True)
    assert contents(paths) == {}


def test_a_library_that_is_no_sqlcipher_is_refused_before_it_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "journal.db"
    file.touch()
    monkeypatch.setattr(sqlcipher3, "connect", sqlite3.connect)
    with pytest.raises(EncryptionUnavailable, match="nothing was stored"):
        connect(file, new_key())
    assert file.read_bytes() == b""


class KeylessConnection(sqlcipher3.Connection):  # type: ignore[misc] # sqlcipher3 has no types
    """SQLCipher to which no key gets through: it then writes plain text."""

    def execute(self, sql: str, *parameters: Any) -> Any:
        """Run everything but the key."""
        if not sql.startswith("PRAGMA key"):
            return super().execute(sql, *parameters)
        return None


def test_a_file_that_turns_out_unencrypted_is_not_kept(
    paths: JournalPaths, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sqlcipher3.connect
    monkeypatch.setattr(
        sqlcipher3, "connect", lambda *a, **k: real(*a, factory=KeylessConnection, **k)
    )
    with pytest.raises(EncryptionUnavailable):
        Store.open(paths, now=now, create=True)
    assert contents(paths) == {}


def test_a_creation_that_was_cut_short_is_taken_up_again(
    store: Store, paths: JournalPaths, now: Clock
) -> None:
    store.close()
    keys = paths.keys.read_bytes()
    # Killed between the keys and the database, with a new database half made.
    paths.database.rename(paths.database.with_name("symptrack.db.new"))
    with Store.open(paths, now=now, create=True) as again:
        again.add(make_check_in())
    assert paths.keys.read_bytes() == keys
    assert not paths.database.with_name("symptrack.db.new").exists()


def test_an_empty_database_gets_its_tables_at_the_next_start(
    store: Store, paths: JournalPaths, now: Clock
) -> None:
    key = store._journal.key
    store.close()
    paths.database.write_bytes(b"")
    db = connect(paths.database, key)
    db.execute("PRAGMA application_id = 1400466800")  # all that a creation writes itself
    db.close()
    with Store.open(paths, now=now) as again:
        again.add(make_check_in())
        assert again.check(full=True) == []


def test_where_backups_lie_no_new_journal_is_created(
    store: Store, paths: JournalPaths, now: Clock
) -> None:
    store.close()
    paths.database.rename(paths.backups / "000001_2026-09-01T210000Z_v1.db")
    before = contents(paths)
    with pytest.raises(JournalMissing, match="it has backups; nothing was created"):
        Store.open(paths, now=now, create=True)
    assert contents(paths) == before


def test_where_unreadable_keys_lie_no_new_journal_is_created(
    store: Store, paths: JournalPaths, now: Clock
) -> None:
    store.close()
    paths.database.unlink()
    paths.keys_copy.unlink()
    paths.keys.write_text("{", encoding="utf-8")
    before = contents(paths)
    with pytest.raises(KeyMissing):
        Store.open(paths, now=now, create=True)
    paths.keys.rename(paths.keys_copy)
    with pytest.raises(KeyMissing):
        Store.open(paths, now=now, create=True)
    assert list(contents(paths).values()) == list(before.values())


def test_a_folder_in_the_journals_place_is_a_plain_sentence(
    paths: JournalPaths, now: Clock
) -> None:
    paths.database.mkdir(parents=True)
    with pytest.raises(JournalUnavailable, match="nothing was deleted or changed"):
        Store.open(paths, now=now)


def test_names_with_odd_characters_are_no_trouble(tmp_path: Path, now: Clock) -> None:
    paths = JournalPaths(tmp_path / "a b?c#d%20é" / "my 100% & “own”?mode=ro.db")
    with Store.open(paths, now=now, create=True) as store:
        store.add(make_check_in())
    with Store.open(paths, now=now) as store:
        assert len(store.load().check_ins) == 1


def test_a_relative_path_is_no_trouble(
    tmp_path: Path, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.open(JournalPaths(Path("here.db")), now=now, create=True) as store:
        store.add(make_check_in())
    assert Path("here.db").stat().st_size > 0


def test_the_clock_may_go_back_a_year(store: Store, paths: JournalPaths, now: Clock) -> None:
    store.add(make_check_in())
    store.close()
    with Store.open(paths, now=lambda: now() - timedelta(days=365)) as again:
        assert len(again.load().check_ins) == 1
