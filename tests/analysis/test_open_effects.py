"""Side effects that were still there at the last word on them."""

from datetime import datetime

import pytest

from symptrack.analysis.open_effects import OpenEffect, open_effects
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.words import EffectState
from tests.builders import at, make_check_in, make_effect, make_journal, make_session

SESSION = make_session("2026-09-01 10:30")
FOLLOWING = make_session("2026-09-04 10:30")


def _said(when: str, *entries: SideEffectEntry, **changes: object) -> CheckIn:
    return make_check_in(when, ratings={}, side_effects=entries, **changes)


def _open(*check_ins: CheckIn, now: str | datetime = "2026-09-02 20:00") -> list[OpenEffect]:
    journal = make_journal(sessions=[SESSION], check_ins=list(check_ins))
    at_now = at(now) if isinstance(now, str) else now
    return open_effects(journal, at_now, load_side_effects())


def test_what_was_there_at_the_last_word_is_open() -> None:
    said = _said("2026-09-01 18:00", make_effect("nausea", 2))
    assert _open(said) == [
        OpenEffect("nausea", 2, SESSION, at("2026-09-01 18:00"), said.id, strength=2)
    ]


def test_the_last_word_counts() -> None:
    first = _said("2026-09-01 13:00", make_effect("nausea", 2))
    gone = _said("2026-09-01 18:00", make_effect("nausea", None, state=EffectState.GONE))
    assert _open(first, gone) == []
    again = _said("2026-09-01 19:00", make_effect("nausea", None))
    assert [one.severity for one in _open(first, gone, again)] == [None]


def test_a_core_effect_that_a_later_check_in_does_not_name_is_gone() -> None:
    first = _said("2026-09-01 13:00", make_effect("nausea"), make_effect("sweating"))
    later = _said("2026-09-01 18:00", make_effect("dizziness"))
    assert [one.effect for one in _open(first, later)] == ["dizziness", "sweating"]


def test_a_skipped_page_leaves_everything_open() -> None:
    first = _said("2026-09-01 13:00", make_effect("nausea"))
    assert len(_open(first, _said("2026-09-01 18:00"))) == 1


def test_nothing_to_report_ends_every_open_effect() -> None:
    first = _said("2026-09-01 13:00", make_effect("sweating"), make_effect("own_a"))
    assert _open(first, _said("2026-09-01 18:00", nothing_to_report=True)) == []


def test_the_patient_may_say_not_to_ask() -> None:
    assert _open(_said("2026-09-01 18:00", make_effect("nausea", ask_again=False))) == []


def test_an_end_told_closes_it() -> None:
    ended = make_effect("nausea", ended_at=at("2026-09-01 17:00"))
    assert _open(_said("2026-09-01 18:00", ended)) == []


@pytest.mark.parametrize(("now", "found"), [("2026-09-08 23:59", 1), ("2026-09-09 00:00", 0)])
def test_it_is_asked_for_7_days_after_the_session(now: str, found: int) -> None:
    assert len(_open(_said("2026-09-01 18:00", make_effect("nausea")), now=now)) == found


def test_what_lies_ahead_of_now_is_not_a_word_yet() -> None:
    assert _open(_said("2026-09-03 18:00", make_effect("nausea"))) == []


def test_what_no_session_came_before_is_not_open() -> None:
    assert _open(_said("2026-08-31 18:00", make_effect("nausea")), now="2026-09-01 09:00") == []


def test_an_effect_stays_open_over_the_next_session() -> None:
    said = _said("2026-09-03 18:00", make_effect("nausea"))
    journal = make_journal(sessions=[SESSION, FOLLOWING], check_ins=[said])
    found = open_effects(journal, at("2026-09-04 12:00"), load_side_effects())
    assert [one.session for one in found] == [SESSION]


def test_open_effects_stand_in_the_catalogues_order_and_own_ones_last() -> None:
    named = [make_effect(effect) for effect in ("own_b", "sweating", "nausea", "own_a")]
    found = _open(_said("2026-09-01 18:00", *named))
    assert [one.effect for one in found] == ["nausea", "sweating", "own_a", "own_b"]
