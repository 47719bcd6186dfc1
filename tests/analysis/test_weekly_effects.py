"""Bladder, memory and craving are asked about once a week."""

import pytest

from symptrack.analysis.weekly_effects import weekly_effects_due, weekly_keys
from symptrack.domain.check_in import CheckIn
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.words import EffectState, SessionStatus
from tests.builders import at, make_check_in, make_effect, make_journal, make_session

CATALOGUE = load_side_effects()
ALL = ("urinary_symptoms", "memory_concentration", "craving")
FIRST = make_session("2026-09-01 10:30")


def _due(when: str, *check_ins: CheckIn) -> tuple[str, ...]:
    journal = make_journal(
        sessions=[make_session("2026-09-08 10:30"), FIRST], check_ins=list(check_ins)
    )
    return weekly_effects_due(journal, at(when), CATALOGUE)


def _named(when: str, *effects: str) -> CheckIn:
    absent = [make_effect(effect, 0, state=EffectState.GONE) for effect in effects]
    return make_check_in(when, side_effects=tuple(absent))


def test_bladder_memory_and_craving_are_asked_weekly_and_blood_in_urine_never_by_itself() -> None:
    assert weekly_keys(CATALOGUE) == ALL


@pytest.mark.parametrize(("when", "due"), [("2026-09-07 23:59", ()), ("2026-09-08 00:00", ALL)])
def test_the_first_time_is_a_week_after_the_first_session(when: str, due: tuple[str, ...]) -> None:
    assert _due(when) == due


def test_nothing_is_asked_before_a_session_took_place() -> None:
    planned = make_session("2026-08-01 10:30", status=SessionStatus.PLANNED)
    journal = make_journal(sessions=[planned])
    assert weekly_effects_due(journal, at("2026-09-20 20:00"), CATALOGUE) == ()


@pytest.mark.parametrize(("when", "due"), [("2026-09-16 23:00", ()), ("2026-09-17 08:00", ALL)])
def test_it_is_asked_again_on_the_seventh_day_after_an_answer(
    when: str, due: tuple[str, ...]
) -> None:
    assert _due(when, _named("2026-09-10 20:00", *ALL)) == due


def test_each_is_asked_by_itself() -> None:
    assert _due("2026-09-12 20:00", _named("2026-09-10 20:00", "craving")) == ALL[:2]


def test_an_answer_that_came_later_counts_for_a_check_in_entered_afterwards() -> None:
    assert _due("2026-09-12 20:00", _named("2026-09-18 20:00", *ALL)) == ()
    assert _due("2026-09-12 20:00", _named("2026-09-19 20:00", *ALL)) == ALL


def test_a_check_in_that_does_not_name_it_did_not_ask() -> None:
    nothing = make_check_in("2026-09-10 20:00", nothing_to_report=True)
    assert _due("2026-09-12 20:00", nothing, _named("2026-09-11 20:00", "nausea")) == ALL
