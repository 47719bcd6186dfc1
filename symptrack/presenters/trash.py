"""The trash: what lies there, out of it again, and for good out of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from symptrack.domain.journal import DeletedRecord, Kind, Place, Record, named_by, place_of
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.presenters.asking import Question
from symptrack.presenters.clock import Clock
from symptrack.presenters.journal_words import Names
from symptrack.presenters.kind_words import counted
from symptrack.presenters.record_words import record_line, record_title
from symptrack.presenters.words import when_words
from symptrack.storage.past import KEPT_FOR
from symptrack.storage.store import Store
from symptrack.texts import _, ngettext

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashRow:
    """One deleted record: what it is, what it says, when it was deleted and how long it stays."""

    title: str
    words: str
    deleted: str
    spoken: str


class TrashList:
    """All that lies in the trash, the newest first; the words of a row are made when asked for."""

    def __init__(self, deleted: Sequence[DeletedRecord], names: Names, now: datetime) -> None:
        newest_first = sorted(deleted, key=lambda one: one.deleted_at)[::-1]
        self._deleted, self._names, self._now = tuple(newest_first), names, now
        self.places: tuple[Place, ...] = tuple(place_of(one.record) for one in newest_first)

    def row(self, place: int) -> TrashRow:
        """Return one row."""
        one = self._deleted[place]
        title, words = record_title(one.record), record_line(one.record, self._names)
        deleted = _("Deleted {when}. {left}.").format(
            when=when_words(one.deleted_at, self._now), left=_left(one.deleted_at, self._now)
        )
        return TrashRow(
            title=title, words=words, deleted=deleted, spoken=f"{title}. {words}. {deleted}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtBack:
    """What came out of the trash, in a sentence; ``former`` is how it lay there."""

    said: str
    former: tuple[DeletedRecord, ...]


class TrashPresenter:
    """What the page of the trash shows and does; ``view`` may run beside the window."""

    def __init__(self, store: Store, clock: Clock, catalogue: SideEffectCatalogue) -> None:
        self._store, self._clock, self._catalogue = store, clock, catalogue

    def view(self) -> TrashList:
        """Return what lies in the trash."""
        now = self._clock.now()
        # Of the journal only the names of symptoms and side effects are needed.
        names = Names.of(self._store.load(since=now), self._catalogue)
        return TrashList(self._store.past.deleted(), names, now)

    def naming_question(self, places: Sequence[Place]) -> Question | None:
        """Return what is to be asked where something names what lies in the trash itself."""
        named = self._named(places)
        if not named:
            return None
        what = ", ".join(record_title(one.record) for one in named)
        lines = (
            _("In the trash as well, and what you bring back belongs to it: {what}.").format(
                what=what
            ),
            _("Without it, what you bring back stands by its date until it is back too."),
        )
        return Question(
            title=_("Bring back what it belongs to as well?"),
            lines=lines,
            answers=(_("Bring back all of it"), _("Only what I chose")),
        )

    def bring_back(self, places: Sequence[Place], *, with_named: bool = False) -> BroughtBack:
        """Take records out of the trash, with what they name where that lies there too.

        Raises
        ------
        SymptrackError
            Where one does not lie there any more, or cannot be moved.
        """
        lying = {place_of(one.record): one for one in self._store.past.deleted()}
        coming = [*places]
        if with_named:
            coming += [place_of(one.record) for one in self._named(places)]
        self._store.past.restore(coming)
        return BroughtBack(
            said=_("Back in the journal: {what}.").format(what=_counted(coming)),
            former=tuple(lying[place] for place in coming),
        )

    def put_back(self, brought: BroughtBack) -> None:
        """Put into the trash again what came out of it, deleted when it was.

        Raises
        ------
        SymptrackError
            Where it is not in the journal any more, or cannot be moved.
        """
        self._store.past.put_back(brought.former)

    def removing_question(self, places: Sequence[Place], *, everything: bool = False) -> Question:
        """Return what is asked before records are removed for good."""
        n = len(places)
        if everything:
            title = _("Empty the trash?")
        else:
            title = ngettext(
                "Remove this entry for good?", "Remove {n} entries for good?", n
            ).format(n=n)
        gone = _("Gone for good then, with all earlier versions: {what}.").format(
            what=_counted(places)
        )
        belonging = _("What belongs to a session or a series stays in the journal, by its date.")
        holds_others = any(kind in {Kind.SESSIONS, Kind.SERIES} for kind, _id in places)
        first = _("A backup is made first, so the backups hold it too.") if n > 1 else ""
        kept = _(
            "Backups on this computer keep it until newer ones have taken their place, which can "
            "take a year. Copies you saved elsewhere keep it until you delete them."
        )
        lines = (gone, belonging if holds_others else "", first, kept)
        return Question(
            title=title,
            lines=tuple(line for line in lines if line),
            answers=(_("Empty the trash") if everything else _("Remove for good"),),
        )

    def remove(self, places: Sequence[Place]) -> str:
        """Remove records for good and return a sentence; more than one is backed up first.

        Raises
        ------
        SymptrackError
            Where one does not lie in the trash any more, or the backup cannot be made.
        """
        self._store.past.remove(places)
        return _("Gone for good: {what}.").format(what=_counted(places))

    def _named(self, places: Sequence[Place]) -> list[DeletedRecord]:
        """Return what the records name, and what that names, where it lies in the trash."""
        lying = {place_of(one.record): one for one in self._store.past.deleted()}
        found: dict[Place, DeletedRecord] = {}
        waiting: list[Record] = [lying[place].record for place in places if place in lying]
        while waiting:
            named = named_by(waiting.pop())
            if named in lying and named not in places and named not in found:
                found[named] = lying[named]
                waiting.append(lying[named].record)
        return list(found.values())


def _counted(places: Sequence[Place]) -> str:
    kinds = [kind for kind, _id in places]
    return counted({kind: kinds.count(kind) for kind in kinds})


def _left(deleted_at: datetime, now: datetime) -> str:
    """Return how long a record stays; a clock that was ahead then makes it no longer."""
    left = min(deleted_at + KEPT_FOR - now, KEPT_FOR)
    days = -(-left // DAY)
    if days < 1:
        return _("It leaves today")
    return ngettext("{n} day left", "{n} days left", days).format(n=days)
