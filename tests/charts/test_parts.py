"""Where not all sessions have room, a chart shows a part, says which, and a PDF has them all."""

import io
from typing import Any

import pytest
from pypdf import PdfReader

from symptrack.analysis.period import all_time
from symptrack.analysis.timeline import Timeline
from symptrack.charts.chart import Chart, Part
from symptrack.charts.export import PictureFormat, chart_picture
from symptrack.charts.sheet import new_figure
from symptrack.charts.style import ChartStyle, Layout
from symptrack.presenters.charts_choice import ChartKey
from symptrack.presenters.charts_kinds import shown_chart
from tests.builders import at
from tests.charts.drawing import SCREEN_PX, TODAY, outside, overlapping, words
from tests.journals import design_series
from tests.long_journal import long_journal

PAGED = (ChartKey.SIDE_EFFECTS, ChartKey.BENEFIT)
TEN_YEARS = Timeline(long_journal())


def chart_of(key: ChartKey, timeline: Timeline = TEN_YEARS) -> Chart:
    period = all_time(timeline, TODAY)
    assert period is not None
    return shown_chart(key, timeline, period, at("2026-11-20 19:00"), "").chart()


def part_of(chart: Chart, style: ChartStyle | None = None, width: float = SCREEN_PX) -> Part:
    part = chart.part(style or ChartStyle(), width)
    assert part is not None
    return part


def sessions_shown(chart: Chart, width: float = SCREEN_PX) -> list[str]:
    """Return the ids of the sessions whose values stand on a drawing, in their order."""
    style = ChartStyle()
    figure = new_figure(width, chart.height(style, width))
    found = [place.point.session.id for place in chart.draw(figure, style, None)]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("key", PAGED)
def test_going_back_shows_every_session_and_says_which_stand_there(key: ChartKey) -> None:
    every = [session.id for session in TEN_YEARS.sessions]
    chart = chart_of(key)
    seen: set[str] = set()
    assert part_of(chart).until == part_of(chart).count == len(every)
    while True:
        part = part_of(chart)
        assert sessions_shown(chart) == every[part.first : part.until]
        assert f"{part.until - part.first} of {len(every)} infusions, " in part.words
        assert part.words.startswith("the latest ") == (part.until == len(every))
        seen.update(every[part.first : part.until])
        if part.earlier is None:
            break
        assert chart.ending is not None
        chart = chart.ending(part.earlier)
    assert seen == set(every)


@pytest.mark.parametrize("key", PAGED)
def test_going_on_leads_back_to_the_latest(key: ChartKey) -> None:
    chart = chart_of(key)
    assert chart.ending is not None
    chart = chart.ending(40)
    for _turn in range(len(TEN_YEARS.sessions)):
        part = part_of(chart)
        if part.later is None:
            break
        assert part.later > part.until
        assert chart.ending is not None
        chart = chart.ending(part.later)
    assert part_of(chart).until == len(TEN_YEARS.sessions)


def test_the_first_part_is_as_long_as_the_others() -> None:
    chart = chart_of(ChartKey.BENEFIT)
    assert chart.ending is not None
    assert part_of(chart.ending(35)).earlier == 30
    assert part_of(chart.ending(30)).earlier is None


@pytest.mark.parametrize("key", ChartKey)
def test_a_chart_on_which_all_have_room_has_no_part(key: ChartKey) -> None:
    assert chart_of(key, Timeline(design_series())).part(ChartStyle(), SCREEN_PX) is None


@pytest.mark.parametrize("key", PAGED)
@pytest.mark.parametrize(
    ("layout", "scale", "width"),
    [(Layout.SCREEN, 1.0, 952), (Layout.SCREEN, 2.0, 700), (Layout.EXPORT, 1.0, 1200)],
)
def test_words_of_an_earlier_part_stand_apart_and_inside(
    key: ChartKey, layout: Layout, scale: float, width: int
) -> None:
    chart, style = chart_of(key), ChartStyle(scale=scale, layout=layout)
    assert chart.ending is not None
    chart = chart.ending(50)
    figure = new_figure(width, chart.height(style, width))
    chart.draw(figure, style, None)
    assert overlapping(figure) == []
    assert outside(figure) == []
    # The window says it beside its buttons.
    said = any(line.startswith("Here: ") for line in words(figure))
    assert said == (layout is Layout.EXPORT)


@pytest.mark.parametrize("key", PAGED)
def test_a_pdf_has_a_page_for_each_part_the_earliest_first(key: ChartKey) -> None:
    chart = chart_of(key)
    reader = PdfReader(io.BytesIO(chart_picture(chart, PictureFormat.PDF)))
    pages = reader.pages
    tree: Any = reader.trailer["/Root"]
    assert len(tree["/StructTreeRoot"]["/K"]["/K"]) == len(pages)
    said = [page.extract_text() for page in pages]
    count = len(TEN_YEARS.sessions)
    assert len(said) >= 3
    assert all(chart.title in text for text in said)
    assert all(f"of {count} infusions" in text for text in said)
    assert ["the latest" in text for text in said] == [False] * (len(said) - 1) + [True]


def test_a_picture_shows_the_part_that_is_asked_for() -> None:
    chart = chart_of(ChartKey.BENEFIT)
    assert chart.ending is not None
    latest = chart_picture(chart, PictureFormat.PNG)
    assert chart_picture(chart.ending(60), PictureFormat.PNG) != latest
