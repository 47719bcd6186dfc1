"""The side-effect chart: a cell per side effect and session, each as analysis has it."""

from datetime import date
from itertools import pairwise

import pytest
from matplotlib.figure import Figure

from symptrack.analysis.effect_map import EffectMap, summarise_side_effects
from symptrack.analysis.period import all_time
from symptrack.charts import side_effects_words
from symptrack.charts.heading import Source
from symptrack.charts.palette import DARK, GENTLE, LIGHT, ChartPalette
from symptrack.charts.sheet import new_figure
from symptrack.charts.side_effects import (
    EffectArtists,
    draw_side_effects,
    side_effects_chart,
)
from symptrack.charts.side_effects_layout import side_effects_height
from symptrack.charts.style import ChartStyle, Layout
from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import OwnSideEffect, load_side_effects
from symptrack.domain.words import EffectState, Route
from tests.builders import make_check_in, make_effect, make_journal, make_series, make_session
from tests.charts.drawing import SCREEN_PX, TODAY, outside, overlapping, words
from tests.charts.test_palette import _luminance, contrast
from tests.journals import design_series, first_series
from tests.long_journal import long_journal

STYLES = [
    pytest.param(ChartStyle(), 952, id="screen"),
    pytest.param(ChartStyle(palette=DARK, scale=2), 952, id="dark-200"),
    pytest.param(ChartStyle(scale=2), 700, id="small-200"),
    pytest.param(ChartStyle(layout=Layout.EXPORT), 1200, id="export"),
]


def map_of(journal: Journal, today_on: date = TODAY) -> EffectMap:
    period = all_time(journal, today_on)
    assert period is not None
    return summarise_side_effects(journal, period, load_side_effects())


def draw(
    found: EffectMap, style: ChartStyle | None = None, width: float = SCREEN_PX
) -> tuple[Figure, EffectArtists]:
    style = style or ChartStyle()
    figure = new_figure(width, side_effects_height(found, style, width))
    source = Source(saved_on=TODAY, label="J. M.")
    return figure, draw_side_effects(figure, found, style, source)


def odd_journal() -> Journal:
    """Return sessions of no series, an effect without its strength, an own name with markup."""
    return make_journal(
        sessions=[
            make_session("2026-09-01 10:30", route=Route.NASAL),
            make_session("2026-09-20 10:30"),
            make_session("2026-09-30 10:30"),
        ],
        check_ins=[
            make_check_in(
                "2026-09-01 13:00", side_effects=(make_effect("own_1", None), make_effect())
            ),
            make_check_in("2026-09-20 13:00", nothing_to_report=True),
            make_check_in("2026-09-30 13:00"),
        ],
        side_effects=[OwnSideEffect(key="own_1", label="$\\frac$ <b>heavy</b>")],
    )


@pytest.mark.parametrize("journal", [design_series(), first_series(), odd_journal()])
def test_each_cell_is_the_analysis_one(journal: Journal) -> None:
    found = map_of(journal)
    _figure, artists = draw(found)
    assert artists.rows == found.rows
    after = [one for row in found.rows for one in row.after]
    assert [(cell.severity, cell.noted) for cell in artists.cells] == [
        (one.worst, one.noted) for one in after
    ]
    assert [spot.point for spot in artists.places] == after


def test_numbers_words_and_signs_stand_on_the_chart() -> None:
    figure, _artists = draw(map_of(design_series()))
    said = words(figure)
    cells = [one.worst for row in map_of(design_series()).rows for one in row.after]
    for severity in (1, 2, 3):
        discs_and_legend = 2
        assert said.count(str(severity)) == cells.count(severity) + discs_and_legend
    assert {"none", "mild", "moderate", "severe", "nothing noted"} <= set(said)
    assert {"First series", "Maintenance", "2 to 3 days", "6 h or more"} <= set(said)


