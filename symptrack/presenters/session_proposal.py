"""What a new session's form begins with: the last one's values, and the next date."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from symptrack.domain.journal import Journal
from symptrack.domain.session import Session, by_start
from symptrack.domain.words import DoseUnit, Route, SessionStatus
from symptrack.formatting import format_day_year, format_time
from symptrack.presenters.session_form import MG_ONLY, SessionForm, number_text

WEEK_DAYS = 7
TWICE_A_WEEK_DAYS = (3, 4)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Proposes from what is in the journal; with ``like``, the session after that one."""

    journal: Journal
    now: datetime
    time_zone: str
    like: Session | None = None

    def form(self, status: SessionStatus) -> SessionForm:
        """Return the form of a new session, of now or of the day that is expected."""
        last = self._last
        day, status = self._day(status)
        route = last.route if last else None
        return SessionForm(
            id=str(uuid.uuid4()),
            mood_id=str(uuid.uuid4()),
            time_zone=self.time_zone,
            status=status,
            date=format_day_year(day) if day else "",
            time=self._time(last, day, status),
            series_id=self.like.series_id if self.like else self._series_id(last),
            clinic=last.clinic if last else self.journal.patient.clinic_name,
            route=route,
            **self.by_route(route),
        )

    def by_route(self, route: Route | None) -> dict[str, Any]:
        """Return dose, unit, weight and duration of the last session by a route."""
        told = [*self._told, *([self.like] if self.like else [])]
        last = next((one for one in reversed(told) if one.route is route), None)
        dose = last.dose if last else None
        weight_kg = (last.weight_kg if last else None) or self.journal.patient.weight_kg
        mg_only = dose is not None and dose.unit is DoseUnit.MG_PER_KG and route in MG_ONLY
        return {
            "dose": number_text(dose.value) if dose and not mg_only else "",
            "unit": dose.unit if dose and not mg_only else DoseUnit.MG,
            "weight": number_text(weight_kg),
            "duration": number_text(last.duration_min) if last else "",
        }

    def with_route(self, form: SessionForm, route: Route | None, *, new: bool) -> dict[str, Any]:
        """Return what changes along with the route.

        In the form of a new session what was not typed becomes that of the last session by the new
        route. A dose counted by weight is let go where the route has none.
        """
        changes: dict[str, Any] = {}
        former, proposed = self.by_route(form.route), self.by_route(route)
        if new and form.duration == former["duration"]:
            changes["duration"] = proposed["duration"]
        if new and (form.dose, form.unit) == (former["dose"], former["unit"]):
            changes |= {name: proposed[name] for name in ("dose", "unit", "weight")}
        elif route in MG_ONLY and form.unit is DoseUnit.MG_PER_KG:
            changes |= {"dose": "", "unit": DoseUnit.MG}
        return changes

    def next_day(self, like: Session) -> date:
        """Return when the session after ``like`` can be expected.

        Our definition. Sessions twice a week fall on the same two weekdays, so the days between
        them alternate: as many as between the two sessions before the last, where there are three;
        after two that are 3 or 4 days apart the other of both; else as many as between the last
        two; 3 days after the first.
        """
        last_on = like.started_at.date()
        days = sorted(
            {
                one.started_at.date()
                for one in self.journal.sessions
                if one.series_id == like.series_id
                and one.status is not SessionStatus.MISSED
                and one.started_at.date() <= last_on
            }
        )
        gaps = [(later - earlier).days for earlier, later in pairwise(days)]
        gap = gaps[-2] if len(gaps) > 1 else (gaps or [0])[-1]
        if len(gaps) == 1 and gap in TWICE_A_WEEK_DAYS:
            gap = WEEK_DAYS - gap
        return last_on + timedelta(days=gap or TWICE_A_WEEK_DAYS[0])

    @property
    def _told(self) -> list[Session]:
        """Return the sessions that took place, else those that are planned, by start."""
        sessions = by_start(self.journal.sessions)
        planned = [one for one in sessions if one.status is SessionStatus.PLANNED]
        return [one for one in sessions if one.done] or planned

    @property
    def _last(self) -> Session | None:
        told = self._told
        return self.like or (told[-1] if told else None)

    def _series_id(self, last: Session | None) -> str | None:
        """Return the last session's series, or the latest begun one where that has ended."""
        running = sorted(
            (one for one in self.journal.series if not self._ended(one.ended_on)),
            key=lambda one: (one.started_on or date.min, one.name),
        )
        ids = [one.id for one in running]
        if last is not None and (last.series_id is None or last.series_id in ids):
            return last.series_id
        return ids[-1] if ids else None

    def _ended(self, ended_on: date | None) -> bool:
        return ended_on is not None and ended_on < self.now.date()

    def _day(self, status: SessionStatus) -> tuple[date | None, SessionStatus]:
        today = self.now.date()
        if self.like is not None:
            day = self.next_day(self.like)
            return day, SessionStatus.PLANNED if day > today else SessionStatus.DONE
        if status is SessionStatus.DONE:
            return today, status
        kept = [one for one in self.journal.sessions if one.status is not SessionStatus.MISSED]
        coming = [day for one in by_start(kept)[-1:] if (day := self.next_day(one)) > today]
        return (coming[0] if coming else None), status

    def _time(self, last: Session | None, day: date | None, status: SessionStatus) -> str:
        """Return the last one's time of day, unless it has not come yet."""
        if last is None or not last.time_known:
            return ""
        at = last.started_at.time()
        early = day == self.now.date() and at > self.now.time().replace(tzinfo=None)
        return "" if early and status is SessionStatus.DONE else format_time(last.started_at)
