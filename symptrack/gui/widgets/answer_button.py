"""One large answer of a questionnaire: its printed key, its words, and a ring that fills."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from symptrack.gui import icons
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.push_button import PushButton
from symptrack.texts import _

HEIGHT_PX = 76
LEFT_PX, KEY_PX, GAP_PX, RIGHT_PX = 19, 36, 19, 26
RING_PX, CHECK_PX = 28, 18
RADIUS_PX, KEY_RADIUS_PX = 12, 5
WORDS_PX, KEY_WORDS_PX = 20, 17
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)


class AnswerButton(PushButton):
    """An answer 76 px high or more; ``key`` is the printed value that chooses it, or empty."""

    def __init__(self, theme: ThemeSource, words: str, key: str, question: str) -> None:
        super().__init__()
        self._theme, self._words, self.key = theme, words, key
        self.setProperty("kind", "painted")
        self.setCheckable(True)
        self.setAutoExclusive(True)  # for screen readers: one of a set, not a check box
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        named = _("{words}, {key}").format(words=words, key=key) if key else words
        self.setAccessibleName(named)
        self.setAccessibleDescription(question)
        theme.changed.connect(self.updateGeometry)

    @property
    def words(self) -> str:
        """Return the words as they are painted."""
        return self._words

    def hasHeightForWidth(self) -> bool:
        """Say that long words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        room = max(round(width - self._left - self._right), 40)
        metrics = QFontMetrics(self._theme.font(WORDS_PX, 600))
        words = metrics.boundingRect(0, 0, room, 4000, WRAP, self._words)
        return max(words.height() + 24, HEIGHT_PX)

    def sizeHint(self) -> QSize:
        """Return the size of the words on one line."""
        words = QFontMetrics(self._theme.font(WORDS_PX, 600)).horizontalAdvance(self._words)
        return QSize(round(words + self._left + self._right), HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Let long words wrap."""
        return QSize(200, HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, key, words and ring."""
        tokens, on = self._theme.tokens, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = tokens.soft if on else (tokens.hover if self.underMouse() else tokens.surface)
        painter.setPen(QPen(QColor(tokens.primary if on else tokens.control), 2 if on else 1))
        painter.setBrush(QColor(ground))
        edge = 1 if on else 0.5
        area = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(area, RADIUS_PX, RADIUS_PX)
        if self.key:
            self._paint_key(painter)
        painter.setPen(QColor(tokens.on_soft if on else tokens.text))
        painter.setFont(self._theme.font(WORDS_PX, 600 if on else 500))
        room = self.width() - self._left - self._right
        painter.drawText(QRectF(self._left, 0, room, self.height()), WRAP, self._words)
        self._paint_ring(painter, on=on)
        painter.end()

    @property
    def _key_px(self) -> int:
        return self._theme.large(KEY_PX)

    @property
    def _left(self) -> float:
        return LEFT_PX + self._key_px + GAP_PX

    @property
    def _right(self) -> float:
        return RING_PX + RIGHT_PX + GAP_PX

    def _paint_key(self, painter: QPainter) -> None:
        tokens, side = self._theme.tokens, self._key_px
        cap = QRectF(LEFT_PX, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(QColor(tokens.control), 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), KEY_RADIUS_PX, KEY_RADIUS_PX)
        painter.setPen(QColor(tokens.text2))
        painter.setFont(self._theme.font(KEY_WORDS_PX, 600))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.key)

    def _paint_ring(self, painter: QPainter, *, on: bool) -> None:
        tokens = self._theme.tokens
        centre = QPointF(self.width() - RIGHT_PX - RING_PX / 2, self.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(QColor(tokens.control), 1.5))
        painter.setBrush(QColor(tokens.primary) if on else Qt.BrushStyle.NoBrush)
        radius = RING_PX / 2 - (0 if on else 1)
        painter.drawEllipse(centre, radius, radius)
        if on:
            mark = icons.pixmap("check", tokens.on_primary, CHECK_PX, self.devicePixelRatioF())
            painter.drawPixmap(centre - QPointF(CHECK_PX / 2, CHECK_PX / 2), mark)
