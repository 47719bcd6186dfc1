"""When the help panel comes before anything else."""

from datetime import date

import pytest

from symptrack.analysis.help_rules import (
    is_low_mood,
    low_mood_recorded_on,
    safety_item_answered,
    self_harm_chosen,
)
from symptrack.domain.instrument import load_instruments
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.words import EffectState
from tests.builders import make_check_in, make_effect

PHQ9, GAD7 = load_instruments()["phq9"], load_instruments()["gad7"]
DAY = date(2026, 9, 1)


@pytest.mark.parametrize(("mood", "low"), [(None, False), (0, True), (1, True), (2, False)])
def test_a_mood_of_0_or_1_is_low(mood: int | None, low: bool) -> None:
    assert is_low_mood(mood) is low


@pytest.mark.parametrize(
    ("occurred", "there"),
    [
        ("2026-08-31 23:59", False),
        ("2026-09-01 00:00", True),
        ("2026-09-01 23:59", True),
        ("2026-09-02 00:00", False),
    ],
)
def test_a_low_mood_counts_for_the_day_on_the_wall_clock(occurred: str, there: bool) -> None:
    low = make_check_in(occurred, ratings={"mood": 1})
    assert low_mood_recorded_on([make_check_in(ratings={"mood": 2}), low], DAY) is there


def test_the_wall_clock_is_the_one_where_the_patient_was() -> None:
    # 23:30 in New York is already the next day in Berlin and in Greenwich.
    low = make_check_in("2026-09-01 23:30", ratings={"mood": 0})
    abroad = make_check_in("2026-09-02 00:30", time_zone="Europe/Berlin", ratings={"mood": 0})
    assert low_mood_recorded_on([low], DAY)
    assert not low_mood_recorded_on([abroad], DAY)


def test_only_the_mood_counts() -> None:
    assert not low_mood_recorded_on([], DAY)
    assert not low_mood_recorded_on([make_check_in(ratings={"anxiety": 0})], DAY)
    assert not low_mood_recorded_on([make_check_in(ratings={})], DAY)


def test_the_self_harm_flag_is_one_of_the_catalogue_and_counts_however_strong() -> None:
    assert "suicidal" in load_side_effects().red_flags
    assert self_harm_chosen([make_effect("nausea"), make_effect("suicidal", None)])
    assert self_harm_chosen([make_effect("suicidal", 0, state=EffectState.GONE)])
    assert not self_harm_chosen([make_effect("chest_pain", 3)])
    assert not self_harm_chosen([])


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [({}, False), ({"q9": 0}, False), ({"q9": 1}, True), ({"q9": 3}, True), ({"q8": 3}, False)],
)
def test_item_9_brings_the_panel_from_1(answers: dict[str, int], wanted: bool) -> None:
    assert safety_item_answered(PHQ9, answers) is wanted


def test_a_questionnaire_without_a_safety_item_never_brings_the_panel() -> None:
    assert not safety_item_answered(GAD7, {item.key: 3 for item in GAD7.items})
