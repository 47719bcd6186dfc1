"""How long the window stands still."""

import time

from PySide6.QtCore import QTimer

MS = 1000


class Pulse:
    """Beats whenever the window is free; the longest time between two beats is a block."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self.longest_ms = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * MS)
        self._last = now
