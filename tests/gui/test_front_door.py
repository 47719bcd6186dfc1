"""The front door: the user's folders, the clock, and where an error arose."""

from datetime import UTC, datetime
from types import TracebackType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import platformdirs
import pytest
import tzlocal

from symptrack import app

SECRET = "mood was 3, she wrote"


def trace_of(error: Exception) -> TracebackType | None:
    try:
        raise error
    except Exception as caught:  # noqa: BLE001 - its trace is what is wanted
        return caught.__traceback__


def test_the_place_of_an_error_names_kind_file_and_line_and_never_a_value() -> None:
    error = ValueError(SECRET)
    place = app.place_of(error, trace_of(error))
    assert place.startswith("ValueError at test_front_door.py:")
    assert SECRET not in place
    assert app.place_of(error, None) == "ValueError at an unknown place"


def test_a_deep_error_is_placed_by_its_last_four_lines() -> None:
    def deeper(levels: int) -> None:
        if levels == 0:
            raise KeyError(SECRET)
        deeper(levels - 1)

    try:
        deeper(9)
    except KeyError as error:
        place = app.place_of(error, error.__traceback__)
    assert place.count("test_front_door.py:") == 4
    assert SECRET not in place


def test_the_front_door_knows_the_folders_of_this_user() -> None:
    places = app.surroundings()
    assert places.data_dir == platformdirs.user_data_path("symptrack", appauthor=False)
    assert places.config_dir.name == "symptrack"
    assert places.open_window is app.open_window


def test_now_is_an_instant_in_the_computers_zone() -> None:
    instant = app.now()
    assert instant.tzinfo == ZoneInfo(app.time_zone())
    assert abs((instant - datetime.now(UTC)).total_seconds()) < 60


@pytest.mark.parametrize(
    "told", [ZoneInfoNotFoundError("none"), ValueError("Nowhere/Land"), OSError("no file")]
)
def test_where_the_computer_does_not_tell_its_zone_it_is_utc(
    monkeypatch: pytest.MonkeyPatch, told: Exception
) -> None:
    def refuse() -> str:
        raise told

    monkeypatch.setattr(tzlocal, "get_localzone_name", refuse)
    assert app.time_zone() == "UTC"


def test_the_computers_zone_is_called_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: "Asia/Kathmandu")
    assert app.time_zone() == "Asia/Kathmandu"
    assert app.now().utcoffset() is not None
