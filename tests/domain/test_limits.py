"""The limits of the contract hold at their edges and say what was wrong and what is allowed."""

from datetime import UTC, date, datetime
from functools import partial

import pytest

from symptrack.domain.errors import InvalidValue
from symptrack.domain.limits import (
    check_above_zero,
    check_date,
    check_distinct,
    check_id,
    check_instant,
    check_key,
    check_named,
    check_note,
    check_range,
    check_text,
    check_zone,
)
from tests.domain.refusals import refusal


@pytest.mark.parametrize("value", [None, 0, 10, 5.5])
def test_a_number_within_its_range_passes(value: float | None) -> None:
    check_range("mood", value, 0, 10)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (14, "14 is outside 0-10"),
        (-1, "-1 is outside 0-10"),
        (10.5, "10.5 is outside 0-10"),
        (12_345_678, "12345678 is outside 0-10"),
    ],
)
def test_a_number_outside_its_range_is_refused(value: float, text: str) -> None:
    assert refusal(lambda: check_range("mood", value, 0, 10)) == f"mood: {text}"


def test_a_dose_is_over_zero() -> None:
    check_above_zero("dose", 0.001, 20, "mg/kg")
    check_above_zero("dose", 20, 20, "mg/kg")
    for value in (0, -1, 20.1):
        assert refusal(partial(check_above_zero, "dose", value, 20, "mg/kg")) == (
            f"dose: {value} is not over 0 and at most 20 mg/kg"
        )


def test_a_text_has_a_length_in_characters_of_any_script() -> None:
    check_text("label", "🌙" * 200)
    check_note("note", "é" * 20_000)
    assert refusal(lambda: check_text("label", "x" * 201)) == (
        "label: it has 201 characters, at most 200 are allowed"
    )
    assert "20001 characters" in refusal(lambda: check_note("note", "x" * 20_001))


def test_half_of_a_character_is_no_text() -> None:
    assert refusal(lambda: check_text("label", "\udc80")) == "label: it holds half of a character"


def test_a_name_is_not_blank() -> None:
    check_named("name", "MADRS")
    assert refusal(lambda: check_named("name", " \t")) == "name: it is empty"


@pytest.mark.parametrize("value", ["", "1", "f38b2ffc80a44f5a91c9bc701e7ea419", "g" * 36])
def test_an_id_is_a_uuid(value: str) -> None:
    check_id("id", "f38b2ffc-80a4-4f5a-91c9-bc701e7ea419")
    assert refusal(lambda: check_id("id", value)) == "id: it is not a UUID"


@pytest.mark.parametrize("value", ["", "Mood", "low mood", "_mood", "mood_", "low__mood", "é", "9"])
def test_a_key_is_snake_case(value: str) -> None:
    check_key("key", "low_mood_2")
    assert "small letters" in refusal(lambda: check_key("key", value))


def test_an_overlong_key_is_refused_by_its_length() -> None:
    assert "at most 200" in refusal(lambda: check_key("key", "x" * 201))


def test_dates_and_instants_lie_between_1900_and_2200() -> None:
    for year in (1900, 2200):
        check_date("on", date(year, 12, 31))
        check_instant("at", datetime(year, 1, 1, tzinfo=UTC))
    check_date("on", None)
    check_instant("at", None)
    for year in (1899, 2201):
        assert refusal(partial(check_date, "on", date(year, 1, 1))) == (
            f"on: the year {year} is outside 1900-2200"
        )


def test_an_instant_has_an_offset() -> None:
    naive = datetime(2026, 9, 1)  # noqa: DTZ001 - the fault under test
    assert refusal(lambda: check_instant("at", naive)) == "at: it has no offset from UTC"


@pytest.mark.parametrize("name", ["", "Moon", "America", "../etc/passwd", "a\0b", "x" * 5_000])
def test_a_time_zone_has_a_name_that_exists(name: str) -> None:
    check_zone("time_zone", "Pacific/Chatham")
    assert refusal(lambda: check_zone("time_zone", name)) == (
        "time_zone: it is not the name of a time zone"
    )


def test_a_list_names_each_thing_once() -> None:
    check_distinct("list", ["a", "b"])
    with pytest.raises(InvalidValue) as caught:
        check_distinct("list", ["a", "b", "a"])
    assert caught.value.field == "list[2]"
