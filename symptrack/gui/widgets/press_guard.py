"""Shaky hands: a second press on the same control, or one on a page just shown, does nothing."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

SAME_CONTROL_MS = 500
NEW_PAGE_MS = 400
_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
_PRESS_KEYS = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select}


def monotonic_ms() -> float:
    """Return a time in milliseconds that only goes forward."""
    return time.monotonic() * 1000


class PressGuard(QObject):
    """Watches the buttons of a flow and swallows presses that were not meant.

    Parameters
    ----------
    milliseconds
        A clock that only goes forward, in milliseconds.
    """

    def __init__(self, parent: QWidget, milliseconds: Callable[[], float]) -> None:
        super().__init__(parent)
        self._milliseconds = milliseconds
        self._page_shown_at = float("-inf")
        self._last: QObject | None = None
        self._last_at = float("-inf")
        self._last_key: int | None = None
        self._last_key_at = float("-inf")

    def page_shown(self) -> None:
        """Begin the short time in which a new page takes no press."""
        self._page_shown_at = self._milliseconds()

    def watch(self, root: QWidget) -> None:
        """Watch every button below a widget."""
        for button in root.findChildren(QAbstractButton):
            button.installEventFilter(self)

    def too_soon(self) -> bool:
        """Whether a page was shown just now."""
        return self._milliseconds() - self._page_shown_at < NEW_PAGE_MS

    def repeated(self, key: int) -> bool:
        """Whether a key that the page takes comes again so soon that it was not meant."""
        now = self._milliseconds()
        again = key == self._last_key and now - self._last_key_at < SAME_CONTROL_MS
        if not again:
            self._last_key, self._last_key_at = key, now
        return again

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow a press that comes too soon."""
        kind = event.type()
        if kind in _PRESSES:
            return self._refused(watched)
        if (
            kind == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _PRESS_KEYS
        ):
            return event.isAutoRepeat() or self._refused(watched)
        return False

    def _refused(self, control: QObject) -> bool:
        now = self._milliseconds()
        again = control is self._last and now - self._last_at < SAME_CONTROL_MS
        if again or self.too_soon():
            return True
        self._last, self._last_at = control, now
        return False


def focused_text_field() -> bool:
    """Whether the patient is typing into a field, so that keys are letters."""
    focus = QApplication.focusWidget()
    return focus is not None and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
