"""How a course chart shares its width: the panels, and what was just before and a day after."""

from dataclasses import dataclass

from symptrack.analysis.course import Course
from symptrack.charts import course_words
from symptrack.charts.heading import MARGIN_PX
from symptrack.charts.session_track import Disc, place_visits, visit_box
from symptrack.charts.sheet import Box, Plot, Sheet
from symptrack.charts.style import Layout
from symptrack.charts.time_axis import Tick, day_of, day_range, noon_of, ticks
from symptrack.charts.time_track import DATE_PX, discs_at

HEADING_PX = 16
MOST_SESSIONS_BESIDE = 12

_LEFT_PX = 20
_TICK_GAP_PX = 16
_GUTTER_PX = 112
_SLOT_PX, _LEAST_SLOT_PX, _WIDEST_SLOT_PX = 29, 26, 72
_SIDE_PX = {Layout.SCREEN: 238, Layout.EXPORT: 300}
_SIDE_SHARE = 0.36
_STACK_BELOW_PX = 860


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseColumns:
    """The widths of a course chart; the heights of ``plot`` and ``side`` are still open.

    ``side`` is where before and after stand, ``None`` without sessions or in a report; it lies
    below the panels where ``stacked``. ``shown`` is how many of the latest sessions it has room
    for. ``visit_lane`` says that visits need a line of their own above the discs.
    """

    plot: Plot
    side: Plot | None
    stacked: bool
    shown: int
    discs: tuple[Disc, ...]
    visits: tuple[Disc, ...]
    visit_lane: bool
    ticks: tuple[Tick, ...]


def columns(course: Course, sheet: Sheet) -> CourseColumns:
    """Share the width of a sheet between the panels and the sessions' before and after."""
    k = sheet.scale
    left = MARGIN_PX + _LEFT_PX * k
    gutter = _gutter(course, sheet)
    sessions = len(course.sessions)
    beside = sheet.style.layout is not Layout.REPORT and sessions > 0
    stacked = beside and sheet.width < _STACK_BELOW_PX * k
    room = sheet.width - left - MARGIN_PX
    if beside and not stacked:
        side_px = _side_width(sheet, sessions)
        plot_px = room - gutter - side_px
    else:
        side_px = room
        plot_px = room - max(gutter - MARGIN_PX, 0)
    plot = Plot(left, 0, plot_px, 1, day_range(course.period.first_on, course.period.last_on))
    shown = min(sessions, MOST_SESSIONS_BESIDE, int(side_px / (_LEAST_SLOT_PX * k)))
    discs = discs_at(
        sheet,
        plot,
        [day_of(mark.session.started_at) for mark in course.sessions],
        [mark.number for mark in course.sessions],
    )
    visits = place_visits(sheet, [plot.x(noon_of(one.visited_on)) for one in course.visits])
    return CourseColumns(
        plot=plot,
        side=_side(sheet, side_px, shown, stacked) if beside else None,
        stacked=stacked,
        shown=shown,
        discs=discs,
        visits=visits,
        visit_lane=_collide(sheet, visits, discs),
        ticks=ticks(
            course.period.first_on,
            course.period.last_on,
            plot.width,
            lambda words: sheet.width_of(words, DATE_PX),
            _TICK_GAP_PX * k,
        ),
    )


def _gutter(course: Course, sheet: Sheet) -> float:
    """Return the room right of the panels, for the words beside the reference line."""
    if any(panel.reference is not None for panel in course.panels):
        return _GUTTER_PX * sheet.scale
    return MARGIN_PX


def _side_width(sheet: Sheet, sessions: int) -> float:
    k = sheet.scale
    heading = sheet.width_of(course_words.side_heading(), HEADING_PX, semibold=True)
    least = max(_SIDE_PX[sheet.style.layout], heading + 4 * k)
    wanted = min(sessions, MOST_SESSIONS_BESIDE) * _SLOT_PX * k
    return max(least, min(wanted, _SIDE_SHARE * sheet.width))


def _side(sheet: Sheet, width: float, shown: int, stacked: bool) -> Plot:
    """Return the ground of the sessions: slots 1, 2, 3 … from the left."""
    left = sheet.width - MARGIN_PX - width
    if stacked:
        width = min(width, max(shown, 4) * _WIDEST_SLOT_PX * sheet.scale)
    return Plot(left, 0, width, 1, (0.4, max(shown, 4) + 0.6))


def _collide(sheet: Sheet, visits: tuple[Disc, ...], discs: tuple[Disc, ...]) -> bool:
    grounds = [Box(disc.left, -1, disc.right, 1) for disc in discs]
    boxes = [visit_box(mark, 0, sheet.scale) for mark in visits]
    return any(box.overlaps(ground) for box in boxes for ground in grounds)
