"""eMoods: one row a day, from 0 (none) to 4; as CSV, or in a ``.emoods`` backup as ``entry.csv``.

It knows no mood as such, only how low and how high it was; both are kept as what they are.
"""

import re
from collections.abc import Sequence
from datetime import datetime, time

from symptrack.domain.words import Source
from symptrack.exchange.trackers.csv_rows import Columns, Row, RowError, checked_note
from symptrack.exchange.trackers.days import checked_day, iso_day
from symptrack.exchange.trackers.diary import Diary, DiaryEntry, LeftOut, Rated
from symptrack.exchange.trackers.names import proposed_rating
from symptrack.texts import _

MEMBER = "entry.csv"
DATE = "date (yyyy-mm-dd)"
_RATED = ("IRRITABILITY", "ANXIETY", "DEPRESSED", "ELEVATED")
_OTHER = ("SLEEP", "PSYCHOTIC SYMPTOMS", "THERAPY", "MENSTRUAL CYCLE", "WEIGHT")
_SCALE = (0, 4)
_STEP = re.compile(r"[0-4]")
_NOTHING = re.compile(r"0?(\.0*)?")


def read_emoods(names: Sequence[str], rows: Sequence[Row]) -> Diary:
    """Return the diary of the rows below the header."""
    columns = Columns(names)
    entries: list[DiaryEntry] = []
    left_out: list[LeftOut] = []
    seen: set[datetime] = set()
    for row in rows:
        try:
            columns.check_width(row)
            entry = _entry(columns, row)
            if entry.when in seen:
                raise RowError(_("there is another entry for the same day"))
            seen.add(entry.when)
            entries.append(entry)
        except RowError as error:
            left_out.append(LeftOut(row.line, str(error)))
    return Diary(
        source=Source.EMOODS,
        entries=tuple(entries),
        left_out=tuple(left_out),
        unplaced=tuple(
            name.capitalize()
            for name in _OTHER
            if any(not _NOTHING.fullmatch(columns.cell(row, name.casefold())) for row in rows)
        ),
        proposed={
            rated.name: proposed_rating(rated.name) for entry in entries for rated in entry.rated
        },
    )


def _entry(columns: Columns, row: Row) -> DiaryEntry:
    day = checked_day(iso_day(columns.cell(row, DATE)))
    rated = []
    for name in _RATED:
        value = columns.cell(row, name.casefold())
        if value and not _STEP.fullmatch(value):
            raise RowError(
                _("“{text}” is not a whole number from {low} to {high}").format(
                    text=value[:20], low=_SCALE[0], high=_SCALE[1]
                )
            )
        if value:
            rated.append(Rated(name.capitalize(), int(value), _SCALE))
    return DiaryEntry(
        line=row.line,
        when=datetime.combine(day, time(12)),
        time_known=False,
        rated=tuple(rated),
        note=checked_note(columns.cell(row, "note")),
    )
