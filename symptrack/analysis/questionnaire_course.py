"""The totals of every questionnaire over a period: what the questionnaire chart shows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TypeVar

from symptrack.analysis.course import SessionMark
from symptrack.analysis.period import Period
from symptrack.analysis.questionnaires import (
    RESPONSE_PERCENT,
    ItemAnswer,
    QuestionnaireChange,
    ScoredResponse,
    item_history,
    questionnaire_change,
    scored_responses,
)
from symptrack.analysis.questionnaires_due import due_and_missed
from symptrack.analysis.session_groups import marks_of
from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import in_utc, is_late, recorded_on
from symptrack.domain.instrument import Instrument, Item
from symptrack.domain.questionnaire import ClinicScore
from symptrack.domain.words import Direction

CLINIC_JOINED_WITHIN = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """One total to draw: hollow where it ``overlaps`` the one before or was entered ``late``."""

    scored: ScoredResponse
    at: datetime
    total: int
    late: bool

    @property
    def on(self) -> date:
        """Return its calendar date."""
        return self.scored.on

    @property
    def estimated(self) -> bool:
        """Whether items were missing and the total is estimated."""
        return not self.scored.complete

    @property
    def overlaps(self) -> bool:
        """Whether it was made too soon after the one before."""
        return self.scored.overlaps


@dataclass(frozen=True, slots=True)
class SafetyHistory:
    """The answers to an item about self-harm, as a line of its own.

    ``segments`` are the answers that a line joins; it stops where a total's line does, and where
    the item was declined or left out.
    """

    item: Item
    answers: tuple[ItemAnswer, ...]
    segments: tuple[tuple[ItemAnswer, ...], ...]


@dataclass(frozen=True, slots=True)
class ScorePanel:
    """One questionnaire's totals.

    ``segments`` are those that a line joins; it stops where a questionnaire that was due was
    missed, and at one with too few answers for a total. ``response_at`` is the total that is half
    of the baseline, ``remission_below`` the first total that is no longer in remission; both are
    ``None`` where the baseline is too low to tell, or there is none.
    """

    instrument: Instrument
    points: tuple[ScorePoint, ...]
    segments: tuple[tuple[ScorePoint, ...], ...]
    change: QuestionnaireChange
    response_at: float | None
    remission_below: int | None
    missed_on: tuple[date, ...]
    without_total_on: tuple[date, ...]
    safety: SafetyHistory | None


@dataclass(frozen=True, slots=True)
class ClinicPanel:
    """Totals that a clinic gave, of one scale; ``low`` and ``high`` are the ends of its range.

    Where the range was not given they are those of the totals.
    """

    name: str
    low: float
    high: float
    range_known: bool
    higher_is: Direction | None
    points: tuple[ClinicScore, ...]
    segments: tuple[tuple[ClinicScore, ...], ...]


@dataclass(frozen=True, slots=True)
class QuestionnaireCourse:
    """Everything the questionnaire chart shows of a period."""

    period: Period
    sessions: tuple[SessionMark, ...]
    panels: tuple[ScorePanel, ...]
    clinic: tuple[ClinicPanel, ...]


P = TypeVar("P", ScorePoint, ItemAnswer)


def summarise_questionnaires(
    journal: Recorded, period: Period, now: datetime, instruments: Mapping[str, Instrument]
) -> QuestionnaireCourse:
    """Return the totals of each questionnaire that was filled in within a period.

    Compared with the baseline of the earliest series in the period. Totals of a clinic are joined
    up to 28 days apart, and stand together where their name is the same and nothing known of their
    range or direction differs (our definition).
    """
    timeline = timeline_of(journal)
    panels = [_panel(timeline, period, now, one) for one in instruments.values()]
    return QuestionnaireCourse(
        period=period,
        sessions=marks_of(timeline, period),
        panels=tuple(one for one in panels if one.points or one.without_total_on),
        clinic=tuple(_clinic(timeline.journal.clinic_scores, period)),
    )


def _panel(timeline: Timeline, period: Period, now: datetime, instrument: Instrument) -> ScorePanel:
    scored = [one for one in scored_responses(timeline, instrument) if period.holds(one.on)]
    points = tuple(_points(scored))
    without = tuple(one.on for one in scored if one.score.total is None)
    missed = due_and_missed(timeline, instrument, period, now).missed_on
    series = period.series[0] if period.series else None
    change = questionnaire_change(timeline, instrument, series, period)
    start = change.baseline.score.total if change.baseline else None
    told = start is not None and instrument.tells_response(start)
    falls = told and instrument.higher_is is Direction.WORSE
    return ScorePanel(
        instrument=instrument,
        points=points,
        segments=_segments(points, [*missed, *without]),
        change=change,
        response_at=(start or 0) * (100 - RESPONSE_PERCENT) / 100 if falls else None,
        remission_below=instrument.remission_below if told else None,
        missed_on=missed,
        without_total_on=without,
        safety=_safety(timeline, instrument, period, missed),
    )


def _points(scored: Iterable[ScoredResponse]) -> Iterable[ScorePoint]:
    for one in scored:
        if one.score.total is not None:
            yield ScorePoint(one, one.response.occurred_at, one.score.total, is_late(one.response))


def _segments(points: Sequence[P], stops: Sequence[date]) -> tuple[tuple[P, ...], ...]:
    segments = [[one] for one in points[:1]]
    for earlier, later in pairwise(points):
        if any(earlier.on < stop < later.on for stop in stops):
            segments.append([later])
        else:
            segments[-1].append(later)
    return tuple(tuple(segment) for segment in segments)


def _safety(
    timeline: Timeline, instrument: Instrument, period: Period, missed: Sequence[date]
) -> SafetyHistory | None:
    for item in instrument.items:
        if item.safety:
            answers = tuple(item_history(timeline, instrument, item.key, period))
            unanswered = [one.on for one in answers if one.value is None]
            answered = [one for one in answers if one.value is not None]
            return SafetyHistory(item, answers, _segments(answered, [*missed, *unanswered]))
    return None


def _clinic(scores: Iterable[ClinicScore], period: Period) -> Iterable[ClinicPanel]:
    by_name: defaultdict[str, list[ClinicScore]] = defaultdict(list)
    for one in scores:
        if period.holds(recorded_on(one)):
            by_name[" ".join(one.name.split()).casefold()].append(one)
    for _name, found in sorted(by_name.items()):
        ordered = sorted(found, key=lambda one: (in_utc(one.occurred_at), one.id))
        for scale in _scales(ordered):
            yield _clinic_panel(scale)


def _scales(scores: Sequence[ClinicScore]) -> Iterable[list[ClinicScore]]:
    """Yield scores of one name by scale: apart where what is known of their scales differs."""
    known: tuple[set[object], ...] = (
        {one.min for one in scores},
        {one.max for one in scores},
        {one.higher_is for one in scores},
    )
    if all(len(values - {None}) <= 1 for values in known):
        yield list(scores)
        return
    by_scale: defaultdict[object, list[ClinicScore]] = defaultdict(list)
    for one in scores:
        by_scale[one.min, one.max, one.higher_is].append(one)
    yield from by_scale.values()


def _clinic_panel(scores: Sequence[ClinicScore]) -> ClinicPanel:
    lows = [one.min for one in scores if one.min is not None]
    highs = [one.max for one in scores if one.max is not None]
    totals = [one.total for one in scores]
    return ClinicPanel(
        name=scores[-1].name,
        low=min([*lows, *totals]),
        high=max([*highs, *totals]),
        range_known=bool(lows and highs),
        higher_is=next((one.higher_is for one in scores if one.higher_is), None),
        points=tuple(scores),
        segments=tuple(_clinic_segments(scores)),
    )


def _clinic_segments(scores: Sequence[ClinicScore]) -> Iterable[tuple[ClinicScore, ...]]:
    run = [scores[0]]
    for earlier, later in pairwise(scores):
        if in_utc(later.occurred_at) - in_utc(earlier.occurred_at) > CLINIC_JOINED_WITHIN:
            yield tuple(run)
            run = []
        run.append(later)
    yield tuple(run)
