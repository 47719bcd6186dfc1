"""What the pages of gentle mode show, ready to be put on screen."""

from dataclasses import dataclass

from symptrack.presenters.check_in_views import EffectTile


@dataclass(frozen=True, slots=True, kw_only=True)
class GentleMoodView:
    """The mood from 0 to 10; ``helped`` says that someone else enters it."""

    question: str
    low: str
    high: str
    value: int | None
    helped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GentleEffectsView:
    """A few side effects, before them *No, nothing*, after them *Something worse*.

    ``nothing`` is ``None`` where it would take back what is out of sight; ``hint`` is the line
    below.
    """

    question: str
    nothing: EffectTile | None
    tiles: tuple[EffectTile, ...]
    worse: EffectTile
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GentleWorseView:
    """The red flags; ``urgent`` and ``clinic`` are said once one of them is chosen."""

    question: str
    tiles: tuple[EffectTile, ...]
    urgent: str
    clinic: str
