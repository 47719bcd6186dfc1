"""The days chart: a symptom on the days since each session, all of them overlaid."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import nan
from typing import Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from symptrack.analysis.days_after import DaysAfter, SessionDays
from symptrack.charts import days_after_words as words
from symptrack.charts.chart import Chart, Spot
from symptrack.charts.empty import draw_empty
from symptrack.charts.end_labels import EndLabel, draw_end_labels
from symptrack.charts.heading import (
    MARGIN_PX,
    Head,
    Source,
    draw_head,
    draw_source,
    head_of,
    source_height,
)
from symptrack.charts.palette import Ink, inks
from symptrack.charts.scale import draw_reference, draw_scale
from symptrack.charts.sheet import Plot, Sheet, new_figure
from symptrack.charts.style import ChartStyle, Layout

MOST_DAYS = 91
NAME_PX, HINT_PX, TICK_PX, N_PX = 16, 14, 14, 13
_LEFT_PX, _GUTTER_PX = 30, 112
# The room right of the last day, in which the disc of a session stands.
_END_PX = 42
_HEADING_PX, _TICKS_PX, _NS_PX = 26, 28, 22
_PLOT_PX = {Layout.SCREEN: 330, Layout.EXPORT: 470, Layout.REPORT: 200}
_LEAST_PLOT_PX = 90
_EMPTY_PX = 360
_LEAST_DAYS = 7
_STEPS = (1, 2, 7, 14, 28)
_FEW_SESSIONS = 15
FAINT = 0.75
"""How strongly the lines of many sessions are drawn; still 3:1 against the paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysArtists:
    """What was drawn; lines keep days and values as their data and break (NaN) at gaps.

    ``lines`` go with ``sessions``; ``full`` and ``hollow`` are the marks of their days.
    """

    plot: Plot
    sessions: tuple[SessionDays, ...]
    lines: tuple[Line2D, ...]
    marks: tuple[Line2D, ...]
    median_line: Line2D
    median_marks: Line2D
    reference_line: Line2D | None
    labels: tuple[EndLabel, ...]
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrangement:
    head: Head
    plot: Plot
    height: float


def days_after_chart(found: DaysAfter) -> Chart:
    """Return the days chart."""

    def draw(figure: Figure, style: ChartStyle, source: Source | None) -> tuple[Spot, ...]:
        artists = draw_days_after(figure, found, style, source)
        return artists.spots if artists is not None else ()

    return Chart(
        title=words.title(found),
        summary=words.summary(found),
        height=partial(days_after_height, found),
        least=partial(days_after_height, found, least=True),
        draw=draw,
    )


def days_after_height(
    found: DaysAfter, style: ChartStyle, width_px: float, *, least: bool = False
) -> float:
    """Return the height in pixels at which a chart of a width reads best, or the least."""
    if not found.sessions:
        return _EMPTY_PX * style.scale
    height = 1.0 if least else None
    return _arrange(found, Sheet(new_figure(width_px, 1), style), height).height


def draw_days_after(
    figure: Figure, found: DaysAfter, style: ChartStyle, source: Source | None = None
) -> DaysArtists | None:
    """Draw the days after all sessions onto an empty figure, filling it.

    Without a rating after a session it draws the empty state and returns ``None``.
    """
    if not found.sessions:
        draw_empty(figure, style, (words.title(found), words.empty_text(found)))
        return None
    sheet = Sheet(figure, style)
    layout = _arrange(found, sheet, sheet.height)
    plot = layout.plot
    own = inks([found.symptom.key], sheet.palette)[found.symptom.key]
    draw_head(sheet, layout.head)
    _draw_heading(sheet, found, plot, own)
    draw_scale(sheet, plot, numbers=True)
    reference_line = None
    if found.reference is not None:
        _band, reference_line, _words = draw_reference(
            sheet, found.reference, words.reference_words(found), plot
        )
    _draw_days(sheet, found, plot)
    drawn = tuple(_shown(one) for one in found.sessions)
    few = len(drawn) <= _FEW_SESSIONS
    median_line, median_marks = _draw_median(sheet, found, plot, own)
    artists = DaysArtists(
        plot=plot,
        sessions=drawn,
        lines=tuple(_draw_session(sheet, one, plot, few=few) for one in drawn),
        marks=tuple(_draw_marks(sheet, drawn, plot, few=few)),
        median_line=median_line,
        median_marks=median_marks,
        reference_line=reference_line,
        labels=_draw_ends(sheet, drawn, plot),
        spots=_spots(found, drawn, plot),
    )
    draw_source(sheet, found.period, source, layout.height)
    return artists


def _arrange(found: DaysAfter, sheet: Sheet, height: float | None) -> _Arrangement:
    k = sheet.scale
    head = head_of(sheet, words.title(found), words.subtitle(found, MOST_DAYS))
    top = head.height + _HEADING_PX * k
    below = (_TICKS_PX + _NS_PX) * k + 6 * k + source_height(sheet)
    high = _PLOT_PX[sheet.style.layout] * (1 + k) / 2
    if height is not None:
        high = max(height - top - below, _LEAST_PLOT_PX * k)
    left = MARGIN_PX + _LEFT_PX * k
    # The last session's label and the words beside the reference stand to the right.
    gutter = _GUTTER_PX * k if found.reference is not None else MARGIN_PX + 20 * k
    last = max(min(found.last_day, MOST_DAYS), _LEAST_DAYS)
    wide = sheet.width - left - gutter
    first = -0.02 * last - 0.2
    after = (last - first) * _END_PX * k / (wide - _END_PX * k)
    plot = Plot(left, top, wide, high, (first, last + after))
    return _Arrangement(head=head, plot=plot, height=plot.bottom + below)


