"""When a questionnaire is due, when it was, and when it was not filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from symptrack.analysis.period import Period
from symptrack.analysis.questionnaires import (
    BASELINE_DAYS_BEFORE,
    ScoredResponse,
    scored_responses,
    series_baseline,
)
from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import session_on
from symptrack.domain.instrument import Instrument
from symptrack.domain.series import Series
from symptrack.domain.session import by_start
from symptrack.domain.settings import Settings
from symptrack.domain.words import SessionStatus


@dataclass(frozen=True, slots=True)
class DueCount:
    """How often a questionnaire was due in a period, how often missed, and on which days."""

    due: int
    missed: int
    missed_on: tuple[date, ...] = ()


def interval_days(settings: Settings, instrument: Instrument) -> int:
    """Return the days between two of a kind, as the patient has it; 0: it is not asked for."""
    return settings.interval_days.get(instrument.key, instrument.interval_days)


def due_and_missed(
    journal: Recorded, instrument: Instrument, period: Period, now: datetime
) -> DueCount:
    """Return how often an instrument was due in a period and how often it was missed.

    Due at each series' baseline (its first session where there is none) and at every interval
    after it, until the next series begins again. Our definition, and in it: a day is met by a
    response less than half an interval away, and missed once that time has passed; an instrument
    is due from its first response on, so that one never used is never missed.
    """
    timeline = timeline_of(journal)
    scored = scored_responses(timeline, instrument)
    interval = interval_days(timeline.journal.settings, instrument)
    if not (scored and interval):
        return DueCount(0, 0)
    today_on = now.date()
    until_on = min(period.last_on, today_on)
    due = [
        on
        for on in _due_dates(_beginnings(timeline, scored), interval, until_on)
        if on >= period.first_on and not _over(on, scored[0].on, interval)
    ]
    missed = tuple(
        on
        for on in due
        if _over(on, today_on, interval) and not any(_meets(one, on, interval) for one in scored)
    )
    return DueCount(len(due), len(missed), missed)


def due_on(journal: Recorded, instrument: Instrument, now: datetime) -> date | None:
    """Return the day an instrument is due on that waits now, or ``None``.

    The days of :func:`due_and_missed`, each from itself on, a series' first half an interval ahead
    of it (at most the 14 days in which a baseline counts): until it is met, or half an interval has
    passed and it lapses. An instrument never used is asked for at a series' beginning only, unless
    it is always due. Our definition.
    """
    timeline = timeline_of(journal)
    interval = interval_days(timeline.journal.settings, instrument)
    if not interval:
        return None
    scored = scored_responses(timeline, instrument)
    ahead = timedelta(days=min(interval // 2, BASELINE_DAYS_BEFORE))
    today_on = now.date()
    beginnings = _beginnings(timeline, scored)
    known = set(beginnings)
    waiting = [
        on
        for on in _due_dates(beginnings, interval, today_on + ahead)
        if (scored or instrument.always_due or on in known)
        and (on <= today_on or on in known)
        and not _over(on, today_on, interval)
        and not any(_meets(one, on, interval) for one in scored)
    ]
    return waiting[-1] if waiting else None


def _beginnings(timeline: Timeline, scored: list[ScoredResponse]) -> list[date]:
    begun = {_beginning(timeline, scored, series) for series in timeline.journal.series}
    return sorted(on for on in begun if on) or [one.on for one in scored[:1]]


def _beginning(timeline: Timeline, scored: list[ScoredResponse], series: Series) -> date | None:
    """Return where a series' days are counted from: its baseline, else its first session."""
    sessions = timeline.sessions_of(series)
    if not sessions:
        return _coming_baseline(scored, _planned_on(timeline, series) or series.started_on)
    baseline = series_baseline(timeline, scored, series)
    return baseline.scored.on if baseline else session_on(sessions[0])


def _planned_on(timeline: Timeline, series: Series) -> date | None:
    planned = [
        session_on(one)
        for one in by_start(timeline.journal.sessions)
        if one.series_id == series.id and one.status is SessionStatus.PLANNED
    ]
    return planned[0] if planned else None


def _coming_baseline(scored: Sequence[ScoredResponse], starts_on: date | None) -> date | None:
    """Return what will be the baseline of a series that has not had a session, else its start."""
    if starts_on is None:
        return None
    fit = [
        one.on
        for one in scored
        if one.complete
        and not one.overlaps
        and 0 <= (starts_on - one.on).days <= BASELINE_DAYS_BEFORE
    ]
    return fit[-1] if fit else starts_on


def _due_dates(beginnings: list[date], interval: int, until_on: date) -> Iterator[date]:
    """Yield every due day; one that falls just before a new beginning gives way to it."""
    followed_by: list[date | None] = [*beginnings[1:], None]
    for beginning, following in zip(beginnings, followed_by, strict=False):  # there may be none
        on = beginning
        while on <= until_on and (following is None or _over(on, following, interval)):
            yield on
            on += timedelta(days=interval)


def _over(due_on: date, on: date, interval: int) -> bool:
    """Whether half an interval has passed since a due day."""
    return 2 * (on - due_on).days >= interval


def _meets(one: ScoredResponse, due_on: date, interval: int) -> bool:
    return -interval <= 2 * (one.on - due_on).days < interval
