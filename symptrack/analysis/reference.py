"""Where a symptom stood before a series."""

from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from symptrack.analysis.period import DAYS_BEFORE_FIRST_SESSION, Period
from symptrack.analysis.series_order import series_compared_with
from symptrack.analysis.timeline import Rating, Recorded, Timeline, timeline_of
from symptrack.analysis.timing import DAY, day_of, in_utc, precedes
from symptrack.domain.series import Series
from symptrack.domain.session import Session

ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Reference:
    """The median of the ratings in the week before a series' first session.

    ``n`` is how many it rests on, ``low`` and ``high`` the lowest and highest of them;
    ``series_id`` names the series whose week it is, ``None`` for a session of no series.
    """

    value: float
    n: int
    low: int
    high: int
    series_id: str | None

    @property
    def scant(self) -> bool:
        """Whether it rests on under three ratings and has to say so."""
        return self.n < ENOUGH


def reference(journal: Recorded, series: Series | None, symptom: str) -> Reference | None:
    """Return a series' reference, or ``None`` where nothing was rated in that week.

    The median of the ratings in the 7 days before its first done session; a maintenance series
    takes that of the latest earlier induction, else its own. Our definition; the days are calendar
    days in the session's zone, and mapped ratings do not count.
    """
    timeline = timeline_of(journal)
    for compared in series_compared_with(timeline, series):
        first = timeline.sessions_of(compared)[:1]
        found = _week_before(timeline, first[0], symptom, compared.id) if first else None
        if found is not None:
            return found
    return None


def session_reference(journal: Recorded, session: Session, symptom: str) -> Reference | None:
    """Return the reference a session is compared with: its series'.

    Our definition: a session of no series takes the week before itself.
    """
    timeline = timeline_of(journal)
    series = timeline.series_of(session)
    if series is None:
        return _week_before(timeline, session, symptom, None)
    return reference(timeline, series, symptom)


def period_reference(journal: Recorded, period: Period, symptom: str) -> Reference | None:
    """Return the reference of a period: that of the earliest series in it.

    Our definition: where its sessions belong to no series, that of the first of them.
    """
    timeline = timeline_of(journal)
    if not period.series and period.sessions:
        return session_reference(timeline, period.sessions[0], symptom)
    return reference(timeline, period.series[0] if period.series else None, symptom)


def _week_before(
    timeline: Timeline, session: Session, symptom: str, series_id: str | None
) -> Reference | None:
    start = in_utc(session.started_at)
    window = timedelta(days=DAYS_BEFORE_FIRST_SESSION + 2)
    near = timeline.ratings_between(symptom, start - window, start + DAY)
    values = [rating.value for rating in near if _counts(rating, session)]
    if not values:
        return None
    return Reference(float(median(values)), len(values), min(values), max(values), series_id)


def _counts(rating: Rating, session: Session) -> bool:
    recent = day_of(session, rating.check_in) >= -DAYS_BEFORE_FIRST_SESSION
    return recent and precedes(rating.check_in, session)
