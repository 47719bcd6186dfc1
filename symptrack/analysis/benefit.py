"""How many days a session's benefit lasted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median

from symptrack.analysis.reference import Reference, session_reference
from symptrack.analysis.session_days import ratings_by_day
from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import days_after, session_on
from symptrack.domain.session import Session
from symptrack.domain.symptom import MOOD

POINTS_UP = 2
HIGHEST_REFERENCE = 8
LAST_DAY_TO_START = 2
IN_A_ROW = 2


class BenefitKind(StrEnum):
    """How a count of days of benefit is to be read."""

    ENDED = "ended"  # "N days"
    NEXT_SESSION = "next_session"  # "N days or more"
    SO_FAR = "so_far"  # "N days so far"
    MISSING = "missing"  # "at least N days, entries missing"
    NOT_REACHED = "not_reached"
    NOT_KNOWN = "not_known"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Benefit:
    """A session's days of benefit and what they were measured against.

    ``days`` counts from the first to the last up day, both included; ``None`` for the kinds that
    have no count. ``rated_days`` is how many rated days it rests on.
    """

    session: Session
    kind: BenefitKind
    days: int | None
    reference: Reference | None
    rated_days: int = 0


def days_of_benefit(journal: Recorded, session: Session, now: datetime) -> Benefit:
    """Return how long mood stayed at least 2 points above the reference after a done session.

    A day's value is the median mood of its ratings, on the session's day of those after its end.
    The run starts at the first up day among days 0 to 2. One lower or one unrated day inside is
    bridged; two lower rated days in a row end it, unrated ones between not counted; two unrated
    days in a row end what is known. Our definition, and in it:

    - On the day of the next session the ratings before its start count, and today's so far; such
      a part of a day is not an unrated day where it has none.
    - Ratings that cannot be placed before or after a session on its day, because a time is not
      known, are left out.
    - While days 0 to 2 are not over and none was up, it is not known.
    """
    timeline = timeline_of(journal)
    reference = session_reference(timeline, session, MOOD)
    if reference is not None and reference.value > HIGHEST_REFERENCE:
        return Benefit(session, BenefitKind.NOT_APPLICABLE, None, reference)
    values = _day_values(timeline, session, now)
    if reference is None:
        return Benefit(session, BenefitKind.NOT_KNOWN, None, None, len(values))
    following = timeline.next_session(session)
    last_day = days_after(session, now) if following is None else _days_between(session, following)
    kind, days = _run(
        {day: value >= reference.value + POINTS_UP for day, value in values.items()},
        last_day,
        BenefitKind.SO_FAR if following is None else BenefitKind.NEXT_SESSION,
    )
    return Benefit(session, kind, days, reference, len(values))


def _run(
    up: Mapping[int, bool], last_day: int, still: BenefitKind
) -> tuple[BenefitKind, int | None]:
    """Follow the days from the first up one; ``still`` is the kind where nothing ended the run."""
    first = next((day for day in range(LAST_DAY_TO_START + 1) if up.get(day)), None)
    if first is None:
        return _no_run(up, last_day, still), None
    last_up, lower, unrated, kind = first, 0, 0, still
    for day in range(first + 1, last_day + 1):
        if up.get(day):
            last_up, lower, unrated = day, 0, 0
        elif day in up:
            lower, unrated = lower + 1, 0
        elif day < last_day:
            unrated += 1
        if IN_A_ROW in (lower, unrated):
            kind = BenefitKind.ENDED if lower == IN_A_ROW else BenefitKind.MISSING
            break
    return kind, last_up - first + 1


def _no_run(up: Mapping[int, bool], last_day: int, still: BenefitKind) -> BenefitKind:
    rated = any(day in up for day in range(LAST_DAY_TO_START + 1))
    over = (
        still is BenefitKind.NEXT_SESSION or last_day > LAST_DAY_TO_START or LAST_DAY_TO_START in up
    )
    return BenefitKind.NOT_REACHED if rated and over else BenefitKind.NOT_KNOWN


def _day_values(timeline: Timeline, session: Session, now: datetime) -> dict[int, float]:
    """Return the median mood of each rated day, by days after the session."""
    return {
        day: float(median(rating.value for rating in ratings))
        for day, ratings in ratings_by_day(timeline, session, now, MOOD).items()
    }


def _days_between(session: Session, following: Session) -> int:
    if following.time_known:
        return days_after(session, following.started_at)
    return (session_on(following) - session_on(session)) // timedelta(days=1)
