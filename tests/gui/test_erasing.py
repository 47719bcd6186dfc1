"""Erasing everything from the settings: asked plainly, done once, and then a first run."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from symptrack.gui.front import Front
from symptrack.gui.pages.erase import ErasePage
from symptrack.gui.pages.settings import SettingsPage
from symptrack.presenters.preferences import ThemeChoice
from tests.builders import ZONE
from tests.gui.opened_window import words
from tests.journals import first_series
from tests.whole_app import NAME, settle, whole_app

NOW = datetime(2026, 9, 12, 9, 30, tzinfo=ZoneInfo(ZONE))


@pytest.fixture
def front(qtbot: QtBot, tmp_path: Path) -> Iterator[Front]:
    with whole_app(tmp_path, NOW, ZONE, first_series()) as opened:
        yield opened


def erase_page(front: Front) -> ErasePage:
    """Go to the page as a patient does."""
    front.window.go_to("settings")
    settings = front.window.page_stack.currentWidget()
    assert isinstance(settings, SettingsPage)
    settings.erase.open.click()
    page = front.window.page_stack.currentWidget()
    assert isinstance(page, ErasePage)
    settle(front.window)
    return page


def files_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_cancel_has_the_focus_and_leads_back(front: Front) -> None:
    page = erase_page(front)
    assert front.window.focusWidget() is page.cancel
    page.typed.insert("erase")
    QTest.keyClick(page.cancel, Qt.Key.Key_Space)
    assert isinstance(front.window.page_stack.currentWidget(), SettingsPage)
    assert page.typed.text() == ""


def test_without_the_word_nothing_is_erased(front: Front, tmp_path: Path) -> None:
    before = files_in(tmp_path)
    page = erase_page(front)
    page.erase.click()
    assert page.word.sentence == "To erase everything, type “erase” here first."
    assert front.window.focusWidget() is page.typed
    QTest.keyClicks(page.typed, "erase")
    assert page.word.sentence == ""
    QTest.keyClick(page.typed, Qt.Key.Key_Return)  # too easily pressed to mean so much
    settle(front.window)
    assert files_in(tmp_path) >= before


def test_a_copy_can_be_saved_first(front: Front) -> None:
    erase_page(front).copy.click()
    assert front.window.page_stack.currentWidget() is front.window._made["backups"]


def test_with_the_word_everything_goes_and_a_first_run_begins(front: Front, tmp_path: Path) -> None:
    log = tmp_path / "log" / "symptrack.log"
    log.parent.mkdir()
    log.write_text("ERROR")
    front._preferences.change(theme=ThemeChoice.DARK, text_size=150)
    front.theme.choose(ThemeChoice.DARK, 150)
    (tmp_path / "notes.txt").write_text("of the patient")
    before = (tmp_path / NAME).read_bytes()
    page = erase_page(front)
    QTest.keyClicks(page.typed, "erase")
    QTest.keyClick(page.erase, Qt.Key.Key_Space)
    settle(front.window)
    assert front.window.isEnabled()
    assert "Everything is erased. Symptrack begins anew." in words(front.window)
    assert front.window.flows.welcome.isVisible()
    assert files_in(tmp_path) == {
        NAME, f"{NAME}-journal", "symptrack.keys.json", "symptrack.backups/symptrack.keys.json",
        "symptrack.lock", "notes.txt",
    }  # fmt: skip
    assert (tmp_path / NAME).read_bytes() != before
    assert front.theme.text_size == 100


def test_what_cannot_be_erased_is_said_and_trying_again_goes_on(
    front: Front, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "symptrack.knock" / "in the way"
    in_the_way.mkdir(parents=True)
    page = erase_page(front)
    page.typed.insert("erase")
    page.erase.click()
    settle(front.window)
    said = words(front.window)
    assert "Not everything is erased yet" in said
    assert "Not everything could be erased: symptrack.knock." in said
    in_the_way.rmdir()
    front.window.try_again_requested.emit()
    settle(front.window)
    assert not front.window.shows_problem
    assert not (tmp_path / "symptrack.erasing").exists()


def test_where_nothing_can_be_written_the_journal_opens_again(front: Front, tmp_path: Path) -> None:
    (tmp_path / "symptrack.erasing.new").mkdir()
    page = erase_page(front)
    page.typed.insert("erase")
    page.erase.click()
    settle(front.window)
    assert front.window.isEnabled()
    assert not front.window.shows_problem
    assert "The journal could not be read or written" in " ".join(words(front.window))
    assert front.window.today.isVisible()
