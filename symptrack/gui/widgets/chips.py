"""Words of which any number can be chosen; a plus becomes a tick."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.wrap_row import WrapRow


class _Chip(Button):
    """One word; the tick says as much as the colour."""

    def __init__(self, theme: ThemeSource, key: str, words: str) -> None:
        self.key = key
        super().__init__(theme, words, "choice", icon="plus")
        self.setCheckable(True)

    def _draw_icon(self) -> None:
        self._icon_name = "check" if self.isChecked() else "plus"
        super()._draw_icon()


class Chips(QWidget):
    """A set of words that wraps; ``changed`` is emitted after the patient chose or took back."""

    changed = Signal()

    def __init__(self, theme: ThemeSource, items: Iterable[tuple[str, str]], *, name: str) -> None:
        super().__init__()
        self.buttons = [_Chip(theme, key, words) for key, words in items]
        for button in self.buttons:
            button.clicked.connect(self.changed)
        self.setAccessibleName(name)
        self.setLayout(WrapRow(*self.buttons))

    def setAccessibleName(self, name: str) -> None:
        """Name the set; each word says what it belongs to."""
        super().setAccessibleName(name)
        for button in self.buttons:
            button.setAccessibleDescription(name)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the keys that are chosen, in their order."""
        return tuple(button.key for button in self.buttons if button.isChecked())

    def choose(self, keys: Iterable[str]) -> None:
        """Choose words by their keys without telling."""
        wanted = set(keys)
        for button in self.buttons:
            button.setChecked(button.key in wanted)
