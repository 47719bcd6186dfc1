"""Dates that a journal can hold."""

from datetime import date

from symptrack.domain.errors import InvalidValue
from symptrack.domain.limits import check_date
from symptrack.domain.wall_time import parse_date
from symptrack.exchange.trackers.csv_rows import RowError
from symptrack.texts import _


def checked_day(day: date | None) -> date:
    """Return a date.

    Raises
    ------
    RowError
        Where there is none, or it is outside the years 1900 to 2200.
    """
    try:
        check_date("", day)
    except InvalidValue as error:
        raise RowError(error.reason) from None
    if day is None:
        raise RowError(_("its date is missing or cannot be read"))
    return day


def iso_day(text: str) -> date | None:
    """Return "2026-09-01", or ``None`` where the text is no such date."""
    try:
        return parse_date("", text)
    except InvalidValue:
        return None
