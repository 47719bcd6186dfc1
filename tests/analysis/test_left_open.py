"""What gentle mode noted without its strength, until a check-in speaks of side effects again."""

from symptrack.analysis.left_open import left_open
from symptrack.domain.check_in import CheckIn
from symptrack.domain.words import EffectState, Mode
from tests.builders import at, make_check_in, make_effect, make_journal, make_session

SESSION = make_session("2026-09-01 10:30")
EVENING = at("2026-09-01 20:00")


def gentle(when: str = "2026-09-01 13:00", *effects: str) -> CheckIn:
    noted = tuple(make_effect(effect, None) for effect in effects)
    return make_check_in(when, mode=Mode.GENTLE, side_effects=noted)


def full(when: str, **changes: object) -> CheckIn:
    return make_check_in(when, **changes)


def named(*check_ins: CheckIn, now: str = "2026-09-01 20:00") -> tuple[str, ...]:
    journal = make_journal(sessions=[SESSION], check_ins=list(check_ins))
    return left_open(journal, at(now))


def test_what_was_noted_without_its_strength_is_open_in_the_order_noted() -> None:
    noted = gentle("2026-09-01 13:00", "nausea", "chest_pain", "dizziness")
    assert named(noted) == ("nausea", "chest_pain", "dizziness")


def test_nothing_is_open_without_a_check_in_or_where_nothing_was_noted() -> None:
    assert named() == ()
    assert named(make_check_in("2026-09-01 13:00", mode=Mode.GENTLE)) == ()


def test_a_full_check_in_that_speaks_of_side_effects_answers_it() -> None:
    noted = gentle("2026-09-01 13:00", "nausea")
    assert named(noted, full("2026-09-01 18:00", nothing_to_report=True)) == ()
    assert named(noted, full("2026-09-01 18:00", side_effects=(make_effect(),))) == ()


def test_a_check_in_that_skips_side_effects_leaves_it_open() -> None:
    noted = gentle("2026-09-01 13:00", "nausea")
    assert named(noted, full("2026-09-01 18:00")) == ("nausea",)


def test_the_latest_of_two_gentle_check_ins_counts() -> None:
    first, later = gentle("2026-09-01 12:00", "nausea"), gentle("2026-09-01 14:00", "dizziness")
    assert named(later, first) == ("dizziness",)


def test_what_has_gone_or_has_its_strength_is_not_open() -> None:
    noted = make_check_in(
        "2026-09-01 13:00",
        mode=Mode.GENTLE,
        side_effects=(
            make_effect("nausea", 2),
            make_effect("dizziness", None, state=EffectState.GONE),
            make_effect("headache", None),
        ),
    )
    assert named(noted) == ("headache",)


def test_what_came_before_the_latest_session_is_not_asked_any_more() -> None:
    assert named(gentle("2026-09-01 09:00", "nausea")) == ()


def test_it_is_open_for_seven_days() -> None:
    noted = gentle("2026-09-01 13:00", "nausea")
    assert named(noted, now="2026-09-08 13:00") == ("nausea",)
    assert named(noted, now="2026-09-08 13:01") == ()


def test_it_is_open_also_where_no_session_is_recorded_as_done() -> None:
    journal = make_journal(check_ins=[gentle("2026-09-01 13:00", "nausea")])
    assert left_open(journal, EVENING) == ("nausea",)
