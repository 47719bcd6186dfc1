"""The large round mark at the end of a form: a still picture of what happened, no praise."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from symptrack.gui import icons
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.painted import Painted

SIZE_PX, ICON_PX = 72, 34


class Mark(Painted):
    """A disc with an icon: ``check`` for what was saved, in the strong colour; others are soft."""

    def __init__(self, theme: ThemeSource, icon: str = "check") -> None:
        super().__init__(theme)
        self._icon = icon
        self.setFixedSize(SIZE_PX, SIZE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint disc and icon."""
        tokens = self._theme.tokens
        strong = self._icon == "check"
        ground, ink = (
            (tokens.primary, tokens.on_primary) if strong else (tokens.soft, tokens.on_soft)
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawEllipse(QRectF(self.rect()))
        picture = icons.pixmap(self._icon, ink, ICON_PX, self.devicePixelRatioF())
        edge = (SIZE_PX - ICON_PX) // 2
        painter.drawPixmap(edge, edge, picture)
        painter.end()
