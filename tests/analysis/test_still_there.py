"""A press on Today's row of a side effect: what it says, and what it leaves alone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from symptrack.analysis.open_effects import OpenEffect, open_effects
from symptrack.analysis.side_effects import effects_after
from symptrack.analysis.still_there import (
    entries_of_press,
    gone_by,
    is_quiet,
    not_asked_again,
    press_to_add_to,
)
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.journal import Journal
from symptrack.domain.session import Session
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.words import EffectState
from tests.builders import at, make_check_in, make_effect, make_journal, make_session

CATALOGUE = load_side_effects()
SESSION = make_session("2026-09-01 10:30", duration_min=30)
MORNING = "2026-09-02 09:00"


def _journal(*check_ins: CheckIn, sessions: tuple[Session, ...] = (SESSION,)) -> Journal:
    return make_journal(sessions=[*sessions], check_ins=[*check_ins])


def _said(occurred: str, *entries: SideEffectEntry) -> CheckIn:
    return make_check_in(occurred, side_effects=entries)


def _press(occurred: str, *entries: SideEffectEntry) -> CheckIn:
    return make_check_in(occurred, ratings={}, side_effects=entries)


def _named(journal: Journal, effect: str, now: str = MORNING) -> dict[str, int | None]:
    entries = entries_of_press(journal, effect, at(now), CATALOGUE)
    assert all(entry.state is EffectState.PRESENT for entry in entries)
    return {entry.effect: entry.severity for entry in entries}


def test_the_pressed_effect_keeps_its_strength_and_the_other_core_ones_stay_open() -> None:
    evening = _said(
        "2026-09-01 18:00",
        make_effect("nausea", 2),
        make_effect("dizziness", 3),
        make_effect("headache", 1, state=EffectState.GONE),
        make_effect("fatigue", 1),
    )
    journal = _journal(evening)
    assert not CATALOGUE.effects["fatigue"].core
    assert _named(journal, "nausea") == {"nausea": 2, "dizziness": None}
    assert _named(journal, "fatigue") == {"fatigue": 1, "nausea": None, "dizziness": None}


def test_no_effect_is_ended_by_a_press_for_another() -> None:
    journal = _journal(
        _said("2026-09-01 18:00", make_effect("nausea", 2), make_effect("dizziness", 3))
    )
    entries = entries_of_press(journal, "nausea", at(MORNING), CATALOGUE)
    pressed = replace(journal, check_ins=(*journal.check_ins, _press(MORNING, *entries)))
    found = open_effects(pressed, at(MORNING), CATALOGUE)
    assert {(one.effect, one.severity, one.strength) for one in found} == {
        ("nausea", 2, 2),
        ("dizziness", None, 3),
    }
    after = effects_after(pressed, SESSION, CATALOGUE)
    assert {key for key, one in after.items() if one.present} == {"nausea", "dizziness"}
    assert (after["dizziness"].worst, after["nausea"].worst) == (3, 2)


def test_the_last_strength_said_since_it_came_is_the_one_that_is_kept() -> None:
    first = _said("2026-09-01 12:00", make_effect("nausea", 2))
    later = _said("2026-09-01 18:00", make_effect("nausea", None))
    assert _named(_journal(first, later), "nausea") == {"nausea": 2}
    gone = _said("2026-09-01 14:00", make_effect("nausea", None, state=EffectState.GONE))
    assert _named(_journal(first, gone, later), "nausea") == {"nausea": None}
    assert _named(_journal(later), "headache") == {"headache": None, "nausea": None}


def test_one_that_is_not_to_be_asked_about_stays_so() -> None:
    journal = _journal(
        _said("2026-09-01 18:00", make_effect("nausea"), make_effect("dizziness", ask_again=False))
    )
    entries = entries_of_press(journal, "nausea", at(MORNING), CATALOGUE)
    assert {entry.effect: entry.ask_again for entry in entries} == {
        "nausea": True,
        "dizziness": False,
    }


def test_what_has_ended_or_is_of_no_session_or_an_old_one_is_not_carried_along() -> None:
    ended = make_effect("dizziness", ended_at=at("2026-09-01 19:00"))
    said = _said("2026-09-01 18:00", make_effect("nausea"), ended)
    assert _named(_journal(said), "nausea") == {"nausea": 1}
    before = _said("2026-09-01 09:00", make_effect("headache"))
    journal = _journal(before, make_check_in("2026-09-01 18:00"))
    assert _named(journal, "nausea") == {"nausea": None}
    late = make_session("2026-08-25 10:30")
    assert _named(_journal(said, sessions=(late,)), "headache", "2026-09-02 08:00") == (
        {"headache": None}
    )


def test_a_second_press_goes_into_the_check_in_of_the_first() -> None:
    evening = _said("2026-09-01 18:00", make_effect("nausea", 2), make_effect("dizziness", 3))
    first = _press(MORNING, make_effect("nausea", 2), make_effect("dizziness", None))
    journal = _journal(evening, first)
    assert press_to_add_to(journal, at("2026-09-02 09:15")) == first
    assert _named(journal, "dizziness", "2026-09-02 09:15") == {"nausea": 2, "dizziness": 3}
    assert _named(journal, "fatigue", "2026-09-02 09:15") == {
        "fatigue": None,
        "nausea": 2,
        "dizziness": None,
    }


def test_a_later_press_and_one_after_another_entry_make_their_own() -> None:
    first = _press(MORNING, make_effect("nausea", 2))
    assert press_to_add_to(_journal(first), at("2026-09-02 09:15:01")) is None
    assert press_to_add_to(_journal(), at(MORNING)) is None
    full = make_check_in("2026-09-02 09:05")
    assert press_to_add_to(_journal(first, full), at("2026-09-02 09:10")) is None
    dated = replace(first, time_known=False)
    assert press_to_add_to(_journal(dated), at(MORNING)) is None
    between = make_session("2026-09-02 09:05")
    journal = _journal(first, sessions=(SESSION, between))
    assert press_to_add_to(journal, at("2026-09-02 09:10")) is None


def test_gone_in_the_check_in_of_a_press_was_gone_by_then() -> None:
    press = _press(MORNING, make_effect("nausea", 2), make_effect("dizziness", None))
    soon = gone_by(press, "dizziness", at("2026-09-02 09:15"))
    assert [entry.state for entry in soon.side_effects] == [EffectState.PRESENT, EffectState.GONE]
    assert soon.side_effects[1].ended_at is None
    later = at("2026-09-02 09:16")
    assert gone_by(press, "dizziness", later).side_effects[1].ended_at == later


def test_gone_anywhere_else_ends_by_now() -> None:
    said = _said(MORNING, make_effect("nausea", 2))
    gone = gone_by(said, "nausea", at("2026-09-02 09:05"))
    assert gone.side_effects[0].ended_at == at("2026-09-02 09:05")
    assert gone.side_effects[0].severity == 2


def test_it_can_be_asked_not_to_be_asked() -> None:
    said = _said(MORNING, make_effect("nausea"), make_effect("dizziness"))
    assert [one.ask_again for one in not_asked_again(said, "nausea").side_effects] == [False, True]


@pytest.mark.parametrize(("minutes", "quiet"), [(0, True), (239, True), (240, False)])
def test_for_four_hours_after_the_last_word_it_is_quiet(minutes: int, quiet: bool) -> None:
    said = _said(MORNING, make_effect("nausea"))
    now = at(MORNING) + timedelta(minutes=minutes)
    (found,) = open_effects(_journal(said), now, CATALOGUE)
    assert is_quiet(found, said, now) is quiet
    assert is_quiet(found, None, now) is quiet


def test_one_that_was_only_carried_along_is_asked_about_unless_it_was_pressed() -> None:
    press = _press(MORNING, make_effect("nausea", 2), make_effect("dizziness", None))
    journal = _journal(press)
    found: dict[str, OpenEffect] = {
        one.effect: one for one in open_effects(journal, at(MORNING), CATALOGUE)
    }
    assert is_quiet(found["nausea"], press, at(MORNING))
    assert not is_quiet(found["dizziness"], press, at(MORNING))
    assert is_quiet(found["dizziness"], press, at(MORNING), pressed=True)
