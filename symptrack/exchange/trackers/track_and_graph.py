"""Track & Graph's CSV: one row for each value of a feature, with its offset.

Its older layout has no column for a label; there the label stands behind the value: ``1.0:Mild``.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from symptrack.domain.errors import InvalidValue
from symptrack.domain.limits import check_instant
from symptrack.domain.symptom import RATING
from symptrack.domain.wall_time import parse_instant
from symptrack.domain.words import Source
from symptrack.exchange.trackers.csv_rows import Columns, Row, RowError, checked_note
from symptrack.exchange.trackers.diary import (
    SEVERITY,
    Diary,
    DiaryEntry,
    LeftOut,
    Meaning,
    Rated,
    Use,
)
from symptrack.exchange.trackers.names import proposed_rating, proposed_side_effect
from symptrack.texts import _

NAMES = frozenset({"featurename", "timestamp", "value"})
_DURATION = re.compile(r"-?\d{1,6}:\d\d:\d\d(?::.*)?", re.DOTALL)
_NUMBER = re.compile(r"(\d{1,9})(\.\d{1,20})?(?::.*)?", re.DOTALL)


def read_track_and_graph(names: Sequence[str], rows: Sequence[Row]) -> Diary:
    """Return the diary of the rows below the header; rows of one time make one entry."""
    columns = Columns(names)
    entries: dict[datetime, DiaryEntry] = {}
    left_out: list[LeftOut] = []
    for row in rows:
        try:
            columns.check_width(row)
            one = _entry(columns, row)
            there = entries.get(one.when)
            entries[one.when] = one if there is None else _joined(there, one)
        except RowError as error:
            left_out.append(LeftOut(row.line, str(error)))
    graded = _graded(entries.values())
    return Diary(
        source=Source.TRACK_AND_GRAPH,
        entries=tuple(_as_severity(entry, graded.keys()) for entry in entries.values()),
        left_out=tuple(left_out),
        proposed={
            rated.name: graded.get(rated.name) or _proposed(rated.name)
            for entry in entries.values()
            for rated in entry.rated
        },
    )


def _proposed(name: str) -> Meaning:
    """Return what a feature is by its name: a whole number may count anything, cups of tea too."""
    rating = proposed_rating(name)
    return rating if rating.key else Meaning(Use.LEAVE_OUT)


def _graded(entries: Iterable[DiaryEntry]) -> dict[str, Meaning]:
    """Return the features that are side effects by their name, and never above *severe*."""
    values = defaultdict(set)
    for entry in entries:
        for rated in entry.rated:
            values[rated.name].add(rated.value)
    found = {
        name: proposed_side_effect(name)
        for name, them in values.items()
        if max(them) <= SEVERITY[1]
    }
    return {name: meaning for name, meaning in found.items() if meaning.key}


def _as_severity(entry: DiaryEntry, graded: Container[str]) -> DiaryEntry:
    rated = tuple(
        replace(one, scale=SEVERITY) if one.name in graded else one for one in entry.rated
    )
    return replace(entry, rated=rated)


def _entry(columns: Columns, row: Row) -> DiaryEntry:
    name = columns.cell(row, "featurename")
    if not name:
        raise RowError(_("it has no name"))
    value = columns.cell(row, "value")
    if _DURATION.fullmatch(value):
        raise RowError(_("{name}: a duration is not a rating").format(name=name[:40]))
    number = _NUMBER.fullmatch(value)
    if number is None or int(number[1]) > RATING[1] or (number[2] or "").strip(".0"):
        raise RowError(
            _("“{text}” is not a whole number from {low} to {high}").format(
                text=value[:20], low=RATING[0], high=RATING[1]
            )
        )
    try:
        # Whole seconds: a journal is not kept to the millisecond.
        when = parse_instant("", columns.cell(row, "timestamp")).replace(microsecond=0)
        check_instant("", when)
    except InvalidValue:
        raise RowError(_("its time is missing or cannot be read")) from None
    return DiaryEntry(
        line=row.line,
        when=when,
        rated=(Rated(name, int(number[1])),),
        note=checked_note(columns.cell(row, "note")),
    )


def _joined(one: DiaryEntry, other: DiaryEntry) -> DiaryEntry:
    if {rated.name for rated in one.rated} & {rated.name for rated in other.rated}:
        raise RowError(_("there is another value of it at the same time"))
    return replace(one, rated=one.rated + other.rated, note=checked_note(one.note, other.note))
