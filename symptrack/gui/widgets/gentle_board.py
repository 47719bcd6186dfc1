"""The tiles of a page in gentle mode, placed as the room allows: nothing scrolls that can fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from symptrack.gui.widgets.gentle_tile import BEST_PX, GentleTile

GRID_COLUMNS = 12
GAPS_PX = (14, 8)
Line = Sequence[tuple[GentleTile, int]]
"""Tiles beside each other, each with how many of the twelve columns it takes."""


@dataclass(frozen=True, slots=True)
class Placing:
    """A way to place the tiles, and the heights its lines need."""

    lines: Sequence[Line]
    heights: Sequence[int]
    gap: int

    @property
    def height(self) -> int:
        """Return the height of all lines with the gaps between them."""
        return sum(self.heights) + self.gap * (len(self.heights) - 1)


class GentleBoard(QWidget):
    """Tiles in lines of two or three; before them and after them one that takes a whole line.

    Where that is too high, those two share a line.
    """

    def __init__(
        self,
        tiles: Sequence[GentleTile],
        before: GentleTile | None = None,
        after: GentleTile | None = None,
    ) -> None:
        super().__init__()
        self._tiles, self._before, self._after = tiles, before, after
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for place in range(GRID_COLUMNS):
            self._grid.setColumnStretch(place, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def arrange(self, width: int, room: int) -> None:
        """Place the tiles into ``room`` pixels of height; as low as can be where that is less."""
        tried = [
            Placing(lines, [_height(line, width, gap) for line in lines], gap)
            for gap in GAPS_PX
            for lines in self._ways()
            if len(lines) == self._most_lines or all(_fits(line, width, gap) for line in lines)
        ]
        best = next(
            (one for one in tried if one.height <= room), min(tried, key=lambda one: one.height)
        )
        while self._grid.takeAt(0) is not None:
            pass
        for place in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(place, 0)
        self._grid.setSpacing(best.gap)
        share = max(room - best.height, 0) // len(best.lines)
        total = best.gap * (len(best.lines) - 1)
        for place, (line, needed) in enumerate(zip(best.lines, best.heights, strict=True)):
            height = max(needed, min(needed + share, BEST_PX))
            self._grid.setRowMinimumHeight(place, height)
            total += height
            column = 0
            for tile, columns in line:
                self._grid.addWidget(tile, place, column, 1, columns)
                column += columns
        self.setFixedHeight(total)

    @property
    def _most_lines(self) -> int:
        """Return how many lines it takes with one tile each, which is always a way."""
        return len(self._tiles) + bool(self._before) + bool(self._after)

    def _ways(self) -> Iterator[Sequence[Line]]:
        first = [[(self._before, GRID_COLUMNS)]] if self._before else []
        last = [[(self._after, GRID_COLUMNS)]] if self._after else []
        for columns in (3, 2):
            yield [*first, *_lines(self._tiles, columns), *last]
        if self._after:
            yield [*first, *_lines([*self._tiles, self._after], 2)]
        if self._before and self._after:
            shared = _lines([self._before, self._after], 2)
            for columns in (3, 2):
                yield [*shared, *_lines(self._tiles, columns)]
        yield [*first, *_lines(self._tiles, 1), *last]


def _lines(tiles: Sequence[GentleTile], columns: int) -> list[Line]:
    """Return tiles in lines of equal columns; the last line is filled by those it holds."""
    lines: list[Line] = []
    for start in range(0, len(tiles), columns):
        line = tiles[start : start + columns]
        lines.append([(tile, GRID_COLUMNS // len(line)) for tile in line])
    return lines


def _width(columns: int, width: int, gap: int) -> int:
    each = (width - gap * (GRID_COLUMNS - 1)) / GRID_COLUMNS
    return int(each * columns + gap * (columns - 1))


def _fits(line: Line, width: int, gap: int) -> bool:
    """Whether no word would be cut."""
    return all(tile.least_width() <= _width(columns, width, gap) for tile, columns in line)


def _height(line: Line, width: int, gap: int) -> int:
    return max(tile.heightForWidth(_width(columns, width, gap)) for tile, columns in line)
