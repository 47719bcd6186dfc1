"""The fixed words of the field: what a record may say."""

from enum import StrEnum


class SeriesKind(StrEnum):
    """What a course of sessions is for."""

    INDUCTION = "induction"
    MAINTENANCE = "maintenance"
    SINGLE = "single"


class SessionStatus(StrEnum):
    """Whether a treatment took place."""

    PLANNED = "planned"
    DONE = "done"
    MISSED = "missed"


class Route(StrEnum):
    """How ketamine was given."""

    IV = "iv"
    IM = "im"
    SC = "sc"
    LOZENGE = "lozenge"
    NASAL = "nasal"
    ORAL = "oral"
    OTHER = "other"


class DoseUnit(StrEnum):
    """What a dose is counted in."""

    MG = "mg"
    MG_PER_KG = "mg/kg"


class VitalMoment(StrEnum):
    """When vital signs were measured, seen from the session."""

    BEFORE = "before"
    PEAK = "peak"
    AFTER = "after"


class Moment(StrEnum):
    """Whether a check-in precedes or follows its session."""

    BEFORE = "before"
    AFTER = "after"


class Mode(StrEnum):
    """Which form a check-in was made with."""

    FULL = "full"
    GENTLE = "gentle"


class EnteredBy(StrEnum):
    """Who entered a record."""

    PATIENT = "patient"
    HELPER = "helper"


class Source(StrEnum):
    """Where a check-in came from."""

    SYMPTRACK = "symptrack"
    DAYLIO = "daylio"
    BEARABLE = "bearable"
    EMOODS = "emoods"
    TRACK_AND_GRAPH = "track_and_graph"


class EffectState(StrEnum):
    """Whether a side effect was still there."""

    PRESENT = "present"
    GONE = "gone"


class Direction(StrEnum):
    """Which end of a scale is the good one."""

    BETTER = "better"
    WORSE = "worse"


class TotalStatus(StrEnum):
    """What a questionnaire's total rests on."""

    COMPLETE = "complete"
    ESTIMATED = "estimated"
    NONE = "none"


class Severity:
    """The severity scale of a side effect, 0 to 3."""

    NONE = 0
    MILD = 1
    MODERATE = 2
    SEVERE = 3
