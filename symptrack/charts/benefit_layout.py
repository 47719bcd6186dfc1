"""Where each part of the benefit chart goes, for any width, number of sessions and text size."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from symptrack.analysis.benefit_course import BenefitCourse
from symptrack.analysis.timing import session_on
from symptrack.charts import benefit_words as words
from symptrack.charts.chart import Part
from symptrack.charts.common_words import dose_words, here_words, part_words, short_day_in
from symptrack.charts.heading import MARGIN_PX, Head, head_of, source_height
from symptrack.charts.sheet import Plot, Sheet, new_figure
from symptrack.charts.style import ChartStyle, Layout

DATE_PX, DOSE_PX, WORDS_PX, LEGEND_PX = 15, 14, 15, 13.5
DISC_PX, COLUMN_GAP_PX = 26, 14
NOTE_PX, LEGEND_ROW_PX = 13.5, 28
HATCH_PX = 30
DAYS = 7
_DOSES_FROM_PX = 620
_ROW_PX, _CLOSE_ROW_PX, _CLOSEST_ROW_PX, _LEAST_ROW_PX = 44, 34, 27, 23
_CLOSE_FROM, _CLOSEST_FROM, _MOST_ROWS = 9, 15, 30
_GROUP_GAP_PX, _GROUP_HEADING_PX = 16, 26
_TICKS_PX = 30
_EMPTY_PX = 360
_LEAST_WEEKS = 3
_LEAST_SHARE = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitLayout:
    """The places of a benefit chart, in pixels from the top left; rows begin with ``first``."""

    head: Head
    first: int
    middles: tuple[float, ...]
    row_px: float
    headings: tuple[tuple[float, str], ...]
    rules: tuple[float, ...]
    plot: Plot
    doses: bool
    notes: tuple[str, ...]
    legend_y: float
    height: float


def benefit_height(
    found: BenefitCourse,
    style: ChartStyle,
    width_px: float,
    *,
    until: int | None = None,
    least: bool = False,
) -> float:
    """Return the height in pixels at which a chart of a width reads best, or the least."""
    if not found.benefits:
        return _EMPTY_PX * style.scale
    height = 1.0 if least else None
    return arrange(found, Sheet(new_figure(width_px, 1), style), height, until).height


def part_shown(
    found: BenefitCourse, _style: ChartStyle, _width_px: float, until: int | None = None
) -> Part | None:
    """Return which sessions a chart shows, ``None`` where it shows all."""
    first, end = _rows(found, until)
    count = len(found.benefits)
    if end - first == count:
        return None
    return Part(first, end, count, part_words(found.sessions, first, end))


def arrange(
    found: BenefitCourse, sheet: Sheet, height: float | None, until: int | None = None
) -> BenefitLayout:
    """Lay the chart out in ``height`` pixels, or in its best height without one."""
    k = sheet.scale
    head = head_of(sheet, words.title(found), words.subtitle(found))
    first, end = _rows(found, until)
    notes = _notes(found, sheet, first, end)
    groups = [group for group in found.groups if group.last >= first and group.first < end]
    heading_px = (_GROUP_HEADING_PX if len(found.references) > 1 else 0) * k
    between = heading_px * len(groups) + _GROUP_GAP_PX * k * (len(groups) - 1)
    below = _below(sheet, notes)
    row_px = _natural_row(end - first) * k
    if height is not None:
        row_px = max((height - head.height - between - below) / (end - first), _LEAST_ROW_PX * k)
    y = head.height
    middles, headings, rules = [], [], []
    for group in groups:
        if group is not groups[0]:
            rules.append(y + _GROUP_GAP_PX * k / 2)
            y += _GROUP_GAP_PX * k
        if heading_px:
            headings.append((y + heading_px * 0.7, _group_words(found, group.first)))
        y += heading_px
        for _place in range(max(group.first, first), min(group.last + 1, end)):
            middles.append(y + row_px / 2)
            y += row_px
    plot, doses = _plot(found, sheet, slice(first, end), (head.height, y))
    return BenefitLayout(
        head=head,
        first=first,
        middles=tuple(middles),
        row_px=row_px,
        headings=tuple(headings),
        rules=tuple(rules),
        plot=plot,
        doses=doses,
        notes=notes,
        legend_y=y + (_TICKS_PX + LEGEND_ROW_PX / 2) * k,
        height=y + below,
    )


def _below(sheet: Sheet, notes: Sequence[str]) -> float:
    below = _TICKS_PX + LEGEND_ROW_PX * legend_rows(sheet) + len(notes) * NOTE_PX * 1.4 + 8
    return below * sheet.scale + source_height(sheet)


def _rows(found: BenefitCourse, until: int | None) -> tuple[int, int]:
    """Return the first session that stands here, the latest before ``until``, and that end."""
    end = len(found.benefits) if until is None else until
    return max(end - _MOST_ROWS, 0), end


def _notes(found: BenefitCourse, sheet: Sheet, first: int, end: int) -> tuple[str, ...]:
    """Return which sessions stand here, where these are not all."""
    if end - first == len(found.benefits) or sheet.style.layout is Layout.SCREEN:
        return ()
    said = here_words(part_words(found.sessions, first, end))
    return tuple(sheet.wrap(said, NOTE_PX, sheet.width - 2 * MARGIN_PX))


def _plot(
    found: BenefitCourse, sheet: Sheet, rows: slice, ends: tuple[float, float]
) -> tuple[Plot, bool]:
    """Return the bars' ground between two heights, and whether the doses stand before it."""
    left, doses = _plot_left(found, sheet, rows)
    longest = max((benefit.days or 0 for benefit in found.benefits[rows]), default=0)
    days = max(_LEAST_WEEKS, ceil(longest / DAYS)) * DAYS
    wide = _bars_width(found, sheet, rows, left, days)
    return Plot(left, ends[0], wide, ends[1] - ends[0], (0, days), (0, 1)), doses


