"""The stretch of days that a chart or a report is about."""

from datetime import date

import pytest

from symptrack.analysis.period import (
    Period,
    all_time,
    dates_period,
    latest_series,
    series_period,
)
from symptrack.domain.words import SeriesKind, SessionStatus
from tests.builders import (
    make_check_in,
    make_clinic_score,
    make_journal,
    make_response,
    make_series,
    make_session,
)

TODAY = date(2026, 11, 20)
FIRST = make_series(name="First")
SECOND = make_series(
    name="Maintenance", kind=SeriesKind.MAINTENANCE, started_on=date(2026, 10, 9), first_number=3
)
ONE = make_session("2026-09-01 10:30", series_id=FIRST.id)
TWO = make_session("2026-09-04 10:30", series_id=FIRST.id)
THREE = make_session("2026-10-09 10:30", series_id=SECOND.id)


def test_a_period_counts_both_its_ends() -> None:
    period = Period(date(2026, 8, 25), TODAY)
    assert period.days == 88
    assert period.holds(date(2026, 8, 25))
    assert period.holds(TODAY)
    assert not period.holds(date(2026, 8, 24))


def test_an_empty_journal_has_no_period() -> None:
    assert all_time(make_journal(), TODAY) is None


def test_all_time_runs_from_a_week_before_the_first_session_to_four_weeks_after_the_last() -> None:
    journal = make_journal(series=[FIRST, SECOND], sessions=[THREE, TWO, ONE])
    assert all_time(journal, TODAY) == Period(
        date(2026, 8, 25), date(2026, 11, 6), (FIRST, SECOND), (ONE, TWO, THREE)
    )


def test_all_time_does_not_pass_today() -> None:
    period = all_time(make_journal(sessions=[ONE]), date(2026, 9, 10))
    assert period == Period(date(2026, 8, 25), date(2026, 9, 10), (), (ONE,))


def test_all_time_holds_earlier_and_later_entries_of_every_kind() -> None:
    journal = make_journal(
        sessions=[ONE],
        responses=[make_response("2026-08-20 09:00")],
        clinic_scores=[make_clinic_score()],
        check_ins=[make_check_in("2026-11-01 18:00")],
    )
    period = all_time(journal, TODAY)
    assert period == Period(date(2026, 8, 20), date(2026, 11, 1), (), (ONE,))


def test_all_time_needs_no_session() -> None:
    journal = make_journal(check_ins=[make_check_in("2026-09-01 18:00")])
    assert all_time(journal, TODAY) == Period(date(2026, 9, 1), date(2026, 9, 1))


def test_all_time_holds_nothing_where_all_entries_lie_ahead() -> None:
    journal = make_journal(check_ins=[make_check_in("2026-12-01 18:00")])
    assert all_time(journal, TODAY) is None


def test_planned_sessions_have_no_part_in_a_period() -> None:
    planned = make_session("2026-11-15 10:30", status=SessionStatus.PLANNED)
    period = all_time(make_journal(sessions=[ONE, planned]), TODAY)
    assert period == Period(date(2026, 8, 25), date(2026, 9, 29), (), (ONE,))


def test_a_series_ends_the_day_before_the_next_ones_first_session() -> None:
    journal = make_journal(
        series=[FIRST, SECOND],
        sessions=[ONE, TWO, THREE],
        check_ins=[make_check_in("2026-10-08 18:00"), make_check_in("2026-10-20 18:00")],
    )
    assert series_period(journal, FIRST.id, TODAY) == Period(
        date(2026, 8, 25), date(2026, 10, 8), (FIRST,), (ONE, TWO)
    )


def test_a_series_ends_four_weeks_after_its_last_session_without_later_entries() -> None:
    journal = make_journal(series=[FIRST, SECOND], sessions=[ONE, TWO, THREE])
    assert series_period(journal, FIRST.id, TODAY) == Period(
        date(2026, 8, 25), date(2026, 10, 2), (FIRST,), (ONE, TWO)
    )


