"""What the Journal page shows, ready to be put on screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from symptrack.domain.journal import Kind, Place
from symptrack.domain.words import SessionStatus
from symptrack.presenters.journal_days import DayMarks

if TYPE_CHECKING:
    from symptrack.presenters.journal_filter import FilterOffers
    from symptrack.presenters.journal_listing import Listing


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with marks in it: from where to where each stands."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One entry: ``when`` and ``at`` beside it, ``mood`` 0 to 10 or empty, and its lines.

    ``found`` are the texts in which a search found something. ``spoken`` is all of it in words.
    """

    kind: Kind
    id: str
    when: str
    at: str
    mood: str
    text: str
    lines: tuple[str, ...]
    spoken: str
    found: tuple[Marked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """The check-in that is waiting, above a session's entries."""

    when: str
    at: str
    text: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionHead:
    """A session above its entries; ``number`` is what stands in its disc, or empty."""

    id: str
    status: SessionStatus
    number: str
    title: str
    lines: tuple[str, ...]
    spoken: str
    found: tuple[Marked, ...] = ()


Words = EntryRow | DueRow | SessionHead | str
"""What a line says; a text alone is the title of a card without a session."""


class LineKind(StrEnum):
    """What stands in a line."""

    TITLE = "title"
    SESSION = "session"
    DUE = "due"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the list, before it is put into words.

    ``key`` stays the same while the journal changes; ``place`` is where its record is found, ``on``
    its day; ``ends`` says that it is the last of its card.
    """

    key: str
    kind: LineKind
    place: Place | None
    on: date | None
    ends: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireOffer:
    """A questionnaire that can be filled in: its key, its name, and a few words about it."""

    key: str
    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CareLine:
    """When the next visit is, and how many questions stand there, or nothing."""

    visit: str
    questions: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalView:
    """The page: its list, the calendar's days, and what it says and offers beside them.

    ``empty`` says that nothing is written yet; ``said`` how much was found, ``nothing`` that
    nothing was. ``log`` are the words of the button that logs a session; ``questionnaires`` are
    those that can be filled in.
    """

    listing: "Listing"
    empty: bool
    said: str
    nothing: str
    offers: "FilterOffers"
    days: Mapping[date, DayMarks]
    today: date
    log: str
    questionnaires: tuple[QuestionnaireOffer, ...]
    care: CareLine
