"""The stretch of days that a chart or a report is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import session_on
from symptrack.domain.series import Series
from symptrack.domain.session import Session

DAYS_BEFORE_FIRST_SESSION = 7
DAYS_AFTER_LAST_SESSION = 28


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first_on`` to ``last_on``, both included.

    ``series`` are those with a done session in it, the earliest first, or else the series it
    follows; ``sessions`` the done sessions in it, by start.
    """

    first_on: date
    last_on: date
    series: tuple[Series, ...] = ()
    sessions: tuple[Session, ...] = ()

    @property
    def days(self) -> int:
        """Return how many days it has."""
        return (self.last_on - self.first_on).days + 1

    def holds(self, on: date) -> bool:
        """Whether a date lies in it."""
        return self.first_on <= on <= self.last_on

    def meets(self, first_on: date | None, last_on: date | None) -> bool:
        """Whether any day from one date to another lies in it; ``None`` is an open end."""
        begun = first_on is None or first_on <= self.last_on
        return begun and (last_on is None or last_on >= self.first_on)


def all_time(journal: Recorded, today_on: date) -> Period | None:
    """Return the period of everything recorded, or ``None`` where nothing is.

    Our definition: from 7 days before the first done session, or the first entry where that is
    earlier, to 28 days after the last done session, or the last entry where that is later, but
    not past today.
    """
    timeline = timeline_of(journal)
    entries = timeline.entry_dates()
    first = [*entries, *(_lead_in(one) for one in timeline.sessions[:1])]
    if not first:
        return None
    last_on = min(today_on, max([*entries, *(_tail(one) for one in timeline.sessions[-1:])]))
    return _period(timeline, min(first), last_on)


def series_period(journal: Recorded, series_id: str, today_on: date) -> Period | None:
    """Return the period of one series, or ``None`` where it has not begun.

    Our definition: from 7 days before its first done session (the days its reference rests on; its
    own start where it has no session yet) to 28 days after its last, or the last entry where that
    is later; not past today, and not into the first session of the series after it.
    """
    timeline = timeline_of(journal)
    series = timeline.series(series_id)
    if series is None:
        return None
    sessions = timeline.sessions_of(series)
    if sessions:
        first_on, last_session_on = _lead_in(sessions[0]), _tail(sessions[-1])
    elif series.started_on is not None:
        first_on = last_session_on = series.started_on
    else:
        return None
    limit_on = min([today_on, *_next_series_starts(timeline, series, sessions, first_on)])
    entries = [on for on in timeline.entry_dates() if on <= limit_on]
    last_on = min(limit_on, max([last_session_on, *entries]))
    period = _period(timeline, first_on, last_on)
    return period and Period(period.first_on, period.last_on, (series,), period.sessions)


def dates_period(journal: Recorded, first_on: date, last_on: date) -> Period:
    """Return the period between two dates, both included; turned round they are put in order."""
    timeline = timeline_of(journal)
    first_on, last_on = min(first_on, last_on), max(first_on, last_on)
    sessions = tuple(one for one in timeline.sessions if first_on <= session_on(one) <= last_on)
    return Period(first_on, last_on, _series_of(timeline, sessions, last_on), sessions)


def latest_series(journal: Recorded) -> Series | None:
    """Return the series with the latest done session, else the one begun last, else ``None``."""
    timeline = timeline_of(journal)
    for session in reversed(timeline.sessions):
        series = timeline.series_of(session)
        if series is not None:
            return series
    begun = sorted(timeline.journal.series, key=lambda one: (one.started_on or date.min, one.id))
    return begun[-1] if begun else None


def _period(timeline: Timeline, first_on: date, last_on: date) -> Period | None:
    return dates_period(timeline, first_on, last_on) if first_on <= last_on else None


def _lead_in(session: Session) -> date:
    return session_on(session) - timedelta(days=DAYS_BEFORE_FIRST_SESSION)


def _tail(session: Session) -> date:
    return session_on(session) + timedelta(days=DAYS_AFTER_LAST_SESSION)


def _next_series_starts(
    timeline: Timeline, series: Series, sessions: tuple[Session, ...], first_on: date
) -> Iterable[date]:
    """Yield the day before the first session of each series that began after this one's last."""
    after_on = session_on(sessions[-1]) if sessions else first_on
    for other in timeline.journal.series:
        others = timeline.sessions_of(other)
        if other.id != series.id and others and session_on(others[0]) > after_on:
            yield session_on(others[0]) - timedelta(days=1)


def _series_of(
    timeline: Timeline, sessions: tuple[Session, ...], last_on: date
) -> tuple[Series, ...]:
    if not sessions:
        before = [one for one in timeline.sessions if session_on(one) <= last_on]
        sessions = tuple(before[-1:])
    found = (timeline.series_of(one) for one in sessions)
    return tuple(dict.fromkeys(one for one in found if one is not None))
