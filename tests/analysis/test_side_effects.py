"""The side effects of one session."""

import pytest

from symptrack.analysis.side_effects import (
    EffectAfterSession,
    effects_after,
    lasting_longer,
    said_first_by,
    worst_after,
)
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.words import EffectState
from tests.builders import make_check_in, make_effect, make_journal, make_session

CATALOGUE = load_side_effects()
SESSION = make_session("2026-09-01 10:30", duration_min=30)  # ends at 11:00


def _said(when: str, *entries: SideEffectEntry, **changes: object) -> CheckIn:
    return make_check_in(when, ratings={}, side_effects=entries, **changes)


def _after(*check_ins: CheckIn) -> dict[str, EffectAfterSession]:
    journal = make_journal(
        sessions=[SESSION, make_session("2026-09-20 10:30")], check_ins=list(check_ins)
    )
    return effects_after(journal, SESSION, CATALOGUE)


def _gone(effect: str) -> SideEffectEntry:
    return make_effect(effect, None, state=EffectState.GONE)


def test_the_worst_is_the_highest_severity() -> None:
    nausea = _after(
        _said("2026-09-01 13:00", make_effect("nausea", 1)),
        _said("2026-09-01 15:00", make_effect("nausea", 3)),
        _said("2026-09-01 18:00", make_effect("nausea", 2)),
    )["nausea"]
    assert (nausea.noted, nausea.present, nausea.worst) == (True, True, 3)
    assert nausea.strength_noted


def test_present_without_a_severity_is_strength_not_noted() -> None:
    nausea = _after(
        _said("2026-09-01 13:00", make_effect("nausea", None)),
        _said("2026-09-01 18:00", _gone("nausea")),
    )["nausea"]
    assert (nausea.noted, nausea.present, nausea.worst) == (True, True, None)
    assert not nausea.strength_noted


def test_one_severity_is_enough_to_say_the_strength() -> None:
    nausea = _after(
        _said("2026-09-01 13:00", make_effect("nausea", None)),
        _said("2026-09-01 15:00", make_effect("nausea", 1)),
    )["nausea"]
    assert (nausea.worst, nausea.strength_noted) == (1, True)


@pytest.mark.parametrize("entry", [make_effect("nausea", 0), _gone("nausea")])
def test_severity_0_and_gone_are_the_same(entry: SideEffectEntry) -> None:
    nausea = _after(_said("2026-09-01 13:00", entry))["nausea"]
    assert (nausea.noted, nausea.present, nausea.worst) == (True, False, 0)


def test_a_severity_told_of_what_is_gone_says_how_strong_it_was() -> None:
    gone = make_effect("nausea", 2, state=EffectState.GONE)
    unsaid = _said("2026-09-01 13:00", make_effect("nausea", None))
    nausea = _after(unsaid, _said("2026-09-01 18:00", gone))["nausea"]
    assert (nausea.present, nausea.worst, nausea.strength_noted) == (True, 2, True)
    assert nausea.duration is not None
    assert (nausea.duration.at_least_h, nausea.duration.at_most_h) == (2, 7)
    only_gone = _after(_said("2026-09-01 18:00", gone))["nausea"]
    assert (only_gone.present, only_gone.worst) == (True, 2)


def test_any_effect_named_answers_for_all_core_effects() -> None:
    after = _after(_said("2026-09-01 13:00", make_effect("nausea", 1)))
    assert {key for key, one in after.items() if one.noted} == CATALOGUE.core_keys
    assert after["dizziness"].worst == 0


def test_an_effect_of_the_longer_list_answers_for_the_core_effects_as_well() -> None:
    after = _after(_said("2026-09-01 13:00", make_effect("sweating", 1)))
    assert after["sweating"].worst == 1
    assert after["nausea"].worst == 0


def test_nothing_to_report_answers_for_all_core_effects() -> None:
    after = _after(_said("2026-09-01 13:00", nothing_to_report=True))
    assert {key for key, one in after.items() if one.worst == 0} == CATALOGUE.core_keys
    assert "sweating" not in after


def test_a_skipped_page_notes_nothing() -> None:
    after = _after(_said("2026-09-01 13:00"))
    assert set(after) == CATALOGUE.core_keys
    assert not any(one.noted or one.present or one.strength_noted for one in after.values())
    assert after["nausea"].worst is None
    assert after["nausea"].duration is None


def test_nothing_to_report_ends_what_was_open_of_the_longer_list() -> None:
    after = _after(
        _said("2026-09-01 13:00", make_effect("sweating", 2), make_effect("own_buzzing", 1)),
        _said("2026-09-01 17:00", nothing_to_report=True),
    )
    for key in ("sweating", "own_buzzing"):
        duration = after[key].duration
        assert duration is not None
        assert (duration.at_least_h, duration.at_most_h) == (2, 6)


def test_core_effects_not_named_later_are_gone_by_then() -> None:
    duration = _after(
        _said("2026-09-01 13:00", make_effect("nausea", 2)),
        _said("2026-09-01 17:00", make_effect("dizziness", 1)),
    )["nausea"].duration
    assert duration is not None
    assert duration.at_most_h == 6


def test_effects_stand_in_the_catalogues_order_and_the_patients_own_last() -> None:
    after = list(_after(_said("2026-09-01 13:00", make_effect("own_a"), make_effect("sweating"))))
    assert after == [
        key for key in CATALOGUE.effects if key in CATALOGUE.core_keys or key == "sweating"
    ] + ["own_a"]


