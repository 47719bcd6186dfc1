"""The preferences file: a plain file that is never overwritten unread."""

import json
from pathlib import Path

import pytest

from symptrack.domain.errors import RefusedRequest
from symptrack.presenters.preferences import Preferences, PreferencesFile, ThemeChoice


def test_without_a_file_everything_is_as_the_computer_has_it(tmp_path: Path) -> None:
    assert PreferencesFile(tmp_path / "preferences.json").current == Preferences()


def test_a_change_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "config" / "preferences.json"
    PreferencesFile(path).change(theme=ThemeChoice.DARK, text_size=150)
    PreferencesFile(path).change(country="DE")
    expected = Preferences(theme=ThemeChoice.DARK, text_size=150, country="DE")
    assert PreferencesFile(path).current == expected


@pytest.mark.parametrize("content", ["", "{", "[]", '{"theme": "pink"}', '"x"', "\udcff"])
def test_a_file_that_cannot_be_read_is_moved_aside_not_overwritten(
    tmp_path: Path, content: str
) -> None:
    path = tmp_path / "preferences.json"
    raw = content.encode("utf-8", "surrogateescape")
    path.write_bytes(raw)
    preferences = PreferencesFile(path)
    assert preferences.current == Preferences()
    assert path.read_bytes() == raw
    preferences.change(text_size=125)
    assert (tmp_path / "preferences.unreadable").read_bytes() == raw
    assert PreferencesFile(path).current.text_size == 125


def test_a_text_size_that_is_not_offered_becomes_the_usual_one(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    content = {"theme": "light", "text_size": 900, "country": "", "language": "en"}
    path.write_text(json.dumps(content), encoding="utf-8")
    assert PreferencesFile(path).current == Preferences(theme=ThemeChoice.LIGHT)


def test_a_folder_that_cannot_be_made_is_said_and_the_choice_holds(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file in the way", encoding="utf-8")
    preferences = PreferencesFile(tmp_path / "config" / "preferences.json")
    with pytest.raises(RefusedRequest, match="Your choice holds for now"):
        preferences.change(text_size=150)
    assert preferences.current.text_size == 150


def test_once_the_file_is_gone_nothing_is_chosen(tmp_path: Path) -> None:
    preferences = PreferencesFile(tmp_path / "preferences.json")
    preferences.change(text_size=150)
    for file in preferences.files:
        file.unlink(missing_ok=True)
    preferences.read_again()
    assert preferences.current == Preferences()
