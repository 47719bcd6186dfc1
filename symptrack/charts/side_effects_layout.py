"""Where each part of the side-effect chart goes, and which sessions have room in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from symptrack.analysis.effect_map import EffectMap, EffectRow
from symptrack.charts import side_effects_words as words
from symptrack.charts.chart import Part
from symptrack.charts.common_words import here_words, part_words
from symptrack.charts.heading import MARGIN_PX, Head, head_of, source_height
from symptrack.charts.session_track import DISC_PX, PILL_TEXT_PX
from symptrack.charts.sheet import Sheet, new_figure
from symptrack.charts.style import ChartStyle, Layout

TEXT_PX, NOTE_PX, NOTE_LEADING = 14, 13.5, 1.4
SERIES_PX, DISCS_PX, DAYS_PX = 22, 26, 24
LEGEND_PX, LEGEND_CELL_PX = 30, 44
_NAMES_PX, _NAMES_SHARE = 190, 0.3
_LONGEST_PX, _LONGEST_SHARE = 136, 0.22
_GROUP_GAP_PX = 14
_LEAST_SLOT_PX, _WIDEST_SLOT_PX = 22, 76
_ROW_PX, _CLOSE_ROW_PX, _CLOSE_FROM, _LEAST_ROW_PX = 40, 32, 11, 26
_EMPTY_PX = 360
_NEVER_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectLayout:
    """The places of the map, in pixels from the top left; ``slots`` are the cells' columns."""

    head: Head
    rows: tuple[EffectRow, ...]
    shown: tuple[int, ...]
    slots: tuple[tuple[float, float], ...]
    names_px: float
    longest_x: float
    top: float
    row_px: float
    notes: tuple[str, ...]
    parts: tuple[tuple[str, int | None, bool], ...]
    legend: tuple[tuple[float, float], ...]
    legend_y: float
    height: float


def side_effects_height(
    found: EffectMap,
    style: ChartStyle,
    width_px: float,
    *,
    until: int | None = None,
    least: bool = False,
) -> float:
    """Return the height in pixels at which a chart of a width reads best, or the least."""
    if not any(found.noted):
        return _EMPTY_PX * style.scale
    height = 1.0 if least else None
    return arrange(found, Sheet(new_figure(width_px, 1), style), height, until).height


def part_shown(
    found: EffectMap, style: ChartStyle, width_px: float, until: int | None = None
) -> Part | None:
    """Return which sessions a chart of a width shows, ``None`` where it shows all."""
    if not any(found.noted):
        return None
    sheet = Sheet(new_figure(width_px, 1), style)
    shown, _slots = _columns(found, sheet, until)
    count, first, end = len(found.sessions), shown[0], shown[-1] + 1
    if len(shown) == count:
        return None
    return Part(first, end, count, part_words(found.sessions, first, end))


def arrange(
    found: EffectMap, sheet: Sheet, height: float | None, until: int | None = None
) -> EffectLayout:
    """Lay the chart out in ``height`` pixels, or in its best height without one."""
    k = sheet.scale
    head = head_of(sheet, words.title(found), words.subtitle(found))
    # Where none was ever there, the ones that were asked about show that.
    rows = found.rows or found.never
    names_px = _names_width(sheet)
    shown, slots = _columns(found, sheet, until)
    notes = _notes(found, sheet, shown)
    top = head.height + (SERIES_PX + DISCS_PX + DAYS_PX) * k
    parts = _legend_cells(rows)
    legend = _legend_places(sheet, MARGIN_PX + names_px, parts)
    legend_px = (legend[-1][1] + 1) * LEGEND_PX * k
    below = legend_px + len(notes) * NOTE_PX * NOTE_LEADING * k + 18 * k + source_height(sheet)
    row_px = (_ROW_PX if len(rows) < _CLOSE_FROM else _CLOSE_ROW_PX) * k
    if height is not None:
        row_px = max((height - top - below) / len(rows), _LEAST_ROW_PX * k)
    foot = top + row_px * len(rows)
    return EffectLayout(
        head=head,
        rows=rows,
        shown=shown,
        slots=slots,
        names_px=names_px,
        longest_x=slots[-1][1] + 16 * k,
        top=top,
        row_px=row_px,
        notes=notes,
        parts=tuple(parts),
        legend=legend,
        legend_y=foot + LEGEND_PX * k * 0.7,
        height=foot + below,
    )


