"""What typed forms have in common: reading them field after field, and how saving them ends."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol, TypeVar

from symptrack.domain.errors import InvalidValue
from symptrack.domain.journal import KIND_OF, Place, Record
from symptrack.domain.limits import LABEL_LENGTH, NOTE_LENGTH
from symptrack.presenters.form_checks import checked_range, checked_text, checked_year
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.typed import read_date, read_whole_number
from symptrack.storage.store import Store

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSaved:
    """The form is in the journal, under this id."""

    record_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRefused:
    """Nothing was saved: a sentence by field."""

    refused: dict[str, str] = field(default_factory=dict)


class RecordPresenter(Protocol):
    """The form of one record, as a dialog shows it."""

    @property
    def title(self) -> str:
        """Return the form's name."""
        ...

    @property
    def form(self) -> object:
        """Return the form as typed: what is in a line or a note is a text by its name."""
        ...

    @property
    def place(self) -> Place:
        """Return where the record is found, once it is saved."""
        ...

    @property
    def history(self) -> HistoryPresenter:
        """Return what shows its earlier versions."""
        ...

    def begin(self, record_id: str, /) -> None:
        """Begin to change a saved record."""
        ...

    def change(self, **changes: Any) -> None:
        """Change values of the form by their names."""
        ...

    def save(self) -> FormSaved | FormRefused:
        """Save the form; saving twice makes one record."""
        ...


def save_record(store: Store, record: Record) -> FormSaved:
    """Save a new or a changed record; saving twice makes one.

    Raises
    ------
    JournalUnavailable
        Where the journal cannot be written.
    """
    if store.get(KIND_OF[type(record)], record.id) is None:
        store.add(record)
    else:
        store.revise(record)
    return FormSaved(record_id=record.id)


class FieldReader:
    """Reads field after field of a form and collects what is refused.

    What it returns is only to be used where nothing was refused.
    """

    def __init__(self, form: object, today: date) -> None:
        self._form, self._today = form, today
        self.refused: dict[str, str] = {}

    def line(self, name: str) -> str:
        """Return a line without space around it."""
        return self.take(name, lambda: checked_text(name, self._typed(name), LABEL_LENGTH)) or ""

    def note(self, name: str) -> str:
        """Return a note without space around it."""
        return self.take(name, lambda: checked_text(name, self._typed(name), NOTE_LENGTH)) or ""

    def day(self, name: str, *, past: bool = False) -> date | None:
        """Return a date, or ``None`` where nothing is typed.

        A day without a year is the one nearest to today, or with ``past`` the latest one.
        """
        read = read_date if past else _near
        return self.typed(name, lambda text: checked_year(name, read(name, text, self._today)))

    def whole(self, name: str, limits: tuple[int, int], unit: str = "{number}") -> int | None:
        """Return a whole number within ``limits``, or ``None`` where nothing is typed.

        ``unit`` is how the number is said, such as ``{number} minutes``.
        """
        return self.typed(
            name, lambda text: checked_range(name, read_whole_number(name, text), limits, unit)
        )

    def typed(self, name: str, read: Callable[[str], Value]) -> Value | None:
        """Return what a text is read as, or ``None`` where nothing is typed."""
        text = self._typed(name)
        return self.take(name, lambda: read(text)) if text.strip() else None

    def take(self, name: str, read: Callable[[], Value]) -> Value | None:
        """Return what is read; where it cannot be, the field is refused."""
        try:
            return read()
        except InvalidValue as error:
            self.refused[name] = error.reason
            return None

    def refuse(self, name: str, sentence: str) -> None:
        """Refuse a field, unless something is said about it already."""
        self.refused.setdefault(name, sentence)

    def _typed(self, name: str) -> str:
        text: str = getattr(self._form, name)
        return text


def _near(name: str, text: str, today: date) -> date:
    """Read a date; a day without a year is the one nearest to today, before or after."""
    days = {read_date(name, text, today, ahead=ahead) for ahead in (False, True)}
    return min(days, key=lambda day: (abs(day - today), day))
