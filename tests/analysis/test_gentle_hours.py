"""When gentle mode is offered: from a session's start until four hours after its end."""

from datetime import datetime, timedelta

import pytest

from symptrack.analysis.gentle_hours import GENTLE_FOR_H, gentle_session
from symptrack.domain.words import SessionStatus
from tests.builders import at, make_journal, make_session

SECOND = timedelta(seconds=1)


def test_gentle_mode_is_offered_for_four_hours() -> None:
    assert GENTLE_FOR_H == 4


@pytest.mark.parametrize("status", [SessionStatus.DONE, SessionStatus.PLANNED])
@pytest.mark.parametrize(
    ("now", "offered"),
    [
        (at("2026-09-01 10:30") - SECOND, False),
        (at("2026-09-01 10:30"), True),
        (at("2026-09-01 11:10"), True),
        (at("2026-09-01 15:10"), True),
        (at("2026-09-01 15:10") + SECOND, False),
    ],
)
def test_it_is_offered_from_the_start_until_four_hours_after_the_end_also_where_only_planned(
    status: SessionStatus, now: datetime, offered: bool
) -> None:
    session = make_session("2026-09-01 10:30", duration_min=40, status=status)
    journal = make_journal(sessions=[session])
    assert gentle_session(journal, now) == (session if offered else None)


def test_where_no_duration_is_known_the_hours_count_from_the_start() -> None:
    session = make_session("2026-09-01 10:30", duration_min=None)
    journal = make_journal(sessions=[session])
    assert gentle_session(journal, at("2026-09-01 14:30")) == session
    assert gentle_session(journal, at("2026-09-01 14:30") + SECOND) is None


def test_a_missed_session_and_one_without_its_time_do_not_count() -> None:
    journal = make_journal(
        sessions=[
            make_session("2026-09-01 10:30", status=SessionStatus.MISSED),
            make_session("2026-09-01 12:00", time_known=False),
        ]
    )
    assert gentle_session(journal, at("2026-09-01 12:30")) is None


def test_of_two_sessions_the_later_one_is_meant() -> None:
    early, later = make_session("2026-09-01 09:00"), make_session("2026-09-01 12:00")
    journal = make_journal(sessions=[later, early])
    assert gentle_session(journal, at("2026-09-01 12:30")) == later
    assert gentle_session(journal, at("2026-09-01 11:30")) == early


def test_the_hours_are_real_ones_where_the_clocks_change() -> None:
    session = make_session("2026-10-31 23:30", duration_min=None)
    journal = make_journal(sessions=[session])
    assert gentle_session(journal, at("2026-11-01 02:30")) == session
    assert gentle_session(journal, at("2026-11-01 02:30") + SECOND) is None
