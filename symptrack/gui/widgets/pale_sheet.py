"""What stands in a report's place before there is one: a pale page."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.painted import Painted

SIZE_PX = (150, 212)
MARGIN_PX = 16
FIGURES = 4
LINES_Y = (16, 24, 74, 92, 110, 144, 156, 168, 180)
"""A heading, the lines of a chart, the rows of a table."""


class PaleSheet(Painted):
    """A page with pale lines where the report's parts will be; it says nothing."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self.setFixedSize(*SIZE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.border), 1.5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        right = SIZE_PX[0] - MARGIN_PX
        for y in LINES_Y:
            painter.drawLine(MARGIN_PX, y, right, y)
        gap = 4
        width = (right - MARGIN_PX - gap * (FIGURES - 1)) / FIGURES
        painter.setBrush(QColor(tokens.sunken))
        for place in range(FIGURES):
            left = MARGIN_PX + place * (width + gap)
            painter.drawRoundedRect(QRectF(left, 36, width, 22), 3, 3)
        painter.end()
