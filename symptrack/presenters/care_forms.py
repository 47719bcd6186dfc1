"""What the forms of medicines and visits have in common: how their fields are filled in."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from symptrack.presenters.record_form import RecordPresenter


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


class FormPresenter(RecordPresenter, Protocol):
    """A form of lines, dates and notes, as a dialog shows it."""

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
