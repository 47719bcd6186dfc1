"""What the pages of a check-in show, ready to be put on screen."""

from dataclasses import dataclass, replace

from symptrack.domain.words import EffectState
from symptrack.presenters.check_in_draft import CheckInDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the check-in is, after which session, when it is about, and how far it is."""

    title: str
    subtitle: str
    when: str
    step: int
    steps: int


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
    """The side effects page: first tiles, the longer list, and what is chosen."""

    question: str
    lead: str
    tiles: tuple[EffectTile, ...]
    more: tuple[EffectTile, ...]
    chosen: tuple[ChosenEffect, ...]
    nothing_to_report: bool


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
    """All answers before they are saved."""

    question: str
    lead: str
    rows: tuple[ReviewRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """What is shown once the check-in is in the journal."""

    check_in_id: str
    title: str
    lead: str
    card_title: str
    when: str
    rows: tuple[ReviewRow, ...]


StepView = RatingView | EffectsView | NoteView | ReviewView


def without_answer(draft: CheckInDraft, view: StepView) -> CheckInDraft:
    """Return the draft with nothing answered on a page."""
    if isinstance(view, EffectsView):
        return replace(draft, effects=(), nothing_to_report=False)
    if isinstance(view, NoteView):
        return replace(draft, note="")
    if isinstance(view, ReviewView):
        return draft
    return draft.with_rating(view.key, None)
