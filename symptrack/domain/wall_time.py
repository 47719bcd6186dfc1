"""Instants as the patient's clock showed them, and their text form in the journal file."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from symptrack.domain.errors import InvalidValue
from symptrack.texts import _

_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d(:\d\d)?)", re.ASCII
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def parse_instant(field: str, text: str) -> datetime:
    """Read ``2026-09-01T10:30:00-04:00``; the offset is kept as it stands."""
    if _INSTANT.fullmatch(text):
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass
    raise InvalidValue(field, _("it is not a date and time with offset, 2026-09-01T10:30:00-04:00"))


def format_instant(instant: datetime) -> str:
    """Write an instant as the journal file does."""
    return instant.isoformat()


def parse_date(field: str, text: str) -> date:
    """Read ``2026-09-01``."""
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise InvalidValue(field, _("it is not a date, 2026-09-01"))


def wall_date(instant: datetime, time_zone: str) -> date:
    """Return the calendar date of an instant on a wall clock of ``time_zone``."""
    return instant.astimezone(ZoneInfo(time_zone)).date()


def fixed_offset(instant: datetime) -> datetime:
    """Return the same wall-clock time with its offset frozen, as records keep it."""
    offset = instant.utcoffset() or timedelta()
    return datetime.fromisoformat(instant.replace(tzinfo=None).isoformat() + _offset_text(offset))


def _offset_text(offset: timedelta) -> str:
    sign = "-" if offset < timedelta() else "+"
    minutes, seconds = divmod(abs(int(offset.total_seconds())), 60)
    text = f"{sign}{minutes // 60:02}:{minutes % 60:02}"
    return f"{text}:{seconds:02}" if seconds else text
