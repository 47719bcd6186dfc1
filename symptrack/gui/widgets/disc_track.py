"""The sessions of a series as numbered discs on one line."""

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
WIDEST_STEP_PX = 130


class DiscTrack(Painted):
    """Done sessions filled and joined by a line, those to come as rings on a dotted one."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self._discs: Sequence[Disc] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_discs(self, discs: Sequence[Disc]) -> None:
        """Show these sessions."""
        self._discs = discs
        self.setAccessibleName(_("Sessions of the series"))
        self.setAccessibleDescription(". ".join(disc.spoken for disc in discs))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of disc, date and change."""
        lines: tuple[int, ...] = (15, 14) if any(disc.change for disc in self._discs) else (15,)
        if not any(disc.day or disc.change for disc in self._discs):
            lines = ()
        words = sum(self._line_height(px) for px in lines)
        return QSize(320, TOP_PX + DISC_PX + (GAP_PX + words if lines else TOP_PX))

    def minimumSizeHint(self) -> QSize:
        """Let the track shrink sideways."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line, discs and words."""
        if not self._discs:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._places()
        self._paint_line(painter, places)
        for place, disc in zip(places, self._discs, strict=True):
            self._paint_disc(painter, place, disc)
            self._paint_words(painter, place, disc)
        painter.end()

    def _line_height(self, px: int) -> int:
        return QFontMetrics(self._theme.font(px)).height()

    def _places(self) -> list[QPointF]:
        count, y = len(self._discs), TOP_PX + DISC_PX / 2
        left, right = 32.0, self.width() - 32.0
        if count == 1:
            return [QPointF(left, y)]
        step = min((right - left) / (count - 1), WIDEST_STEP_PX * self._theme.scale)
        return [QPointF(left + place * step, y) for place in range(count)]

    def _paint_line(self, painter: QPainter, places: list[QPointF]) -> None:
        tokens = self._theme.tokens
        done = [place for place, disc in zip(places, self._discs, strict=True) if disc.done]
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
        width = self.width() / max(len(self._discs), 1)
        latest = disc.done and disc is [one for one in self._discs if one.done][-1]
        for text, px, weight, colour in (
            (disc.day, 15, 600 if latest else 500, tokens.text if disc.done else tokens.text2),
            (disc.change, 14, 400, tokens.text3),
        ):
            font = self._theme.font(px, weight)
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(width))
            painter.setFont(font)
            painter.setPen(QColor(colour))
            height = metrics.height()
            box = QRectF(centre.x() - width / 2, top, width, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, shown)
            top += height
