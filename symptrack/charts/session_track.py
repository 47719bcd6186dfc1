"""The discs above a chart: which sessions share one, and where the visits stand."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from symptrack.charts.sheet import PT_PER_PX, Box, Sheet
from symptrack.texts import _

DISC_PX = 17.2
DISC_TEXT_PX = 11
PILL_TEXT_PX = 11.5
_PILL_PADDING_PX = 12
# A cluster wider than this many discs is cut into several pills, so that a pill still says where.
_WIDEST_PILL_DISCS = 6
_TRIM_PX = 1.5
_DIAMOND_PX, _SMALL_DIAMOND_PX = 10.4, 6
# Visits nearer than a small diamond is wide share a pill.
_LEAST_DIAMOND_PX = 11
_DIAMOND_EDGE_PX = 1.6
# What a diamond keeps free around it, and a word beside a disc: nothing looks like one shape.
_CLEAR_PX = 3
_VISIT_TEXT_PX = 13


@dataclass(frozen=True, slots=True)
class Disc:
    """A numbered disc, or the pill of several sessions.

    ``first`` to ``last`` are positions in the list of sessions, both included; ``left`` and
    ``right`` are pixels.
    """

    first: int
    last: int
    left: float
    right: float
    label: str

    @property
    def centre(self) -> float:
        """The middle, in pixels."""
        return (self.left + self.right) / 2


def disc_label(numbers: Sequence[int | None]) -> str:
    """Return what a disc says: a number, ``1–6``, or ``×4`` where numbers do not run on."""
    first = numbers[0]
    if len(numbers) == 1:
        return "" if first is None else str(first)
    if first is not None and list(numbers) == list(range(first, first + len(numbers))):
        return f"{first}–{numbers[-1]}"
    return f"×{len(numbers)}"


def place_discs(
    positions: Sequence[float],
    numbers: Sequence[int | None],
    disc_px: float,
    width_of: Callable[[str], float],
) -> tuple[Disc, ...]:
    """Return the discs of sessions at ``positions`` (pixels, ascending).

    Discs that would touch merge to a pill; a long run of them is cut into pills of about six
    discs' width, so that ten years of sessions still read from left to right.
    """
    spans = [(index, index) for index in range(len(positions))]
    while True:
        discs = [_disc(positions, numbers, span, disc_px, width_of) for span in spans]
        merged = _merge_touching(discs)
        if merged == spans:
            break
        spans = merged
    cut = [part for span in spans for part in _cut(positions, span, disc_px)]
    return tuple(_trim([_disc(positions, numbers, span, disc_px, width_of) for span in cut]))


def _disc(
    positions: Sequence[float],
    numbers: Sequence[int | None],
    span: tuple[int, int],
    disc_px: float,
    width_of: Callable[[str], float],
) -> Disc:
    first, last = span
    label = disc_label(numbers[first : last + 1])
    spread = positions[last] - positions[first]
    padding = _PILL_PADDING_PX * disc_px / DISC_PX
    least = disc_px if len(label) <= 2 else width_of(label) + padding
    width = max(spread + disc_px, least)
    centre = (positions[first] + positions[last]) / 2
    return Disc(first, last, centre - width / 2, centre + width / 2, label)


def _merge_touching(discs: Sequence[Disc]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    reach = -math.inf
    for disc in discs:
        if disc.left < reach:
            spans[-1] = (spans[-1][0], disc.last)
        else:
            spans.append((disc.first, disc.last))
        reach = max(reach, disc.right)
    return spans


def _cut(
    positions: Sequence[float], span: tuple[int, int], disc_px: float
) -> list[tuple[int, int]]:
    first, last = span
    spread = positions[last] - positions[first]
    widest = _WIDEST_PILL_DISCS * disc_px
    if spread <= widest:
        return [span]
    parts = math.ceil(spread / widest)
    parted: list[tuple[int, int]] = []
    start = first
    for part in range(1, parts + 1):
        end = positions[first] + spread * part / parts
        stop = start
        while stop < last and positions[stop + 1] <= end + 1e-6:
            stop += 1
        parted.append((start, stop))
        start = stop + 1
        if start > last:
            break
    return parted


def _trim(discs: list[Disc]) -> list[Disc]:
    for index in range(len(discs) - 1):
        here, there = discs[index], discs[index + 1]
        if here.right > there.left - 2 * _TRIM_PX:
            middle = (here.right + there.left) / 2
            discs[index] = _resized(here, right=middle - _TRIM_PX)
            discs[index + 1] = _resized(there, left=middle + _TRIM_PX)
    return discs


def _resized(disc: Disc, left: float | None = None, right: float | None = None) -> Disc:
    return Disc(
        disc.first,
        disc.last,
        disc.left if left is None else left,
        disc.right if right is None else right,
        disc.label,
    )


def draw_disc(sheet: Sheet, centre: tuple[float, float], label: str, width: float = 0) -> Box:
    """Draw a disc or pill; returns the ground it covers. ``width`` is pixels on the sheet."""
    x, y = centre
    disc_px = DISC_PX * sheet.scale
    size = PILL_TEXT_PX if len(label) > 2 else DISC_TEXT_PX
    if len(label) > 2:
        width = max(width, sheet.width_of(label, size, semibold=True) + disc_px / 3)
    half = max(width, disc_px) / 2
    box = Box(x - half, y - disc_px / 2, x + half, y + disc_px / 2)
    sheet.pill(box, facecolor=sheet.palette.disc)
    if label:
        looks: dict[str, Any] = {"semibold": True, "color": sheet.palette.disc_text, "ha": "center"}
        sheet.text(x, y, label, size, middle=True, zorder=9, **looks)
    return box


def place_visits(sheet: Sheet, xs: Sequence[float]) -> tuple[Disc, ...]:
    """Return the marks of visits: a diamond for one, a pill for those that would touch."""
    return place_discs(
        xs,
        [None] * len(xs),
        _LEAST_DIAMOND_PX * sheet.scale,
        lambda words: sheet.width_of(words, PILL_TEXT_PX, semibold=True),
    )


def visit_box(mark: Disc, y: float, scale: float) -> Box:
    """Return the ground that a visit's mark covers, edge and free space included."""
    half = ((_DIAMOND_PX + _DIAMOND_EDGE_PX) / math.sqrt(2) + _CLEAR_PX) * scale
    wide = max(half, (mark.right - mark.left) / 2 + _CLEAR_PX * scale)
    return Box(mark.centre - wide, y - half, mark.centre + wide, y + half)


