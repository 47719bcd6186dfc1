"""Numbered ways on, or steps: the number in a ring, a title, and a few words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Item, column, row
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.painted import Painted

RING_PX, NUMBER_PX, EDGE_PX = 34, 15, 1.5


def numbered(theme: ThemeSource, number: int, title: str, words: str, *below: Item) -> QHBoxLayout:
    """Return one of several numbered things, with what belongs to it below."""
    said = column(label(title, "h3", wrap=True), 2, label(words, "body2", wrap=True), *below)
    return row(column(NumberRing(theme, str(number)), STRETCH), (said, 1), spacing=16)


class NumberRing(Painted):
    """A number in a ring that grows with the text."""

    def __init__(self, theme: ThemeSource, number: str) -> None:
        super().__init__(theme)
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the ring's size at the present text size."""
        return QSize(self._theme.px(RING_PX), self._theme.px(RING_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ring and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.control), EDGE_PX))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setPen(QColor(self._theme.tokens.text))
        painter.setFont(self._theme.font(NUMBER_PX, 600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)
        painter.end()
