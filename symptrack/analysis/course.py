"""The course of the ratings over a period, with its sessions: what the course chart shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from symptrack.analysis.before_after import BeforeAfter, before_after
from symptrack.analysis.care_marks import CareMark, care_marks
from symptrack.analysis.completeness import Completeness, completeness
from symptrack.analysis.period import Period
from symptrack.analysis.reference import Reference, period_reference
from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import (
    HOUR,
    day_of,
    hours_after,
    hours_known,
    in_utc,
    is_late,
    recorded_on,
)
from symptrack.domain.care import Visit
from symptrack.domain.check_in import CheckIn
from symptrack.domain.session import Session
from symptrack.domain.symptom import Symptom, active_symptoms, described, known_symptoms

JOINED_WITHIN = 37 * HOUR
WEEKLY_JOINED_WITHIN = timedelta(days=8)
DAILY_FOR_DAYS = 28


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """One rating to draw.

    ``at`` keeps the check-in's own offset. ``hours_after`` counts from the end of the session it
    follows, whose number is ``session_number``; ``None`` before any session, during one, or where
    a time is not known. ``mapped`` ratings are drawn hollow-grey and enter no number.
    """

    check_in_id: str
    at: datetime
    value: int
    late: bool
    mapped: bool
    time_known: bool
    hours_after: float | None
    session_number: int | None
    has_note: bool


@dataclass(frozen=True, slots=True)
class CoursePanel:
    """One symptom's ratings.

    ``points`` are all of them by time; ``segments`` those that a line joins, without the mapped
    ones; a lone point is a segment of one.
    """

    symptom: Symptom
    points: tuple[CoursePoint, ...]
    segments: tuple[tuple[CoursePoint, ...], ...]
    reference: Reference | None
    before_after: tuple[BeforeAfter, ...]


@dataclass(frozen=True, slots=True)
class SessionMark:
    """A done session of the period; ``number`` is ``None`` for one of no series."""

    session: Session
    number: int | None


@dataclass(frozen=True, slots=True)
class Course:
    """Everything the course chart shows of a period; ``marks`` are visits and medicines."""

    period: Period
    panels: tuple[CoursePanel, ...]
    sessions: tuple[SessionMark, ...]
    visits: tuple[Visit, ...]
    marks: tuple[CareMark, ...]
    completeness: Completeness


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is the same for every symptom of one check-in."""

    check_in: CheckIn
    at: datetime
    session: Session | None
    late: bool
    hours_after: float | None
    session_number: int | None


def summarise_course(
    journal: Recorded, period: Period, *, symptoms: Sequence[str] | None = None
) -> Course:
    """Return the course of some symptoms, by default the active ones.

    The reference is that of the earliest series in the period. Neighbours are joined up to 37 h
    apart, and up to 8 days where entries are weekly by plan: from 28 days after the latest session
    on (our definition).
    """
    timeline = timeline_of(journal)
    seen = [_see(timeline, one) for one in timeline.check_ins if period.holds(recorded_on(one))]
    visits = [one for one in timeline.journal.visits if period.holds(one.visited_on)]
    return Course(
        period=period,
        panels=tuple(
            _panel(timeline, period, symptom, seen)
            for symptom in _chosen(timeline.journal.symptoms, symptoms)
        ),
        sessions=tuple(SessionMark(one, timeline.numbers.get(one.id)) for one in period.sessions),
        visits=tuple(sorted(visits, key=lambda one: (one.visited_on, one.id))),
        marks=care_marks(timeline.journal, period),
        completeness=completeness(timeline, period),
    )


def _chosen(recorded: Sequence[Symptom], keys: Sequence[str] | None) -> list[Symptom]:
    if keys is None:
        return list(active_symptoms(recorded))
    known = {symptom.key: symptom for symptom in known_symptoms(recorded)}
    return [known.get(key) or described(Symptom(key=key)) for key in keys]


def _panel(
    timeline: Timeline, period: Period, symptom: Symptom, seen: Sequence[_Seen]
) -> CoursePanel:
    rated = [one for one in seen if symptom.key in one.check_in.ratings]
    points = [_point(one, symptom.key) for one in rated]
    return CoursePanel(
        symptom=symptom,
        points=tuple(points),
        segments=_segments(rated, points),
        reference=period_reference(timeline, period, symptom.key),
        before_after=tuple(
            before_after(timeline, session, symptom.key) for session in period.sessions
        ),
    )


def _see(timeline: Timeline, check_in: CheckIn) -> _Seen:
    session = timeline.session_followed(check_in)
    hours = (
        hours_after(session, check_in.occurred_at)
        if session is not None and hours_known(session, check_in)
        else None
    )
    return _Seen(
        check_in=check_in,
        at=in_utc(check_in.occurred_at),
        session=session,
        late=is_late(check_in),
        hours_after=hours if hours is not None and hours >= 0 else None,
        session_number=timeline.numbers.get(session.id) if session else None,
    )


def _point(seen: _Seen, symptom: str) -> CoursePoint:
    check_in = seen.check_in
    return CoursePoint(
        check_in_id=check_in.id,
        at=check_in.occurred_at,
        value=check_in.ratings[symptom],
        late=seen.late,
        mapped=check_in.mapped,
        time_known=check_in.time_known,
        hours_after=seen.hours_after,
        session_number=seen.session_number,
        has_note=bool(check_in.note),
    )


def _segments(
    rated: Sequence[_Seen], points: Sequence[CoursePoint]
) -> tuple[tuple[CoursePoint, ...], ...]:
    segments: list[list[CoursePoint]] = []
    previous: _Seen | None = None
    for seen, point in zip(rated, points, strict=True):
        if point.mapped:
            continue
        if previous is not None and _joined(previous, seen):
            segments[-1].append(point)
        else:
            segments.append([point])
        previous = seen
    return tuple(tuple(segment) for segment in segments)


def _joined(previous: _Seen, seen: _Seen) -> bool:
    gap = seen.at - previous.at
    if gap <= JOINED_WITHIN:
        return True
    if gap > WEEKLY_JOINED_WITHIN or previous.session is None or previous.session != seen.session:
        return False
    return day_of(previous.session, previous.check_in) >= DAILY_FOR_DAYS
