"""Checks that forms share: each refuses with one plain sentence that says what is allowed."""

from datetime import date
from typing import TypeVar

from symptrack.domain.errors import InvalidValue
from symptrack.domain.limits import FIRST_YEAR, LAST_YEAR, check_text
from symptrack.formatting import format_number
from symptrack.texts import _

Number = TypeVar("Number", int, float)


def checked_range(
    field: str, value: Number, limits: tuple[float, float], unit: str = "{number}"
) -> Number:
    """Return a number within ``limits``, both included.

    ``unit`` is how the number is said, such as ``{number} kg``.

    Raises
    ------
    InvalidValue
        Where it is outside.
    """
    low, high = limits
    if low <= value <= high:
        return value
    raise InvalidValue(
        field,
        _("{value} cannot be kept; it must be {low} to {high}.").format(
            value=unit.format(number=format_number(value, 2)),
            low=format_number(low),
            high=unit.format(number=format_number(high)),
        ),
    )


def checked_text(field: str, text: str, limit: int) -> str:
    """Return a text without space around it.

    Raises
    ------
    InvalidValue
        Where it has over ``limit`` characters, or is not Unicode text.
    """
    typed = text.strip()
    if len(typed) > limit:
        raise InvalidValue(
            field,
            _("This has {length} characters; at most {limit} can be kept.").format(
                length=format_number(len(typed)), limit=format_number(limit)
            ),
        )
    try:
        check_text(field, typed, limit)
    except InvalidValue:
        raise InvalidValue(
            field, _("This holds half of a character; please write it again.")
        ) from None
    return typed


def checked_year(field: str, day: date) -> date:
    """Return a date of the years 1900 to 2200.

    Raises
    ------
    InvalidValue
        Where it lies outside.
    """
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    raise InvalidValue(
        field,
        _("The year {year} cannot be kept; it must be {low} to {high}.").format(
            year=day.year, low=FIRST_YEAR, high=LAST_YEAR
        ),
    )
