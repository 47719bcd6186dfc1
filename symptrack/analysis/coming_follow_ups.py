"""Which check-ins will be asked for in the time to come, as far as the sessions are planned.

The plan is that of :mod:`symptrack.analysis.follow_ups`, looked at ahead: what may yet be answered
early, and so never asked, is not known. How far ahead is our definition.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from symptrack.analysis.follow_ups import (
    BEFORE_WINDOW,
    DAILY_FOR_DAYS,
    RUN_UP_DAYS,
    WEEKLY_DAYS,
    DueKind,
    day_here,
)
from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import DAY, HOUR, end_of, in_utc
from symptrack.domain.session import Session, by_start
from symptrack.domain.settings import FollowUpTimes
from symptrack.domain.words import SessionStatus

WEEKS_AHEAD = 8
"""How many weekly evenings are told of ahead; the next look tells of the next ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingCheckIn:
    """A check-in to come at ``at``, an instant on the clock of *now*.

    ``session`` is the one it precedes or follows, ``None`` for the mood of an evening; ``hours`` is
    what the patient chose for those counted from a session's end.
    """

    kind: DueKind
    at: datetime
    session: Session | None = None
    hours: int | None = None


def coming_sessions(recorded: Recorded, now: datetime) -> list[Session]:
    """Return the planned sessions that have not begun, by start; all of today's without a time."""
    planned = [
        one
        for one in timeline_of(recorded).journal.sessions
        if one.status is SessionStatus.PLANNED
        and (
            in_utc(one.started_at) > in_utc(now)
            if one.time_known
            else day_here(one, now) >= now.date()
        )
    ]
    return by_start(planned)


def coming_check_ins(recorded: Recorded, now: datetime) -> list[ComingCheckIn]:
    """Return the check-ins to come after ``now``, by time.

    Around the latest session and each planned one; then the evenings, daily until 28 days after
    the last of them and in the 7 days before a first one, then weekly for 8 weeks. ``now`` has the
    patient's zone, in which the evenings are.
    """
    timeline = timeline_of(recorded)
    times = timeline.journal.settings.follow_ups
    ahead = coming_sessions(timeline, now)
    sessions = [*_latest(timeline, now), *ahead]
    found: list[ComingCheckIn] = []
    for place, session in enumerate(sessions):
        following = sessions[place + 1] if place + 1 < len(sessions) else None
        found += _around(session, following, now, times, planned=session in ahead)
    if times.evening:
        found += _evenings(timeline, sessions, now, times)
    coming = [one for one in found if in_utc(one.at) > in_utc(now)]
    return sorted(coming, key=lambda one: (in_utc(one.at), one.kind))


def _latest(timeline: Timeline, now: datetime) -> list[Session]:
    latest = timeline.session_before(now)
    return [] if latest is None else [latest]


def _around(
    session: Session,
    following: Session | None,
    now: datetime,
    times: FollowUpTimes,
    *,
    planned: bool,
) -> Iterator[ComingCheckIn]:
    """Yield those around a session whose time is known, up to the next one's start."""
    if not session.time_known:
        return
    if planned and times.before:
        at = (in_utc(session.started_at) - BEFORE_WINDOW).astimezone(now.tzinfo)
        yield ComingCheckIn(kind=DueKind.BEFORE, at=at, session=session)
    for hours in sorted(set(times.hours_after)):
        at = (end_of(session) + hours * HOUR).astimezone(now.tzinfo)
        if following is None or in_utc(at) < in_utc(following.started_at):
            yield ComingCheckIn(kind=DueKind.HOURS_AFTER, at=at, session=session, hours=hours)


def _evenings(
    timeline: Timeline, sessions: list[Session], now: datetime, times: FollowUpTimes
) -> Iterator[ComingCheckIn]:
    """Yield one for each evening that asks: after a session that day's, else one press of mood."""
    if not sessions:
        return
    days = {day_here(one, now): one for one in sessions}
    firsts = [day_here(one, now) for one in sessions if _first_of_its_series(timeline, one, now)]
    last = max(max(days) + DAILY_FOR_DAYS * DAY, now.date())
    for offset in range((last - now.date()).days + WEEKS_AHEAD * WEEKLY_DAYS + 1):
        day = now.date() + offset * DAY
        at = _evening(day, now, times)
        if day in days:
            over = end_of(days[day]).astimezone(now.tzinfo)
            until = at if over.date() > day else max(at, over)
            yield ComingCheckIn(kind=DueKind.EVENING, at=until, session=days[day])
        elif _asks(day, days, firsts):
            yield ComingCheckIn(kind=DueKind.MOOD, at=at)


def _asks(day: date, days: dict[date, Session], firsts: list[date]) -> bool:
    """Whether an evening asks: daily near a session, else weekly from it."""
    if any(timedelta() < first - day <= RUN_UP_DAYS * DAY for first in firsts):
        return True
    since = min(((day - one).days for one in days if one < day), default=None)
    if since is None:
        return False
    return since <= DAILY_FOR_DAYS or since % WEEKLY_DAYS == 0


def _first_of_its_series(timeline: Timeline, session: Session, now: datetime) -> bool:
    """Whether a planned session will be the first done one of its series, or of all."""
    if session.done:
        return False
    begun = {one.series_id for one in timeline.sessions}
    earlier = [
        one
        for one in coming_sessions(timeline, now)
        if in_utc(one.started_at) < in_utc(session.started_at)
        and (session.series_id is None or one.series_id == session.series_id)
    ]
    known = session.series_id in begun if session.series_id else bool(begun)
    return not known and not earlier


def _evening(day: date, now: datetime, times: FollowUpTimes) -> datetime:
    hour, minute = divmod(times.evening_minute, 60)
    return datetime.combine(day, time(hour, minute), now.tzinfo)
