"""A journal with its list, for the tests of the Journal's presenter."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from symptrack.domain.journal import Journal
from symptrack.domain.session import Dose
from symptrack.domain.side_effect import load_side_effects
from symptrack.presenters.journal import JournalPresenter
from symptrack.presenters.journal_filter import JournalFilter
from symptrack.presenters.journal_listing import Listing, card_starts
from symptrack.presenters.journal_views import DueRow, EntryRow, SessionHead
from tests.builders import make_journal, make_series, make_session
from tests.opened import SetClock, open_store

NOW = "2026-09-12 09:30"
MARKUP = "<b>J. & M.</b> $\\frac{1}{0$"
SERIES = make_series()
FIRST = make_session("2026-09-08 10:30", series_id=SERIES.id, dose=Dose(value=35))
SECOND = make_session("2026-09-11 10:30", series_id=SERIES.id, dose=Dose(value=38))


def treated(*check_ins: object, **changes: object) -> Journal:
    """Return a journal with infusions on 8 and 11 September, 10:30 to 11:10."""
    return make_journal(
        series=[SERIES], sessions=[FIRST, SECOND], check_ins=list(check_ins), **changes
    )


@dataclass(frozen=True, slots=True)
class Card:
    """A session, or a month before any, with its entries, as they are read from top to bottom."""

    title: str
    session: SessionHead | None
    due: DueRow | None
    rows: tuple[EntryRow, ...]


def cards_of(listing: Listing) -> tuple[Card, ...]:
    """Return the cards of a list, all in words."""
    starts = [*card_starts(listing.lines), len(listing)]
    cards = []
    for first, following in pairwise(starts):
        said = [listing.words(at) for at in range(first, following)]
        head = said[0]
        due = [one for one in said if isinstance(one, DueRow)]
        cards.append(
            Card(
                title=head.title if isinstance(head, SessionHead) else str(head),
                session=head if isinstance(head, SessionHead) else None,
                due=due[0] if due else None,
                rows=tuple(one for one in said if isinstance(one, EntryRow)),
            )
        )
    return tuple(cards)


class ListedJournal:
    """A journal with its page's presenter, closed at the end of the test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, journal: Journal, now: str = NOW) -> JournalPresenter:
        self.clock = SetClock(now)
        self.store = open_store(self._folder, self.clock, journal)
        self.presenter = JournalPresenter(self.store, self.clock.clock, load_side_effects())
        return self.presenter

    def cards(self, journal: Journal, now: str = NOW, **wanted: Any) -> tuple[Card, ...]:
        """Return the cards of a journal, or of what is wanted of it."""
        return cards_of(self(journal, now).view(JournalFilter(**wanted)).listing)

    def row(self, journal: Journal, now: str = NOW) -> EntryRow:
        """Return the only row of a journal."""
        (row,) = [row for card in self.cards(journal, now) for row in card.rows]
        return row
