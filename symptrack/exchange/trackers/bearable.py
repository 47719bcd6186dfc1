"""Bearable's CSV: one row for each thing noted; rows of one time make one entry."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from symptrack.domain.words import Source
from symptrack.exchange.trackers.clock_times import read_time
from symptrack.exchange.trackers.csv_rows import Columns, Row, RowError, checked_note
from symptrack.exchange.trackers.daylio_csv import split_names
from symptrack.exchange.trackers.days import checked_day
from symptrack.exchange.trackers.diary import (
    SEVERITY,
    Diary,
    DiaryEntry,
    LeftOut,
    Meaning,
    Rated,
)
from symptrack.exchange.trackers.names import proposed_rating, proposed_side_effect
from symptrack.texts import _

NAMES = frozenset({"date", "time of day", "category", "rating/amount"})
_DATE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3})[a-z]* (\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_STRENGTH = re.compile(r"(.*\S)\s*\([^()]*\)")
_WHOLE = re.compile(r"\d{1,2}")
_FIVE_STEPS = (1, 5)
# Bearable rates these from 1 to 5, mood from 0 to 10.
_STEPPED = {"energy": "Energy", "sleep quality": "Sleep quality"}
# Its strengths are mild, moderate, severe and unbearable; severe is as far as ours go.
_STRONGEST = 4


def read_bearable(names: Sequence[str], rows: Sequence[Row]) -> Diary:
    """Return the diary of the rows below the header."""
    columns = Columns(names)
    entries: dict[tuple[datetime, str], DiaryEntry] = {}
    left_out: list[LeftOut] = []
    for row in rows:
        try:
            columns.check_width(row)
            one = _entry(columns, row)
            key = (one.when, one.block)
            entries[key] = _joined(entries[key], one) if key in entries else one
        except RowError as error:
            left_out.append(LeftOut(row.line, str(error)))
    return Diary(
        source=Source.BEARABLE,
        entries=tuple(entries.values()),
        left_out=tuple(left_out),
        proposed=_proposed(rated for entry in entries.values() for rated in entry.rated),
    )


def _proposed(rated: Iterable[Rated]) -> dict[str, Meaning]:
    return {
        one.name: proposed_side_effect(one.name)
        if one.scale == SEVERITY
        else proposed_rating(one.name)
        for one in rated
    }


def _entry(columns: Columns, row: Row) -> DiaryEntry:
    day = _read_date(columns.cell(row, "date"))
    block = columns.cell(row, "time of day")
    clock = read_time(block)
    bare = DiaryEntry(
        line=row.line,
        when=datetime.combine(day, clock or time(12)),
        time_known=clock is not None,
        # "pre", "mid", "all day" or nothing: a part of the day, no time of its own.
        block="" if clock else block,
        note=checked_note(columns.cell(row, "notes")),
    )
    category = columns.cell(row, "category")
    amount, detail = columns.cell(row, "rating/amount"), columns.cell(row, "detail")
    match category.casefold():
        case "mood":
            return replace(bare, mood=_number(amount, 0, 10), activities=split_names(detail))
        case "symptom":
            named = _STRENGTH.fullmatch(detail)
            name = named[1] if named else detail
            if not name:
                raise RowError(_("its symptom has no name"))
            strength = min(_number(amount, 0, _STRONGEST), SEVERITY[1])
            return replace(bare, rated=(Rated(name, strength, SEVERITY),))
        case stepped if stepped in _STEPPED:
            value = _number(amount, *_FIVE_STEPS)
            return replace(bare, rated=(Rated(_STEPPED[stepped], value, _FIVE_STEPS),))
    raise RowError(_("{name}: Symptrack has no place for it").format(name=category))


def _joined(one: DiaryEntry, other: DiaryEntry) -> DiaryEntry:
    if one.mood is not None and other.mood is not None:
        raise RowError(_("there is another mood at the same time"))
    return replace(
        one,
        mood=other.mood if one.mood is None else one.mood,
        rated=one.rated + other.rated,
        activities=tuple(dict.fromkeys(one.activities + other.activities)),
        note=checked_note(one.note, other.note),
    )


def _number(text: str, low: int, high: int) -> int:
    if _WHOLE.fullmatch(text) and low <= int(text) <= high:
        return int(text)
    raise RowError(
        _("“{text}” is not a whole number from {low} to {high}").format(
            text=text[:20], low=low, high=high
        )
    )


def _read_date(text: str) -> date:
    """Return "22nd Sep 2020"; the months are English on every phone."""
    found = _DATE.fullmatch(text)
    month = found[2].casefold() if found else ""
    if found is None or month not in _MONTHS:
        return checked_day(None)
    try:
        day = date(int(found[3]), _MONTHS.index(month) + 1, int(found[1]))
    except ValueError:
        return checked_day(None)
    return checked_day(day)