def test_what_has_no_strength_is_a_question_mark_and_what_was_not_noted_a_dot() -> None:
    figure, artists = draw(map_of(odd_journal()))
    said = words(figure)
    assert said.count("?") == 2  # the cell and the legend
    assert "there, strength not noted" in said
    assert "$\\frac$ <b>heavy</b>" in said
    assert [(cell.severity, cell.noted) for cell in artists.cells[-3:]] == [
        (None, True),
        (None, False),
        (None, False),
    ]


def test_only_the_latest_sessions_stand_here_where_not_all_have_room() -> None:
    found = map_of(long_journal())
    figure, artists = draw(found, ChartStyle(layout=Layout.EXPORT), 1200)
    assert len(artists.shown) < len(found.sessions)
    assert artists.shown[-1] == len(found.sessions) - 1
    assert any("Here: the latest" in line for line in words(figure))


def test_sixty_sessions_keep_numbers_in_their_cells() -> None:
    found = map_of(long_journal(years=5))
    assert len(found.sessions) >= 60
    figure, artists = draw(found, width=1800)
    assert len(artists.shown) >= 45
    assert outside(figure) == []


@pytest.mark.parametrize(("style", "width"), STYLES)
@pytest.mark.parametrize(
    "journal", [design_series(), first_series(), long_journal(), odd_journal()]
)
def test_words_stand_apart_and_inside(journal: Journal, style: ChartStyle, width: int) -> None:
    figure, _artists = draw(map_of(journal), style, width)
    assert overlapping(figure) == []
    assert outside(figure) == []


def test_where_none_was_ever_there_what_was_asked_about_shows_it() -> None:
    series = make_series()
    journal = make_journal(
        series=[series],
        sessions=[make_session(series_id=series.id)],
        check_ins=[make_check_in(nothing_to_report=True)],
    )
    found = map_of(journal)
    figure, artists = draw(found)
    assert found.rows == ()
    assert artists.rows == found.never
    assert not any(line.startswith("Never there") for line in words(figure))
    assert side_effects_words.summary(found).endswith("After infusion 1 there was none.")


def test_without_any_word_on_side_effects_the_chart_says_what_starts_it() -> None:
    found = map_of(make_journal(sessions=[make_session()], check_ins=[make_check_in()]))
    figure, artists = draw(found)
    assert artists.places == ()
    assert "No side effect noted yet" in words(figure)
    assert side_effects_words.summary(found).startswith("This chart starts with one check-in")


def test_the_summary_says_how_many_the_strongest_and_the_longest() -> None:
    chart = side_effects_chart(map_of(design_series()))
    assert chart.title == "Worst severity of each side effect after each infusion"
    assert chart.summary == (
        "Side effects were asked about after 8 of 8 infusions. "
        "Strongest after infusion 1: Felt disconnected, severe (3). "
        "Strongest after infusion 8: 3 side effects, mild (1). "
        "The longest was Numb or tingling: 2 to 3 days."
    )
    odd = side_effects_words.summary(map_of(odd_journal()))
    assert "after 2 of 3 sessions." in odd
    assert "Strongest after a session: Nausea, mild (1)." in odd


def test_what_has_no_duration_is_not_known() -> None:
    series = make_series()
    journal = make_journal(
        series=[series],
        sessions=[make_session(series_id=series.id)],
        check_ins=[
            make_check_in(
                "2026-09-01 12:00",
                time_known=False,
                side_effects=(make_effect("nausea", None, state=EffectState.PRESENT),),
            )
        ],
    )
    found = map_of(journal)
    figure, _artists = draw(found)
    assert "not known" in words(figure)
    assert side_effects_words.summary(found).endswith("Nausea, strength not noted.")


@pytest.mark.parametrize("palette", [LIGHT, DARK, GENTLE], ids=lambda palette: palette.name)
def test_severities_can_be_read_and_told_apart_in_grey(palette: ChartPalette) -> None:
    for shade in palette.severities:
        assert contrast(shade.ink, shade.fill) >= 4.5
    grey = [_luminance(shade.fill) for shade in palette.severities]
    assert grey in (sorted(grey), sorted(grey, reverse=True))
    for one, other in pairwise(grey):
        assert abs(one - other) > 0.02
