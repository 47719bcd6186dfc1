"""The backups: the age of the last good one, what each holds, copies elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from symptrack.presenters.backup_words import PreviewView, holding_words, preview_of
from symptrack.presenters.copy_elsewhere import CopyElsewhere
from symptrack.presenters.words import first_upper, when_words
from symptrack.storage.store import Store
from symptrack.texts import _


@dataclass(frozen=True, slots=True)
class BackupLine:
    """How old the last good backup is; ``attention`` where the one after it could not be made."""

    words: str
    attention: bool


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup; ``sound`` is false where it cannot be opened."""

    path: Path
    when: str
    words: str
    sound: bool


def last_backup_line(store: Store, now: datetime, *, overdue: bool = False) -> BackupLine:
    """Return the line of Today and of the settings; it looks at names only, so it costs nothing.

    Parameters
    ----------
    overdue
        Whether one should have been made by now, and was not.
    """
    newest, failure = store.backups.newest, store.backups.failure
    when = None if newest is None else when_words(newest.made_at, now)
    if failure is None and when is None:
        words = _("No backup yet; the first is made with the first entry.")
        if overdue:
            words = _("There is no backup of your journal yet.")
        elif store.backups.due():
            words = _("No backup yet; the first is made in a moment.")
        return BackupLine(words, overdue)
    if failure is None:
        words = _("Last backup: {when}.")
        if overdue:
            words = _("Last backup: {when}. What you entered since then is in no backup yet.")
        return BackupLine(words.format(when=when), overdue)
    reason = {
        "no_room": _("The last backup could not be made: there is no room left on the disk."),
        "not_writable": _("The last backup could not be made: its folder cannot be written."),
        "other": _("The last backup could not be made: the disk did not take it."),
    }[failure.kind.value]
    before = _("There is none yet.") if when is None else _("Last good one: {when}.")
    return BackupLine(f"{reason} {before.format(when=when)}", True)


class BackupsPresenter:
    """What the page of the backups shows and does.

    All but ``line`` take a moment and are for the thread beside the window.

    Parameters
    ----------
    now
        The clock: an aware instant.
    """

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        self.elsewhere = CopyElsewhere(store, now)

    def line(self) -> BackupLine:
        """Return how old the last good backup is."""
        return last_backup_line(self._store, self._now())

    def rows(self) -> tuple[BackupRow, ...]:
        """Return every backup with what it holds, the newest first; each is opened and checked."""
        now = self._now()
        return tuple(
            BackupRow(
                path=one.backup.path,
                when=first_upper(when_words(one.backup.made_at, now)),
                words=_("It cannot be opened; it stays as it is.")
                if one.holding is None
                else holding_words(one.holding, now),
                sound=one.holding is not None,
            )
            for one in self._store.backups.all()
        )

    def back_up_now(self) -> BackupLine:
        """Make a backup, and return the line that says so.

        Raises
        ------
        JournalUnavailable
            Where it could not be made; the line says so from then on.
        """
        self._store.backups.make()
        return self.line()

    def preview(self, file: Path, code: str = "") -> PreviewView:
        """Return what a copy holds and what putting it back would change.

        Raises
        ------
        SymptrackError
            Where it does not open; nothing has changed.
        """
        from symptrack.storage.copies import content_of

        content = content_of(self._store.paths, file, code, opener=self._store.opener)
        return preview_of(content, self._store.load(), self._now())
