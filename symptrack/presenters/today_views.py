"""What Today shows, ready to be put on screen.

Named tuples, which a start makes in a fraction of the time that dataclasses take.
"""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class CardKind(StrEnum):
    """What the one quiet card is about."""

    START = "start"
    DRAFT = "draft"
    DUE = "due"
    QUIET = "quiet"


class WaitingCard(NamedTuple):
    """The card on top: what is waiting, and the words of its main button."""

    kind: CardKind
    title: str
    text: str
    action: str


class Disc(NamedTuple):
    """One numbered session disc with two lines under it; ``number`` is what stands in it."""

    number: str
    done: bool
    day: str
    change: str
    spoken: str


class SeriesCard(NamedTuple):
    """How far the series is; ``earlier`` counts done sessions that are not shown."""

    title: str
    progress: str
    discs: tuple[Disc, ...]
    hint: str
    coming: str


class MoodPoint(NamedTuple):
    """One mood: when, 0 to 10, and whether a line joins it to the one before."""

    at: datetime
    value: int
    joined: bool


class MoodMark(NamedTuple):
    """A session on the small chart."""

    at: datetime
    number: str


class MoodCard(NamedTuple):
    """The last mood and the small chart; ``value`` is empty while a check-in is due."""

    title: str
    when: str
    value: str
    text: str
    points: tuple[MoodPoint, ...]
    marks: tuple[MoodMark, ...]
    first_at: datetime
    last_at: datetime
    spoken: str


class OpenEffectRow(NamedTuple):
    """A side effect that was still there; ``severity`` 0 to 3 asks for its glyph."""

    effect: str
    title: str
    meta: str
    severity: int | None
    check_in_id: str


class PassedSession(NamedTuple):
    """A planned session whose time has passed: did it take place?"""

    session_id: str
    question: str
    meta: str


class TodayView(NamedTuple):
    """The whole page; ``log`` is what the button says that logs a session."""

    day: str
    greeting: str
    card: WaitingCard
    log: str
    passed: PassedSession | None
    series: SeriesCard
    mood: MoodCard
    open_effects: tuple[OpenEffectRow, ...]
    footer: str
