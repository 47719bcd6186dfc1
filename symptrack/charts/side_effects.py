"""The side-effect chart: every side effect after every session, as a map of cells."""

from dataclasses import dataclass
from functools import partial

from matplotlib.figure import Figure

from symptrack.analysis.effect_map import EffectMap, EffectRow
from symptrack.analysis.timing import session_on
from symptrack.charts import side_effects_words as words
from symptrack.charts.chart import Chart, Spot
from symptrack.charts.empty import draw_empty
from symptrack.charts.heading import MARGIN_PX, Source, draw_head, draw_source
from symptrack.charts.session_track import draw_disc
from symptrack.charts.severity_marks import Cell, draw_cells
from symptrack.charts.sheet import Box, Sheet
from symptrack.charts.side_effects_layout import (
    DAYS_PX,
    DISCS_PX,
    LEGEND_CELL_PX,
    LEGEND_PX,
    NOTE_LEADING,
    NOTE_PX,
    TEXT_PX,
    EffectLayout,
    arrange,
    part_shown,
    side_effects_height,
)
from symptrack.charts.style import ChartStyle
from symptrack.formatting import format_day

NAME_PX, DATE_PX = 15.5, 13
_GLYPH_SLOT_PX = 46
_CELL_GAP_PX = 5
_BELOW_LEGEND_PX = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectArtists:
    """What was drawn: the rows, the places of the sessions shown, and each cell with its value."""

    rows: tuple[EffectRow, ...]
    shown: tuple[int, ...]
    cells: tuple[Cell, ...]
    places: tuple[Spot, ...]


def side_effects_chart(found: EffectMap, until: int | None = None) -> Chart:
    """Return the side-effect chart, of all sessions or of those before a place."""
    return Chart(
        title=words.title(found),
        summary=words.summary(found),
        height=partial(side_effects_height, found, until=until),
        least=partial(side_effects_height, found, until=until, least=True),
        draw=lambda figure, style, source: (
            draw_side_effects(figure, found, style, source, until).places
        ),
        part=partial(part_shown, found, until=until),
        ending=partial(side_effects_chart, found),
    )


def draw_side_effects(
    figure: Figure,
    found: EffectMap,
    style: ChartStyle,
    source: Source | None = None,
    until: int | None = None,
) -> EffectArtists:
    """Draw the side effects of each session onto an empty figure, filling it.

    A column per session, of which the latest stand here that have room, or the latest before the
    place ``until``; where nothing was noted of side effects it draws the empty state.
    """
    if not any(found.noted):
        draw_empty(figure, style, (words.title(found), words.empty_text()))
        return EffectArtists(rows=(), shown=(), cells=(), places=())
    sheet = Sheet(figure, style)
    layout = arrange(found, sheet, sheet.height, until)
    draw_head(sheet, layout.head)
    _draw_columns(sheet, found, layout)
    cells, places = _draw_rows(sheet, layout)
    _draw_foot(sheet, layout)
    draw_source(sheet, found.period, source, layout.height)
    return EffectArtists(rows=layout.rows, shown=layout.shown, cells=cells, places=places)


def _draw_columns(sheet: Sheet, found: EffectMap, layout: EffectLayout) -> None:
    k = sheet.scale
    series_y = layout.top - (DAYS_PX + DISCS_PX + 8) * k
    disc_y = layout.top - (DAYS_PX + 10) * k
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


def _draw_rows(sheet: Sheet, layout: EffectLayout) -> tuple[tuple[Cell, ...], tuple[Spot, ...]]:
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


def _draw_foot(sheet: Sheet, layout: EffectLayout) -> None:
    k = sheet.scale
    cells = []
    for (x, line), (said, severity, noted) in zip(layout.legend, layout.parts, strict=True):
        y = layout.legend_y + line * LEGEND_PX * k
        box = Box(x, y - 11 * k, x + LEGEND_CELL_PX * k, y + 11 * k)
        cells.append(Cell(box, severity, noted))
        sheet.text(x + (LEGEND_CELL_PX + 8) * k, y, said, TEXT_PX, middle=True)
    draw_cells(sheet, cells, glyphs=True)
    step = NOTE_PX * NOTE_LEADING * k
    first = layout.legend_y + (layout.legend[-1][1] + 1) * LEGEND_PX * k + _BELOW_LEGEND_PX * k
    for index, note in enumerate(layout.notes):
        sheet.text(MARGIN_PX, first + index * step, note, NOTE_PX)
