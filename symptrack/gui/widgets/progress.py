"""How far a check-in is, as short bars; the words beside it say the same."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.painted import Painted

GAP_PX = 6


class Progress(Painted):
    """One bar a step, filled up to the present one."""

    def __init__(self, theme: ThemeSource, width: int = 220) -> None:
        super().__init__(theme)
        self._step, self._steps = 0, 1
        self.setFixedSize(width, 10)

    def show_step(self, step: int, steps: int) -> None:
        """Show ``step`` of ``steps``, counted from 1."""
        self._step, self._steps = step, steps
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = (self.width() - GAP_PX * (self._steps - 1)) / self._steps
        for place in range(self._steps):
            bar = QRectF(place * (width + GAP_PX), 1, width, 8)
            if place < self._step:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.primary))
            else:
                painter.setPen(QPen(QColor(tokens.control), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                bar.adjust(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(bar, 4, 4)
        painter.end()
