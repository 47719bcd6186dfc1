"""When something was, seen from a session."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from symptrack.analysis.timeline import Timeline
from symptrack.analysis.timing import (
    day_of,
    days_after,
    end_of,
    hours_after,
    is_late,
    precedes,
    recorded_on,
)
from symptrack.domain.session import Session
from symptrack.domain.words import SessionStatus, Source
from tests.builders import at, make_check_in, make_journal, make_response, make_session


def test_hours_after_count_from_the_end_of_a_session() -> None:
    session = make_session("2026-09-01 10:30", duration_min=40)
    assert end_of(session) == at("2026-09-01 11:10")
    assert hours_after(session, at("2026-09-01 13:10")) == 2


def test_hours_after_count_from_the_start_where_no_duration_is_recorded() -> None:
    session = make_session("2026-09-01 10:30", duration_min=None)
    assert hours_after(session, at("2026-09-01 12:30")) == 2


def test_hours_during_a_session_are_negative() -> None:
    assert hours_after(make_session("2026-09-01 10:30"), at("2026-09-01 10:40")) == -0.5


def test_hours_pass_through_the_end_of_summer_time_as_the_clock_does_not_show() -> None:
    session = make_session("2026-10-31 10:30", duration_min=None)
    assert hours_after(session, at("2026-11-01 10:30")) == 25


def test_instants_that_share_a_zone_compare_in_utc_where_the_clock_repeats_an_hour() -> None:
    zone = ZoneInfo("America/New_York")
    twice = datetime(2026, 11, 1, 1, 30, tzinfo=zone)
    session = make_session(started_at=twice, duration_min=None)
    assert hours_after(session, twice.replace(fold=1)) == 1


def test_days_after_compare_dates_in_the_sessions_zone() -> None:
    session = make_session("2026-09-01 22:00")
    assert days_after(session, at("2026-09-01 23:59")) == 0
    assert days_after(session, at("2026-09-02 00:00")) == 1
    assert days_after(session, at("2026-09-02 03:30", "Europe/Berlin")) == 0


def test_a_check_in_elsewhere_counts_for_the_day_it_was_at_the_session() -> None:
    session = make_session("2026-09-01 10:30")
    abroad = make_check_in("2026-09-02 05:00", time_zone="Europe/Berlin")
    assert recorded_on(abroad) == date(2026, 9, 2)
    assert day_of(session, abroad) == 0


def test_a_record_without_a_time_keeps_its_own_date() -> None:
    session = make_session("2026-09-01 10:30")
    dated = make_check_in("2026-09-02 12:00", time_zone="Pacific/Auckland", time_known=False)
    assert day_of(session, dated) == 1


@pytest.mark.parametrize(("minutes", "late"), [(12 * 60, False), (12 * 60 + 1, True)])
def test_a_late_entry_is_one_made_more_than_12_hours_after_its_time(
    minutes: int, late: bool
) -> None:
    happened = at("2026-09-01 18:00")
    entered = happened + timedelta(minutes=minutes)
    assert is_late(make_check_in(occurred_at=happened, entered_at=entered)) is late
    assert is_late(make_response(occurred_at=happened, entered_at=entered)) is late
    assert is_late(make_session(started_at=happened, entered_at=entered)) is late


def test_an_imported_entry_is_never_late() -> None:
    late = {"entered_at": at("2026-11-01 18:00"), "source": Source.DAYLIO}
    assert not is_late(make_check_in("2026-09-01 18:00", **late))


def test_an_entry_without_its_time_is_never_late() -> None:
    entered = at("2026-11-01 18:00")
    assert not is_late(make_check_in("2026-09-01 12:00", entered_at=entered, time_known=False))


def test_an_entry_that_does_not_say_when_it_was_entered_is_never_late() -> None:
    assert not is_late(make_check_in("2026-09-01 18:00", entered_at=None))


def test_a_record_at_the_very_start_precedes_the_session() -> None:
    session = make_session("2026-09-01 10:30")
    assert precedes(make_check_in("2026-09-01 10:30"), session)
    assert not precedes(make_check_in("2026-09-01 10:31"), session)


def test_dates_decide_what_precedes_where_a_time_is_not_known() -> None:
    session = make_session("2026-09-01 10:30")
    dated = make_session("2026-09-01 12:00", time_known=False)
    assert precedes(make_check_in("2026-08-31 12:00", time_known=False), session)
    assert not precedes(make_check_in("2026-09-01 12:00", time_known=False), session)
    assert not precedes(make_check_in("2026-09-01 08:00"), dated)


def _followed(check_in_at: str, *sessions: Session, time_known: bool = True) -> Session | None:
    check_in = make_check_in(check_in_at, time_known=time_known)
    return Timeline(make_journal(sessions=list(sessions))).session_followed(check_in)


def test_a_check_in_belongs_to_the_latest_done_session_that_started_before_it() -> None:
    first, second = make_session("2026-09-01 10:30"), make_session("2026-09-04 10:30")
    assert _followed("2026-09-01 10:30", second, first) is None
    assert _followed("2026-09-01 10:31", second, first) == first
    assert _followed("2026-09-04 10:30", second, first) == first
    assert _followed("2026-12-04 10:31", second, first) == second
    assert _followed("2026-09-01 18:00") is None


def test_planned_and_missed_sessions_are_followed_by_nothing() -> None:
    done = make_session("2026-09-01 10:30")
    planned = make_session("2026-09-02 10:30", status=SessionStatus.PLANNED)
    missed = make_session("2026-09-03 10:30", status=SessionStatus.MISSED)
    assert _followed("2026-09-04 18:00", done, planned, missed) == done


def test_what_a_check_in_says_of_its_session_is_for_display_only() -> None:
    first, second = make_session("2026-09-01 10:30"), make_session("2026-09-04 10:30")
    check_in = make_check_in("2026-09-05 18:00", session_id=first.id)
    timeline = Timeline(make_journal(sessions=[first, second]))
    assert timeline.session_followed(check_in) == second


def test_a_check_in_without_its_time_follows_a_session_of_its_day() -> None:
    session = make_session("2026-09-01 22:30")
    assert _followed("2026-09-01 12:00", session, time_known=False) == session
    assert _followed("2026-08-31 12:00", session, time_known=False) is None


def test_a_session_without_its_time_is_followed_by_every_check_in_of_its_day() -> None:
    session = make_session("2026-09-01 12:00", time_known=False)
    assert _followed("2026-09-01 00:01", session) == session
    assert _followed("2026-08-31 23:59", session) is None
