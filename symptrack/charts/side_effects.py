"""The side-effect chart: every side effect after every session, as a map of cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from matplotlib.figure import Figure

from symptrack.analysis.effect_map import EffectMap, EffectRow
from symptrack.analysis.timing import session_on
from symptrack.charts import side_effects_words as words
from symptrack.charts.chart import Chart, Spot
from symptrack.charts.common_words import latest_here_words, sessions_word
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
from symptrack.charts.session_track import DISC_PX, PILL_TEXT_PX, draw_disc
from symptrack.charts.severity_marks import Cell, draw_cells
from symptrack.charts.sheet import Box, Sheet, new_figure
from symptrack.charts.style import ChartStyle
from symptrack.formatting import format_day

NAME_PX, TEXT_PX, DATE_PX = 15.5, 14, 13
_NAMES_PX, _NAMES_SHARE = 190, 0.3
_LONGEST_PX, _LONGEST_SHARE = 136, 0.22
_GROUP_GAP_PX = 14
_LEAST_SLOT_PX, _GLYPH_SLOT_PX, _WIDEST_SLOT_PX = 22, 46, 76
_CELL_GAP_PX = 5
_SERIES_PX, _DISCS_PX, _DAYS_PX = 22, 26, 24
_ROW_PX, _CLOSE_ROW_PX, _CLOSE_FROM, _LEAST_ROW_PX = 40, 32, 11, 26
_LEGEND_PX, _LEGEND_CELL_PX = 30, 44
_NOTE_PX, _NOTE_LEADING = 13.5, 1.4
_EMPTY_PX = 360
_NEVER_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectArtists:
    """What was drawn: the rows, the places of the sessions shown, and each cell with its value."""

    rows: tuple[EffectRow, ...]
    shown: tuple[int, ...]
    cells: tuple[Cell, ...]
    places: tuple[Spot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrangement:
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


def side_effects_chart(found: EffectMap) -> Chart:
    """Return the side-effect chart."""
    return Chart(
        title=words.title(found),
        summary=words.summary(found),
        height=partial(side_effects_height, found),
        least=partial(side_effects_height, found, least=True),
        draw=lambda figure, style, source: draw_side_effects(figure, found, style, source).places,
    )


def side_effects_height(
    found: EffectMap, style: ChartStyle, width_px: float, *, least: bool = False
) -> float:
    """Return the height in pixels at which a chart of a width reads best, or the least."""
    if not any(found.noted):
        return _EMPTY_PX * style.scale
    height = 1.0 if least else None
    return _arrange(found, Sheet(new_figure(width_px, 1), style), height).height


def draw_side_effects(
    figure: Figure, found: EffectMap, style: ChartStyle, source: Source | None = None
) -> EffectArtists:
    """Draw the side effects of each session onto an empty figure, filling it.

    A column per session, of which the latest stand here that have room; where nothing was noted of
    side effects it draws the empty state.
    """
    if not any(found.noted):
        draw_empty(figure, style, (words.title(found), words.empty_text()))
        return EffectArtists(rows=(), shown=(), cells=(), places=())
    sheet = Sheet(figure, style)
    layout = _arrange(found, sheet, sheet.height)
    draw_head(sheet, layout.head)
    _draw_columns(sheet, found, layout)
    cells, places = _draw_rows(sheet, layout)
    _draw_foot(sheet, layout)
    draw_source(sheet, found.period, source, layout.height)
    return EffectArtists(rows=layout.rows, shown=layout.shown, cells=cells, places=places)


def _arrange(found: EffectMap, sheet: Sheet, height: float | None) -> _Arrangement:
    k = sheet.scale
    head = head_of(sheet, words.title(found), words.subtitle(found))
    # Where none was ever there, the ones that were asked about show that.
    rows = found.rows or found.never
    names_px = min(_NAMES_PX * k, _NAMES_SHARE * sheet.width)
    longest_px = min(_LONGEST_PX * k, _LONGEST_SHARE * sheet.width)
    left, right = MARGIN_PX + names_px, sheet.width - MARGIN_PX - longest_px
    shown, slots = _slots(found, left, right, k, _least_slot(found, sheet))
    notes = _notes(found, sheet, len(shown))
    top = head.height + (_SERIES_PX + _DISCS_PX + _DAYS_PX) * k
    parts = _legend_cells(rows)
    legend = _legend_places(sheet, left, parts)
    legend_px = (legend[-1][1] + 1) * _LEGEND_PX * k
    below = legend_px + len(notes) * _NOTE_PX * _NOTE_LEADING * k + 18 * k + source_height(sheet)
    row_px = (_ROW_PX if len(rows) < _CLOSE_FROM else _CLOSE_ROW_PX) * k
    if height is not None:
        row_px = max((height - top - below) / len(rows), _LEAST_ROW_PX * k)
    foot = top + row_px * len(rows)
    return _Arrangement(
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
        legend_y=foot + _LEGEND_PX * k * 0.7,
        height=foot + below,
    )


def _slots(
    found: EffectMap, left: float, right: float, k: float, least: float
) -> tuple[tuple[int, ...], tuple[tuple[float, float], ...]]:
    """Return which sessions stand here, the latest, and the columns' edges."""
    count = len(found.sessions)
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


