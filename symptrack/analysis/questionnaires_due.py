"""When a questionnaire was due, and when it was not filled in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from symptrack.analysis.period import Period
from symptrack.analysis.questionnaires import ScoredResponse, scored_responses, series_baseline
from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import session_on
from symptrack.domain.instrument import Instrument


@dataclass(frozen=True, slots=True)
class DueCount:
    """How often a questionnaire was due in a period, how often missed, and on which days."""

    due: int
    missed: int
    missed_on: tuple[date, ...] = ()


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
    if not scored:
        return DueCount(0, 0)
    interval = timeline.journal.settings.interval_days.get(instrument.key, instrument.interval_days)
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


def _beginnings(timeline: Timeline, scored: list[ScoredResponse]) -> list[date]:
    begun = set()
    for series in timeline.journal.series:
        sessions = timeline.sessions_of(series)
        if sessions:
            baseline = series_baseline(timeline, scored, series)
            begun.add(baseline.scored.on if baseline else session_on(sessions[0]))
    return sorted(begun) or [scored[0].on]


def _due_dates(beginnings: list[date], interval: int, until_on: date) -> Iterator[date]:
    """Yield every due day; one that falls just before a new beginning gives way to it."""
    for beginning, following in zip(beginnings, [*beginnings[1:], None], strict=True):
        on = beginning
        while on <= until_on and (following is None or _over(on, following, interval)):
            yield on
            on += timedelta(days=interval)


def _over(due_on: date, on: date, interval: int) -> bool:
    """Whether half an interval has passed since a due day."""
    return 2 * (on - due_on).days >= interval


def _meets(one: ScoredResponse, due_on: date, interval: int) -> bool:
    return -interval <= 2 * (one.on - due_on).days < interval
