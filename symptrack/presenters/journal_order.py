"""The journal's entries put under the sessions they belong to, the newest first."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from symptrack.analysis.timeline import Timeline
from symptrack.analysis.timing import Dated, in_utc, reckoned_start, reckoned_time, recorded_on
from symptrack.domain.care import Visit
from symptrack.domain.check_in import CheckIn
from symptrack.domain.questionnaire import ClinicScore, Response
from symptrack.domain.session import Session
from symptrack.domain.words import Moment

Listed = CheckIn | Response | ClinicScore | Visit
JUST_BEFORE = timedelta(hours=48)
"""How long before its session a check-in still stands under it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry and when it is taken to have been made, in UTC."""

    at: datetime
    record: Listed


@dataclass(slots=True)
class Group:
    """A session, or a month without one (*2026-08*), and its entries, the newest first.

    ``at`` is where it stands among the others: a session's start, a month's newest entry.
    """

    key: str
    at: datetime
    session: Session | None
    entries: list[Entry] = field(default_factory=list)


def grouped(timeline: Timeline, zone: str) -> list[Group]:
    """Return everything in the journal by session, the newest first.

    By time, as analysis has it, except where a check-in says that it belongs to another session
    near it. What came before any session stands under its month. A visit has only a date, taken in
    ``zone``.
    """
    groups = {
        one.id: Group(key=one.id, at=reckoned_start(one), session=one)
        for one in timeline.journal.sessions
    }
    for entry in sorted(_entries(timeline, zone), key=_place, reverse=True):
        record = entry.record
        named = named_session(record, timeline) if isinstance(record, CheckIn) else None
        session = named or _followed(entry, timeline)
        key = session.id if session is not None else _month(entry.record)
        group = groups.setdefault(key, Group(key=key, at=entry.at, session=None))
        group.entries.append(entry)
    return sorted(groups.values(), key=lambda group: (group.at, group.key), reverse=True)


def _entries(timeline: Timeline, zone: str) -> Iterator[Entry]:
    journal = timeline.journal
    dated: list[Dated] = [*journal.check_ins, *journal.responses, *journal.clinic_scores]
    for one in dated:
        yield Entry(reckoned_time(one), one)
    for visit in journal.visits:
        at = datetime.combine(visit.visited_on, time.max, ZoneInfo(zone))
        yield Entry(at.astimezone(UTC), visit)


def _place(entry: Entry) -> tuple[datetime, str]:
    return entry.at, entry.record.id


def named_session(check_in: CheckIn, timeline: Timeline) -> Session | None:
    """Return the session that a check-in says it belongs to, where its time allows that.

    One to come within 48 h, which it was made before; or the one before the latest, where the
    latest was in the journal already when the check-in was made. Without that, a session that is
    logged afterwards would not get the check-ins that followed it. Our definition.
    """
    session = timeline.session(check_in.session_id)
    if session is None:
        return None
    if check_in.moment is Moment.BEFORE:
        ahead = in_utc(session.started_at) - in_utc(check_in.occurred_at)
        return session if timedelta() <= ahead <= JUST_BEFORE else None
    latest = timeline.session_followed(check_in)
    if latest is None or timeline.session_before(reckoned_start(latest)) is not session:
        return None
    if check_in.entered_at is None or latest.entered_at is None:
        return None
    return session if latest.entered_at <= check_in.entered_at else None


def _followed(entry: Entry, timeline: Timeline) -> Session | None:
    if isinstance(entry.record, Visit):
        return timeline.session_before(entry.at)
    return timeline.session_followed(entry.record)


def _month(record: Listed) -> str:
    return f"{listed_on(record):%Y-%m}"


def listed_on(record: Listed) -> date:
    """Return an entry's calendar date, as the wall clock showed it where the patient was."""
    return record.visited_on if isinstance(record, Visit) else recorded_on(record)