def _shown(one: SessionDays) -> SessionDays:
    """Return a session without the days past the end of the axis."""
    if one.days[-1].day <= MOST_DAYS:
        return one
    cut = [tuple(day for day in run if day.day <= MOST_DAYS) for run in one.segments]
    days = tuple(day for day in one.days if day.day <= MOST_DAYS)
    return SessionDays(one.mark, days, tuple(run for run in cut if run))


def _draw_heading(sheet: Sheet, found: DaysAfter, plot: Plot, ink: Ink) -> None:
    k = sheet.scale
    y = plot.top - 10 * k
    hint = words.scale_hint(found)
    room = plot.width - sheet.width_of(hint, HINT_PX) - 8 * k
    name = sheet.fitted(found.symptom.label, NAME_PX, max(room, plot.width / 2), semibold=True)
    sheet.text(plot.left, y, name, NAME_PX, semibold=True, color=ink.colour)
    start = plot.left + sheet.width_of(name, NAME_PX, semibold=True) + 8 * k
    sheet.text(start, y, sheet.fitted(hint, HINT_PX, plot.right - start), HINT_PX)


def _draw_days(sheet: Sheet, found: DaysAfter, plot: Plot) -> None:
    """Write the days, and below each of them how many sessions have a value."""
    k = sheet.scale
    last = max(min(found.last_day, MOST_DAYS), _LEAST_DAYS)
    per_day = plot.x(1) - plot.x(0)
    widest = max(sheet.width_of(str(one.n), N_PX) for one in found.medians)
    least = max(sheet.width_of(str(MOST_DAYS), TICK_PX), widest) + 7 * k
    step = next((one for one in _STEPS if one * per_day >= least), _STEPS[-1])
    days_y, ns_y = plot.bottom + 20 * k, plot.bottom + (_TICKS_PX + 13) * k
    sheet.text(plot.left - 6 * k, days_y, words.day_heading(), N_PX, ha="right")
    sheet.text(plot.left - 6 * k, ns_y, words.n_heading(), N_PX, ha="right")
    for day in range(0, last + 1, step):
        sheet.text(plot.x(day), days_y, str(day), TICK_PX, ha="center")
    for one in found.medians:
        if one.day <= MOST_DAYS and one.day % step == 0:
            sheet.text(plot.x(one.day), ns_y, str(one.n), N_PX, ha="center")


def _draw_session(sheet: Sheet, one: SessionDays, plot: Plot, *, few: bool) -> Line2D:
    days: list[float] = []
    values: list[float] = []
    for run in one.segments:
        if len(run) > 1:
            days += [*(day.day for day in run), nan]
            values += [*(day.value for day in run), nan]
    looks: dict[str, Any] = {"lw": 1.3, "alpha": 1} if few else {"lw": 0.7, "alpha": FAINT}
    return sheet.curve(days, values, plot, color=sheet.palette.mapped, zorder=2, **looks)


def _draw_marks(
    sheet: Sheet, drawn: Sequence[SessionDays], plot: Plot, *, few: bool
) -> list[Line2D]:
    """Draw a mark for each day of each session: hollow where it was entered late."""
    mapped, size = sheet.palette.mapped, 4.2 if few else 2
    days = [day for one in drawn for day in one.days]
    full = {"mfc": mapped, "mec": mapped, "mew": 0, "ms": size}
    hollow = {"mfc": sheet.palette.paper, "mec": mapped, "mew": 1.4, "ms": size + 1.2}
    marks = []
    for some, looks in (
        ([day for day in days if not day.late], full),
        ([day for day in days if day.late], hollow),
    ):
        if some:
            xs, ys = [day.day for day in some], [day.value for day in some]
            marks.append(sheet.curve(xs, ys, plot, ls="none", marker="o", zorder=3, **looks))
    return marks


def _draw_median(sheet: Sheet, found: DaysAfter, plot: Plot, ink: Ink) -> tuple[Line2D, Line2D]:
    days: list[float] = []
    values: list[float] = []
    for run in found.median_segments:
        inside = [one for one in run if one.day <= MOST_DAYS]
        if len(inside) > 1:
            days += [*(one.day for one in inside), nan]
            values += [*(one.value or 0.0 for one in inside), nan]
    told = [one for one in found.medians if one.value is not None and one.day <= MOST_DAYS]
    looks: dict[str, Any] = {"color": ink.colour, "zorder": 5}
    line = sheet.curve(days, values, plot, lw=3.6, **looks)
    xs, ys = [one.day for one in told], [one.value or 0.0 for one in told]
    size = 7 if plot.x(1) - plot.x(0) >= 9 * sheet.scale else 4
    marks = sheet.curve(xs, ys, plot, ls="none", marker=ink.marker, ms=size, mew=0, **looks)
    return line, marks


def _draw_ends(sheet: Sheet, drawn: Sequence[SessionDays], plot: Plot) -> tuple[EndLabel, ...]:
    ends = [(plot.x(one.days[-1].day), plot.y(one.days[-1].value)) for one in drawn]
    numbers = [one.mark.number for one in drawn]
    marks = ((plot.x(day.day), plot.y(day.value)) for one in drawn for day in one.days)
    return draw_end_labels(sheet, plot, ends, numbers, marks)


def _spots(found: DaysAfter, drawn: Sequence[SessionDays], plot: Plot) -> tuple[Spot, ...]:
    """Return the medians first, then each session's days."""
    medians = [one for one in found.medians if one.value is not None and one.day <= MOST_DAYS]
    spots = [Spot(found, one, plot.x(one.day), plot.y(one.value or 0.0)) for one in medians]
    for session in drawn:
        xs, mark = plot.xs(day.day for day in session.days), session.mark
        spots += [
            Spot(mark, day, x, plot.y(day.value)) for day, x in zip(session.days, xs, strict=True)
        ]
    return tuple(spots)
