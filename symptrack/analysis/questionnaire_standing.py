"""One filled-in questionnaire, seen from the baseline of its series."""

from dataclasses import dataclass

from symptrack.analysis.questionnaires import (
    Baseline,
    ScoredResponse,
    scored_responses,
    series_baseline,
)
from symptrack.analysis.series_order import series_compared_with
from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.domain.instrument import Instrument


@dataclass(frozen=True, slots=True)
class Standing:
    """A response with its total and the baseline it is compared with.

    ``is_baseline`` where it is a series' baseline itself; ``points`` is total − baseline, and
    ``fraction`` that of the baseline (``None`` where the baseline is 0). Both are ``None`` where
    either total is not complete or the baseline is not earlier.
    """

    scored: ScoredResponse
    baseline: Baseline | None = None
    is_baseline: bool = False
    points: int | None = None
    fraction: float | None = None


def standing(journal: Recorded, instrument: Instrument, response_id: str) -> Standing:
    """Return how a response stands to the baseline of the series it was made in.

    That is the series of the latest done session before it; a maintenance series takes the baseline
    of the latest earlier induction, else its own. What is compared is what
    :func:`~symptrack.analysis.questionnaires.questionnaire_change` compares.

    Raises
    ------
    LookupError
        Where the instrument has no such response.
    """
    timeline = timeline_of(journal)
    scored = scored_responses(timeline, instrument)
    found = next((one for one in scored if one.response.id == response_id), None)
    if found is None:
        raise LookupError("there is no such response")
    own = (series_baseline(timeline, scored, series) for series in timeline.journal.series)
    if any(one.scored is found for one in own if one is not None):
        return Standing(found, is_baseline=True)
    baseline = _baseline(timeline, scored, found)
    if baseline is None or not found.complete:
        return Standing(found, baseline)
    start, total = baseline.scored.score.total, found.score.total
    assert start is not None
    assert total is not None
    points = total - start
    return Standing(found, baseline, points=points, fraction=points / start if start else None)


def _baseline(
    timeline: Timeline, scored: list[ScoredResponse], found: ScoredResponse
) -> Baseline | None:
    """Return the earlier baseline a response is compared with."""
    session = timeline.session_followed(found.response)
    series = timeline.series_of(session) if session is not None else None
    for one in series_compared_with(timeline, series):
        baseline = series_baseline(timeline, scored, one)
        if baseline is not None:
            earlier = scored.index(baseline.scored) < scored.index(found)
            return baseline if earlier else None
    return None
