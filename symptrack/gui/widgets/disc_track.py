"""The sessions of a series as numbered discs on one line."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.painted import Painted, paint_disc
from symptrack.presenters.today_views import Disc
from symptrack.texts import _

DISC_PX = 44
TOP_PX = 4
GAP_PX = 6
EDGE_PX = 32
WIDEST_STEP_PX = 130


class DiscTrack(Painted):
    """Done sessions filled and joined by a line, those to come as rings on a dotted one.

    Where the dates would not fit beside each other, the track goes on in a next line.
    """

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self._discs: Sequence[Disc] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_discs(self, discs: Sequence[Disc]) -> None:
        """Show these sessions."""
        self._discs = discs
        self.setAccessibleName(_("Sessions of the series"))
        self.setAccessibleDescription(". ".join(disc.spoken for disc in discs))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow track has several lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return len(self.lines(width)) * self._line_height()

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return QSize(320, self._line_height())

    def minimumSizeHint(self) -> QSize:
        """Let the track shrink sideways."""
        return QSize(120, self._line_height())

    def lines(self, width: int) -> list[Sequence[Disc]]:
        """Return the sessions by line, as evenly as they fit into a width."""
        fitting = max(width // (self._words_width() + GAP_PX), 1)
        whole = len(self._discs)
        count = max(-(-whole // fitting), 1)
        ends = [round(place * whole / count) for place in range(count + 1)]
        return [self._discs[start:end] for start, end in itertools.pairwise(ends)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line, discs and words."""
        if not self._discs:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = self.lines(self.width())
        for row, discs in enumerate(lines):
            places = self._places(len(discs), max(map(len, lines)), row)
            self._paint_line(painter, places, discs)
            for place, disc in zip(places, discs, strict=True):
                self._paint_disc(painter, place, disc)
                self._paint_words(painter, place, disc)
        painter.end()

    def _line_height(self) -> int:
        sizes: tuple[int, ...] = (15, 14) if any(disc.change for disc in self._discs) else (15,)
        if not any(disc.day or disc.change for disc in self._discs):
            return TOP_PX + DISC_PX + TOP_PX
        words = sum(QFontMetrics(self._theme.font(px)).height() for px in sizes)
        return TOP_PX + DISC_PX + GAP_PX + words

    def _words_width(self) -> int:
        """Return the width of the widest words under a disc."""
        day, change = QFontMetrics(self._theme.font(15, 600)), QFontMetrics(self._theme.font(14))
        widths = [
            max(day.horizontalAdvance(disc.day), change.horizontalAdvance(disc.change))
            for disc in self._discs
        ]
        return max([*widths, DISC_PX])

    def _places(self, count: int, most: int, row: int) -> list[QPointF]:
        y = row * self._line_height() + TOP_PX + DISC_PX / 2
        edge = max(EDGE_PX, self._words_width() / 2 + 1)
        step = (self.width() - 2 * edge) / max(most - 1, 1)
        step = min(step, WIDEST_STEP_PX * self._theme.scale)
        return [QPointF(edge + place * step, y) for place in range(count)]

    def _paint_line(
        self, painter: QPainter, places: Sequence[QPointF], discs: Sequence[Disc]
    ) -> None:
        tokens = self._theme.tokens
        done = [place for place, disc in zip(places, discs, strict=True) if disc.done]
        start = done[-1] if done else places[0]
        painter.setPen(QPen(QColor(tokens.control), 2, Qt.PenStyle.DotLine))
        painter.drawLine(start, places[-1])
        if done:
            painter.setPen(QPen(QColor(tokens.disc), 2))
            painter.drawLine(done[0], done[-1])

    def _paint_disc(self, painter: QPainter, centre: QPointF, disc: Disc) -> None:
        if disc.done:
            paint_disc(painter, centre, DISC_PX, disc.number, self._theme, 17)
            return
        tokens = self._theme.tokens
        painter.setPen(QPen(QColor(tokens.control), 1.5))
        painter.setBrush(QColor(tokens.surface))
        painter.drawEllipse(centre, DISC_PX / 2 - 0.75, DISC_PX / 2 - 0.75)
        painter.setPen(QColor(tokens.text2))
        font = self._theme.font(17, 600)
        font.setPixelSize(17)
        painter.setFont(font)
        around = QRectF(centre.x() - 30, centre.y() - 30, 60, 60)
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, disc.number)

    def _paint_words(self, painter: QPainter, centre: QPointF, disc: Disc) -> None:
        tokens = self._theme.tokens
        top = centre.y() + DISC_PX / 2 + GAP_PX
        width = self._words_width() + 2
        latest = disc.done and disc is [one for one in self._discs if one.done][-1]
        for text, px, weight, colour in (
            (disc.day, 15, 600 if latest else 500, tokens.text if disc.done else tokens.text2),
            (disc.change, 14, 400, tokens.text3),
        ):
            font = self._theme.font(px, weight)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            height = metrics.height()
            box = QRectF(centre.x() - width / 2, top, width, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, text)
            top += height