def _natural_row(count: int) -> float:
    if count < _CLOSE_FROM:
        return _ROW_PX
    return _CLOSE_ROW_PX if count < _CLOSEST_FROM else _CLOSEST_ROW_PX


def _group_words(found: BenefitCourse, place: int) -> str:
    series = next(group.series for group in found.groups if group.first == place)
    reference = found.benefits[place].reference
    parts = [series.name if series is not None else ""]
    parts.append(words.reference_words(reference) if reference is not None else "")
    return ", ".join(part for part in parts if part)


def _plot_left(found: BenefitCourse, sheet: Sheet, rows: slice) -> tuple[float, bool]:
    """Return where the bars begin, and whether the doses have room before them."""
    k = sheet.scale
    marks = found.sessions[rows]
    dates = [short_day_in(found.period, session_on(mark.session)) for mark in marks]
    left = MARGIN_PX + (DISC_PX + COLUMN_GAP_PX) * k
    left += max(sheet.width_of(date, DATE_PX) for date in dates) + COLUMN_GAP_PX * k
    doses = [sheet.width_of(dose_words(mark.session), DOSE_PX) for mark in marks]
    shown = any(doses) and sheet.width >= _DOSES_FROM_PX * k
    return (left + max(doses) + COLUMN_GAP_PX * k if shown else left), shown


def _bars_width(found: BenefitCourse, sheet: Sheet, rows: slice, left: float, days: int) -> float:
    """Return the width of the bars' ground, so that the words beside each bar have room."""
    k = sheet.scale
    room = sheet.width - MARGIN_PX - left
    full = room - 30 * k
    wide = full
    for benefit in found.benefits[rows]:
        if benefit.days:
            said = words.row_words(benefit, infusions=words.infusions(found))
            beside = sheet.width_of(said, WORDS_PX, semibold=True) + (HATCH_PX + 16) * k
            wide = min(wide, (room - beside) * days / benefit.days)
    return max(wide, _LEAST_SHARE * full)


def legend_places(sheet: Sheet) -> list[tuple[float, int]]:
    """Return where each part of the legend begins, and in which line."""
    k = sheet.scale
    places = []
    x, line = float(MARGIN_PX), 0
    for said in words.legend():
        wide = (34 + 10) * k + sheet.width_of(said, LEGEND_PX)
        if x > MARGIN_PX and x + wide > sheet.width - MARGIN_PX:
            x, line = float(MARGIN_PX), line + 1
        places.append((x, line))
        x += wide + 28 * k
    return places


def legend_rows(sheet: Sheet) -> int:
    """Return how many lines the legend takes."""
    return legend_places(sheet)[-1][1] + 1
