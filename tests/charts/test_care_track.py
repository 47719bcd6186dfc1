"""The marks above the course chart: medicines and visits, drawn as analysis has them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch

from symptrack.analysis.care_marks import MarkKind
from symptrack.analysis.course import Course
from symptrack.charts import care_words
from symptrack.charts.course import MarkPlace, course_chart
from symptrack.charts.course_layout import course_height
from symptrack.charts.medicine_track import MARKERS
from symptrack.charts.style import ChartStyle, Layout
from symptrack.charts.time_axis import noon_of
from symptrack.domain.care import Medication, Visit
from tests.builders import make_medication, make_visit
from tests.charts.drawing import course_of, drawn, outside, overlapping, texts, words
from tests.journals import design_series

HOSTILE = "$\\frac{1}{0$ <b>x</b>\nß"
OLD = make_medication(
    name="Sertraline", dose="50 mg", started_on=date(2026, 8, 30), ended_on=date(2026, 9, 30)
)
NEW = make_medication(name="Sertraline", dose="100 mg", started_on=date(2026, 10, 1))
ENDED = make_medication(name="Zolpidem", dose="", ended_on=date(2026, 11, 1))


def _course(*medications: Medication, visits: Sequence[Visit] | None = None) -> Course:
    journal = replace(design_series(), medications=medications)
    return course_of(journal if visits is None else replace(journal, visits=tuple(visits)))


def _many(count: int) -> list[Visit]:
    first = date(2026, 8, 26)
    return [make_visit(visited_on=first + timedelta(days=2 * place)) for place in range(count)]


def _pills(figure: Figure) -> int:
    return len(figure.findobj(PathPatch))


def test_each_change_stands_at_its_day_in_its_own_shape() -> None:
    course = _course(OLD, NEW, ENDED)
    figure, artists = drawn(course)
    changes = care_words.medicine_marks(course.marks)
    assert [one.marks for one in artists.medicines] == [(mark,) for mark in changes]
    assert [mark.kind for mark in changes] == [MarkKind.STARTED, MarkKind.DOSE, MarkKind.STOPPED]
    for mark, one in zip(changes, artists.medicines, strict=True):
        assert one.line is not None
        assert one.line.get_marker() == MARKERS[mark.kind]
        assert one.x == pytest.approx(artists.panels[0].plot.x(noon_of(mark.on)))
        assert one.words in words(figure)
    assert [one.words for one in artists.medicines] == [
        "Sertraline 50 mg",
        "Sertraline 100 mg",
        "Zolpidem ended",
    ]
    assert len(set(MARKERS.values())) == len(MARKERS)
    assert any(said.startswith("Medicines, on top: a triangle") for said in _head(figure))


def _head(figure: Figure) -> list[str]:
    return [" ".join(words(figure)[:6])[at:] for at in range(400)]


def test_without_medicines_nothing_of_them_is_said_or_drawn() -> None:
    course = _course()
    figure, artists = drawn(course)
    assert artists.medicines == ()
    assert not any("Medicines" in said for said in words(figure))
    assert course_height(_course(OLD), ChartStyle(), 952) > course_height(course, ChartStyle(), 952)


def test_words_are_drawn_as_typed_and_cut_short_where_there_is_no_room() -> None:
    long = make_medication(name=HOSTILE, dose="x" * 90, started_on=date(2026, 9, 10))
    figure, artists = drawn(_course(long))
    (one,) = artists.medicines
    assert one.words.startswith("$\\frac{1}{0$ <b>x</b> ß")
    assert one.words.endswith("…")
    assert not any(text.get_parse_math() for text in texts(figure))
    assert overlapping(figure) == []
    assert outside(figure) == []


def test_words_go_left_of_a_mark_at_the_right_edge_or_stay_away() -> None:
    last = make_medication(name="Sertraline", dose="", started_on=date(2026, 11, 19))
    _figure, artists = drawn(_course(last))
    assert artists.medicines[0].words == "Sertraline"
    before = make_medication(name="Zolpidem", dose="", started_on=date(2026, 11, 12))
    _figure, artists = drawn(_course(before, last))
    assert [one.words for one in artists.medicines] == ["Zolpidem", ""]


def test_changes_that_would_touch_share_an_open_pill() -> None:
    crowd = [
        make_medication(name=f"M{day}", started_on=date(2026, 9, 1) + timedelta(days=day))
        for day in range(4)
    ]
    figure, artists = drawn(_course(*crowd))
    (one,) = artists.medicines
    assert (one.words, one.line, len(one.marks)) == ("×4", None, 4)
    assert "×4" in words(figure)


def test_visits_that_would_touch_share_an_open_pill() -> None:
    few, _artists = drawn(_course(visits=_many(1)), width=560)
    many, _artists = drawn(_course(visits=_many(40)), width=560)
    assert _pills(many) > _pills(few)
    assert not any(said.startswith("×") for said in words(few))
    assert any(said.startswith("×") for said in words(many))
    assert overlapping(many) == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [560, 952])
def test_nothing_lies_on_anything_else(scale: float, width: int) -> None:
    figure, _artists = drawn(
        _course(OLD, NEW, ENDED, visits=_many(9)), ChartStyle(scale=scale), width=width
    )
    assert overlapping(figure) == []
    assert outside(figure) == []


def test_marks_are_a_row_of_their_own_for_the_keys() -> None:
    course = _course(OLD, NEW, visits=[make_visit(visited_on=date(2026, 9, 12))])
    _figure, artists = drawn(course)
    found = [place for place in artists.places if isinstance(place, MarkPlace)]
    assert tuple(place.point for place in found) == course.marks
    assert all(place.panel is course.marks for place in found)
    assert len({place.y for place in found}) == 2
    assert [place.x for place in found] == sorted(place.x for place in found)


def test_a_report_says_nothing_of_medicines_in_its_chart() -> None:
    course = _course(OLD, visits=[make_visit(visited_on=date(2026, 9, 12))])
    figure, artists = drawn(course, ChartStyle(layout=Layout.REPORT), width=716)
    assert artists.medicines == ()
    assert not any("Sertraline" in said or "Medicines" in said for said in words(figure))
    assert [place.point.kind for place in artists.places if isinstance(place, MarkPlace)] == [
        MarkKind.VISIT
    ]


def test_the_sentence_names_a_few_changes_and_counts_many() -> None:
    assert course_chart(_course(OLD, NEW, ENDED, visits=[])).summary.endswith(
        "Medicines: Sertraline (50 mg) began on 30 August; new dose of Sertraline (100 mg) "
        "on 1 October; Zolpidem ended on 1 November."
    )
    bare = make_medication(name="Iron", dose="", started_on=date(2026, 9, 1))
    assert care_words.summary(_course(bare)).endswith("Medicines: Iron began on 1 September.")
    many = [make_medication(name="", dose="", started_on=date(2026, 9, day)) for day in range(1, 6)]
    visits = [make_visit(visited_on=date(2026, 9, 12))]
    assert care_words.summary(_course(*many, visits=visits)).endswith(
        "1 visit is marked. Medicines changed 5 times."
    )
    assert care_words.label(_course(*many).marks[0]) == "Medicine"
