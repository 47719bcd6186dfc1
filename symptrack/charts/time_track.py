"""What panels over time share: the sessions' discs above, their lines, and the dates below."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from matplotlib.lines import Line2D

from symptrack.charts.session_track import DISC_PX, PILL_TEXT_PX, Disc, draw_disc, place_discs
from symptrack.charts.sheet import Box, Plot, Sheet
from symptrack.charts.time_axis import Tick

DATE_PX = 14
YEAR_LINE_PX = 16
DOTTED = (0, (1, 2.2))
_DATE_DROP_PX = 27
# So many sessions, on average so few pixels apart, would be a fence of full lines.
_FENCE_POSTS, _FENCE_PX = 12, 10
_FENCE_TICK = 0.06


def discs_at(
    sheet: Sheet, plot: Plot, days: Sequence[float], numbers: Sequence[int | None]
) -> tuple[Disc, ...]:
    """Return the discs of sessions on some days of a panel; those that would touch are pills."""
    return place_discs(
        [plot.x(day) for day in days],
        numbers,
        DISC_PX * sheet.scale,
        lambda words: sheet.width_of(words, PILL_TEXT_PX, semibold=True),
    )


def draw_discs(sheet: Sheet, discs: Sequence[Disc], y: float) -> list[Box]:
    """Draw discs side by side; returns the ground that they cover."""
    return [
        draw_disc(sheet, (disc.centre, y), disc.label, disc.right - disc.left) for disc in discs
    ]


def draw_session_lines(sheet: Sheet, plot: Plot, days: Sequence[float]) -> list[Line2D]:
    """Draw a dotted line down at each session, or a short one where lines would be a fence."""
    gaps = [plot.x(later) - plot.x(earlier) for earlier, later in pairwise(days)]
    fence = len(gaps) >= _FENCE_POSTS and median(gaps) < _FENCE_PX * sheet.scale
    top, foot = plot.y_range[1], plot.y_range[0]
    if fence:
        foot = top - (top - foot) * _FENCE_TICK
    looks: dict[str, Any] = {
        "color": sheet.palette.quiet_text,
        "lw": 1.1,
        "ls": "-" if fence else DOTTED,
    }
    return [sheet.curve([x, x], [top, foot], plot, zorder=1, **looks) for x in days]


def draw_dates(sheet: Sheet, plot: Plot, dates: Sequence[Tick]) -> None:
    """Write the dates below a panel, each with its year in a second line where it has one."""
    y = plot.bottom + _DATE_DROP_PX * sheet.scale
    for tick in dates:
        half = sheet.width_of(tick.label, DATE_PX) / 2
        x = min(max(plot.x(tick.day), half), sheet.width - half)
        sheet.text(x, y, tick.label, DATE_PX, ha="center")
        sheet.text(x, y + YEAR_LINE_PX * sheet.scale, tick.year, DATE_PX, ha="center")
