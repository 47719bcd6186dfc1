"""Totals as marks with their numbers, what was not filled in, and the lines they are held to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke
from matplotlib.text import Text

from symptrack.charts.free_ground import Ground, around
from symptrack.charts.palette import Ink
from symptrack.charts.sheet import PT_PER_PX, Box, Plot, Sheet

NUMBER_PX = 14
LABEL_PX = 17
NOTE_PX = 13
_LINE_WORDS_PX = 14
_HALO_PX = 4
_PLACES_TRIED = 20
# From so few pixels a mark on, marks are small and only some are labelled.
_ROOMY_PX = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A value on a day, with what stands beside it and what it stands for."""

    day: float
    value: float
    label: str
    hollow: bool = False
    point: Any = None


@dataclass(frozen=True, slots=True)
class Level:
    """A line across at a value: its name, its dash, and what is written on it."""

    name: str
    value: float
    dash: Any
    words: str


def draw_marks(
    sheet: Sheet, plot: Plot, ink: Ink, marks: Sequence[Mark], ground: Ground
) -> tuple[Line2D, ...]:
    """Draw filled marks, then hollow ones, and keep their ground free of words."""
    size, edge = (10, 1.6) if _roomy(plot, marks, sheet.scale) else (4.5, 0.4)
    half = size * 0.6 * sheet.scale
    drawn = []
    for hollow in (False, True):
        some = [one for one in marks if one.hollow is hollow]
        looks: dict[str, Any] = {"mfc": ink.colour, "mec": sheet.palette.paper, "mew": edge}
        if hollow:
            looks = {"mfc": sheet.palette.paper, "mec": ink.colour, "mew": 2.2 if edge > 1 else 1.2}
        if some:
            days, values = [one.day for one in some], [one.value for one in some]
            line = sheet.curve(
                days, values, plot, ls="none", marker=ink.marker, ms=size, zorder=5, **looks
            )
            drawn.append(line)
    places = [(plot.x(one.day), plot.y(one.value)) for one in marks]
    ground.take(Box(x - half, y - half, x + half, y + half) for x, y in places)
    return tuple(drawn)


def label_marks(
    sheet: Sheet, plot: Plot, ink: Ink, marks: Sequence[Mark], ground: Ground
) -> tuple[Text, ...]:
    """Write each value beside its mark: the first and the last first, then those with room."""
    if not marks:
        return ()
    roomy = _roomy(plot, marks, sheet.scale)
    size = LABEL_PX if roomy else NUMBER_PX
    lowest, highest = min(marks, key=_value), max(marks, key=_value)
    ordered = [marks[0], marks[-1], lowest, highest, *(marks if roomy else ())]
    unique = {id(one): one for one in ordered}
    texts = []
    for one in unique.values():
        wide = sheet.width_of(one.label, size, semibold=True)
        x, y = plot.x(one.day), plot.y(one.value)
        spots = around(x, y, wide, size * 0.8 * sheet.scale, 9 * sheet.scale)
        # Where there is room for marks every one is told, on a line if it must be.
        box = ground.first_free(spots) or (ground.least_covered(spots) if roomy else None)
        if box is not None:
            texts.append(
                sheet.text(
                    box.left,
                    (box.top + box.bottom) / 2,
                    one.label,
                    size,
                    semibold=True,
                    middle=True,
                    color=ink.colour,
                    **_halo(sheet),
                )
            )
    return tuple(texts)


def draw_missed(
    sheet: Sheet, plot: Plot, gaps: Sequence[tuple[float, str]], ground: Ground
) -> Line2D | None:
    """Draw a cross on the axis for each gap, with its words where there is room for them."""
    if not gaps:
        return None
    k = sheet.scale
    days = [day for day, _said in gaps]
    px_apart = plot.width / len(gaps) / k
    size = 8 if px_apart >= _ROOMY_PX else 4.5
    low = plot.y_range[0] + (plot.y_range[1] - plot.y_range[0]) * 0.03
    crosses = sheet.curve(
        days,
        [low] * len(days),
        plot,
        ls="none",
        marker="x",
        ms=size,
        mew=1.8 if size == 8 else 1.1,
        mec=sheet.palette.quiet_text,
        zorder=5,
    )
    half = size * 0.7 * k
    y = plot.y(low)
    ground.take(Box(plot.x(day) - half, y - half, plot.x(day) + half, y + half) for day in days)
    if px_apart < _ROOMY_PX:
        return crosses
    for day, said in gaps:
        wide = sheet.width_of(said, NOTE_PX)
        x = min(max(plot.x(day), plot.left + wide / 2), plot.right - wide / 2)
        spots = around(x, y, wide, NOTE_PX * 0.8 * k, 10 * k)
        box = ground.first_free(spots[:1])
        if box is not None:
            middle = (box.top + box.bottom) / 2
            sheet.text(box.left, middle, said, NOTE_PX, middle=True, **_halo(sheet))
    return crosses


def draw_threshold(sheet: Sheet, plot: Plot, level: Level, ground: Ground) -> None:
    """Draw a line across, with its words above or below it: on the right, else where it is free."""
    k = sheet.scale
    ink = sheet.palette.text
    sheet.curve(plot.x_range, [level.value] * 2, plot, color=ink, lw=1.4, ls=level.dash, zorder=2)
    wide = sheet.width_of(level.words, _LINE_WORDS_PX)
    high = _LINE_WORDS_PX * 0.8 * k
    y, air = plot.y(level.value), 5 * k
    places = []
    for step in range(_PLACES_TRIED, -1, -1):
        share = step / _PLACES_TRIED
        left = plot.left + 4 * k + share * max(plot.width - wide - 8 * k, 0)
        places += [Box(left, top, left + wide, top + high) for top in (y - air - high, y + air)]
    box = ground.first_free(places) or ground.least_covered(places)
    middle = (box.top + box.bottom) / 2
    looks = {"color": ink, **_halo(sheet)}
    sheet.text(box.left, middle, level.words, _LINE_WORDS_PX, middle=True, **looks)


def _roomy(plot: Plot, marks: Sequence[Mark], scale: float) -> bool:
    return plot.width / max(len(marks), 1) / scale >= _ROOMY_PX


def _value(mark: Mark) -> float:
    return mark.value


def _halo(sheet: Sheet) -> dict[str, Any]:
    """Return what keeps words readable where a line runs behind them."""
    width = _HALO_PX * PT_PER_PX * sheet.scale
    stroke: Any = withStroke  # matplotlib leaves it untyped
    return {"path_effects": [stroke(linewidth=width, foreground=sheet.palette.paper)]}
