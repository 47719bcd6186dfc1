"""The backups of an open journal: made when they are due, listed, and what went wrong with one."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from symptrack.domain.errors import DiskFull, JournalReadOnly, JournalUnavailable
from symptrack.storage.backup_files import Backup, backups_in
from symptrack.storage.backup_writing import (
    begin_backup,
    finish_backup,
    keys_for,
    remove_surplus,
)
from symptrack.storage.copying import opened_copy
from symptrack.storage.durable import make_folder, write_durably
from symptrack.storage.holding import Holding, holding_of, holds_anything
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import Opener, readable

if TYPE_CHECKING:
    from symptrack.storage.guarded_journal import GuardedJournal


class FailureKind(StrEnum):
    """Why a backup could not be made."""

    NO_ROOM = "no_room"
    NOT_WRITABLE = "not_writable"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class BackupFailure:
    """A backup that could not be made; none was made since."""

    failed_at: datetime
    kind: FailureKind


@dataclass(frozen=True, slots=True)
class ListedBackup:
    """A backup and what it holds; ``None`` where it cannot be opened or fails a check."""

    backup: Backup
    holding: Holding | None


class Backups:
    """The backups of an open journal; its methods may be called from any thread.

    Making one keeps the journal to itself while it is copied, not while the copy is checked.
    """

    def __init__(self, journal: "GuardedJournal") -> None:
        self._journal = journal
        self._one_at_a_time = RLock()
        self._failure = _read_failure(journal.paths)
        with journal.guarded() as opened:
            # Either way the journal may hold what no backup has.
            behind = opened.unclean or self._failure is not None
        self._held_changes = -1 if behind else 0

    @property
    def newest(self) -> Backup | None:
        """The newest backup; each was verified when it was made."""
        return next(iter(backups_in(self._journal.paths.backups)), None)

    @property
    def failure(self) -> BackupFailure | None:
        """What kept the last backup from being made; ``None`` where it was made."""
        return self._failure

    def due(self, *, closing: bool = False) -> bool:
        """Whether a backup is to be made: the day's first change, or any change when closing."""
        newest = self.newest
        if newest is None:
            with self._journal.guarded() as opened:
                return holds_anything(opened.db)
        if self._journal.changes == self._held_changes:
            return False
        now = self._journal.now()
        return closing or newest.made_at.astimezone(now.tzinfo).date() != now.date()

    def make_if_due(self, *, closing: bool = False) -> Backup | None:
        """Make a backup if one is due; a failure is kept, and raised as by :meth:`make`."""
        with self._one_at_a_time:
            return self.make() if self.due(closing=closing) else None

    def make(self) -> Backup:
        """Make a verified backup, then remove those that need not stay.

        Raises
        ------
        JournalUnavailable
            Where it could not be made. That is kept until one is made.
        """
        with self._one_at_a_time:
            now = self._journal.now()
            paths = self._journal.paths
            try:
                backup, self._held_changes = self._written(paths, now)
            except JournalUnavailable as error:
                self._failure = BackupFailure(now, _kind_of(error))
                _note_failure(paths, self._failure)
                raise
            self._failure = None
            with suppress(OSError):
                _failure_file(paths).unlink(missing_ok=True)
                if self._journal.sound:
                    remove_surplus(paths, now.tzinfo, self._journal.opener)
            return backup

    def _written(self, paths: JournalPaths, now: datetime) -> tuple[Backup, int]:
        """Return the backup, and how many changes the journal had seen in it."""
        with self._journal.guarded() as opened:
            changes = self._journal.changes
            backup, rows = begin_backup(opened.db, paths, now)
        finish_backup(backup, opened.key, opened.held, rows)
        return backup, changes

    def make_before(self) -> Backup | None:
        """Make a backup before much changes at once; an empty journal needs none.

        Raises
        ------
        JournalUnavailable
            Where it could not be made: then nothing is to be changed.
        """
        with self._journal.guarded() as opened:
            if not holds_anything(opened.db):
                return None
        return self.make()

    def all(self) -> tuple[ListedBackup, ...]:
        """Return every backup with what it holds, the newest first; each is opened and checked."""
        return tuple(listed(self._journal.paths, self._journal.opener))


def listed(paths: JournalPaths, opener: Opener = readable) -> Iterable[ListedBackup]:
    """Yield the backups beside a journal, the newest first, each opened and checked."""
    for backup in backups_in(paths.backups):
        try:
            keys = keys_for(paths, backup.keys, opener)
            with opened_copy(backup.path, keys, paths) as (db, _key):
                holding = holding_of(db)
        except JournalUnavailable:
            yield ListedBackup(backup, None)
        else:
            yield ListedBackup(backup, holding)


def _kind_of(error: JournalUnavailable) -> FailureKind:
    if isinstance(error, DiskFull):
        return FailureKind.NO_ROOM
    return FailureKind.NOT_WRITABLE if isinstance(error, JournalReadOnly) else FailureKind.OTHER


def _failure_file(paths: JournalPaths) -> Path:
    return paths.backups / "failed.json"


def _note_failure(paths: JournalPaths, failure: BackupFailure) -> None:
    document = {"failed_at": failure.failed_at.isoformat(), "kind": failure.kind.value}
    with suppress(OSError):  # where there is no room for it, the next try fails as well
        make_folder(paths.backups)
        write_durably(_failure_file(paths), json.dumps(document).encode())


def _read_failure(paths: JournalPaths) -> BackupFailure | None:
    try:
        document = json.loads(_failure_file(paths).read_bytes())
        failed_at = datetime.fromisoformat(document["failed_at"])
        return BackupFailure(failed_at, FailureKind(document["kind"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
