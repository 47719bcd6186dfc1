"""The mood of an evening: eleven tiles of which one press is the answer."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, column, row
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.rating_scale import (
    FORM_TILE_PX,
    GAP_PX,
    TEN_WITHIN_MS,
    RatingScale,
)
from symptrack.presenters.today_views import EveningMood

ONE = 1
TILES, FOLDED = 11, 6
LEAST_TILE_PX = 30
"""The narrowest tile, at 100 % text, in which 10 keeps away from the edge."""


class EveningScale(QWidget):
    """Tiles and typed digits; ``rated`` carries 0 to 10, once for each press.

    A typed 1 waits a moment for the 0 that would make it 10.
    """

    rated = Signal(int)

    def __init__(self, theme: ThemeSource, asked: EveningMood, guard: PressGuard) -> None:
        super().__init__()
        self._theme, self._guard = theme, guard
        self.scale = RatingScale(theme, asked.question, None, monotonic_ms, compact=True)
        for rating, tile in enumerate(self.scale.tiles):
            tile.clicked.connect(lambda _on, rating=rating: self._tell(rating))
        self.one_typed = QTimer(self)
        self.one_typed.setSingleShot(True)
        self.one_typed.setInterval(TEN_WITHIN_MS)
        self.one_typed.timeout.connect(self.settle)
        ends = row(
            label(asked.low, "soft", wrap=True), STRETCH, label(asked.high, "soft", wrap=True)
        )
        self.setLayout(column(self.scale, 6, ends))
        theme.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the tiles for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keep the tiles close together, and fold them where a digit would touch its edge."""
        gaps = GAP_PX * (TILES - 1)
        widest = FORM_TILE_PX + round(24 * (self._theme.scale - 1))
        self.setMaximumWidth(widest * TILES + gaps)
        narrow = self.width() - gaps < TILES * LEAST_TILE_PX * self._theme.scale
        self.scale.fold(FOLDED if narrow else TILES)

    @property
    def waits(self) -> bool:
        """Whether a typed 1 still waits for a 0."""
        return self.one_typed.isActive()

    def settle(self) -> None:
        """Take a typed 1 for what it is."""
        self._tell(ONE)

    def forget(self) -> None:
        """Take the choice back, for it could not be kept."""
        self.scale.choose_nothing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit, and Enter on a tile."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            for tile in self.scale.tiles:
                if tile.hasFocus() and not event.isAutoRepeat():
                    tile.click()
            return
        text = event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (plain and text.isascii() and text.isdigit()):
            super().keyPressEvent(event)
            return
        if event.isAutoRepeat() or self._guard.too_soon() or self._guard.repeated(event.key()):
            return
        self.one_typed.stop()
        self.scale.type_digit(int(text))
        if self.scale.value == ONE:
            self.one_typed.start()
        else:
            self._tell(self.scale.value or 0)

    def _tell(self, rating: int) -> None:
        self.one_typed.stop()
        self.rated.emit(rating)
