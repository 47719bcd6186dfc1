"""The benefit chart: a bar for the days that mood stayed up after each session."""

from dataclasses import dataclass
from functools import partial

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from symptrack.analysis.benefit import Benefit, BenefitKind
from symptrack.analysis.benefit_course import BenefitCourse
from symptrack.analysis.timing import session_on
from symptrack.charts import benefit_words as words
from symptrack.charts.benefit_layout import (
    COLUMN_GAP_PX,
    DATE_PX,
    DAYS,
    DISC_PX,
    DOSE_PX,
    HATCH_PX,
    LEGEND_PX,
    LEGEND_ROW_PX,
    NOTE_PX,
    WORDS_PX,
    BenefitLayout,
    arrange,
    benefit_height,
    legend_places,
    legend_rows,
    part_shown,
)
from symptrack.charts.chart import Chart, Spot
from symptrack.charts.common_words import dose_words, short_day_in
from symptrack.charts.empty import draw_empty
from symptrack.charts.heading import MARGIN_PX, Source, draw_head, draw_source
from symptrack.charts.palette import ink_at
from symptrack.charts.session_track import draw_disc
from symptrack.charts.sheet import PT_PER_PX, Box, Sheet
from symptrack.charts.style import ChartStyle

TICK_PX = 14
_BAR_SHARE = 0.46
_ARROW_PX = 13
_LEADING = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class BarArtists:
    """What was drawn for one session: ``bar`` reaches from day 0 to its days, ``None`` without."""

    benefit: Benefit
    bar: Rectangle | None
    hatched: Rectangle | None
    words: str
    spot: Spot


def benefit_chart(found: BenefitCourse, until: int | None = None) -> Chart:
    """Return the benefit chart, of all sessions or of those before a place."""
    return Chart(
        title=words.title(found),
        summary=words.summary(found),
        height=partial(benefit_height, found, until=until),
        least=partial(benefit_height, found, until=until, least=True),
        draw=lambda figure, style, source: tuple(
            bar.spot for bar in draw_benefit(figure, found, style, source, until)
        ),
        part=partial(part_shown, found, until=until),
        ending=partial(benefit_chart, found),
    )


def draw_benefit(
    figure: Figure,
    found: BenefitCourse,
    style: ChartStyle,
    source: Source | None = None,
    until: int | None = None,
) -> tuple[BarArtists, ...]:
    """Draw the days of benefit of the latest sessions onto an empty figure, filling it.

    The latest of all, or the latest before the place ``until``.
    Without a session it draws the empty state.
    """
    if not found.benefits:
        draw_empty(figure, style, (words.title(found), words.empty_text()))
        return ()
    sheet = Sheet(figure, style)
    layout = arrange(found, sheet, sheet.height, until)
    draw_head(sheet, layout.head)
    _draw_ground(sheet, layout)
    drawn = []
    for place, middle in enumerate(layout.middles, start=layout.first):
        _draw_session(sheet, found, place, middle, layout)
        drawn.append(_draw_bar(sheet, found, found.benefits[place], middle, layout))
    _draw_legend(sheet, layout)
    draw_source(sheet, found.period, source, layout.height)
    return tuple(drawn)


def _draw_ground(sheet: Sheet, layout: BenefitLayout) -> None:
    """Draw the weeks, as many as stand side by side, and the lines between series."""
    k, plot = sheet.scale, layout.plot
    weeks = round(plot.x_range[1] / DAYS)
    step = 1
    while weeks / step * (sheet.width_of(words.week_words(weeks), TICK_PX) + 14 * k) > plot.width:
        step += 1
    for week in range(0, weeks + 1, step):
        x = plot.x(week * DAYS)
        sheet.curve([x, x], [plot.top, plot.bottom], color=sheet.palette.grid, lw=1.25, zorder=0.5)
        said = words.week_words(week)
        x = min(x, sheet.width - sheet.width_of(said, TICK_PX) / 2 - 4)
        sheet.text(x, plot.bottom + 20 * k, said, TICK_PX, ha="center")
    for y in layout.rules:
        ends = [MARGIN_PX, plot.right]
        sheet.curve(ends, [y, y], color=sheet.palette.grid, lw=1.25, zorder=0.6)
    for y, said in layout.headings:
        fitted = sheet.fitted(said, DOSE_PX, plot.right - MARGIN_PX, semibold=True)
        looks = {"semibold": True, "color": sheet.palette.text}
        _on_paper(sheet, MARGIN_PX, y, fitted, DOSE_PX, **looks)


def _draw_session(
    sheet: Sheet, found: BenefitCourse, place: int, middle: float, layout: BenefitLayout
) -> None:
    k, mark = sheet.scale, found.sessions[place]
    number = "" if mark.number is None else str(mark.number)
    draw_disc(sheet, (MARGIN_PX + DISC_PX / 2 * k, middle), number)
    x = MARGIN_PX + (DISC_PX + COLUMN_GAP_PX) * k
    date = short_day_in(found.period, session_on(mark.session))
    sheet.text(x, middle, date, DATE_PX, middle=True, color=sheet.palette.text)
    if layout.doses:
        right = layout.plot.left - COLUMN_GAP_PX * k
        sheet.text(right, middle, dose_words(mark.session), DOSE_PX, middle=True, ha="right")


