"""Questionnaires are scored by their published rules, and answers are those on offer."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symptrack.domain.instrument import load_instruments
from symptrack.domain.questionnaire import Score, check_response, difficulty_asked, score
from symptrack.domain.words import TotalStatus
from tests.builders import make_clinic_score, make_response
from tests.domain.refusals import refusal

INSTRUMENTS = load_instruments()


def answers(count: int, value: int) -> dict[str, int]:
    return {f"q{number}": value for number in range(1, count + 1)}


@pytest.mark.parametrize(
    ("instrument", "given", "expected"),
    [
        ("phq9", answers(9, 0), (0, "complete")),
        ("phq9", answers(9, 3), (27, "complete")),
        # Up to two missing of nine: filled with the mean of the rest (Arrieta 2017).
        ("phq9", answers(8, 3), (27, "estimated")),
        ("phq9", answers(7, 2), (18, "estimated")),
        ("phq9", answers(8, 0) | {"q1": 1}, (1, "estimated")),
        ("phq9", answers(8, 0) | {"q1": 3, "q2": 1}, (5, "estimated")),
        ("phq9", answers(6, 3), (None, "none")),
        ("phq9", {}, (None, "none")),
        ("gad7", answers(7, 3), (21, "complete")),
        ("gad7", answers(6, 3), (None, "none")),
        ("pcl5", answers(20, 4), (80, "complete")),
        ("pcl5", answers(19, 4), (None, "none")),
        ("phq9", answers(9, 1) | {"q10": 3}, (9, "complete")),
    ],
)
def test_a_total_rests_on_enough_answers(
    instrument: str, given: dict[str, int], expected: tuple[int | None, str]
) -> None:
    total, status = expected
    assert score(INSTRUMENTS[instrument], given) == Score(total, TotalStatus(status))


@st.composite
def partly_answered(draw: st.DrawFn) -> tuple[str, dict[str, int]]:
    """Return an instrument and answers to some of its items, often to all."""
    instrument = INSTRUMENTS[draw(st.sampled_from(sorted(INSTRUMENTS)))]
    values = st.integers(0, instrument.options[-1].value)
    left_out = draw(st.sets(st.sampled_from(sorted(instrument.item_keys)), max_size=4))
    given_to = [item.key for item in instrument.items if item.key not in left_out]
    return instrument.key, {key: draw(values) for key in given_to}


@given(partly_answered())
def test_every_total_is_that_of_a_naive_sum(given: tuple[str, dict[str, int]]) -> None:
    key, answered = given
    instrument = INSTRUMENTS[key]
    found = score(instrument, answered)
    missing = len(instrument.items) - len(answered)
    naive = 0
    for value in answered.values():
        naive += value
    if missing == 0:
        assert found == Score(naive, TotalStatus.COMPLETE)
        assert instrument.low <= naive <= instrument.high
    elif key == "phq9" and missing <= 2:
        exact = Fraction(naive * 9, len(answered))
        assert found.status is TotalStatus.ESTIMATED
        assert found.total is not None
        # the nearest whole number; of two as near the upper one
        assert exact - Fraction(1, 2) < found.total <= exact + Fraction(1, 2)
        assert instrument.low <= found.total <= instrument.high
    else:
        assert found == Score(None, TotalStatus.NONE)


@pytest.mark.parametrize(
    ("instrument", "given", "asked"),
    [
        # "If you checked off any problems": only where there is one.
        ("phq9", {}, False),
        ("phq9", answers(9, 0), False),
        ("phq9", {"q5": 1}, True),
        ("gad7", answers(7, 3), False),
    ],
)
def test_the_difficulty_is_asked_where_a_problem_was_named(
    instrument: str, given: dict[str, int], asked: bool
) -> None:
    assert difficulty_asked(INSTRUMENTS[instrument], given) is asked


def test_a_difficulty_without_a_condition_is_always_asked() -> None:
    phq9 = INSTRUMENTS["phq9"]
    assert phq9.difficulty is not None
    always = replace(phq9, difficulty=replace(phq9.difficulty, only_after_problem=False))
    assert difficulty_asked(always, {})


def test_an_estimate_is_rounded_half_up() -> None:
    # 4 points in 8 items are 4.5 in 9.
    assert score(INSTRUMENTS["phq9"], answers(8, 0) | {"q1": 3, "q2": 1}).total == 5


@pytest.mark.parametrize(
    ("instrument", "changes", "text"),
    [
        ("gad7", {"answers": {"q8": 1}}, "answers.q8: gad7 has no such item"),
        ("phq9", {"answers": {"q10": 1}}, "answers.q10: phq9 has no such item"),
        ("phq9", {"answers": {"q1": 4}}, "answers.q1: 4 is outside 0-3"),
        ("pcl5", {"answers": {"q1": -1}}, "answers.q1: -1 is outside 0-4"),
        ("phq9", {"answers": {}, "declined": ("q11",)}, "declined[0]: phq9 has no such item"),
        ("phq9", {"difficulty": 4}, "difficulty: it is not among the answers of this item"),
        ("gad7", {"answers": {}, "difficulty": 1}, "difficulty: it is not among the answers"),
    ],
)
def test_an_answer_that_is_not_on_offer_is_refused(
    instrument: str, changes: dict[str, Any], text: str
) -> None:
    response = make_response(instrument=instrument, **changes)
    refused = refusal(lambda: check_response(INSTRUMENTS[instrument], response))
    assert refused.startswith(text)


def test_answers_on_offer_pass() -> None:
    response = make_response(answers={"q1": 3}, declined=("q9",), difficulty=3)
    check_response(INSTRUMENTS["phq9"], response)
    check_response(INSTRUMENTS["phq9"], make_response(difficulty=None))


def test_an_item_is_answered_or_declined_but_not_both() -> None:
    assert refusal(lambda: make_response(declined=("q9",))) == (
        "declined[0]: q9 has an answer as well"
    )


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"id": "1"}, "id: it is not a UUID"),
        ({"name": " "}, "name: it is empty"),
        ({"time_zone": "Moon"}, "time_zone: it is not the name of a time zone"),
        ({"min": 10, "max": 5, "total": 7}, "min: it is above max"),
        ({"total": 61}, "total: 61 is outside 0-60"),
        ({"total": -1}, "total: -1 is outside 0-60"),
        ({"min": None, "total": 61}, "total: it is above max"),
        ({"max": None, "total": -1}, "total: it is below min"),
    ],
)
def test_a_clinics_total_lies_in_its_scale(changes: dict[str, Any], text: str) -> None:
    if "time_zone" in changes:
        changes |= {"occurred_at": make_clinic_score().occurred_at}
    assert refusal(lambda: make_clinic_score(**changes)) == text


def test_a_clinics_scale_may_be_unknown() -> None:
    assert make_clinic_score(min=None, max=None, total=-3.5).total == -3.5
    assert make_clinic_score(min=None, total=-3.5).total == -3.5
    assert make_clinic_score(max=None, total=99).total == 99
