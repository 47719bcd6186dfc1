"""Enters and changes medicines: new ones, a dose that changed, one that was stopped."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from symptrack.domain.care import Medication
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Kind, Place
from symptrack.formatting import format_day_year
from symptrack.presenters.care_forms import FieldKind, FormField
from symptrack.presenters.care_words import medicine_words
from symptrack.presenters.clock import Clock
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.record_form import FieldReader, FormRefused, FormSaved
from symptrack.storage.store import Store
from symptrack.texts import _

DRAFT = "medication"
DAY = timedelta(days=1)


class Change(StrEnum):
    """What is done to a saved medicine."""

    EDIT = "edit"
    DOSE = "dose"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicationForm:
    """The form as it stands, as typed."""

    id: str
    name: str = ""
    dose: str = ""
    started_on: str = ""
    ended_on: str = ""
    note: str = ""


class MedicationPresenter:
    """The form of one medicine."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self.history = HistoryPresenter(store, clock)
        self._original: Medication | None = None
        self._change = Change.EDIT
        self._form = MedicationForm(id="")

    @property
    def form(self) -> MedicationForm:
        """Return the form as it stands."""
        return self._form

    @property
    def place(self) -> Place:
        """Return where the record is found, once it is saved."""
        return Kind.MEDICATIONS, self._form.id

    @property
    def today(self) -> date:
        """Return today's date."""
        return self._clock.now().date()

    @property
    def title(self) -> str:
        """Return the form's name."""
        if self._original is None:
            return _("New medicine")
        return {
            Change.EDIT: _("Change the medicine"),
            Change.DOSE: _("The dose changed"),
            Change.STOP: _("Stopped taking it"),
        }[self._change]

    @property
    def lead(self) -> str:
        """Return which medicine it is, where its dose changed or it was stopped."""
        if self._original is None or self._change is Change.EDIT:
            return ""
        words = medicine_words(self._original)
        return _("Until now: {medicine}").format(medicine=words)

    @property
    def action(self) -> str:
        """Return the words of the button that saves."""
        return _("Save the new dose") if self._change is Change.DOSE else _("Save the medicine")

    @property
    def fields(self) -> tuple[FormField, ...]:
        """Return the fields from top to bottom, the one to be filled in first on top."""
        name = FormField(name="name", words=_("Name"))
        dose = FormField(
            name="dose", words=_("Dose"), hint=_("As you would say it, like 100 mg in the morning.")
        )
        since = FormField(
            name="started_on",
            words=_("From"),
            kind=FieldKind.DATE,
            hint=_("Empty if you do not know it"),
        )
        until = FormField(
            name="ended_on",
            words=_("Until"),
            kind=FieldKind.DATE,
            hint=_("Empty while you take it"),
        )
        note = FormField(name="note", words=_("Note"), kind=FieldKind.NOTE)
        if self._change is Change.DOSE:
            dose, since = replace(dose, words=_("New dose")), replace(since, hint="")
            return dose, since, until, note
        if self._change is Change.STOP:
            until = replace(until, hint=_("The last day you took it"))
            return until, note
        return name, dose, since, until, note

    def begin(self, medication_id: str | None = None, change: Change = Change.EDIT) -> None:
        """Begin a new medicine, taken from today on, or change a saved one.

        Raises
        ------
        RefusedRequest
            Where it is no longer in the journal.
        """
        self._change, self._original = change, None
        today = format_day_year(self.today)
        if medication_id is None:
            self._form = MedicationForm(id=str(uuid.uuid4()), started_on=today)
            return
        found = self._store.get(Kind.MEDICATIONS, medication_id)
        if not isinstance(found, Medication):
            raise RefusedRequest(_("This medicine is no longer in the journal."))
        self._original, form = found, _form_of(found)
        if change is Change.DOSE:
            form = replace(form, id=str(uuid.uuid4()), dose="", started_on=today, note="")
        elif change is Change.STOP:
            form = replace(form, ended_on=today)
        self._form = form

    def change(self, **changes: Any) -> None:
        """Change texts of the form by their names."""
        self._form = replace(self._form, **changes)

    def save(self) -> FormSaved | FormRefused:
        """Save the medicine; of a changed dose, the old one's last day is the day before.

        Raises
        ------
        JournalUnavailable
            Where the journal cannot be written; the form stays.
        """
        reader = FieldReader(self._form, self.today)
        medicine = self._read(reader)
        if self._change is Change.DOSE:
            self._check_new_dose(reader, medicine)
        if reader.refused:
            return FormRefused(refused=reader.refused)
        self._store.complete(*self._records(medicine), draft=DRAFT)
        return FormSaved(record_id=medicine.id)

    def _read(self, reader: FieldReader) -> Medication:
        name = reader.line("name")
        began, ended = reader.day("started_on", past=True), reader.day("ended_on")
        if not name and self._change is Change.EDIT:
            reader.refuse("name", _("Give the name of the medicine."))
        if began is not None and ended is not None and ended < began:
            reader.refuse(
                "ended_on",
                _("“Until” cannot be before {day}, when it began.").format(
                    day=format_day_year(began)
                ),
            )
        return Medication(
            id=self._form.id,
            name=name,
            dose=reader.line("dose"),
            started_on=began,
            ended_on=ended,
            note=reader.note("note"),
        )

    def _check_new_dose(self, reader: FieldReader, medicine: Medication) -> None:
        if not medicine.dose:
            reader.refuse("dose", _("Give the new dose."))
        began, former = medicine.started_on, self._original
        assert former is not None
        if began is None:
            reader.refuse("started_on", _("Give the day from which you take the new dose."))
        elif former.started_on is not None and began <= former.started_on:
            reader.refuse(
                "started_on",
                _("The new dose must begin after {day}, when the old one began.").format(
                    day=format_day_year(former.started_on)
                ),
            )

    def _records(self, medicine: Medication) -> tuple[Medication, ...]:
        former = self._original
        if self._change is not Change.DOSE or former is None or medicine.started_on is None:
            return (medicine,)
        eve = medicine.started_on - DAY
        ended = eve if former.ended_on is None else min(former.ended_on, eve)
        return replace(former, ended_on=ended), medicine


def _form_of(medicine: Medication) -> MedicationForm:
    began, ended = medicine.started_on, medicine.ended_on
    return MedicationForm(
        id=medicine.id,
        name=medicine.name,
        dose=medicine.dose,
        started_on=format_day_year(began) if began else "",
        ended_on=format_day_year(ended) if ended else "",
        note=medicine.note,
    )
