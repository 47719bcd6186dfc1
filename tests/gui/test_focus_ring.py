"""The one ring of a window: where the keyboard is, seen as far as the control itself is seen."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from symptrack.gui.theme import ThemeSource
from symptrack.gui.tokens import DARK, LIGHT
from symptrack.gui.widgets.boxes import PageScroll, column
from symptrack.gui.widgets.focus_ring import FocusRing
from symptrack.presenters.preferences import ThemeChoice
from tests.gui.conftest import Shown
from tests.gui.pictures_of import colours_in


class Ringed:
    """A window with three buttons, the last two in a part that scrolls."""

    def __init__(self, shown: Shown, theme: ThemeSource) -> None:
        self.window = QWidget()
        self.first, self.second, self.third = (QPushButton(name) for name in "abc")
        tall = QWidget()
        tall.setFixedHeight(400)
        self.scroll = PageScroll(column(self.second, tall, self.third))
        self.window.setLayout(column(20, self.first, 20, self.scroll, margins=(30, 20, 30, 20)))
        self.ring = FocusRing(self.window, theme)
        shown(self.window, 300, 300)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.windowHandle(), key)

    def around(self, target: QWidget) -> QRect:
        corner = target.mapTo(self.window, QPoint(0, 0))
        return QRect(corner, target.size()).adjusted(-5, -5, 5, 5)


@pytest.fixture
def ringed(shown: Shown, theme: ThemeSource) -> Ringed:
    return Ringed(shown, theme)


def test_no_ring_is_shown_before_a_key_is_used(ringed: Ringed, qtbot: QtBot) -> None:
    ringed.first.setFocus()
    qtbot.waitUntil(ringed.first.hasFocus)
    assert not ringed.ring.isVisible()


def test_the_ring_follows_the_keyboard(ringed: Ringed, qtbot: QtBot) -> None:
    ringed.first.setFocus()
    ringed.key(Qt.Key.Key_Tab)
    qtbot.waitUntil(
        lambda: ringed.ring.geometry().bottom() == ringed.around(ringed.second).bottom()
    )
    ringed.key(Qt.Key.Key_Backtab)
    qtbot.waitUntil(lambda: ringed.ring.geometry() == ringed.around(ringed.first))
    assert ringed.ring.isVisible()


def test_the_ring_hides_for_the_mouse_and_comes_back_for_a_key(
    ringed: Ringed, qtbot: QtBot
) -> None:
    ringed.first.setFocus()
    ringed.key(Qt.Key.Key_Shift)
    qtbot.waitUntil(ringed.ring.isVisible)
    QTest.mouseClick(ringed.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    qtbot.waitUntil(ringed.ring.isHidden)
    ringed.key(Qt.Key.Key_Shift)
    qtbot.waitUntil(ringed.ring.isVisible)


def test_a_focus_that_a_press_brought_shows_no_ring(ringed: Ringed, qtbot: QtBot) -> None:
    ringed.first.setFocus()
    ringed.key(Qt.Key.Key_Shift)
    ringed.first.clicked.connect(ringed.second.setFocus)
    QTest.mouseClick(
        ringed.window.windowHandle(),
        Qt.MouseButton.LeftButton,
        pos=ringed.first.mapTo(ringed.window, ringed.first.rect().center()),
    )
    qtbot.waitUntil(ringed.second.hasFocus)
    assert not ringed.ring.isVisible()


def test_the_ring_goes_where_the_control_goes(ringed: Ringed, qtbot: QtBot) -> None:
    ringed.first.setFocus()
    ringed.key(Qt.Key.Key_Shift)
    ringed.window.resize(420, 300)
    qtbot.waitUntil(lambda: ringed.ring.geometry() == ringed.around(ringed.first))
    assert ringed.ring.width() > 350


def test_the_ring_is_cut_where_the_control_is_scrolled_away(ringed: Ringed, qtbot: QtBot) -> None:
    ringed.second.setFocus()
    ringed.key(Qt.Key.Key_Shift)
    qtbot.waitUntil(ringed.ring.isVisible)
    ringed.scroll.verticalScrollBar().setValue(10)
    top = ringed.scroll.mapTo(ringed.window, QPoint(0, 0)).y()
    qtbot.waitUntil(lambda: ringed.ring.geometry().top() == top)
    ringed.scroll.verticalScrollBar().setValue(200)
    qtbot.waitUntil(ringed.ring.isHidden)


def test_the_ring_goes_with_a_control_that_is_hidden_or_gone(ringed: Ringed, qtbot: QtBot) -> None:
    only = QPushButton("only", ringed.window)
    only.move(100, 150)
    only.show()
    only.setFocus()
    ringed.key(Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: ringed.ring.geometry() == ringed.around(only))
    for one in (ringed.first, ringed.second, ringed.third):
        one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    only.deleteLater()
    qtbot.waitUntil(ringed.ring.isHidden)


def test_focus_in_another_window_shows_no_ring_here(
    ringed: Ringed, shown: Shown, qtbot: QtBot
) -> None:
    ringed.first.setFocus()
    ringed.key(Qt.Key.Key_Shift)
    qtbot.waitUntil(ringed.ring.isVisible)
    other = shown(QPushButton("other"))
    other.setFocus()
    qtbot.waitUntil(ringed.ring.isHidden)


def test_the_ring_wears_the_colour_of_focus_and_takes_no_press(
    ringed: Ringed, theme: ThemeSource, qtbot: QtBot
) -> None:
    ringed.first.setFocus()
    ringed.key(Qt.Key.Key_Shift)
    qtbot.waitUntil(ringed.ring.isVisible)
    area = ringed.ring.geometry()
    assert LIGHT.focus in colours_in(ringed.window.grab(area).toImage())
    theme.choose(ThemeChoice.DARK, 100)
    assert DARK.focus in colours_in(ringed.window.grab(area).toImage())
    assert ringed.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert ringed.ring.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_ring_in_a_window_that_never_had_focus_stays_hidden(
    shown: Shown, theme: ThemeSource
) -> None:
    window = QWidget()
    ring = FocusRing(window, theme)
    shown(window, 100, 100)
    theme.choose(ThemeChoice.DARK, 100)
    assert not ring.isVisible()
