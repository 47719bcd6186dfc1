"""One sitting in which the patient says how they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from symptrack.domain.limits import (
    check_id,
    check_instant,
    check_note,
    check_range,
    check_text,
    check_zone,
)
from symptrack.domain.symptom import RATING
from symptrack.domain.words import EffectState, EnteredBy, Mode, Moment, Severity, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SideEffectEntry:
    """One side effect as a check-in found it.

    ``severity`` is 0 none, 1 mild, 2 moderate, 3 severe, or ``None`` where it was not said;
    severity 0 and *gone* mean the same. ``ask_again`` is false once the patient asked not to be
    asked about it.
    """

    effect: str
    state: EffectState
    severity: int | None = None
    began_at: datetime | None = None
    ended_at: datetime | None = None
    ask_again: bool = True

    def __post_init__(self) -> None:
        check_text("effect", self.effect)
        check_range("severity", self.severity, Severity.NONE, Severity.SEVERE)
        check_instant("began_at", self.began_at)
        check_instant("ended_at", self.ended_at)

    @property
    def present(self) -> bool:
        """Whether the side effect was there."""
        return self.state is EffectState.PRESENT and self.severity != Severity.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """A check-in: ratings from 0 to 10, side effects, a note.

    ``session_id`` names the session it follows or, where ``moment`` is *before*, precedes.
    ``mapped`` says that the ratings were made from another tracker's words.
    """

    id: str
    occurred_at: datetime
    time_zone: str
    session_id: str | None = None
    moment: Moment | None = None
    time_known: bool = True
    entered_at: datetime | None = None
    entered_by: EnteredBy = EnteredBy.PATIENT
    mode: Mode = Mode.FULL
    source: Source = Source.SYMPTRACK
    mapped: bool = False
    ratings: Mapping[str, int] = field(default_factory=dict)
    nothing_to_report: bool = False
    side_effects: tuple[SideEffectEntry, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        check_id("id", self.id)
        if self.session_id is not None:
            check_id("session_id", self.session_id)
        check_instant("occurred_at", self.occurred_at)
        check_zone("time_zone", self.time_zone)
        check_instant("entered_at", self.entered_at)
        for key, rating in self.ratings.items():
            check_range(f"ratings.{key}", rating, *RATING)
        check_note("note", self.note)

    @property
    def only_side_effects(self) -> bool:
        """Whether it names side effects and says nothing else, as a press of *Still there* does."""
        said = self.ratings or self.note or self.nothing_to_report or self.mode is Mode.GENTLE
        return bool(self.side_effects) and not said
