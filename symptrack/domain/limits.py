"""The ranges of the journal file's contract, and the checks that hold them.

Each check raises :class:`~symptrack.domain.errors.InvalidValue` with the field, what was wrong and
what is allowed.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from symptrack.domain.errors import InvalidValue
from symptrack.texts import _

LABEL_LENGTH = 200
NOTE_LENGTH = 20_000
FIRST_YEAR, LAST_YEAR = 1900, 2200

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_KEY = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


def check_range(field: str, value: float | None, low: float, high: float) -> None:
    """Refuse a number outside ``low`` to ``high``, both included; ``None`` passes."""
    if value is not None and not low <= value <= high:
        raise InvalidValue(
            field,
            _("{value} is outside {low}-{high}").format(
                value=_plain(value), low=_plain(low), high=_plain(high)
            ),
        )


def check_above_zero(field: str, value: float, high: float, unit: str) -> None:
    """Refuse a number that is not over 0 and at most ``high``."""
    if not 0 < value <= high:
        raise InvalidValue(
            field,
            _("{value} is not over 0 and at most {high} {unit}").format(
                value=_plain(value), high=_plain(high), unit=unit
            ),
        )


def check_text(field: str, value: str, limit: int = LABEL_LENGTH) -> None:
    """Refuse a text over ``limit`` characters, or one that is not Unicode text."""
    if len(value) > limit:
        raise InvalidValue(
            field,
            _("it has {length} characters, at most {limit} are allowed").format(
                length=len(value), limit=limit
            ),
        )
    try:
        value.encode()
    except UnicodeEncodeError:
        raise InvalidValue(field, _("it holds half of a character")) from None


def check_note(field: str, value: str) -> None:
    """Refuse a note over 20,000 characters."""
    check_text(field, value, NOTE_LENGTH)


def check_named(field: str, value: str) -> None:
    """Refuse an empty or overlong name."""
    if not value.strip():
        raise InvalidValue(field, _("it is empty"))
    check_text(field, value)


def check_id(field: str, value: str) -> None:
    """Refuse what is not a UUID string."""
    if not _UUID.fullmatch(value):
        raise InvalidValue(field, _("it is not a UUID"))


def check_key(field: str, value: str) -> None:
    """Refuse what is not a snake_case key of at most 200 characters."""
    check_text(field, value)
    if not _KEY.fullmatch(value):
        raise InvalidValue(field, _("it is not made of small letters, digits and single _"))


def check_instant(field: str, value: datetime | None) -> None:
    """Refuse an instant without offset or outside the years 1900 to 2200."""
    if value is None:
        return
    if value.utcoffset() is None:
        raise InvalidValue(field, _("it has no offset from UTC"))
    check_date(field, value.date())


def check_date(field: str, value: date | None) -> None:
    """Refuse a date outside the years 1900 to 2200."""
    if value is not None and not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise InvalidValue(
            field,
            _("the year {year} is outside {low}-{high}").format(
                year=value.year, low=FIRST_YEAR, high=LAST_YEAR
            ),
        )


def check_zone(field: str, value: str) -> None:
    """Refuse what is not an IANA time zone name."""
    if not _is_zone(value):
        raise InvalidValue(field, _("it is not the name of a time zone"))


def check_distinct(field: str, values: Iterable[str]) -> None:
    """Refuse a list that names the same thing twice."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            raise InvalidValue(f"{field}[{index}]", _("it stands there twice"))
        seen.add(value)


@lru_cache(maxsize=256)
def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, no path a zone can have, or a folder
        return False
    return True


def _plain(value: float) -> str:
    return f"{value:g}" if abs(value) < 1_000_000 else f"{value}"
