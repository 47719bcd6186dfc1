"""What the forms of medicines and visits have in common: their fields, reading and refusing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from symptrack.domain.errors import InvalidValue
from symptrack.domain.journal import Place
from symptrack.domain.limits import LABEL_LENGTH, NOTE_LENGTH
from symptrack.presenters.form_checks import checked_text, checked_year
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.typed import read_date

Value = TypeVar("Value")


class FieldKind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    DATE = "date"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A field of a form: its name in the form, its words, and a line that is always below it."""

    name: str
    words: str
    kind: FieldKind = FieldKind.LINE
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSaved:
    """The form is in the journal, under this id."""

    record_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRefused:
    """Nothing was saved: a sentence by field."""

    refused: dict[str, str] = field(default_factory=dict)


class FormPresenter(Protocol):
    """A form of lines, dates and notes, as a dialog shows it."""

    @property
    def title(self) -> str:
        """Return the form's name."""
        ...

    @property
    def lead(self) -> str:
        """Return a line below the name, or nothing."""
        ...

    @property
    def action(self) -> str:
        """Return the words of the button that saves."""
        ...

    @property
    def today(self) -> date:
        """Return today's date."""
        ...

    @property
    def fields(self) -> tuple[FormField, ...]:
        """Return the fields from top to bottom; the first one is filled in first."""
        ...

    @property
    def form(self) -> object:
        """Return the form as typed, a text by the name of each field."""
        ...

    @property
    def place(self) -> Place:
        """Return where the record is found, once it is saved."""
        ...

    @property
    def history(self) -> HistoryPresenter:
        """Return what shows its earlier versions."""
        ...

    def begin(self, record_id: str | None = None, /) -> None:
        """Begin a new record, or change a saved one."""
        ...

    def change(self, **changes: Any) -> None:
        """Change texts of the form by their names."""
        ...

    def save(self) -> FormSaved | FormRefused:
        """Save the form; saving twice makes one record."""
        ...


class FieldReader:
    """Reads field after field of a form and collects what is refused."""

    def __init__(self, form: object, today: date) -> None:
        self._form, self._today = form, today
        self.refused: dict[str, str] = {}

    def line(self, name: str) -> str:
        """Return a line without space around it."""
        text: str = getattr(self._form, name)
        return self._take(name, lambda: checked_text(name, text, LABEL_LENGTH)) or ""

    def note(self, name: str) -> str:
        """Return a note without space around it."""
        text: str = getattr(self._form, name)
        return self._take(name, lambda: checked_text(name, text, NOTE_LENGTH)) or ""

    def day(self, name: str, *, past: bool = False) -> date | None:
        """Return a date, or ``None`` where nothing is typed or it is refused.

        A day without a year is the one nearest to today, or with ``past`` the latest one.
        """
        text: str = getattr(self._form, name)
        if not text.strip():
            return None
        read = read_date if past else _near
        return self._take(name, lambda: checked_year(name, read(name, text, self._today)))

    def refuse(self, name: str, sentence: str) -> None:
        """Refuse a field, unless something is said about it already."""
        self.refused.setdefault(name, sentence)

    def _take(self, name: str, read: Callable[[], Value]) -> Value | None:
        try:
            return read()
        except InvalidValue as error:
            self.refused[name] = error.reason
            return None


def _near(name: str, text: str, today: date) -> date:
    """Read a date; a day without a year is the one nearest to today, before or after."""
    days = {read_date(name, text, today, ahead=ahead) for ahead in (False, True)}
    return min(days, key=lambda day: (abs(day - today), day))