def _draw_bar(
    sheet: Sheet, found: BenefitCourse, benefit: Benefit, middle: float, layout: BenefitLayout
) -> BarArtists:
    k, plot = sheet.scale, layout.plot
    ink = ink_at(0, sheet.palette).colour
    half = layout.row_px * _BAR_SHARE / 2
    end = plot.x(benefit.days or 0)
    bar = hatched = None
    if benefit.days is None:
        if benefit.kind is BenefitKind.NOT_REACHED:
            sheet.curve([end + 1.5 * k] * 2, [middle - half, middle + half], color=ink, lw=2.6)
    else:
        bar = sheet.block(
            Box(plot.left, middle - half, end, middle + half), facecolor=ink, zorder=3
        )
    if benefit.kind is BenefitKind.MISSING:
        box = Box(end, middle - half, end + HATCH_PX * k, middle + half)
        hatched = _hatched(sheet, box, ink)
        end = box.right
    elif benefit.kind in {BenefitKind.NEXT_SESSION, BenefitKind.SO_FAR}:
        sheet.curve([end + 2 * k], [middle], marker=">", ms=_ARROW_PX, mew=0, mfc=ink, zorder=4)
        end += _ARROW_PX * k * 0.7
    said = words.row_words(benefit, infusions=words.infusions(found))
    _write_bar(sheet, benefit, said, (end, middle), layout)
    spot = Spot(found, benefit, max(plot.x(benefit.days or 0), plot.left + 6 * k), middle)
    return BarArtists(benefit=benefit, bar=bar, hatched=hatched, words=said, spot=spot)


def _write_bar(
    sheet: Sheet, benefit: Benefit, said: str, place: tuple[float, float], layout: BenefitLayout
) -> None:
    """Write beside the bar, or in it where there is no room beside it."""
    k = sheet.scale
    end, middle = place
    strong = benefit.kind is BenefitKind.ENDED
    wide = sheet.width_of(said, WORDS_PX, semibold=strong)
    start = end + 10 * k
    right = sheet.width - MARGIN_PX / 2
    inside = layout.plot.x(benefit.days or 0) - layout.plot.left - 16 * k
    if start + wide > right and wide <= inside:
        x = layout.plot.left + 8 * k
        looks = {"semibold": strong, "color": sheet.palette.paper, "middle": True}
        sheet.text(x, middle, said, WORDS_PX, **looks)
        return
    looks = {"semibold": strong, "color": sheet.palette.text, "middle": True}
    rows = sheet.wrap(said, WORDS_PX, right - start, semibold=strong)
    step = WORDS_PX * _LEADING * k
    most = max(int(layout.row_px / step), 1)
    if len(rows) > most:
        rest = " ".join(rows[most - 1 :])
        rows = [*rows[: most - 1], sheet.fitted(rest, WORDS_PX, right - start, semibold=strong)]
    first = middle - step * (len(rows) - 1) / 2
    for line, row in enumerate(rows):
        _on_paper(sheet, start, first + line * step, row, WORDS_PX, **looks)


def _on_paper(sheet: Sheet, x: float, y: float, said: str, size: float, **looks: object) -> None:
    """Write with the paper's ground behind, so that the weeks' lines do not cross the words."""
    k = sheet.scale
    wide = sheet.width_of(said, size, semibold=bool(looks.get("semibold")))
    rise = 0 if looks.get("middle") else size * 0.33 * k
    high = size * 0.6 * k
    box = Box(x - 3 * k, y - rise - high, x + wide + 3 * k, y - rise + high)
    sheet.block(box, facecolor=sheet.palette.paper, zorder=2)
    sheet.text(x, y, said, size, **looks)


def _hatched(sheet: Sheet, box: Box, ink: str) -> Rectangle:
    return sheet.block(
        box,
        facecolor=sheet.palette.paper,
        edgecolor=ink,
        hatch="////",
        lw=1.4 * PT_PER_PX * sheet.scale,
        zorder=3,
    )


def _draw_legend(sheet: Sheet, layout: BenefitLayout) -> None:
    k = sheet.scale
    ink = ink_at(0, sheet.palette).colour
    said = words.legend()
    for place, (x, line) in enumerate(legend_places(sheet)):
        y = layout.legend_y + line * LEGEND_ROW_PX * k
        long = 26 if place == 1 else 34
        if place == 2:
            _hatched(sheet, Box(x, y - 6 * k, x + long * k, y + 6 * k), ink)
        else:
            sheet.block(Box(x, y - 6 * k, x + long * k, y + 6 * k), facecolor=ink, zorder=3)
        if place == 1:
            sheet.curve([x + (long + 1) * k], [y], marker=">", ms=10, mew=0, mfc=ink, zorder=4)
        sheet.text(x + 44 * k, y, said[place], LEGEND_PX, middle=True)
    y = layout.legend_y + (legend_rows(sheet) - 0.2) * LEGEND_ROW_PX * k
    for index, note in enumerate(layout.notes):
        sheet.text(MARGIN_PX, y + index * NOTE_PX * 1.4 * k, note, NOTE_PX)
