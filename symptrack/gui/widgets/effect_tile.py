"""A side effect to choose: a tile with a mark, its words and the letter that chooses it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from symptrack.gui import icons
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.painted import key_width, paint_key
from symptrack.gui.widgets.push_button import PushButton
from symptrack.presenters.check_in_views import EffectTile
from symptrack.texts import _

LEFT_PX = 52
KEY_EDGE_PX = 14
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)


class LetteredButton(Button):
    """A button with the key that presses it printed at its right."""

    def __init__(
        self,
        theme: ThemeSource,
        text: str,
        kind: str = "secondary",
        *,
        letter: str,
        icon: str = "",
        big: bool = False,
    ) -> None:
        super().__init__(theme, text, kind, icon=icon, big=big)
        self.letter = letter
        if letter:
            self.setAccessibleDescription(_("Key {letter}.").format(letter=letter))
            if kind == "choice":
                theme.changed.connect(self._make_room)
                self._make_room()

    def sizeHint(self) -> QSize:
        """Leave room for the key, on both sides where the words stand in the middle."""
        hint = super().sizeHint()
        if self.letter and self._kind == "choice":
            # The same whether it is chosen or not: what is beside it does not move.
            words = QFontMetrics(self._theme.font(16, 600)).horizontalAdvance(self.text())
            hint.setWidth(words + KEY_EDGE_PX + self._key_room() + 4)
        elif self.letter:
            hint.setWidth(hint.width() + 2 * self._key_room())
        return hint

    def minimumSizeHint(self) -> QSize:
        """Keep the words whole."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and its key over it."""
        super().paintEvent(event)
        if self.letter:
            painter = QPainter(self)
            ink, middle = self._theme.colour("text2"), self.height() / 2
            paint_key(painter, self.width() - KEY_EDGE_PX, middle, self.letter, ink, self._theme)
            painter.end()

    def _key_room(self) -> int:
        """Return how much of the right is kept for the key."""
        return key_width(self._theme, self.letter) + KEY_EDGE_PX + 6

    def _make_room(self) -> None:
        """Keep an answer's words clear of the key."""
        self.setStyleSheet(f"text-align: left; padding: 0 {self._key_room()}px 0 {KEY_EDGE_PX}px")


class EffectButton(PushButton):
    """A tile of 56 px or more; a plus becomes a tick when it is chosen.

    With ``opens`` it shows something else rather than being chosen; with ``described`` what the
    side effect is stands below its name.
    """

    def __init__(
        self,
        theme: ThemeSource,
        tile: EffectTile,
        icon: str = "plus",
        *,
        opens: bool = False,
        described: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._tile, self._icon = theme, tile, icon
        self._described = tile.describe if described else ""
        self.setProperty("kind", "painted")
        self.setCheckable(not opens)
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
        room = max(width - LEFT_PX - self._right_px(), 40)
        return max(sum(self._heights(room)) + 18, 56)

    def sizeHint(self) -> QSize:
        """Return the size of the words on one line."""
        metrics = QFontMetrics(self._theme.font(17, 600))
        width = metrics.horizontalAdvance(self._tile.name) + LEFT_PX + self._right_px()
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
        self._paint_words(painter, on=on)
        if self.letter:
            ink = QColor(tokens.on_soft if on else tokens.text2)
            right, middle = self.width() - KEY_EDGE_PX, self.height() / 2
            paint_key(painter, right, middle, self.letter, ink, self._theme)
        painter.end()

    def _paint_words(self, painter: QPainter, *, on: bool) -> None:
        tokens = self._theme.tokens
        room = self.width() - LEFT_PX - self._right_px()
        name, below = self._heights(room)
        top = (self.height() - name - below) / 2
        painter.setPen(QColor(tokens.on_soft if on else tokens.text))
        painter.setFont(self._theme.font(17, 600 if on else 500))
        painter.drawText(QRectF(LEFT_PX, top, room, name), WRAP, self._tile.name)
        if below:
            painter.setPen(QColor(tokens.on_soft if on else tokens.text2))
            painter.setFont(self._theme.font(15, 400))
            painter.drawText(QRectF(LEFT_PX, top + name, room, below), WRAP, self._described)

    def _heights(self, room: int) -> tuple[int, int]:
        """Return the heights of the name and of what stands below it."""
        name = QFontMetrics(self._theme.font(17, 600))
        high = name.boundingRect(0, 0, room, 2000, WRAP, self._tile.name).height()
        if not self._described:
            return high, 0
        below = QFontMetrics(self._theme.font(15, 400))
        return high, below.boundingRect(0, 0, room, 2000, WRAP, self._described).height()

    def _right_px(self) -> int:
        """Return the room that is kept to the right of the words."""
        key = key_width(self._theme, self.letter) + 8 if self.letter else 0
        return KEY_EDGE_PX + key
