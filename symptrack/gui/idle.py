"""Noticing that nobody is at the computer any more."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

WARNING_S = 20
"""How long before it comes the lock is announced."""
_LOOK_MS = 1_000
_SIGNS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.InputMethod,
}


class IdleWatch(QObject):
    """Watches the whole program while it is on; keys, pointer and touch are signs of somebody.

    ``soon`` says that the time is nearly over, ``back`` that somebody came after that, ``over``
    that it is over.
    """

    soon = Signal()
    back = Signal()
    over = Signal()

    def __init__(self, parent: QObject, milliseconds: Callable[[], float]) -> None:
        super().__init__(parent)
        self._milliseconds = milliseconds
        self._limit_ms = 0.0
        self._last_ms = 0.0
        self._warned = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self, minutes: int) -> None:
        """Watch from now on; with 0 minutes not at all."""
        self.stop()
        if minutes > 0:
            self._limit_ms = minutes * 60_000.0
            self._seen()
            self._timer.start()
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def stop(self) -> None:
        """Watch no more."""
        if self._timer.isActive():
            self._timer.stop()
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def look(self) -> None:
        """Look how long nobody was there."""
        away_ms = self._milliseconds() - self._last_ms
        if away_ms >= self._limit_ms:
            self.stop()
            self.over.emit()
        elif away_ms >= self._limit_ms - WARNING_S * 1000 and not self._warned:
            self._warned = True
            self.soon.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note every sign of somebody; nothing is held back."""
        if event.type() in _SIGNS:
            self._seen()
        return False

    def _seen(self) -> None:
        self._last_ms = self._milliseconds()
        if self._warned:
            self._warned = False
            self.back.emit()
