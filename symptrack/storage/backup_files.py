"""The files of the backups: their names, their order, and which of them stay.

``000123_2026-11-22T101500Z_v3.db`` is the 123rd backup, made at that instant, of a journal of
version 3. The number alone gives the order: a clock may be wrong, and set back. A file has such a
name only once it was checked.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from symptrack.storage.journal_paths import JournalPaths

LAST, DAYS, WEEKS, MONTHS = 10, 7, 4, 12
"""How many backups stay: the last ones, and the last of each of so many days, weeks, months."""

_NAME = re.compile(r"(\d{6,12})_(\d{4}-\d\d-\d\dT\d{6}Z)_v(\d{1,6})\.db", re.ASCII)
_STAMP = "%Y-%m-%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup by its name; ``made_at`` is in UTC, as the clock was then."""

    number: int
    made_at: datetime
    version: int
    path: Path

    @property
    def keys(self) -> Path:
        """The keys file that travels with it."""
        return JournalPaths(self.path).keys


def stamp_of(instant: datetime) -> str:
    """Return an instant as it stands in the names of files and folders."""
    return instant.astimezone(UTC).strftime(_STAMP)


def next_backup(folder: Path, made_at: datetime, version: int) -> Backup:
    """Return what the next backup in a folder is called."""
    number = 1 + max((one.number for one in backups_in(folder)), default=0)
    name = f"{number:06}_{stamp_of(made_at)}_v{version}.db"
    return Backup(number, made_at.astimezone(UTC).replace(microsecond=0), version, folder / name)


def backups_in(folder: Path) -> list[Backup]:
    """Return the backups in a folder, the newest first; other files are left out."""
    found = [_named(path) for path in folder.iterdir()] if folder.is_dir() else []
    return sorted((one for one in found if one), key=lambda one: one.number, reverse=True)


def surplus(backups: Sequence[Backup], zone: tzinfo | None) -> list[Backup]:
    """Return the backups that need not stay, the oldest first.

    Parameters
    ----------
    backups
        The newest first.
    zone
        In which days, weeks and months are counted.
    """

    def local(backup: Backup) -> datetime:
        return backup.made_at.astimezone(zone)

    kept = {
        *backups[:LAST],
        *_last_of_each(backups, DAYS, lambda one: local(one).date()),
        *_last_of_each(backups, WEEKS, lambda one: local(one).isocalendar()[:2]),
        *_last_of_each(backups, MONTHS, lambda one: (local(one).year, local(one).month)),
    }
    return [one for one in reversed(backups) if one not in kept]


def _last_of_each(
    backups: Sequence[Backup], count: int, period: Callable[[Backup], object]
) -> list[Backup]:
    last: dict[object, Backup] = {}
    for one in backups:
        last.setdefault(period(one), one)
    return list(last.values())[:count]


def _named(path: Path) -> Backup | None:
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    number, stamp, version = found.groups()
    try:
        made_at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(int(number), made_at, int(version), path)
