"""Choosing the look: seen at once, taken back with Cancel, remembered with Keep."""

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from symptrack.gui.dialogs import appearance
from symptrack.gui.dialogs.appearance import AppearanceDialog
from symptrack.gui.theme import ThemeSource
from symptrack.gui.tokens import DARK
from symptrack.presenters.preferences import Preferences, ThemeChoice
from tests.gui.conftest import Shown
from tests.gui.opened_window import OpenedWindow, button

NOON = "2026-09-05 12:00"


@pytest.fixture
def dialog(shown: Shown, theme: ThemeSource) -> AppearanceDialog:
    return shown(AppearanceDialog(theme))


def when_asked(answer: Callable[[AppearanceDialog], None]) -> None:
    """Answer the dialog once it is open."""

    def act() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, AppearanceDialog)
        answer(asked)

    QTimer.singleShot(0, act)


def test_the_dialog_shows_what_is_chosen_now(shown: Shown, theme: ThemeSource) -> None:
    theme.choose(ThemeChoice.DARK, 150)
    dialog = shown(AppearanceDialog(theme))
    assert dialog.themes.current == 2
    assert dialog.sizes.current == 2


def test_a_choice_is_seen_at_once(dialog: AppearanceDialog, theme: ThemeSource) -> None:
    QTest.mouseClick(button(dialog, "Dark"), Qt.MouseButton.LeftButton)
    assert theme.tokens is DARK
    QTest.mouseClick(button(dialog, "175 %"), Qt.MouseButton.LeftButton)
    assert theme.text_size == 175


@pytest.mark.parametrize("way", ["Cancel", "Esc", "close"])
def test_leaving_without_keep_goes_back_to_what_was(
    dialog: AppearanceDialog, theme: ThemeSource, way: str
) -> None:
    QTest.mouseClick(button(dialog, "Dark"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(dialog, "200 %"), Qt.MouseButton.LeftButton)
    if way == "Cancel":
        QTest.mouseClick(button(dialog, "Cancel"), Qt.MouseButton.LeftButton)
    elif way == "Esc":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert not dialog.isVisible()
    assert (theme.choice, theme.text_size) == (ThemeChoice.LIGHT, 100)


def test_enter_keeps(dialog: AppearanceDialog, theme: ThemeSource) -> None:
    QTest.mouseClick(button(dialog, "Dark"), Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert theme.choice is ThemeChoice.DARK


def test_what_is_kept_is_remembered(window: OpenedWindow) -> None:
    window.open(None, NOON)

    def keep(asked: AppearanceDialog) -> None:
        asked.themes.buttons[2].click()
        asked.sizes.buttons[4].click()
        asked.keep.click()

    when_asked(keep)
    window.press(window.main.sidebar.appearance)
    wanted = Preferences(theme=ThemeChoice.DARK, text_size=200)
    assert window.preferences.current == wanted
    written = json.loads(window.preferences_path.read_text())
    assert (written["theme"], written["text_size"]) == ("dark", 200)
    assert window.theme.text_size == 200


def test_what_is_not_kept_is_not_remembered(window: OpenedWindow) -> None:
    window.open(None, NOON)

    def cancel(asked: AppearanceDialog) -> None:
        asked.themes.buttons[2].click()
        asked.reject()

    when_asked(cancel)
    window.press(window.main.sidebar.appearance)
    assert window.preferences.current == Preferences()
    assert not window.preferences_path.exists()
    assert window.theme.choice is ThemeChoice.LIGHT


def test_a_look_that_cannot_be_remembered_holds_until_the_end_and_is_said(
    window: OpenedWindow,
) -> None:
    window.open(None, NOON)
    window.preferences_path.mkdir()

    def keep(asked: AppearanceDialog) -> None:
        asked.themes.buttons[2].click()
        asked.keep.click()

    when_asked(keep)
    window.press(window.main.sidebar.appearance)
    assert window.main.notice.isVisible()
    assert window.main.notice.property("card") == "attn"
    assert window.theme.choice is ThemeChoice.DARK


def test_each_dialog_goes_when_it_is_closed(window: OpenedWindow) -> None:
    for _time in range(2):
        when_asked(lambda asked: asked.reject())
        assert appearance.ask(window.theme, window.main) is None
    window.qtbot.waitUntil(lambda: window.main.findChildren(AppearanceDialog) == [])


def test_the_focus_is_seen_in_a_dialog_too(dialog: AppearanceDialog) -> None:
    handle = dialog.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert dialog._ring.isVisible()
