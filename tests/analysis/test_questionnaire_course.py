"""The questionnaire chart's numbers: points, where lines stop, thresholds, item 9, clinics."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from symptrack.analysis.questionnaire_course import ScorePanel, summarise_questionnaires
from symptrack.domain.instrument import load_instruments
from symptrack.domain.words import Direction
from tests.builders import at, make_clinic_score, make_journal, make_response
from tests.charts.questionnaires import NOW, one_series_with, phq9, questionnaires_of
from tests.journals import design_series


def only(panels: tuple[ScorePanel, ...]) -> ScorePanel:
    (panel,) = panels
    return panel


def totals(panel: ScorePanel) -> list[list[int]]:
    return [[point.total for point in segment] for segment in panel.segments]


def test_the_design_series_has_two_questionnaires_and_one_gap_each() -> None:
    first, second = questionnaires_of(design_series()).panels
    assert totals(first) == [[21, 15, 9, 10], [7]]
    assert totals(second) == [[15, 10, 6, 7], [5]]
    assert first.missed_on == (date(2026, 10, 25),)
    assert (first.response_at, first.remission_below) == (10.5, 5)


@pytest.mark.parametrize(("baseline", "told"), [(9, False), (10, True)])
def test_thresholds_are_drawn_only_from_a_baseline_of_ten(baseline: int, told: bool) -> None:
    panel = only(questionnaires_of(one_series_with([phq9("2026-08-30 09:00", baseline)])).panels)
    assert panel.response_at == (baseline / 2 if told else None)
    assert panel.remission_below == (5 if told else None)


def test_without_a_baseline_there_is_no_threshold() -> None:
    panel = only(questionnaires_of(one_series_with([phq9("2026-10-01 09:00", 20)])).panels)
    assert panel.change.baseline is None
    assert panel.response_at is None
    assert panel.remission_below is None


def test_where_higher_is_better_half_of_the_baseline_is_no_response() -> None:
    journal = one_series_with([phq9("2026-08-30 09:00", 20)])
    better = {"phq9": replace(load_instruments()["phq9"], higher_is=Direction.BETTER)}
    period = questionnaires_of(journal).period
    panel = only(summarise_questionnaires(journal, period, NOW, better).panels)
    assert panel.response_at is None


def test_a_line_stops_at_one_with_too_few_answers() -> None:
    responses = [
        phq9("2026-08-30 09:00", 20),
        make_response("2026-09-13 09:00", answers={"q1": 1}),
        phq9("2026-09-27 09:00", 12),
    ]
    panel = only(questionnaires_of(one_series_with(responses)).panels)
    assert totals(panel) == [[20], [12]]
    assert panel.without_total_on == (date(2026, 9, 13),)


def test_points_say_what_is_late_estimated_or_overlapping() -> None:
    responses = [
        phq9("2026-08-30 09:00", 20),
        phq9("2026-09-03 09:00", 18, entered_at=at("2026-09-03 21:01")),
        make_response("2026-09-13 09:00", answers={f"q{item}": 1 for item in range(1, 8)}),
    ]
    first, second, third = only(questionnaires_of(one_series_with(responses)).panels).points
    assert (first.late, first.overlaps, first.estimated) == (False, False, False)
    assert (second.late, second.overlaps, second.estimated) == (True, True, False)
    assert (third.late, third.overlaps, third.estimated) == (False, False, True)
    assert third.total == 9
    assert third.on == date(2026, 9, 13)


def test_item_9_has_a_line_of_its_own_that_stops_where_it_was_declined() -> None:
    answers = {f"q{item}": 1 for item in range(1, 9)}
    responses = [
        phq9("2026-08-30 09:00", 27),
        make_response("2026-09-13 09:00", answers=answers, declined=("q9",)),
        phq9("2026-09-27 09:00", 25),
        phq9("2026-10-11 09:00", 3),
    ]
    safety = only(questionnaires_of(one_series_with(responses)).panels).safety
    assert safety is not None
    assert safety.item.key == "q9"
    assert [answer.value for answer in safety.answers] == [3, None, 1, 0]
    assert [[one.value for one in run] for run in safety.segments] == [[3], [1, 0]]


def test_a_questionnaire_without_such_an_item_has_no_such_line() -> None:
    _phq9, gad7 = questionnaires_of(design_series()).panels
    assert gad7.instrument.key == "gad7"
    assert gad7.safety is None


def test_what_was_filled_in_outside_the_period_is_not_drawn() -> None:
    journal = one_series_with([phq9("2026-08-30 09:00", 20)])
    whole = questionnaires_of(journal).period
    later = replace(whole, first_on=date(2026, 9, 1))
    assert summarise_questionnaires(journal, later, NOW, load_instruments()).panels == ()
    nothing = replace(later, series=())
    assert summarise_questionnaires(journal, nothing, NOW, load_instruments()).panels == ()


def test_clinic_scores_stand_by_their_name_with_their_own_range() -> None:
    scores = [
        make_clinic_score(total=20, occurred_at=at("2026-09-20 15:00")),
        make_clinic_score(name="madrs ", total=28, occurred_at=at("2026-08-31 15:00")),
        make_clinic_score(total=12, occurred_at=at("2026-10-19 15:00")),
        make_clinic_score(name="Own", total=7, min=None, max=None, higher_is=Direction.BETTER),
        make_clinic_score(total=1, occurred_at=at("2025-01-01 15:00")),
    ]
    journal = one_series_with([], clinic_scores=scores)
    whole = questionnaires_of(journal).period
    period = replace(whole, first_on=date(2026, 8, 1))
    found = summarise_questionnaires(journal, period, NOW, load_instruments())
    madrs, own = found.clinic
    assert (madrs.name, madrs.low, madrs.high, madrs.range_known) == ("MADRS", 0, 60, True)
    assert [[one.total for one in run] for run in madrs.segments] == [[28, 20], [12]]
    assert madrs.higher_is is None
    assert (own.low, own.high, own.range_known) == (7, 7, False)
    assert own.higher_is is Direction.BETTER


@pytest.mark.parametrize(
    ("changes", "panels"),
    [
        ({}, [(0, 60, [28, 3])]),
        ({"min": None, "max": None}, [(0, 60, [28, 3])]),
        ({"max": 10}, [(0, 60, [28]), (0, 10, [3])]),
        ({"min": -5}, [(0, 60, [28]), (-5, 60, [3])]),
        ({"higher_is": Direction.BETTER}, [(0, 60, [28]), (0, 60, [3])]),
        ({"higher_is": Direction.WORSE}, [(0, 60, [28, 3])]),
    ],
)
def test_scales_of_one_name_are_never_mixed(
    changes: dict[str, Any], panels: list[tuple[float, float, list[float]]]
) -> None:
    scores = [
        make_clinic_score(higher_is=Direction.WORSE),
        make_clinic_score(total=3, occurred_at=at("2026-09-20 15:00"), **changes),
    ]
    found = questionnaires_of(one_series_with([], clinic_scores=scores)).clinic
    assert [(one.low, one.high, [score.total for score in one.points]) for one in found] == panels


def test_a_journal_without_questionnaires_shows_none() -> None:
    found = questionnaires_of(make_journal(check_ins=one_series_with([]).check_ins))
    assert (found.panels, found.clinic, found.sessions) == ((), (), ())
