"""A row of fields that shares out the width, and goes on in a next line when it runs out."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.wrap_row import WrapRow

GAP_PX = 14
LINE_GAP_PX = 10


class FieldRow(WrapRow):
    """Fields beside each other; each asks for a width at 100 % text and takes a share of the rest.

    With ``right`` the lines stand at the right edge where nothing grows. What is hidden takes no
    room.
    """

    def __init__(self, theme: ThemeSource, *, gap: int = GAP_PX, right: bool = False) -> None:
        super().__init__(gap=gap, line_gap=LINE_GAP_PX)
        self._theme, self._right = theme, right
        self._wanted: list[tuple[int, int]] = []

    def add_field(self, widget: QWidget, width: int = 0, share: int = 1) -> None:
        """Add a widget that asks for ``width`` pixels at 100 % text (0: what it wants itself)."""
        self._wanted.append((width, share))
        self.addWidget(widget)

    def sizeHint(self) -> QSize:
        """Return the size of everything on one line."""
        places = self._places()
        width = sum(self._width(place) for place in places) + self._gap * max(len(places) - 1, 0)
        return QSize(width, super().sizeHint().height())

    def _places(self) -> list[int]:
        return [place for place, item in enumerate(self._items) if not item.isEmpty()]

    def _width(self, place: int) -> int:
        item, wanted = self._items[place], self._wanted[place][0]
        return round(wanted * self._theme.scale) if wanted else max(item.sizeHint().width(), 0)

    def _field_lines(self, width: int) -> list[list[int]]:
        lines: list[list[int]] = []
        left = -1
        for place in self._places():
            wanted = self._width(place)
            if left < wanted:
                lines.append([])
                left = width
            lines[-1].append(place)
            left -= wanted + self._gap
        return lines

    def _shares(self, line: list[int], width: int) -> list[int]:
        widths = [min(self._width(place), width) for place in line]
        rest = width - sum(widths) - self._gap * (len(line) - 1)
        shares = [self._wanted[place][1] for place in line]
        whole = sum(shares)
        if whole:
            widths = [
                wanted + rest * share // whole for wanted, share in zip(widths, shares, strict=True)
            ]
        return widths

    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._field_lines(rect.width()):
            widths = self._shares(line, rect.width())
            total = sum(widths) + self._gap * (len(line) - 1)
            x = rect.x() + (max(rect.width() - total, 0) if self._right else 0)
            heights = [
                _height(self._items[place], width)
                for place, width in zip(line, widths, strict=True)
            ]
            for place, width, height in zip(line, widths, heights, strict=True):
                if move:
                    self._items[place].setGeometry(QRect(x, y, width, height))
                x += width + self._gap
            y += max(heights) + self._line_gap
        return max(y - self._line_gap - rect.y(), 0)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
