"""Charts as pixels for the window, with where each rating stands; made off the window's thread."""

from dataclasses import dataclass
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from symptrack.analysis.course import Course
from symptrack.charts.course import draw_course
from symptrack.charts.course_layout import course_height
from symptrack.charts.course_panel import PointPlace
from symptrack.charts.empty import draw_empty
from symptrack.charts.fonts import prepare
from symptrack.charts.sheet import PX_PER_INCH, new_figure
from symptrack.charts.style import ChartStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn chart.

    ``rgba`` holds ``width`` × ``height`` device pixels, four bytes each, from the top left;
    ``pixel_ratio`` device pixels make one pixel of the window, in which ``places`` are given.
    ``natural_height`` is the height, in pixels of the window, at which the chart reads best.
    """

    rgba: bytes
    width: int
    height: int
    pixel_ratio: float
    natural_height: float
    places: tuple[PointPlace, ...] = ()


def warm_up() -> None:
    """Load what drawing needs, so that the first chart does not wait for it."""
    prepare()


def picture_of_course(
    course: Course, style: ChartStyle, width_px: int, height_px: int, pixel_ratio: float
) -> Picture:
    """Draw a course ``width_px`` wide, ``height_px`` high or as much higher as it needs."""
    natural = course_height(course, style, width_px)
    figure = new_figure(width_px, max(height_px, natural), PX_PER_INCH * pixel_ratio)
    artists = draw_course(figure, course, style)
    return _picture(figure, pixel_ratio, natural, artists.places)


def picture_of_empty(
    style: ChartStyle, width_px: int, height_px: int, pixel_ratio: float
) -> Picture:
    """Draw the pale axes and dashed discs that stand where a chart will be."""
    figure = new_figure(width_px, height_px, PX_PER_INCH * pixel_ratio)
    draw_empty(figure, style)
    return _picture(figure, pixel_ratio, height_px)


def _picture(
    figure: Figure, pixel_ratio: float, natural: float, places: tuple[PointPlace, ...] = ()
) -> Picture:
    canvas: Any = FigureCanvasAgg(figure)  # typed loosely, as matplotlib leaves it untyped
    canvas.draw()
    width, height = canvas.get_width_height()
    return Picture(
        rgba=bytes(canvas.buffer_rgba()),
        width=width,
        height=height,
        pixel_ratio=pixel_ratio,
        natural_height=natural,
        places=places,
    )
