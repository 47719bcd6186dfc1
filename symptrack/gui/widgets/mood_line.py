"""The small mood chart of Today, painted by Qt so that the start never waits for matplotlib."""

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.painted import Painted, paint_disc
from symptrack.presenters.today_views import MoodCard, MoodPoint

MARK_PX = 18
TOP_PX = 8
RIGHT_PX = 10
HEIGHT_PX = 130
SCALE = (0, 5, 10)


class MoodLine(Painted):
    """Mood from 0 to 10 over two weeks; a gap stays a gap."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self._card: MoodCard | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_card(self, card: MoodCard) -> None:
        """Show the points and sessions of a card."""
        self._card = card
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(card.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(280, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Return the least height at which the scale can be read."""
        return QSize(120, 96 + round(60 * (self._theme.scale - 1)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint scale, sessions, line and points."""
        card = self._card
        if card is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_scale(painter)
        self._paint_marks(painter, card)
        self._paint_points(painter, card)
        painter.end()

    def _left(self) -> float:
        return 10.0 + QFontMetrics(self._theme.font(13)).horizontalAdvance("10")

    def _x(self, at: datetime, card: MoodCard) -> float:
        whole = (card.last_at - card.first_at).total_seconds()
        share = (at - card.first_at).total_seconds() / whole
        return (
            self._left()
            + MARK_PX / 2
            + share * (self.width() - self._left() - MARK_PX / 2 - RIGHT_PX)
        )

    def _y(self, value: float) -> float:
        bottom = self.height() - MARK_PX - 10
        return bottom - value / 10 * (bottom - TOP_PX)

    def _paint_scale(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        font = self._theme.font(13)
        half = QFontMetrics(font).height() / 2
        painter.setFont(font)
        for value in SCALE:
            y = self._y(value)
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(QPointF(self._left(), y), QPointF(self.width() - RIGHT_PX, y))
            painter.setPen(QColor(tokens.text3))
            box = QRectF(0, y - half, self._left() - 8, 2 * half)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, flags, str(value))

    def _paint_marks(self, painter: QPainter, card: MoodCard) -> None:
        right = -1.0e9
        for mark in card.marks:
            x = self._x(mark.at, card)
            painter.setPen(QPen(QColor(self._theme.tokens.text3), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, TOP_PX), QPointF(x, self._y(0)))
            if x - right < MARK_PX:
                continue  # discs that would lie on each other: the first one stands for both
            right = x
            centre = QPointF(x, self._y(0) + 6 + MARK_PX / 2)
            paint_disc(painter, centre, MARK_PX, mark.number, self._theme, 12)

    def _paint_points(self, painter: QPainter, card: MoodCard) -> None:
        colour = QColor(self._theme.tokens.primary)
        former: MoodPoint | None = None
        painter.setPen(QPen(colour, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for point in card.points:
            if former is not None and point.joined:
                painter.drawLine(self._place(former, card), self._place(point, card))
            former = point
        painter.setBrush(colour)
        for point in card.points:
            last = point is card.points[-1]
            ground = QColor(self._theme.tokens.surface)
            painter.setPen(QPen(ground, 2) if last else Qt.PenStyle.NoPen)
            radius = 5.5 if last else 3
            painter.drawEllipse(self._place(point, card), radius, radius)

    def _place(self, point: MoodPoint, card: MoodCard) -> QPointF:
        return QPointF(self._x(point.at, card), self._y(point.value))
