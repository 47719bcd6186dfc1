"""The numbers of the example journals, as the design's pictures and the definitions have them."""

from datetime import date

import pytest

from symptrack.analysis.benefit import BenefitKind, days_of_benefit
from symptrack.analysis.completeness import Completeness
from symptrack.analysis.course import CoursePanel, summarise_course
from symptrack.analysis.last_week import recent_median
from symptrack.analysis.open_effects import open_effects
from symptrack.analysis.period import all_time, latest_series, series_period
from symptrack.analysis.questionnaires import item_history, questionnaire_change
from symptrack.analysis.questionnaires_due import DueCount, due_and_missed
from symptrack.analysis.side_effects import effects_after, worst_after
from symptrack.analysis.timeline import Timeline
from symptrack.domain.instrument import load_instruments
from symptrack.domain.side_effect import load_side_effects
from tests.builders import at
from tests.journals import design_series, first_series

NOW = at("2026-11-20 19:00")
PHQ9 = load_instruments()["phq9"]
CATALOGUE = load_side_effects()
DESIGN = Timeline(design_series())
ALL = all_time(DESIGN, NOW.date())


def _panel(symptom: str) -> CoursePanel:
    assert ALL is not None
    return summarise_course(DESIGN, ALL, symptoms=[symptom]).panels[0]


def test_the_design_series_runs_from_25_august_to_20_november() -> None:
    assert ALL is not None
    assert (ALL.first_on, ALL.last_on, ALL.days) == (date(2026, 8, 25), date(2026, 11, 20), 88)
    assert [series.name for series in ALL.series] == ["First series", "Maintenance"]
    assert len(ALL.sessions) == 8


def test_its_series_share_out_those_days() -> None:
    first, maintenance = DESIGN.journal.series
    early = series_period(DESIGN, first.id, NOW.date())
    late = series_period(DESIGN, maintenance.id, NOW.date())
    assert early is not None
    assert late is not None
    assert (early.last_on, len(early.sessions)) == (date(2026, 10, 8), 6)
    assert (late.first_on, late.last_on) == (date(2026, 10, 2), date(2026, 11, 20))
    assert latest_series(DESIGN) == maintenance


def test_it_has_a_check_in_on_74_of_88_days() -> None:
    assert ALL is not None
    assert summarise_course(DESIGN, ALL).completeness == Completeness(88, 74, 90, 0)


def test_its_references_are_mood_3_and_anxiety_7() -> None:
    mood, anxiety = _panel("mood").reference, _panel("anxiety").reference
    assert mood is not None
    assert anxiety is not None
    assert (mood.value, mood.low, mood.high, mood.n) == (3, 2, 3, 7)
    assert (anxiety.value, anxiety.low, anxiety.high, anxiety.n) == (7, 6, 7, 7)


def test_its_before_and_after_are_those_of_the_picture() -> None:
    mood = [(pair.before, pair.after) for pair in _panel("mood").before_after]
    assert mood == [(3, 3), (4, None), (3, 5), (4, 5), (4, 6), (5, 7), (3, 7), (3, 7)]
    anxiety = [pair.change for pair in _panel("anxiety").before_after]
    assert anxiety == [0, None, -1, -2, -2, -1, -3, -3]


def test_its_lines_stop_where_days_have_no_check_in() -> None:
    assert [len(segment) for segment in _panel("mood").segments] == [
        2, 12, 1, 23, 8, 13, 8, 3, 14, 6,
    ]  # fmt: skip


def test_its_days_of_benefit_follow_the_definition() -> None:
    found = [days_of_benefit(DESIGN, session, NOW) for session in DESIGN.sessions]
    assert [(one.kind, one.days) for one in found] == [
        (BenefitKind.NOT_REACHED, None),
        (BenefitKind.NOT_REACHED, None),
        (BenefitKind.ENDED, 1),
        (BenefitKind.ENDED, 3),
        (BenefitKind.NEXT_SESSION, 4),
        (BenefitKind.MISSING, 5),
        (BenefitKind.MISSING, 7),
        (BenefitKind.SO_FAR, 15),
    ]


def test_its_last_week_is_mood_5_and_anxiety_5() -> None:
    assert recent_median(DESIGN, "mood", NOW.date()) == (5, 6)
    assert recent_median(DESIGN, "anxiety", NOW.date()) == (5, 6)


def test_its_phq_9_fell_from_21_to_7() -> None:
    assert ALL is not None
    change = questionnaire_change(DESIGN, PHQ9, ALL.series[0], ALL)
    assert change.baseline is not None
    assert (change.baseline.score.total, change.baseline.on) == (21, date(2026, 8, 30))
    assert change.points == -14
    assert change.percent == pytest.approx(-66.67, abs=0.01)
    assert (change.response, change.remission) == (True, False)
    assert (change.response_first_on, change.response_lost_on) == (date(2026, 9, 27), None)


def test_its_phq_9_of_25_october_was_not_filled_in() -> None:
    assert ALL is not None
    assert due_and_missed(DESIGN, PHQ9, ALL, NOW) == DueCount(6, 1, (date(2026, 10, 25),))


def test_its_item_9_went_from_2_to_0() -> None:
    assert ALL is not None
    assert [one.value for one in item_history(DESIGN, PHQ9, "q9", ALL)] == [2, 1, 0, 0, 0]


def test_its_worst_side_effects_went_from_3_to_1() -> None:
    worst = [worst_after(DESIGN, session, CATALOGUE) for session in DESIGN.sessions]
    assert worst == [3, 2, 2, 2, 2, 1, 2, 1]


def test_its_longest_side_effect_was_numbness_for_2_to_3_days_after_session_4() -> None:
    numbness = effects_after(DESIGN, DESIGN.sessions[3], CATALOGUE)["numbness_tingling"]
    assert numbness.worst == 2
    assert numbness.duration is not None
    assert numbness.duration.at_least_h == pytest.approx(54.83, abs=0.01)
    assert numbness.duration.at_most_h == pytest.approx(78.83, abs=0.01)


def test_nothing_of_it_is_still_open() -> None:
    assert open_effects(DESIGN, NOW, CATALOGUE) == []
    assert [one.effect for one in open_effects(DESIGN, at("2026-09-12 12:00"), CATALOGUE)] == [
        "numbness_tingling"
    ]


def test_the_first_series_passes_over_the_overlapping_phq_9() -> None:
    journal = first_series()
    period = all_time(journal, NOW.date())
    assert period is not None
    change = questionnaire_change(journal, PHQ9, journal.series[0], period)
    assert change.baseline is not None
    assert (change.baseline.score.total, change.baseline.on) == (21, date(2026, 8, 28))
    assert change.points == -11


def test_the_first_series_has_references_from_one_entry() -> None:
    journal = first_series()
    period = all_time(journal, NOW.date())
    assert period is not None
    panels = summarise_course(journal, period).panels
    found = {panel.symptom.key: panel.reference for panel in panels}
    assert list(found) == ["mood", "anxiety", "sleep", "energy"]
    assert all(reference and reference.scant for reference in found.values())
