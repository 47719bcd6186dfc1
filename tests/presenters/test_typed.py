"""What people type: read generously, refused in one plain sentence."""

from datetime import date, time

import pytest

from symptrack.domain.errors import InvalidValue
from symptrack.presenters.typed import (
    read_blood_pressure,
    read_date,
    read_number,
    read_time,
    read_whole_number,
)

TODAY = date(2026, 9, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-09-15", date(2026, 9, 15)),
        ("15.9.2026", date(2026, 9, 15)),
        ("15/09/2026", date(2026, 9, 15)),
        (" 4  Sep 2026 ", date(2026, 9, 4)),
        ("Friday, 4 September 2026", date(2026, 9, 4)),
        ("4 sept", date(2026, 9, 4)),
        ("16 September", date(2025, 9, 16)),
        ("today", TODAY),
        ("Yesterday", date(2026, 9, 14)),
        ("tomorrow", date(2026, 9, 16)),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, day: date) -> None:
    assert read_date("date", text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15 September", TODAY),
        ("16 September", date(2026, 9, 16)),
        ("4 sept", date(2027, 9, 4)),
        ("4 Sep 2026", date(2026, 9, 4)),
    ],
)
def test_a_day_without_a_year_that_is_planned_lies_ahead(text: str, day: date) -> None:
    assert read_date("date", text, TODAY, ahead=True) == day


@pytest.mark.parametrize(
    "text", ["", "31 February 2026", "2026-02-30", "1.2.26", "4 Smarch", "4 Ju", "30 Feb", "soon"]
)
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InvalidValue, match="is not a date; write it like 15 September 2026"):
        read_date("date", text, TODAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10:30", time(10, 30)),
        ("1030", time(10, 30)),
        ("9", time(9)),
        ("2.15 pm", time(14, 15)),
        ("12 am", time(0)),
        ("12:05 p.m.", time(12, 5)),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, expected: time) -> None:
    assert read_time("time", text) == expected


@pytest.mark.parametrize("text", ["", "25:00", "10:75", "noon", "14 pm 3"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="is not a time; write it like 10:30"):
        read_time("time", text)


def test_a_number_takes_a_point_or_a_comma() -> None:
    assert read_number("dose", " 38 ") == 38
    assert read_number("dose", "0,5") == 0.5
    assert read_whole_number("duration", "40") == 40


@pytest.mark.parametrize("text", ["", "-3", "1e9", "NaN", "38 mg", "1.2.3"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="is not a number"):
        read_number("dose", text)


@pytest.mark.parametrize("text", ["10,000", "1,250", "1,000,000"])
def test_a_number_that_can_be_read_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="can be read in two ways; write it without the comma"):
        read_number("dose", text)
    assert read_number("dose", "0,125") == 0.125


def test_a_part_of_a_minute_is_refused() -> None:
    with pytest.raises(InvalidValue, match=r"“4\.5” is not a whole number"):
        read_whole_number("duration", "4.5")


@pytest.mark.parametrize("text", ["124/78", "124 / 78", "124 78", "124 over 78"])
def test_a_blood_pressure_is_two_numbers(text: str) -> None:
    assert read_blood_pressure("blood pressure", text) == (124, 78)


@pytest.mark.parametrize("text", ["", "124", "124/", "high"])
def test_what_is_no_blood_pressure_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="write both numbers like 124/78"):
        read_blood_pressure("blood pressure", text)