def _names_width(sheet: Sheet) -> float:
    return min(_NAMES_PX * sheet.scale, _NAMES_SHARE * sheet.width)


def _columns(
    found: EffectMap, sheet: Sheet, until: int | None
) -> tuple[tuple[int, ...], tuple[tuple[float, float], ...]]:
    """Return which sessions stand here, the latest before ``until``, and the columns' edges."""
    k, least = sheet.scale, _least_slot(found, sheet)
    longest_px = min(_LONGEST_PX * k, _LONGEST_SHARE * sheet.width)
    left, right = MARGIN_PX + _names_width(sheet), sheet.width - MARGIN_PX - longest_px
    count = len(found.sessions) if until is None else until
    fits = max(int((right - left) / least), 1)
    while True:
        shown = tuple(range(max(count - fits, 0), count))
        breaks = {group.first for group in found.groups if group.first > shown[0]}
        gaps = _GROUP_GAP_PX * k * len(breaks)
        slot = min((right - left - gaps) / len(shown), _WIDEST_SLOT_PX * k)
        if slot >= least or len(shown) == 1:
            break
        fits = len(shown) - 1
    slots = []
    x = left
    for place in shown:
        x += _GROUP_GAP_PX * k if place in breaks else 0
        slots.append((x, x + slot))
        x += slot
    return shown, tuple(slots)


def _least_slot(found: EffectMap, sheet: Sheet) -> float:
    """Return the width of a column in which a number and the session's disc have room."""
    widest = max((str(mark.number or "") for mark in found.sessions), key=len)
    disc = sheet.width_of(widest, PILL_TEXT_PX, semibold=True) + (DISC_PX / 3 + 3) * sheet.scale
    return max(_LEAST_SLOT_PX * sheet.scale, disc if len(widest) > 2 else 0)


def _notes(found: EffectMap, sheet: Sheet, shown: Sequence[int]) -> tuple[str, ...]:
    room = sheet.width - 2 * MARGIN_PX
    rows: list[str] = []
    if len(shown) < len(found.sessions) and sheet.style.layout is not Layout.SCREEN:
        part = part_words(found.sessions, shown[0], shown[-1] + 1)
        rows += sheet.wrap(here_words(part), NOTE_PX, room)
    if found.rows and found.never:
        said = sheet.wrap(words.never_words(found), NOTE_PX, room)
        if len(said) > _NEVER_LINES:
            said = [
                *said[: _NEVER_LINES - 1],
                sheet.fitted(" ".join(said[_NEVER_LINES - 1 :]), NOTE_PX, room),
            ]
        rows += said
    return tuple(rows)


def _legend_cells(rows: Sequence[EffectRow]) -> list[tuple[str, int | None, bool]]:
    """Return the parts of the legend: words, severity, and whether it was noted."""
    parts: list[tuple[str, int | None, bool]] = [
        (said, severity, True) for severity, said in enumerate(words.legend())
    ]
    after = [one for row in rows for one in row.after]
    if any(one.noted and one.worst is None for one in after):
        parts.append((words.strength_unknown_words(), None, True))
    parts.append((words.not_noted_words(), None, False))
    return parts


def _legend_places(
    sheet: Sheet, left: float, parts: Sequence[tuple[str, int | None, bool]]
) -> tuple[tuple[float, float], ...]:
    """Return where each part of the legend begins: pixels from the left, and its line."""
    k = sheet.scale
    right = sheet.width - MARGIN_PX
    wide = [(LEGEND_CELL_PX + 30) * k + sheet.width_of(said, TEXT_PX) for said, *_rest in parts]
    if sum(wide) > right - left:
        left = MARGIN_PX
    places = []
    x, line = left, 0
    for one in wide:
        if x > left and x + one - 22 * k > right:
            x, line = left, line + 1
        places.append((x, float(line)))
        x += one
    return tuple(places)
