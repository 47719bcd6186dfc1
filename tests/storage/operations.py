"""Operations on a journal that may be cut short, and what may be found of each afterwards."""

import os
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from symptrack.domain.errors import JournalDamaged, JournalLocked
from symptrack.domain.journal import Journal
from symptrack.storage.backup_files import backups_in
from symptrack.storage.backups import listed
from symptrack.storage.erasing import erase
from symptrack.storage.failure import translated
from symptrack.storage.imports import ImportedFile, Imports
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import read_held
from symptrack.storage.openers import Opener, readable, with_passphrase
from symptrack.storage.protecting import change_data_key
from symptrack.storage.protection import Secrets
from symptrack.storage.recovery_code import new_code
from symptrack.storage.restoring import restore_backup
from symptrack.storage.store import Store
from tests.builders import at, make_check_in
from tests.journals import first_series
from tests.storage.later_version import at_a_later_version
from tests.storage.saving_process import check_in_number

BEFORE, AFTER = 36, 37
TORN = 30_000
ACKNOWLEDGED, SAVES = "acknowledged", 3
SECRETS = Secrets("a passphrase of the test", new_code(), cost=16)

DIARY = tuple(check_in_number(number) for number in range(100, 140))
DIARY_FILE = ImportedFile("diary.csv", bytes(range(256)) * 40)


def trial_folder() -> Path:
    """Return a new folder, in memory where there is some: who is killed loses no page of it."""
    memory = Path("/dev/shm")
    return Path(
        tempfile.mkdtemp(
            prefix="symptrack-trials-", dir=memory if os.access(memory, os.W_OK) else None
        )
    )


def now() -> Any:
    return at("2026-11-22 12:00")


class Operation:
    """Something that changes a journal's folder, and what may be found afterwards."""

    needs_room = True
    """Whether it can be refused for want of room."""

    def prepare(self, paths: JournalPaths) -> None:
        """Make the folder as it is before: a journal with a backup of everything but one entry."""
        with Store.open(paths, now=now, create=True) as store:
            store.merge(first_series())
            store.backups.make()

    def run(self, paths: JournalPaths) -> None:
        raise NotImplementedError

    def surrounding(self) -> Any:
        return nullcontext()

    def look(self, paths: JournalPaths) -> str:
        """Return *before* or *after*; anything else is a fault."""
        with Store.open(paths, now=now) as store:
            assert store.check(full=True) == []
            number = len(store.load().check_ins)
            assert number in {BEFORE, AFTER}
            store.add(make_check_in())  # it goes on
        assert all(one.holding is not None for one in listed(paths))
        assert backups_in(paths.backups)
        return "before" if number == BEFORE else "after"


class Save(Operation):
    """Drafts and their check-ins, each noted once the store has acknowledged it."""

    def run(self, paths: JournalPaths) -> None:
        with (
            translated(),  # for the note
            (paths.database.parent / ACKNOWLEDGED).open("ab", buffering=0) as noted,
            Store.open(paths, now=now) as store,
        ):
            for number in range(SAVES):
                store.save_draft("check-in", {"number": number, "note": "typing " * 20})
                store.complete(check_in_number(number), draft="check-in")
                noted.write(b"x")

    def look(self, paths: JournalPaths) -> str:
        noted = paths.database.parent / ACKNOWLEDGED
        acknowledged = noted.stat().st_size if noted.exists() else 0
        wanted = {check_in_number(number).id: check_in_number(number) for number in range(SAVES)}
        with Store.open(paths, now=now) as store:
            assert store.check(full=True) == []
            there = [one for one in store.load().check_ins if one.id in wanted]
            assert all(one == wanted[one.id] for one in there)
            assert acknowledged <= len(there) <= acknowledged + 1
            store.add(make_check_in())  # it goes on
        return "after" if len(there) == SAVES else "before"


class Backup(Operation):
    """A save, and the backup after it."""

    def run(self, paths: JournalPaths) -> None:
        with Store.open(paths, now=now) as store:
            store.add(check_in_number(1))
            store.backups.make()


class Restore(Operation):
    """A restore over a sound journal: one entry goes, and can come back."""

    def prepare(self, paths: JournalPaths) -> None:
        super().prepare(paths)
        with Store.open(paths, now=now) as store:
            store.add(check_in_number(1))

    def run(self, paths: JournalPaths) -> None:
        restore_backup(paths, backups_in(paths.backups)[-1], now=now)

    def look(self, paths: JournalPaths) -> str:
        found = "after" if super().look(paths) == "before" else "before"
        if found == "after":
            undo = [one for one in listed(paths) if one.holding and AFTER in _counts(one)]
            assert undo or kept_aside_whole(paths)
        return found


