"""One symptom's panel: scale, reference, sessions' dotted lines, and the ratings themselves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import nan
from typing import Any, NamedTuple

from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from symptrack.analysis.course import Course, CoursePanel, CoursePoint
from symptrack.charts import course_words
from symptrack.charts.course_columns import HEADING_PX
from symptrack.charts.palette import Ink
from symptrack.charts.scale import NOTE_PX, draw_reference, draw_scale
from symptrack.charts.sheet import Plot, Sheet
from symptrack.charts.time_axis import day_of
from symptrack.charts.time_track import draw_session_lines

HINT_PX = 14
_HEADING_GAP_PX = 8


class PointPlace(NamedTuple):
    """Where a rating stands on the sheet, in pixels from the top left."""

    panel: CoursePanel
    point: CoursePoint
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelArtists:
    """What was drawn for one symptom; lines and markers keep days and ratings as their data.

    ``line`` breaks (NaN) where segments end; ``markers`` go with their points, in the same order;
    ``band`` and ``reference_line`` are ``None`` without a reference.
    """

    panel: CoursePanel
    plot: Plot
    line: Line2D
    markers: tuple[tuple[Line2D, tuple[CoursePoint, ...]], ...]
    reference_line: Line2D | None
    band: Rectangle | None
    reference_words: tuple[Text, ...]
    session_lines: tuple[Line2D, ...]

    def places(self) -> list[PointPlace]:
        """Return where each rating stands."""
        panel, points = self.panel, self.panel.points
        y_of = {value: self.plot.y(value) for value in {point.value for point in points}}
        xs = self.plot.xs([day_of(point.at) for point in points])
        return [
            PointPlace(panel, point, x, y_of[point.value])
            for point, x in zip(points, xs, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class _Density:
    """How fine to draw: the pixels of line and marker."""

    line_px: float
    marker_px: float
    line_alpha: float
    marker_alpha: float


def draw_panel(
    sheet: Sheet, course: Course, panel: CoursePanel, plot: Plot, ink: Ink, header_y: float
) -> PanelArtists:
    """Draw one symptom; ``header_y`` is the baseline of its name."""
    _draw_header(sheet, panel, plot, ink, header_y)
    draw_scale(sheet, plot, numbers=True)
    band: Rectangle | None = None
    reference_line: Line2D | None = None
    words: tuple[Text, ...] = ()
    if panel.reference is not None:
        said = course_words.reference_words(course, panel.reference)
        band, reference_line, words = draw_reference(sheet, panel.reference, said, plot)
    density = _density(panel, plot, sheet.scale)
    if not panel.points:
        middle = (plot.x(sum(plot.x_range) / 2), plot.y(5))
        note = course_words.nothing_rated()
        sheet.text(*middle, note, NOTE_PX, ha="center", middle=True)
    return PanelArtists(
        panel=panel,
        plot=plot,
        line=_draw_line(sheet, panel, plot, ink, density),
        markers=tuple(_draw_markers(sheet, panel, plot, ink, density)),
        reference_line=reference_line,
        band=band,
        reference_words=words,
        session_lines=tuple(
            draw_session_lines(
                sheet, plot, [day_of(one.session.started_at) for one in course.sessions]
            )
        ),
    )


def _draw_header(sheet: Sheet, panel: CoursePanel, plot: Plot, ink: Ink, y: float) -> None:
    hint = course_words.scale_hint(panel.symptom)
    gap = _HEADING_GAP_PX * sheet.scale
    room = plot.width
    hint_px = sheet.width_of(hint, HINT_PX)
    name = sheet.fitted(
        panel.symptom.label, HEADING_PX, max(room - hint_px - gap, room / 2), semibold=True
    )
    sheet.text(plot.left, y, name, HEADING_PX, semibold=True, color=ink.colour)
    start = plot.left + sheet.width_of(name, HEADING_PX, semibold=True) + gap
    sheet.text(start, y, sheet.fitted(hint, HINT_PX, plot.right - start), HINT_PX)


def _density(panel: CoursePanel, plot: Plot, scale: float) -> _Density:
    """Return how fine the ratings are drawn, so that years of them stay separate marks."""
    if len(panel.points) < 2:
        return _Density(2.8, 5.6, 1, 1)
    first, last = panel.points[0], panel.points[-1]
    spread = plot.x(day_of(last.at)) - plot.x(day_of(first.at))
    px_apart = spread / (len(panel.points) - 1) / scale
    if px_apart >= 4:
        return _Density(2.6, 5.2, 1, 1)
    if px_apart >= 2:
        return _Density(2.0, 4.0, 1, 1)
    if px_apart >= 1:
        return _Density(1.2, 2.6, 0.6, 1)
    return _Density(0.6, 1.9, 0.3, 1)


def _draw_line(sheet: Sheet, panel: CoursePanel, plot: Plot, ink: Ink, density: _Density) -> Line2D:
    """Join what analysis joins, and nothing else."""
    days: list[float] = []
    values: list[float] = []
    for segment in panel.segments:
        if len(segment) > 1:
            days += [*(day_of(point.at) for point in segment), nan]
            values += [*(point.value for point in segment), nan]
    return sheet.curve(
        days,
        values,
        plot,
        color=ink.colour,
        lw=density.line_px,
        ls=ink.dash,
        alpha=density.line_alpha,
        dash_capstyle="butt",
        solid_joinstyle="round",
        zorder=3,
    )


def _draw_markers(
    sheet: Sheet, panel: CoursePanel, plot: Plot, ink: Ink, density: _Density
) -> list[tuple[Line2D, tuple[CoursePoint, ...]]]:
    """Draw each rating: filled, hollow where entered late, hollow grey where made from words."""
    hollow = {"mfc": sheet.palette.paper, "mew": 1.7, "ms": max(density.marker_px + 1, 4.5)}
    full = {"mfc": ink.colour, "mec": ink.colour, "mew": 0.6, "ms": density.marker_px}
    kinds: list[tuple[Callable[[CoursePoint], bool], dict[str, Any]]] = [
        (lambda point: not point.late and not point.mapped, full | {"alpha": density.marker_alpha}),
        (lambda point: point.late and not point.mapped, hollow | {"mec": ink.colour}),
        (lambda point: point.mapped, hollow | {"mec": sheet.palette.mapped}),
    ]
    drawn = []
    for belongs, looks in kinds:
        points = tuple(point for point in panel.points if belongs(point))
        if points:
            drawn.append((_scatter(sheet, points, plot, ink.marker, looks), points))
    return drawn


def _scatter(
    sheet: Sheet,
    points: Sequence[CoursePoint],
    plot: Plot,
    marker: str,
    looks: dict[str, Any],
) -> Line2D:
    return sheet.curve(
        [day_of(point.at) for point in points],
        [point.value for point in points],
        plot,
        ls="none",
        marker=marker,
        zorder=4,
        **looks,
    )