def _notes(found: EffectMap, sheet: Sheet, shown: int) -> tuple[str, ...]:
    room = sheet.width - 2 * MARGIN_PX
    count = len(found.sessions)
    rows: list[str] = []
    if shown < count:
        sessions = sessions_word(mark.session for mark in found.sessions)
        latest = latest_here_words(shown, count, sessions)
        rows += sheet.wrap(latest, _NOTE_PX, room)
    if found.rows and found.never:
        said = sheet.wrap(words.never_words(found), _NOTE_PX, room)
        if len(said) > _NEVER_LINES:
            said = [
                *said[: _NEVER_LINES - 1],
                sheet.fitted(" ".join(said[_NEVER_LINES - 1 :]), _NOTE_PX, room),
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
    wide = [(_LEGEND_CELL_PX + 30) * k + sheet.width_of(said, TEXT_PX) for said, *_rest in parts]
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


def _draw_columns(sheet: Sheet, found: EffectMap, layout: _Arrangement) -> None:
    k = sheet.scale
    series_y = layout.top - (_DAYS_PX + _DISCS_PX + 8) * k
    disc_y = layout.top - (_DAYS_PX + 10) * k
    day_y = layout.top - 10 * k
    slot = layout.slots[0][1] - layout.slots[0][0]
    dates = [format_day(session_on(found.sessions[place].session)) for place in layout.shown]
    dated = all(sheet.width_of(date, DATE_PX) + 4 * k <= slot for date in dates)
    for place, (left, right), date in zip(layout.shown, layout.slots, dates, strict=True):
        number = found.sessions[place].number
        draw_disc(sheet, ((left + right) / 2, disc_y), "" if number is None else str(number))
        if dated:
            sheet.text((left + right) / 2, day_y, date, DATE_PX, ha="center")
    for index, group in enumerate(found.groups):
        inside = [
            edges
            for place, edges in zip(layout.shown, layout.slots, strict=True)
            if group.first <= place <= group.last
        ]
        if inside:
            room = inside[-1][1] - inside[0][0]
            name = sheet.fitted(words.series_name(found, index), TEXT_PX, room, semibold=True)
            looks = {"semibold": True, "color": sheet.palette.text}
            sheet.text(inside[0][0] + 2 * k, series_y, name, TEXT_PX, **looks)
    room = sheet.width - MARGIN_PX / 2 - layout.longest_x
    heading = sheet.wrap(words.longest_heading(), TEXT_PX, room, semibold=True)
    for line, row in enumerate(reversed(heading)):
        y = day_y - line * TEXT_PX * 1.2 * k
        looks = {"semibold": True, "color": sheet.palette.text}
        sheet.text(layout.longest_x, y, row, TEXT_PX, **looks)


def _draw_rows(sheet: Sheet, layout: _Arrangement) -> tuple[tuple[Cell, ...], tuple[Spot, ...]]:
    k = sheet.scale
    half = _CELL_GAP_PX / 2 * k
    wide = layout.slots[0][1] - layout.slots[0][0] >= _GLYPH_SLOT_PX * k
    cells, spots = [], []
    for index, row in enumerate(layout.rows):
        top = layout.top + index * layout.row_px
        middle = top + layout.row_px / 2
        room = layout.names_px - 10 * k
        _write_beside(sheet, row.name, NAME_PX, (MARGIN_PX, middle), (room, layout.row_px))
        if row.present:
            room = sheet.width - MARGIN_PX / 2 - layout.longest_x
            place, said = (layout.longest_x, middle), words.longest_words(row)
            _write_beside(sheet, said, TEXT_PX, place, (room, layout.row_px))
        for column, (left, right) in zip(layout.shown, layout.slots, strict=True):
            box = Box(left + half, top + half, right - half, top + layout.row_px - half)
            after = row.after[column]
            cells.append(Cell(box, after.worst, after.noted))
            spots.append(Spot(row, after, (left + right) / 2, middle))
    draw_cells(sheet, cells, glyphs=wide)
    return tuple(cells), tuple(spots)


def _write_beside(
    sheet: Sheet, said: str, size: float, place: tuple[float, float], room: tuple[float, float]
) -> None:
    """Write beside a row of cells, in two lines where one is too long and two have the height."""
    step = size * 1.2 * sheet.scale
    rows = sheet.wrap(said, size, room[0])
    most = max(int(room[1] / step), 1)
    if len(rows) > most:
        rows = [*rows[: most - 1], sheet.fitted(" ".join(rows[most - 1 :]), size, room[0])]
    first = place[1] - step * (len(rows) - 1) / 2
    for line, row in enumerate(rows):
        y = first + line * step
        sheet.text(place[0], y, row, size, middle=True, color=sheet.palette.text)


def _draw_foot(sheet: Sheet, layout: _Arrangement) -> None:
    k = sheet.scale
    cells = []
    for (x, line), (said, severity, noted) in zip(layout.legend, layout.parts, strict=True):
        y = layout.legend_y + line * _LEGEND_PX * k
        box = Box(x, y - 11 * k, x + _LEGEND_CELL_PX * k, y + 11 * k)
        cells.append(Cell(box, severity, noted))
        sheet.text(x + (_LEGEND_CELL_PX + 8) * k, y, said, TEXT_PX, middle=True)
    draw_cells(sheet, cells, glyphs=True)
    step = _NOTE_PX * _NOTE_LEADING * k
    first = layout.legend_y + (layout.legend[-1][1] + 1) * _LEGEND_PX * k
    for index, note in enumerate(layout.notes):
        sheet.text(MARGIN_PX, first + index * step, note, _NOTE_PX)
