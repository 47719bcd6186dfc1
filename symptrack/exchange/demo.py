"""The demo: the series of a made-up patient, moved so that the last session was yesterday."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from symptrack.domain.journal import Journal, Kind, Record
from symptrack.domain.session import by_start
from symptrack.domain.wall_time import fixed_offset, wall_date
from symptrack.exchange.journal_file import read_journal
from symptrack.resources import resource_path

_HAPPENED = ("started_at", "occurred_at", "entered_at")


def demo_journal(now: datetime, time_zone: str) -> Journal:
    """Return the demo series as if it had just been lived through in ``time_zone``.

    Everything moves by the same number of days, so that the last done session was yesterday;
    wall-clock times stay as they are. What would lie after ``now`` is left out.
    """
    journal = read_journal(resource_path("demo", "design-series.json").read_bytes())
    last = by_start(session for session in journal.sessions if session.done)[-1]
    days = wall_date(now, time_zone) - timedelta(days=1) - last.started_at.date()
    lists: dict[str, Any] = {}
    for kind in Kind:
        moved = (_moved(record, days, time_zone) for record in getattr(journal, kind))
        lists[kind.value] = tuple(one for one in moved if not _lies_ahead(one, now))
    return replace(journal, **lists)


def _moved(value: Any, days: timedelta, time_zone: str) -> Any:
    """Return a record, or a value of one, ``days`` later on the wall clock of ``time_zone``."""
    if isinstance(value, datetime):
        wall_clock = value.replace(tzinfo=None) + days
        return fixed_offset(wall_clock.replace(tzinfo=ZoneInfo(time_zone)))
    if isinstance(value, date):
        return value + days
    if isinstance(value, tuple):
        return tuple(_moved(entry, days, time_zone) for entry in value)
    if not is_dataclass(value):
        return value
    changes = {
        field.name: _moved(getattr(value, field.name), days, time_zone) for field in fields(value)
    }
    if "time_zone" in changes:
        changes["time_zone"] = time_zone
    return replace(value, **changes)  # type: ignore[type-var] # never the class itself


def _lies_ahead(record: Record, now: datetime) -> bool:
    happened = (getattr(record, name, None) for name in _HAPPENED)
    return any(at is not None and at > now for at in happened)
