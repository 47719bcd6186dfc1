"""The line of medicines above the course chart: where one began, changed or ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.lines import Line2D

from symptrack.analysis.care_marks import CareMark, MarkKind
from symptrack.charts import care_words
from symptrack.charts.session_track import PILL_TEXT_PX, draw_open_pill, place_discs
from symptrack.charts.sheet import Box, Plot, Sheet
from symptrack.charts.time_axis import noon_of

LABEL_PX = 13
MARKERS = {MarkKind.STARTED: ">", MarkKind.DOSE: "|", MarkKind.STOPPED: "s"}
_MARK_PX = {MarkKind.STARTED: 9.0, MarkKind.DOSE: 13.0, MarkKind.STOPPED: 8.0}
_EDGE_PX = 1.6
_DOSE_EDGE_PX = 3.2
# Marks nearer than this are one, with their number in it.
_APART_PX = 18
_GAP_PX = 10
_LEAST_LABEL_PX = 64
_WIDEST_LABEL_PX = 190


@dataclass(frozen=True, slots=True)
class MedicineArtists:
    """What was drawn of some changes that lie together: a mark, or their number in a pill."""

    marks: tuple[CareMark, ...]
    x: float
    line: Line2D | None
    words: str


def draw_medicines(
    sheet: Sheet, marks: Sequence[CareMark], plot: Plot, y: float
) -> tuple[MedicineArtists, ...]:
    """Draw changes of medicines at a height, each with its words as far as there is room."""
    gap = _GAP_PX * sheet.scale
    places = place_discs(
        [plot.x(noon_of(mark.on)) for mark in marks],
        [None] * len(marks),
        _APART_PX * sheet.scale,
        lambda words: sheet.width_of(words, PILL_TEXT_PX, semibold=True),
    )
    ends = [place.left for place in places[1:]] + [plot.right] * bool(places)
    drawn, free_from = [], plot.left
    for place, end in zip(places, ends, strict=True):
        shown = tuple(marks[place.first : place.last + 1])
        x = place.centre
        if place.label:
            draw_open_pill(sheet, place, y)
            drawn.append(MedicineArtists(shown, x, None, place.label))
            free_from = place.right + gap
            continue
        line = _draw_mark(sheet, x, y, shown[0])
        room = Box(x + gap, y, end, y), Box(free_from, y, x - gap, y)
        words, free_from = _draw_label(sheet, care_words.label(shown[0]), *room)
        drawn.append(MedicineArtists(shown, x, line, words))
    return tuple(drawn)


def _draw_mark(sheet: Sheet, x: float, y: float, mark: CareMark) -> Line2D:
    looks: dict[str, Any] = {
        "marker": MARKERS[mark.kind],
        "ms": _MARK_PX[mark.kind],
        "mew": _DOSE_EDGE_PX if mark.kind is MarkKind.DOSE else _EDGE_PX,
        "mfc": sheet.palette.paper,
        "mec": sheet.palette.text,
        "zorder": 6,
    }
    return sheet.curve([x], [y], **looks)


def _draw_label(sheet: Sheet, words: str, right: Box, left: Box) -> tuple[str, float]:
    """Write a change's words right or left of its mark, cut short where need be.

    Nothing where neither side has room for a few letters. Returns them, and where they end.
    """
    whole = sheet.width_of(words, LABEL_PX)
    for ground, align in ((right, "left"), (left, "right")):
        room = min(ground.right - ground.left, _WIDEST_LABEL_PX * sheet.scale)
        if room >= min(whole, _LEAST_LABEL_PX * sheet.scale):
            fitted = sheet.fitted(words, LABEL_PX, room)
            start = ground.left if align == "left" else ground.right
            sheet.text(start, ground.top, fitted, LABEL_PX, middle=True, ha=align)
            return fitted, right.left + (min(whole, room) if align == "left" else 0)
    return "", right.left
