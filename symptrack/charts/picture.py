"""Charts as pixels for the window, with where each rating stands; made off the window's thread."""

import gc
import string
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Timer
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from symptrack.charts.chart import Chart, Part, Place
from symptrack.charts.empty import draw_empty
from symptrack.charts.sheet import PX_PER_INCH, Sheet, new_figure
from symptrack.charts.style import ChartStyle

SHORTEST, TALLEST = 0.74, 1.4
"""How much lower and higher than its best height a chart may be, to fill what a window leaves."""
COLLECTING = "collecting"
COLLECTED_AFTER_S = 0.2
WARM_UP_PX = (400, 120)
WARM_UP_SIZES_PX = (11, 13, 13.5, 14, 14.5, 16, 18)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn chart.

    ``rgba`` holds ``width`` × ``height`` device pixels, four bytes each, from the top left;
    ``pixel_ratio`` device pixels make one pixel of the window, in which ``places`` are given.
    """

    rgba: bytes
    width: int
    height: int
    pixel_ratio: float
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Measures:
    """The lowest and the highest that a chart may be drawn at a width, in pixels of the window.

    ``part`` tells which sessions stand there, where these are not all.
    """

    least: float
    most: float
    part: Part | None = None


def warm_up() -> None:
    """Load the typeface and draw its letters once, so that the first chart does not wait for it."""
    figure = new_figure(*WARM_UP_PX)
    sheet = Sheet(figure, ChartStyle())
    letters = string.ascii_letters + string.digits
    for row, px in enumerate(WARM_UP_SIZES_PX):
        for semibold in (False, True):
            sheet.text(0, 20 * row, letters, px, semibold=semibold)
    _picture(figure, 1.0)


def measures_of(chart: Chart, style: ChartStyle, width_px: int) -> Measures:
    """Return how high a chart may be ``width_px`` wide, and what stands in it."""
    natural = chart.height(style, width_px)
    least = max(natural * SHORTEST, chart.least(style, width_px))
    return Measures(least, max(natural * TALLEST, least), chart.part(style, width_px))


def picture_of(
    chart: Chart, style: ChartStyle, width_px: int, height_px: int, pixel_ratio: float
) -> Picture:
    """Draw a chart ``width_px`` wide and ``height_px`` high, which is to be within its measures."""
    with _uncollected():
        figure = new_figure(width_px, height_px, PX_PER_INCH * pixel_ratio)
        places = chart.draw(figure, style, None)
        return _picture(figure, pixel_ratio, tuple(places))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the collector of garbage for later: a drawing makes thousands of things at once.

    Until the picture is shown: walking past its places takes a tenth as long as drawing it.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            later = Timer(COLLECTED_AFTER_S, gc.enable)
            later.name = COLLECTING
            later.daemon = True
            later.start()


def picture_of_empty(
    style: ChartStyle, width_px: int, height_px: int, pixel_ratio: float
) -> Picture:
    """Draw the pale axes and dashed discs that stand where a chart will be."""
    figure = new_figure(width_px, height_px, PX_PER_INCH * pixel_ratio)
    draw_empty(figure, style)
    return _picture(figure, pixel_ratio)


def _picture(figure: Figure, pixel_ratio: float, places: tuple[Place, ...] = ()) -> Picture:
    canvas: Any = FigureCanvasAgg(figure)  # typed loosely, as matplotlib leaves it untyped
    canvas.draw()
    width, height = canvas.get_width_height()
    return Picture(
        rgba=bytes(canvas.buffer_rgba()),
        width=width,
        height=height,
        pixel_ratio=pixel_ratio,
        places=places,
    )
