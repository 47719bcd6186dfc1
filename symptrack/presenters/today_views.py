"""What Today shows, ready to be put on screen.

Named tuples, which a start makes in a fraction of the time that dataclasses take.
"""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class CardKind(StrEnum):
    """What the one quiet card is about."""

    START = "start"
    DRAFT = "draft"
    DUE = "due"
    EVENING = "evening"
    GENTLE = "gentle"
    QUIET = "quiet"


class WaitingCard(NamedTuple):
    """The card on top: what is waiting, and the words of the button that begins a full check-in.

    ``gentle`` are the words of what begins gentle mode, or nothing; with ``gentle_first`` it is
    the main button.
    """

    kind: CardKind
    title: str
    text: str
    action: str
    gentle: str = ""
    gentle_first: bool = False


class EveningMood(NamedTuple):
    """The mood of an evening, answered in one press; ``low`` and ``high`` name its ends."""

    question: str
    hint: str
    low: str
    high: str


class AfterCare(NamedTuple):
    """What is worth knowing on the day of a session; ``clinic`` is whom to call, or nothing."""

    title: str
    lines: tuple[str, ...]
    clinic: str


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
    """A side effect that was still there; ``severity`` 0 to 3 asks for its glyph.

    ``name`` is the side effect alone; ``lasting`` says that it lasts longer than most report, or
    nothing; ``check_in_id`` is the check-in that spoke of it last.
    """

    effect: str
    name: str
    title: str
    meta: str
    severity: int | None
    check_in_id: str
    lasting: str = ""


class PassedSession(NamedTuple):
    """A planned session whose time has passed: did it take place?"""

    session_id: str
    question: str
    meta: str


class Done(NamedTuple):
    """What one press recorded, in a sentence, and how it is taken back.

    ``help_first`` asks for the help panel; ``check_in_id`` is the check-in that was written.
    """

    said: str
    take_back: Callable[[], None]
    help_first: bool = False
    check_in_id: str = ""


class TodayView(NamedTuple):
    """The whole page; ``log`` is what the button says that logs a session.

    At most three things wait at once, in this order: a check-in (``card``), the mood of the
    evening (``evening``, in the card or below it), a planned session that has passed, side effects
    that are still open. What has no room is not shown.
    """

    day: str
    greeting: str
    card: WaitingCard
    log: str
    evening: EveningMood | None
    after_care: AfterCare | None
    passed: PassedSession | None
    series: SeriesCard
    mood: MoodCard
    open_effects: tuple[OpenEffectRow, ...]
    footer: str
