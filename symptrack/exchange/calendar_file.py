"""What is to come as a calendar file (iCalendar, RFC 5545): sessions and check-ins, with alarms.

The entries carry one neutral title and nothing else. Each keeps its UID, and its SEQUENCE grows
with every export, so that a second import puts right what the first one brought; what was called
off is said to be cancelled.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from symptrack.analysis.coming_follow_ups import ComingCheckIn, coming_check_ins, coming_sessions
from symptrack.analysis.follow_ups import DueKind
from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import DAY, in_utc
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.session import Session
from symptrack.domain.words import SessionStatus
from symptrack.exchange.fhir_parts import text_of
from symptrack.exchange.selection import Wanted, choose_series
from symptrack.exchange.stable_ids import journal_key
from symptrack.texts import _

if TYPE_CHECKING:
    from icalendar import Alarm, Event

Coming = Session | ComingCheckIn
"""What is to come: a planned session, or a check-in."""

DEFAULT_TITLE = "Symptrack"
MINUTES_OF_A_CHECK_IN = 5
MINUTES_OF_A_SESSION = 60
SESSION_ALARM = timedelta(hours=-1)
# Of a day without a time: nine in the morning.
DAY_ALARM = timedelta(hours=9)
_MINUTE = 60


def calendar_file(
    recorded: Recorded, now: datetime, wanted: Wanted | None = None, *, title: str = ""
) -> bytes:
    """Return the calendar of what comes after ``now``.

    Parameters
    ----------
    now
        An instant in the patient's zone, by its IANA name: the evenings are in it.
    wanted
        Only what lies in these days, or belongs to sessions of this series.
    title
        What every entry is called; without it, the name of the program.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Symptrack//Symptrack//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in _events(recorded, now, wanted or Wanted(), _on_one_line(title) or DEFAULT_TITLE):
        calendar.add_component(event)
    years = [one.start.year for one in calendar.events]
    calendar.add_missing_timezones(
        first_date=date(min(years, default=now.year) - 1, 1, 1),
        last_date=date(max(years, default=now.year) + 2, 1, 1),
    )
    data: bytes = calendar.to_ical()
    return data


def _events(recorded: Recorded, now: datetime, wanted: Wanted, title: str) -> Iterator["Event"]:
    if wanted.first_on and wanted.last_on and wanted.first_on > wanted.last_on:
        raise RefusedRequest(_("The range ends before it begins."))
    timeline = timeline_of(recorded)
    key = journal_key(timeline.journal)
    coming = dict(_coming(timeline, now, wanted, key))
    for uid, one in coming.items():
        yield _event(uid, one, now, title)
    as_planned = _as_planned(timeline, now)
    if as_planned is not None:
        for uid, one in _coming(as_planned, now, wanted, key):
            if uid not in coming:
                yield _event(uid, one, now, title, cancelled=True)


def _coming(
    timeline: Timeline, now: datetime, wanted: Wanted, key: UUID
) -> Iterator[tuple[UUID, Coming]]:
    """Yield what is to come within what is wanted, with its UID."""
    series = choose_series(timeline.journal, wanted)
    for session in coming_sessions(timeline, now):
        if series is not None and session.series_id != series.id:
            continue
        if _within(session.started_at, wanted):
            yield uuid5(UUID(session.id), "session"), session
    for due in coming_check_ins(timeline, now):
        of_series = due.session is not None and series and due.session.series_id == series.id
        if _within(due.at, wanted) and (series is None or of_series):
            yield _uid(due, key), due


def _as_planned(timeline: Timeline, now: datetime) -> Timeline | None:
    """Return the journal as it was planned before sessions to come were called off.

    They lie in the trash, or are said to be missed. ``None`` where there are none.
    """
    journal = timeline.journal
    planned = [
        one.record
        for one in journal.deleted
        if isinstance(one.record, Session) and one.record.status is SessionStatus.PLANNED
    ]
    missed = [one for one in journal.sessions if one.status is SessionStatus.MISSED]
    called_off = {
        one.id: replace(one, status=SessionStatus.PLANNED)
        for one in (*planned, *missed)
        if in_utc(one.started_at) > in_utc(now)
    }
    if not called_off:
        return None
    kept = [one for one in journal.sessions if one.id not in called_off]
    return Timeline(replace(journal, sessions=(*kept, *called_off.values())))


def _on_one_line(title: str) -> str:
    return " ".join(text_of(title).split())


def _within(at: datetime, wanted: Wanted) -> bool:
    day = at.date()
    after_first = wanted.first_on is None or wanted.first_on <= day
    return after_first and (wanted.last_on is None or day <= wanted.last_on)


def _event(
    uid: UUID, coming: Coming, now: datetime, title: str, *, cancelled: bool = False
) -> "Event":
    """Return an entry; one that is cancelled rings no more."""
    from icalendar import Event

    event, written_at = Event(), now.astimezone(UTC).replace(microsecond=0)
    event.add("uid", str(uid))
    event.add("dtstamp", written_at)
    event.add("last-modified", written_at)
    event.add("sequence", int(now.timestamp()) // _MINUTE)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("summary", title)
    event.add("class", "PRIVATE")
    if isinstance(coming, Session):
        alarm_after = _place_session(event, coming)
    else:
        alarm_after = timedelta()
        event.add("dtstart", coming.at)
        event.add("duration", timedelta(minutes=MINUTES_OF_A_CHECK_IN))
        event.add("transp", "TRANSPARENT")
    if not cancelled:
        event.add_component(_alarm(title, alarm_after))
    return event


def _place_session(event: "Event", session: Session) -> timedelta:
    """Put a session into its time and return when its alarm rings."""
    if not session.time_known:
        event.add("dtstart", session.started_at.date())
        event.add("dtend", session.started_at.date() + DAY)
        return DAY_ALARM
    start = _on_its_clock(session)
    minutes = session.duration_min or MINUTES_OF_A_SESSION
    event.add("dtstart", start)
    event.add("dtend", (in_utc(start) + timedelta(minutes=minutes)).astimezone(start.tzinfo))
    return SESSION_ALARM


def _alarm(title: str, after: timedelta) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", after)
    return alarm


def _uid(due: ComingCheckIn, key: UUID) -> UUID:
    """Return what stays the same of a check-in when its session is moved.

    The mood of an evening is known by its date alone, and so is the evening of a session: they are
    one entry, whichever of them it turns out to be.
    """
    if due.kind in (DueKind.MOOD, DueKind.EVENING) or due.session is None:
        return uuid5(key, f"evening/{due.at.date().isoformat()}")
    return uuid5(UUID(due.session.id), f"{due.kind.value}/{due.hours or 0}")


def _on_its_clock(session: Session) -> datetime:
    """Return a start by its zone's clock; in UTC where the zone never had its offset."""
    local = session.started_at.astimezone(ZoneInfo(session.time_zone))
    agrees = local.utcoffset() == session.started_at.utcoffset()
    return local if agrees else session.started_at.astimezone(UTC)
