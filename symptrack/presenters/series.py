"""Makes and changes series: what is typed, what it refuses, what a new one begins with."""

import uuid
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Journal, Kind, Place
from symptrack.domain.limits import LABEL_LENGTH
from symptrack.domain.series import FIRST_NUMBER, PLANNED_SESSIONS, Series
from symptrack.domain.words import SeriesKind
from symptrack.formatting import format_day_year
from symptrack.presenters.clock import Clock
from symptrack.presenters.form_checks import checked_text
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.record_form import FieldReader, FormRefused, FormSaved, save_record
from symptrack.storage.store import Store
from symptrack.texts import _, marked

USUAL_INDUCTION = 6
CONDITIONS = (
    marked("depression"),
    marked("anxiety"),
    marked("PTSD"),
    marked("pain"),
    marked("OCD"),
)
"""The conditions to pick from; a series keeps these words whatever language they were picked in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesForm:
    """The form as it stands, as typed.

    ``conditions`` are chosen of :data:`CONDITIONS`; ``other`` holds further ones, between commas.
    """

    id: str
    name: str = ""
    kind: SeriesKind | None = None
    planned_sessions: str = ""
    first_number: str = "1"
    conditions: tuple[str, ...] = ()
    other: str = ""
    goal: str = ""
    started_on: str = ""
    ended_on: str = ""


def kind_words(kind: SeriesKind) -> str:
    """Return what a series is for, in plain words with the clinic's word."""
    return {
        SeriesKind.INDUCTION: _("First course (induction)"),
        SeriesKind.MAINTENANCE: _("To keep it up (maintenance)"),
        SeriesKind.SINGLE: _("A single session"),
    }[kind]


def kind_description(kind: SeriesKind) -> str:
    """Return one sentence about a kind."""
    return {
        SeriesKind.INDUCTION: _(
            "Several sessions close together, often six in two to three weeks."
        ),
        SeriesKind.MAINTENANCE: _("Sessions now and then after a first course."),
        SeriesKind.SINGLE: _("One session by itself."),
    }[kind]


