"""Where each part of the course chart goes, for any width, number of symptoms and text size."""

from dataclasses import dataclass, replace

from symptrack.analysis.course import Course
from symptrack.charts import course_words
from symptrack.charts.course_columns import MARGIN_PX, CourseColumns, columns
from symptrack.charts.sheet import Plot, Sheet, new_figure
from symptrack.charts.style import ChartStyle, Layout

TITLE_PX = {Layout.SCREEN: 18, Layout.EXPORT: 22}
SUBTITLE_PX = {Layout.SCREEN: 14.5, Layout.EXPORT: 15}
TITLE_LEADING, SUBTITLE_LEADING = 1.25, 1.35
YEAR_LINE_PX = 16

_TOP_PX = {Layout.SCREEN: 6, Layout.EXPORT: 24}
_BELOW_HEAD_PX = {Layout.SCREEN: 14, Layout.EXPORT: 34}
_HEADER_PX = 62
_LANE_PX = 20
_GAP_PX = 62
_DATES_PX = 46
_SOURCE_PX = 60
_SOURCE_BASELINE_PX = 20
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
    in a report). The ``_y`` are first baselines, or middles for the discs' and visits' lines.
    """

    columns: CourseColumns
    title: tuple[str, ...]
    title_y: float
    subtitle: tuple[str, ...]
    subtitle_y: float
    visit_y: float
    disc_y: float
    plots: tuple[Plot, ...]
    sides: tuple[Plot, ...]
    source_y: float
    height: float


@dataclass(frozen=True, slots=True)
class _Head:
    title: tuple[str, ...] = ()
    title_y: float = 0
    subtitle: tuple[str, ...] = ()
    subtitle_y: float = 0
    height: float = 0


def course_height(course: Course, style: ChartStyle, width_px: float) -> float:
    """Return the height in pixels at which a course chart of a width reads best."""
    if not course.panels:
        return _EMPTY_PX * style.scale
    return arrange(course, Sheet(new_figure(width_px, 1), style), None).height


def arrange(course: Course, sheet: Sheet, height: float | None) -> CourseLayout:
    """Lay a course chart out in ``height`` pixels, or in its best height without one."""
    k = sheet.scale
    head = _head(course, sheet)
    across = columns(course, sheet)
    first_top = head.height + (_HEADER_PX + _LANE_PX * across.visit_lane) * k
    dates_px = (_DATES_PX + YEAR_LINE_PX * any(tick.year for tick in across.ticks)) * k
    gaps_px = _GAP_PX * k * (len(course.panels) - 1)
    stack_px = (_STACK_GAP_PX + _HEADER_PX) * k
    below_px = (_SOURCE_PX if sheet.style.layout is Layout.EXPORT else 0) * k
    fixed = first_top + gaps_px + dates_px + below_px
    if across.stacked:
        fixed += stack_px + gaps_px + _DATES_PX * k
    panels_px = _panel_heights(len(course.panels), sheet, across, height and height - fixed)
    plots = _below_each_other(across.plot, first_top, panels_px, _GAP_PX * k)
    sides = _sides(across, plots, plots[-1].bottom + dates_px + stack_px, _GAP_PX * k)
    foot = sides[-1].bottom + _DATES_PX * k if across.stacked else plots[-1].bottom + dates_px
    disc_y = first_top - _LANE_PX * k
    return CourseLayout(
        columns=across,
        title=head.title,
        title_y=head.title_y,
        subtitle=head.subtitle,
        subtitle_y=head.subtitle_y,
        visit_y=disc_y - _LANE_PX * across.visit_lane * k,
        disc_y=disc_y,
        plots=plots,
        sides=sides,
        source_y=foot + below_px - _SOURCE_BASELINE_PX * k,
        height=foot + below_px,
    )


def _head(course: Course, sheet: Sheet) -> _Head:
    """Return title and subtitle broken into lines, and the room they take."""
    layout, k = sheet.style.layout, sheet.scale
    if layout is Layout.REPORT:
        return _Head()
    room = sheet.width - 2 * MARGIN_PX
    title = sheet.balanced(course_words.title(course), TITLE_PX[layout], room, semibold=True)
    words = course_words.subtitle(course)
    if layout is Layout.EXPORT:
        # On screen the summary below says so; a picture travels without it.
        words = f"{words} {course_words.completeness_words(course)}"
    subtitle = sheet.balanced(words, SUBTITLE_PX[layout], room)
    title_line = TITLE_PX[layout] * TITLE_LEADING * k
    subtitle_line = SUBTITLE_PX[layout] * SUBTITLE_LEADING * k
    title_y = _TOP_PX[layout] + TITLE_PX[layout] * k
    subtitle_y = title_y + (len(title) - 1) * title_line + subtitle_line * 1.45
    end = subtitle_y + (len(subtitle) - 1) * subtitle_line
    height = end + _BELOW_HEAD_PX[layout] * k
    return _Head(tuple(title), title_y, tuple(subtitle), subtitle_y, height)


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
