"""Daylio's CSV, in its four layouts from 2017 to 2026.

::

    year, date, weekday, time, mood, activities, note                        2017
    full_date, date, weekday, time, mood, activities, note                   2020
    full_date, date, weekday, time, mood, activities, note_title, note       2022
    full_date, date, weekday, time, mood, activities, scales, note_title, note    2026
"""

import re
from collections.abc import Sequence
from datetime import date, datetime

from symptrack.domain.words import Source
from symptrack.exchange.trackers.clock_times import read_time
from symptrack.exchange.trackers.csv_rows import Columns, Row, RowError, checked_note
from symptrack.exchange.trackers.daylio_dates import WrittenDate, read_dates
from symptrack.exchange.trackers.days import checked_day, iso_day
from symptrack.exchange.trackers.diary import Diary, DiaryEntry, LeftOut, Meaning, Rated, Use
from symptrack.exchange.trackers.html_notes import plain_note
from symptrack.texts import _

_AFTER_DATE = ("date", "weekday", "time", "mood", "activities")
LAYOUTS = (
    ("year", *_AFTER_DATE, "note"),
    ("full_date", *_AFTER_DATE, "note"),
    ("full_date", *_AFTER_DATE, "note_title", "note"),
    ("full_date", *_AFTER_DATE, "scales", "note_title", "note"),
)
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\d{4}")
_POINTS = re.compile(r"(.{1,200}): (\d{1,2})/10(?: .{0,40})?")


def layout_of(first: Row) -> tuple[Sequence[str], bool] | None:
    """Return a file's columns and whether its first row names them; ``None``: no such file.

    Some files have no header: the kind of the first cell and the number of cells tell the layout.
    """
    names = tuple(cell.casefold() for cell in first.cells)
    if {"date", "time", "mood"} <= set(names) and {"year", "full_date"} & set(names):
        return names, True
    leading = "full_date" if _ISO_DATE.fullmatch(names[0]) else "year"
    if leading == "year" and not _YEAR.fullmatch(names[0]):
        return None
    for layout in LAYOUTS:
        if layout[0] == leading and len(layout) == len(names) and read_time(first.cells[3]):
            return layout, False
    return None


def read_daylio(names: Sequence[str], rows: Sequence[Row]) -> Diary:
    """Return the diary of the rows below the header; each row is an entry, several a day or not."""
    columns = Columns(names)
    dates = _dates(columns, rows)
    entries: list[DiaryEntry] = []
    left_out: list[LeftOut] = []
    for row in rows:
        try:
            if not _short_at_the_end(columns, row, rows[-1]):
                columns.check_width(row)
            entries.append(_entry(columns, row, dates))
        except RowError as error:
            left_out.append(LeftOut(row.line, str(error)))
    scales = {rated.name for entry in entries for rated in entry.rated}
    return Diary(
        source=Source.DAYLIO,
        entries=tuple(entries),
        left_out=tuple(left_out),
        proposed=dict.fromkeys(sorted(scales), Meaning(Use.LEAVE_OUT)),
    )


def _short_at_the_end(columns: Columns, row: Row, last: Row) -> bool:
    """Whether it is the last row of a file of 2017, which then lacks its empty note."""
    return "year" in columns and row is last and len(row.cells) == columns.count - 1


def _entry(columns: Columns, row: Row, dates: dict[int, date]) -> DiaryEntry:
    when = read_time(columns.cell(row, "time"))
    mood = columns.cell(row, "mood")
    day = checked_day(dates.get(row.line))
    if when is None:
        raise RowError(_("its time is missing or cannot be read"))
    if not mood:
        raise RowError(_("it has no mood"))
    return DiaryEntry(
        line=row.line,
        when=datetime.combine(day, when),
        mood_word=mood,
        rated=_scales(columns.cell(row, "scales")),
        activities=split_names(columns.cell(row, "activities")),
        note=checked_note(
            plain_note(columns.cell(row, "note_title")), plain_note(columns.cell(row, "note"))
        ),
    )


def split_names(cell: str) -> tuple[str, ...]:
    """Return the names in ``walk | nap``, each once."""
    return tuple(dict.fromkeys(name for part in cell.split("|") if (name := part.strip())))


def _scales(cell: str) -> tuple[Rated, ...]:
    """Return ``Sleep Quality: 8/10 points``; times and amounts are no ratings."""
    found = (_POINTS.fullmatch(part) for part in split_names(cell))
    return tuple(
        Rated(one[1], int(one[2])) for one in found if one is not None and int(one[2]) <= 10
    )


def _dates(columns: Columns, rows: Sequence[Row]) -> dict[int, date]:
    """Return the date of each row, by its line; rows without one are left out."""
    if "full_date" in columns:
        found = {row.line: iso_day(columns.cell(row, "full_date")) for row in rows}
    else:
        written = {
            row.line: WrittenDate(
                int(year), columns.cell(row, "date"), columns.cell(row, "weekday")
            )
            for row in rows
            if _YEAR.fullmatch(year := columns.cell(row, "year"))
        }
        read = read_dates(written.values())
        found = {line: read.get(one) for line, one in written.items()}
    return {line: day for line, day in found.items() if day is not None}