@pytest.mark.parametrize(
    ("when", "noted"),
    [
        ("2026-09-01 10:30", False),
        ("2026-09-01 10:45", True),
        ("2026-09-08 23:59", True),
        ("2026-09-09 00:00", False),
    ],
)
def test_side_effects_are_those_from_the_start_to_7_days_after(when: str, noted: bool) -> None:
    assert _after(_said(when, make_effect("nausea")))["nausea"].noted is noted


def test_what_comes_after_the_next_start_belongs_to_the_next_session() -> None:
    following = make_session("2026-09-04 10:30")
    late = _said("2026-09-04 12:00", make_effect("nausea", 3))
    journal = make_journal(sessions=[SESSION, following], check_ins=[late])
    assert not effects_after(journal, SESSION, CATALOGUE)["nausea"].noted
    assert effects_after(journal, following, CATALOGUE)["nausea"].worst == 3


def test_a_check_in_without_its_time_counts_for_the_worst_and_not_for_the_duration() -> None:
    dated = _said("2026-09-02 12:00", make_effect("nausea", 3), time_known=False)
    nausea = _after(dated)["nausea"]
    assert (nausea.worst, nausea.duration) == (3, None)


def _worst(*check_ins: CheckIn) -> int | None:
    journal = make_journal(sessions=[SESSION], check_ins=list(check_ins))
    return worst_after(journal, SESSION, CATALOGUE)


def test_the_worst_of_a_session_is_that_of_all_its_side_effects() -> None:
    assert _worst(_said("2026-09-01 13:00", make_effect("nausea", 1), make_effect("own_a", 2))) == 2
    assert _worst(_said("2026-09-01 13:00", nothing_to_report=True)) == 0
    assert _worst() is None


def test_the_worst_of_a_session_is_not_known_where_only_strengths_are_missing() -> None:
    assert _worst(_said("2026-09-01 13:00", make_effect("nausea", None))) is None
    unsaid, mild = make_effect("nausea", None), make_effect("dizziness", 1)
    assert _worst(_said("2026-09-01 13:00", unsaid, mild)) == 1


def _longer(*check_ins: CheckIn) -> list[tuple[str, str, float | None]]:
    journal = make_journal(sessions=[SESSION], check_ins=list(check_ins))
    return [
        (one.effect, one.first_noted.id, one.hours_after)
        for one in lasting_longer(journal, SESSION, CATALOGUE)
    ]


def test_lasting_longer_is_there_beyond_the_hours_most_people_report() -> None:
    # dissociation: 4 hours after the end, at 15:00
    assert _longer(_said("2026-09-01 15:00", make_effect("dissociation"))) == []
    beyond = _said("2026-09-01 15:30", make_effect("dissociation"))
    assert _longer(beyond) == [("dissociation", beyond.id, 4.5)]


def test_lasting_longer_is_said_once_at_the_first_check_in_that_finds_it() -> None:
    first = _said("2026-09-01 18:00", make_effect("dissociation"))
    again = _said("2026-09-02 10:00", make_effect("dissociation"))
    assert _longer(again, first) == [("dissociation", first.id, 7)]


def test_what_is_gone_does_not_last_longer() -> None:
    assert _longer(_said("2026-09-02 10:00", _gone("dissociation"))) == []


def test_effects_to_mention_at_any_time_need_no_hours() -> None:
    dated = _said("2026-09-01 12:00", make_effect("craving"), time_known=False)
    assert _longer(dated) == [("craving", dated.id, None)]


def test_other_effects_need_a_known_time_to_last_longer() -> None:
    dated = _said("2026-09-04 12:00", make_effect("dissociation"), time_known=False)
    assert _longer(dated) == []


def test_the_patients_own_side_effects_have_no_usual_duration() -> None:
    assert _longer(_said("2026-09-05 10:00", make_effect("own_a"))) == []


def test_a_check_in_says_only_what_none_before_it_said() -> None:
    first = _said("2026-09-01 18:00", make_effect("dissociation"))
    again = _said("2026-09-02 14:00", make_effect("dissociation"), make_effect("euphoria"))
    journal = make_journal(sessions=[SESSION], check_ins=[again, first])
    said = {
        one.id: [found.effect for found in said_first_by(journal, one, CATALOGUE)]
        for one in (first, again)
    }
    assert said == {first.id: ["dissociation"], again.id: ["euphoria"]}


def test_it_is_said_anew_after_the_next_session() -> None:
    following = make_session("2026-09-04 10:30", duration_min=30)
    first = _said("2026-09-01 18:00", make_effect("dissociation"))
    anew = _said("2026-09-04 18:00", make_effect("dissociation"))
    journal = make_journal(sessions=[SESSION, following], check_ins=[first, anew])
    (found,) = said_first_by(journal, anew, CATALOGUE)
    assert found.session == following


def test_without_a_session_nothing_lasts_longer() -> None:
    alone = _said("2026-09-01 18:00", make_effect("craving"))
    assert said_first_by(make_journal(check_ins=[alone]), alone, CATALOGUE) == []


@pytest.mark.parametrize(("when", "said"), [("2026-09-02 11:00", 0), ("2026-09-02 11:06", 1)])
def test_unusual_elation_lasts_longer_beyond_24_hours(when: str, said: int) -> None:
    assert len(_longer(_said(when, make_effect("euphoria")))) == said
