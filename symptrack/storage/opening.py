"""Opening a journal, and creating one where that cannot hurt an old one.

The order is the point. The lock comes first; the file's header is read before anything connects;
the version is known before anything could be written; the checks are done before anything is
migrated; the keys files are mended only once the journal has opened.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

import sqlcipher3

from symptrack.domain.errors import (
    JournalDamaged,
    JournalMissing,
    JournalTooNew,
    KeyMissing,
)
from symptrack.storage.checks import problems_of
from symptrack.storage.durable import make_empty, make_folder, sync_folder
from symptrack.storage.failure import damaged, translated, wrong_key
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import new_key, read_key, read_keys, repair_keys, write_keys
from symptrack.storage.lock import JournalLock
from symptrack.storage.sqlcipher import Database, connect, refuse_unencrypted
from symptrack.storage.version import APPLICATION_ID, CLAIM, LATEST_VERSION
from symptrack.texts import _


@dataclass(frozen=True, slots=True)
class OpenJournal:
    """The connection, the lock it stands under, and the key it was opened with.

    ``unclean`` says that the one who held the journal before did not close it.
    """

    db: Database
    lock: JournalLock
    key: str
    unclean: bool = False

    def close(self, *, clean: bool) -> None:
        """Close the connection and let go of the lock."""
        self.db.close()
        self.lock.release(clean=clean)


def open_journal(paths: JournalPaths, *, now: Callable[[], datetime], create: bool) -> OpenJournal:
    """Open a journal under its lock, all checks done.

    Raises
    ------
    JournalUnavailable
        One of its kinds; whatever is there is left as it was.
    """
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
                _create(paths)
            journal = open_under(lock, paths, now=now)
        except BaseException:
            lock.release(clean=not lock.left_open)
            raise
    repair_keys(paths, journal.key)
    return journal


def open_under(
    lock: JournalLock, paths: JournalPaths, *, now: Callable[[], datetime]
) -> OpenJournal:
    """Open a journal that is there, under a lock that is held; the lock stays with the caller."""
    # Either tells that the last one to hold the journal did not close it.
    unclean = lock.left_open or paths.rollback.exists()
    db, key = _connect_with_any_key(paths)
    try:
        version = sound_version(db, full=unclean)
        db.execute("PRAGMA journal_mode = DELETE")
        if version < LATEST_VERSION:
            _migrate(db, key, paths, version, now)
        db.execute("PRAGMA foreign_keys = ON")
        # Takes SQLite's own lock now and, in exclusive mode, until the end.
        db.execute("BEGIN EXCLUSIVE")
        db.execute("COMMIT")
    except BaseException:
        db.close()
        raise
    return OpenJournal(db, lock, key, unclean)


def _create(paths: JournalPaths) -> None:
    """Put an empty encrypted database in place; the journal's tables come with the migrations.

    Nothing is created where backups lie: their journal is lost and has to be restored. Where only
    keys lie, the new database takes the same key: that is what a creation leaves that was cut
    short, and should the old database turn up again, its key is still there. Keys that cannot be
    read are left alone.
    """
    if any(paths.backups.glob("*.db")):
        raise JournalMissing(
            _("The journal {name} is gone, but it has backups; nothing was created.").format(
                name=paths.database.name
            )
        )
    keys = read_keys(paths)
    if not keys.candidates and (paths.keys.exists() or paths.keys_copy.exists()):
        raise KeyMissing(_key_missing())
    key = keys.candidates[0] if keys.candidates else new_key()
    new = paths.database.with_name(f"{paths.database.name}.new")
    try:
        make_empty(new)
        db = connect(new, key)
        try:
            db.execute(CLAIM)
        finally:
            db.close()
        refuse_unencrypted(new)
        write_keys(paths, key)
        new.replace(paths.database)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    sync_folder(paths.database.parent)


def _connect_with_any_key(paths: JournalPaths) -> tuple[Database, str]:
    """Connect with what the keys files hold, else with a key that travelled with a backup."""
    refuse_unencrypted(paths.database)
    candidates = read_keys(paths).candidates
    with suppress(JournalDamaged):
        return connect_with_any(candidates, lambda key: connect(paths.database, key))
    from symptrack.storage.backup_files import backups_in

    travelled = [read_key(backup.keys) for backup in backups_in(paths.backups)]
    others = tuple(dict.fromkeys(key for key in travelled if key and key not in candidates))
    if not candidates and not others:
        raise KeyMissing(_key_missing())
    return connect_with_any(others, lambda key: connect(paths.database, key))


def connect_with_any(
    keys: Sequence[str], connect_with: Callable[[str], Database]
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
    db: Database, key: str, paths: JournalPaths, version: int, now: Callable[[], datetime]
) -> None:
    """Bring a journal up to date, a verified backup first; a new one has nothing to back up."""
    from symptrack.storage.migrations import bring_up_to_date

    if version > 0:
        from symptrack.storage.backup_writing import write_backup

        write_backup(db, key, paths, now())
    bring_up_to_date(db)


def _number(db: Database, pragma: str) -> int:
    return int(db.execute(pragma).fetchone()[0])


def _key_missing() -> str:
    return _(
        "The journal is there, but the key that opens it is lost or cannot be read; "
        "nothing was deleted or changed."
    )
