"""How a session's head and an entry of the Journal are painted."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from symptrack.domain.words import SessionStatus
from symptrack.gui import icons
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.painted import paint_disc
from symptrack.gui.widgets.text_lines import Paragraph, TextLines
from symptrack.presenters.journal_views import EntryRow, Marked, SessionHead

EDGE_PX = 10
GAP_PX = 16
LEAST_PX = 48
RIGHT_PX = 40
"""Room for a chevron, whether there is one or not, so that all words end alike."""
DISC_PX = 36
DISC_TEXT_PX = 16
MARK_PX = 20
WHEN_PX = 104
MOOD_PX = 40
MOOD_TEXT_PX = 18
NARROW_PX = 470
"""Below this width, at 100 % text, an entry's time stands above its words."""


class RowPicture:
    """Something on the left and paragraphs beside it, as wide as it is told to be."""

    def __init__(self, theme: ThemeSource) -> None:
        self._theme = theme
        self._words: TextLines | None = None
        theme.changed.connect(self._on_theme_changed)

    def height(self, width: int) -> int:
        """Return the height at a width."""
        words = self._laid_out(width).height
        return max(words, self.left_height(width), LEAST_PX - 2 * EDGE_PX) + 2 * EDGE_PX

    def paint(self, painter: QPainter, size: QSize) -> None:
        """Paint it into a size."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_left(painter, size)
        words = self._laid_out(size.width())
        words.paint(painter, self.left_width(size.width()), (size.height() - words.height) / 2)

    def left_width(self, width: int) -> int:
        """Return where the words begin."""
        raise NotImplementedError

    def left_height(self, width: int) -> int:
        """Return the height of what stands left of the words."""
        raise NotImplementedError

    def paint_left(self, painter: QPainter, size: QSize) -> None:
        """Paint what stands left of the words."""
        raise NotImplementedError

    def paragraphs(self, width: int) -> Sequence[Paragraph]:
        """Return the words."""
        raise NotImplementedError

    def _laid_out(self, width: int) -> TextLines:
        room = max(width - self.left_width(width) - RIGHT_PX, LEAST_PX)
        if self._words is None or self._words.width != room:
            self._words = TextLines(self._theme, self.paragraphs(width), room)
        return self._words

    def _on_theme_changed(self) -> None:
        self._words = None


class SessionPicture(RowPicture):
    """A disc, which day it was, and what was given."""

    def __init__(self, theme: ThemeSource, head: SessionHead) -> None:
        super().__init__(theme)
        self._head = head

    def left_width(self, _width: int) -> int:
        """Return where the words begin."""
        return DISC_PX + GAP_PX

    def left_height(self, _width: int) -> int:
        """Return the height of the disc."""
        return DISC_PX

    def paint_left(self, painter: QPainter, size: QSize) -> None:
        """Paint the disc: filled where the session took place, dashed where it is to come."""
        tokens = self._theme.tokens
        centre = QPointF(DISC_PX / 2, size.height() / 2)
        if self._head.status is SessionStatus.DONE:
            paint_disc(painter, centre, DISC_PX, self._head.number, self._theme, DISC_TEXT_PX)
            return
        planned = self._head.status is SessionStatus.PLANNED
        style = Qt.PenStyle.DashLine if planned else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(tokens.control), 1.5, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, DISC_PX / 2 - 1, DISC_PX / 2 - 1)
        if not planned:
            mark = icons.pixmap("x", tokens.text3, MARK_PX, painter.device().devicePixelRatioF())
            painter.drawPixmap(centre - QPointF(MARK_PX / 2, MARK_PX / 2), mark)

    def paragraphs(self, _width: int) -> Sequence[Paragraph]:
        """Return the title and the lines below it."""
        lines = [Paragraph(line, 15, role="text3") for line in self._head.lines]
        return [Paragraph(self._head.title, 17, 600), *lines, *_found(self._head.found)]


def _found(found: Sequence[Marked]) -> list[Paragraph]:
    return [Paragraph(one.text, 15, role="text2", marks=one.marks) for one in found]


class EntryPicture(RowPicture):
    """When it was, the mood in a soft square, and what was said."""

    def __init__(self, theme: ThemeSource, entry: EntryRow) -> None:
        super().__init__(theme)
        self._entry = entry
        self._when_words: TextLines | None = None

    def left_width(self, width: int) -> int:
        """Return where the words begin."""
        when = 0 if self._narrow(width) else self._theme.px(WHEN_PX)
        return when + self._theme.px(MOOD_PX) + GAP_PX

    def left_height(self, width: int) -> int:
        """Return the height of the square, or of the time where that is higher."""
        when = 0 if self._narrow(width) else self._when().height
        return max(when, self._theme.px(MOOD_PX))

    def paint_left(self, painter: QPainter, size: QSize) -> None:
        """Paint the time and the mood."""
        left = 0
        if not self._narrow(size.width()):
            when = self._when()
            when.paint(painter, 0, (size.height() - when.height) / 2)
            left = self._theme.px(WHEN_PX)
        if self._entry.mood:
            self._paint_mood(painter, left, size)

    def paragraphs(self, width: int) -> Sequence[Paragraph]:
        """Return what was said, the most telling first."""
        lines = [Paragraph(line, 15, role="text3") for line in self._entry.lines]
        words = [Paragraph(self._entry.text), *lines, *_found(self._entry.found)]
        if not self._narrow(width):
            return words
        time = ", ".join(part for part in (self._entry.when, self._entry.at) if part)
        return [Paragraph(time, 15, 600), *words]

    def _narrow(self, width: int) -> bool:
        return width < NARROW_PX * self._theme.scale

    def _when(self) -> TextLines:
        if self._when_words is None:
            words = [
                Paragraph(self._entry.when, 16, 600),
                Paragraph(self._entry.at, 14, role="text3"),
            ]
            room = self._theme.px(WHEN_PX) - GAP_PX // 2
            self._when_words = TextLines(self._theme, [one for one in words if one.text], room)
        return self._when_words

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._when_words = None

    def _paint_mood(self, painter: QPainter, left: int, size: QSize) -> None:
        tokens = self._theme.tokens
        side = self._theme.px(MOOD_PX)
        square = QRectF(left, (size.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.soft))
        painter.drawRoundedRect(square, 10, 10)
        painter.setPen(QColor(tokens.on_soft))
        painter.setFont(self._theme.font(MOOD_TEXT_PX, 600))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self._entry.mood)
