"""A side effect to choose: a tile with a mark, its words and the letter that chooses it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from symptrack.gui import icons
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.push_button import PushButton
from symptrack.presenters.check_in_views import EffectTile
from symptrack.texts import _

LEFT_PX = 52
LETTER_PX = 24
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)


class EffectButton(PushButton):
    """A tile of 56 px or more; a plus becomes a tick when it is chosen."""

    def __init__(self, theme: ThemeSource, tile: EffectTile, icon: str = "plus") -> None:
        super().__init__()
        self._theme, self._tile, self._icon = theme, tile, icon
        self.setProperty("kind", "painted")
        self.setCheckable(True)
        self.setChecked(tile.chosen)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tile.name)
        description = tile.describe
        if tile.letter:
            description = _("{text} Key {letter}.").format(text=description, letter=tile.letter)
        self.setAccessibleDescription(description.strip())
        theme.changed.connect(self.updateGeometry)

    @property
    def key(self) -> str:
        """Return the side effect's key."""
        return self._tile.key

    @property
    def letter(self) -> str:
        """Return the printed letter that chooses the tile, or nothing."""
        return self._tile.letter

    def hasHeightForWidth(self) -> bool:
        """Say that long words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        room = max(width - LEFT_PX - LETTER_PX - 20, 40)
        metrics = QFontMetrics(self._theme.font(17, 600))
        words = metrics.boundingRect(0, 0, room, 2000, WRAP, self._tile.name)
        return max(words.height() + 18, 56)

    def sizeHint(self) -> QSize:
        """Return the size of the words on one line."""
        metrics = QFontMetrics(self._theme.font(17, 600))
        width = metrics.horizontalAdvance(self._tile.name) + LEFT_PX + LETTER_PX + 20
        return QSize(width, max(metrics.height() + 18, 56))

    def minimumSizeHint(self) -> QSize:
        """Let long words wrap."""
        return QSize(120, 56)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, mark, words and letter."""
        tokens = self._theme.tokens
        on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = tokens.soft if on else (tokens.hover if self.underMouse() else tokens.surface)
        painter.setPen(QPen(QColor(tokens.primary if on else tokens.control), 2 if on else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        mark = icons.pixmap(
            "check" if on else self._icon,
            tokens.primary if on else tokens.text3,
            20,
            self.devicePixelRatioF(),
        )
        painter.drawPixmap(18, (self.height() - 20) // 2, mark)
        painter.setPen(QColor(tokens.on_soft if on else tokens.text))
        painter.setFont(self._theme.font(17, 600 if on else 500))
        room = self.width() - LEFT_PX - LETTER_PX - 20
        painter.drawText(QRectF(LEFT_PX, 0, room, self.height()), WRAP, self._tile.name)
        if self._tile.letter:
            painter.setPen(QColor(tokens.on_soft if on else tokens.text3))
            painter.setFont(self._theme.font(14, 500))
            painter.drawText(
                QRectF(self.width() - 20 - LETTER_PX, 0, LETTER_PX + 4, self.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                self._tile.letter,
            )
        painter.end()
