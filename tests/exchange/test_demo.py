"""The demo series ends yesterday, wherever and whenever the program runs."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from symptrack.domain.wall_time import wall_date
from symptrack.exchange.demo import demo_journal
from symptrack.exchange.journal_file import read_journal, write_journal
from tests.journals import DATA, design_series


def at(text: str, zone: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("now", "zone"),
    [
        ("2026-11-22 09:00", "Europe/Berlin"),
        ("2027-03-29 00:01", "Europe/Berlin"),
        ("2028-02-29 23:59", "Pacific/Kiritimati"),
        ("2026-11-07 12:00", "America/New_York"),
    ],
)
def test_the_last_session_was_yesterday_at_its_own_hour(now: str, zone: str) -> None:
    journal = demo_journal(at(now, zone), zone)
    last = max(journal.sessions, key=lambda session: session.started_at)
    yesterday_on = at(now, zone).date() - timedelta(days=1)
    assert last.started_at.date() == yesterday_on
    assert last.started_at.strftime("%H:%M") == "11:00"
    assert wall_date(last.started_at, zone) == yesterday_on
    assert {session.time_zone for session in journal.sessions} == {zone}


def test_the_days_between_records_stay_as_they_were() -> None:
    zone = "America/New_York"
    journal = demo_journal(at("2027-06-01 09:00", zone), zone)
    original = {one.id: one for one in design_series().check_ins}
    moves = {
        one.occurred_at.date() - original[one.id].occurred_at.date() for one in journal.check_ins
    }
    assert moves == {date(2027, 5, 31) - date(2026, 11, 6)}
    assert [one.ended_on for one in journal.series if one.ended_on] == [date(2027, 4, 12)]


def test_what_would_lie_ahead_is_left_out() -> None:
    zone = "America/New_York"
    now = at("2026-11-07 12:00", zone)
    journal = demo_journal(now, zone)
    assert max(one.occurred_at for one in journal.check_ins) <= now
    left_out = {one.id for one in design_series().check_ins} - {one.id for one in journal.check_ins}
    assert all(one.occurred_at > now for one in design_series().check_ins if one.id in left_out)
    assert left_out


def test_no_date_lies_ahead() -> None:
    zone = "America/New_York"
    journal = demo_journal(at("2026-11-07 00:00", zone), zone)
    dates = [
        *(one.visited_on for one in journal.visits),
        *(one.started_on for one in journal.series if one.started_on),
        *(one.started_on for one in journal.medications if one.started_on),
    ]
    assert max(dates) < date(2026, 11, 7)


def test_the_demo_is_a_valid_journal() -> None:
    zone = "Asia/Kolkata"
    now = at("2030-01-01 08:00", zone)
    journal = demo_journal(now, zone)
    again = read_journal(write_journal(journal, exported_at=now, app_version="1"))
    assert again.numbers == journal.numbers
    assert len(again.sessions) == 8


def test_the_shipped_series_is_the_one_of_the_designs() -> None:
    shipped = DATA.parents[1] / "resources" / "demo" / "design-series.json"
    assert shipped.read_bytes() == (DATA / "design-series.json").read_bytes()
