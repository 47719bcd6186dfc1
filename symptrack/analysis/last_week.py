"""Where a symptom stands now."""

from datetime import UTC, date, datetime, time, timedelta
from statistics import median
from typing import NamedTuple

from symptrack.analysis.timeline import Recorded, timeline_of
from symptrack.analysis.timing import DAY, recorded_on


class RecentMedian(NamedTuple):
    """The median of the last days' ratings and how many it rests on."""

    value: float
    n: int


def recent_median(
    journal: Recorded, symptom: str, until_on: date, days: int = 7
) -> RecentMedian | None:
    """Return the median rating of the days up to and with ``until_on``; ``None`` without any.

    The dates are those of each check-in's own wall clock; mapped ratings do not count. Our
    definition.
    """
    first_on = until_on - timedelta(days=days - 1)
    # Wide enough for every zone; each check-in's own date decides.
    noon = datetime.combine(until_on, time(12), UTC)
    near = timeline_of(journal).ratings_between(symptom, noon - (days + 1) * DAY, noon + 2 * DAY)
    values = [
        rating.value for rating in near if first_on <= recorded_on(rating.check_in) <= until_on
    ]
    return RecentMedian(float(median(values)), len(values)) if values else None
