"""Decides what the Journal page lists, and moves entries to the trash and back."""

from dataclasses import replace
from datetime import date

from symptrack.analysis.before_after import before_after
from symptrack.analysis.follow_ups import DueCheckIn, due_check_in
from symptrack.analysis.timeline import Timeline
from symptrack.domain.journal import Kind
from symptrack.domain.session import Session
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.symptom import MOOD
from symptrack.presenters.care_words import care_line
from symptrack.presenters.clock import Clock
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.journal_order import Group, grouped
from symptrack.presenters.journal_questionnaires import changing, offers, overlapping
from symptrack.presenters.journal_views import JournalCard, JournalView, SessionHead
from symptrack.presenters.journal_words import (
    Names,
    due_row,
    entry_row,
    month_title,
    session_head,
)
from symptrack.presenters.visit import VisitPresenter, next_visit
from symptrack.presenters.whole_journal import WholeJournal
from symptrack.presenters.words import log_words
from symptrack.storage.store import Store
from symptrack.texts import _

FIRST_LINES = 40
MORE_LINES = 120


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
        self.history = HistoryPresenter(store, clock)

    def view(self, lines: int = FIRST_LINES) -> JournalView:
        """Return the newest part of the journal: at most so many sessions and entries together."""
        timeline, now = self._whole.read(), self._clock.now()
        journal = timeline.journal
        names = replace(
            Names.of(journal, self._catalogue),
            overlapping=overlapping(timeline),
            changing=changing(self._store, journal.responses),
            today=now.date(),
        )
        due = due_check_in(journal, now)
        groups = grouped(timeline, self._clock.time_zone())
        revised = self._store.past.revised()
        cards: list[JournalCard] = []
        shown = 0
        for group in groups:
            room = lines - shown - 1
            if room < 1:
                break
            card = _card(group, room, timeline, names, due, now.date())
            cards.append(replace(card, revised=revised & card.places))
            shown += 1 + len(cards[-1].rows)
        all_lines = sum(1 + len(group.entries) for group in groups)
        return JournalView(
            cards=tuple(cards),
            log=log_words(journal.sessions),
            earlier=_("Show earlier entries") if shown < all_lines else "",
            questionnaires=offers(timeline, now.date()),
            care=care_line(next_visit(journal.visits, now.date()), now.date()),
        )

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


def _card(
    group: Group,
    most: int,
    timeline: Timeline,
    names: Names,
    due: DueCheckIn | None,
    today: date,
) -> JournalCard:
    session = group.session
    waits = due is not None and session is not None and due.session.id == session.id
    head = _head(session, timeline, today) if session is not None else None
    return JournalCard(
        key=group.key,
        title=head.title if head is not None else month_title(group.entries[0].record),
        session=head,
        due=due_row(due) if due is not None and waits else None,
        rows=tuple(entry_row(one.record, session, names) for one in group.entries[:most]),
    )


def _head(session: Session, timeline: Timeline, today: date) -> SessionHead:
    before = before_after(timeline, session, MOOD).before if session.done else None
    return session_head(session, timeline.numbers.get(session.id), before, today)
