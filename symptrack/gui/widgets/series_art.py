"""The picture of the first run: each session lifts, then it fades."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.painted import Painted

SESSIONS = (0.13, 0.27, 0.41, 0.55, 0.69, 0.83)
HEIGHTS = (0.62, 0.74, 0.50, 0.78, 0.56, 0.66)
FADES = (0.07, 0.085, 0.06, 0.09, 0.07, 0.11)
RISE = 0.014
ECHOES = ((3, 0.10), (2, 0.16), (1, 0.26))
LINE = "#9ED8DA"
PALE = "#E4F3F3"
DEEP = "#083C44"


class SeriesArt(Painted):
    """A still picture, passed over by screen readers."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the share of the window it is drawn for."""
        return QSize(420, 480)

    def minimumSizeHint(self) -> QSize:
        """Let it give way to words."""
        return QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, curves and discs."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(tokens.soft if tokens.dark else tokens.primary_press))
        for echo, alpha in ECHOES:
            self._paint_curve(painter, 0.36 - 0.08 * echo, 34.0 * echo, alpha, 2)
        self._paint_curve(painter, 0.36, 0, 1, 3.5)
        self._paint_discs(painter)
        painter.end()

    def _paint_curve(
        self, painter: QPainter, height: float, down: float, alpha: float, width: float
    ) -> None:
        path = QPainterPath()
        for x in range(0, self.width() + 1, 2):
            share = _lift(x / max(self.width(), 1))
            point = QPointF(x, self.height() * (0.60 - share * height) + down)
            if x:
                path.lineTo(point)
            else:
                path.moveTo(point)
        colour = QColor(LINE)
        colour.setAlphaF(alpha)
        pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_discs(self, painter: QPainter) -> None:
        y = min(self.height() * 0.60 + 150, self.height() - 30)
        colour = QColor(LINE)
        colour.setAlphaF(0.5)
        painter.setPen(QPen(colour, 1.5))
        places = [share * self.width() for share in SESSIONS]
        painter.drawLine(QPointF(places[0], y), QPointF(places[-1], y))
        font = self._theme.font(15, 600)
        font.setPixelSize(15)
        painter.setFont(font)
        for number, x in enumerate(places, start=1):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(PALE))
            painter.drawEllipse(QPointF(x, y), 15, 15)
            painter.setPen(QColor(DEEP))
            box = QRectF(x - 15, y - 15, 30, 30)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))


def _lift(share: float) -> float:
    """Return how far the curve is lifted at a share of the width; a drawing, not data."""
    return sum(
        height * (1 - math.exp(-(share - at) / RISE)) * math.exp(-(share - at) / fade)
        for at, height, fade in zip(SESSIONS, HEIGHTS, FADES, strict=True)
        if share > at
    )
