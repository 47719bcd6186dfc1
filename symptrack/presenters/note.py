"""A note about any day: a check-in that says nothing else."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from symptrack.domain.check_in import CheckIn
from symptrack.domain.errors import InvalidValue
from symptrack.domain.journal import Kind, Place
from symptrack.domain.session import Session
from symptrack.domain.wall_time import fixed_offset
from symptrack.formatting import format_day_year
from symptrack.presenters.care_forms import FieldKind, FormField
from symptrack.presenters.check_in_time import likely_moment, sessions_around
from symptrack.presenters.chosen_time import ChosenTime, TimeKind, TypedTime, read_typed
from symptrack.presenters.clock import Clock
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.record_form import FieldReader, FormRefused, FormSaved, save_record
from symptrack.storage.store import Store
from symptrack.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteForm:
    """The form as it stands, as typed."""

    id: str = ""
    note: str = ""
    day: str = ""
    time: str = ""


class NotePresenter:
    """The form of one new note."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self.history = HistoryPresenter(store, clock)
        self._form = NoteForm()

    @property
    def form(self) -> NoteForm:
        """Return the form as it stands."""
        return self._form

    @property
    def place(self) -> Place:
        """Return where the record is found, once it is saved."""
        return Kind.CHECK_INS, self._form.id

    @property
    def today(self) -> date:
        """Return today's date."""
        return self._clock.now().date()

    @property
    def title(self) -> str:
        """Return the form's name."""
        return _("Add a note")

    @property
    def lead(self) -> str:
        """Return what becomes of it."""
        return _("It stands in your journal at its day, like a check-in without answers.")

    @property
    def action(self) -> str:
        """Return the words of the button that saves."""
        return _("Save the note")

    @property
    def fields(self) -> tuple[FormField, ...]:
        """Return the fields from top to bottom."""
        return (
            FormField(name="note", words=_("Note"), kind=FieldKind.NOTE),
            FormField(name="day", words=_("Day"), kind=FieldKind.DATE),
            FormField(name="time", words=_("Time"), hint=_("Empty if it does not matter")),
        )

    def begin(self, _record_id: str | None = None, /, *, day: date | None = None) -> None:
        """Begin a new note about a day, today where none is named."""
        self._form = NoteForm(id=str(uuid.uuid4()), day=format_day_year(day or self.today))

    def change(self, **changes: Any) -> None:
        """Change texts of the form by their names."""
        self._form = replace(self._form, **changes)

    def save(self) -> FormSaved | FormRefused:
        """Save the note; saving twice makes one.

        Raises
        ------
        JournalUnavailable
            Where the journal cannot be written; the form stays.
        """
        reader = FieldReader(self._form, self.today)
        note = reader.note("note")
        if not note:
            reader.refuse("note", _("Write something, or go back with Cancel."))
        try:
            chosen = self._when()
        except InvalidValue as error:
            reader.refuse(error.field, error.reason)
            return FormRefused(refused=reader.refused)
        if reader.refused:
            return FormRefused(refused=reader.refused)
        sessions = self._store.load(since=self._clock.now()).sessions
        made = _note(self._form.id, note, chosen, sessions, self._clock.now())
        return save_record(self._store, made)

    def _when(self) -> ChosenTime:
        typed = TypedTime(
            kind=TimeKind.OTHER,
            day=self._form.day,
            time=self._form.time,
            time_known=bool(self._form.time.strip()),
        )
        return read_typed(typed, self._clock, self._clock.time_zone())


def _note(
    note_id: str, note: str, chosen: ChosenTime, sessions: Sequence[Session], now: datetime
) -> CheckIn:
    around = sessions_around(sessions, chosen)
    moment = likely_moment(around, chosen)
    session = around.session(moment)
    return CheckIn(
        id=note_id,
        occurred_at=chosen.at,
        time_zone=chosen.time_zone,
        time_known=chosen.time_known,
        session_id=session.id if session else None,
        moment=moment,
        entered_at=fixed_offset(now.replace(microsecond=0)),
        note=note,
    )
