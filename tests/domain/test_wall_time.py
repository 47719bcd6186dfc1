"""Instants keep the wall clock and the offset that the patient's clock showed."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from symptrack.domain.wall_time import (
    fixed_offset,
    format_instant,
    parse_date,
    parse_instant,
    wall_date,
)
from tests.builders import at
from tests.domain.refusals import refusal


@pytest.mark.parametrize(
    "text",
    [
        "2026-09-01T10:30:00-04:00",
        "2026-09-01T10:30:00.250000+13:45",
        "1900-01-01T00:00:00+00:00",
        "1900-01-01T12:00:00-00:01:15",
    ],
)
def test_an_instant_comes_out_as_it_went_in(text: str) -> None:
    assert format_instant(parse_instant("at", text)) == text


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("2026-09-01T10:30-04:00", "2026-09-01T10:30:00-04:00"),
        ("2026-09-01T10:30:00Z", "2026-09-01T10:30:00+00:00"),
    ],
)
def test_short_forms_of_an_instant_are_read(text: str, same: str) -> None:
    assert format_instant(parse_instant("at", text)) == same


@pytest.mark.parametrize(
    "text",
    [
        "", "today", "2026-09-01", "2026-09-01T10:30:00", "2026-09-01 10:30:00-04:00",
        "2026-02-30T10:30:00-04:00", "2026-09-01T24:30:00-04:00", "2026-09-01T10:30:60-04:00",
        "2026-09-01T10:30:00-25:00", "20260901T103000-0400", "٢٠٢٦-09-01T10:30:00-04:00",
    ],
)  # fmt: skip
def test_what_is_no_instant_is_refused(text: str) -> None:
    assert refusal(lambda: parse_instant("at", text)).startswith(
        "at: it is not a date and time with offset"
    )


@pytest.mark.parametrize("text", ["", "2026-9-1", "20260901", "2026-02-30", "2026-09-01T00:00:00Z"])
def test_a_date_is_read_in_one_form_only(text: str) -> None:
    assert parse_date("on", "2026-09-01") == date(2026, 9, 1)
    assert refusal(lambda: parse_date("on", text)) == "on: it is not a date, 2026-09-01"


def test_a_date_is_that_of_the_wall_clock_in_a_zone() -> None:
    late = at("2026-09-01 23:30", "America/New_York")
    assert wall_date(late, "America/New_York") == date(2026, 9, 1)
    assert wall_date(late, "Europe/Berlin") == date(2026, 9, 2)


def test_an_offset_is_frozen_as_the_clock_showed_it() -> None:
    summer = datetime(2026, 9, 1, 10, 30, tzinfo=ZoneInfo("America/New_York"))
    assert fixed_offset(summer).tzinfo == timezone(timedelta(hours=-4))
    assert fixed_offset(summer) == summer
    old = datetime(1900, 1, 1, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert fixed_offset(old).utcoffset() == old.utcoffset()
    assert fixed_offset(datetime(2026, 1, 1, tzinfo=UTC)).utcoffset() == timedelta()


def test_the_second_of_two_equal_hours_keeps_its_own_offset() -> None:
    zone = ZoneInfo("America/New_York")
    first = fixed_offset(datetime(2026, 11, 1, 1, 30, tzinfo=zone))
    second = fixed_offset(datetime(2026, 11, 1, 1, 30, tzinfo=zone, fold=1))
    assert second - first == timedelta(hours=1)
    assert second.replace(tzinfo=None) == first.replace(tzinfo=None)
