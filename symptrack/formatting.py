"""Dates and numbers as the patient's language writes them, through Babel.

The order of day, month and year is a text like any other (a pattern that a translator may turn
round); the names of months and the shapes of numbers are Babel's.

Babel is imported when first used, so that nothing pays for it before a date is shown.
"""

from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from symptrack.texts import _

if TYPE_CHECKING:
    from babel import Locale

_USES = ("format", "stand-alone")
_language = "en"


def use_locale(language: str) -> None:
    """Choose the locale of every later date and number, ``en`` or ``de``."""
    global _language  # noqa: PLW0603 - one locale per process, like gettext's
    _language = language


def _locale() -> "Locale":
    return _parsed(_language)


@lru_cache(maxsize=4)
def _parsed(language: str) -> "Locale":
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language)
    except (ValueError, UnknownLocaleError):
        return Locale.parse("en")


def _pattern(day: date, pattern: str) -> str:
    from babel.dates import format_date

    return str(format_date(day, pattern, locale=_locale()))


def format_day(day: date) -> str:
    """Return a short date without the year: *1 Sep*."""
    return _pattern(day, _("d MMM"))


def format_day_long(day: date) -> str:
    """Return a date without the year: *1 September*."""
    return _pattern(day, _("d MMMM"))


def format_day_year(day: date) -> str:
    """Return a date: *1 September 2026*."""
    return _pattern(day, _("d MMMM y"))


def format_day_year_short(day: date) -> str:
    """Return a short date: *1 Sep 2026*."""
    return _pattern(day, _("d MMM y"))


def format_weekday(day: date) -> str:
    """Return a date with its weekday: *Saturday 12 September*."""
    return _pattern(day, _("EEEE d MMMM"))


def format_weekday_year(day: date) -> str:
    """Return a date with weekday and year: *Saturday 12 September 2026*."""
    return _pattern(day, _("EEEE d MMMM y"))


def format_month_year(day: date) -> str:
    """Return a month: *Sep 2026*."""
    return _pattern(day, _("MMM y"))


def format_period(first: date, last: date) -> str:
    """Return a range of dates: *25 August to 20 November 2026*; a single day stands alone."""
    if first == last:
        return format_day_year(last)
    start = format_day_long(first) if first.year == last.year else format_day_year(first)
    return _("{first} to {last}").format(first=start, last=format_day_year(last))


def format_time(instant: datetime) -> str:
    """Return the wall-clock time of an instant: *17:30*."""
    from babel.dates import format_time as babel_time

    return str(babel_time(instant.replace(tzinfo=None), _("HH:mm"), locale=_locale()))


def month_names() -> dict[int, tuple[str, ...]]:
    """Return the long and short name of each month, 1 to 12."""
    locale = _locale()
    widths = [locale.months[use][width] for use in _USES for width in ("wide", "abbreviated")]
    return {month: tuple(names[month] for names in widths) for month in range(1, 13)}


def weekday_names() -> tuple[str, ...]:
    """Return the short names of the weekdays, Monday first."""
    days = _locale().days["stand-alone"]["short"]
    return tuple(days[day] for day in range(7))


def format_month(day: date) -> str:
    """Return a month and its year: *September 2026*."""
    return _pattern(day, _("MMMM y"))


def format_number(value: float, digits: int = 1) -> str:
    """Return a number with at most ``digits`` decimals: *3*, *3.5*, *1,200*."""
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "#" * digits if digits else "")
    return str(format_decimal(value, format=pattern, locale=_locale()))


def format_percent(fraction: float) -> str:
    """Return a share in whole per cent: *67 %*."""
    return _("{number} %").format(number=format_number(fraction * 100, 0))


def format_change(value: float) -> str:
    """Return a change with its sign: *+2*, *–1*, *0*; the sign is an en dash, wide like a plus."""
    if value == 0:
        return format_number(0)
    sign = "+" if value > 0 else "\u2013"
    return sign + format_number(abs(value))
