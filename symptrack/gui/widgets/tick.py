"""A switch for yes and no, with a tick as well as a colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from symptrack.gui import icons
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.push_button import ToggleIsPress


class Tick(ToggleIsPress, QCheckBox):
    """A switch of 56 × 48 px; ``name`` is what a screen reader says."""

    def __init__(self, theme: ThemeSource, name: str, *, on: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.take_toggles()
        self.setAccessibleName(name)
        self.setChecked(on)
        self.setFixedSize(self.sizeHint())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of a comfortable target."""
        return QSize(56, 48)

    def hitButton(self, _position: object) -> bool:
        """Take a press anywhere on the switch."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, knob and tick."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(2, 10, 52, 28)
        on = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(QColor(tokens.control), 1.5))
        painter.setBrush(QColor(tokens.primary if on else tokens.surface))
        painter.drawRoundedRect(track, 14, 14)
        knob = QRectF(track.right() - 25 if on else track.left() + 3, 13, 22, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.on_primary if on else tokens.control))
        painter.drawEllipse(knob)
        if on:
            picture = icons.pixmap("check", tokens.primary, 16, self.devicePixelRatioF())
            painter.drawPixmap(knob.adjusted(3, 3, -3, -3).toRect(), picture)
        painter.end()
