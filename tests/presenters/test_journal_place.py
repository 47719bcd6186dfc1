"""A journal in a place that can harm it is warned of until that was read, once."""

from pathlib import Path

import pytest

from symptrack.presenters.journal_place import PlaceWarning, place_words
from symptrack.presenters.preferences import PreferencesFile
from symptrack.storage.journal_place import Place


def test_each_place_says_what_can_happen_and_what_to_do() -> None:
    said = [place_words(place) for place in Place]
    assert len(set(said)) == len(Place)
    assert all("save a copy elsewhere" in words for words in said)


@pytest.fixture
def preferences(tmp_path: Path) -> PreferencesFile:
    return PreferencesFile(tmp_path / "preferences.json")


def test_a_synced_folder_is_warned_of_until_that_was_read(
    tmp_path: Path, preferences: PreferencesFile
) -> None:
    warning = PlaceWarning(tmp_path / "Dropbox" / "symptrack.db", preferences)
    assert warning.words() == place_words(Place.SYNCED)
    assert warning.words() == place_words(Place.SYNCED)
    warning.was_read()
    assert warning.words() == ""
    again = PreferencesFile(tmp_path / "preferences.json")
    assert PlaceWarning(tmp_path / "Dropbox" / "symptrack.db", again).words() == ""
    assert PlaceWarning(tmp_path / "Nextcloud" / "symptrack.db", again).words() != ""


def test_of_a_good_place_nothing_is_said(tmp_path: Path, preferences: PreferencesFile) -> None:
    assert PlaceWarning(tmp_path / "symptrack.db", preferences).words() == ""
