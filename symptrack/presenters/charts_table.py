"""The numbers of a chart as tables; a row's words are made when it is asked for.

Ten years hold thousands of rows, and writing all their dates out would take seconds.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from symptrack.analysis.before_after import BeforeAfter
from symptrack.analysis.course import Course, CoursePanel, CoursePoint
from symptrack.analysis.timing import session_on
from symptrack.charts.common_words import not_noted
from symptrack.formatting import format_change, format_day_year_short, format_number
from symptrack.presenters.charts_words import after_words, remarks, time_words
from symptrack.texts import _, ngettext

Row = tuple[str, ...]
_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class ChartTable:
    """A table to show: ``row`` returns the words of a row, from 0 to ``count`` − 1."""

    title: str
    headings: Row
    count: int
    row: Callable[[int], Row] = field(repr=False)

    def as_text(self) -> str:
        """Return the whole table for the clipboard, cells parted by tabs."""
        lines = [tuple(_safe(cell) for cell in self.headings)]
        lines += [self.row(index) for index in range(self.count)]
        return "\n".join("\t".join(line) for line in lines)


def sessions_table(course: Course) -> ChartTable:
    """Return what the chart says of each session, and first of the week before."""
    headings = [_("Session"), _("Date")]
    for panel in course.panels:
        name = panel.symptom.label
        headings += [
            _("{symptom} before").format(symptom=name),
            _("{symptom} 24 h after").format(symptom=name),
            _("{symptom} change").format(symptom=name),
        ]
    return ChartTable(
        _("Before and after each session"),
        tuple(headings),
        len(course.sessions) + 1,
        lambda index: _session_row(course, index - 1) if index else _reference_row(course),
    )


def ratings_table(course: Course) -> ChartTable:
    """Return every rating, a row for each check-in, the earliest first."""
    points: dict[str, CoursePoint] = {}
    values: list[dict[str, int]] = []
    for panel in course.panels:
        values.append({point.check_in_id: point.value for point in panel.points})
        points.update((point.check_in_id, point) for point in panel.points)
    ordered = sorted(points.values(), key=lambda point: (point.at, point.check_in_id))
    names = tuple(panel.symptom.label for panel in course.panels)
    return ChartTable(
        _("Every check-in"),
        (_("Date"), _("Time"), *names, _("After"), _("Remarks")),
        len(ordered),
        lambda index: _rating_row(course, values, ordered[index]),
    )


def _reference_row(course: Course) -> Row:
    cells = [_("week before"), ""]
    for panel in course.panels:
        cells += [_reference_cell(panel), "", ""]
    return tuple(cells)


def _reference_cell(panel: CoursePanel) -> str:
    found = panel.reference
    if found is None:
        return not_noted()
    return ngettext(
        "{value}, from {count} entry", "{value}, from {count} entries ({low} to {high})", found.n
    ).format(value=format_number(found.value), count=found.n, low=found.low, high=found.high)


def _session_row(course: Course, place: int) -> Row:
    mark = course.sessions[place]
    number = "" if mark.number is None else str(mark.number)
    cells = [number, format_day_year_short(session_on(mark.session))]
    for panel in course.panels:
        cells += _before_after_cells(panel.before_after[place])
    return tuple(cells)


def _before_after_cells(found: BeforeAfter) -> list[str]:
    missing = not_noted()
    return [
        missing if found.before is None else str(found.before),
        missing if found.after is None else str(found.after),
        "" if found.change is None else format_change(found.change),
    ]


def _rating_row(course: Course, values: list[dict[str, int]], point: CoursePoint) -> Row:
    rated = [value.get(point.check_in_id) for value in values]
    return (
        format_day_year_short(point.at.date()),
        time_words(point),
        *("" if value is None else str(value) for value in rated),
        after_words(course, point),
        ", ".join(remarks(point)),
    )


def _safe(heading: str) -> str:
    """Keep a symptom's own name from being a formula, or two cells, where it is pasted."""
    line = " ".join(heading.split())
    return f"'{line}" if line.startswith(_FORMULA) else line
