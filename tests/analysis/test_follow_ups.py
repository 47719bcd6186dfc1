"""Which check-in is waiting."""

import pytest

from symptrack.analysis.follow_ups import DueCheckIn, DueKind, due_check_in
from symptrack.domain.check_in import CheckIn
from symptrack.domain.session import Session
from symptrack.domain.settings import FollowUpTimes, Settings
from symptrack.domain.words import SessionStatus
from tests.builders import at, make_check_in, make_journal, make_session

SESSION = make_session("2026-09-01 10:30", duration_min=30)  # ends at 11:00
PLANNED = make_session("2026-09-01 10:30", status=SessionStatus.PLANNED)
EVENING = DueCheckIn(kind=DueKind.EVENING, session=SESSION)


def _due(
    now: str,
    *check_ins: CheckIn,
    sessions: tuple[Session, ...] = (SESSION,),
    follow_ups: FollowUpTimes | None = None,
) -> DueCheckIn | None:
    journal = make_journal(
        sessions=[*sessions],
        check_ins=[*check_ins],
        settings=Settings(follow_ups=follow_ups or FollowUpTimes()),
    )
    return due_check_in(journal, at(now))


def _hours(hours: int) -> DueCheckIn:
    return DueCheckIn(kind=DueKind.HOURS_AFTER, session=SESSION, hours=hours)


def test_nothing_waits_without_a_session() -> None:
    assert _due("2026-09-01 20:00", sessions=()) is None
    assert _due("2026-08-31 21:00") is None


@pytest.mark.parametrize(
    ("now", "waits"),
    [
        ("2026-08-31 10:29", False),
        ("2026-08-31 10:30", True),
        ("2026-09-01 10:30", True),
        ("2026-09-01 10:31", False),
    ],
)
def test_one_waits_in_the_24_hours_before_a_planned_session(now: str, waits: bool) -> None:
    found = _due(now, sessions=(PLANNED,))
    assert found == (DueCheckIn(kind=DueKind.BEFORE, session=PLANNED) if waits else None)


def test_a_check_in_of_the_last_24_hours_answers_the_one_before() -> None:
    assert _due("2026-09-01 09:00", make_check_in("2026-08-31 18:00"), sessions=(PLANNED,)) is None


def test_a_missed_session_asks_for_nothing() -> None:
    missed = make_session("2026-09-01 10:30", status=SessionStatus.MISSED)
    assert _due("2026-09-01 13:00", sessions=(missed,)) is None


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ("2026-09-01 12:29", None),
        ("2026-09-01 12:30", _hours(2)),
        ("2026-09-01 20:59", _hours(2)),
        ("2026-09-01 21:00", EVENING),
        ("2026-09-02 02:59", None),
        ("2026-09-02 03:00", _hours(24)),
        ("2026-09-02 22:59", _hours(24)),
        ("2026-09-02 23:00", EVENING),
    ],
)
def test_one_waits_at_2_and_at_24_hours(now: str, found: DueCheckIn | None) -> None:
    assert _due(now) == found


def test_the_hours_are_the_patients_to_choose_and_stop_where_the_next_begin() -> None:
    times = FollowUpTimes(hours_after=(8, 2))
    assert _due("2026-09-01 18:29", follow_ups=times) == _hours(2)
    assert _due("2026-09-01 18:30", follow_ups=times) == _hours(8)


def test_a_check_in_within_the_time_answers_it() -> None:
    assert _due("2026-09-01 13:30", make_check_in("2026-09-01 13:00")) is None
    assert _due("2026-09-01 13:30", make_check_in("2026-09-01 12:00")) == _hours(2)
    dated = make_check_in("2026-09-01 13:00", time_known=False)
    assert _due("2026-09-01 13:30", dated) == _hours(2)


def test_after_a_session_without_its_time_no_hours_are_asked_for() -> None:
    session = make_session("2026-09-01 12:00", time_known=False)
    assert _due("2026-09-01 14:30", sessions=(session,)) is None


@pytest.mark.parametrize(
    ("now", "waits"),
    [
        ("2026-09-10 19:59", False),
        ("2026-09-10 20:00", True),
        ("2026-09-10 23:59", True),
        ("2026-09-11 00:00", False),
    ],
)
def test_the_evening_mood_waits_from_its_time_to_midnight(now: str, waits: bool) -> None:
    assert _due(now) == (EVENING if waits else None)


def test_a_check_in_shortly_before_the_evening_answers_it() -> None:
    assert _due("2026-09-10 20:30", make_check_in("2026-09-10 17:00")) is None
    assert _due("2026-09-10 20:30", make_check_in("2026-09-10 16:59")) == EVENING


def test_from_29_days_after_the_session_the_evening_mood_is_weekly() -> None:
    assert _due("2026-09-29 20:30", make_check_in("2026-09-28 20:00")) == EVENING
    assert _due("2026-09-30 20:30", make_check_in("2026-09-29 20:00")) is None
    assert _due("2026-10-06 20:30", make_check_in("2026-09-29 20:29")) == EVENING


def test_the_latest_session_is_the_one_that_asks() -> None:
    later = make_session("2026-09-08 10:30")
    found = _due("2026-09-08 14:00", sessions=(later, SESSION))
    assert found == DueCheckIn(kind=DueKind.HOURS_AFTER, session=later, hours=2)
