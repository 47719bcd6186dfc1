"""Questionnaire totals over time: baseline, change, response and remission."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from symptrack.analysis.period import Period
from symptrack.analysis.series_order import series_compared_with
from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.analysis.timing import day_of, in_utc, precedes, recorded_on
from symptrack.domain.instrument import Instrument
from symptrack.domain.questionnaire import Response, Score, score
from symptrack.domain.series import Series
from symptrack.domain.words import Direction, TotalStatus

BASELINE_DAYS_BEFORE = 14
BASELINE_DAYS_AFTER = 3
RESPONSE_PERCENT = 50  # McInnes 2022 for PHQ-9; our definition for the others


@dataclass(frozen=True, slots=True)
class ScoredResponse:
    """A filled-in questionnaire with its total.

    ``overlaps``: made closer to the one before than the instrument's minimum interval.
    """

    response: Response
    score: Score
    overlaps: bool

    @property
    def on(self) -> date:
        """Return its calendar date."""
        return recorded_on(self.response)

    @property
    def complete(self) -> bool:
        """Whether every item was answered; estimated totals count for drawing only."""
        return self.score.status is TotalStatus.COMPLETE


@dataclass(frozen=True, slots=True)
class QuestionnaireChange:
    """A questionnaire's baseline and what became of it in a period.

    ``latest`` and ``best`` are complete totals after the baseline; ``points`` and ``percent`` are
    latest − baseline, ``percent`` with its sign turned where higher is better. ``response`` and
    ``remission`` are of the latest; they and their dates are ``None`` where the baseline is too
    low to tell.
    """

    instrument: Instrument
    baseline: ScoredResponse | None = None
    baseline_after_start: bool = False
    latest: ScoredResponse | None = None
    best: ScoredResponse | None = None
    points: int | None = None
    percent: float | None = None
    response: bool | None = None
    remission: bool | None = None
    response_first_on: date | None = None
    response_lost_on: date | None = None
    remission_first_on: date | None = None
    remission_lost_on: date | None = None

    @property
    def reliable(self) -> bool | None:
        """Return whether the change of the latest is a reliable one; ``None``: not known."""
        return reliable_change(self.instrument, self.points)


@dataclass(frozen=True, slots=True)
class Difference:
    """A total against the baseline: points, and per cent of the baseline (none where it is 0)."""

    points: int
    percent: float | None


@dataclass(frozen=True, slots=True)
class Baseline:
    """The total a series is compared with; ``after_start``: made after its first session."""

    scored: ScoredResponse
    after_start: bool


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """One answer to one item; ``value`` is ``None`` where it was declined or left out."""

    on: date
    value: int | None
    declined: bool


def scored_responses(journal: Recorded, instrument: Instrument) -> list[ScoredResponse]:
    """Return an instrument's responses from the earliest to the latest, with their totals.

    Overlapping: fewer calendar days after the one before (of those with a total) than the
    instrument's minimum interval. Our definition.
    """
    scored: list[ScoredResponse] = []
    previous_on: date | None = None
    for response in _responses(timeline_of(journal), instrument):
        total = score(instrument, response.answers)
        on = recorded_on(response)
        close = previous_on is not None and (on - previous_on).days < instrument.min_interval_days
        scored.append(ScoredResponse(response, total, close))
        if total.total is not None:
            previous_on = on
    return scored


def series_baseline(
    timeline: Timeline, scored: Sequence[ScoredResponse], series: Series
) -> Baseline | None:
    """Return a series' own baseline among its instrument's responses, or ``None``.

    The last complete total in the 14 days before its first done session that does not overlap an
    earlier one; else the first within 3 days after it. Our definition; calendar days in the
    session's zone.
    """
    for session in timeline.sessions_of(series)[:1]:
        fit = [
            (day_of(session, one.response), precedes(one.response, session), one)
            for one in scored
            if one.complete and not one.overlaps
        ]
        before = [one for day, early, one in fit if early and day >= -BASELINE_DAYS_BEFORE]
        if before:
            return Baseline(before[-1], after_start=False)
        after = [one for day, early, one in fit if not early and day <= BASELINE_DAYS_AFTER]
        if after:
            return Baseline(after[0], after_start=True)
    return None


def questionnaire_change(
    journal: Recorded, instrument: Instrument, series: Series | None, period: Period
) -> QuestionnaireChange:
    """Return how an instrument's totals changed from a series' baseline to the period's end.

    A maintenance series takes the baseline of the latest earlier induction, else its own. Response
    is a fall of at least 50 per cent, remission a total below the published limit; both only from
    a baseline of at least 10 (PHQ-9, GAD-7) or 31 (PCL-5), which is our limit.
    """
    timeline = timeline_of(journal)
    scored = scored_responses(timeline, instrument)
    own = (series_baseline(timeline, scored, one) for one in series_compared_with(timeline, series))
    baseline = next((found for found in own if found is not None), None)
    after = scored[scored.index(baseline.scored) + 1 :] if baseline else scored
    complete = [one for one in after if one.complete and one.on <= period.last_on]
    shown = [one for one in complete if period.holds(one.on)]
    if baseline is None:
        return QuestionnaireChange(
            instrument, latest=shown[-1] if shown else None, best=_best(instrument, shown)
        )
    return _changed(instrument, baseline, complete, shown)


def difference(change: QuestionnaireChange, one: ScoredResponse) -> Difference | None:
    """Return how a complete total after the baseline compares with it; ``None`` for any other.

    The change is the total − the baseline; per cent has its sign turned where higher is better.
    """
    baseline = change.baseline
    if baseline is None or not one.complete or not _comes_after(one, baseline):
        return None
    start = _total(baseline)
    return Difference(_total(one) - start, _percent(change.instrument, start, one))


def reliable_change(instrument: Instrument, points: int | None) -> bool | None:
    """Return whether a change is at least the published reliable one, up or down.

    6 points for the GAD-7 (Bischoff 2020), 15 for the PCL-5 (Marx 2022). ``None`` where none is
    published, as for the PHQ-9, or there is no change to tell of.
    """
    least = instrument.reliable_change_points
    return None if least is None or points is None else abs(points) >= least


def item_history(
    journal: Recorded, instrument: Instrument, item_key: str, period: Period
) -> list[ItemAnswer]:
    """Return the answers to one item in a period, from the earliest to the latest."""
    responses = _responses(timeline_of(journal), instrument)
    return [
        ItemAnswer(recorded_on(one), one.answers.get(item_key), item_key in one.declined)
        for one in responses
        if period.holds(recorded_on(one))
    ]


def _changed(
    instrument: Instrument,
    baseline: Baseline,
    complete: Sequence[ScoredResponse],
    shown: Sequence[ScoredResponse],
) -> QuestionnaireChange:
    start = _total(baseline.scored)
    latest = shown[-1] if shown else None

    def responds(one: ScoredResponse) -> bool:
        percent = _percent(instrument, start, one)
        return percent is not None and percent <= -RESPONSE_PERCENT

    def remits(one: ScoredResponse) -> bool:
        limit = instrument.remission_below
        return limit is not None and _total(one) < limit

    told = instrument.tells_response(start)
    response_on = _first_and_lost(complete, responds) if told else (None, None)
    remission_on = _first_and_lost(complete, remits) if told else (None, None)
    return QuestionnaireChange(
        instrument,
        baseline.scored,
        baseline.after_start,
        latest,
        _best(instrument, shown),
        _total(latest) - start if latest else None,
        _percent(instrument, start, latest) if latest else None,
        responds(latest) if latest and told else None,
        remits(latest) if latest and told else None,
        *response_on,
        *remission_on,
    )


def _percent(instrument: Instrument, start: int, one: ScoredResponse) -> float | None:
    if start == 0:
        return None
    sign = -1 if instrument.higher_is is Direction.BETTER else 1
    return sign * 100 * (_total(one) - start) / start


def _comes_after(one: ScoredResponse, other: ScoredResponse) -> bool:
    """Whether a response was made after another, in the order of :func:`scored_responses`."""
    made, others = ((in_utc(each.response.occurred_at), each.response.id) for each in (one, other))
    return made > others


def _first_and_lost(
    scored: Sequence[ScoredResponse], met: Callable[[ScoredResponse], bool]
) -> tuple[date | None, date | None]:
    first = next((place for place, one in enumerate(scored) if met(one)), None)
    if first is None:
        return None, None
    return scored[first].on, next((one.on for one in scored[first:] if not met(one)), None)


def _best(instrument: Instrument, shown: Sequence[ScoredResponse]) -> ScoredResponse | None:
    choose = max if instrument.higher_is is Direction.BETTER else min
    return choose(shown, key=_total, default=None)


def _total(one: ScoredResponse) -> int:
    total = one.score.total
    assert total is not None, "only complete responses are compared"
    return total


def _responses(timeline: Timeline, instrument: Instrument) -> list[Response]:
    own = (one for one in timeline.journal.responses if one.instrument == instrument.key)
    return sorted(own, key=lambda one: (in_utc(one.occurred_at), one.id))
