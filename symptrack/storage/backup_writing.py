"""Writing one backup, and removing those that need not stay."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, tzinfo
from pathlib import Path

from symptrack.domain.errors import JournalUnavailable
from symptrack.storage.backup_files import Backup, backups_in, next_backup, surplus
from symptrack.storage.copying import finish_copy, opened_copy, write_copy
from symptrack.storage.durable import make_folder, sync_folder
from symptrack.storage.failure import translated
from symptrack.storage.held_key import HeldKey
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import opened_with, read_held, read_keys, write_held
from symptrack.storage.openers import Opener, readable
from symptrack.storage.sqlcipher import Database

LEAST_VERIFIED = 3
_UNFINISHED = ".new"


def write_backup(
    db: Database, key: str, held: HeldKey, paths: JournalPaths, made_at: datetime
) -> Backup:
    """Write a verified backup of an open journal, with the key it needs as it is held.

    Raises
    ------
    JournalUnavailable
        Where it could not be written or verified; then there is none of it.
    """
    backup, rows = begin_backup(db, paths, made_at)
    finish_backup(backup, key, held, rows)
    return backup


def begin_backup(db: Database, paths: JournalPaths, made_at: datetime) -> tuple[Backup, str]:
    """Write the copy under a passing name; :func:`finish_backup` needs no connection any more."""
    with translated():
        make_folder(paths.backups)
        for left in paths.backups.glob(f"*{_UNFINISHED}"):  # by a crash
            left.unlink()
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        backup = next_backup(paths.backups, made_at, version)
        return backup, write_copy(db, backup.path.with_suffix(_UNFINISHED))


def finish_backup(backup: Backup, key: str, held: HeldKey, rows: str) -> None:
    """Check the copy and give it its name; its key comes first, so that it is never without."""
    new = backup.path.with_suffix(_UNFINISHED)
    with translated():
        finish_copy(new, key, rows)
        write_held(backup.keys, held)
        new.replace(backup.path)
        sync_folder(backup.path.parent)


def remove_surplus(paths: JournalPaths, zone: tzinfo | None, opener: Opener) -> list[Backup]:
    """Remove the backups that need not stay, and return them.

    Nothing is removed unless enough of those that stay open and pass every check now.
    """
    backups = backups_in(paths.backups)
    over = surplus(backups, zone)
    if not over or not _enough(paths, [one for one in backups if one not in over], opener):
        return []
    for backup in over:
        backup.path.unlink(missing_ok=True)
        backup.keys.unlink(missing_ok=True)
    sync_folder(paths.backups)
    return over


def keys_for(paths: JournalPaths, keys: Path, opener: Opener = readable) -> dict[str, HeldKey]:
    """Return the keys worth trying on a copy whose keys file is given, its own first."""
    return opened_with(opener, (*read_held(keys), *read_keys(paths).candidates))


def _enough(paths: JournalPaths, staying: Sequence[Backup], opener: Opener) -> bool:
    sound = 0
    for backup in staying:
        with (
            suppress(JournalUnavailable),
            opened_copy(backup.path, keys_for(paths, backup.keys, opener), paths),
        ):
            sound += 1
        if sound == LEAST_VERIFIED:
            return True
    return False
