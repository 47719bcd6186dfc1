"""The charts of hours, benefit and days draw analysis's numbers, and nothing over a gap."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from math import isnan
from typing import Any

import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from symptrack.analysis.benefit import BenefitKind
from symptrack.charts import benefit_words, days_after_words, hours_after_words
from symptrack.charts.benefit import benefit_chart, draw_benefit
from symptrack.charts.benefit_layout import benefit_height
from symptrack.charts.days_after import (
    FAINT,
    MOST_DAYS,
    DaysArtists,
    days_after_chart,
    days_after_height,
    draw_days_after,
)
from symptrack.charts.heading import Source
from symptrack.charts.hours_after import draw_hours_after, hours_after_chart, hours_after_height
from symptrack.charts.palette import DARK, GENTLE, LIGHT, ChartPalette
from symptrack.charts.sheet import new_figure
from symptrack.charts.style import ChartStyle, Layout
from symptrack.domain.journal import Journal
from symptrack.domain.session import Dose
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.words import DoseUnit, Route
from tests.analysis.test_chart_values import benefit_of, days_of, hours_of, nausea, sessions_with
from tests.builders import at, make_check_in, make_effect, make_journal, make_series, make_session
from tests.charts.drawing import SCREEN_PX, TODAY, data_of, outside, overlapping, words
from tests.charts.test_palette import contrast
from tests.journals import design_series, first_series
from tests.long_journal import long_journal

STYLES = [
    pytest.param(ChartStyle(), 952, id="screen"),
    pytest.param(ChartStyle(palette=DARK, scale=2), 700, id="dark-small-200"),
    pytest.param(ChartStyle(layout=Layout.EXPORT), 1200, id="export"),
    pytest.param(ChartStyle(layout=Layout.REPORT), 700, id="report"),
]
SOURCE = Source(saved_on=TODAY, label="J. M.")


def draw(
    height: Any, function: Any, found: Any, style: ChartStyle | None = None, width: int = SCREEN_PX
) -> tuple[Figure, Any]:
    style = style or ChartStyle()
    figure = new_figure(width, height(found, style, width))
    return figure, function(figure, found, style, SOURCE)


def runs_of(data: Sequence[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    runs: list[list[tuple[float, float]]] = [[]]
    for x, y in data:
        if isnan(x):
            runs.append([])
        else:
            runs[-1].append((x, y))
    return [run for run in runs if run]


def one_of_each_kind() -> Journal:
    """Return sessions whose benefit is not applicable, missing, ended and still going."""
    high = make_series(name="High")
    low = make_series(name="Low <b>$x$")
    return make_journal(
        series=[high, low],
        sessions=[
            make_session("2026-03-01 10:00", series_id=high.id),
            make_session("2026-06-01 10:00", series_id=low.id),
            make_session(
                "2026-07-01 10:00",
                series_id=low.id,
                dose=Dose(value=0.5, unit=DoseUnit.MG_PER_KG),
            ),
            make_session("2026-08-01 10:00", route=Route.NASAL),
        ],
        check_ins=[
            make_check_in("2026-02-28 10:00", ratings={"mood": 9}),
            make_check_in("2026-05-31 10:00", ratings={"mood": 2}),
            make_check_in("2026-06-02 10:00", ratings={"mood": 6}),
            make_check_in("2026-07-02 10:00", ratings={"mood": 6}),
            make_check_in("2026-07-03 10:00", ratings={"mood": 2}),
            make_check_in("2026-07-04 10:00", ratings={"mood": 2}),
        ],
    )


# Hours


@pytest.mark.parametrize("journal", [design_series(), first_series()])
def test_medians_are_the_analysis_ones_and_lines_join_neighbours(journal: Journal) -> None:
    found = hours_of(journal)
    _figure, panels = draw(hours_after_height, draw_hours_after, found)
    assert len(panels) == min(len(found.effects), 6)
    for effect, panel in zip(found.effects, panels, strict=False):
        assert panel.effect == effect
        medians = [one.median for one in effect.bins if one.median is not None]
        assert [value for _x, value in data_of(panel.medians)] == medians
        for run in runs_of(data_of(panel.line)):
            assert all(later - earlier == 1 for (earlier, _), (later, _) in itertools.pairwise(run))
        assert [spot.point for spot in panel.spots] == list(effect.bins)


def test_the_day_after_stands_apart_and_is_never_joined() -> None:
    _figure, panels = draw(hours_after_height, draw_hours_after, hours_of(design_series()))
    last = data_of(panels[0].medians)[-1][0]
    joined = [x for run in runs_of(data_of(panels[0].line)) for x, _value in run]
    assert last not in joined


def test_fewer_than_three_sessions_stand_as_points() -> None:
    journal = sessions_with(
        nausea("2026-09-01 12:30", 2), nausea("2026-09-08 12:30", 2), sessions=2
    )
    figure, (panel,) = draw(hours_after_height, draw_hours_after, hours_of(journal))
    assert data_of(panel.medians) == []
    assert [value for _x, value in data_of(panel.points)] == [2, 2]
    assert data_of(panel.points)[0][0] < data_of(panel.points)[1][0]
    assert {"n 2", "there after 2 of 2 infusions", "2 moderate"} <= set(words(figure))


def test_a_gap_between_bins_is_not_bridged() -> None:
    check_ins = [
        nausea(f"2026-09-{day:02} {time}", 2) for day in (1, 8, 15) for time in ("12:30", "17:30")
    ]
    dizzy = make_check_in("2026-09-01 14:30", side_effects=(make_effect("dizziness", 1),))
    journal = sessions_with(*check_ins, dizzy, sessions=3)
    journal = replace(
        journal,
        check_ins=(
            *journal.check_ins,
            make_check_in("2026-09-08 14:30", side_effects=(make_effect("sweating", 1),)),
        ),
    )
    found = hours_of(journal)
    _figure, panels = draw(hours_after_height, draw_hours_after, found)
    by_name = {panel.effect.effect: panel for panel in panels}
    assert found.places == (1, 2, 3)
    assert runs_of(data_of(by_name["nausea"].line)) == []
    assert hours_after_words.summary(found).startswith("Nausea was there after 3 of 3 infusions:")


def test_more_than_six_side_effects_are_named_below() -> None:
    keys = [f"own_{place}" for place in range(12)]
    effects = tuple(make_effect(key, 1) for key in keys)
    journal = replace(
        sessions_with(make_check_in("2026-09-01 12:30", side_effects=effects)),
        side_effects=tuple(OwnSideEffect(key=key, label=f"Own {key[4:]} $x$") for key in keys),
    )
    figure, panels = draw(hours_after_height, draw_hours_after, hours_of(journal))
    assert len(panels) == 6
    assert any(line.startswith("Also there, in the table:") for line in words(figure))
    assert "9 other side effects" in hours_after_chart(hours_of(journal)).summary


def test_no_side_effect_in_the_hours_after_is_the_empty_state() -> None:
    found = hours_of(sessions_with(make_check_in("2026-09-01 18:00")))
    figure, panels = draw(hours_after_height, draw_hours_after, found)
    assert panels == ()
    assert "No side effect in the hours after yet" in words(figure)
    assert hours_after_chart(found).draw(new_figure(952, 300), ChartStyle(), None) == ()


# Benefit


@pytest.mark.parametrize("journal", [design_series(), first_series(), one_of_each_kind()])
def test_each_bar_is_as_long_as_its_days(journal: Journal) -> None:
    found = benefit_of(journal)
    _figure, bars = draw(benefit_height, draw_benefit, found)
    assert [bar.benefit for bar in bars] == list(found.benefits)
    unit = {round(bar.bar.get_width() / bar.benefit.days, 6) for bar in bars if bar.bar is not None}
    assert len(unit) == 1
    for bar in bars:
        assert (bar.bar is None) == (bar.benefit.days is None)
        assert (bar.hatched is not None) == (bar.benefit.kind is BenefitKind.MISSING)
        if bar.benefit.days is not None:
            assert str(bar.benefit.days) in bar.words


def test_each_kind_is_told_in_words() -> None:
    figure, bars = draw(benefit_height, draw_benefit, benefit_of(one_of_each_kind()))
    assert [bar.words for bar in bars] == [
        "not applicable: it started above 8",
        "at least 1 day, entries missing",
        "1 day",
        "not known: mood not noted in the week before",
    ]
    said = words(figure)
    assert "High, started at 9 (from 1 entry)" in said
    assert "Low <b>$x$, started at 2 (from 1 entry)" in said
    assert "0.5 mg/kg" in said


def test_only_the_latest_thirty_stand_here() -> None:
    found = benefit_of(long_journal())
    style = ChartStyle(layout=Layout.EXPORT)
    figure, bars = draw(benefit_height, draw_benefit, found, style, 1200)
    assert [bar.benefit for bar in bars] == list(found.benefits[-30:])
    assert any(line.startswith("Here: the latest 30 of") for line in words(figure))


def test_benefit_says_its_numbers_in_one_sentence() -> None:
    chart = benefit_chart(benefit_of(design_series()))
    assert chart.summary == (
        "6 of 8 infusions have a count, from 1 to 15 days. Ended: 2. At least this long: 4. "
        "Not reached: 2. After the latest infusion: 15 days so far."
    )
    alone = benefit_words.summary(benefit_of(sessions_with(make_check_in("2026-09-01 18:00"))))
    assert alone.startswith("0 of 1 infusion has a count of days. Not known: 1.")
    assert "is not known" in benefit_words.subtitle(
        benefit_of(sessions_with(make_check_in("2026-09-01 18:00")))
    )


def test_long_bars_are_written_within_themselves_or_below_each_other() -> None:
    first, *_rest = design_series().sessions
    ups = [
        make_check_in(f"2026-{month:02}-{day:02} 18:00", ratings={"mood": 8})
        for month in (9, 10)
        for day in range(1, 31)
    ]
    journal = sessions_with(make_check_in("2026-08-31 18:00", ratings={"mood": 2}), *ups)
    for width in (952, 420):
        figure, bars = draw(benefit_height, draw_benefit, benefit_of(journal), None, width)
        assert bars[0].benefit.days is not None
        assert outside(figure) == []
    assert first.dose is not None


def test_without_a_session_there_is_no_benefit_chart() -> None:
    found = benefit_of(make_journal(check_ins=[make_check_in()]))
    figure, bars = draw(benefit_height, draw_benefit, found)
    assert bars == ()
    assert {"No session yet"} <= set(words(figure))
    assert benefit_words.summary(found).startswith("This chart starts with one session")


# Days


def draw_days(journal: Journal, **look: Any) -> tuple[Figure, DaysArtists]:
    figure, artists = draw(days_after_height, draw_days_after, days_of(journal), **look)
    assert artists is not None
    return figure, artists


@pytest.mark.parametrize("journal", [design_series(), first_series()])
def test_every_line_is_the_analysis_one(journal: Journal) -> None:
    found = days_of(journal)
    figure, artists = draw_days(journal)
    for session, line in zip(found.sessions, artists.lines, strict=True):
        assert runs_of(data_of(line)) == [
            [(day.day, day.value) for day in run] for run in session.segments if len(run) > 1
        ]
    assert runs_of(data_of(artists.median_line)) == [
        [(one.day, one.value) for one in run] for run in found.median_segments if len(run) > 1
    ]
    told = [(one.day, one.value) for one in found.medians if one.value is not None]
    assert data_of(artists.median_marks) == told
    assert artists.reference_line is not None
    assert {value for _x, value in data_of(artists.reference_line)} == {3}
    assert {"day", "n", str(found.medians[0].n)} <= set(words(figure))
    shown = sorted(pair for marks in artists.marks for pair in data_of(marks))
    assert shown == sorted((day.day, day.value) for one in found.sessions for day in one.days)


def test_each_session_is_labelled_at_its_end() -> None:
    _figure, artists = draw_days(design_series())
    assert sorted(label.label for label in artists.labels) == [
        str(number) for number in range(1, 9)
    ]


def test_many_sessions_share_pills_that_count_them() -> None:
    _figure, artists = draw_days(long_journal())
    gathered = [place for label in artists.labels for place in label.places]
    assert sorted(gathered) == list(range(len(artists.sessions)))
    assert any(label.label.startswith("×") for label in artists.labels)


def test_days_past_three_months_are_left_to_the_table() -> None:
    later = [make_check_in(f"2026-{month:02}-05 18:00") for month in (2, 3, 6)]
    journal = make_journal(sessions=[make_session("2026-02-01 10:00")], check_ins=later)
    figure, artists = draw_days(journal)
    assert artists.sessions[0].days[-1].day <= MOST_DAYS
    assert any("Shown up to day 91" in line for line in words(figure))


def test_late_days_are_hollow() -> None:
    late = make_check_in("2026-09-02 09:00", entered_at=at("2026-09-05 12:00"))
    figure, artists = draw_days(sessions_with(late, make_check_in("2026-09-03 09:00")))
    _full, hollow = artists.marks
    assert data_of(hollow) == [(1, 5)]
    assert to_hex(hollow.get_markerfacecolor()) == LIGHT.paper.lower()
    assert any("Hollow: entered more than" in line for line in words(figure))


def test_the_days_summary_says_the_middle_values_with_their_n() -> None:
    assert days_after_chart(days_of(design_series())).summary == (
        "Mood stood at 3 before the first infusion (7 entries). Middle value on "
        "day 0: 5.2 (8 infusions), day 1: 6 (7), day 3: 5 (7), day 14: 4 (3)."
    )
    alone = days_after_words.summary(days_of(sessions_with(make_check_in("2026-09-02 18:00"))))
    assert alone.startswith("No day has a value after 3 or more infusions")


def test_without_a_rating_after_a_session_the_days_chart_is_empty() -> None:
    found = days_of(sessions_with(make_check_in("2026-08-31 18:00")))
    figure, artists = draw(days_after_height, draw_days_after, found)
    assert artists is None
    assert "No mood on a day after a session yet" in words(figure)
    chart = days_after_chart(found)
    assert chart.summary.startswith("This chart starts with one session and one mood rating")
    assert chart.draw(new_figure(952, 300), ChartStyle(), None) == ()


# All three


@pytest.mark.parametrize(("style", "width"), STYLES)
@pytest.mark.parametrize(
    "journal", [design_series(), first_series(), long_journal(), one_of_each_kind()]
)
def test_words_stand_apart_and_inside(journal: Journal, style: ChartStyle, width: int) -> None:
    for height, function, found in (
        (hours_after_height, draw_hours_after, hours_of(journal)),
        (benefit_height, draw_benefit, benefit_of(journal)),
        (days_after_height, draw_days_after, days_of(journal)),
    ):
        figure, _artists = draw(height, function, found, style, width)
        assert overlapping(figure) == []
        assert outside(figure) == []


@pytest.mark.parametrize("palette", [LIGHT, DARK, GENTLE], ids=lambda palette: palette.name)
def test_the_faint_lines_of_many_sessions_still_stand_out(palette: ChartPalette) -> None:
    def blended(place: int) -> int:
        ink, paper = (
            int(colour[place : place + 2], 16) for colour in (palette.mapped, palette.paper)
        )
        return round(ink * FAINT + paper * (1 - FAINT))

    faint = "#" + "".join(f"{blended(place):02X}" for place in (1, 3, 5))
    assert contrast(faint, palette.paper) >= 3
