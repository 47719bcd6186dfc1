"""A session's days: the ratings after it, by calendar days since it, until the next session."""

from collections import defaultdict
from datetime import datetime

from symptrack.analysis.timeline import Rating, Timeline
from symptrack.analysis.timing import (
    DAY,
    day_of,
    days_after,
    end_of,
    hours_known,
    in_utc,
    precedes,
)
from symptrack.domain.session import Session


def ratings_by_day(
    timeline: Timeline, session: Session, now: datetime, symptom: str
) -> dict[int, list[Rating]]:
    """Return the ratings of a symptom after a done session, by days after it, in order.

    On the session's day those after its end, on the day of the next session those before its
    start; ratings that cannot be placed so, because a time is not known, are left out. Mapped ones
    do not count.
    """
    following = timeline.next_session(session)
    until = in_utc(following.started_at if following else now) + DAY
    today = days_after(session, now)
    by_day: defaultdict[int, list[Rating]] = defaultdict(list)
    for rating in timeline.ratings_between(symptom, in_utc(session.started_at) - DAY, until):
        day = day_of(session, rating.check_in)
        ours = _is_after(rating, session, day) and (
            following is None or precedes(rating.check_in, following)
        )
        if ours and day <= today:
            by_day[day].append(rating)
    return dict(sorted(by_day.items()))


def _is_after(rating: Rating, session: Session, day: int) -> bool:
    if day == 0:
        return hours_known(session, rating.check_in) and rating.at > end_of(session)
    return day > 0
