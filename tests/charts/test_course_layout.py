"""Nothing lies on anything else: at any text size, for any number of symptoms and sessions."""

import math
from collections.abc import Callable
from datetime import date

import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.transforms import Bbox

from symptrack.analysis.course import Course
from symptrack.charts.course_layout import course_height
from symptrack.charts.heading import Source
from symptrack.charts.style import ChartStyle, Layout
from symptrack.domain.symptom import Symptom
from tests.builders import at, make_check_in, make_visit
from tests.charts.drawing import course_of, drawn, one_series, outside, overlapping, rated, words
from tests.journals import design_series, first_series
from tests.long_journal import long_journal

ALL_FIVE = ("mood", "anxiety", "sleep", "energy", "pain")


def _single() -> Course:
    return course_of(
        one_series(
            rated("2026-09-01 09:00", 10),
            rated("2026-09-02 11:10", 0, entered_at=at("2026-09-05 10:00")),
            visits=[make_visit(visited_on=date(2026, 9, 1))],
        ),
        date(2026, 9, 5),
    )


COURSES: dict[str, Callable[[], Course]] = {
    "design": lambda: course_of(design_series()),
    "first": lambda: course_of(first_series()),
    "five symptoms": lambda: course_of(first_series(), symptoms=ALL_FIVE),
    "one symptom": lambda: course_of(design_series(), symptoms=["mood"]),
    "single session": _single,
    "two years": lambda: course_of(long_journal(2)),
    "ten years": lambda: course_of(long_journal(10)),
}


@pytest.fixture(scope="module", params=COURSES)
def course(request: pytest.FixtureRequest) -> Course:
    made: Course = COURSES[request.param]()
    return made


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("width", [560, 952])
def test_no_words_lie_on_others_or_outside(course: Course, scale: float, width: int) -> None:
    figure, _artists = drawn(course, ChartStyle(scale=scale), width=width)
    assert overlapping(figure) == []
    assert outside(figure) == []


def _diamonds(figure: Figure) -> list[Bbox]:
    """Return the ground of every visit on a figure, in dots."""
    found: list[Line2D] = [line for line in figure.findobj(Line2D) if str(line.get_marker()) == "D"]
    boxes = []
    for line in found:
        ((x, y),) = line.get_transform().transform(line.get_xydata())
        size = (line.get_markersize() + line.get_markeredgewidth()) / 72 * figure.dpi
        half = size / math.sqrt(2)
        boxes.append(Bbox.from_extents(x - half, y - half, x + half, y + half))
    return boxes


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", range(560, 1000, 40))
def test_no_visit_touches_a_session(scale: float, width: int) -> None:
    figure, artists = drawn(course_of(design_series()), ChartStyle(scale=scale), width=width)
    pills = [one.get_window_extent() for one in figure.findobj(PathPatch)]
    visits = _diamonds(figure)
    assert len(visits) == 2
    assert len(pills) >= len(artists.discs) > 1
    assert not any(one.padded(1).overlaps(pill) for one in visits for pill in pills)


def test_an_export_has_room_for_its_title_and_source_line(course: Course) -> None:
    source = Source(saved_on=date(2026, 11, 20), label="J. M.")
    style = ChartStyle(layout=Layout.EXPORT)
    figure, _artists = drawn(course, style, width=1200, source=source)
    assert overlapping(figure) == []
    assert outside(figure) == []


def test_a_report_has_no_words_on_others(course: Course) -> None:
    figure, _artists = drawn(course, ChartStyle(layout=Layout.REPORT), width=716)
    assert overlapping(figure) == []
    assert outside(figure) == []


def test_mood_is_half_as_high_again_as_the_others() -> None:
    _figure, artists = drawn(course_of(first_series()))
    heights = [found.plot.height for found in artists.panels]
    assert heights[0] == pytest.approx(1.5 * heights[1])
    assert heights[1:] == pytest.approx([heights[1]] * (len(heights) - 1))


def test_large_text_puts_before_and_after_below_the_panels() -> None:
    course = course_of(design_series())
    _figure, beside = drawn(course)
    figure, below = drawn(course, ChartStyle(scale=2))
    assert beside.panels[0].plot.width < 700
    assert words(figure).count("Mood") == 2
    assert course_height(course, ChartStyle(scale=2), 952) > 2 * course_height(
        course, ChartStyle(), 952
    )
    assert len(below.sides["mood"]) == 8


def test_a_chart_fills_the_height_it_is_given() -> None:
    from symptrack.charts.course import draw_course
    from symptrack.charts.sheet import new_figure

    course = course_of(design_series())
    low, high = new_figure(952, 560), new_figure(952, 700)
    lower = draw_course(low, course, ChartStyle()).panels[-1].plot
    higher = draw_course(high, course, ChartStyle()).panels[-1].plot
    assert higher.bottom - lower.bottom == pytest.approx(140)


def test_a_name_of_two_hundred_letters_is_cut_short_not_drawn_over_others() -> None:
    journal = one_series(
        make_check_in(ratings={"long_one": 3}),
        symptoms=[Symptom(key="long_one", label="Sehr lange " * 18, high="worst" * 30)],
    )
    figure, _artists = drawn(course_of(journal, symptoms=["mood", "long_one"]))
    assert overlapping(figure) == []
    assert outside(figure) == []
    assert any(said.endswith("…") for said in words(figure))
