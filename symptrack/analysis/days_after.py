"""A symptom against the days since each session: what the chart of all sessions overlaid shows."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import TypeVar

from symptrack.analysis.course import DAILY_FOR_DAYS, SessionMark
from symptrack.analysis.period import Period
from symptrack.analysis.reference import Reference, period_reference
from symptrack.analysis.session_days import ratings_by_day
from symptrack.analysis.session_groups import marks_of
from symptrack.analysis.timeline import Rating, Recorded, Timeline, timeline_of
from symptrack.analysis.timing import is_late
from symptrack.domain.symptom import Symptom, described, known_symptoms

ENOUGH_SESSIONS = 3
WEEKLY_JOINED_DAYS = 8


@dataclass(frozen=True, slots=True)
class SessionDay:
    """A session's value on one day after it: the median of that day's ``n`` ratings.

    ``late`` where all of them were entered late, ``has_note`` where one of them has a note;
    ``check_in_id`` is the last one's.
    """

    day: int
    value: float
    n: int
    late: bool
    has_note: bool
    check_in_id: str


@dataclass(frozen=True, slots=True)
class SessionDays:
    """One session's days; ``segments`` are those that a line joins."""

    mark: SessionMark
    days: tuple[SessionDay, ...]
    segments: tuple[tuple[SessionDay, ...], ...]


@dataclass(frozen=True, slots=True)
class DayMedian:
    """All sessions on one day: the median of their values, ``None`` from fewer than three."""

    day: int
    n: int
    value: float | None


@dataclass(frozen=True, slots=True)
class DaysAfter:
    """A symptom on the days after the sessions of a period.

    ``sessions`` holds those with a rating after them; ``medians`` every day with a value.
    """

    period: Period
    symptom: Symptom
    reference: Reference | None
    marks: tuple[SessionMark, ...]
    sessions: tuple[SessionDays, ...]
    medians: tuple[DayMedian, ...]
    median_segments: tuple[tuple[DayMedian, ...], ...]

    @property
    def last_day(self) -> int:
        """Return the latest day with a value, 0 without any."""
        return max((one.day for one in self.medians), default=0)


D = TypeVar("D", SessionDay, DayMedian)


def summarise_days_after(
    journal: Recorded, period: Period, now: datetime, symptom: str
) -> DaysAfter:
    """Return a symptom on the days after each done session of a period, until the next one.

    A day's value is the median of its ratings; over the sessions the median of their values, from
    three sessions on. Lines join neighbouring days, and from 28 days after a session on, where
    entries are weekly by plan, those up to 8 days apart. The reference is that of the earliest
    series in the period. Our definition.
    """
    timeline = timeline_of(journal)
    marks = marks_of(timeline, period)
    sessions = [_session_days(timeline, mark, now, symptom) for mark in marks]
    medians = _medians(sessions)
    drawn = [one for one in medians if one.value is not None]
    return DaysAfter(
        period=period,
        symptom=_described(timeline, symptom),
        reference=period_reference(timeline, period, symptom),
        marks=marks,
        sessions=tuple(one for one in sessions if one.days),
        medians=tuple(medians),
        median_segments=tuple(tuple(run) for run in joined_days(drawn)),
    )


def joined_days(days: Sequence[D]) -> list[list[D]]:
    """Return the runs of days that a line joins; a lone day is a run of one."""
    runs: list[list[D]] = []
    for one in days:
        apart = one.day - runs[-1][-1].day if runs else 0
        weekly = runs and runs[-1][-1].day >= DAILY_FOR_DAYS and apart <= WEEKLY_JOINED_DAYS
        if runs and (apart == 1 or weekly):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _session_days(
    timeline: Timeline, mark: SessionMark, now: datetime, symptom: str
) -> SessionDays:
    by_day = ratings_by_day(timeline, mark.session, now, symptom)
    days = tuple(_day(day, ratings) for day, ratings in by_day.items())
    return SessionDays(mark, days, tuple(tuple(run) for run in joined_days(days)))


def _day(day: int, ratings: Sequence[Rating]) -> SessionDay:
    return SessionDay(
        day=day,
        value=float(median(rating.value for rating in ratings)),
        n=len(ratings),
        late=all(is_late(rating.check_in) for rating in ratings),
        has_note=any(rating.check_in.note for rating in ratings),
        check_in_id=ratings[-1].check_in.id,
    )


def _medians(sessions: Sequence[SessionDays]) -> list[DayMedian]:
    values: defaultdict[int, list[float]] = defaultdict(list)
    for session in sessions:
        for one in session.days:
            values[one.day].append(one.value)
    return [
        DayMedian(day, len(found), float(median(found)) if len(found) >= ENOUGH_SESSIONS else None)
        for day, found in sorted(values.items())
    ]


def _described(timeline: Timeline, key: str) -> Symptom:
    known = {symptom.key: symptom for symptom in known_symptoms(timeline.journal.symptoms)}
    return known.get(key) or described(Symptom(key=key))
