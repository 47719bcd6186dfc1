"""Pictures for the window have the pixels they say, and know where each rating stands."""

import gc
from math import ceil
from threading import enumerate as enumerate_threads

import pytest

from symptrack.analysis.period import all_time
from symptrack.analysis.timeline import Timeline
from symptrack.charts.course import course_chart
from symptrack.charts.picture import (
    COLLECTING,
    measures_of,
    picture_of,
    picture_of_empty,
    warm_up,
)
from symptrack.charts.style import ChartStyle
from symptrack.presenters.charts_choice import ChartKey
from symptrack.presenters.charts_kinds import shown_chart
from tests.builders import at
from tests.charts.drawing import TODAY, course_of
from tests.journals import design_series


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_picture_is_as_dense_as_the_screen(ratio: float) -> None:
    picture = picture_of(course_chart(course_of(design_series())), ChartStyle(), 900, 700, ratio)
    assert (picture.width, picture.height) == (round(900 * ratio), round(700 * ratio))
    assert len(picture.rgba) == 4 * picture.width * picture.height
    assert picture.pixel_ratio == ratio
    assert all(0 <= place.x <= 900 and 0 <= place.y <= 700 for place in picture.places)


@pytest.mark.parametrize("key", ChartKey)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_chart_is_drawn_lower_than_it_can_be(key: ChartKey, scale: float) -> None:
    timeline = Timeline(design_series())
    period = all_time(timeline, TODAY)
    assert period is not None
    chart = shown_chart(key, timeline, period, at("2026-11-20 19:00"), "").make(True)
    style = ChartStyle(scale=scale)
    measures = measures_of(chart, style, 900)
    assert chart.least(style, 900) <= measures.least <= measures.most
    assert measures.part is None
    picture = picture_of(chart, style, 900, ceil(measures.least), 1)
    assert picture.places
    assert all(0 <= place.y <= picture.height for place in picture.places)


def test_the_empty_state_is_centred_and_has_no_ratings() -> None:
    warm_up()
    picture = picture_of_empty(ChartStyle(), 600, 190, 1)
    assert picture.places == ()
    rows = [picture.rgba[row * 2400 : (row + 1) * 2400] for row in range(190)]
    inked = [
        column
        for row in rows
        for column in range(600)
        if row[4 * column : 4 * column + 3] != b"\xff\xff\xff"
    ]
    assert min(inked) + max(inked) == pytest.approx(600, abs=3)


def rest() -> None:
    """Wait until the collector of garbage works again after the last picture."""
    for thread in enumerate_threads():
        if thread.name == COLLECTING:
            thread.join()


def test_garbage_is_left_until_the_picture_is_shown() -> None:
    chart = course_chart(course_of(design_series()))
    rest()
    gc.enable()
    picture_of(chart, ChartStyle(), 900, 700, 1)
    assert not gc.isenabled()
    picture_of(chart, ChartStyle(), 900, 700, 1)
    rest()
    assert gc.isenabled()
