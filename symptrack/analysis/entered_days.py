"""Which days of a period have no check-in, and which check-ins were entered late."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from symptrack.analysis.period import Period
from symptrack.analysis.timeline import Recorded, timeline_of
from symptrack.analysis.timing import is_late, recorded_on

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """Days in a row, both ends included."""

    first_on: date
    last_on: date

    @property
    def count(self) -> int:
        """Return how many days there are."""
        return (self.last_on - self.first_on).days + 1


@dataclass(frozen=True, slots=True)
class LateEntry:
    """The day of a check-in that was entered late, and the day of its entry."""

    on: date
    entered_on: date


def days_without_check_in(journal: Recorded, period: Period) -> tuple[Days, ...]:
    """Return the days of a period without a check-in, those in a row together.

    A check-in counts for the date its own wall clock showed. Our definition.
    """
    kept = {recorded_on(one) for one in timeline_of(journal).check_ins}
    every = (period.first_on + number * ONE_DAY for number in range(period.days))
    return tuple(_runs(day for day in every if day not in kept))


def late_entries(journal: Recorded, period: Period) -> tuple[LateEntry, ...]:
    """Return the check-ins of a period that were entered late, by time.

    The day of entry is that of the clock at the time. Late is as :func:`is_late` has it.
    """
    return tuple(
        LateEntry(recorded_on(one), one.entered_at.date())
        for one in timeline_of(journal).check_ins
        if one.entered_at is not None and is_late(one) and period.holds(recorded_on(one))
    )


def _runs(days: Iterable[date]) -> Iterator[Days]:
    run: Days | None = None
    for day in days:
        if run is not None and day == run.last_on + ONE_DAY:
            run = Days(run.first_on, day)
        else:
            if run is not None:
                yield run
            run = Days(day, day)
    if run is not None:
        yield run
