"""What stands in a chart's place before there is one: pale axes and dashed discs."""

from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Circle

from symptrack.charts.session_track import DISC_TEXT_PX
from symptrack.charts.sheet import PT_PER_PX, Sheet
from symptrack.charts.style import ChartStyle

EMPTY_WIDTH_PX, EMPTY_HEIGHT_PX = 440, 190
_AXES_PX = 402
_LINES_Y = (18, 68, 118)
_DISCS_Y = 160
_DISC_RADIUS_PX = 13
_DISCS = 6


def draw_empty(figure: Figure, style: ChartStyle, words: Sequence[str] = ()) -> None:
    """Draw the empty state, centred, with ``words`` below it: a heading, then plain lines."""
    sheet = Sheet(figure, style)
    k, palette = sheet.scale, sheet.palette
    rows = _rows(sheet, words)
    left = (sheet.width - _AXES_PX) / 2
    top = max((sheet.height - EMPTY_HEIGHT_PX - len(rows) * 26 * k) / 2, 0)
    for y in _LINES_Y:
        ends = [left, left + _AXES_PX]
        sheet.curve(ends, [top + y] * 2, color=palette.grid, lw=2 / k)
    step = (_AXES_PX - 2 * 31) / (_DISCS - 1)
    for number in range(1, _DISCS + 1):
        _dashed_disc(sheet, left + 31 + step * (number - 1), top + _DISCS_Y, str(number))
    baseline = top + EMPTY_HEIGHT_PX + 24 * k
    for index, row in enumerate(rows):
        looks: dict[str, Any] = {"semibold": True, "color": palette.text} if index == 0 else {}
        size = 20 if index == 0 else 16
        sheet.text(sheet.width / 2, baseline, row, size, ha="center", **looks)
        baseline += 30 * k


def _rows(sheet: Sheet, words: Sequence[str]) -> list[str]:
    room = sheet.width - 48
    return [row for line in words for row in sheet.wrap(line, 16, room)]


def _dashed_disc(sheet: Sheet, x: float, y: float, number: str) -> None:
    sheet.figure.add_artist(
        Circle(
            (x, y),
            _DISC_RADIUS_PX,
            transform=sheet.px,
            facecolor="none",
            edgecolor=sheet.palette.mapped,
            linewidth=1.6 * PT_PER_PX,
            linestyle=(0, (4.4, 1.9)),
        )
    )
    size = (DISC_TEXT_PX + 1) / sheet.scale
    sheet.text(x, y, number, size, semibold=True, ha="center", middle=True)
