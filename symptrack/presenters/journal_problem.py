"""What is said when the journal cannot be opened: what happened, what is safe, ways on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from symptrack.domain.errors import (
    DiskFull,
    EncryptionUnavailable,
    EraseUnfinished,
    JournalDamaged,
    JournalInUse,
    JournalLocked,
    JournalMissing,
    JournalReadOnly,
    JournalTooNew,
    KeyMissing,
    SymptrackError,
)
from symptrack.presenters.backup_words import PreviewView, holding_words
from symptrack.presenters.words import when_words
from symptrack.storage.openers import Opener, readable
from symptrack.texts import _

RECOVERABLE = (JournalDamaged, JournalMissing, KeyMissing, EncryptionUnavailable)
"""What a backup in the journal's place makes good; the others are put right otherwise."""
MOST_OFFERS = 4


@dataclass(frozen=True, slots=True)
class BackupOffer:
    """A good backup that can be opened in the journal's place."""

    path: Path
    title: str
    when: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemView:
    """The page: ``again`` is what to do before trying again, ``other`` what another file may be.

    ``offers`` are the newest good backups, the newest first.
    """

    title: str
    sentence: str
    safe: str
    again: str
    other: str
    offers: tuple[BackupOffer, ...] = ()


class Recovery:
    """Ways back from a journal at a path that cannot be opened; it must not be open.

    Parameters
    ----------
    now
        The clock: an aware instant.
    opener
        What opens the keys that lie there.
    """

    def __init__(
        self, journal: Path, now: Callable[[], datetime], opener: Opener = readable
    ) -> None:
        from symptrack.storage.journal_paths import JournalPaths

        self._paths = JournalPaths(journal)
        self._now = now
        self._opener = opener

    def offers(self) -> tuple[BackupOffer, ...]:
        """Return the newest backups that hold anything and pass every check now."""
        from symptrack.storage.backups import listed

        offers: list[BackupOffer] = []
        for one in listed(self._paths, self._opener):
            if one.holding is not None and one.holding.counts:
                now = self._now()
                when = when_words(one.backup.made_at, now)
                title = _("Open the backup from {when}").format(when=when)
                words = holding_words(one.holding, now)
                offers.append(BackupOffer(one.backup.path, title, when, words))
            if len(offers) == MOST_OFFERS:
                break
        return tuple(offers)

    def preview(self, file: Path, code: str = "") -> PreviewView:
        """Return what a copy holds.

        Raises
        ------
        SymptrackError
            Where it does not open; nothing has changed.
        """
        from symptrack.storage.copies import content_of

        content = content_of(self._paths, file, code, opener=self._opener)
        return PreviewView((holding_words(content.holding, self._now()),))

    def restore(self, file: Path, code: str = "") -> str:
        """Put a copy in the journal's place; return a sentence on where the former one lies.

        Raises
        ------
        SymptrackError
            Where it cannot be done; the journal is as it was.
        """
        from symptrack.presenters.backup_words import restored_words
        from symptrack.storage.copies import restore_copy

        restored = restore_copy(self._paths, file, code, now=self._now, opener=self._opener)
        return restored_words(restored)


def problem_view(error: SymptrackError, recovery: Recovery | None = None) -> ProblemView:
    """Return the page for an error of opening, with the backups that help against it."""
    offers = recovery.offers() if recovery is not None and isinstance(error, RECOVERABLE) else ()
    return ProblemView(
        title=_title(error),
        sentence=str(error),
        safe=_safe(error, offers),
        again=_again(error),
        other=_("A journal, or a copy of one, that lies somewhere else."),
        offers=offers,
    )


def _safe(error: SymptrackError, offers: tuple[BackupOffer, ...]) -> str:
    if isinstance(error, EraseUnfinished):
        return _("All the rest is gone for good.")
    if not offers:
        return _("Nothing has been deleted or changed.")
    return _("Nothing has been deleted or changed. There is a backup from {when}.").format(
        when=offers[0].when
    )


def _title(error: SymptrackError) -> str:
    titles: dict[type[SymptrackError], str] = {
        JournalInUse: _("Your journal is open already"),
        JournalTooNew: _("Your journal needs a newer Symptrack"),
        JournalLocked: _("Your journal is locked"),
        KeyMissing: _("The key to your journal is missing"),
        JournalReadOnly: _("Your journal cannot be written to"),
        DiskFull: _("There is no room left on the disk"),
        EraseUnfinished: _("Not everything is erased yet"),
    }
    return titles.get(type(error), _("Your journal could not be opened"))


def _again(error: SymptrackError) -> str:
    steps: dict[type[SymptrackError], str] = {
        JournalInUse: _("Close the other Symptrack window or command first."),
        JournalLocked: _(
            "Go back to where the passphrase or the recovery code is typed. Without either, nobody "
            "can open this journal."
        ),
        JournalTooNew: _("Install the newer version of Symptrack first."),
        KeyMissing: _(
            "Put the file that ends in .keys.json back beside the journal first, "
            "or the backups folder, which holds a copy of it."
        ),
        JournalReadOnly: _(
            "Allow your user to write to the journal and its folder, or move both to a folder "
            "of your own."
        ),
        DiskFull: _("Make some room on the disk first, then nothing else is needed."),
        JournalDamaged: _(
            "If the journal is on a stick or a network drive, connect it well first. "
            "Keep the file: a damaged journal can often be put right."
        ),
        EraseUnfinished: _(
            "Allow your user to write to these files and their folder first. Erasing then goes on."
        ),
        EncryptionUnavailable: _("Install Symptrack again first: a part of it is missing."),
    }
    usual = _("If the journal is on a stick or a network drive, connect it first.")
    return steps.get(type(error), usual)
