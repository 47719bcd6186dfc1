"""The hours chart: how strong each side effect was in the hours after a session, over them all."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import nan

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.path import Path

from symptrack.analysis.effect_hours import BINS, BinValues, EffectHours, HoursAfter
from symptrack.charts import hours_after_words as words
from symptrack.charts.chart import Chart, Spot
from symptrack.charts.empty import draw_empty
from symptrack.charts.heading import (
    MARGIN_PX,
    Head,
    Source,
    draw_head,
    draw_source,
    head_of,
    source_height,
)
from symptrack.charts.palette import ink_at
from symptrack.charts.sheet import Box, Plot, Sheet, new_figure
from symptrack.charts.style import ChartStyle
from symptrack.charts.time_track import DOTTED
from symptrack.domain.words import Severity

NAME_PX, TEXT_PX, TICK_PX, N_PX = 15.5, 13.5, 13.5, 13
_LEVELS_PX, _COLUMN_GAP_PX = 82, 26
_LEAST_COLUMN_PX, _WIDEST_COLUMN_PX, _MOST_COLUMNS, _MOST_PANELS = 230, 506, 3, 6
_PANEL_PX, _LEAST_PANEL_PX = 104, 84
_HEADER_PX, _TICKS_PX, _ROW_GAP_PX = 50, 46, 14
_NOTE_PX, _NOTE_LEADING = 13.5, 1.4
_EMPTY_PX = 360
# The last bin, a day after, stands apart behind a dotted line.
_APART = 0.35
_Y_RANGE = (Severity.NONE - 0.22, Severity.SEVERE + 0.22)
_SPREAD_PX = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class HourArtists:
    """What was drawn of one side effect; the data are places of bins and severities.

    ``medians`` hold the bins with a median, ``line`` joins them (NaN where it stops), ``points``
    are the sessions of the bins without one.
    """

    effect: EffectHours
    plot: Plot
    medians: Line2D
    line: Line2D
    points: Line2D
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrangement:
    head: Head
    panels: tuple[tuple[EffectHours, Plot, bool], ...]
    notes: tuple[str, ...]
    notes_y: float
    height: float


@dataclass(frozen=True, slots=True)
class _Across:
    """Where the bins stand that have any value; the last, a day after, stands apart."""

    places: tuple[int, ...]

    @property
    def apart(self) -> float | None:
        """Where the dotted line before the last bin stands."""
        if self.places[-1] != len(BINS) - 1 or len(self.places) == 1:
            return None
        return len(self.places) - 1.5 + _APART / 2

    @property
    def edges(self) -> tuple[float, float]:
        """The ends of the axis."""
        return -0.5, len(self.places) - 0.5 + (_APART if self.apart is not None else 0)

    def x(self, place: int) -> float:
        """Return where a bin stands."""
        late = self.apart is not None and place == self.places[-1]
        return self.places.index(place) + (_APART if late else 0)

    def neighbours(self, place: int, following: int) -> bool:
        """Whether a line may join two bins: side by side, and both within a day."""
        beside = self.places.index(place) + 1 == self.places.index(following)
        return beside and following < len(BINS) - 1


def hours_after_chart(found: HoursAfter) -> Chart:
    """Return the hours chart."""
    return Chart(
        title=words.title(found),
        summary=words.summary(found),
        height=partial(hours_after_height, found),
        least=partial(hours_after_height, found, least=True),
        draw=lambda figure, style, source: tuple(
            spot
            for artists in draw_hours_after(figure, found, style, source)
            for spot in artists.spots
        ),
    )


def hours_after_height(
    found: HoursAfter, style: ChartStyle, width_px: float, *, least: bool = False
) -> float:
    """Return the height in pixels at which a chart of a width reads best, or the least."""
    if not found.effects:
        return _EMPTY_PX * style.scale
    height = 1.0 if least else None
    return _arrange(found, Sheet(new_figure(width_px, 1), style), height).height


def draw_hours_after(
    figure: Figure, found: HoursAfter, style: ChartStyle, source: Source | None = None
) -> tuple[HourArtists, ...]:
    """Draw the side effects of the hours after onto an empty figure, filling it.

    A panel each for the commonest; where none was there it draws the empty state.
    """
    if not found.effects:
        draw_empty(figure, style, (words.title(found), words.empty_text()))
        return ()
    sheet = Sheet(figure, style)
    layout = _arrange(found, sheet, sheet.height)
    draw_head(sheet, layout.head)
    drawn = tuple(
        _draw_panel(sheet, found, effect, plot, levels=levels)
        for effect, plot, levels in layout.panels
    )
    for index, note in enumerate(layout.notes):
        y = layout.notes_y + index * _NOTE_PX * _NOTE_LEADING * sheet.scale
        sheet.text(MARGIN_PX, y, note, _NOTE_PX)
    draw_source(sheet, found.period, source, layout.height)
    return drawn


def _arrange(found: HoursAfter, sheet: Sheet, height: float | None) -> _Arrangement:
    k = sheet.scale
    head = head_of(sheet, words.title(found), words.subtitle(found))
    left = MARGIN_PX + _LEVELS_PX * k
    room = sheet.width - left - MARGIN_PX
    gap = _COLUMN_GAP_PX * k
    fits = int((room + gap) / (_LEAST_COLUMN_PX * k + gap))
    shown = found.effects[:_MOST_PANELS]
    columns = max(min(fits, _MOST_COLUMNS, len(shown)), 1)
    rows = -(-len(shown) // columns)
    # A single panel is not drawn wider than it reads well.
    wide = min((room - gap * (columns - 1)) / columns, _WIDEST_COLUMN_PX * k)
    edges = _Across(found.places).edges
    notes = _notes(found, sheet)
    below = len(notes) * _NOTE_PX * _NOTE_LEADING * k + source_height(sheet) + 6 * k
    panel_px = _PANEL_PX * (1 + k) / 2
    around = (_HEADER_PX + _TICKS_PX) * k
    gaps = _ROW_GAP_PX * k * (rows - 1)
    if height is not None:
        panel_px = (height - head.height - below - gaps) / rows - around
        panel_px = max(panel_px, _LEAST_PANEL_PX * (1 + k) / 2)
    panels = []
    for index, effect in enumerate(shown):
        row, column = divmod(index, columns)
        top = head.height + _HEADER_PX * k + row * (panel_px + around + _ROW_GAP_PX * k)
        plot = Plot(left + column * (wide + gap), top, wide, panel_px, edges, _Y_RANGE)
        panels.append((effect, plot, column == 0))
    foot = panels[-1][1].bottom + _TICKS_PX * k
    return _Arrangement(
        head=head,
        panels=tuple(panels),
        notes=notes,
        notes_y=foot + _NOTE_PX * k,
        height=foot + below,
    )


def _notes(found: HoursAfter, sheet: Sheet) -> tuple[str, ...]:
    others = [effect.name for effect in found.effects[_MOST_PANELS:]]
    if not others:
        return ()
    return tuple(sheet.wrap(words.others_words(others), _NOTE_PX, sheet.width - 2 * MARGIN_PX))


def _draw_panel(
    sheet: Sheet, found: HoursAfter, effect: EffectHours, plot: Plot, *, levels: bool
) -> HourArtists:
    k, palette = sheet.scale, sheet.palette
    name = sheet.fitted(effect.name, NAME_PX, plot.width, semibold=True)
    looks = {"semibold": True, "color": palette.text}
    sheet.text(plot.left, plot.top - 28 * k, name, NAME_PX, **looks)
    said = sheet.fitted(words.present_words(found, effect), TEXT_PX, plot.width)
    sheet.text(plot.left, plot.top - 10 * k, said, TEXT_PX)
    across = _Across(found.places)
    _draw_scale(sheet, effect, plot, across, levels=levels)
    ink = ink_at(0, palette)
    told = [one for one in effect.bins if one.median is not None]
    runs = _runs(told, across)
    for run in runs:
        _draw_band(sheet, plot, run, across)
    places, values = _joined(runs, across)
    xs = [across.x(one.place) for one in told]
    middles = [one.median or 0.0 for one in told]
    drawn = {"color": ink.colour, "zorder": 3}
    return HourArtists(
        effect=effect,
        plot=plot,
        line=sheet.curve(places, values, plot, lw=2.8, **drawn),
        medians=sheet.curve(xs, middles, plot, ls="none", marker="o", ms=7, mew=0, **drawn),
        points=_draw_points(sheet, effect, plot, across),
        spots=tuple(
            Spot(effect, one, plot.x(across.x(one.place)), plot.y(_middle(one)))
            for one in effect.bins
        ),
    )


def _draw_scale(
    sheet: Sheet, effect: EffectHours, plot: Plot, across: _Across, *, levels: bool
) -> None:
    k, palette = sheet.scale, sheet.palette
    for severity in range(Severity.NONE, Severity.SEVERE + 1):
        y = plot.y(severity)
        sheet.curve([plot.left, plot.right], [y, y], color=palette.grid, lw=1.25, zorder=0.5)
        if levels:
            said = words.level_words(severity)
            x = plot.left - 8 * k
            sheet.text(x, y, said, TICK_PX, ha="right", middle=True)
    if across.apart is not None:
        ends = [plot.top, plot.bottom]
        sheet.curve([plot.x(across.apart)] * 2, ends, color=palette.quiet_text, lw=1, ls=DOTTED)
    for place in across.places:
        said = words.bin_words(place, last=place in across.places[-2:])
        sheet.text(plot.x(across.x(place)), plot.bottom + 18 * k, said, TICK_PX, ha="center")
    for index, one in enumerate(effect.bins):
        said = words.n_words(one.n, first=index == 0)
        sheet.text(plot.x(across.x(one.place)), plot.bottom + 36 * k, said, N_PX, ha="center")


def _draw_band(sheet: Sheet, plot: Plot, run: Sequence[BinValues], across: _Across) -> None:
    """Fill from the mildest to the strongest; a lone bin is an upright bar."""
    if len(run) == 1:
        half = 0.09
        x = across.x(run[0].place)
        box = Box(x - half, run[0].low, x + half, run[0].high)
        sheet.block(box, plot, facecolor=sheet.palette.band, zorder=1)
        return
    upper = [(plot.x(across.x(one.place)), plot.y(one.high)) for one in run]
    lower = [(plot.x(across.x(one.place)), plot.y(one.low)) for one in reversed(run)]
    outline = Path([*upper, *lower, upper[0]], closed=True)
    sheet.shapes([outline], facecolor=sheet.palette.band, zorder=1)


def _draw_points(sheet: Sheet, effect: EffectHours, plot: Plot, across: _Across) -> Line2D:
    """Draw each session of a bin with too few for a median, side by side where they are equal."""
    step = _SPREAD_PX * sheet.scale / plot.width * (plot.x_range[1] - plot.x_range[0])
    xs, ys = [], []
    for one in effect.bins:
        if one.median is None:
            for severity, count in sorted(Counter(v.severity for v in one.values).items()):
                for index in range(count):
                    xs.append(across.x(one.place) + (index - (count - 1) / 2) * step)
                    ys.append(severity)
    looks = {"mfc": sheet.palette.paper, "mec": ink_at(0, sheet.palette).colour, "mew": 1.6}
    return sheet.curve(xs, ys, plot, ls="none", marker="o", ms=5, zorder=4, **looks)


def _runs(told: Sequence[BinValues], across: _Across) -> list[list[BinValues]]:
    """Return the bins that a line joins: neighbours of one day, none over one left out."""
    runs: list[list[BinValues]] = []
    for one in told:
        joined = runs and across.neighbours(runs[-1][-1].place, one.place)
        if joined:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _joined(
    runs: Sequence[Sequence[BinValues]], across: _Across
) -> tuple[list[float], list[float]]:
    xs: list[float] = []
    ys: list[float] = []
    for run in runs:
        if len(run) > 1:
            xs += [*(across.x(one.place) for one in run), nan]
            ys += [*(one.median or 0.0 for one in run), nan]
    return xs, ys


def _middle(one: BinValues) -> float:
    return float(one.high) if one.median is None else one.median
