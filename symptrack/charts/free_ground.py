"""Where words go on a chart, so that they cover neither each other nor a mark."""

from collections.abc import Iterable, Sequence

from symptrack.charts.sheet import Box


class Ground:
    """The ground of a chart: what has been taken by marks and words, inside ``bounds``."""

    def __init__(self, bounds: Box) -> None:
        self._bounds = bounds
        self._taken: list[Box] = []

    def take(self, boxes: Iterable[Box]) -> None:
        """Keep some boxes free of words from now on."""
        self._taken += boxes

    def first_free(self, candidates: Sequence[Box]) -> Box | None:
        """Return the first of some boxes that nothing stands on, and take it."""
        for box in candidates:
            if self._inside(box) and not any(box.overlaps(other) for other in self._taken):
                self._taken.append(box)
                return box
        return None

    def least_covered(self, candidates: Sequence[Box]) -> Box:
        """Return the box that covers least of what stands there already, and take it."""
        box = min(candidates, key=lambda one: sum(_shared(one, other) for other in self._taken))
        self._taken.append(box)
        return box

    def _inside(self, box: Box) -> bool:
        bounds = self._bounds
        across = bounds.left <= box.left and box.right <= bounds.right
        return across and bounds.top <= box.top and box.bottom <= bounds.bottom


def _shared(one: Box, other: Box) -> float:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(across, 0) * max(down, 0)


def around(x: float, y: float, wide: float, high: float, gap: float) -> list[Box]:
    """Return boxes around a mark, the best place for its words first: above, then right, below."""
    above, below = y - gap - high, y + gap
    middle = y - high / 2
    places = [
        (x - wide / 2, above),
        (x + gap * 0.6, above),
        (x - gap * 0.6 - wide, above),
        (x - wide / 2, below),
        (x + gap * 0.6, below),
        (x - gap * 0.6 - wide, below),
        (x + gap, middle),
        (x - gap - wide, middle),
    ]
    return [Box(left, top, left + wide, top + high) for left, top in places]
