"""What a session cannot be, and what is strange but possible and so asked about once.

The limits of what is asked are our own definition. They sit well above the usual (0.5 mg/kg over
40 minutes by vein: American Psychiatric Association consensus statement, 2017) so that the question
finds slips of a finger. They judge nothing, and any answer is kept.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from symptrack.domain.errors import InvalidValue
from symptrack.domain.session import (
    DIASTOLIC_MMHG,
    HIGHEST_DOSE,
    SYSTOLIC_MMHG,
    Dose,
    Session,
    Vital,
    by_start,
)
from symptrack.domain.words import DoseUnit, Route, SessionStatus
from symptrack.formatting import format_day_year, format_number
from symptrack.presenters.form_checks import checked_range
from symptrack.presenters.session_form import SessionForm, vital_fields
from symptrack.presenters.typed import read_blood_pressure, read_number
from symptrack.texts import _

ASK_ABOVE_IV_MG = 150
ASK_ABOVE_MG_PER_KG = 1.5
ASK_ABOVE_TIMES_LAST = 2
ASK_FROM_SYSTOLIC_MMHG = 200
ASK_ABOVE_IV_MIN = 180
ASK_BEFORE_YEARS = 10
ASK_AFTER_YEARS = 2
YEAR = timedelta(days=365.25)


def dose_words(dose: Dose) -> str:
    """Return *38 mg* or *0.5 mg/kg*."""
    return _("{number} {unit}").format(number=format_number(dose.value, 3), unit=dose.unit.value)


def checked_dose(text: str, unit: DoseUnit) -> Dose:
    """Read a dose.

    Raises
    ------
    InvalidValue
        Where it is no number, or not over 0 and at most 2,000 mg or 20 mg/kg.
    """
    value = read_number("dose", text)
    try:
        return Dose(value=value, unit=unit)
    except InvalidValue:
        raise InvalidValue(
            "dose",
            _("{value} {unit} cannot be kept; a dose is over 0 and at most {high} {unit}.").format(
                value=format_number(value, 3),
                high=format_number(HIGHEST_DOSE[unit]),
                unit=unit.value,
            ),
        ) from None


def checked_pressure(field: str, pressure: tuple[int, int]) -> tuple[int, int]:
    """Return a blood pressure of 50-300 over 20-200 mmHg, the first number the higher one.

    Raises
    ------
    InvalidValue
        Where it is none.
    """
    systolic, diastolic = pressure
    if systolic <= diastolic:
        raise InvalidValue(
            field,
            _("In {systolic}/{diastolic} the first number must be the higher one.").format(
                systolic=systolic, diastolic=diastolic
            ),
        )
    checked_range(field, systolic, SYSTOLIC_MMHG, _("{number} over the stroke"))
    checked_range(field, diastolic, DIASTOLIC_MMHG, _("{number} under the stroke"))
    return pressure


def pressures(form: SessionForm) -> Iterator[Vital]:
    """Yield each blood pressure of the form as far as it is one already."""
    for moment, (pressure, _pulse, _spo2) in vital_fields():
        try:
            read = read_blood_pressure(pressure, getattr(form, pressure))
            systolic, diastolic = checked_pressure(pressure, read)
        except InvalidValue:
            continue
        yield Vital(moment=moment, systolic=systolic, diastolic=diastolic)


def questions(
    session: Session, others: Iterable[Session], now: datetime, original: Session | None
) -> dict[str, str]:
    """Return what is strange but possible: a question by field; nothing that stands saved."""
    asked: dict[str, str] = {}
    if original is None or original.dose != session.dose or original.route != session.route:
        asked |= _dose_question(session, others)
    if original is None or original.duration_min != session.duration_min:
        asked |= _duration_question(session)
    asked |= _pressure_questions(session, original)
    moved = original is None or original.started_at != session.started_at
    if moved or (original is not None and original.status is not session.status):
        asked |= _date_question(session, others, now)
    return asked


def _is_right(value: str) -> str:
    return _("Is {value} right? Check, then save.").format(value=value)


def _dose_question(session: Session, others: Iterable[Session]) -> dict[str, str]:
    dose = session.dose
    if dose is None:
        return {}
    high: float = ASK_ABOVE_IV_MG if session.route is Route.IV else HIGHEST_DOSE[DoseUnit.MG]
    if dose.unit is DoseUnit.MG_PER_KG:
        high = ASK_ABOVE_MG_PER_KG
    last = _last_dose(session, dose.unit, others)
    if dose.value > high or (last and dose.value > ASK_ABOVE_TIMES_LAST * last.value):
        return {"dose": _is_right(dose_words(dose))}
    return {}


def _last_dose(session: Session, unit: DoseUnit, others: Iterable[Session]) -> Dose | None:
    doses = [
        one.dose
        for one in by_start(others)
        if one.done
        and one.route is session.route
        and one.dose is not None
        and one.dose.unit is unit
        and one.started_at < session.started_at
    ]
    return doses[-1] if doses else None


def _duration_question(session: Session) -> dict[str, str]:
    minutes = session.duration_min or 0
    if session.route is Route.IV and minutes > ASK_ABOVE_IV_MIN:
        said = _("{number} minutes").format(number=format_number(minutes))
        return {"duration": _is_right(said)}
    return {}


def _pressure_questions(session: Session, original: Session | None) -> dict[str, str]:
    asked = {}
    saved = original.vitals if original else ()
    known = {(vital.moment, vital.systolic, vital.diastolic) for vital in saved}
    for vital in session.vitals:
        high = vital.systolic is not None and vital.systolic >= ASK_FROM_SYSTOLIC_MMHG
        if high and (vital.moment, vital.systolic, vital.diastolic) not in known:
            pressure = f"{vital.systolic}/{vital.diastolic}"
            asked[f"{vital.moment.value}_pressure"] = _is_right(pressure)
    return asked


def _date_question(session: Session, others: Iterable[Session], now: datetime) -> dict[str, str]:
    day = format_day_year(session.started_at.date())
    if session.status is SessionStatus.PLANNED and _has_passed(session, now):
        return {
            "date": _("{day} has passed. If it is still only planned, save again.").format(day=day)
        }
    if any(
        one.status is session.status and one.started_at.date() == session.started_at.date()
        for one in others
    ):
        return {
            "date": _("There is one on {day} already. If this is another, save again.").format(
                day=day
            )
        }
    if not now - ASK_BEFORE_YEARS * YEAR < session.started_at < now + ASK_AFTER_YEARS * YEAR:
        return {"date": _is_right(day)}
    return {}


def _has_passed(session: Session, now: datetime) -> bool:
    if session.time_known:
        return session.started_at < now
    return session.started_at.date() < now.date()
