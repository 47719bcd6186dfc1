"""A symptom just before a session and a day after it."""

import pytest

from symptrack.analysis.before_after import BeforeAfter, before_after
from symptrack.domain.check_in import CheckIn
from symptrack.domain.session import Session
from symptrack.domain.words import SessionStatus
from tests.builders import make_check_in, make_journal, make_session

SESSION = make_session("2026-09-01 10:30", duration_min=30)  # ends at 11:00


def _mood(when: str, value: int, **changes: object) -> CheckIn:
    return make_check_in(when, ratings={"mood": value}, **changes)


def _pair(*check_ins: CheckIn, sessions: tuple[Session, ...] = (SESSION,)) -> BeforeAfter:
    journal = make_journal(sessions=list(sessions), check_ins=list(check_ins))
    return before_after(journal, SESSION, "mood")


def test_the_change_is_after_less_before() -> None:
    pair = _pair(_mood("2026-09-01 09:30", 6), _mood("2026-09-02 10:30", 4))
    assert pair == BeforeAfter(SESSION, 6, 4)
    assert pair.change == -2


def test_without_one_of_the_two_there_is_no_change() -> None:
    assert _pair(_mood("2026-09-01 09:30", 6)).change is None
    assert _pair(_mood("2026-09-02 10:30", 6)).change is None


def test_before_is_the_last_rating_of_the_24_hours() -> None:
    assert _pair(_mood("2026-08-31 20:00", 2), _mood("2026-09-01 09:30", 3)).before == 3


@pytest.mark.parametrize(
    ("when", "before"),
    [
        ("2026-08-31 10:29", None),
        ("2026-08-31 10:30", 5),
        ("2026-09-01 10:30", 5),
        ("2026-09-01 10:31", None),
    ],
)
def test_before_reaches_back_24_hours_from_the_start(when: str, before: int | None) -> None:
    assert _pair(_mood(when, 5)).before == before


@pytest.mark.parametrize(
    ("when", "after"),
    [
        ("2026-09-02 02:59", None),
        ("2026-09-02 03:00", 5),
        ("2026-09-02 23:00", 5),
        ("2026-09-02 23:01", None),
    ],
)
def test_after_lies_16_to_36_hours_after_the_end(when: str, after: int | None) -> None:
    assert _pair(_mood(when, 5)).after == after


def test_after_is_the_rating_nearest_24_hours() -> None:
    early, near = _mood("2026-09-02 05:00", 3), _mood("2026-09-02 12:30", 6)
    assert _pair(early, near, _mood("2026-09-02 22:00", 4)).after == 6


def test_of_two_ratings_as_near_the_earlier_counts() -> None:
    assert _pair(_mood("2026-09-02 10:00", 3), _mood("2026-09-02 12:00", 6)).after == 3


def test_after_ends_where_the_next_session_starts() -> None:
    following = make_session("2026-09-02 10:30")
    both = (SESSION, following)
    assert _pair(_mood("2026-09-02 10:30", 6), sessions=both).after is None
    assert _pair(_mood("2026-09-02 10:29", 6), sessions=both).after == 6


def test_after_ends_on_the_day_before_a_next_session_without_its_time() -> None:
    both = (SESSION, make_session("2026-09-02 12:00", time_known=False))
    assert _pair(_mood("2026-09-02 08:00", 6), sessions=both).after is None


def test_a_planned_session_ends_nothing() -> None:
    planned = make_session("2026-09-02 10:00", status=SessionStatus.PLANNED)
    assert _pair(_mood("2026-09-02 10:30", 6), sessions=(SESSION, planned)).after == 6


def test_24_hours_pass_by_the_clock_of_the_world_when_summer_time_ends() -> None:
    session = make_session("2026-10-31 10:30", duration_min=30)
    near = _mood("2026-11-01 10:00", 6)  # 24 h after 11:00 the day before
    wall = _mood("2026-11-01 11:00", 3)
    journal = make_journal(sessions=[session], check_ins=[wall, near])
    assert before_after(journal, session, "mood").after == 6


def test_hours_are_the_same_in_another_zone() -> None:
    assert _pair(_mood("2026-09-02 17:00", 6, time_zone="Europe/Berlin")).after == 6


def test_ratings_without_their_time_are_left_out() -> None:
    pair = _pair(
        _mood("2026-08-31 12:00", 3, time_known=False),
        _mood("2026-09-02 12:00", 6, time_known=False),
    )
    assert pair == BeforeAfter(SESSION, None, None)


def test_a_session_without_its_time_has_neither() -> None:
    session = make_session("2026-09-01 12:00", time_known=False)
    journal = make_journal(
        sessions=[session], check_ins=[_mood("2026-09-01 09:30", 3), _mood("2026-09-02 12:30", 6)]
    )
    assert before_after(journal, session, "mood") == BeforeAfter(session, None, None)


def test_mapped_ratings_are_left_out() -> None:
    pair = _pair(_mood("2026-09-01 09:30", 3, mapped=True), _mood("2026-09-02 11:00", 6))
    assert (pair.before, pair.after) == (None, 6)
