"""The questionnaire chart: each instrument's totals over its published bands, sessions above."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from matplotlib.figure import Figure

from symptrack.analysis.questionnaire_course import ClinicPanel, QuestionnaireCourse, ScorePanel
from symptrack.charts import questionnaires_words as words
from symptrack.charts.chart import Chart, Place
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
from symptrack.charts.palette import Ink, ink_at
from symptrack.charts.questionnaires_panel import (
    ScoreArtists,
    draw_clinic_panel,
    draw_safety_line,
    draw_score_panel,
)
from symptrack.charts.session_track import Disc
from symptrack.charts.sheet import Plot, Sheet, new_figure
from symptrack.charts.style import ChartStyle, Layout
from symptrack.charts.time_axis import Tick, day_of, day_range, ticks
from symptrack.charts.time_track import (
    DATE_PX,
    YEAR_LINE_PX,
    discs_at,
    draw_dates,
    draw_discs,
)

_LEFT_PX = 26
_GUTTER_PX, _GUTTER_SHARE = 186, 0.26
_TRACK_PX, _HEADING_PX = 30, 34
_GAP_PX = 20
_DATES_PX = 46
_EMPTY_PX = 360
_TICK_GAP_PX = 16
_SCORES_PX = {
    Layout.SCREEN: (330, 220, 190),
    Layout.EXPORT: (420, 260, 220),
    Layout.REPORT: (200, 150, 120),
}
_CLINIC_SHARE, _SAFETY_PX = 0.6, 54
_LEAST_SCORES_PX = 130


@dataclass(frozen=True, slots=True)
class _Row:
    """One panel to draw: its share of the height, or a height of its own."""

    draw: Callable[[Sheet, Plot], ScoreArtists]
    share: float = 0
    fixed_px: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrangement:
    """The places of a questionnaire chart, in pixels from the top left."""

    head: Head
    discs: tuple[Disc, ...]
    disc_y: float
    rows: tuple[_Row, ...]
    plots: tuple[Plot, ...]
    ticks: tuple[Tick, ...]
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireArtists:
    """What was drawn, for reading values back: a row per panel, and the discs."""

    panels: tuple[ScoreArtists, ...]
    discs: tuple[Disc, ...]
    places: tuple[Place, ...]


def questionnaires_chart(course: QuestionnaireCourse, *, item9: bool = True) -> Chart:
    """Return the questionnaire chart; without ``item9`` the item about self-harm is left out."""
    return Chart(
        title=words.title(course),
        summary=words.summary(course),
        height=partial(questionnaires_height, course, item9=item9),
        least=partial(questionnaires_height, course, item9=item9, least=True),
        draw=lambda figure, style, source: (
            draw_questionnaires(figure, course, style, source, item9=item9).places
        ),
    )


def questionnaires_height(
    course: QuestionnaireCourse,
    style: ChartStyle,
    width_px: float,
    *,
    item9: bool = True,
    least: bool = False,
) -> float:
    """Return the height in pixels at which a chart of a width reads best, or the least."""
    if not (course.panels or course.clinic):
        return _EMPTY_PX * style.scale
    height = 1.0 if least else None
    return _arrange(course, Sheet(new_figure(width_px, 1), style), height, item9=item9).height


def draw_questionnaires(
    figure: Figure,
    course: QuestionnaireCourse,
    style: ChartStyle,
    source: Source | None = None,
    *,
    item9: bool = True,
) -> QuestionnaireArtists:
    """Draw the totals of every questionnaire onto an empty figure, filling it.

    One panel per instrument, and one per scale of a clinic's: two scales never share an axis.
    Without any it draws the empty state.
    """
    if not (course.panels or course.clinic):
        draw_empty(figure, style, (words.title(course), words.empty_text()))
        return QuestionnaireArtists(panels=(), discs=(), places=())
    sheet = Sheet(figure, style)
    found = _arrange(course, sheet, sheet.height, item9=item9)
    draw_head(sheet, found.head)
    draw_discs(sheet, found.discs, found.disc_y)
    drawn = tuple(row.draw(sheet, plot) for row, plot in zip(found.rows, found.plots, strict=True))
    draw_dates(sheet, found.plots[-1], found.ticks)
    draw_source(sheet, course.period, source, found.height)
    return QuestionnaireArtists(
        panels=drawn,
        discs=found.discs,
        places=tuple(spot for artists in drawn for spot in artists.spots),
    )


def _arrange(
    course: QuestionnaireCourse, sheet: Sheet, height: float | None, *, item9: bool
) -> _Arrangement:
    k = sheet.scale
    head = head_of(sheet, words.title(course), words.subtitle(course))
    rows = _rows(course, sheet, item9=item9)
    across = _across(course, sheet)
    days = [day_of(mark.session.started_at) for mark in course.sessions]
    numbers = [mark.number for mark in course.sessions]
    dates = ticks(
        course.period.first_on,
        course.period.last_on,
        across.width,
        lambda said: sheet.width_of(said, DATE_PX),
        _TICK_GAP_PX * k,
    )
    # The discs stand between the first panel's heading and its ground.
    track_px = (_TRACK_PX if days else 0) * k
    dates_px = (_DATES_PX + YEAR_LINE_PX * any(tick.year for tick in dates)) * k
    fixed = head.height + track_px + dates_px + source_height(sheet)
    fixed += (_HEADING_PX * len(rows) + _GAP_PX * (len(rows) - 1)) * k
    fixed += sum(row.fixed_px for row in rows) * k
    tall = _tall(rows, sheet, None if height is None else height - fixed)
    plots = []
    top = head.height + track_px
    for row in rows:
        top += _HEADING_PX * k
        plot = replace(across, top=top, height=row.share * tall + row.fixed_px * k)
        plots.append(plot)
        top = plot.bottom + _GAP_PX * k
    return _Arrangement(
        head=head,
        discs=discs_at(sheet, across, days, numbers),
        disc_y=plots[0].top - 14 * k,
        rows=tuple(rows),
        plots=tuple(plots),
        ticks=dates,
        height=plots[-1].bottom + dates_px + source_height(sheet),
    )


def _across(course: QuestionnaireCourse, sheet: Sheet) -> Plot:
    """Return the ground between scale and bands; tops and heights are still open."""
    k = sheet.scale
    left = MARGIN_PX + _LEFT_PX * k
    gutter = min(_GUTTER_PX * k, _GUTTER_SHARE * sheet.width) if course.panels else MARGIN_PX
    days = day_range(course.period.first_on, course.period.last_on)
    return Plot(left, 0, sheet.width - left - gutter, 1, days)


def _tall(rows: Sequence[_Row], sheet: Sheet, room: float | None) -> float:
    """Return the height of a panel with a share of 1."""
    shares = sum(row.share for row in rows)
    if room is not None:
        return max(room / max(shares, 1), _LEAST_SCORES_PX * (1 + sheet.scale) / 2)
    wanted = _SCORES_PX[sheet.style.layout]
    return wanted[min(max(round(shares), 1), len(wanted)) - 1] * (1 + sheet.scale) / 2


def _rows(course: QuestionnaireCourse, sheet: Sheet, *, item9: bool) -> list[_Row]:
    rows: list[_Row] = []
    for place, panel in enumerate(course.panels):
        ink = ink_at(place, sheet.palette)
        lift = _TRACK_PX if place == 0 and course.sessions else 0
        rows.append(_Row(partial(_score_row, course, panel, ink, lift), share=1))
        if item9 and panel.safety is not None and panel.safety.answers:
            rows.append(_Row(partial(_safety_row, course, panel, ink), fixed_px=_SAFETY_PX))
    for place, clinic in enumerate(course.clinic, start=len(course.panels)):
        ink = ink_at(place, sheet.palette)
        lift = _TRACK_PX if place == 0 and course.sessions else 0
        rows.append(_Row(partial(_clinic_row, course, clinic, ink, lift), share=_CLINIC_SHARE))
    return rows


def _score_row(
    course: QuestionnaireCourse, panel: ScorePanel, ink: Ink, lift: float, *where: Any
) -> ScoreArtists:
    sheet, plot = where
    return draw_score_panel(sheet, course, panel, plot, ink, lift * sheet.scale)


def _safety_row(
    course: QuestionnaireCourse, panel: ScorePanel, ink: Ink, *where: Any
) -> ScoreArtists:
    sheet, plot = where
    return draw_safety_line(sheet, course, panel, plot, ink)


def _clinic_row(
    course: QuestionnaireCourse, panel: ClinicPanel, ink: Ink, lift: float, *where: Any
) -> ScoreArtists:
    sheet, plot = where
    return draw_clinic_panel(sheet, course, panel, plot, ink, lift * sheet.scale)
