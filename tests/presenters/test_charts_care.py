"""Visits and medicines of the course chart: read out, in the table, and since the last visit."""

from dataclasses import replace
from datetime import date

from symptrack.analysis.timeline import Timeline
from symptrack.charts.course import MarkPlace
from symptrack.charts.style import ChartStyle
from symptrack.presenters.charts_care import marks_table, read_out, tables
from symptrack.presenters.charts_choice import SINCE_VISIT, ChartsChoice, ranges_of
from tests.builders import make_medication, make_visit
from tests.charts.drawing import course_of, drawn
from tests.journals import design_series, first_series

OLD = make_medication(name="Sertraline <b>", dose="50 mg", ended_on=date(2026, 9, 30))
NEW = make_medication(name="Sertraline <b>", dose="100\nmg", started_on=date(2026, 10, 1))
FIRST = make_medication(
    name="Iron", dose="", started_on=date(2026, 9, 1), ended_on=date(2026, 11, 2)
)
VISIT = make_visit(visited_on=date(2026, 10, 2), with_whom="Dr A")
COURSE = course_of(replace(design_series(), medications=(OLD, NEW, FIRST), visits=(VISIT,)))
TODAY = date(2026, 11, 20)


def test_the_table_has_a_row_for_each_mark() -> None:
    table = marks_table(COURSE)
    assert [table.row(place) for place in range(table.count)] == [
        ("1 Sep 2026", "Medicine began", "Iron"),
        ("1 Oct 2026", "New dose", "Sertraline <b>, 100 mg, before it 50 mg"),
        ("2 Oct 2026", "Visit", "Dr A"),
        ("2 Nov 2026", "Medicine ended", "Iron"),
    ]
    assert tables(COURSE)[-1].title == "Visits and medicines"
    assert len(tables(course_of(replace(design_series(), visits=(), medications=())))) == 2


def test_marks_are_read_out_like_ratings() -> None:
    _figure, artists = drawn(COURSE)
    said = [read_out(COURSE, place) for place in artists.places if isinstance(place, MarkPlace)]
    assert said[1] == "New dose, Thursday 1 October, Sertraline <b>, 100 mg, before it 50 mg"
    assert said[2] == "Visit, Friday 2 October, Dr A"
    assert read_out(COURSE, artists.places[0]).startswith("Mood ")


def test_over_several_years_the_year_is_said() -> None:
    course = course_of(
        replace(design_series(), visits=(replace(VISIT, with_whom=""),), medications=()),
    )
    course = replace(course, period=replace(course.period, last_on=date(2027, 1, 5)))
    _figure, artists = drawn(course, ChartStyle(), width=700)
    (place,) = [one for one in artists.places if isinstance(one, MarkPlace)]
    assert read_out(course, place) == "Visit, 2 October 2026"


def test_since_the_last_visit_is_offered_from_the_day_after_it() -> None:
    def offered(*days: date) -> date | None:
        visits = tuple(make_visit(visited_on=day) for day in days)
        timeline = Timeline(replace(first_series(), visits=visits))
        found = ranges_of(timeline, TODAY, ChartsChoice()).get(SINCE_VISIT)
        return None if found is None else found.first_on

    assert offered() is None
    assert offered(TODAY) is None
    assert offered(date(2026, 12, 1)) is None
    assert offered(date(2026, 11, 19)) == date(2026, 11, 19)
    assert offered(date(2026, 9, 19), TODAY, date(2026, 12, 1)) == date(2026, 9, 19)
