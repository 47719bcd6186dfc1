"""Which value of a chart is nearest to the pointer, and where the arrow keys lead from one."""

from collections.abc import Sequence
from math import hypot
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, Qt

if TYPE_CHECKING:
    from symptrack.charts.chart import Place

PAGE_STEP = 20


class ChartPlaces:
    """The values of one drawing by their index: rows of one panel each, in their order."""

    def __init__(self, places: "Sequence[Place]" = ()) -> None:
        self.all = tuple(places)

    def nearest(self, at: QPointF, reach: float) -> int | None:
        """Return the value nearest to a point, ``None`` where none is within reach."""

        def distance(index: int) -> float:
            place = self.all[index]
            return hypot(place.x - at.x(), place.y - at.y())

        found = min(range(len(self.all)), key=distance, default=None)
        return None if found is None or distance(found) > reach else found

    def step(self, key: Qt.Key, current: int | None) -> int | None:
        """Return the value that a key leads to, or ``None`` where it leads nowhere.

        Left and right go through a row, up and down from row to row; without a value to begin
        from it is the latest of the first row.
        """
        if not self.all:
            return None
        start = self.row(self.all[0].panel)[-1] if current is None else current
        row = self.row(self.all[start].panel)
        here = row.index(start)
        steps = {
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_PageUp: here - PAGE_STEP,
            Qt.Key.Key_PageDown: here + PAGE_STEP,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(row) - 1,
        }
        if key in steps:
            return row[min(max(steps[key], 0), len(row) - 1)]
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            return self._other_row(start, -1 if key == Qt.Key.Key_Up else 1)
        return None

    def row(self, panel: Any) -> list[int]:
        """Return the values of one panel."""
        return [index for index, place in enumerate(self.all) if place.panel is panel]

    def _other_row(self, start: int, step: int) -> int:
        panels: list[Any] = []
        for other in self.all:
            if not panels or panels[-1] is not other.panel:
                panels.append(other.panel)
        place = self.all[start]
        wanted = next(i for i, panel in enumerate(panels) if panel is place.panel) + step
        if not 0 <= wanted < len(panels):
            return start
        row = self.row(panels[wanted])
        return min(row, key=lambda index: abs(self.all[index].x - place.x))
