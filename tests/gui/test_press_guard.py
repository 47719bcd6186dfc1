"""Shaky hands: what is pressed twice, or too soon on a new page, is pressed once or not at all."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import column
from symptrack.gui.widgets.press_guard import PressGuard, focused_text_field, monotonic_ms
from tests.gui.conftest import Shown
from tests.gui.opened_window import SetMilliseconds


class Guarded:
    """Two guarded buttons, and how often each was pressed."""

    def __init__(self, shown: Shown, milliseconds: SetMilliseconds) -> None:
        self.window = QWidget()
        self.one, self.other = QPushButton("one"), QPushButton("other")
        self.window.setLayout(column(self.one, self.other))
        self.guard = PressGuard(self.window, milliseconds)
        self.guard.watch(self.window)
        self.pressed: list[str] = []
        self.one.clicked.connect(lambda: self.pressed.append("one"))
        self.other.clicked.connect(lambda: self.pressed.append("other"))
        shown(self.window, 200, 120)

    def click(self, button: QPushButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def guarded(shown: Shown, milliseconds: SetMilliseconds) -> Guarded:
    return Guarded(shown, milliseconds)


@pytest.mark.parametrize(("after", "times"), [(0, 1), (499, 1), (500, 2), (2000, 2)])
def test_a_second_press_on_the_same_control_counts_after_half_a_second(
    guarded: Guarded, milliseconds: SetMilliseconds, after: float, times: int
) -> None:
    guarded.click(guarded.one)
    milliseconds.pass_by(after)
    guarded.click(guarded.one)
    assert guarded.pressed == ["one"] * times


def test_the_half_second_runs_from_the_press_that_counted(
    guarded: Guarded, milliseconds: SetMilliseconds
) -> None:
    for _press in range(6):
        guarded.click(guarded.one)
        milliseconds.pass_by(100)
    assert guarded.pressed == ["one", "one"]


def test_another_control_can_be_pressed_at_once(guarded: Guarded) -> None:
    guarded.click(guarded.one)
    guarded.click(guarded.other)
    guarded.click(guarded.one)
    assert guarded.pressed == ["one", "other", "one"]


def test_a_double_click_presses_once(guarded: Guarded) -> None:
    QTest.mouseClick(guarded.one, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(guarded.one, Qt.MouseButton.LeftButton)
    assert guarded.pressed == ["one"]


@pytest.mark.parametrize(("after", "times"), [(0, 0), (399, 0), (400, 1)])
def test_no_press_counts_just_after_a_page_was_shown(
    guarded: Guarded, milliseconds: SetMilliseconds, after: float, times: int
) -> None:
    guarded.guard.page_shown()
    milliseconds.pass_by(after)
    assert guarded.guard.too_soon() is (times == 0)
    guarded.click(guarded.one)
    assert guarded.pressed == ["one"] * times


def test_the_space_key_is_guarded_like_the_mouse(
    guarded: Guarded, milliseconds: SetMilliseconds
) -> None:
    guarded.one.setFocus()
    QTest.keyClick(guarded.one, Qt.Key.Key_Space)
    QTest.keyClick(guarded.one, Qt.Key.Key_Space)
    milliseconds.pass_by(500)
    QTest.keyClick(guarded.one, Qt.Key.Key_Space)
    assert guarded.pressed == ["one", "one"]


def test_a_key_held_down_presses_once(guarded: Guarded, milliseconds: SetMilliseconds) -> None:
    for repeated in (False, True, True):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", repeated)
            QApplication.sendEvent(guarded.one, event)
        milliseconds.pass_by(2000)
    assert guarded.pressed == ["one"]


def test_other_keys_and_other_events_go_their_way(guarded: Guarded) -> None:
    guarded.guard.page_shown()
    guarded.one.setFocus()
    QTest.keyClick(guarded.one, Qt.Key.Key_Tab)
    assert guarded.other.hasFocus()


def test_a_key_that_the_page_takes_counts_again_after_half_a_second(
    guarded: Guarded, milliseconds: SetMilliseconds
) -> None:
    seen = []
    for key, after in (("1", 0), ("0", 100), ("0", 100), ("0", 500), ("1", 0)):
        milliseconds.pass_by(after)
        seen.append(guarded.guard.repeated(ord(key)))
    assert seen == [False, False, True, False, False]


def test_keys_are_letters_where_the_patient_is_typing(
    shown: Shown, theme: ThemeSource, qtbot: QtBot
) -> None:
    window = QWidget()
    line, note, button = QLineEdit(), QPlainTextEdit(), QPushButton("one")
    window.setLayout(column(line, note, button))
    shown(window, 300, 300)
    seen = []
    for widget in (line, note, button):
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        seen.append(focused_text_field())
    button.clearFocus()
    assert [*seen, focused_text_field()] == [True, True, False, False]


def test_the_clock_of_presses_only_goes_forward() -> None:
    times = [monotonic_ms() for _look in range(50)]
    assert times == sorted(times)
