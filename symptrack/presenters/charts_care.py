"""The tables of the course chart, and its values read out: ratings, visits and medicines."""

from typing import TYPE_CHECKING

from symptrack.analysis.care_marks import CareMark
from symptrack.analysis.course import Course
from symptrack.charts import care_words
from symptrack.formatting import format_day_year, format_day_year_short, format_weekday
from symptrack.presenters import charts_words
from symptrack.presenters.charts_table import ChartTable, Row, ratings_table, sessions_table
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.charts.chart import Place


def tables(course: Course) -> tuple[ChartTable, ...]:
    """Return the numbers of the course, and its visits and medicines where there are any."""
    found = (sessions_table(course), ratings_table(course))
    return (*found, marks_table(course)) if course.marks else found


def marks_table(course: Course) -> ChartTable:
    """Return the visits and the changes of medicines, the earliest first."""
    return ChartTable(
        _("Visits and medicines"),
        (_("Date"), _("What"), _("Details")),
        len(course.marks),
        lambda place: _mark_row(course.marks[place]),
        in_order=frozenset({0}),
    )


def read_out(course: Course, place: "Place") -> str:
    """Return what stands at a place in words.

    *Visit, Friday 2 October, Dr Okafor*, *New dose, 5 October 2026, Sertraline, 100 mg*.
    """
    if not isinstance(place.point, CareMark):
        return charts_words.read_out(course, place.panel, place.point)
    mark = place.point
    one_year = course.period.first_on.year == course.period.last_on.year
    day = format_weekday(mark.on) if one_year else format_day_year(mark.on)
    parts = (care_words.kind_words(mark), day, care_words.detail_words(mark))
    return ", ".join(part for part in parts if part)


def _mark_row(mark: CareMark) -> Row:
    return (
        format_day_year_short(mark.on),
        care_words.kind_words(mark),
        care_words.detail_words(mark),
    )
