"""Decides what the Journal page lists, and moves entries to the trash and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from symptrack.analysis.follow_ups import due_check_in
from symptrack.analysis.timeline import Timeline
from symptrack.domain.journal import Kind
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.presenters.care_words import care_line
from symptrack.presenters.clock import Clock
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.journal_actions import ActionsPresenter
from symptrack.presenters.journal_days import DayMarks, days_of
from symptrack.presenters.journal_filter import FilterOffers, JournalFilter, offers_of
from symptrack.presenters.journal_found import by_place
from symptrack.presenters.journal_listing import Listing, Reading
from symptrack.presenters.journal_order import Group, grouped
from symptrack.presenters.journal_questionnaires import changing, offers, overlapping
from symptrack.presenters.journal_views import JournalView
from symptrack.presenters.journal_words import Names
from symptrack.presenters.note import NotePresenter
from symptrack.presenters.series import SeriesPresenter
from symptrack.presenters.visit import VisitPresenter, next_visit
from symptrack.presenters.whole_journal import WholeJournal
from symptrack.presenters.words import log_words, weekday_words
from symptrack.storage.store import Store
from symptrack.texts import _, ngettext

EVERYTHING = JournalFilter()


@dataclass(frozen=True, slots=True)
class _Sorted:
    """What a journal's list is made of, whatever part of it is wanted."""

    timeline: Timeline
    zone: str
    groups: Sequence[Group]
    days: Mapping[date, DayMarks]
    offers: FilterOffers


class JournalPresenter:
    """Makes the list from the journal; ``view`` may run beside the window."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        catalogue: SideEffectCatalogue,
        whole: WholeJournal | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._catalogue = catalogue
        self._whole = whole or WholeJournal(store)
        self._sorted: _Sorted | None = None
        self.history = HistoryPresenter(store, clock)
        self.actions = ActionsPresenter(store, clock, catalogue)

    def view(self, wanted: JournalFilter = EVERYTHING) -> JournalView:
        """Return the journal's list, or the part of it that is wanted."""
        timeline, now = self._whole.read(), self._clock.now()
        journal = timeline.journal
        reading = Reading(
            timeline=timeline,
            names=replace(
                Names.of(journal, self._catalogue),
                overlapping=overlapping(timeline),
                changing=changing(self._store, journal.responses),
                today=now.date(),
            ),
            due=due_check_in(journal, now),
            today=now.date(),
            found=by_place(self._store.search(wanted.asked)) if wanted.searches else {},
        )
        known = self._put_in_order(timeline)
        listing = Listing(reading, known.groups, wanted)
        return JournalView(
            listing=listing,
            empty=not known.groups,
            said=_said(listing, wanted),
            nothing=_nothing(wanted) if known.groups and not listing.lines else "",
            offers=known.offers,
            days=known.days,
            today=now.date(),
            log=log_words(journal.sessions),
            questionnaires=offers(timeline, now.date()),
            care=care_line(next_visit(journal.visits, now.date()), now.date()),
        )

    def _put_in_order(self, timeline: Timeline) -> _Sorted:
        """Return the journal in order; a search or a filter asks for the same one again."""
        zone, known = self._clock.time_zone(), self._sorted
        if known is None or known.timeline is not timeline or known.zone != zone:
            groups, days = grouped(timeline, zone), days_of(timeline)
            known = _Sorted(timeline, zone, groups, days, offers_of(timeline.journal))
            self._sorted = known
        return known

    def visit(self, visit_id: str) -> VisitPresenter:
        """Return the form of a visit, begun.

        Raises
        ------
        RefusedRequest
            Where it is no longer in the journal.
        """
        form = VisitPresenter(self._store, self._clock)
        form.begin(visit_id)
        return form

    def note(self, day: date | None = None) -> NotePresenter:
        """Return the form of a new note about a day, begun."""
        form = NotePresenter(self._store, self._clock)
        form.begin(day=day)
        return form

    def series(self) -> SeriesPresenter:
        """Return the form of a series, not begun."""
        return SeriesPresenter(self._store, self._clock)

    def no_entry(self, day: date) -> str:
        """Say that there is nothing of a day."""
        return _("No entry on {day}. That is fine.").format(
            day=weekday_words(day, self._clock.now().date())
        )

    def delete(self, kind: Kind, record_id: str) -> None:
        """Move an entry or a session to the trash.

        Raises
        ------
        SymptrackError
            Where it is there no more or cannot be moved.
        """
        self._store.delete(kind, record_id)

    def restore(self, kind: Kind, record_id: str) -> None:
        """Take it out of the trash again.

        Raises
        ------
        SymptrackError
            Where it does not lie there any more or cannot be moved.
        """
        self._store.restore(kind, record_id)


def _said(listing: Listing, wanted: JournalFilter) -> str:
    """Return how many entries are listed, where that was asked for."""
    if not wanted.narrows:
        return ""
    return ngettext("{n} entry found", "{n} entries found", listing.hits).format(n=listing.hits)


def _nothing(wanted: JournalFilter) -> str:
    """Return why nothing is listed, and what to do."""
    if wanted.searches and replace(wanted, asked="").narrows:
        return _("No such word stands in the entries chosen above.")
    if wanted.searches:
        return _("No word in your notes begins like this. Fewer letters find more.")
    return _("There are no such entries.")
