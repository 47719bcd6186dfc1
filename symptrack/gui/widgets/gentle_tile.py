"""A tile of gentle mode: large, at least 76 px high, with a mark, its words and its key."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen

from symptrack.gui import icons
from symptrack.gui.gentle_theme import GentleTheme
from symptrack.gui.widgets.effect_tile import WRAP, EffectButton
from symptrack.presenters.check_in_views import EffectTile

LEAST_PX, BEST_PX = 76, 96
EDGE_PX, MARK_PX, BESIDE_PX, ABOVE_PX = 18, 28, 14, 7
RADIUS_PX = 16
WORDS_PX, SMALLER_PX, KEY_PX = 26, 22, 16
KEY_EDGE_PX, KEY_RADIUS_PX = 4, 5


class GentleTile(EffectButton):
    """Chooses a side effect; one that ``opens`` a list shows whether something is chosen there.

    ``smaller`` words are for whole sentences, ``centred`` ones for an answer by itself.
    """

    def __init__(
        self,
        theme: GentleTheme,
        tile: EffectTile,
        *,
        opens: bool = False,
        smaller: bool = False,
        centred: bool = False,
    ) -> None:
        super().__init__(theme, tile, icon="list" if opens else "plus")
        self._look = theme
        self._px = SMALLER_PX if smaller else WORDS_PX
        self._chosen, self._centred = tile.chosen, centred
        if opens:
            self.setCheckable(False)

    def show_tile(self, tile: EffectTile) -> None:
        """Show whether it is chosen."""
        self._tile, self._chosen = tile, tile.chosen
        if self.isCheckable():
            self.setChecked(tile.chosen)
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        metrics = QFontMetrics(self._look.large_font(self._px, 600))
        words = metrics.boundingRect(0, 0, self._room(width), 4000, WRAP, self._tile.name)
        return max(words.height() + 2 * ABOVE_PX, LEAST_PX)

    def sizeHint(self) -> QSize:
        """Return the size of the words on one line."""
        metrics = QFontMetrics(self._look.large_font(self._px, 600))
        beside = self._left + self._key_room() + EDGE_PX
        width = metrics.horizontalAdvance(self._tile.name) + beside + 2
        return QSize(width, max(metrics.height() + 2 * ABOVE_PX, LEAST_PX))

    def least_width(self) -> int:
        """Return the width below which its longest word would be cut."""
        metrics = QFontMetrics(self._look.large_font(self._px, 600))
        longest = max(metrics.horizontalAdvance(word) for word in self._tile.name.split())
        return longest + self._left + self._key_room() + EDGE_PX + 2

    def minimumSizeHint(self) -> QSize:
        """Let long words wrap."""
        return QSize(LEAST_PX, LEAST_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, mark, words and key."""
        tokens, on = self._look.tokens, self._chosen
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = tokens.soft if on else (tokens.hover if self.underMouse() else tokens.surface)
        painter.setPen(QPen(QColor(tokens.primary if on else tokens.control), 2 if on else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)
        ink = tokens.primary if on else tokens.text3
        if on or not self._centred:
            name = "check" if on else self._icon
            mark = icons.pixmap(name, ink, MARK_PX, self.devicePixelRatioF())
            painter.drawPixmap(EDGE_PX, (self.height() - MARK_PX) // 2, mark)
        painter.setPen(QColor(tokens.on_soft if on else tokens.text))
        painter.setFont(self._look.large_font(self._px, 600))
        room = QRectF(self._left, 0, self._room(self.width()), self.height())
        middle = Qt.AlignmentFlag.AlignHCenter if self._centred else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, WRAP | int(middle), self._tile.name)
        self._paint_key(painter)
        painter.end()

    def _paint_key(self, painter: QPainter) -> None:
        """Paint the key as it is printed on the keyboard."""
        tokens, high = self._look.tokens, self._look.large(KEY_PX) + 2 * KEY_EDGE_PX
        wide = self._key_width()
        box = QRectF(self.width() - EDGE_PX - wide, (self.height() - high) / 2, wide, high)
        painter.setPen(QPen(QColor(tokens.control), 1))
        painter.setBrush(QColor(tokens.bg))
        painter.drawRoundedRect(box, KEY_RADIUS_PX, KEY_RADIUS_PX)
        painter.setPen(QColor(tokens.text2))
        painter.setFont(self._look.large_font(KEY_PX, 600))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._tile.letter)

    @property
    def _left(self) -> int:
        return EDGE_PX + MARK_PX + BESIDE_PX

    def _key_width(self) -> int:
        metrics = QFontMetrics(self._look.large_font(KEY_PX, 600))
        return metrics.horizontalAdvance(self._tile.letter) + 2 * KEY_EDGE_PX + 4

    def _key_room(self) -> int:
        return self._key_width() + BESIDE_PX // 2

    def _room(self, width: int) -> int:
        """Return how wide the words may be."""
        return max(width - self._left - self._key_room() - EDGE_PX, LEAST_PX)
