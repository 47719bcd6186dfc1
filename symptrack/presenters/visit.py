"""Enters and changes visits, and gathers what the patient wants to ask at the next one."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from symptrack.domain.care import Visit
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Kind, Place
from symptrack.domain.limits import NOTE_LENGTH
from symptrack.formatting import format_day_year
from symptrack.presenters.care_forms import FieldKind, FormField
from symptrack.presenters.clock import Clock
from symptrack.presenters.form_checks import checked_text
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.record_form import FieldReader, FormRefused, FormSaved
from symptrack.storage.store import Store
from symptrack.texts import _

DRAFT = "visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitForm:
    """The form as it stands, as typed."""

    id: str
    visited_on: str = ""
    with_whom: str = ""
    questions: str = ""
    note: str = ""


def next_visit(visits: Iterable[Visit], today: date) -> Visit | None:
    """Return the visit that comes next; one of today counts until midnight."""
    ahead = [one for one in visits if one.visited_on >= today]
    return min(ahead, key=_place, default=None)


class VisitPresenter:
    """The form of one visit."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self.history = HistoryPresenter(store, clock)
        self._saved = False
        self._form = VisitForm(id="")

    @property
    def form(self) -> VisitForm:
        """Return the form as it stands."""
        return self._form

    @property
    def place(self) -> Place:
        """Return where the record is found, once it is saved."""
        return Kind.VISITS, self._form.id

    @property
    def today(self) -> date:
        """Return today's date."""
        return self._clock.now().date()

    @property
    def title(self) -> str:
        """Return the form's name."""
        return _("Change the visit") if self._saved else _("New visit")

    @property
    def lead(self) -> str:
        """Return nothing: the name says it all."""
        return ""

    @property
    def action(self) -> str:
        """Return the words of the button that saves."""
        return _("Save the visit")

    @property
    def fields(self) -> tuple[FormField, ...]:
        """Return the fields from top to bottom."""
        return (
            FormField(
                name="visited_on",
                words=_("Date"),
                kind=FieldKind.DATE,
                hint=_("A day to come, or one that was"),
            ),
            FormField(name="with_whom", words=_("With whom")),
            FormField(
                name="questions",
                words=_("What I want to ask"),
                kind=FieldKind.NOTE,
                hint=_("One question on each line."),
            ),
            FormField(name="note", words=_("Note"), kind=FieldKind.NOTE),
        )

    def begin(self, visit_id: str | None = None, questions: str = "") -> None:
        """Begin a new visit, or change a saved one.

        A new one is today's, with whom the latest one was; where it begins with a question, it is
        one to come and its day is left to be said.

        Raises
        ------
        RefusedRequest
            Where it is no longer in the journal.
        """
        self._saved = visit_id is not None
        if visit_id is None:
            self._form = VisitForm(
                id=str(uuid.uuid4()),
                visited_on="" if questions else format_day_year(self.today),
                with_whom=self._latest_with(),
                questions=questions,
            )
            return
        found = self._visit(visit_id)
        self._form = VisitForm(
            id=found.id,
            visited_on=format_day_year(found.visited_on),
            with_whom=found.with_whom,
            questions=found.questions,
            note=found.note,
        )

    def change(self, **changes: Any) -> None:
        """Change texts of the form by their names."""
        self._form = replace(self._form, **changes)

    def save(self) -> FormSaved | FormRefused:
        """Save the visit; saving twice makes one.

        Raises
        ------
        JournalUnavailable
            Where the journal cannot be written; the form stays.
        """
        reader = FieldReader(self._form, self.today)
        day = reader.day("visited_on")
        with_whom, questions = reader.line("with_whom"), reader.note("questions")
        note = reader.note("note")
        if day is None:
            reader.refuse("visited_on", _("Give the date of the visit."))
        if day is None or reader.refused:
            return FormRefused(refused=reader.refused)
        visit = Visit(
            id=self._form.id,
            visited_on=day,
            with_whom=with_whom,
            questions=questions,
            note=note,
        )
        self._store.complete(visit, draft=DRAFT)
        return FormSaved(record_id=visit.id)

    def add_question(self, visit_id: str, question: str) -> None:
        """Put one more question below those of a visit; nothing typed adds nothing.

        Raises
        ------
        SymptrackError
            Where the visit is gone, they are too long together, or the journal cannot be written.
        """
        if question.strip():
            visit = self._visit(visit_id)
            asked = f"{visit.questions.rstrip()}\n{question.strip()}"
            questions = checked_text("", asked, NOTE_LENGTH)
            self._store.revise(replace(visit, questions=questions))

    def _visit(self, visit_id: str) -> Visit:
        found = self._store.get(Kind.VISITS, visit_id)
        if not isinstance(found, Visit):
            raise RefusedRequest(_("This visit is no longer in the journal."))
        return found

    def _latest_with(self) -> str:
        visits = [one for one in self._store.all_of(Kind.VISITS) if isinstance(one, Visit)]
        named = [one for one in visits if one.with_whom]
        return max(named, key=_place).with_whom if named else ""


def _place(visit: Visit) -> tuple[date, str]:
    return visit.visited_on, visit.id
