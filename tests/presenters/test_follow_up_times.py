"""When check-ins are asked for: each change kept at once, or refused with one sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from symptrack.domain.errors import InvalidValue
from symptrack.domain.help_lines import load_help_lines
from symptrack.domain.settings import FollowUpTimes
from symptrack.presenters.preferences import PreferencesFile
from symptrack.presenters.settings import SettingsPresenter
from symptrack.storage.store import Store
from tests.opened import SetClock, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an open journal."""
    with open_store(tmp_path, SetClock("2026-09-12 09:30")) as opened:
        yield opened


@pytest.fixture
def settings(store: Store, tmp_path: Path) -> SettingsPresenter:
    """Return the settings of that journal."""
    return SettingsPresenter(
        store,
        SetClock("2026-09-12 09:30").clock,
        PreferencesFile(tmp_path / "preferences.json"),
        load_help_lines(),
        "US",
    )


def _times(store: Store) -> FollowUpTimes:
    return store.settings().follow_ups


def test_the_usual_times_are_shown(settings: SettingsPresenter) -> None:
    view = settings.view()
    assert (view.typed["hours_after"], view.typed["evening_at"]) == ("2, 24", "20:00")
    assert (view.follow_ups.before, view.follow_ups.evening, view.notifications) == (True,) * 3


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2, 7, 24", (2, 7, 24)),
        (" 24; 4 4,", (4, 24)),
        ("1", (1,)),
        ("168", (168,)),
        ("", ()),
    ],
)
def test_hours_are_read_in_any_order(
    settings: SettingsPresenter, store: Store, typed: str, kept: tuple[int, ...]
) -> None:
    settings.keep("hours_after", typed)
    assert _times(store).hours_after == kept


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("hours_after", "2, soon", "“soon” is not a number; write it like 38 or 0.5."),
        ("hours_after", "2.5", "“2.5” is not a whole number."),
        ("hours_after", "0", "0 hours cannot be kept; it must be 1 to 168 hours."),
        ("hours_after", "169", "169 hours cannot be kept; it must be 1 to 168 hours."),
        ("hours_after", "2 " * 40, "This has 79 characters; at most 40 can be kept."),
        ("evening_at", "25:00", "“25:00” is not a time; write it like 10:30."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    settings: SettingsPresenter, store: Store, field: str, typed: str, sentence: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        settings.keep(field, typed)
    assert (refused.value.field, refused.value.reason) == (field, sentence)
    assert _times(store) == FollowUpTimes()


def test_the_evening_can_be_at_another_time_and_back(
    settings: SettingsPresenter, store: Store
) -> None:
    settings.keep("evening_at", "9.15 pm")
    assert _times(store).evening_minute == 21 * 60 + 15
    assert settings.view().follow_ups.evening_at == "21:15"
    settings.keep("evening_at", "")
    assert _times(store) == FollowUpTimes()


def test_each_can_be_switched_off_and_on(settings: SettingsPresenter, store: Store) -> None:
    settings.follow_ups.switch_before(False)
    settings.follow_ups.switch_evening(False)
    assert _times(store) == FollowUpTimes(before=False, evening=False)
    settings.follow_ups.switch_before(True)
    settings.follow_ups.switch_evening(True)
    assert _times(store) == FollowUpTimes()


def test_notifications_are_this_computers_and_kept(
    settings: SettingsPresenter, store: Store, tmp_path: Path
) -> None:
    settings.switch_notifications(False)
    assert not settings.view().notifications
    assert not PreferencesFile(tmp_path / "preferences.json").current.notifications
    assert store.changes == 0
