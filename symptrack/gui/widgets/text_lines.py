"""Painted paragraphs that wrap, break what is too long for a line, and know their height."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from symptrack.gui.theme import ThemeSource


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A plain text at a size before scaling, its weight, and the role of its colour.

    ``marks`` say from where to where it is marked: on a ground, heavier and underlined.
    """

    text: str
    px: int = 16
    weight: int = 400
    role: str = "text"
    marks: tuple[tuple[int, int], ...] = ()


class TextLines:
    """Paragraphs below each other within a width; a new width needs a new one."""

    def __init__(self, theme: ThemeSource, paragraphs: Sequence[Paragraph], width: int) -> None:
        self.width = width
        self._colours = [QColor(getattr(theme.tokens, one.role)) for one in paragraphs]
        self._layouts: list[QTextLayout] = []
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        top = 0.0
        for one in paragraphs:
            layout = QTextLayout(one.text.replace("\n", " "), theme.font(one.px, one.weight))
            layout.setTextOption(option)
            layout.setFormats(_marked(theme, one))
            top = _lay_out(layout, width, top)
            self._layouts.append(layout)
        self.height = round(top)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the paragraphs with their top left corner at a point."""
        for layout, colour in zip(self._layouts, self._colours, strict=True):
            painter.setPen(colour)
            layout.draw(painter, QPointF(x, y))


def _marked(theme: ThemeSource, paragraph: Paragraph) -> list[QTextLayout.FormatRange]:
    look = QTextCharFormat()
    look.setBackground(theme.colour("soft"))
    look.setForeground(theme.colour("on_soft"))
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setFontUnderline(True)
    ranges = []
    for first, last in paragraph.marks:
        one = QTextLayout.FormatRange()
        # Qt counts in halves of those characters that need two.
        one.start = _qt_length(paragraph.text[:first])
        one.length = _qt_length(paragraph.text[first:last])
        one.format = look
        ranges.append(one)
    return ranges


def _qt_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _lay_out(layout: QTextLayout, width: int, top: float) -> float:
    """Break a paragraph into lines from ``top`` on; return where the next one begins."""
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
        line = layout.createLine()
    layout.endLayout()
    return top
