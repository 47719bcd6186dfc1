"""Opening a journal, and creating one where that cannot hurt an old one.

The order is the point. The lock comes first; the file's header is read before anything connects;
the version is known before anything could be written; the checks are done before anything is
migrated; the keys files are mended only once the journal has opened.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

import sqlcipher3

from symptrack.domain.errors import (
    JournalDamaged,
    JournalLocked,
    JournalMissing,
    JournalTooNew,
    KeyMissing,
)
from symptrack.storage.checks import problems_of
from symptrack.storage.data_key import new_key
from symptrack.storage.durable import make_empty, make_folder, sync_folder
from symptrack.storage.failure import damaged, translated, wrong_key
from symptrack.storage.held_key import HeldKey, readable_key
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import opened_with, read_held, read_keys, repair_keys, write_keys
from symptrack.storage.lock import JournalLock
from symptrack.storage.openers import Opener, readable
from symptrack.storage.sqlcipher import Database, connect, refuse_unencrypted
from symptrack.storage.version import APPLICATION_ID, CLAIM, LATEST_VERSION
from symptrack.texts import _


@dataclass(frozen=True, slots=True)
class OpenJournal:
    """The connection, the lock it stands under, and the key it was opened with.

    ``held`` is what the keys files say of the key. ``unclean`` says that the one who held the
    journal before did not close it.
    """

    db: Database
    lock: JournalLock
    key: str
    held: HeldKey
    unclean: bool = False

    def close(self, *, clean: bool) -> None:
        """Close the connection and let go of the lock."""
        self.db.close()
        self.lock.release(clean=clean)


def open_journal(
    paths: JournalPaths,
    *,
    now: Callable[[], datetime],
    create: bool,
    opener: Opener = readable,
) -> OpenJournal:
    """Open a journal under its lock, all checks done.

    Parameters
    ----------
    opener
        What makes a data key of what the keys files hold.

    Raises
    ------
    JournalUnavailable
        One of its kinds; whatever is there is left as it was.
    """
    if paths.erasing.exists():
        from symptrack.storage.erasing import erase

        erase(paths)
    with translated():
        if not paths.database.exists():
            if not create:
                raise JournalMissing(
                    _("There is no journal named {name} there.").format(name=paths.database.name)
                )
            make_folder(paths.database.parent)
        lock = JournalLock.take(paths.lock)
        try:
            if not paths.database.exists():
                _create(paths, opener)
            journal = open_under(lock, paths, now=now, opener=opener)
        except BaseException:
            lock.release(clean=not lock.left_open)
            raise
    if not journal.held.protected or _changed_to_its_end(paths, journal, opener):
        repair_keys(paths, journal.held)
    return journal


def open_under(
    lock: JournalLock,
    paths: JournalPaths,
    *,
    now: Callable[[], datetime],
    opener: Opener = readable,
) -> OpenJournal:
    """Open a journal that is there, under a lock that is held; the lock stays with the caller."""
    # Either tells that the last one to hold the journal did not close it.
    unclean = lock.left_open or paths.rollback.exists()
    db, key, held = _connect_with_any_key(paths, opener)
    try:
        version = sound_version(db, full=unclean)
        db.execute("PRAGMA journal_mode = DELETE")
        if version < LATEST_VERSION:
            _migrate(db, (key, held), paths, version, now)
        db.execute("PRAGMA foreign_keys = ON")
        # Takes SQLite's own lock now and, in exclusive mode, until the end.
        db.execute("BEGIN EXCLUSIVE")
        db.execute("COMMIT")
    except BaseException:
        db.close()
        raise
    return OpenJournal(db, lock, key, held, unclean)


def _create(paths: JournalPaths, opener: Opener) -> None:
    """Put an empty encrypted database in place; the journal's tables come with the migrations.

    Nothing is created where backups lie: their journal is lost and has to be restored. Where only
    keys lie, the new database takes the same key: that is what a creation leaves that was cut
    short, and should the old database turn up again, its key is still there. Keys that cannot be
    read, or that a secret protects, are left alone until that is given.
    """
    if any(paths.backups.glob("*.db")):
        raise JournalMissing(
            _("The journal {name} is gone, but it has backups; nothing was created.").format(
                name=paths.database.name
            )
        )
    lying = read_keys(paths).candidates
    if not lying and (paths.keys.exists() or paths.keys_copy.exists()):
        raise KeyMissing(_key_missing())
    opened = opened_with(opener, lying)
    if lying and not opened:
        raise JournalLocked(locked())
    key, held = next(iter(opened.items()), ("", None))
    if held is None:
        key = new_key()
        held = readable_key(key)
    new = paths.database.with_name(f"{paths.database.name}.new")
    try:
        make_empty(new)
        db = connect(new, key)
        try:
            db.execute(CLAIM)
        finally:
            db.close()
        refuse_unencrypted(new)
        write_keys(paths, held)
        new.replace(paths.database)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    sync_folder(paths.database.parent)


def _connect_with_any_key(paths: JournalPaths, opener: Opener) -> tuple[Database, str, HeldKey]:
    """Connect with what the keys files hold, else with a key that travelled with a backup."""
    refuse_unencrypted(paths.database)
    lying = read_keys(paths).candidates
    opened = opened_with(opener, lying)
    with suppress(JournalDamaged):
        db, key = connect_with_any(opened, lambda key: connect(paths.database, key))
        return db, key, opened[key]
    travelled = _travelled(paths, but=lying)
    others = opened_with(opener, travelled)
    with suppress(JournalDamaged):
        db, key = connect_with_any(others, lambda key: connect(paths.database, key))
        return db, key, others[key]
    if not lying and not travelled:
        raise KeyMissing(_key_missing())
    if any(opener(held) is None for held in lying or travelled):
        raise JournalLocked(locked())
    raise JournalDamaged(damaged())


def _changed_to_its_end(paths: JournalPaths, journal: OpenJournal, opener: Opener) -> bool:
    from symptrack.storage.protecting import go_on_changing

    return go_on_changing(paths, journal, opener)


def _travelled(paths: JournalPaths, *, but: Sequence[HeldKey]) -> list[HeldKey]:
    """Return what lies beside the backups, the newest first, but what was tried already."""
    from symptrack.storage.backup_files import backups_in

    found = (held for backup in backups_in(paths.backups) for held in read_held(backup.keys))
    return [held for held in dict.fromkeys(found) if held not in but]


def connect_with_any(
    keys: Iterable[str], connect_with: Callable[[str], Database]
) -> tuple[Database, str]:
    """Return a connection under the first key that opens the file, and that key.

    Raises
    ------
    JournalDamaged
        Where none does.
    """
    for key in keys:
        try:
            return connect_with(key), key
        except sqlcipher3.DatabaseError as error:
            if not wrong_key(error):
                raise
    raise JournalDamaged(damaged())


def sound_version(db: Database, *, full: bool) -> int:
    """Return the version of a journal that passed the checks; only read.

    Raises
    ------
    JournalUnavailable
        Where it is damaged, no journal, or of a later version.
    """
    if _number(db, "PRAGMA application_id") != APPLICATION_ID:
        raise JournalDamaged(damaged())
    version = _number(db, "PRAGMA user_version")
    if version > LATEST_VERSION:
        raise JournalTooNew(
            _(
                "This journal was written by a later version of Symptrack (journal version "
                "{found}, this one reads up to {known}); it was not changed."
            ).format(found=version, known=LATEST_VERSION)
        )
    if problems_of(db, full=full):
        raise JournalDamaged(damaged())
    return version


def _migrate(
    db: Database,
    key: tuple[str, HeldKey],
    paths: JournalPaths,
    version: int,
    now: Callable[[], datetime],
) -> None:
    """Bring a journal up to date, a verified backup first; a new one has nothing to back up."""
    from symptrack.storage.migrations import bring_up_to_date

    if version > 0:
        from symptrack.storage.backup_writing import write_backup

        write_backup(db, *key, paths, now())
    bring_up_to_date(db)


def _number(db: Database, pragma: str) -> int:
    return int(db.execute(pragma).fetchone()[0])


def locked() -> str:
    """Say that it takes a secret to open the journal."""
    return _("The journal is locked; its passphrase or its recovery code opens it.")


def _key_missing() -> str:
    return _(
        "The journal is there, but the key that opens it is lost or cannot be read; "
        "nothing was deleted or changed."
    )
