"""Where each part of the course chart goes, for any width, number of symptoms and text size."""

from dataclasses import dataclass, replace

from symptrack.analysis.care_marks import CareMark
from symptrack.analysis.course import Course
from symptrack.charts import care_words, course_words
from symptrack.charts.course_columns import CourseColumns, columns
from symptrack.charts.heading import Head, head_of, source_height
from symptrack.charts.sheet import Plot, Sheet, new_figure
from symptrack.charts.style import ChartStyle, Layout
from symptrack.charts.time_track import YEAR_LINE_PX

_HEADER_PX = 62
_LANE_PX = 20
_MEDICINES_PX = 24
_GAP_PX = 62
_DATES_PX = 46
_STACK_GAP_PX = 64
_FIRST_SHARE = 1.5
_LEAST_PANEL_PX = 30
_EMPTY_PX = 320
# The height of the first panel, where there is one, two, or more of them.
_FIRST_PANEL_PX = {
    Layout.SCREEN: (300, 192, 176),
    Layout.EXPORT: (420, 274, 232),
    Layout.REPORT: (180, 138, 120),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseLayout:
    """The places of a course chart, in pixels from the top left.

    ``plots`` hold one panel per symptom, ``sides`` its before and after (none without sessions or
    in a report). The ``_y`` are the middles of the lines above the panels; where none is needed for
    medicines, ``medicine_y`` is that of the visits.
    """

    columns: CourseColumns
    head: Head
    medicine_y: float
    visit_y: float
    disc_y: float
    plots: tuple[Plot, ...]
    sides: tuple[Plot, ...]
    height: float


def course_height(
    course: Course, style: ChartStyle, width_px: float, *, least: bool = False
) -> float:
    """Return the height in pixels at which a chart of a width reads best, or the least."""
    if not course.panels:
        return _EMPTY_PX * style.scale
    height = 1.0 if least else None
    return arrange(course, Sheet(new_figure(width_px, 1), style), height).height


def arrange(course: Course, sheet: Sheet, height: float | None) -> CourseLayout:
    """Lay a course chart out in ``height`` pixels, or in its best height without one."""
    k = sheet.scale
    head = _head(course, sheet)
    across = columns(course, sheet)
    medicines_px = _MEDICINES_PX * bool(marked_medicines(course, sheet.style)) * k
    first_top = head.height + (_HEADER_PX + _LANE_PX * across.visit_lane) * k + medicines_px
    dates_px = (_DATES_PX + YEAR_LINE_PX * any(tick.year for tick in across.ticks)) * k
    gaps_px = _GAP_PX * k * (len(course.panels) - 1)
    stack_px = (_STACK_GAP_PX + _HEADER_PX) * k
    below_px = source_height(sheet)
    fixed = first_top + gaps_px + dates_px + below_px
    if across.stacked:
        fixed += stack_px + gaps_px + _DATES_PX * k
    panels_px = _panel_heights(len(course.panels), sheet, across, height and height - fixed)
    plots = _below_each_other(across.plot, first_top, panels_px, _GAP_PX * k)
    sides = _sides(across, plots, plots[-1].bottom + dates_px + stack_px, _GAP_PX * k)
    foot = sides[-1].bottom + _DATES_PX * k if across.stacked else plots[-1].bottom + dates_px
    disc_y = first_top - _LANE_PX * k
    visit_y = disc_y - _LANE_PX * across.visit_lane * k
    return CourseLayout(
        columns=across,
        head=head,
        medicine_y=visit_y - medicines_px,
        visit_y=visit_y,
        disc_y=disc_y,
        plots=plots,
        sides=sides,
        height=foot + below_px,
    )


def marked_medicines(course: Course, style: ChartStyle) -> list[CareMark]:
    """Return the changes of medicines to be drawn: none in a report, whose own tick they have."""
    return [] if style.layout is Layout.REPORT else care_words.medicine_marks(course.marks)


def _head(course: Course, sheet: Sheet) -> Head:
    words = course_words.subtitle(course)
    if marked_medicines(course, sheet.style):
        words = f"{words} {care_words.legend()}"
    if sheet.style.layout is Layout.EXPORT:
        # On screen the summary below says so; a picture travels without it.
        words = f"{words} {course_words.completeness_words(course)}"
    return head_of(sheet, course_words.title(course), words)


def _panel_heights(
    count: int, sheet: Sheet, across: CourseColumns, room: float | None
) -> tuple[float, ...]:
    """Share the room between the panels: the first, mood, is half as high again as the others."""
    first = _FIRST_PANEL_PX[sheet.style.layout][min(count, 3) - 1] * (1 + sheet.scale) / 2
    others = first / _FIRST_SHARE
    if room is not None:
        rows = 2 if across.stacked else 1
        others = max(room / rows / (_FIRST_SHARE + count - 1), _LEAST_PANEL_PX)
        first = others * _FIRST_SHARE
    return (first, *[others] * (count - 1))


def _below_each_other(
    plot: Plot, top: float, heights: tuple[float, ...], gap: float
) -> tuple[Plot, ...]:
    placed: list[Plot] = []
    for height in heights:
        placed.append(replace(plot, top=top, height=height))
        top += height + gap
    return tuple(placed)


def _sides(
    across: CourseColumns, plots: tuple[Plot, ...], stack_top: float, gap: float
) -> tuple[Plot, ...]:
    if across.side is None:
        return ()
    if across.stacked:
        heights = tuple(plot.height for plot in plots)
        return _below_each_other(across.side, stack_top, heights, gap)
    return tuple(replace(across.side, top=plot.top, height=plot.height) for plot in plots)
