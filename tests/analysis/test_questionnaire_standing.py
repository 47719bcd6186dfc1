"""One filled-in questionnaire beside the baseline of its series."""

from datetime import date

import pytest

from symptrack.analysis.questionnaire_standing import Standing, standing
from symptrack.domain.instrument import load_instruments
from symptrack.domain.questionnaire import Response
from symptrack.domain.words import SeriesKind
from tests.builders import make_id, make_journal, make_response, make_series, make_session

PHQ9 = load_instruments()["phq9"]
FIRST = make_series()
ONE = make_session("2026-09-01 10:30", series_id=FIRST.id)
UPKEEP = make_series(kind=SeriesKind.MAINTENANCE, started_on=date(2026, 10, 9))
SEVEN = make_session("2026-10-09 10:30", series_id=UPKEEP.id)


def filled_in(on: str, total: int) -> Response:
    answers: dict[str, int] = {}
    for item in PHQ9.items:
        answers[item.key] = min(3, total - sum(answers.values()))
    return make_response(f"{on} 09:00", answers=answers)


def stands(last: Response, *earlier: Response) -> Standing:
    journal = make_journal(
        series=[FIRST, UPKEEP], sessions=[ONE, SEVEN], responses=[last, *earlier]
    )
    return standing(journal, PHQ9, last.id)


def start(found: Standing) -> int | None:
    return found.baseline.scored.score.total if found.baseline else None


def test_it_is_compared_with_the_baseline_of_its_series() -> None:
    found = stands(filled_in("2026-09-13", 15), filled_in("2026-08-30", 20))
    assert (start(found), found.points, found.fraction) == (20, -5, -0.25)
    assert not found.is_baseline


def test_there_is_no_fraction_of_a_baseline_of_0() -> None:
    found = stands(filled_in("2026-09-13", 3), filled_in("2026-08-30", 0))
    assert (found.points, found.fraction) == (3, None)


def test_the_baseline_itself_is_compared_with_nothing() -> None:
    baseline = filled_in("2026-08-30", 20)
    found = stands(baseline, filled_in("2026-09-13", 15))
    assert (found.is_baseline, found.baseline, found.points) == (True, None, None)


def test_what_came_before_the_baseline_or_any_session_is_compared_with_nothing() -> None:
    early = filled_in("2026-08-20", 20)
    assert stands(early, filled_in("2026-08-30", 18)) == Standing(stands(early).scored)
    between = make_response("2026-09-01 12:00", answers={"q1": 1})
    assert start(stands(between, filled_in("2026-09-03", 18))) is None


def test_maintenance_is_compared_with_the_induction_else_with_its_own_baseline() -> None:
    induction, own = filled_in("2026-08-30", 20), filled_in("2026-10-08", 9)
    later = filled_in("2026-10-23", 12)
    assert start(stands(later, induction, own)) == 20
    found = stands(later, own)
    assert (start(found), found.points) == (9, 3)
    assert start(stands(later)) is None


def test_an_estimated_total_names_the_baseline_and_is_not_compared() -> None:
    estimated = make_response("2026-09-13 09:00", answers={f"q{n}": 1 for n in range(1, 9)})
    found = stands(estimated, filled_in("2026-08-30", 20))
    assert (start(found), found.points) == (20, None)


def test_a_session_of_no_series_has_no_baseline() -> None:
    last = filled_in("2026-09-13", 15)
    session = make_session("2026-09-01 10:30")
    journal = make_journal(sessions=[session], responses=[filled_in("2026-08-30", 20), last])
    assert standing(journal, PHQ9, last.id).baseline is None


def test_one_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(LookupError):
        standing(make_journal(), PHQ9, make_id())
