"""Which check-in is waiting: before a session, in the hours after it, and each evening."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from symptrack.analysis.timing import end_of
from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal
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


class DueKind(StrEnum):
    """What a waiting check-in is."""

    BEFORE = "before"
    HOURS_AFTER = "hours_after"
    EVENING = "evening"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCheckIn:
    """A check-in that is waiting; ``hours`` is 2 or 24 for those counted from a session's end."""

    kind: DueKind
    session: Session
    hours: int | None = None


def due_check_in(journal: Journal, now: datetime) -> DueCheckIn | None:
    """Return the check-in that is waiting at ``now``, or ``None``.

    Our definition (product rules, "Follow-ups"). *Before*: a planned session starts within 24 h.
    *N hours*: from half an hour before until 8 h after that hour, or until the next one's time
    comes; for 24 h those 16 to 36 h after the end, the same as the 24 h value of the charts.
    *Evening*: from the chosen time to midnight, daily until 28 days after the latest session and
    weekly after that. A check-in within the time answers it.
    """
    sessions = by_start(journal.sessions)
    planned = _planned_soon(sessions, now)
    if planned is not None and not _any_since(journal.check_ins, now - BEFORE_WINDOW, now):
        return DueCheckIn(kind=DueKind.BEFORE, session=planned)
    latest = _latest_done(sessions, now)
    if latest is None:
        return None
    follow_ups = journal.settings.follow_ups
    return _due_hours(journal.check_ins, latest, now, follow_ups.hours_after) or _due_evening(
        journal.check_ins, latest, now, follow_ups
    )


def _planned_soon(sessions: list[Session], now: datetime) -> Session | None:
    return next(
        (
            session
            for session in sessions
            if session.status is SessionStatus.PLANNED
            and now <= session.started_at <= now + BEFORE_WINDOW
        ),
        None,
    )


def _latest_done(sessions: list[Session], now: datetime) -> Session | None:
    done = [session for session in sessions if session.done and session.started_at <= now]
    return done[-1] if done else None


def _due_hours(
    check_ins: Iterable[CheckIn], session: Session, now: datetime, hours_after: Iterable[int]
) -> DueCheckIn | None:
    if not session.time_known:
        return None
    end = end_of(session)
    ordered = sorted(set(hours_after))
    for place, hours in enumerate(ordered):
        start, stop = _window(end, hours)
        if place + 1 < len(ordered):
            stop = min(stop, _window(end, ordered[place + 1])[0])
        if start <= now < stop and not _any_since(check_ins, start, now):
            return DueCheckIn(kind=DueKind.HOURS_AFTER, session=session, hours=hours)
    return None


def _window(end: datetime, hours: int) -> tuple[datetime, datetime]:
    first, last = (hours + HOURS_WINDOW_H[0], hours + HOURS_WINDOW_H[1])
    if hours == DAY_HOURS:
        first, last = DAY_WINDOW_H
    return end + timedelta(hours=first), end + timedelta(hours=last)


def _due_evening(
    check_ins: Iterable[CheckIn], session: Session, now: datetime, follow_ups: FollowUpTimes
) -> DueCheckIn | None:
    evening = now.replace(
        hour=follow_ups.evening_minute // 60,
        minute=follow_ups.evening_minute % 60,
        second=0,
        microsecond=0,
    )
    days = (now.date() - session.started_at.date()).days
    since = evening - EVENING_HEAD_START
    if days > DAILY_FOR_DAYS:
        since = now - timedelta(days=WEEKLY_DAYS)
    if now < evening or _any_since(check_ins, since, now):
        return None
    return DueCheckIn(kind=DueKind.EVENING, session=session)


def _any_since(check_ins: Iterable[CheckIn], since: datetime, until: datetime) -> bool:
    return any(
        since <= check_in.occurred_at <= until for check_in in check_ins if check_in.time_known
    )
