"""The check-ins to come, as far as the sessions are planned."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from symptrack.analysis.coming_follow_ups import coming_check_ins, coming_sessions
from symptrack.domain.journal import Journal
from symptrack.domain.session import Session
from symptrack.domain.settings import FollowUpTimes, Settings
from symptrack.domain.words import SessionStatus
from tests.builders import ZONE, make_journal, make_series, make_session


def now(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE))


def planned(started: str, **changes: Any) -> Session:
    return make_session(started, status=SessionStatus.PLANNED, entered_at=None, **changes)


def coming(journal: Journal, at: str) -> list[str]:
    """Return *kind, wall-clock time* of each check-in to come."""
    return [
        f"{one.kind.value}{one.hours or ''} {one.at:%m-%d %H:%M}"
        for one in coming_check_ins(journal, now(at))
    ]


def with_times(journal: Journal, **changes: Any) -> Journal:
    return replace(journal, settings=Settings(follow_ups=FollowUpTimes(**changes)))


def test_without_a_session_nothing_is_to_come() -> None:
    assert coming(Journal(), "2026-09-01 09:00") == []


def test_after_a_session_come_its_hours_its_evening_and_the_evenings_after_it() -> None:
    found = coming(make_journal(sessions=[make_session("2026-09-01 10:30")]), "2026-09-01 12:00")
    assert found[:4] == [
        "hours_after2 09-01 13:10",
        "evening 09-01 20:00",
        "hours_after24 09-02 11:10",
        "mood 09-02 20:00",
    ]
    moods = [one for one in found if one.startswith("mood")]
    assert moods[27:29] == ["mood 09-29 20:00", "mood 10-06 20:00"]
    assert len(moods) == 28 + 8
    assert moods[-1] == "mood 11-24 20:00"


def test_long_after_the_latest_session_the_evenings_are_weekly_from_it() -> None:
    journal = make_journal(sessions=[make_session("2026-09-01 10:30")])
    found = coming(journal, "2027-09-01 12:00")
    assert found[:2] == ["mood 09-07 20:00", "mood 09-14 20:00"]
    assert len(found) == 8


def test_around_a_planned_first_session_come_a_week_of_evenings_and_one_before_it() -> None:
    journal = make_journal(sessions=[planned("2026-09-10 10:30")])
    found = coming(journal, "2026-09-01 12:00")
    assert found[:10] == [
        "mood 09-03 20:00",
        "mood 09-04 20:00",
        "mood 09-05 20:00",
        "mood 09-06 20:00",
        "mood 09-07 20:00",
        "mood 09-08 20:00",
        "before 09-09 10:30",
        "mood 09-09 20:00",
        "hours_after2 09-10 13:10",
        "evening 09-10 20:00",
    ]


def test_only_the_first_session_of_a_series_has_a_week_before_it() -> None:
    one = make_series()
    begun = make_session("2026-03-01 10:30", series_id=one.id)
    later = planned("2026-09-10 10:30", series_id=one.id)
    of_the_begun = coming(make_journal(series=[one], sessions=[begun, later]), "2026-09-01 12:00")
    assert "mood 09-05 20:00" not in of_the_begun
    new = make_series()
    first, second = (
        planned(text, series_id=new.id) for text in ("2026-09-10 10:30", "2026-10-20 10:30")
    )
    found = coming(make_journal(series=[new], sessions=[first, second]), "2026-09-01 12:00")
    assert "mood 09-05 20:00" in found
    assert "mood 10-14 20:00" not in found
    loose = make_journal(sessions=[begun, planned("2026-09-10 10:30")])
    assert "mood 09-05 20:00" not in coming(loose, "2026-09-01 12:00")


def test_hours_that_would_fall_after_the_next_session_are_left_out() -> None:
    sessions = [planned("2026-09-10 10:30"), planned("2026-09-11 09:00")]
    found = coming(make_journal(sessions=sessions), "2026-09-09 12:00")
    assert "hours_after2 09-10 13:10" in found
    assert "hours_after24 09-11 11:10" not in found
    assert "hours_after24 09-12 09:40" in found


def test_of_a_session_without_a_time_only_its_evening_comes() -> None:
    session = planned("2026-09-10 12:00", time_known=False)
    found = coming(make_journal(sessions=[session]), "2026-09-10 08:00")
    assert found[:2] == ["evening 09-10 20:00", "mood 09-11 20:00"]


def test_an_evening_is_not_before_the_session_is_over() -> None:
    late = make_journal(sessions=[planned("2026-09-10 19:50")])
    assert "evening 09-10 20:30" in coming(late, "2026-09-10 08:00")
    over_midnight = make_journal(sessions=[planned("2026-09-10 23:50")])
    assert "evening 09-10 20:00" in coming(over_midnight, "2026-09-10 08:00")


def test_the_patients_own_times_are_kept() -> None:
    journal = make_journal(sessions=[planned("2026-09-10 10:30")])
    changed = with_times(journal, before=False, hours_after=(3,), evening=False)
    assert coming(changed, "2026-09-01 12:00") == ["hours_after3 09-10 14:10"]
    early = with_times(journal, evening_minute=18 * 60 + 30)
    assert "evening 09-10 18:30" in coming(early, "2026-09-01 12:00")


def test_an_evening_stays_at_its_time_when_the_clocks_change() -> None:
    journal = make_journal(sessions=[make_session("2026-10-30 10:30")])
    found = coming_check_ins(journal, now("2026-10-31 12:00"))
    moods = [one.at for one in found if one.kind == "mood"]
    assert [str(one.utcoffset()) for one in moods[:2]] == ["-1 day, 20:00:00", "-1 day, 19:00:00"]
    assert {one.hour for one in moods} == {20}


def test_only_planned_sessions_that_have_not_begun_are_to_come() -> None:
    sessions = [
        planned("2026-09-10 10:30"),
        planned("2026-09-01 09:00"),
        planned("2026-09-01 12:00", time_known=False),
        planned("2026-08-31 12:00", time_known=False),
        make_session("2026-09-12 10:30"),
    ]
    found = coming_sessions(make_journal(sessions=sessions), now("2026-09-01 18:00"))
    assert [f"{one.started_at:%m-%d}" for one in found] == ["09-01", "09-10"]
