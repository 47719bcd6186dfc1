"""Reads the session form into a session; each field that cannot be gets one plain sentence."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from symptrack.domain.errors import InvalidValue
from symptrack.domain.journal import Journal
from symptrack.domain.patient import WEIGHT_KG
from symptrack.domain.session import (
    DURATION_MIN,
    PULSE_PER_MIN,
    SPO2_PERCENT,
    Session,
    Vital,
    session_numbers,
)
from symptrack.domain.wall_time import fixed_offset
from symptrack.domain.words import DoseUnit, Route, SessionStatus, VitalMoment
from symptrack.formatting import format_day_year
from symptrack.presenters.form_checks import checked_range, checked_year
from symptrack.presenters.record_form import FieldReader
from symptrack.presenters.session_checks import checked_dose, checked_pressure
from symptrack.presenters.session_form import SessionForm, form_of, vital_at, vital_fields
from symptrack.presenters.typed import (
    read_blood_pressure,
    read_date,
    read_number,
    read_time,
)
from symptrack.texts import _

NOON = time(12)


@dataclass(frozen=True, slots=True)
class Read:
    """A session, or why there is none: a sentence by field."""

    session: Session | None = None
    refused: dict[str, str] = field(default_factory=dict)


def read_session(form: SessionForm, now: datetime, original: Session | None) -> Read:
    """Read the form as it is saved at ``now``.

    What the form does not ask of a planned or missed session, and what was not changed in it,
    stays as the saved session (``original``) says it, to the second and the last digit.
    """
    reader = _Reader(form, now, original)
    values = reader.values()
    if reader.refused:
        return Read(refused=reader.refused)
    if original is None:
        return Read(Session(id=form.id, time_zone=form.time_zone, entered_at=now, **values))
    if form.status is SessionStatus.DONE and not original.done:
        values["entered_at"] = now  # what took place is only known from now on
    return Read(replace(original, **values))


def read_day(form: SessionForm, now: datetime) -> date:
    """Read the form's date.

    Raises
    ------
    InvalidValue
        Where it is no date of the years 1900 to 2200.
    """
    today = now.astimezone(ZoneInfo(form.time_zone)).date()
    if not form.date.strip():
        raise InvalidValue(
            "date", _("Write the date, like {example}.").format(example=format_day_year(today))
        )
    ahead = form.status is SessionStatus.PLANNED
    return checked_year("date", read_date("date", form.date, today, ahead=ahead))


def started_on(form: SessionForm, now: datetime) -> date:
    """Return the form's date, or today's where it cannot be read."""
    try:
        return read_day(form, now)
    except InvalidValue:
        return now.date()


def number_if_saved(form: SessionForm, journal: Journal, now: datetime) -> int | None:
    """Return the number that the form's session will have, or ``None``: numbers follow dates."""
    try:
        at = read_time("time", form.time) if form.time.strip() else NOON
        day = read_day(form, now)
    except InvalidValue:
        return None
    started_at = fixed_offset(datetime.combine(day, at, ZoneInfo(form.time_zone)))
    session = Session(
        id=form.id,
        series_id=form.series_id,
        status=form.status,
        started_at=started_at,
        time_zone=form.time_zone,
        route=Route.OTHER,
    )
    others = [one for one in journal.sessions if one.id != form.id]
    return session_numbers(journal.series, [*others, session]).get(form.id)


def asks_dose(status: SessionStatus) -> bool:
    """Whether dose and duration are asked: not of a session that did not take place."""
    return status is not SessionStatus.MISSED


