"""A copy put in the journal's place, so that it can be undone.

What is there is kept first: a journal that opens as one more backup, anything else as it is in the
folder of damaged files. The new journal is built and checked beside its place, and takes it in one
step; until then, and after a crash at any moment, the former one stands. No backup goes because of
it.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from symptrack.domain.errors import (
    EncryptionUnavailable,
    JournalDamaged,
    JournalLocked,
    KeyMissing,
)
from symptrack.storage.backup_files import Backup, stamp_of
from symptrack.storage.backup_writing import keys_for, write_backup
from symptrack.storage.copying import finish_copy, opened_copy, removed_on_failure, write_copy
from symptrack.storage.data_key import new_key
from symptrack.storage.durable import make_folder, sync_file, sync_folder
from symptrack.storage.failure import translated
from symptrack.storage.held_key import HeldKey, readable_key
from symptrack.storage.holding import holds_anything
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import opened_with, read_keys, write_keys
from symptrack.storage.lock import JournalLock
from symptrack.storage.openers import Opener, readable
from symptrack.storage.opening import open_under

BEYOND_OPENING = (JournalDamaged, JournalLocked, KeyMissing, EncryptionUnavailable)
"""What can be wrong with a journal so that a copy may take its place."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of the former journal.

    ``undo`` is the backup that holds it, where it could be opened and held anything; ``aside`` the
    folder in which it lies as it was, where it could not.
    """

    undo: Backup | None
    aside: Path | None


@dataclass(frozen=True, slots=True)
class _Former:
    """What was there: kept, and the key that the new journal is to have.

    ``empty`` says that it is a journal in which nothing was written yet.
    """

    kept: Restored
    key: tuple[str, HeldKey] | None
    empty: bool = False

    def replaced_key(self, held: HeldKey) -> HeldKey | None:
        """Return its key where that gives way to the copy's, ``held``.

        A journal just begun has nothing to protect and no passphrase; what was protected on
        another computer stays so on this one.
        """
        if self.key is None or not self.empty or not held.protected or self.key[1].protected:
            return None
        return self.key[1]


def restore_backup(
    paths: JournalPaths,
    backup: Backup,
    *,
    now: Callable[[], datetime],
    opener: Opener = readable,
) -> Restored:
    """Put a backup in the journal's place; the journal must not be open.

    Raises
    ------
    JournalUnavailable
        Where the backup does not open or fails a check, something cannot be written, the journal
        is in use, or of a later version. The journal is as it was then.
    """
    keys = keys_for(paths, backup.keys, opener)
    return restore_database(paths, backup.path, keys, now=now, new_data_key=False, opener=opener)


def restore_database(
    paths: JournalPaths,
    database: Path,
    keys: Mapping[str, HeldKey],
    *,
    now: Callable[[], datetime],
    new_data_key: bool,
    opener: Opener = readable,
) -> Restored:
    """Put a copy of a journal in the journal's place.

    Parameters
    ----------
    keys
        The data keys worth trying on the copy, and how each is held where it becomes the
        journal's.
    new_data_key
        Whether a journal that had no key yet gets one of its own rather than the copy's.

    Raises
    ------
    JournalUnavailable
        As :func:`restore_backup`.
    """
    with translated(), _locked(paths) as lock:
        # Whether it opens is known before anything is done for it.
        with opened_copy(database, keys, paths) as (copy, key):
            former = _keep_former(lock, paths, now, opener)
            own = new_key() if new_data_key else key
            held = readable_key(own) if new_data_key else keys[key]
            replaced = former.replaced_key(held)
            target_key, held = (own, held) if replaced else former.key or (own, held)
            new = paths.database.with_name(f"{paths.database.name}.restored")
            rows = write_copy(copy, new)
        with removed_on_failure(new):
            finish_copy(new, key, rows, new_key=target_key if target_key != key else None)
            _put_in_place(paths, new, held, replaced)
        return former.kept


@contextmanager
def _locked(paths: JournalPaths) -> Iterator[JournalLock]:
    make_folder(paths.database.parent)
    lock = JournalLock.take(paths.lock)
    try:
        yield lock
    except BaseException:
        lock.release(clean=not lock.left_open)
        raise
    lock.release(clean=True)


def _keep_former(
    lock: JournalLock, paths: JournalPaths, now: Callable[[], datetime], opener: Opener
) -> _Former:
    likely = next(iter(opened_with(opener, read_keys(paths).candidates).items()), None)
    # Opening would play a rollback file back into the database and remove it.
    first = _copied_aside(paths, now(), linked=False) if paths.rollback.exists() else None
    if not paths.database.exists():
        return _Former(Restored(None, first), likely)
    try:
        with translated():
            journal = open_under(lock, paths, now=now, opener=opener)
    except BEYOND_OPENING:
        return _Former(Restored(None, first or _copied_aside(paths, now())), likely)
    key = journal.key, journal.held
    try:
        undo = None
        empty = not holds_anything(journal.db)
        if not empty:
            undo = write_backup(journal.db, *key, paths, now())
    except JournalDamaged:  # in a place that its checks do not look at
        return _Former(Restored(None, first or _copied_aside(paths, now())), key)
    finally:
        journal.db.close()
    if first is not None:  # a crash that SQLite has made good
        shutil.rmtree(first, ignore_errors=True)
    return _Former(Restored(undo, None), key, empty)


def _copied_aside(paths: JournalPaths, now: datetime, *, linked: bool = True) -> Path:
    """Keep what is there as it is, in a folder of its own, and leave it in its place as well.

    ``linked`` is for files that nothing is written into any more: the same file under a second
    name takes no room, also on a full disk.
    """
    make_folder(paths.damaged)
    folder = Path(tempfile.mkdtemp(prefix=f"{stamp_of(now)}_", dir=paths.damaged))
    try:
        for path in (paths.database, paths.rollback, paths.keys):
            if path.exists():
                _keep(path, folder / path.name, linked=linked)
        sync_folder(folder)
        sync_folder(paths.damaged)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _keep(path: Path, target: Path, *, linked: bool) -> None:
    if linked:
        with suppress(OSError):  # a file system without links
            os.link(path, target)
            return
    shutil.copyfile(path, target)
    sync_file(target)


def _put_in_place(paths: JournalPaths, new: Path, held: HeldKey, replaced: HeldKey | None) -> None:
    """Let the new journal take its place; its keys come first, the rollback file goes first."""
    if replaced is not None:
        write_keys(paths, held, replaced)
    elif read_keys(paths).broken(held):
        write_keys(paths, held)
    # Only a journal that did not open has one still, and that lies aside.
    paths.rollback.unlink(missing_ok=True)
    sync_folder(paths.database.parent)
    new.replace(paths.database)
    sync_folder(paths.database.parent)
    if replaced is not None:
        write_keys(paths, held)
