"""How long a side effect lasted."""

from symptrack.analysis.effect_duration import Duration
from symptrack.analysis.side_effects import effects_after
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.session import Session
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.words import EffectState
from tests.builders import at, make_check_in, make_effect, make_journal, make_session

SESSION = make_session("2026-09-01 10:30", duration_min=30)  # ends at 11:00


def _there(when: str, **changes: object) -> CheckIn:
    return _said(when, make_effect("headache", 1, **changes))


def _gone(when: str, **changes: object) -> CheckIn:
    return _said(when, make_effect("headache", 0, state=EffectState.GONE, **changes))


def _other(when: str) -> CheckIn:
    """Name another effect, which answers 0 for a headache."""
    return _said(when, make_effect("nausea", 1))


def _said(when: str, entry: SideEffectEntry) -> CheckIn:
    return make_check_in(when, ratings={}, side_effects=(entry,))


def _duration(*check_ins: CheckIn, session: Session = SESSION) -> Duration | None:
    journal = make_journal(sessions=[session], check_ins=list(check_ins))
    return effects_after(journal, session, load_side_effects())["headache"].duration


def test_it_lies_between_the_last_present_and_the_first_gone() -> None:
    found = _duration(
        _there("2026-09-01 12:00"), _there("2026-09-01 14:00"), _gone("2026-09-01 17:00")
    )
    assert found == Duration(3, 6)


def test_a_later_gone_changes_nothing() -> None:
    found = _duration(
        _there("2026-09-01 14:00"), _gone("2026-09-01 17:00"), _gone("2026-09-02 11:00")
    )
    assert found == Duration(3, 6)


def test_never_gone_is_that_long_or_more() -> None:
    assert _duration(_there("2026-09-01 12:00"), _there("2026-09-01 17:00")) == Duration(6, None)


def test_only_gone_is_up_to_then() -> None:
    found = _duration(_gone("2026-09-01 17:00"), _gone("2026-09-02 11:00"))
    assert found == Duration(0, 6)


def test_an_effect_that_was_never_named_has_no_duration() -> None:
    assert _duration(_other("2026-09-01 17:00")) is None
    assert _duration() is None


def test_only_gone_counts_from_the_check_in_that_names_it() -> None:
    assert _duration(_other("2026-09-01 13:00"), _gone("2026-09-01 17:00")) == Duration(0, 6)


def test_the_first_episode_counts_from_the_sessions_end_even_after_a_0() -> None:
    found = _duration(
        _other("2026-09-01 13:00"), _there("2026-09-01 15:00"), _gone("2026-09-01 17:00")
    )
    assert found == Duration(4, 6)


def test_present_during_the_session_only_lasted_at_least_no_time() -> None:
    assert _duration(_there("2026-09-01 10:45"), _gone("2026-09-01 13:00")) == Duration(0, 2)


def test_an_end_told_overrides() -> None:
    ended = at("2026-09-01 15:30")
    first = _there("2026-09-01 14:00")
    assert _duration(first, _gone("2026-09-01 17:00", ended_at=ended)) == Duration(4.5, 4.5)
    assert _duration(_gone("2026-09-01 17:00", ended_at=ended)) == Duration(4.5, 4.5)
    told_at_once = _there("2026-09-01 17:00", ended_at=ended)
    assert _duration(first, told_at_once, _gone("2026-09-02 11:00")) == Duration(4.5, 4.5)


def test_a_beginning_told_overrides() -> None:
    begun = _there("2026-09-01 14:00", began_at=at("2026-09-01 13:00"))
    assert _duration(begun, _gone("2026-09-01 17:00")) == Duration(1, 4)
    both = {"began_at": at("2026-09-01 13:00"), "ended_at": at("2026-09-01 13:30")}
    assert _duration(_gone("2026-09-01 17:00", **both)) == Duration(0.5, 0.5)


def test_an_end_told_before_the_beginning_is_no_time_at_all() -> None:
    turned = {"began_at": at("2026-09-01 14:00"), "ended_at": at("2026-09-01 13:00")}
    assert _duration(_gone("2026-09-01 17:00", **turned)) == Duration(0, 0)


def test_present_again_after_gone_is_a_new_episode_and_the_longest_is_shown() -> None:
    first = [_there("2026-09-01 13:00"), _gone("2026-09-01 17:00")]
    short = [_there("2026-09-02 11:00"), _gone("2026-09-02 12:00")]
    assert _duration(*first, *short) == Duration(2, 6)
    longer = [_there("2026-09-02 11:00"), _there("2026-09-02 18:00"), _gone("2026-09-02 20:00")]
    assert _duration(*first, *longer) == Duration(7, 27)


def test_a_new_episode_begins_after_the_last_gone_before_it() -> None:
    first = [_there("2026-09-01 11:30"), _gone("2026-09-01 12:00")]
    again = [_gone("2026-09-02 10:00"), _there("2026-09-02 12:00"), _gone("2026-09-02 13:00")]
    assert _duration(*first, *again) == Duration(0.5, 1)
    on = [_there("2026-09-02 14:00"), _gone("2026-09-02 15:00")]
    assert _duration(*first, *again[:2], *on) == Duration(2, 5)


def test_an_end_told_begins_the_wait_for_a_new_episode() -> None:
    closed = _there("2026-09-01 14:00", ended_at=at("2026-09-01 12:00"))
    again = [_there("2026-09-01 18:00"), _there("2026-09-01 20:00")]
    assert _duration(closed, *again) == Duration(2, None)


def test_of_two_as_certain_the_one_that_may_have_lasted_longer_is_shown() -> None:
    first = [_there("2026-09-01 13:00"), _gone("2026-09-01 14:00")]
    again = [_there("2026-09-01 15:00"), _there("2026-09-01 17:00")]
    assert _duration(*first, *again) == Duration(2, None)


def test_check_ins_without_their_time_are_left_out() -> None:
    dated = make_check_in(
        "2026-09-01 12:00", side_effects=(make_effect("headache", 1),), time_known=False
    )
    assert _duration(dated, _gone("2026-09-01 17:00")) == Duration(0, 6)


def test_after_a_session_without_its_time_nothing_can_be_said() -> None:
    session = make_session("2026-09-01 12:00", time_known=False)
    found = _duration(_there("2026-09-02 14:00"), _gone("2026-09-02 17:00"), session=session)
    assert found is None
