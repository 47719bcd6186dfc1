"""A symptom just before a session and a day after it."""

from dataclasses import dataclass

from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import HOUR, end_of, in_utc, reckoned_start
from symptrack.domain.session import Session

BEFORE_H = 24
AFTER_H = (16, 24, 36)


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """The ratings before and 24 h after a session; ``None`` reads "not noted"."""

    session: Session
    before: int | None
    after: int | None

    @property
    def change(self) -> int | None:
        """Return after − before, or ``None`` where one of them was not noted."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


def before_after(journal: Recorded, session: Session, symptom: str) -> BeforeAfter:
    """Return a session's before and after.

    Before: the last rating in the 24 h before its start. After: the rating nearest 24 h among
    those 16 to 36 h after its end and before the next start; of two as near the earlier. Limits
    are included. Records whose time is not known are left out. Our definition.
    """
    if not session.time_known:
        return BeforeAfter(session, None, None)
    timeline = timeline_of(journal)
    return BeforeAfter(
        session, _before(timeline, session, symptom), _after(timeline, session, symptom)
    )


def _before(timeline: Timeline, session: Session, symptom: str) -> int | None:
    start = in_utc(session.started_at)
    near = timeline.ratings_between(symptom, start - BEFORE_H * HOUR, start)
    known = [rating.value for rating in near if rating.check_in.time_known]
    return known[-1] if known else None


def _after(timeline: Timeline, session: Session, symptom: str) -> int | None:
    earliest_h, wanted_h, latest_h = AFTER_H
    end = end_of(session)
    following = timeline.next_session(session)
    near = [
        rating
        for rating in timeline.ratings_between(
            symptom, end + earliest_h * HOUR, end + latest_h * HOUR
        )
        if rating.check_in.time_known
        and (following is None or rating.at < reckoned_start(following))
    ]
    if not near:
        return None
    return min(near, key=lambda rating: abs(rating.at - end - wanted_h * HOUR)).value
