"""What people type into a field, read generously and refused in one plain sentence."""

import re
from datetime import date, time, timedelta

from symptrack.domain.errors import InvalidValue
from symptrack.formatting import format_day_year, month_names
from symptrack.texts import _

_NUMBERS = re.compile(r"(\d{1,4})[\s./-]+(\d{1,2})[\s./-]+(\d{1,4})")
_WORDS = re.compile(r"(?:\w+,?\s+)?(\d{1,2})\.?\s+([^\W\d]+)\.?,?\s*(\d{4})?")
_TIME = re.compile(r"(\d{1,2})(?:[:.h\s]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
_PRESSURE = re.compile(r"(\d{1,3})\s*(?:/|\s|over|zu|-)\s*(\d{1,3})")
_TWO_WAYS = re.compile(r"[1-9]\d{0,2}(,\d{3})+")
NOON = 12
YEAR_DIGITS = 4


def read_date(field: str, text: str, today: date, *, ahead: bool = False) -> date:
    """Read a date: *2026-09-15*, *15.9.2026*, *15 Sep 2026*, *15 September*, *today*, *yesterday*.

    A day without a year is the latest one that is not after ``today``; with ``ahead`` it is the
    first one from ``today`` on.

    Raises
    ------
    InvalidValue
        Where it is no date.
    """
    typed = " ".join(text.split()).lower()
    day = timedelta(days=1)
    spoken = {_("today"): today, _("yesterday"): today - day, _("tomorrow"): today + day}
    if typed in spoken:
        return spoken[typed]
    found = _numeric_date(typed) or _worded_date(typed, today, ahead)
    if found is None:
        raise InvalidValue(
            field,
            _("“{text}” is not a date; write it like {example}.").format(
                text=text.strip(), example=format_day_year(today)
            ),
        )
    return found


def read_time(field: str, text: str) -> time:
    """Read a time of day: *10:30*, *1030*, *9*, *2.15 pm*.

    Raises
    ------
    InvalidValue
        Where it is no time of day.
    """
    match = _TIME.fullmatch(text.strip())
    if match:
        hour, minute = int(match[1]), int(match[2] or 0)
        half = (match[3] or "").lower().replace(".", "")
        if half and 1 <= hour <= NOON:
            hour = hour % NOON + (NOON if half == "pm" else 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise InvalidValue(
        field, _("“{text}” is not a time; write it like 10:30.").format(text=text.strip())
    )


def read_number(field: str, text: str, *, below_zero: bool = False) -> float:
    """Read a number with a point or a comma before its decimals; by ``below_zero`` also *-3*.

    Raises
    ------
    InvalidValue
        Where it is no number, or one like *10,000*, which is ten or ten thousand.
    """
    if _TWO_WAYS.fullmatch(text.strip()):
        raise InvalidValue(
            field,
            _("“{text}” can be read in two ways; write it without the comma.").format(
                text=text.strip()
            ),
        )
    typed = text.strip().replace(",", ".").replace("\u2212", "-")
    if re.fullmatch(("-?" if below_zero else "") + r"\d{1,9}(\.\d{1,6})?", typed):
        value = float(typed)
        return int(value) if value.is_integer() else value
    raise InvalidValue(
        field, _("“{text}” is not a number; write it like 38 or 0.5.").format(text=text.strip())
    )


def read_whole_number(field: str, text: str) -> int:
    """Read a whole number.

    Raises
    ------
    InvalidValue
        Where it is no whole number.
    """
    value = read_number(field, text)
    if isinstance(value, int):
        return value
    raise InvalidValue(field, _("“{text}” is not a whole number.").format(text=text.strip()))


def read_blood_pressure(field: str, text: str) -> tuple[int, int]:
    """Read *124/78* as systolic and diastolic, in mmHg.

    Raises
    ------
    InvalidValue
        Where it is not two numbers.
    """
    match = _PRESSURE.fullmatch(text.strip())
    if match:
        return int(match[1]), int(match[2])
    raise InvalidValue(
        field,
        _("“{text}” is not a blood pressure; write both numbers like 124/78.").format(
            text=text.strip()
        ),
    )


def _numeric_date(typed: str) -> date | None:
    match = _NUMBERS.fullmatch(typed)
    if match is None:
        return None
    first, month, last = int(match[1]), int(match[2]), int(match[3])
    if len(match[1]) == YEAR_DIGITS:
        return _date(first, month, last)
    return _date(last, month, first) if len(match[3]) == YEAR_DIGITS else None


def _worded_date(typed: str, today: date, ahead: bool) -> date | None:
    match = _WORDS.fullmatch(typed)
    if match is None:
        return None
    months = [
        number
        for number, names in month_names().items()
        if any(name.lower().startswith(match[2]) for name in names)
    ]
    if len(months) != 1:
        return None
    if match[3]:
        return _date(int(match[3]), months[0], int(match[1]))
    years = (today.year, today.year + 1) if ahead else (today.year, today.year - 1)
    days = [_date(year, months[0], int(match[1])) for year in years]
    return next((day for day in days if day and (day >= today if ahead else day <= today)), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
