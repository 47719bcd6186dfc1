"""The 0 to 10 scale: eleven tiles, chosen by pressing or typing."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.press_guard import monotonic_ms
from symptrack.texts import _

TILE_PX = 76
FORM_TILE_PX = 58
GAP_PX = 8
TEN_WITHIN_MS = 1500
"""How long after a 1 a 0 still makes it 10."""


class RatingScale(QWidget):
    """Eleven tiles of which one is chosen; ``chosen`` carries 0 to 10.

    In a form (``compact``) the tiles are smaller, in gentle mode (``large``) as large as there is
    room.
    """

    chosen = Signal(int)

    def __init__(
        self,
        theme: ThemeSource,
        name: str,
        value: int | None,
        milliseconds: Callable[[], float] = monotonic_ms,
        *,
        compact: bool = False,
        large: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        # The scale may have the focus before a tile has; Tab goes on from it to the first.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._group = QButtonGroup(self)
        self._milliseconds = milliseconds
        self._one_typed_at = float("-inf")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP_PX)
        self.tiles: list[Button] = []
        for rating in range(11):
            tile = _tile(theme, rating, compact=compact, large=large)
            tile.setAccessibleDescription(name)
            self._group.addButton(tile, rating)
            self.tiles.append(tile)
        self.fold(len(self.tiles))
        if value is not None:
            self.tiles[value].setChecked(True)
        self._group.idClicked.connect(self.chosen)

    def fold(self, columns: int) -> None:
        """Place the tiles in lines of so many."""
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, place // columns, place % columns)

    @property
    def value(self) -> int | None:
        """Return what is chosen, 0 to 10, or ``None``."""
        chosen = self._group.checkedId()
        return None if chosen < 0 else chosen

    def choose(self, value: int) -> None:
        """Choose a rating, move the focus to it and tell."""
        tile = self.tiles[value]
        tile.setChecked(True)
        tile.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.chosen.emit(value)

    def choose_nothing(self) -> None:
        """Take the choice back without telling."""
        self._group.setExclusive(False)
        for tile in self.tiles:
            tile.setChecked(False)
        self._group.setExclusive(True)

    def focus_chosen(self) -> None:
        """Give the focus to what is chosen; else to the whole scale, for a ring on 0 would lead."""
        wanted = self if self.value is None else self.tiles[self.value]
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def type_digit(self, digit: int) -> None:
        """Take a typed digit: 1 and then 0 is 10."""
        makes_ten = (
            digit == 0
            and self.value == 1
            and self._milliseconds() - self._one_typed_at < TEN_WITHIN_MS
        )
        self._one_typed_at = self._milliseconds() if digit == 1 else float("-inf")
        self.choose(10 if makes_ten else digit)


def _tile(theme: ThemeSource, rating: int, *, compact: bool, large: bool) -> Button:
    """Return a tile of the size that the scale asks for."""
    tile = Button(theme, str(rating), "tile")
    tile.setCheckable(True)
    tile.setAutoExclusive(True)  # for screen readers: one of a set, not a check box
    tile.setAccessibleName(_("{rating} of 10").format(rating=rating))
    tile.setMinimumWidth(44)
    if compact or large:
        tile.setProperty("sz", "gentle" if large else "form")
    if not large:
        widest = FORM_TILE_PX if compact else TILE_PX
        tile.setMaximumWidth(widest + round(24 * (theme.scale - 1)))
    upright = QSizePolicy.Policy.Expanding if large else QSizePolicy.Policy.Fixed
    tile.setSizePolicy(QSizePolicy.Policy.Expanding, upright)
    return tile
