"""How a chart is to look: its colours, the size of its text, what surrounds it."""

from dataclasses import dataclass, field
from enum import StrEnum

from symptrack.charts.palette import LIGHT, ChartPalette


class Layout(StrEnum):
    """What surrounds the panels.

    On ``screen``: title and subtitle. In an ``export``: these and the source line. In a
    ``report``: nothing, as the page has its own words.
    """

    SCREEN = "screen"
    EXPORT = "export"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartStyle:
    """How to draw: ``scale`` is the reader's text size, 1 for 100 %, 1 to 3."""

    palette: ChartPalette = field(default=LIGHT)
    scale: float = 1.0
    layout: Layout = Layout.SCREEN
