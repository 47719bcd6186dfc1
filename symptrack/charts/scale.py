"""The scale of a rating from 0 to 10, and the week that it is compared with."""

from collections.abc import Sequence

from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from symptrack.analysis.reference import Reference
from symptrack.charts.heading import MARGIN_PX
from symptrack.charts.sheet import Box, Plot, Sheet

SCALE_TICKS = (0, 5, 10)
NUMBER_PX = 14
NOTE_PX = 13
DASHED = (0, (5, 3))
# A band around a single value would have no height.
BAND_EDGE = 0.12


def draw_scale(sheet: Sheet, plot: Plot, *, numbers: bool) -> None:
    """Draw the lines at 0, 5 and 10; every chart shows the whole scale."""
    for value in SCALE_TICKS:
        y = plot.y(value)
        sheet.curve([plot.left, plot.right], [y, y], color=sheet.palette.grid, lw=1.25, zorder=0.5)
        if numbers:
            x = plot.left - 8 * sheet.scale
            sheet.text(x, y, str(value), NUMBER_PX, ha="right", middle=True)


def draw_reference(
    sheet: Sheet, found: Reference, said: Sequence[str], plot: Plot
) -> tuple[Rectangle, Line2D, tuple[Text, ...]]:
    """Draw the band and the dashed line of a reference, and its words beside the panel."""
    low, high = plot.x_range
    band = sheet.block(
        Box(low, found.low - BAND_EDGE, high, found.high + BAND_EDGE),
        plot,
        facecolor=sheet.palette.band,
    )
    line = sheet.curve(
        [low, high],
        [found.value, found.value],
        plot,
        color=sheet.palette.quiet_text,
        lw=1.4,
        ls=DASHED,
        zorder=1,
    )
    left = plot.right + 10 * sheet.scale
    room = min(sheet.width - MARGIN_PX / 2, plot.right + 106 * sheet.scale) - left
    rows = [row for words in said for row in sheet.wrap(words, NOTE_PX, room)]
    step = NOTE_PX * 1.4 * sheet.scale
    # Centred on the line, but never past the ends of the scale into another panel's words.
    height = step * (len(rows) - 1)
    middle = min(max(plot.y(found.value), plot.top + height / 2), plot.bottom - height / 2)
    first = middle - height / 2
    words = [
        sheet.text(left, first + index * step, row, NOTE_PX, middle=True)
        for index, row in enumerate(rows)
    ]
    return band, line, tuple(words)
