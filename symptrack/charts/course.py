"""The course chart: every rating over time, the sessions above it, and what each one changed."""

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import NamedTuple

from matplotlib.figure import Figure

from symptrack.analysis.care_marks import CareMark, MarkKind
from symptrack.analysis.course import Course
from symptrack.charts import care_words, course_words
from symptrack.charts.chart import Chart
from symptrack.charts.course_columns import HEADING_PX
from symptrack.charts.course_layout import CourseLayout, arrange, course_height, marked_medicines
from symptrack.charts.course_panel import PanelArtists, PointPlace, draw_panel
from symptrack.charts.course_sides import SideSlot, draw_side, draw_side_foot, draw_side_header
from symptrack.charts.empty import draw_empty
from symptrack.charts.heading import Source, draw_head, draw_source
from symptrack.charts.medicine_track import MedicineArtists, draw_medicines
from symptrack.charts.palette import inks
from symptrack.charts.session_track import Disc, draw_visits
from symptrack.charts.sheet import Sheet
from symptrack.charts.style import ChartStyle
from symptrack.charts.time_axis import noon_of
from symptrack.charts.time_track import draw_dates, draw_discs

_HEADING_ABOVE_DISCS_PX, _HEADING_ABOVE_PANEL_PX = 24, 14
_STACKED_LIFT_PX = 34


class MarkPlace(NamedTuple):
    """Where a visit or a change of a medicine stands, in pixels from the top left."""

    panel: tuple[CareMark, ...]
    point: CareMark
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseArtists:
    """What was drawn, for reading values back: panels, discs, before and after by symptom key.

    ``places`` go through the panels, then through the marks above them.
    """

    panels: tuple[PanelArtists, ...]
    discs: tuple[Disc, ...]
    sides: dict[str, tuple[SideSlot, ...]]
    places: tuple[PointPlace | MarkPlace, ...]
    medicines: tuple[MedicineArtists, ...] = ()


def course_chart(course: Course) -> Chart:
    """Return the course chart of a course."""
    return Chart(
        title=course_words.title(course),
        summary=care_words.summary(course),
        height=partial(course_height, course),
        least=partial(course_height, course, least=True),
        draw=lambda figure, style, source: draw_course(figure, course, style, source).places,
    )


def draw_course(
    figure: Figure, course: Course, style: ChartStyle, source: Source | None = None
) -> CourseArtists:
    """Draw the course of a period onto an empty figure, filling it.

    Parameters
    ----------
    figure
        Its size in inches times 100 is the chart's size in pixels at 100 % text;
        :func:`~symptrack.charts.course_layout.course_height` gives the height that reads best.
    source
        What stands below an exported chart; not used by the other layouts.

    Without a symptom to draw it draws the empty state.
    """
    if not course.panels:
        draw_empty(figure, style, (course_words.title(course),))
        return CourseArtists(panels=(), discs=(), sides={}, places=())
    sheet = Sheet(figure, style)
    layout = arrange(course, sheet, sheet.height)
    draw_head(sheet, layout.head)
    colours = inks((panel.symptom.key for panel in course.panels), style.palette)
    panels = [
        draw_panel(
            sheet, course, panel, plot, colours[panel.symptom.key], _heading_y(sheet, layout, place)
        )
        for place, (panel, plot) in enumerate(zip(course.panels, layout.plots, strict=True))
    ]
    _draw_track(sheet, layout)
    draw_dates(sheet, layout.plots[-1], layout.columns.ticks)
    sides = _draw_sides(sheet, course, layout)
    draw_source(sheet, course.period, source, layout.height)
    return CourseArtists(
        panels=tuple(panels),
        discs=layout.columns.discs,
        sides=sides,
        places=tuple(
            chain(
                chain.from_iterable(artists.places() for artists in panels),
                _mark_places(course, layout, style),
            )
        ),
        medicines=draw_medicines(
            sheet, marked_medicines(course, style), layout.plots[0], layout.medicine_y
        ),
    )


def _mark_places(course: Course, layout: CourseLayout, style: ChartStyle) -> list[MarkPlace]:
    medicines, plot = marked_medicines(course, style), layout.plots[0]
    ys = {MarkKind.VISIT: layout.visit_y}
    return [
        MarkPlace(
            course.marks, mark, plot.x(noon_of(mark.on)), ys.get(mark.kind, layout.medicine_y)
        )
        for mark in course.marks
        if mark.kind is MarkKind.VISIT or medicines
    ]


def _heading_y(sheet: Sheet, layout: CourseLayout, place: int) -> float:
    if place == 0:
        return layout.medicine_y - _HEADING_ABOVE_DISCS_PX * sheet.scale
    return layout.plots[place].top - _HEADING_ABOVE_PANEL_PX * sheet.scale


def _draw_track(sheet: Sheet, layout: CourseLayout) -> None:
    taken = draw_discs(sheet, layout.columns.discs, layout.disc_y)
    plot = layout.plots[0]
    draw_visits(sheet, layout.columns.visits, layout.visit_y, taken, plot.left)


def _draw_sides(
    sheet: Sheet, course: Course, layout: CourseLayout
) -> dict[str, tuple[SideSlot, ...]]:
    across, k = layout.columns, sheet.scale
    if not layout.sides:
        return {}
    first = layout.sides[0]
    legend_y = first.top - (20 + _STACKED_LIFT_PX) * k if across.stacked else layout.medicine_y
    draw_side_header(sheet, first, legend_y - _HEADING_ABOVE_DISCS_PX * k, legend_y)
    colours = inks((panel.symptom.key for panel in course.panels), sheet.palette)
    drawn = {}
    for panel, plot in zip(course.panels, layout.sides, strict=True):
        ink = colours[panel.symptom.key]
        drawn[panel.symptom.key] = draw_side(sheet, panel, plot, ink, across.shown)
        if across.stacked:
            y = plot.top - _HEADING_ABOVE_PANEL_PX * k
            name = sheet.fitted(panel.symptom.label, HEADING_PX, plot.width, semibold=True)
            sheet.text(plot.left, y, name, HEADING_PX, semibold=True, color=ink.colour)
    draw_side_foot(sheet, course, layout.sides[-1], across.shown)
    return drawn
