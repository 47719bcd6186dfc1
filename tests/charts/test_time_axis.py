"""Dates under a chart never touch, and say the year where there are two."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symptrack.charts.time_axis import day_of, day_range, noon_of, ticks
from tests.builders import at

START = date(2026, 8, 25)


def _labels(first: date, last: date, width: float = 530) -> list[str]:
    return [tick.label for tick in ticks(first, last, width, lambda words: 7 * len(words), 16)]


def test_a_season_is_marked_every_two_weeks_from_its_first_day() -> None:
    assert _labels(START, date(2026, 11, 20)) == [
        "25 Aug", "8 Sep", "22 Sep", "6 Oct", "20 Oct", "3 Nov", "17 Nov",
    ]  # fmt: skip


def test_a_few_days_are_marked_one_by_one() -> None:
    assert _labels(date(2026, 9, 1), date(2026, 9, 5)) == [f"{day} Sep" for day in range(1, 6)]


def test_a_year_is_marked_by_months() -> None:
    odd_months = [f"{name} 2026" for name in ("Jan", "Mar", "May", "Jul", "Sep", "Nov")]
    assert _labels(date(2026, 1, 1), date(2026, 12, 31)) == odd_months


def test_ten_years_are_marked_by_years() -> None:
    assert _labels(date(2016, 11, 20), date(2026, 11, 20)) == [
        str(year) for year in range(2017, 2027)
    ]
    assert _labels(date(2016, 11, 20), date(2026, 11, 20), 400) == [
        str(year) for year in range(2018, 2027, 2)
    ]


def test_days_across_new_year_say_which_year_they_are_in() -> None:
    marked = ticks(date(2026, 12, 20), date(2027, 1, 12), 530, lambda words: 7 * len(words), 16)
    years = [tick.year for tick in marked if tick.year]
    assert years == ["2026", "2027"]
    assert marked[0].year == "2026"


@given(
    st.integers(0, 365 * 12),
    st.floats(200, 1400),
    st.floats(4, 20),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
)
def test_no_two_dates_touch_in_any_range(
    days: int, width: float, letter: float, first: date
) -> None:
    last = first + timedelta(days=days)
    marked = ticks(first, last, width, lambda words: letter * len(words), 16)
    low, high = day_range(first, last)
    px = width / (high - low)
    for left, right in itertools.pairwise(marked):
        room = (right.day - left.day) * px
        assert room >= letter * (len(left.label) + len(right.label)) / 2 + 16
    assert all(low <= tick.day <= high for tick in marked)


def test_a_point_stands_at_the_wall_clock_of_its_own_zone() -> None:
    assert day_of(at("2026-09-01 18:00")) == date(2026, 9, 1).toordinal() + 0.75
    assert day_of(at("2026-09-01 18:00", "Asia/Tokyo")) == day_of(at("2026-09-01 18:00"))
    assert noon_of(date(2026, 9, 1)) == day_of(at("2026-09-01 12:00"))


@pytest.mark.parametrize("days", [0, 1, 3])
def test_a_range_of_a_day_or_two_is_as_wide_as_four(days: int) -> None:
    low, high = day_range(START, START + timedelta(days=days))
    assert high - low == 4.5
