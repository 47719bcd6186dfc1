"""The numbers of a chart as tables; a row's words are made when it is asked for.

Ten years hold thousands of rows, and writing all their dates out would take seconds.
"""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from io import StringIO
from math import inf

from symptrack.analysis.before_after import BeforeAfter
from symptrack.analysis.course import Course, CoursePanel, CoursePoint
from symptrack.analysis.timing import session_on
from symptrack.charts.common_words import not_noted
from symptrack.formatting import format_change, format_day_year_short, format_number
from symptrack.presenters.charts_words import after_words, remarks, time_words
from symptrack.texts import _, ngettext

Row = tuple[str, ...]
_FORMULA = ("=", "+", "-", "@")
_NUMBER = re.compile(r"≈?([+\-–]?\d[\d,]*(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class ChartTable:
    """A table to show: ``row`` returns the words of a row, from 0 to ``count`` − 1."""

    title: str
    headings: Row
    count: int
    row: Callable[[int], Row] = field(repr=False)
    in_order: frozenset[int] = frozenset({0, 1})
    """The columns in whose order the rows stand already: dates and running numbers."""
    key: Callable[[int, int], float | None] | None = field(default=None, repr=False)
    """The number in a row's cell, where it is quicker known than read from the words."""
    self_harm: bool = False
    """Whether it holds the answers about self-harm, which leave only where they are asked for."""

    def order(self, column: int, *, descending: bool = False) -> list[int]:
        """Return the rows in the order of a column; empty cells come last either way."""
        places = range(self.count)
        if column in self.in_order:
            return list(reversed(places)) if descending else list(places)
        keys = [self._sort_key(place, column) for place in places]
        filled = [place for place in places if keys[place] is not None]
        empty = [place for place in places if keys[place] is None]
        ordered = sorted(filled, key=lambda place: keys[place] or (), reverse=descending)
        return ordered + empty

    def as_text(self) -> str:
        """Return the whole table for the clipboard, cells parted by tabs."""
        return "\n".join("\t".join(line) for line in self._lines())

    def as_csv(self) -> str:
        """Return the whole table as comma-separated values, its title in the first line."""
        out = StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([_safe(self.title)])
        writer.writerows(self._lines())
        return out.getvalue()

    def _lines(self) -> list[Row]:
        rows = (self.row(place) for place in range(self.count))
        return [tuple(_safe(cell) for cell in row) for row in (self.headings, *rows)]

    def _sort_key(self, place: int, column: int) -> tuple[float, str] | None:
        if self.key is not None and column > 1:
            value = self.key(place, column)
            if value is not None:
                return value, ""
        words = self.row(place)[column]
        if not words:
            return None
        number = _NUMBER.match(words)
        if number is None:
            return inf, words.casefold()
        return float(number[1].replace("–", "-").replace(",", "")), words.casefold()


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
        in_order=frozenset({0}),
        key=lambda index, column: _rated(values, ordered[index], column - 2),
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


def _rated(values: list[dict[str, int]], point: CoursePoint, place: int) -> float | None:
    return values[place].get(point.check_in_id) if place < len(values) else None


def _safe(cell: str) -> str:
    """Keep what a patient wrote from being a formula, or two cells, where it is pasted."""
    line = " ".join(cell.split())
    formula = line.startswith(_FORMULA) and not _NUMBER.fullmatch(line)
    return f"'{line}" if formula else line
