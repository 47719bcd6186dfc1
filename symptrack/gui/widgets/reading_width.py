"""What is read, no wider than is easy to read, at every text size."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, PageScroll, box, column, row


class ReadingWidth(QWidget):
    """Holds a layout and lets it be ``width_px`` wide at most, at 100 % text."""

    def __init__(self, theme: ThemeSource, content: QLayout, width_px: int) -> None:
        super().__init__()
        self._theme, self._width_px = theme, width_px
        self.setLayout(content)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(round(self._width_px * self._theme.scale))


def at_the_left(content: ReadingWidth) -> QHBoxLayout:
    """Return a row with the content at its left, and what it leaves free beside it."""
    return row((content, 100), (box(row()), 1))


def read_at_the_left(theme: ThemeSource, content: QLayout, width_px: int) -> PageScroll:
    """Return a page's content at its left, which scrolls where it is too high."""
    return PageScroll(column(at_the_left(ReadingWidth(theme, content, width_px)), STRETCH))


def in_the_middle(content: ReadingWidth) -> QHBoxLayout:
    """Return a row with the content in its middle."""
    return row((box(row()), 1), (content, 100), (box(row()), 1))
