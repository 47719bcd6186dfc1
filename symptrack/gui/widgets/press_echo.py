"""Shaky hands, where what was pressed goes: the second half of a double press meets nothing new."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from symptrack.gui.widgets.press_guard import SAME_CONTROL_MS, monotonic_ms

SAME_PLACE_PX = 24
"""As far as a shaky hand moves within a double press."""
_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
_OWN = Qt.FindChildOption.FindDirectChildrenOnly
_PRESS_KEYS = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PressEcho(QObject):
    """Watches a window and the dialogs over it, also where no page guards its buttons.

    A press that closes a dialog or turns a page takes what was pressed away; the same press again,
    at the same place or by the same key, within half a second, was not meant for what is there now.

    Parameters
    ----------
    milliseconds
        A clock that only goes forward, in milliseconds.
    """

    def __init__(self, window: QWidget, milliseconds: Callable[[], float] = monotonic_ms) -> None:
        super().__init__(window)
        self._milliseconds = milliseconds
        self._pressed: QWidget | None = None
        self._how: QPoint | int = 0
        self._at = float("-inf")

    def watch(self, window: QWidget) -> None:
        """Watch a window that is shown."""
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Swallow the echo of a press whose control has gone."""
        if event.type() in _PRESSES and isinstance(event, QMouseEvent):
            place = event.globalPosition().toPoint()
            return self._is_echo(QApplication.widgetAt(place), place)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _PRESS_KEYS:
                return self._is_echo(QApplication.focusWidget(), event.key())
            self._pressed = None
        return False

    def _is_echo(self, target: QWidget | None, how: QPoint | int) -> bool:
        now = self._milliseconds()
        soon = now - self._at < SAME_CONTROL_MS
        if soon and target is not self._pressed and self._has_gone() and self._same(how):
            return True
        self._pressed, self._how, self._at = target, how, now
        return False

    def _has_gone(self) -> bool:
        pressed = self._pressed
        return pressed is not None and not (isValid(pressed) and pressed.isVisible())

    def _same(self, how: QPoint | int) -> bool:
        if isinstance(how, QPoint) and isinstance(self._how, QPoint):
            return (how - self._how).manhattanLength() <= SAME_PLACE_PX
        return how == self._how


def echo_over(window: QWidget | None) -> PressEcho | None:
    """Return what watches a window, or the one that it stands over."""
    while window is not None:
        echo = window.window().findChild(PressEcho, options=_OWN)
        if isinstance(echo, PressEcho):
            return echo
        window = window.window().parentWidget()
    return None
