"""Which check-ins are waiting."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from symptrack.analysis.follow_ups import (
    DueCheckIn,
    DueKind,
    due_check_in,
    evening_mood,
    waiting_check_ins,
)
from symptrack.domain.check_in import CheckIn
from symptrack.domain.session import Session
from symptrack.domain.settings import FollowUpTimes, Settings
from symptrack.domain.words import Mode, SessionStatus
from tests.builders import ZONE, at, make_check_in, make_effect, make_journal, make_session

SESSION = make_session("2026-09-01 10:30", duration_min=30)  # ends at 11:00
PLANNED = make_session("2026-09-01 10:30", status=SessionStatus.PLANNED)
BEFORE, MOOD, THAT_EVENING = "before", "mood", "evening"


def _journal_times(
    now: str,
    *check_ins: CheckIn,
    sessions: tuple[Session, ...] = (SESSION,),
    times: FollowUpTimes | None = None,
) -> list[DueCheckIn]:
    journal = make_journal(
        sessions=[*sessions],
        check_ins=[*check_ins],
        settings=Settings(follow_ups=times or FollowUpTimes()),
    )
    instant = datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(ZONE))
    found = waiting_check_ins(journal, instant)
    full = [due for due in found if due.kind is not DueKind.MOOD]
    assert due_check_in(journal, instant) == (full[0] if full else None)
    moods = [due for due in found if due.kind is DueKind.MOOD]
    assert evening_mood(journal, instant) == (moods[0] if moods else None)
    return found


def _waiting(
    now: str,
    *check_ins: CheckIn,
    sessions: tuple[Session, ...] = (SESSION,),
    times: FollowUpTimes | None = None,
) -> list[str | int]:
    """Return what waits in short: its kind, or its hours after the session."""
    found = _journal_times(now, *check_ins, sessions=sessions, times=times)
    return [due.hours or due.kind.value for due in found]


def test_nothing_waits_without_a_session() -> None:
    assert _waiting("2026-09-01 20:00", sessions=()) == []
    assert _waiting("2026-08-31 21:00") == []


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ("2026-08-31 10:29", []),
        ("2026-08-31 10:30", [BEFORE]),
        ("2026-09-01 10:30", [BEFORE]),
        ("2026-09-01 10:31", []),
    ],
)
def test_one_waits_in_the_24_hours_before_a_planned_session(
    now: str, found: list[str | int]
) -> None:
    assert _waiting(now, sessions=(PLANNED,)) == found


@pytest.mark.parametrize(
    ("said_at", "found"),
    [("2026-08-31 10:29", [BEFORE]), ("2026-08-31 10:30", [])],
)
def test_a_check_in_of_these_24_hours_answers_the_one_before(
    said_at: str, found: list[str | int]
) -> None:
    said = make_check_in(said_at)
    assert _waiting("2026-09-01 09:00", said, sessions=(PLANNED,)) == found


def test_the_nearest_planned_session_is_the_one_that_asks() -> None:
    later = make_session("2026-09-01 18:30", status=SessionStatus.PLANNED)
    found = _journal_times("2026-09-01 09:00", sessions=(later, PLANNED))
    assert [due.session for due in found] == [PLANNED]


def test_a_missed_session_asks_for_nothing() -> None:
    missed = make_session("2026-09-01 10:30", status=SessionStatus.MISSED)
    for now in ("2026-09-01 09:00", "2026-09-01 13:00", "2026-09-01 20:00"):
        assert _waiting(now, sessions=(missed,)) == []


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ("2026-09-01 12:29", []),
        ("2026-09-01 12:30", [2]),
        ("2026-09-01 19:59", [2]),
        ("2026-09-01 20:00", [THAT_EVENING, 2]),
        ("2026-09-01 20:59", [THAT_EVENING, 2]),
        ("2026-09-01 21:00", [THAT_EVENING]),
        ("2026-09-01 23:59", [THAT_EVENING]),
        ("2026-09-02 00:00", []),
        ("2026-09-02 02:59", []),
        ("2026-09-02 03:00", [24]),
        ("2026-09-02 22:59", [24]),
        ("2026-09-02 23:00", [MOOD]),
    ],
)
def test_they_wait_at_2_hours_that_evening_and_at_24_hours(
    now: str, found: list[str | int]
) -> None:
    assert _waiting(now) == found


def test_each_says_since_when_it_waits() -> None:
    found = _journal_times("2026-09-01 20:30")
    assert found == [
        DueCheckIn(kind=DueKind.EVENING, session=SESSION, due_at=at("2026-09-01 20:00")),
        DueCheckIn(
            kind=DueKind.HOURS_AFTER, session=SESSION, hours=2, due_at=at("2026-09-01 12:30")
        ),
    ]


def test_the_hours_are_the_patients_to_choose() -> None:
    times = FollowUpTimes(hours_after=(8, 2, 8), evening=False)
    assert _waiting("2026-09-01 18:29", times=times) == [2]
    assert _waiting("2026-09-01 18:30", times=times) == [8, 2]


def test_of_more_than_three_the_oldest_lapses() -> None:
    times = FollowUpTimes(hours_after=(2, 4, 6))
    assert _waiting("2026-09-01 19:30", times=times) == [6, 4, 2]
    assert _waiting("2026-09-01 20:30", times=times) == [THAT_EVENING, 6, 4]


def test_the_one_before_a_session_comes_first() -> None:
    coming = make_session("2026-09-02 19:30", status=SessionStatus.PLANNED)
    assert _waiting("2026-09-02 09:00", sessions=(SESSION, coming)) == [BEFORE, 24]


def test_a_check_in_within_the_time_answers_it() -> None:
    assert _waiting("2026-09-01 13:30", make_check_in("2026-09-01 12:30")) == []
    assert _waiting("2026-09-01 13:30", make_check_in("2026-09-01 12:29")) == [2]
    assert _waiting("2026-09-01 20:30", make_check_in("2026-09-01 20:10")) == []


def test_one_without_its_time_or_with_side_effects_alone_does_not() -> None:
    dated = make_check_in("2026-09-01 13:00", time_known=False)
    assert _waiting("2026-09-01 13:30", dated) == [2]
    named = make_check_in("2026-09-01 13:00", ratings={}, side_effects=(make_effect(),))
    assert _waiting("2026-09-01 13:30", named) == [2]


@pytest.mark.parametrize(
    "said",
    [
        {"ratings": {}, "side_effects": (make_effect(),), "mode": Mode.GENTLE},
        {"ratings": {}, "side_effects": (make_effect(),), "note": "x"},
        {"ratings": {"anxiety": 3}, "side_effects": (make_effect(),)},
        {"ratings": {}, "nothing_to_report": True},
        {"ratings": {}},
    ],
)
def test_whatever_else_was_said_does(said: dict[str, object]) -> None:
    assert _waiting("2026-09-01 13:30", make_check_in("2026-09-01 13:00", **said)) == []


def test_after_a_session_without_its_time_only_the_evening_is_asked_for() -> None:
    session = make_session("2026-09-01 12:00", time_known=False)
    assert _waiting("2026-09-01 14:30", sessions=(session,)) == []
    assert _waiting("2026-09-01 20:00", sessions=(session,)) == [THAT_EVENING]


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ("2026-09-01 20:00", []),
        ("2026-09-01 20:29", []),
        ("2026-09-01 20:30", [THAT_EVENING]),
    ],
)
def test_that_evening_does_not_begin_before_the_session_is_over(
    now: str, found: list[str | int]
) -> None:
    evening = make_session("2026-09-01 19:30", duration_min=60)
    assert _waiting(now, sessions=(evening,)) == found


def test_a_check_in_before_an_afternoon_session_is_not_that_evenings() -> None:
    afternoon = make_session("2026-09-01 17:30", duration_min=40)
    times = FollowUpTimes(hours_after=())
    before = make_check_in("2026-09-01 17:20")
    after = make_check_in("2026-09-01 18:10")
    assert _waiting("2026-09-01 20:00", before, sessions=(afternoon,), times=times) == [
        THAT_EVENING
    ]
    assert _waiting("2026-09-01 20:00", before, after, sessions=(afternoon,), times=times) == []


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
    assert _waiting(now) == ([MOOD] if waits else [])


def test_the_time_of_the_evening_is_the_patients_to_choose() -> None:
    times = FollowUpTimes(evening_minute=18 * 60 + 15)
    assert _waiting("2026-09-10 18:14", times=times) == []
    assert _waiting("2026-09-10 18:15", times=times) == [MOOD]


def test_a_check_in_shortly_before_the_evening_answers_it() -> None:
    assert _waiting("2026-09-10 20:30", make_check_in("2026-09-10 17:00")) == []
    assert _waiting("2026-09-10 20:30", make_check_in("2026-09-10 16:59")) == [MOOD]


def test_the_evening_mood_does_not_stand_beside_a_full_check_in() -> None:
    assert _waiting("2026-09-02 20:30") == [24]
    assert _waiting("2026-09-02 20:30", make_check_in("2026-09-02 12:00")) == [MOOD]


def test_from_29_days_after_the_session_the_evening_mood_is_weekly() -> None:
    assert _waiting("2026-09-29 20:30", make_check_in("2026-09-28 20:00")) == [MOOD]
    assert _waiting("2026-09-30 20:30", make_check_in("2026-09-29 20:00")) == []
    assert _waiting("2026-10-05 20:30", make_check_in("2026-09-29 00:00")) == []
    assert _waiting("2026-10-06 20:00", make_check_in("2026-09-29 23:59")) == [MOOD]
    assert _waiting("2026-10-06 20:00") == [MOOD]


@pytest.mark.parametrize(
    ("now", "waits"),
    [
        ("2026-09-07 20:30", False),
        ("2026-09-08 20:30", True),
        ("2026-09-13 20:30", True),
    ],
)
def test_before_a_first_session_the_week_of_evenings_is_asked_for(now: str, waits: bool) -> None:
    first = make_session("2026-09-15 21:30", status=SessionStatus.PLANNED)
    found = _journal_times(now, sessions=(first,))
    assert [due.session for due in found] == ([first] if waits else [])
    assert [due.kind for due in found] == ([DueKind.MOOD] if waits else [])


def test_the_first_of_another_series_brings_the_evenings_back() -> None:
    known, new = "0" * 8 + "-0000-4000-8000-000000000001", "0" * 8 + "-0000-4000-8000-000000000002"
    done = make_session("2026-05-01 10:30", series_id=known)
    said = make_check_in("2026-09-09 20:00")
    for series_id, found in ((new, [MOOD]), (known, []), (None, [])):
        coming = make_session("2026-09-15 10:30", status=SessionStatus.PLANNED, series_id=series_id)
        assert _waiting("2026-09-10 20:30", said, sessions=(done, coming)) == found


def test_each_can_be_switched_off() -> None:
    assert _waiting("2026-09-01 09:00", sessions=(PLANNED,), times=FollowUpTimes(before=False)) == (
        []
    )
    assert _waiting("2026-09-01 13:30", times=FollowUpTimes(hours_after=())) == []
    off = FollowUpTimes(evening=False, hours_after=())
    assert _waiting("2026-09-01 20:30", times=off) == []
    assert _waiting("2026-09-10 20:30", times=off) == []


def test_the_latest_session_is_the_one_that_asks() -> None:
    later = make_session("2026-09-08 10:30")
    found = _journal_times("2026-09-08 14:00", sessions=(later, SESSION))
    assert [(due.session, due.hours) for due in found] == [(later, 2)]


def test_hours_are_hours_also_when_the_clocks_change() -> None:
    session = make_session("2026-10-31 20:00", duration_min=None)
    night = datetime(2026, 11, 1, 11, 29, tzinfo=ZoneInfo(ZONE))
    journal = make_journal(sessions=[session])
    assert due_check_in(journal, night - timedelta(hours=1)) is None
    found = due_check_in(journal, datetime(2026, 11, 1, 11, 0, tzinfo=ZoneInfo(ZONE)))
    assert found is not None
    assert found.hours == 24
