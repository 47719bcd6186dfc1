"""Everything of a journal erased: what lies beside it, its keys first, and no other file.

Without the keys the rest cannot be read by anyone, so they are overwritten and go before all else.
A mark tells from then on that the journal is being erased: cut short, it goes on at the next
opening, never to a journal whose keys are gone.
"""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from symptrack.domain.errors import EraseUnfinished
from symptrack.storage.backup_files import backups_in
from symptrack.storage.durable import sync_folder, write_durably
from symptrack.storage.failure import translated
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keyring_copy import remove_from_keyring
from symptrack.storage.keys import read_held
from symptrack.storage.lock import JournalLock
from symptrack.texts import _

_OF_DATABASE = r"(\.(new|restored|rekeyed))?(-journal)?"
"""What a database's name goes on with while it is written, or after a crash then."""


def erase(paths: JournalPaths, *, besides: Sequence[Path] = ()) -> None:
    """Erase a journal that is not open, with its backups, keys and damaged files.

    The lock file stays, empty: removing it could let two processes each hold it.

    Parameters
    ----------
    besides
        Files that lie elsewhere and go as well; those that are not there are no error.

    Raises
    ------
    EraseUnfinished
        Where something could not be removed; all that could be is gone.
    JournalUnavailable
        Where the journal is in use, or nothing can be written there; it is as it was then.
    """
    with translated():
        lock = JournalLock.take(paths.lock)
        try:
            left = _left_of(*besides)
            write_durably(paths.erasing, b"")
            left += _everything_of(paths) or _left_of(paths.erasing)
        finally:
            lock.release(clean=True)
    if left:
        raise EraseUnfinished(
            _("Not everything could be erased: {names}.").format(
                names=", ".join(sorted({path.name for path in left}))
            )
        )


def _everything_of(paths: JournalPaths) -> list[Path]:
    """Remove it, and return what could not be removed."""
    folders = [paths.backups, paths.damaged, *_passing(paths)]
    keys = [*_of(paths.keys), *(path for folder in folders for path in _keys_in(folder))]
    for path in keys:
        for held in read_held(path):
            if held.keyring:
                remove_from_keyring(held)
    left = _left_of(*keys, overwritten=True)
    _last(paths)
    left += _left_of(*_of(paths.database), paths.knock)
    for folder in folders:
        left += _left_of(*_within(folder)) or _left_of(folder)
    _last(paths)
    return left


def _of(path: Path) -> list[Path]:
    """Return a file, what is left of it where it was being written, and where a link leads to."""
    name = re.compile(re.escape(path.name) + _OF_DATABASE)
    found = [one for one in path.parent.iterdir() if name.fullmatch(one.name)]
    return [place for one in found for place in dict.fromkeys((one.resolve(), one))]


def _passing(paths: JournalPaths) -> list[Path]:
    """Return the folders in which a crash left a copy."""
    name = re.compile(re.escape(paths.passing) + r"\w{8}")
    beside = paths.database.parent
    return [one for one in beside.iterdir() if name.fullmatch(one.name) and one.is_dir()]


def _within(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder of the journal, the inner before the outer.

    A folder that is a link leads to a place that is not the journal's alone: only backups are
    yielded there.
    """
    if folder.is_symlink():
        for backup in backups_in(folder):
            yield from (backup.keys, backup.path)
        yield from folder.glob("*.keys.json")
    else:
        yield from sorted(folder.rglob("*"), reverse=True)


def _keys_in(folder: Path) -> list[Path]:
    return [path for path in _within(folder) if ".json" in path.suffixes and path.is_file()]


def _left_of(*paths: Path, overwritten: bool = False) -> list[Path]:
    """Remove files, links or empty folders; return what could not be removed."""
    return [path for path in paths if not _removed(path, overwritten=overwritten)]


def _removed(path: Path, *, overwritten: bool) -> bool:
    try:
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            if overwritten and not path.is_symlink():
                _overwrite(path)
            path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _overwrite(path: Path) -> None:
    """Write zeros over a file: on most disks, if not on all, that is where it was."""
    with suppress(OSError), path.open("r+b", buffering=0) as file:
        file.write(bytes(os.fstat(file.fileno()).st_size))
        os.fsync(file.fileno())


def _last(paths: JournalPaths) -> None:
    """Make what was removed stay removed."""
    for folder in (paths.database.parent, paths.backups):
        with suppress(OSError):
            sync_folder(folder)
