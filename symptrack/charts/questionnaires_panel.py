"""One questionnaire's panel: bands, baseline and thresholds, and the totals with their labels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import nan
from typing import Any

from matplotlib.lines import Line2D
from matplotlib.text import Text

from symptrack.analysis.questionnaire_course import (
    ClinicPanel,
    QuestionnaireCourse,
    ScorePanel,
    ScorePoint,
)
from symptrack.charts import questionnaires_words as words
from symptrack.charts.chart import Spot
from symptrack.charts.free_ground import Ground
from symptrack.charts.heading import MARGIN_PX
from symptrack.charts.palette import Ink
from symptrack.charts.score_marks import (
    NUMBER_PX,
    Level,
    Mark,
    draw_marks,
    draw_missed,
    draw_threshold,
    label_marks,
)
from symptrack.charts.sheet import CAPITAL_HEIGHT, Box, Plot, Sheet
from symptrack.charts.time_axis import day_of, noon_of
from symptrack.charts.time_track import draw_session_lines
from symptrack.formatting import format_number

HEADING_PX, HINT_PX, BAND_PX = 16, 14, 14
_AIR = 0.035
_DENSE = 45
_SOLID, _DOTS, _DASHES = "-", (0, (1, 2)), (0, (6, 3))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreArtists:
    """What was drawn of one scale; lines and marks keep days and totals as their data.

    ``line`` breaks (NaN) where segments end; ``marks`` go with their points, ``labels`` with the
    points of ``spots`` that had room for one. ``thresholds`` hold the drawn levels by name.
    """

    panel: ScorePanel | ClinicPanel
    plot: Plot
    line: Line2D
    marks: tuple[Line2D, ...]
    labels: tuple[Text, ...]
    thresholds: dict[str, float]
    missed: Line2D | None
    spots: tuple[Spot, ...]


def draw_score_panel(
    sheet: Sheet, course: QuestionnaireCourse, panel: ScorePanel, plot: Plot, ink: Ink, lift: float
) -> ScoreArtists:
    """Draw one questionnaire; its name stands ``lift`` pixels higher where discs are below it."""
    instrument = panel.instrument
    air = _AIR * (instrument.high - instrument.low)
    plot = replace(plot, y_range=(instrument.low - air, instrument.high + air))
    heading = (instrument.short_title, words.range_words(instrument))
    _draw_heading(sheet, plot, ink, heading, lift, wide=False)
    _draw_bands(sheet, panel, plot, lift)
    _draw_sessions(sheet, course, plot)
    marks = [_mark(point) for point in panel.points]
    ground = _ground(sheet, plot)
    levels = _levels(course, panel)
    half = 2 * sheet.scale
    ys = [plot.y(level.value) for level in levels]
    ground.take(Box(plot.left, y - half, plot.right, y + half) for y in ys)
    segments = [[(day_of(one.at), one.total) for one in run] for run in panel.segments]
    line = _draw_line(sheet, plot, ink, segments)
    drawn = draw_marks(sheet, plot, ink, marks, ground)
    labels = label_marks(sheet, plot, ink, marks, ground)
    missed = draw_missed(sheet, plot, _gaps(panel), ground)
    for level in levels:
        draw_threshold(sheet, plot, level, ground)
    return ScoreArtists(
        panel=panel,
        plot=plot,
        line=line,
        marks=drawn,
        labels=labels,
        thresholds={level.name: level.value for level in levels},
        missed=missed,
        spots=_spots(panel, plot, marks),
    )


def draw_clinic_panel(
    sheet: Sheet, course: QuestionnaireCourse, panel: ClinicPanel, plot: Plot, ink: Ink, lift: float
) -> ScoreArtists:
    """Draw the totals that a clinic gave, on their own scale."""
    span = (panel.high - panel.low) or 1.0
    plot = replace(plot, y_range=(panel.low - _AIR * span, panel.low + span * (1 + _AIR)))
    _draw_heading(sheet, plot, ink, (panel.name, words.clinic_hint(panel)), lift)
    _draw_scale(sheet, plot, sorted({panel.low, panel.high}))
    _draw_sessions(sheet, course, plot)
    marks = [
        Mark(
            day=day_of(one.occurred_at), value=one.total, label=format_number(one.total), point=one
        )
        for one in panel.points
    ]
    ground = _ground(sheet, plot)
    segments = [[(day_of(one.occurred_at), one.total) for one in run] for run in panel.segments]
    line = _draw_line(sheet, plot, ink, segments)
    drawn = draw_marks(sheet, plot, ink, marks, ground)
    return ScoreArtists(
        panel=panel,
        plot=plot,
        line=line,
        marks=drawn,
        labels=label_marks(sheet, plot, ink, marks, ground),
        thresholds={},
        missed=None,
        spots=_spots(panel, plot, marks),
    )


def draw_safety_line(
    sheet: Sheet, course: QuestionnaireCourse, panel: ScorePanel, plot: Plot, ink: Ink
) -> ScoreArtists:
    """Draw the answers to the item about self-harm; a declined one stays visible as such."""
    safety = panel.safety
    assert safety is not None
    values = [option.value for option in panel.instrument.options]
    plot = replace(plot, y_range=(min(values) - 0.3, max(values) + 0.3))
    _draw_heading(sheet, plot, ink, words.safety_heading(panel), 0)
    _draw_scale(sheet, plot, [min(values), max(values)])
    _draw_sessions(sheet, course, plot)
    marks = [
        Mark(day=noon_of(one.on), value=one.value, label=str(one.value), point=one)
        for one in safety.answers
        if one.value is not None
    ]
    ground = _ground(sheet, plot)
    segments = [[(noon_of(one.on), one.value or 0) for one in run] for run in safety.segments]
    line = _draw_line(sheet, plot, ink, segments)
    drawn = draw_marks(sheet, plot, ink, marks, ground)
    declined = [noon_of(one.on) for one in safety.answers if one.value is None]
    missed = draw_missed(sheet, plot, [(day, words.declined_words()) for day in declined], ground)
    return ScoreArtists(
        panel=panel,
        plot=plot,
        line=line,
        marks=drawn,
        labels=label_marks(sheet, plot, ink, marks, ground),
        thresholds={},
        missed=missed,
        spots=_spots(safety, plot, marks),
    )


def _mark(point: ScorePoint) -> Mark:
    return Mark(
        day=day_of(point.at),
        value=point.total,
        label=words.total_label(point),
        hollow=point.overlaps or point.late,
        point=point,
    )


def _gaps(panel: ScorePanel) -> list[tuple[float, str]]:
    """Return the days of questionnaires that were due, or begun, without a total."""
    gaps = [(noon_of(on), words.missed_words()) for on in panel.missed_on]
    return sorted(gaps + [(noon_of(on), words.no_total_words()) for on in panel.without_total_on])


def _draw_heading(
    sheet: Sheet, plot: Plot, ink: Ink, heading: tuple[str, str], lift: float, *, wide: bool = True
) -> None:
    y = plot.top - 10 * sheet.scale - lift
    gap = 8 * sheet.scale
    hint_px = sheet.width_of(heading[1], HINT_PX)
    right = sheet.width - MARGIN_PX if wide else plot.right
    room = max(right - plot.left - hint_px - gap, plot.width / 2)
    name = sheet.fitted(heading[0], HEADING_PX, room, semibold=True)
    sheet.text(plot.left, y, name, HEADING_PX, semibold=True, color=ink.colour)
    start = plot.left + sheet.width_of(name, HEADING_PX, semibold=True) + gap
    sheet.text(start, y, sheet.fitted(heading[1], HINT_PX, right - start), HINT_PX)


def _draw_bands(sheet: Sheet, panel: ScorePanel, plot: Plot, lift: float) -> None:
    """Draw every second band grey, and write points and name beside each that has the height."""
    instrument = panel.instrument
    left = plot.right + 12 * sheet.scale
    room = sheet.width - MARGIN_PX / 2 - left
    low, high = plot.x_range
    for place, band in enumerate(instrument.bands):
        floor = plot.y_range[0] if band.low == instrument.low else band.low - 0.5
        ceiling = plot.y_range[1] if band.high == instrument.high else band.high + 0.5
        if place % 2 == 0:
            box = Box(low, floor, high, ceiling)
            sheet.block(box, plot, facecolor=sheet.palette.band)
        _write_band(sheet, plot, words.band_words(band), (floor, ceiling), (left, room))
    _draw_scale(
        sheet, plot, [*(band.low for band in instrument.bands), instrument.high], grid=False
    )
    y = plot.top - 10 * sheet.scale - lift
    heading = sheet.fitted(words.bands_heading(), BAND_PX, room, semibold=True)
    sheet.text(left, y, heading, BAND_PX, semibold=True, color=sheet.palette.text)


def _write_band(
    sheet: Sheet,
    plot: Plot,
    said: tuple[str, str],
    levels: tuple[float, float],
    across: tuple[float, float],
) -> None:
    left, room = across
    step = BAND_PX * 1.25 * sheet.scale
    high = plot.y(levels[0]) - plot.y(levels[1])
    rows = sheet.wrap(f"{said[0]}  {said[1]}", BAND_PX, room)
    if len(rows) * step > high + step * 0.4:
        rows = [said[0]] if step <= high + step * 0.4 else []
    middle = (plot.y(levels[0]) + plot.y(levels[1])) / 2
    first = middle - step * (len(rows) - 1) / 2
    for index, row in enumerate(rows):
        sheet.text(left, first + index * step, row, BAND_PX, middle=True)


def _draw_scale(sheet: Sheet, plot: Plot, values: Sequence[float], *, grid: bool = True) -> None:
    """Write the values on the left; those that would stand on each other are left out."""
    least = NUMBER_PX * 1.15 * sheet.scale
    written: list[float] = []
    for value in (values[0], values[-1], *values[1:-1]):
        y = plot.y(value)
        if grid:
            ends = [plot.left, plot.right]
            sheet.curve(ends, [y, y], color=sheet.palette.grid, lw=1.25, zorder=0.5)
        if all(abs(y - other) >= least for other in written):
            written.append(y)
            x = plot.left - 8 * sheet.scale
            sheet.text(x, y, format_number(value), NUMBER_PX, ha="right", middle=True)


def _draw_sessions(sheet: Sheet, course: QuestionnaireCourse, plot: Plot) -> None:
    draw_session_lines(sheet, plot, [day_of(mark.session.started_at) for mark in course.sessions])


def _levels(course: QuestionnaireCourse, panel: ScorePanel) -> list[Level]:
    levels = []
    baseline = panel.change.baseline
    if baseline is not None and baseline.score.total is not None:
        said = words.baseline_words(course, panel)
        levels.append(Level("baseline", baseline.score.total, _DOTS, said))
    if panel.response_at is not None:
        said = words.response_words(panel.response_at)
        levels.append(Level("response", panel.response_at, _DASHES, said))
    if panel.remission_below is not None:
        said = words.remission_words(panel.remission_below)
        # Between the last total in remission and the first that is not.
        levels.append(Level("remission", panel.remission_below - 0.5, _SOLID, said))
    return levels


def _draw_line(
    sheet: Sheet, plot: Plot, ink: Ink, segments: Sequence[Sequence[tuple[float, float]]]
) -> Line2D:
    days: list[float] = []
    values: list[float] = []
    for segment in segments:
        if len(segment) > 1:
            days += [*(day for day, _value in segment), nan]
            values += [*(value for _day, value in segment), nan]
    return sheet.curve(
        days,
        values,
        plot,
        color=ink.colour,
        lw=2.6 if len(days) < _DENSE else 1.4,
        ls=ink.dash,
        dash_capstyle="butt",
        zorder=3,
    )


def _ground(sheet: Sheet, plot: Plot) -> Ground:
    high = CAPITAL_HEIGHT * NUMBER_PX * sheet.scale
    return Ground(Box(plot.left, plot.top - high / 2, plot.right, plot.bottom + high / 4))


def _spots(row: Any, plot: Plot, marks: Sequence[Mark]) -> tuple[Spot, ...]:
    return tuple(Spot(row, one.point, plot.x(one.day), plot.y(one.value)) for one in marks)
