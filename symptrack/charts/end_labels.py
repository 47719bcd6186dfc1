"""The sessions' discs at the ends of their lines; where there is no room for all, as pills."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from symptrack.charts.free_ground import Ground
from symptrack.charts.session_track import (
    DISC_PX,
    PILL_TEXT_PX,
    disc_label,
    draw_disc,
)
from symptrack.charts.sheet import Box, Plot, Sheet
from symptrack.charts.time_track import DOTTED

_MOST_APART = 12
_GAP_PX = 6
_CLUSTER_PX = (58, 24)
_LEAST_GATHERED = 3
_MARK_PX = 4


@dataclass(frozen=True, slots=True)
class EndLabel:
    """One disc or pill: the places in the list of those it stands for, and what it says."""

    places: tuple[int, ...]
    label: str


def draw_end_labels(
    sheet: Sheet,
    plot: Plot,
    ends: Sequence[tuple[float, float]],
    numbers: Sequence[int | None],
    avoid: Iterable[tuple[float, float]],
) -> tuple[EndLabel, ...]:
    """Label the end of each line by its session's number.

    Up to twelve each have a disc of their own beside their end; more of them, where they end close
    to each other, share one that says how many they are.
    """
    if len(ends) <= _MOST_APART:
        return _apart(sheet, plot, ends, numbers, avoid)
    return _together(sheet, plot, ends, numbers)


def _together(
    sheet: Sheet, plot: Plot, ends: Sequence[tuple[float, float]], numbers: Sequence[int | None]
) -> tuple[EndLabel, ...]:
    """Gather ends that lie in one field of a grid, the fullest first."""
    k = sheet.scale
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    wide, high = (side * k for side in _CLUSTER_PX)
    for place, (x, y) in enumerate(ends):
        cells[int(x // wide), int(y // high)].append(place)
    ground = _ground(sheet, plot)
    labels = []
    for places in sorted(cells.values(), key=len, reverse=True):
        some = [numbers[place] for place in places]
        label = disc_label(some) if len(some) < _LEAST_GATHERED else f"×{len(some)}"
        x = max(ends[place][0] for place in places)
        y = sum(ends[place][1] for place in places) / len(places)
        labels.append(_draw(sheet, ground, (x, y), tuple(places), label))
    return tuple(labels)


def _apart(
    sheet: Sheet,
    plot: Plot,
    ends: Sequence[tuple[float, float]],
    numbers: Sequence[int | None],
    avoid: Iterable[tuple[float, float]],
) -> tuple[EndLabel, ...]:
    ground = _ground(sheet, plot)
    half = _MARK_PX * sheet.scale
    ground.take(Box(x - half, y - half, x + half, y + half) for x, y in (*avoid, *ends))
    return tuple(
        _draw(sheet, ground, end, (place,), disc_label([number]))
        for place, (end, number) in enumerate(zip(ends, numbers, strict=True))
    )


def _ground(sheet: Sheet, plot: Plot) -> Ground:
    disc = DISC_PX * sheet.scale
    return Ground(Box(plot.left, plot.top - disc, plot.right, plot.bottom + disc))


def _draw(
    sheet: Sheet, ground: Ground, end: tuple[float, float], places: tuple[int, ...], label: str
) -> EndLabel:
    """Draw a disc right of an end, or where there is room, with a line that leads back to it."""
    k = sheet.scale
    disc = DISC_PX * k
    wide = disc
    if len(label) > 2:
        wide = max(disc, sheet.width_of(label, PILL_TEXT_PX, semibold=True) + disc / 3)
    candidates = _around(*end, wide, disc, _GAP_PX * k)
    box = ground.first_free(candidates) or ground.least_covered(candidates)
    centre = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    if box != candidates[0]:
        looks = {"color": sheet.palette.quiet_text, "lw": 1, "ls": DOTTED, "zorder": 4}
        sheet.curve([end[0], centre[0]], [end[1], centre[1]], None, **looks)
    draw_disc(sheet, centre, label)
    return EndLabel(places, label)


def _around(x: float, y: float, wide: float, high: float, gap: float) -> list[Box]:
    """Return the places for a disc: right of the end, then further and further around it."""
    right = x + gap
    places = [(right + across * (wide + 1), y - high / 2) for across in range(4)]
    for step in (1, 1.6, 2.4, 3.2):
        for across in (0, 0.6, 1.4, -1.2):
            left = right + across * (wide + 2)
            places += [(left, y - high / 2 - step * high), (left, y - high / 2 + step * high)]
    return [Box(left, top, left + wide, top + high) for left, top in places]