def test_the_last_series_goes_on_to_the_last_entry() -> None:
    journal = make_journal(
        series=[FIRST, SECOND],
        sessions=[ONE, TWO, THREE],
        check_ins=[make_check_in("2026-11-19 18:00")],
    )
    assert series_period(journal, SECOND.id, TODAY) == Period(
        date(2026, 10, 2), date(2026, 11, 19), (SECOND,), (THREE,)
    )


def test_a_series_does_not_pass_today() -> None:
    journal = make_journal(series=[FIRST], sessions=[ONE])
    period = series_period(journal, FIRST.id, date(2026, 9, 2))
    assert period is not None
    assert period.last_on == date(2026, 9, 2)


def test_a_series_without_a_session_begins_on_its_own_date() -> None:
    check_in = make_check_in("2026-09-05 18:00")
    journal = make_journal(series=[FIRST], check_ins=[check_in])
    assert series_period(journal, FIRST.id, TODAY) == Period(
        date(2026, 9, 1), date(2026, 9, 5), (FIRST,)
    )


def test_a_series_that_has_not_begun_has_no_period() -> None:
    ahead = make_series(started_on=date(2026, 12, 1))
    undated = make_series(started_on=None)
    journal = make_journal(series=[ahead, undated])
    assert series_period(journal, ahead.id, TODAY) is None
    assert series_period(journal, undated.id, TODAY) is None
    assert series_period(journal, FIRST.id, TODAY) is None


def test_dates_given_the_wrong_way_round_are_put_in_order() -> None:
    period = dates_period(make_journal(), TODAY, date(2026, 11, 1))
    assert (period.first_on, period.last_on) == (date(2026, 11, 1), TODAY)


def test_dates_between_sessions_belong_to_the_series_they_follow() -> None:
    journal = make_journal(series=[SECOND, FIRST], sessions=[ONE, TWO, THREE])
    between = dates_period(journal, date(2026, 9, 20), date(2026, 9, 30))
    assert (between.series, between.sessions) == ((FIRST,), ())
    earlier = dates_period(journal, date(2026, 7, 1), date(2026, 7, 30))
    assert earlier.series == ()


def test_dates_hold_the_sessions_of_their_first_and_last_day() -> None:
    journal = make_journal(series=[FIRST, SECOND], sessions=[ONE, TWO, THREE])
    period = dates_period(journal, date(2026, 9, 4), date(2026, 10, 9))
    assert period.sessions == (TWO, THREE)
    assert period.series == (FIRST, SECOND)


def test_the_latest_series_is_the_one_with_the_latest_done_session() -> None:
    ahead = make_series(started_on=date(2026, 12, 1))
    alone = make_session("2026-11-01 10:30")
    planned = make_session("2026-12-01 10:30", series_id=ahead.id, status=SessionStatus.PLANNED)
    series = [SECOND, ahead, FIRST]
    assert latest_series(make_journal(series=series, sessions=[ONE, planned, alone])) == FIRST


def test_the_latest_series_without_sessions_is_the_one_begun_last() -> None:
    undated = make_series(started_on=None)
    assert latest_series(make_journal(series=[SECOND, FIRST, undated])) == SECOND
    assert latest_series(make_journal()) is None


@pytest.mark.parametrize(
    ("first_on", "last_on", "meets"),
    [
        (None, None, True),
        (date(2026, 9, 30), None, True),
        (date(2026, 10, 1), None, False),
        (None, date(2026, 9, 1), True),
        (None, date(2026, 8, 31), False),
        (date(2026, 8, 1), date(2026, 10, 31), True),
    ],
)
def test_what_lasted_meets_a_period_on_any_of_its_days(
    first_on: date | None, last_on: date | None, meets: bool
) -> None:
    assert Period(date(2026, 9, 1), date(2026, 9, 30)).meets(first_on, last_on) is meets
