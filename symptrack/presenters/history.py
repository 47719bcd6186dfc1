"""The earlier versions of one entry: what was changed when, and back to one of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Journal, Kind, Record
from symptrack.domain.series import Series
from symptrack.presenters.clock import Clock
from symptrack.storage.store import Store
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.presenters.record_fields import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """One change, and the version before it; ``also`` says what goes with it, or nothing."""

    title: str
    changes: "tuple[Change, ...]"
    also: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView:
    """An entry as it is now, and its changes, the newest first.

    ``unsaved`` says that a change is begun which would go when a version is brought back.
    """

    title: str
    now: str
    unsaved: str
    versions: tuple[VersionView, ...]


class HistoryPresenter:
    """The earlier versions of one entry at a time: ``begin``, ``view``, then ``bring_back``.

    What puts them into words is loaded with the first, as it is seldom wanted.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._record: Record | None = None
        self._earlier: list[Record] = []
        self._view = HistoryView(title="", now="", unsaved="", versions=())

    def has_earlier(self, kind: Kind, record_id: str) -> bool:
        """Whether there is an earlier version of an entry."""
        return bool(self._store.history(kind, record_id))

    def begin(self, kind: Kind, record_id: str) -> None:
        """Take up an entry.

        Raises
        ------
        RefusedRequest
            Where it is no longer in the journal.
        """
        from symptrack.domain.side_effect import load_side_effects
        from symptrack.presenters.journal_words import Names
        from symptrack.presenters.record_fields import changes
        from symptrack.presenters.record_words import record_line, record_title
        from symptrack.presenters.words import when_words

        record = self._store.get(kind, record_id)
        if record is None:
            raise RefusedRequest(_("This entry is no longer in the journal."))
        kept = self._store.history(kind, record_id)[::-1]
        self._record, self._earlier = record, [one.record for one in kept]
        now = self._clock.now()
        journal = self._store.load(since=now)
        names, called = Names.of(journal, load_side_effects()), self._called(journal)
        after = [record, *self._earlier]
        self._view = HistoryView(
            title=record_title(record),
            now=_("Now: {words}").format(words=record_line(record, names)),
            unsaved=_(
                "A change of this entry is begun and not saved. It goes when you bring back an "
                "earlier version."
            )
            if self._store.past.being_changed(record_id)
            else "",
            versions=tuple(
                VersionView(
                    title=_("Changed {when}").format(when=when_words(one.revised_at, now)),
                    changes=changes(one.record, after[place], names, called),
                    also=_("The later changes above are taken back as well.") if place else "",
                )
                for place, one in enumerate(kept)
            ),
        )

    def view(self) -> HistoryView:
        """Return what is shown of the entry taken up last."""
        return self._view

    def bring_back(self, place: int) -> Record:
        """Make the entry what it was before a change; return what it said until now.

        Raises
        ------
        SymptrackError
            Where it is no longer in the journal or cannot be written.
        """
        assert self._record is not None
        former = self._record
        self._store.past.revert(self._earlier[place])
        return former

    def undo(self, former: Record) -> None:
        """Make an entry again what it said before an earlier version was brought back.

        Raises
        ------
        SymptrackError
            Where it is no longer in the journal or cannot be written.
        """
        self._store.past.revert(former)

    def _called(self, journal: Journal) -> dict[str, str]:
        """Return what sessions and series are called, by id; those in the trash have names too."""
        from symptrack.presenters.record_words import record_title

        named: list[Record] = [*journal.sessions, *journal.series]
        named += [one.record for one in self._store.past.deleted()]
        return {one.id: one.name if isinstance(one, Series) else record_title(one) for one in named}
