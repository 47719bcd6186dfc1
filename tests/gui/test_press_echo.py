"""A double press that takes away what was pressed meets nothing of what is there afterwards."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from symptrack.gui.dialogs.asked import wait_for
from symptrack.gui.widgets.boxes import column
from symptrack.gui.widgets.press_echo import SAME_PLACE_PX, PressEcho, echo_over
from tests.gui.conftest import Shown
from tests.gui.opened_window import SetMilliseconds

MIDDLE = QPoint(150, 100)


class Watched:
    """A first page whose one large button shows a second page with another, and a watched window.

    ``press`` and ``key`` come from the desktop, through the window, not to a widget by its name.
    """

    def __init__(self, shown: Shown, milliseconds: SetMilliseconds) -> None:
        self.pressed: list[str] = []
        self.window = QStackedWidget()
        self.first, self.second = QPushButton("first"), QPushButton("second")
        self.window.addWidget(self.first)
        self.window.addWidget(self.second)
        self.first.clicked.connect(lambda: self.say("first"))
        self.second.clicked.connect(lambda: self.pressed.append("second"))
        shown(self.window, 300, 200)
        self.echo = PressEcho(self.window, milliseconds)
        self.echo.watch(self.window)

    def say(self, what: str) -> None:
        """Note a press of the first page, which turns to the second."""
        self.pressed.append(what)
        self.window.setCurrentWidget(self.second)
        self.second.setFocus()

    def press(self, over: QWidget | None = None, at: QPoint = MIDDLE) -> None:
        handle = (over or self.window).windowHandle()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def key(self, key: Qt.Key = Qt.Key.Key_Space) -> None:
        QTest.keyClick(self.window.windowHandle(), key)


@pytest.fixture
def watched(shown: Shown, milliseconds: SetMilliseconds) -> Watched:
    return Watched(shown, milliseconds)


@pytest.mark.parametrize(
    ("after", "pressed"), [(0, ["first"]), (499, ["first"]), (500, ["first", "second"])]
)
def test_the_second_half_of_a_double_press_does_not_reach_the_next_page(
    watched: Watched, milliseconds: SetMilliseconds, after: float, pressed: list[str]
) -> None:
    watched.press()
    milliseconds.pass_by(after)
    watched.press()
    assert watched.pressed == pressed


def test_a_shaky_hand_may_move_a_little_in_between(watched: Watched) -> None:
    watched.press()
    watched.press(at=MIDDLE + QPoint(SAME_PLACE_PX // 2, SAME_PLACE_PX // 2))
    assert watched.pressed == ["first"]


def test_a_press_somewhere_else_counts_at_once(watched: Watched) -> None:
    watched.press()
    watched.press(at=MIDDLE + QPoint(SAME_PLACE_PX + 1, 0))
    assert watched.pressed == ["first", "second"]


def test_what_is_still_there_may_be_pressed_again_at_once(watched: Watched) -> None:
    watched.window.setCurrentWidget(watched.second)
    watched.press()
    watched.press()
    assert watched.pressed == ["second", "second"]


def test_a_key_struck_twice_does_not_press_on_the_next_page(
    watched: Watched, milliseconds: SetMilliseconds
) -> None:
    watched.first.setFocus()
    watched.key()
    watched.key()
    assert watched.pressed == ["first"]
    milliseconds.pass_by(500)
    watched.key()
    assert watched.pressed == ["first", "second"]


def test_another_key_and_a_key_after_typing_count_at_once(watched: Watched) -> None:
    watched.first.setFocus()
    watched.key()
    watched.key(Qt.Key.Key_A)
    watched.key()
    assert watched.pressed == ["first", "second"]


def test_a_key_after_a_click_counts_at_once(watched: Watched) -> None:
    watched.press()
    watched.key()
    assert watched.pressed == ["first", "second"]


def test_a_double_press_that_ends_a_dialog_is_not_handed_to_the_window_below(
    watched: Watched, milliseconds: SetMilliseconds
) -> None:
    dialog = QDialog(watched.window)
    done = QPushButton("done")
    dialog.setLayout(column(done))
    done.clicked.connect(dialog.accept)
    dialog.resize(watched.window.size())
    dialog.move(watched.window.pos())
    middle = watched.window.mapToGlobal(MIDDLE)

    def end() -> None:
        watched.press(dialog, dialog.mapFromGlobal(middle))

    QTimer.singleShot(0, dialog, end)
    assert wait_for(dialog)
    watched.press()
    assert watched.pressed == []
    milliseconds.pass_by(500)
    watched.press()
    assert watched.pressed == ["first"]


def test_a_dialog_over_a_dialog_is_watched_by_the_window_below_both(watched: Watched) -> None:
    lower = QDialog(watched.window)
    upper = QDialog(lower)
    assert echo_over(upper) is watched.echo


def test_where_nothing_watches_a_dialog_is_waited_for_as_well(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    QTimer.singleShot(0, dialog, dialog.reject)
    assert not wait_for(dialog)


def test_a_window_that_is_not_shown_yet_has_nothing_to_watch(
    qtbot: QtBot, milliseconds: SetMilliseconds
) -> None:
    hidden = QWidget()
    qtbot.addWidget(hidden)
    PressEcho(hidden, milliseconds).watch(hidden)
    assert hidden.windowHandle() is None
