"""One chart of a period, ready to be drawn on a screen, in a file or on a page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from matplotlib.figure import Figure

from symptrack.charts.heading import Source
from symptrack.charts.style import ChartStyle


class Place(Protocol):
    """Where a value stands on the sheet, in pixels from the top left.

    Places of one ``panel`` are a row, in the order in which arrow keys go through it; ``point`` is
    the value of analysis that stands there.
    """

    @property
    def panel(self) -> Any:
        """The row that it belongs to: the same object in all places of the row."""

    @property
    def point(self) -> Any:
        """What stands there."""

    @property
    def x(self) -> float:
        """Pixels from the left."""

    @property
    def y(self) -> float:
        """Pixels from the top."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A :class:`Place` of the charts whose values need no more than that."""

    panel: Any
    point: Any
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Part:
    """The sessions that stand in one drawing: from ``first`` to before ``until``, of ``count``.

    ``words`` say which these are.
    """

    first: int
    until: int
    count: int
    words: str

    @property
    def earlier(self) -> int | None:
        """Return what the part before ends before, as long as this one; ``None`` at the first."""
        return max(self.first, self.until - self.first) if self.first else None

    @property
    def later(self) -> int | None:
        """Return what the part after ends before; ``None`` at the last."""
        end = min(2 * self.until - self.first, self.count)
        return end if self.until < self.count else None


def _whole(_style: ChartStyle, _width_px: float) -> Part | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What a chart says, and how it is drawn.

    ``height`` gives the pixels at which it reads best for a style and a width, ``least`` those
    under which it would be cut off; ``draw`` fills an empty figure and returns where the values
    stand. Where not all sessions have room at a width, ``part`` tells which stand there, and
    ``ending`` gives the chart of those before a place.
    """

    title: str
    summary: str
    height: Callable[[ChartStyle, float], float]
    least: Callable[[ChartStyle, float], float]
    draw: Callable[[Figure, ChartStyle, Source | None], Sequence[Place]]
    part: Callable[[ChartStyle, float], Part | None] = _whole
    ending: "Callable[[int], Chart] | None" = None
