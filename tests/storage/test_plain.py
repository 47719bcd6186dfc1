from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Kind
from symptrack.domain.session import Dose, Vital
from symptrack.domain.words import VitalMoment
from symptrack.storage.plain import (
    from_plain,
    microseconds,
    read_record,
    same_content,
    to_plain,
    to_text,
)
from tests.builders import at, make_check_in, make_effect, make_series, make_session


def test_a_record_becomes_plain_values_and_back() -> None:
    check_in = make_check_in(side_effects=(make_effect(began_at=at("2026-09-01 17:00")),))
    plain = to_plain(check_in)
    assert plain["occurred_at"] == "2026-09-01T18:00:00-04:00"
    assert plain["side_effects"][0]["state"] == "present"
    assert type(plain["mode"]) is str
    assert read_record(Kind.CHECK_INS, to_text(check_in)) == check_in


def test_what_is_left_out_takes_its_default_and_unknown_keys_are_ignored() -> None:
    plain = {
        "id": make_check_in().id,
        "occurred_at": "2026-09-01T18:00:00Z",
        "time_zone": "UTC",
        "elsewhere": 1,
    }
    check_in = from_plain(CheckIn, plain)
    assert check_in.time_known is True
    assert check_in.ratings == {}


def test_the_offset_is_kept_as_recorded_down_to_its_seconds() -> None:
    offset = timezone(timedelta(hours=0, minutes=19, seconds=32))
    session = make_session(started_at=datetime(1930, 5, 1, 9, 0, 0, 123456, offset))
    back = read_record(Kind.SESSIONS, to_text(session))
    assert to_plain(back) == to_plain(session)
    assert back == session


def test_microseconds_count_from_1970_and_are_exact() -> None:
    assert microseconds(datetime(1970, 1, 1, 0, 0, 1, 5, UTC)) == 1_000_005
    assert microseconds(datetime(1969, 12, 31, 23, 59, 59, 999999, UTC)) == -1
    assert microseconds(at("2026-09-01 18:00")) == microseconds(
        at("2026-09-02 00:00", "Europe/Berlin")
    )


def test_the_order_of_lists_and_the_form_of_numbers_say_nothing() -> None:
    one = make_session(
        dose=Dose(value=35),
        experience=("awe", "calm"),
        vitals=(Vital(moment=VitalMoment.BEFORE), Vital(moment=VitalMoment.PEAK, pulse=70)),
    )
    other = make_session(
        id=one.id,
        dose=Dose(value=35.0),
        experience=("calm", "awe"),
        vitals=(Vital(moment=VitalMoment.PEAK, pulse=70), Vital(moment=VitalMoment.BEFORE)),
    )
    assert same_content(one, other)


@pytest.mark.parametrize(
    "changes",
    [
        {"note": "x"},
        {"occurred_at": datetime(2026, 9, 1, 22, 0, tzinfo=UTC)},  # the same instant, elsewhere
        {"ratings": {"mood": 5, "anxiety": 0}},
        {"time_known": False},
        {"side_effects": (make_effect(),)},
    ],
)
def test_any_other_difference_is_one(changes: dict[str, Any]) -> None:
    one = make_check_in(id=make_series().id)
    assert not same_content(one, make_check_in(**({"id": one.id} | changes)))
