"""What is typed and chosen in the session form, kept as typed."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from symptrack.domain.errors import InvalidValue
from symptrack.domain.session import Session, Vital
from symptrack.domain.words import DoseUnit, Route, SessionStatus, VitalMoment
from symptrack.formatting import format_day_year, format_time
from symptrack.presenters.typed import read_date

NEW_DRAFT = "session"
CHANGE_DRAFT = "session-change"
MG_ONLY = frozenset({Route.LOZENGE, Route.NASAL, Route.ORAL})
"""Routes whose dose is a number of lozenges, sprays or tablets: nobody counts it by weight."""
VITAL_PARTS = ("pressure", "pulse", "spo2")


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionForm:
    """The form as it stands; each change makes a new one.

    ``time`` is empty where only the date is known. ``mood`` is the rating just before, 0 to 10;
    ``mood_id`` the id of the check-in that holds it. A vital sign's field is its moment and its
    part: ``before_pressure``, ``peak_pulse``, ``after_spo2``.
    """

    id: str
    mood_id: str
    time_zone: str
    status: SessionStatus = SessionStatus.DONE
    date: str = ""
    time: str = ""
    series_id: str | None = None
    clinic: str = ""
    route: Route | None = None
    dose: str = ""
    unit: DoseUnit = DoseUnit.MG
    weight: str = ""
    duration: str = ""
    before_pressure: str = ""
    before_pulse: str = ""
    before_spo2: str = ""
    peak_pressure: str = ""
    peak_pulse: str = ""
    peak_spo2: str = ""
    after_pressure: str = ""
    after_pulse: str = ""
    after_spo2: str = ""
    mood: int | None = None
    medicines: str = ""
    intention: str = ""
    experience: tuple[str, ...] = ()
    note: str = ""

    def content(self) -> dict[str, Any]:
        """Return the form as plain values, as a draft keeps it."""
        return asdict(self) | {"experience": list(self.experience)}


def vital_fields() -> Iterator[tuple[VitalMoment, tuple[str, ...]]]:
    """Yield each moment with the names of its fields: pressure, pulse, SpO2."""
    for moment in VitalMoment:
        yield moment, tuple(f"{moment.value}_{part}" for part in VITAL_PARTS)


def read_content(content: Mapping[str, Any], saved_on: date) -> SessionForm:
    """Return the form that a draft kept; *today* then was the day it was kept on."""
    route = content["route"]
    return SessionForm(
        **{
            **content,
            "status": SessionStatus(content["status"]),
            "route": Route(route) if route else None,
            "unit": DoseUnit(content["unit"]),
            "experience": tuple(content["experience"]),
            "date": _fixed(content["date"], content["status"], saved_on),
        }
    )


def form_of(session: Session, *, mood_id: str, mood: int | None) -> SessionForm:
    """Return the form filled with a saved session and the mood just before it."""
    dose = session.dose
    return SessionForm(
        id=session.id,
        mood_id=mood_id,
        time_zone=session.time_zone,
        status=session.status,
        date=format_day_year(session.started_at.date()),
        time=format_time(session.started_at) if session.time_known else "",
        series_id=session.series_id,
        clinic=session.clinic,
        route=session.route,
        dose=number_text(dose.value) if dose else "",
        unit=dose.unit if dose else DoseUnit.MG,
        weight=number_text(session.weight_kg),
        duration=number_text(session.duration_min),
        mood=mood,
        medicines=session.medicines,
        intention=session.intention,
        experience=session.experience,
        note=session.note,
        **_vital_texts(session),
    )


def vital_at(session: Session, moment: VitalMoment) -> Vital:
    """Return the vital signs of a moment, empty where there are none."""
    found = (vital for vital in session.vitals if vital.moment is moment)
    return next(found, Vital(moment=moment))


def number_text(value: float | None) -> str:
    """Return a number as it is typed: *38*, *0.5*, or nothing."""
    if value is None:
        return ""
    return str(int(value)) if float(value).is_integer() else str(value)


def _vital_texts(session: Session) -> dict[str, str]:
    texts: dict[str, str] = {}
    for moment, (pressure, pulse, spo2) in vital_fields():
        vital = vital_at(session, moment)
        both = (number_text(vital.systolic), number_text(vital.diastolic))
        texts[pressure] = "/".join(both) if any(both) else ""
        texts[pulse] = number_text(vital.pulse)
        texts[spo2] = number_text(vital.spo2)
    return texts


def _fixed(text: str, status: str, saved_on: date) -> str:
    try:
        day = read_date("date", text, saved_on, ahead=status == SessionStatus.PLANNED.value)
    except InvalidValue:
        return text
    return format_day_year(day)
