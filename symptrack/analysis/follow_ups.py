"""Which check-ins are waiting: around each session, and one press of mood in the evening.

The plan is the product's ("Follow-ups"): before a session, 2 h after it, that evening, 24 h after
it; then a mood each evening until 28 days after the latest session, weekly after that, and each
evening of the 7 days before a planned first session. How long each may wait is our definition.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import DAY, HOUR, end_of, in_utc
from symptrack.domain.check_in import CheckIn
from symptrack.domain.session import Session, by_start
from symptrack.domain.settings import FollowUpTimes
from symptrack.domain.words import SessionStatus

BEFORE_WINDOW = timedelta(hours=24)
DAY_HOURS = 24
DAY_WINDOW_H = (16.0, 36.0)
HOURS_WINDOW_H = (-0.5, 8.0)
EVENING_HEAD_START = timedelta(hours=3)
DAILY_FOR_DAYS = 28
WEEKLY_DAYS = 7
RUN_UP_DAYS = 7
MOST_WAITING = 3


class DueKind(StrEnum):
    """What a waiting check-in is; ``MOOD`` is the one press of an evening, the others are full."""

    BEFORE = "before"
    HOURS_AFTER = "hours_after"
    EVENING = "evening"
    MOOD = "mood"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCheckIn:
    """A check-in that is waiting since ``due_at``, an instant in UTC.

    ``hours`` is 2 or 24, or what the patient chose, for those counted from a session's end.
    ``session`` is the one it follows or precedes.
    """

    kind: DueKind
    session: Session
    due_at: datetime
    hours: int | None = None


def waiting_check_ins(journal: Recorded, now: datetime) -> list[DueCheckIn]:
    """Return what is waiting at ``now``, at most three: the one before a session, then the newest.

    The oldest of more than three lapses silently (product rules, "Today"). One check-in answers
    all that wait at its time. The mood of an evening waits only where no full check-in does, which
    asks for it too.
    """
    timeline = timeline_of(journal)
    times = timeline.journal.settings.follow_ups
    full = [
        *_before(timeline, now, times),
        *_hours_after(timeline, now, times),
        *_that_evening(timeline, now, times),
    ]
    full.sort(key=lambda due: (due.kind is DueKind.BEFORE, due.due_at), reverse=True)
    return full[:MOST_WAITING] or list(_evening_mood(timeline, now, times))


def due_check_in(journal: Recorded, now: datetime) -> DueCheckIn | None:
    """Return the full check-in that is waiting first at ``now``, or ``None``."""
    full = [due for due in waiting_check_ins(journal, now) if due.kind is not DueKind.MOOD]
    return full[0] if full else None


def evening_mood(journal: Recorded, now: datetime) -> DueCheckIn | None:
    """Return the mood that is asked for in one press at ``now``, or ``None``."""
    found = [due for due in waiting_check_ins(journal, now) if due.kind is DueKind.MOOD]
    return found[0] if found else None


def _before(timeline: Timeline, now: datetime, times: FollowUpTimes) -> Iterator[DueCheckIn]:
    """Yield the one before a planned session, in the 24 hours until it starts.

    The same hours as those of the value before a session, so that what answers it is what the
    charts show.
    """
    if not times.before:
        return
    at = in_utc(now)
    for session in by_start(timeline.journal.sessions):
        start = in_utc(session.started_at)
        if session.status is SessionStatus.PLANNED and start - BEFORE_WINDOW <= at <= start:
            due_at = start - BEFORE_WINDOW
            if not _answered(timeline, due_at, at):
                yield DueCheckIn(kind=DueKind.BEFORE, session=session, due_at=due_at)
            return


def _hours_after(timeline: Timeline, now: datetime, times: FollowUpTimes) -> Iterator[DueCheckIn]:
    """Yield those counted from the end of the latest session.

    From half an hour before until 8 h after that hour; for 24 h those 16 to 36 h after the end,
    the same as the 24 h value of the charts. None where only the session's date is known.
    """
    session = _latest_done(timeline, now)
    if session is None or not session.time_known:
        return
    for hours in sorted(set(times.hours_after)):
        first_h, last_h = hours + HOURS_WINDOW_H[0], hours + HOURS_WINDOW_H[1]
        if hours == DAY_HOURS:
            first_h, last_h = DAY_WINDOW_H
        due_at, until = end_of(session) + first_h * HOUR, end_of(session) + last_h * HOUR
        if due_at <= in_utc(now) < until and not _answered(timeline, due_at, now):
            yield DueCheckIn(kind=DueKind.HOURS_AFTER, session=session, hours=hours, due_at=due_at)


def _that_evening(timeline: Timeline, now: datetime, times: FollowUpTimes) -> Iterator[DueCheckIn]:
    """Yield the one on the evening of a session's day, from the chosen time to midnight.

    Not before the session is over, and answered by a check-in up to 3 h before that time, but not
    by one from before the session.
    """
    session = _latest_done(timeline, now)
    if session is None or not times.evening or day_here(session, now) != now.date():
        return
    evening, over = _evening(now, times), end_of(session)
    due_at, since = max(evening, over), max(evening - EVENING_HEAD_START, over)
    if due_at <= in_utc(now) and not _answered(timeline, since, now):
        yield DueCheckIn(kind=DueKind.EVENING, session=session, due_at=due_at)


def _evening_mood(timeline: Timeline, now: datetime, times: FollowUpTimes) -> Iterator[DueCheckIn]:
    """Yield the mood of an evening, from the chosen time to midnight, when it lapses.

    Daily from the day after a session until 28 days after the latest one, and in the 7 days before
    a planned first one; else weekly: on the first evening 7 or more days after the last entry. An
    entry up to 3 h before the time answers it. None before any session is known.
    """
    due_at = _evening(now, times)
    if not times.evening or in_utc(now) < due_at:
        return
    latest, coming = _latest_done(timeline, now), _first_to_come(timeline, now)
    session = latest or coming
    if session is None:
        return
    since = due_at - EVENING_HEAD_START
    days = (now.date() - day_here(session, now)).days
    if coming is None and days > DAILY_FOR_DAYS:
        last_day = datetime.combine(now.date() - (WEEKLY_DAYS - 1) * DAY, time.min, now.tzinfo)
        since = in_utc(last_day)
    if days != 0 and not _answered(timeline, since, now):
        yield DueCheckIn(kind=DueKind.MOOD, session=session, due_at=due_at)


def _first_to_come(timeline: Timeline, now: datetime) -> Session | None:
    """Return the planned session of the next 7 days that is the first of its series.

    Of no series: the first there is. From the seventh day before it to the day before it.
    """
    begun = {one.series_id for one in timeline.sessions}
    for session in by_start(timeline.journal.sessions):
        days = (day_here(session, now) - now.date()).days
        first = session.series_id not in begun if session.series_id else not begun
        if session.status is SessionStatus.PLANNED and first and 1 <= days <= RUN_UP_DAYS:
            return session
    return None


def _latest_done(timeline: Timeline, now: datetime) -> Session | None:
    at = in_utc(now)
    done = [one for one in timeline.sessions if in_utc(one.started_at) <= at]
    return done[-1] if done else None


def day_here(session: Session, now: datetime) -> date:
    """Return a session's date on the clock of ``now``; the one noted where only that is known."""
    started_at = session.started_at
    return (started_at.astimezone(now.tzinfo) if session.time_known else started_at).date()


def _evening(now: datetime, times: FollowUpTimes) -> datetime:
    hour, minute = divmod(times.evening_minute, 60)
    return in_utc(now.replace(hour=hour, minute=minute, second=0, microsecond=0))


def _answered(timeline: Timeline, since: datetime, until: datetime) -> bool:
    return any(answers_follow_up(one) for one in timeline.check_ins_between(since, until))


def answers_follow_up(check_in: CheckIn) -> bool:
    """Whether a check-in says how the patient was at a known time (our definition).

    One that only names side effects, as a press of *Still there* makes it, does not: what was
    waiting for is still not known.
    """
    return check_in.time_known and not check_in.only_side_effects
