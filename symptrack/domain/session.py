"""One treatment, by any route."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from symptrack.domain.errors import InvalidValue
from symptrack.domain.limits import (
    check_above_zero,
    check_distinct,
    check_id,
    check_instant,
    check_note,
    check_range,
    check_text,
    check_zone,
)
from symptrack.domain.patient import WEIGHT_KG
from symptrack.domain.series import Series
from symptrack.domain.words import DoseUnit, EnteredBy, Route, SessionStatus, VitalMoment
from symptrack.texts import _

HIGHEST_DOSE = {DoseUnit.MG: 2_000, DoseUnit.MG_PER_KG: 20}
DURATION_MIN = (1, 14_400)
SYSTOLIC_MMHG = (50, 300)
DIASTOLIC_MMHG = (20, 200)
PULSE_PER_MIN = (20, 250)
SPO2_PERCENT = (50, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How much was given: over 0 to 2,000 mg, or over 0 to 20 mg/kg."""

    value: float
    unit: DoseUnit = DoseUnit.MG

    def __post_init__(self) -> None:
        check_above_zero("value", self.value, HIGHEST_DOSE[self.unit], self.unit.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vital:
    """Vital signs at one moment: mmHg, beats a minute, per cent."""

    moment: VitalMoment
    systolic: int | None = None
    diastolic: int | None = None
    pulse: int | None = None
    spo2: int | None = None

    def __post_init__(self) -> None:
        check_range("systolic", self.systolic, *SYSTOLIC_MMHG)
        check_range("diastolic", self.diastolic, *DIASTOLIC_MMHG)
        check_range("pulse", self.pulse, *PULSE_PER_MIN)
        check_range("spo2", self.spo2, *SPO2_PERCENT)
        if (
            self.systolic is not None
            and self.diastolic is not None
            and self.systolic <= self.diastolic
        ):
            raise InvalidValue(
                "systolic",
                _("{systolic} is not above the diastolic {diastolic}").format(
                    systolic=self.systolic, diastolic=self.diastolic
                ),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session; only its date, its route and whether it took place are needed.

    ``started_at`` keeps the wall-clock time with its offset; where ``time_known`` is false it is
    12:00 and only its date counts. ``experience`` holds keys of the catalogue's experiences.
    """

    id: str
    status: SessionStatus
    started_at: datetime
    time_zone: str
    route: Route
    series_id: str | None = None
    time_known: bool = True
    duration_min: int | None = None
    dose: Dose | None = None
    weight_kg: float | None = None
    clinic: str = ""
    experience: tuple[str, ...] = ()
    vitals: tuple[Vital, ...] = ()
    medicines: str = ""
    intention: str = ""
    note: str = ""
    entered_at: datetime | None = None
    entered_by: EnteredBy = EnteredBy.PATIENT

    def __post_init__(self) -> None:
        check_id("id", self.id)
        if self.series_id is not None:
            check_id("series_id", self.series_id)
        check_instant("started_at", self.started_at)
        check_zone("time_zone", self.time_zone)
        check_range("duration_min", self.duration_min, *DURATION_MIN)
        check_range("weight_kg", self.weight_kg, *WEIGHT_KG)
        check_text("clinic", self.clinic)
        check_distinct("experience", self.experience)
        for field in ("medicines", "intention", "note"):
            check_note(field, getattr(self, field))
        check_instant("entered_at", self.entered_at)

    @property
    def done(self) -> bool:
        """Whether the session took place."""
        return self.status is SessionStatus.DONE


def by_start(sessions: Iterable[Session]) -> list[Session]:
    """Return sessions from the earliest to the latest."""
    return sorted(sessions, key=lambda session: (session.started_at, session.id))


def session_numbers(series: Iterable[Series], sessions: Iterable[Session]) -> dict[str, int]:
    """Return the number of each done session of a series, by session id.

    Numbers follow from the dates: by start over the series' done sessions, from its
    ``first_number``. Planned and missed sessions, and those of no series, have none.
    """
    next_number = {one.id: one.first_number for one in series}
    numbers: dict[str, int] = {}
    for session in by_start(sessions):
        if session.done and session.series_id in next_number:
            numbers[session.id] = next_number[session.series_id]
            next_number[session.series_id] += 1
    return numbers