class SeriesPresenter:
    """The form of one series, made or changed."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self.history = HistoryPresenter(store, clock)
        self._journal = Journal()
        self._original: Series | None = None
        self._form = self._start = SeriesForm(id="")

    @property
    def form(self) -> SeriesForm:
        """Return the form as it stands."""
        return self._form

    @property
    def place(self) -> Place:
        """Return where the record is found, once it is saved."""
        return Kind.SERIES, self._form.id

    @property
    def title(self) -> str:
        """Return the dialog's name."""
        return _("Change the series") if self._original else _("New series")

    @property
    def today(self) -> date:
        """Return today's date."""
        return self._clock.now().date()

    def begin(self, series_id: str | None = None) -> None:
        """Begin a new series, or change a saved one.

        Raises
        ------
        RefusedRequest
            Where it is no longer in the journal.
        """
        self._journal = self._store.load(since=self._clock.now())
        self._original = None
        self._form = self._new()
        if series_id is not None:
            found = self._store.get(Kind.SERIES, series_id)
            if not isinstance(found, Series):
                raise RefusedRequest(_("This series is no longer in the journal."))
            self._original = found
            self._form = _form_of(found)
        self._start = self._form

    def change(self, **changes: Any) -> None:
        """Change values of the form by their names.

        What was not typed follows the kind of a new series: how many sessions, the first number.
        """
        kind = changes.get("kind", self._form.kind)
        if kind is not self._form.kind and self._original is None:
            former, proposed = self._by_kind(self._form.kind), self._by_kind(kind)
            changes |= {
                name: proposed[name]
                for name, text in former.items()
                if getattr(self._form, name) == text
            }
        self._form = replace(self._form, **changes)

    def save(self) -> FormSaved | FormRefused:
        """Save the series; saving twice makes one.

        Raises
        ------
        JournalUnavailable
            Where the journal cannot be written; the form stays.
        """
        reader = _Reader(self._form, self._original, self.today)
        values = reader.values()
        names = [one.name for one in self._journal.series if one.id != self._form.id]
        if values["name"] in names and self._form.name != self._start.name:
            reader.refused["name"] = _("There is already a series of this name.")
        if reader.refused:
            return FormRefused(refused=reader.refused)
        return save_record(self._store, Series(id=self._form.id, **values))

    @property
    def saved(self) -> bool:
        """Whether a saved series is being changed."""
        return self._original is not None

    def delete(self) -> None:
        """Move the saved series to the trash; its sessions stay in the journal.

        Raises
        ------
        SymptrackError
            Where it is there no more or cannot be moved.
        """
        self._store.delete(Kind.SERIES, self._form.id)

    def restore(self) -> None:
        """Take the series out of the trash again; what is typed stays.

        Raises
        ------
        SymptrackError
            Where it does not lie there any more or cannot be moved.
        """
        self._store.restore(Kind.SERIES, self._form.id)

    def _new(self) -> SeriesForm:
        count = len(self._journal.series)
        kind = SeriesKind.MAINTENANCE if count else SeriesKind.INDUCTION
        name = _("Series {number}").format(number=count + 1) if count else _("First series")
        return SeriesForm(
            id=str(uuid.uuid4()),
            name=name,
            kind=kind,
            **self._by_kind(kind),
        )

    def _by_kind(self, kind: SeriesKind | None) -> dict[str, Any]:
        """Return what a kind proposes: six, none or one session; maintenance counts on."""
        planned = {SeriesKind.INDUCTION: str(USUAL_INDUCTION), SeriesKind.SINGLE: "1"}
        numbers = self._journal.numbers.values()
        first = max(numbers, default=0) + 1 if kind is SeriesKind.MAINTENANCE else 1
        return {
            "planned_sessions": planned.get(kind, "") if kind else "",
            "first_number": str(first),
        }


class _Reader(FieldReader):
    _form: SeriesForm

    def __init__(self, form: SeriesForm, original: Series | None, today: date) -> None:
        super().__init__(form, today)
        self._original = original

    def values(self) -> dict[str, Any]:
        """Return the series' values by name."""
        name = self.line("name")
        if not name:
            self.refuse("name", _("Give the series a name."))
        began, ended = self.day("started_on", past=True), self.day("ended_on", past=True)
        if began is not None and ended is not None and ended < began:
            self.refuse("ended_on", _("A series cannot end before it began."))
        return {
            "name": name,
            "kind": self._form.kind,
            "planned_sessions": self.whole("planned_sessions", PLANNED_SESSIONS),
            "first_number": self.whole("first_number", FIRST_NUMBER) or 1,
            "conditions": self.take("other", self._conditions),
            "goal": self.note("goal"),
            "started_on": began,
            "ended_on": ended,
        }

    def _conditions(self) -> tuple[str, ...]:
        form, saved = self._form, self._original
        if saved is not None:
            as_saved = _form_of(saved)
            if (form.conditions, form.other) == (as_saved.conditions, as_saved.other):
                return saved.conditions
        typed = (checked_text("other", one, LABEL_LENGTH) for one in form.other.split(","))
        chosen = (one for one in CONDITIONS if one in form.conditions)
        return tuple(dict.fromkeys((*chosen, *(one for one in typed if one))))


def _form_of(series: Series) -> SeriesForm:
    known = tuple(one for one in CONDITIONS if one in series.conditions)
    planned = series.planned_sessions
    return SeriesForm(
        id=series.id,
        name=series.name,
        kind=series.kind,
        planned_sessions="" if planned is None else str(planned),
        first_number=str(series.first_number),
        conditions=known,
        other=", ".join(one for one in series.conditions if one not in known),
        goal=series.goal,
        started_on=format_day_year(series.started_on) if series.started_on else "",
        ended_on=format_day_year(series.ended_on) if series.ended_on else "",
    )
