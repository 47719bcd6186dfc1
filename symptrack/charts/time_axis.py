"""Where in time things lie, and which dates are written under a chart."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from symptrack.formatting import format_day, format_month_year

_DAY_STEPS = (1, 2, 7, 14, 28)
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50)
_SECONDS = 86_400
_EDGE_DAYS = 0.25
# A shorter range would draw one day as wide as a week.
_LEAST_DAYS = 4


@dataclass(frozen=True, slots=True)
class Tick:
    """A date under the chart: where it stands, what it says; ``year`` is a second line."""

    day: float
    label: str
    year: str = ""


def day_of(instant: datetime) -> float:
    """Return the days since year 1 of an instant on the wall clock it was recorded by.

    A day is the calendar day where the patient was, so the date written under a point is the date
    its entry bears.
    """
    minutes = instant.hour * 60 + instant.minute
    seconds = minutes * 60 + instant.second + instant.microsecond / 1_000_000
    return instant.toordinal() + seconds / _SECONDS


def noon_of(day: date) -> float:
    """Return the days since year 1 at noon of a date: where what has no time is drawn."""
    return day.toordinal() + 0.5


def day_range(first: date, last: date) -> tuple[float, float]:
    """Return the days at a chart's edges: the whole first and last day and a little air."""
    start = first.toordinal()
    end = max(last.toordinal() + 1, start + _LEAST_DAYS)
    return start - _EDGE_DAYS, end + _EDGE_DAYS


def ticks(
    first: date, last: date, width_px: float, width_of: Callable[[str], float], gap_px: float
) -> tuple[Tick, ...]:
    """Return as many dates as stand side by side in ``width_px``, ``gap_px`` apart.

    Days up to four weeks apart, then months, then years.
    """
    low, high = day_range(first, last)
    px_per_day = width_px / (high - low)
    chosen: tuple[Tick, ...] = ()
    for candidate in _candidates(first, date.fromordinal(int(high - _EDGE_DAYS) - 1)):
        chosen = tuple(candidate)
        if _fits(chosen, px_per_day, width_of, gap_px):
            break
    return chosen


def _fits(
    chosen: tuple[Tick, ...], px_per_day: float, width_of: Callable[[str], float], gap_px: float
) -> bool:
    return all(
        (right.day - left.day) * px_per_day
        >= (width_of(left.label) + width_of(right.label)) / 2 + gap_px
        for left, right in itertools.pairwise(chosen)
    )


def _candidates(first: date, last: date) -> Iterator[Iterator[Tick]]:
    days = (last - first).days
    # Hundreds of labels never fit, and ten years of them would only take time to measure.
    for step in _DAY_STEPS:
        if days / step <= 60:
            yield _by_day(first, last, step)
    for step in _MONTH_STEPS:
        if days / step <= 30 * 60:
            yield _by_month(first, last, step)
    for step in _YEAR_STEPS:
        yield _by_year(first, last, step)


def _by_day(first: date, last: date, step: int) -> Iterator[Tick]:
    two_years = first.year != last.year
    written = 0
    day = first
    while day <= last:
        new_year = two_years and day.year != written
        written = day.year
        yield Tick(day.toordinal(), format_day(day), str(day.year) if new_year else "")
        day += timedelta(days=step)


def _by_month(first: date, last: date, step: int) -> Iterator[Tick]:
    month = date(first.year, first.month, 1)
    while month <= last:
        if month >= first and (month.month - 1) % step == 0:
            yield Tick(month.toordinal(), format_month_year(month))
        carry, index = divmod(month.month, 12)
        month = date(month.year + carry, index + 1, 1)


def _by_year(first: date, last: date, step: int) -> Iterator[Tick]:
    for year in range(first.year, last.year + 1):
        start = date(year, 1, 1)
        if start >= first and year % step == 0:
            yield Tick(start.toordinal(), str(year))