def draw_visits(
    sheet: Sheet, marks: Sequence[Disc], y: float, taken: list[Box], left: float
) -> None:
    """Draw visits as open diamonds, each labelled where there is room, at least one of them.

    ``taken`` is the ground of the discs, ``left`` the edge that a label may not cross.
    """
    word = _("visit")
    wide = sheet.width_of(word, _VISIT_TEXT_PX)
    crowded = any(
        later.centre - earlier.centre < 1.6 * _DIAMOND_PX * sheet.scale
        for earlier, later in pairwise(marks)
    )
    size = _SMALL_DIAMOND_PX if crowded else _DIAMOND_PX
    clear = _CLEAR_PX * sheet.scale
    taken = [Box(one.left - clear, one.top, one.right + clear, one.bottom) for one in taken]
    taken += [visit_box(mark, y, sheet.scale) for mark in marks]
    for mark in marks:
        if mark.label:
            draw_open_pill(sheet, mark, y)
        else:
            _draw_diamond(sheet, mark.centre, y, size)
        half = max(12 * sheet.scale, (mark.right - mark.left) / 2 + 6 * sheet.scale)
        for start in (mark.centre - half - wide, mark.centre + half):
            words = Box(start, y - 7 * sheet.scale, start + wide, y + 7 * sheet.scale)
            if start >= left and not any(words.overlaps(other) for other in taken):
                sheet.text(start, y, word, _VISIT_TEXT_PX, middle=True)
                taken.append(words)
                break


def draw_open_pill(sheet: Sheet, mark: Disc, y: float) -> None:
    """Draw the number of visits or changes that share a mark; open, as sessions' pills are not."""
    high = DISC_PX / 2 * sheet.scale
    ground = Box(mark.left, y - high, mark.right, y + high)
    looks: dict[str, Any] = {"facecolor": sheet.palette.paper, "edgecolor": sheet.palette.text}
    sheet.pill(ground, lw=_DIAMOND_EDGE_PX * PT_PER_PX * sheet.scale, **looks)
    words: dict[str, Any] = {"semibold": True, "color": sheet.palette.text, "ha": "center"}
    sheet.text(mark.centre, y, mark.label, PILL_TEXT_PX, middle=True, zorder=9, **words)


def _draw_diamond(sheet: Sheet, x: float, y: float, size: float) -> None:
    looks: dict[str, Any] = {"mfc": sheet.palette.paper, "mec": sheet.palette.text, "zorder": 6}
    sheet.curve([x], [y], marker="D", ms=size, mew=_DIAMOND_EDGE_PX, **looks)