class RestoreOverDamage(Operation):
    """A restore over a journal that does not open."""

    def prepare(self, paths: JournalPaths) -> None:
        super().prepare(paths)
        paths.database.write_bytes(paths.database.read_bytes()[:TORN])

    def run(self, paths: JournalPaths) -> None:
        restore_backup(paths, backups_in(paths.backups)[-1], now=now)

    def look(self, paths: JournalPaths) -> str:
        try:
            assert super().look(paths) == "before"
        except JournalDamaged:
            assert paths.database.stat().st_size == TORN
            assert all(one.holding is not None for one in listed(paths))
            return "before"
        kept = list(paths.damaged.glob("*/symptrack.db"))
        assert [file.stat().st_size for file in kept] == [TORN] * len(kept)
        assert kept
        return "after"


class Migrate(Operation):
    """The first start of a later version."""

    def run(self, paths: JournalPaths) -> None:
        Store.open(paths, now=now).close()

    def surrounding(self) -> Any:
        return at_a_later_version()

    def look(self, paths: JournalPaths) -> str:
        before = [one.version for one in backups_in(paths.backups)]
        found = super().look(paths)
        assert found == "before"  # all entries are there
        after = [one.version for one in backups_in(paths.backups)]
        if before != after:  # it was made good just now
            return "before"
        assert len(before) > 1  # one more than there was
        return "after"


class ProtectWithPassphrase(Operation):
    """The first passphrase: a new data key, and every backup under it."""

    def run(self, paths: JournalPaths) -> None:
        change_data_key(paths, opener=readable, secrets=SECRETS, now=now)

    def look(self, paths: JournalPaths) -> str:
        try:
            Store.open(paths, now=now, opener=readable).close()
            opener: Opener = readable
        except JournalLocked:
            opener = with_passphrase(SECRETS.passphrase)
        with Store.open(paths, now=now, opener=opener) as store:
            assert store.check(full=True) == []
            assert len(store.load().check_ins) == BEFORE
        assert all(one.holding is not None for one in listed(paths, opener))
        assert backups_in(paths.backups)
        changed = opener is not readable
        if changed:
            left = [keys.name for keys in paths.database.parent.rglob("*.json") if opens(keys)]
            assert left == []
        return "after" if changed else "before"


class Import(Operation):
    """A diary taken in: all of its entries with its file, or nothing."""

    def run(self, paths: JournalPaths) -> None:
        with Store.open(paths, now=now) as store:
            Imports(store).take_in(Journal(check_ins=DIARY), DIARY_FILE)

    def look(self, paths: JournalPaths) -> str:
        with Store.open(paths, now=now) as store:
            assert store.check(full=True) == []
            there = len({one.id for one in store.load().check_ins} & {one.id for one in DIARY})
            kept = [Imports(store).file(one.id) for one in Imports(store).all()]
            assert (there, kept) in [(0, []), (len(DIARY), [DIARY_FILE.content])]
            store.add(make_check_in())  # it goes on
        assert all(one.holding is not None for one in listed(paths))
        return "after" if there else "before"


class UndoImport(Import):
    """A diary undone: nothing of it is left, or all."""

    def prepare(self, paths: JournalPaths) -> None:
        super().prepare(paths)
        super().run(paths)

    def run(self, paths: JournalPaths) -> None:
        with Store.open(paths, now=now) as store:
            Imports(store).undo(Imports(store).all()[0].id)

    def look(self, paths: JournalPaths) -> str:
        return "after" if super().look(paths) == "before" else "before"


class Erase(Operation):
    """Everything erased; what was cut short is brought to its end by the next start."""

    needs_room = False

    def run(self, paths: JournalPaths) -> None:
        erase(paths)

    def look(self, paths: JournalPaths) -> str:
        with Store.open(paths, now=now, create=True) as store:
            number = len(store.load().check_ins)
            assert number in {0, BEFORE}
            assert store.check(full=True) == []
        backups = list(listed(paths))
        assert all(one.holding is not None for one in backups)
        assert bool(backups) is bool(number)
        assert not paths.erasing.exists()
        return "before" if number else "after"


OPERATIONS: dict[str, type[Operation]] = {
    "save": Save,
    "backup": Backup,
    "restore": Restore,
    "restore over damage": RestoreOverDamage,
    "migration": Migrate,
    "first passphrase": ProtectWithPassphrase,
    "import": Import,
    "undo of an import": UndoImport,
    "erasing everything": Erase,
}


def kept_aside_whole(paths: JournalPaths) -> bool:
    """Whether the former journal lies aside as it was: one that could not be read just then."""
    for database in paths.damaged.glob(f"*/{paths.database.name}"):
        with Store.open(JournalPaths(database), now=now) as store:
            if len(store.load().check_ins) == AFTER:
                return True
    return False


def opens(keys: Path) -> bool:
    """Whether a keys file opens something without a secret."""
    return any(not one.protected for one in read_held(keys))


def _counts(one: Any) -> set[int]:
    return set(one.holding.counts.values())
