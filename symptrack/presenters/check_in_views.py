"""What the pages of a check-in show, ready to be put on screen."""

from dataclasses import dataclass
from enum import StrEnum

from symptrack.domain.words import EffectState
from symptrack.texts import _


class Again(StrEnum):
    """The answers to *Still there?*"""

    STILL_THERE = "still_there"
    GONE = "gone"
    DO_NOT_ASK = "do_not_ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the check-in is, after which session, when it is about, and how far it is."""

    title: str
    subtitle: str
    when: str
    step: int
    steps: int

    @property
    def count(self) -> str:
        """Return how far it is, in words."""
        return _("{step} of {steps}").format(step=self.step, steps=self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingView:
    """One rating from 0 to 10; ``value`` is what was chosen in this check-in."""

    key: str
    question: str
    lead: str
    low: str
    high: str
    value: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectTile:
    """One side effect to choose; ``letter`` is the key that chooses it, or empty."""

    key: str
    name: str
    letter: str
    describe: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenEffect:
    """A chosen side effect and what was said of it."""

    key: str
    name: str
    severity: int | None
    state: EffectState


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectsView:
    """The side effects page: tiles, what is chosen, and the keys of two more buttons."""

    question: str
    lead: str
    tiles: tuple[EffectTile, ...]
    chosen: tuple[ChosenEffect, ...]
    nothing_to_report: bool
    nothing_letter: str
    else_letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectGroup:
    """A part of the longer list under its title."""

    title: str
    tiles: tuple[EffectTile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LongListView:
    """The longer list as far as it holds what was searched for; ``found`` says how much it is."""

    groups: tuple[EffectGroup, ...]
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRow:
    """A side effect that is asked about again.

    ``letters`` are the keys of the three answers, in their order, or nothing where there are none
    left; ``asks_severity`` where its strength matters to the answer given, or was never said.
    """

    key: str
    name: str
    meta: str
    strength: str
    letters: str
    answer: Again | None
    severity: int | None
    asks_severity: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StillThereView:
    """The page that asks what was there at the last word on it."""

    question: str
    lead: str
    rows: tuple[OpenRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyRow:
    """A side effect that is asked about once a week, and its severity 0 to 3."""

    key: str
    name: str
    describe: str
    severity: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyView:
    """The page that is asked once a week."""

    question: str
    lead: str
    rows: tuple[WeeklyRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """The note page."""

    question: str
    lead: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """One answer and the step it was given on; ``severity`` asks for its glyph."""

    label: str
    answer: str
    step: int
    severity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """All answers before they are saved, and whether a helper enters them."""

    question: str
    lead: str
    rows: tuple[ReviewRow, ...]
    by_helper: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """What is shown once the check-in is in the journal; ``line`` is about the clinic, or empty.

    ``leave`` is what the button says that leads back to where the check-in was opened.
    """

    check_in_id: str
    title: str
    lead: str
    card_title: str
    when: str
    rows: tuple[ReviewRow, ...]
    line: str
    leave: str


StepView = StillThereView | RatingView | EffectsView | WeeklyView | NoteView | ReviewView
