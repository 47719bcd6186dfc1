"""What the session form shows, ready to be put on screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from symptrack.domain.words import DoseUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesItem:
    """A series to choose; the first item has no id and is *no series*."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperienceItem:
    """A word for what the session was like."""

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterView:
    """What is asked the next day rather than then; ``open`` unless it is folded away."""

    title: str
    lead: str
    open: bool
    asks_medicines: bool
    asks_intention: bool
    asks_experience: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    """The form around what is typed: its words, and what is asked for this kind of session.

    ``can_delete`` is true for a saved session; ``can_clear_mood`` where the mood was chosen here
    and is not in the journal yet. ``resumed`` says that an unfinished form was taken up again.
    ``pressure`` is what is said of a blood pressure, or empty; ``urgent`` where it can need help
    now.
    """

    today: date
    title: str
    lead: str
    save: str
    series: tuple[SeriesItem, ...]
    units: tuple[DoseUnit, ...]
    asks_dose: bool
    asks_weight: bool
    asks_vitals: bool
    asks_mood: bool
    later: LaterView
    experiences: tuple[ExperienceItem, ...]
    can_delete: bool
    can_clear_mood: bool
    resumed: str
    pressure: str
    urgent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSession:
    """What is shown once the session is in the journal; ``another`` is empty after a change."""

    session_id: str
    title: str
    lead: str
    another: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """Why nothing was saved: a sentence by field, refused or asked about once."""

    refused: Mapping[str, str] = field(default_factory=dict)
    asked: Mapping[str, str] = field(default_factory=dict)
