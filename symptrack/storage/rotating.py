"""Every copy beside a journal brought under the journal's present key.

After a change of the data key nothing may be left that the former key opens: it lay readable, or
was known to somebody. Each copy is encrypted anew beside its place, compared row by row, and takes
its place in one step; its keys file follows. Done again after a crash, it goes on where it was.
"""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from symptrack.domain.errors import JournalDamaged
from symptrack.storage.backup_files import Backup, backups_in
from symptrack.storage.backup_writing import keys_for
from symptrack.storage.checks import problems_of
from symptrack.storage.copying import finish_copy, rows_of
from symptrack.storage.durable import sync_folder
from symptrack.storage.failure import damaged, translated
from symptrack.storage.held_key import HeldKey
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import read_held, write_held
from symptrack.storage.openers import Opener
from symptrack.storage.opening import connect_with_any
from symptrack.storage.sqlcipher import connect, refuse_unencrypted

_UNFINISHED = ".rekeyed"
LOOKS = 2
_KEYS_ENDING = ".keys.json"


def keys_files_beside(paths: JournalPaths) -> Iterator[Path]:
    """Yield the keys files of all copies: of the backups, and of what was moved aside."""
    for backup in backups_in(paths.backups):
        yield backup.keys
    if paths.damaged.is_dir():
        yield from sorted(paths.damaged.rglob("*.json"))


def rotate(paths: JournalPaths, key: str, held: HeldKey, opener: Opener) -> None:
    """Bring every copy under the journal's key that is under another one.

    A backup that no key opens, or that is damaged, is removed: nobody could put it back. What was
    moved aside stays; as far as it opens it is encrypted anew.

    Raises
    ------
    JournalUnavailable
        Where there is no room, or a file cannot be written; what was done stays done.
    """
    for backup in backups_in(paths.backups):
        if read_held(backup.keys) == (held,):
            continue
        if not _encrypted_anew(backup, paths, (key, held), opener):
            with translated():
                backup.path.unlink(missing_ok=True)
                backup.keys.unlink(missing_ok=True)
                sync_folder(paths.backups)
    for keys in keys_files_beside(paths):
        database = keys.with_name(f"{keys.name.removesuffix(_KEYS_ENDING)}.db")
        if read_held(keys) != (held,) and database.is_file():
            with suppress(JournalDamaged):
                _encrypt_anew(database, keys, paths, (key, held), opener)


def _encrypted_anew(
    backup: Backup, paths: JournalPaths, wanted: tuple[str, HeldKey], opener: Opener
) -> bool:
    """Bring a backup under the journal's key; false where it is damaged, at a second look too.

    A read that fails once must not cost a good backup.
    """
    for _look in range(LOOKS):
        with suppress(JournalDamaged):
            _encrypt_anew(backup.path, backup.keys, paths, wanted, opener)
            return True
    return False


def _encrypt_anew(
    copy: Path, keys: Path, paths: JournalPaths, wanted: tuple[str, HeldKey], opener: Opener
) -> None:
    key, held = wanted
    new = copy.with_suffix(_UNFINISHED)
    with translated():
        refuse_unencrypted(copy, only_read=True)
        candidates = {key: held, **keys_for(paths, keys, opener)}
        db, former = connect_with_any(candidates, lambda one: connect(copy, one, only_read=True))
        try:
            if problems_of(db, full=True):
                raise JournalDamaged(damaged())
            rows = rows_of(db)
        finally:
            db.close()
        if former != key:
            try:
                shutil.copyfile(copy, new)
                finish_copy(new, former, rows, new_key=key)
                new.replace(copy)
                sync_folder(copy.parent)
            finally:
                new.unlink(missing_ok=True)
        write_held(keys, held)
