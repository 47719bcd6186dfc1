"""The journal's list: thousands of lines, each put into words when it is looked at."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from symptrack.analysis.before_after import before_after
from symptrack.analysis.follow_ups import DueCheckIn
from symptrack.analysis.timeline import Timeline
from symptrack.domain.care import Medication
from symptrack.domain.journal import Kind, Place, Record, place_of
from symptrack.domain.series import Series
from symptrack.domain.session import Session
from symptrack.domain.symptom import MOOD
from symptrack.presenters.journal_filter import JournalFilter, Shown, keeps
from symptrack.presenters.journal_head_words import (
    due_row,
    month_title,
    session_head,
    undated_row,
)
from symptrack.presenters.journal_order import Group, Listed, listed_on
from symptrack.presenters.journal_views import Line, LineKind, Marked, Words
from symptrack.presenters.journal_words import Names, entry_row
from symptrack.texts import _

UNDATED = (Kind.SERIES, Kind.MEDICATIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the lines are put into words with; ``found`` is what a search found, by record."""

    timeline: Timeline
    names: Names
    due: DueCheckIn | None
    today: date
    found: Mapping[Place, tuple[Marked, ...]] = field(default_factory=dict)


class Listing:
    """The lines of the page, from top to bottom; ``hits`` are the entries among them."""

    def __init__(self, reading: Reading, groups: Sequence[Group], wanted: JournalFilter) -> None:
        self._reading = reading
        self._records: list[tuple[Record | None, Session | None]] = []
        self._words: dict[int, Words] = {}
        self._found = {record_id for _kind, record_id in reading.found}
        self.lines: list[Line] = []
        self.hits = 0
        if wanted.searches and wanted.shown in {Shown.EVERYTHING, Shown.NOTES}:
            self._take_undated(wanted)
        for group in groups:
            self._take(group, wanted)
        self._places = {line.place: at for at, line in enumerate(self.lines) if line.place}

    def __len__(self) -> int:
        return len(self.lines)

    def words(self, at: int) -> Words:
        """Return what a line says."""
        if at not in self._words:
            self._words[at] = self._worded(at)
        return self._words[at]

    def find(self, place: Place) -> int | None:
        """Return where a record's line is, or ``None`` where it is not listed."""
        return self._places.get(place)

    def nearest(self, day: date) -> int | None:
        """Return the line of a day: its session's, else its newest, else that of a day near it."""
        dated = [(line.on, at) for at, line in enumerate(self.lines) if line.on is not None]
        if not dated:
            return None
        on, _at = min(dated, key=lambda one: (abs(one[0] - day), one[0]))
        here = [at for other, at in dated if other == on]
        heads = [at for at in here if self.lines[at].kind is LineKind.SESSION]
        return (heads or here)[0]

    def _take(self, group: Group, wanted: JournalFilter) -> None:
        session, found = group.session, self._found
        if wanted.series_id and (session is None or session.series_id != wanted.series_id):
            return
        entries = [one.record for one in group.entries]
        head = session is not None
        if wanted.chooses:
            entries = [one for one in entries if keeps(wanted, one, found)]
            head = session is not None and keeps(wanted, session, found)
        if not (head or entries):
            return
        due = self._reading.due
        waits = session is not None and due is not None and due.session.id == session.id
        self._take_head(group, entries)
        if waits and not wanted.chooses:
            self._add(LineKind.DUE, f"due {group.key}", None, None, None)
        for one in entries:
            self._add(LineKind.ENTRY, " ".join(place_of(one)), listed_on(one), one, session)
        self._end_card()
        self.hits += len(entries) + head

    def _take_head(self, group: Group, entries: Sequence[Listed]) -> None:
        session = group.session
        if session is not None:
            on = session.started_at.date()
            self._add(LineKind.SESSION, " ".join(place_of(session)), on, session, None)
        else:
            self._add(LineKind.TITLE, group.key, None, None, None)
            self._words[len(self.lines) - 1] = month_title(entries[0])

    def _take_undated(self, wanted: JournalFilter) -> None:
        journal = self._reading.timeline.journal
        records: Iterator[Series | Medication] = iter((*journal.series, *journal.medications))
        here = [one for one in records if place_of(one) in self._reading.found]
        if wanted.series_id or wanted.late or wanted.imported or not here:
            return
        self._add(LineKind.TITLE, "undated", None, None, None)
        self._words[0] = _("Series and medicines")
        for one in here:
            self._add(LineKind.ENTRY, " ".join(place_of(one)), None, one, None)
        self._end_card()
        self.hits += len(here)

    def _add(
        self,
        kind: LineKind,
        key: str,
        on: date | None,
        record: Record | None,
        session: Session | None,
    ) -> None:
        place = place_of(record) if record is not None else None
        self.lines.append(Line(key=key, kind=kind, place=place, on=on))
        self._records.append((record, session))

    def _end_card(self) -> None:
        last = self.lines[-1]
        self.lines[-1] = Line(key=last.key, kind=last.kind, place=last.place, on=last.on, ends=True)

    def _worded(self, at: int) -> Words:
        reading = self._reading
        record, session = self._records[at]
        if record is None:
            assert reading.due is not None
            return due_row(reading.due)
        found = reading.found.get(place_of(record), ())
        if isinstance(record, Session):
            timeline = reading.timeline
            before = before_after(timeline, record, MOOD).before if record.done else None
            number = timeline.numbers.get(record.id)
            return session_head(record, number, before, reading.today, found)
        if isinstance(record, Series | Medication):
            return undated_row(record, found)
        return entry_row(record, session, reading.names, found)


def card_starts(lines: Sequence[Line]) -> list[int]:
    """Return where each card begins."""
    return [at for at in range(len(lines)) if at == 0 or lines[at - 1].ends]


def card_of(starts: Sequence[int], at: int) -> int:
    """Return which card a line is in."""
    return bisect_left(starts, at + 1) - 1
