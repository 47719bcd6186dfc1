"""The rows of the Journal: each opens an entry or a session."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from symptrack.domain.journal import Kind
from symptrack.gui import icons
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.journal_pictures import EDGE_PX, LEAST_PX, RowPicture

USUAL_WIDTH_PX = 600
LEAST_WIDTH_PX = 160
CHEVRON_PX = 20
RADIUS_PX = 8
Record = tuple[Kind, str]
"""What a row stands for: the kind of its record, and its id."""
_DELETE_KEYS = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
PAGE_ROWS = 8
ALL_ROWS = 1_000_000
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -PAGE_ROWS,
    Qt.Key.Key_PageDown: PAGE_ROWS,
    Qt.Key.Key_Home: -ALL_ROWS,
    Qt.Key.Key_End: ALL_ROWS,
}


def _upright() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy


class RowButton(Button):
    """A row that opens an entry or a session, with a chevron at its end.

    ``delete_pressed`` tells that the Delete key was pressed on it, ``more_pressed`` the key for
    menus; ``step_pressed`` carries how many rows a key goes down or, below 0, up.
    """

    delete_pressed = Signal()
    more_pressed = Signal()
    step_pressed = Signal(int)

    def __init__(
        self, theme: ThemeSource, picture: RowPicture, spoken: str, record: Record
    ) -> None:
        super().__init__(theme, spoken, "painted")
        self.record = record
        self._picture = picture
        self.setSizePolicy(_upright())
        theme.changed.connect(self._on_theme_changed)

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        return self._picture.height(width)

    def sizeHint(self) -> QSize:
        """Return the size of a usual row."""
        return QSize(USUAL_WIDTH_PX, LEAST_PX)

    def minimumSizeHint(self) -> QSize:
        """Let the words wrap."""
        return QSize(LEAST_WIDTH_PX, LEAST_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the Delete key; hand the arrows on before the page scrolls by them."""
        if event.key() in _DELETE_KEYS:
            if not event.isAutoRepeat():
                self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_Menu:
            self.more_pressed.emit()
        elif event.key() in _STEPS:
            self.step_pressed.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)
        self._picture.paint(painter, self.size())
        chevron = icons.pixmap("right", tokens.text3, CHEVRON_PX, self.devicePixelRatioF())
        top = (self.height() - CHEVRON_PX) // 2
        painter.drawPixmap(self.width() - CHEVRON_PX - EDGE_PX, top, chevron)
        painter.end()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
