"""When something was, seen from a session: hours, days, lateness.

Instants compare in UTC; a calendar day is the wall clock's where the patient was. Where
``time_known`` is false only the date counts, so such a record is never given hours.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from symptrack.domain.check_in import CheckIn
from symptrack.domain.questionnaire import ClinicScore, Response
from symptrack.domain.session import Session
from symptrack.domain.wall_time import wall_date
from symptrack.domain.words import Source

LATE_AFTER_H = 12
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

Dated = CheckIn | Response | ClinicScore


def in_utc(at: datetime) -> datetime:
    """Return an instant on the UTC clock, so that instants compare and subtract safely."""
    return at.astimezone(UTC)


def end_of(session: Session) -> datetime:
    """Return when a session ended, in UTC: its start where no duration is recorded."""
    return in_utc(session.started_at) + timedelta(minutes=session.duration_min or 0)


def hours_after(session: Session, at: datetime) -> float:
    """Return the hours from a session's end to an instant, negative before its end.

    Only where both times are known; see :func:`hours_known`.
    """
    return (in_utc(at) - end_of(session)) / HOUR


def hours_known(session: Session, check_in: CheckIn) -> bool:
    """Whether hours between a session and a check-in can be told."""
    return session.time_known and check_in.time_known


def session_on(session: Session) -> date:
    """Return a session's calendar date, in its own zone."""
    return _date_in(session.time_zone, session.started_at, session.time_known)


def recorded_on(record: Dated) -> date:
    """Return a record's calendar date, as the wall clock showed it where the patient was."""
    return record.occurred_at.date()


def days_after(session: Session, at: datetime) -> int:
    """Return the calendar days from a session to an instant, both dates in the session's zone."""
    return (wall_date(at, session.time_zone) - session_on(session)).days


def day_of(session: Session, record: Dated) -> int:
    """Return the calendar days from a session to a record, negative before it.

    Both dates are taken in the session's zone; a record that keeps only its date keeps that one.
    """
    on = _date_in(session.time_zone, record.occurred_at, record.time_known)
    return (on - session_on(session)).days


def precedes(record: Dated, session: Session) -> bool:
    """Whether a record was made before a session started, or at that very moment.

    Our definition: where one of the two times is not known their dates decide, and the same date
    is not *before*.
    """
    if record.time_known and session.time_known:
        return in_utc(record.occurred_at) <= in_utc(session.started_at)
    return day_of(session, record) < 0


def is_late(record: CheckIn | Response | Session) -> bool:
    """Whether a record was entered more than 12 h after its time.

    Never for imported entries, nor where the time or the time of entry is not known. Our
    definition (a session's time is its start).
    """
    if not record.time_known or record.entered_at is None:
        return False
    if isinstance(record, CheckIn) and record.source is not Source.SYMPTRACK:
        return False
    happened_at = record.started_at if isinstance(record, Session) else record.occurred_at
    return in_utc(record.entered_at) - in_utc(happened_at) > LATE_AFTER_H * HOUR


def reckoned_start(session: Session) -> datetime:
    """Return from when check-ins can belong to a session, in UTC.

    Its start; where only its date is known, the beginning of that day (our definition).
    """
    if session.time_known:
        return in_utc(session.started_at)
    return _midnight(session.started_at.date(), session.time_zone)


def reckoned_time(record: Dated) -> datetime:
    """Return when a record is taken to have been made when looking for its session, in UTC.

    Its time; where only its date is known, the end of that day (our definition).
    """
    if record.time_known:
        return in_utc(record.occurred_at)
    next_day = record.occurred_at.date() + DAY
    return _midnight(next_day, record.time_zone) - timedelta.resolution


def _date_in(zone: str, at: datetime, time_known: bool) -> date:
    return wall_date(at, zone) if time_known else at.date()


def _midnight(on: date, zone: str) -> datetime:
    return in_utc(datetime.combine(on, time.min, ZoneInfo(zone)))
