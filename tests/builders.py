"""Builders of domain objects with sound defaults: ``make_check_in(ratings={"mood": 3})``."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from symptrack.domain.care import Medication, Visit
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.journal import Journal
from symptrack.domain.questionnaire import ClinicScore, Response
from symptrack.domain.series import Series
from symptrack.domain.session import Session
from symptrack.domain.wall_time import fixed_offset
from symptrack.domain.words import EffectState, Route, SeriesKind, SessionStatus

ZONE = "America/New_York"


def make_id() -> str:
    """Return a new record id."""
    return str(uuid.uuid4())


def at(text: str, zone: str = ZONE) -> datetime:
    """Return the instant of a wall-clock time, ``at("2026-09-01 10:30")``."""
    return fixed_offset(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)))


def make_series(**changes: Any) -> Series:
    """Build a first series of six."""
    values: dict[str, Any] = {
        "id": make_id(),
        "name": "First series",
        "kind": SeriesKind.INDUCTION,
        "planned_sessions": 6,
        "started_on": date(2026, 9, 1),
    }
    return Series(**values | changes)


def make_session(started: str = "2026-09-01 10:30", **changes: Any) -> Session:
    """Build a done infusion of 40 minutes."""
    zone = changes.get("time_zone", ZONE)
    started_at = changes.pop("started_at", None) or at(started, zone)
    values: dict[str, Any] = {
        "id": make_id(),
        "status": SessionStatus.DONE,
        "started_at": started_at,
        "time_zone": zone,
        "route": Route.IV,
        "duration_min": 40,
        "entered_at": started_at + timedelta(hours=2),
    }
    return Session(**values | changes)


def make_check_in(occurred: str = "2026-09-01 18:00", **changes: Any) -> CheckIn:
    """Build a check-in with a mood of 5, entered at its time."""
    zone = changes.get("time_zone", ZONE)
    occurred_at = changes.pop("occurred_at", None) or at(occurred, zone)
    values: dict[str, Any] = {
        "id": make_id(),
        "occurred_at": occurred_at,
        "time_zone": zone,
        "entered_at": occurred_at,
        "ratings": {"mood": 5},
    }
    return CheckIn(**values | changes)


def make_effect(
    effect: str = "nausea", severity: int | None = 1, **changes: Any
) -> SideEffectEntry:
    """Build a side effect that is present and mild."""
    values: dict[str, Any] = {
        "effect": effect,
        "severity": severity,
        "state": EffectState.PRESENT,
    }
    return SideEffectEntry(**values | changes)


def make_response(occurred: str = "2026-08-30 09:00", **changes: Any) -> Response:
    """Build a complete PHQ-9 with a total of 18."""
    zone = changes.get("time_zone", ZONE)
    occurred_at = changes.pop("occurred_at", None) or at(occurred, zone)
    values: dict[str, Any] = {
        "id": make_id(),
        "instrument": "phq9",
        "occurred_at": occurred_at,
        "time_zone": zone,
        "entered_at": occurred_at,
        "answers": {f"q{number}": 2 for number in range(1, 10)},
    }
    return Response(**values | changes)


def make_clinic_score(**changes: Any) -> ClinicScore:
    """Build a MADRS total."""
    values: dict[str, Any] = {
        "id": make_id(),
        "name": "MADRS",
        "min": 0,
        "max": 60,
        "total": 28,
        "occurred_at": at("2026-08-31 15:00"),
        "time_zone": ZONE,
    }
    return ClinicScore(**values | changes)


def make_medication(**changes: Any) -> Medication:
    """Build a daily medicine."""
    values: dict[str, Any] = {"id": make_id(), "name": "Sertraline", "dose": "100 mg daily"}
    return Medication(**values | changes)


def make_visit(**changes: Any) -> Visit:
    """Build a follow-up visit."""
    values: dict[str, Any] = {"id": make_id(), "visited_on": date(2026, 10, 2)}
    return Visit(**values | changes)


def make_journal(**changes: Any) -> Journal:
    """Build a journal; lists may be given as lists."""
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in changes.items()
    }
    return Journal(**values)
