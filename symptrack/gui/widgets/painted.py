"""What painted widgets share: repainting with the theme, and painting the common glyphs."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from symptrack.gui.theme import ThemeSource

DOT_PX = 2.5
KEY_PX, KEY_ROOM_PX = 14, 12
KEY_RADIUS = 5
CARD_RADIUS = 14
QUARTER = 90 * 16
"""Qt counts angles in sixteenths of a degree."""


class Painted(QWidget):
    """A widget that paints itself and follows the theme and the text size."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def paint_severity(painter: QPainter, box: QRectF, severity: int | None, colour: QColor) -> None:
    """Paint a severity's glyph: an empty ring, a quarter, a half, a full disc; a dot for none."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if severity is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(box.center(), DOT_PX, DOT_PX)
        painter.restore()
        return
    ring = box.adjusted(0.8, 0.8, -0.8, -0.8)
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if severity == 3:
        painter.drawEllipse(ring)
    elif severity:
        painter.drawPie(ring, QUARTER, -severity * QUARTER)
    painter.restore()


def key_width(theme: ThemeSource, text: str) -> int:
    """Return the width of a printed key."""
    font = theme.font(KEY_PX, 600)
    return max(QFontMetrics(font).horizontalAdvance(text) + KEY_ROOM_PX, 24)


def paint_key(
    painter: QPainter, right: float, middle: float, text: str, ink: QColor, theme: ThemeSource
) -> None:
    """Paint a key as it is printed on the keyboard, ending at ``right``."""
    font = theme.font(KEY_PX, 600)
    wide, high = key_width(theme, text), QFontMetrics(font).height() + 4
    box = QRectF(right - wide, middle - high / 2, wide, high)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.tokens.control), 1))
    painter.setBrush(QColor(theme.tokens.surface))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), KEY_RADIUS, KEY_RADIUS)
    painter.setPen(ink)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def paint_disc(
    painter: QPainter, centre: QPointF, diameter: float, text: str, theme: ThemeSource, px: int
) -> None:
    """Paint a numbered session disc, the motif of the whole program."""
    tokens = theme.tokens
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.disc))
    painter.drawEllipse(centre, diameter / 2, diameter / 2)
    painter.setPen(QColor(tokens.on_disc))
    font = theme.font(px, 600)
    font.setPixelSize(px)
    painter.setFont(font)
    around = QRectF(centre.x() - diameter, centre.y() - diameter, 2 * diameter, 2 * diameter)
    painter.drawText(around, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def paint_card(painter: QPainter, theme: ThemeSource, box: QRect) -> None:
    """Paint a card as the style sheet draws it, behind what lies on it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.tokens.border), 1))
    painter.setBrush(QColor(theme.tokens.surface))
    shape = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(shape, CARD_RADIUS, CARD_RADIUS)
    painter.restore()