class _Reader(FieldReader):
    _form: SessionForm

    def __init__(self, form: SessionForm, now: datetime, original: Session | None) -> None:
        super().__init__(form, now.date())
        self._now, self._original = now, original
        self._as_saved = form_of(original, mood_id="", mood=None) if original else None

    def values(self) -> dict[str, Any]:
        """Return the session's values by name."""
        form = self._form
        if form.route is None:
            self.refused["route"] = _("Choose how it was given.")
        values: dict[str, Any] = {
            "status": form.status,
            "series_id": form.series_id,
            "route": form.route,
            "clinic": self.line("clinic"),
            "note": self.note("note"),
        }
        self._read_start(values)
        if asks_dose(form.status):
            values["intention"] = self.note("intention")
            self._read_dose(values)
        if form.status is SessionStatus.DONE:
            values["medicines"] = self.note("medicines")
            values["experience"] = form.experience
            self._read_vitals(values)
        return values

    def _unchanged(self, *names: str) -> bool:
        saved = self._as_saved
        return saved is not None and all(
            getattr(saved, name) == getattr(self._form, name) for name in names
        )

    def _read_start(self, values: dict[str, Any]) -> None:
        form = self._form
        if self._original is not None and self._unchanged("date", "time"):
            started_at, time_known = self._original.started_at, self._original.time_known
        else:
            day = self.take("date", lambda: read_day(form, self._now))
            at = self.typed("time", lambda text: read_time("time", text))
            if day is None:
                return
            zone = ZoneInfo(form.time_zone)
            time_known = at is not None
            started_at = fixed_offset(datetime.combine(day, at or NOON, zone))
        values |= {"started_at": started_at, "time_known": time_known}
        if form.status is SessionStatus.DONE:
            self._refuse_future(started_at, time_known)

    def _refuse_future(self, started_at: datetime, time_known: bool) -> None:
        today = self._now.astimezone(ZoneInfo(self._form.time_zone)).date()
        later_day = started_at.date() > today
        if later_day or (time_known and started_at > self._now):
            self.refused["date" if later_day else "time"] = _(
                "A session that took place cannot lie in the future."
            )

    def _read_dose(self, values: dict[str, Any]) -> None:
        form = self._form
        if not self._unchanged("dose", "unit"):
            values["dose"] = self.typed("dose", lambda text: checked_dose(text, form.unit))
        if form.unit is DoseUnit.MG_PER_KG and not self._unchanged("weight"):
            values["weight_kg"] = self.typed(
                "weight",
                lambda text: checked_range(
                    "weight", read_number("weight", text), WEIGHT_KG, _("{number} kg")
                ),
            )
        if not self._unchanged("duration"):
            values["duration_min"] = self.whole("duration", DURATION_MIN, _("{number} minutes"))

    def _read_vitals(self, values: dict[str, Any]) -> None:
        moments = [(moment, names) for moment, names in vital_fields()]
        if not self._unchanged(*(name for _moment, names in moments for name in names)):
            vitals = [self._vital(moment, names) for moment, names in moments]
            empty = [Vital(moment=moment) for moment, _names in moments]
            values["vitals"] = tuple(vital for vital in vitals if vital not in empty) + self._more()

    def _vital(self, moment: VitalMoment, names: tuple[str, ...]) -> Vital:
        pressure, pulse, spo2 = names
        saved = vital_at(self._original, moment) if self._original else Vital(moment=moment)
        both: tuple[int | None, int | None] | None = saved.systolic, saved.diastolic
        if not self._unchanged(pressure):
            both = self.typed(
                pressure,
                lambda text: checked_pressure(pressure, read_blood_pressure(pressure, text)),
            )
        rate = self.whole(pulse, PULSE_PER_MIN, _("{number} a minute"))
        oxygen = self.whole(spo2, SPO2_PERCENT, _("{number} %"))
        systolic, diastolic = both or (None, None)
        return Vital(moment=moment, systolic=systolic, diastolic=diastolic, pulse=rate, spo2=oxygen)

    def _more(self) -> tuple[Vital, ...]:
        """Return what was noted again at a moment, which the form does not show."""
        saved = self._original
        return tuple(
            vital
            for vital in (saved.vitals if saved else ())
            if saved and vital != vital_at(saved, vital.moment)
        )
