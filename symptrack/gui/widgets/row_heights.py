"""How high the rows of a long list are: guessed until each was measured."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class RowHeights:
    """Where each row of a list begins, while only some of them were measured."""

    def __init__(self, guesses: Sequence[int] = ()) -> None:
        self._heights = list(guesses)
        self._known = [False] * len(self._heights)
        self._tops = [0]
        self._add_up()

    @property
    def total(self) -> int:
        """Return the height of all rows together."""
        return self._tops[-1]

    def known(self, row: int) -> bool:
        """Whether a row was measured."""
        return self._known[row]

    def top(self, row: int) -> int:
        """Return where a row begins; of the row after the last, where all end."""
        return self._tops[row]

    def height(self, row: int) -> int:
        """Return the height of a row."""
        return self._heights[row]

    def at(self, y: int) -> int:
        """Return the row at a place; the first or last where the place is outside."""
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self._heights) - 1)

    def measure(self, measured: dict[int, int]) -> bool:
        """Take measured heights by row; tell whether anything moved by that."""
        moved = False
        for row, height in measured.items():
            moved = moved or self._heights[row] != height
            self._heights[row], self._known[row] = height, True
        if moved:
            self._add_up()
        return moved

    def _add_up(self) -> None:
        self._tops = list(accumulate(self._heights, initial=0))
