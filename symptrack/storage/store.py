"""An open journal."""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import TracebackType
from typing import Self

from symptrack.domain.journal import Journal, Kind, Record
from symptrack.domain.patient import Patient
from symptrack.domain.settings import Settings
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import Symptom
from symptrack.storage.checks import Problem
from symptrack.storage.drafts import JSON, Draft
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.merging import MergeResult
from symptrack.storage.revisions import Revision


class Store:
    """An open journal; a context manager.

    It holds the journal's one connection and may be used from one thread at a time.
    """

    @classmethod
    def open(
        cls, paths: JournalPaths, *, now: Callable[[], datetime], create: bool = False
    ) -> "Store":
        """Open the journal, or create it where there is none and ``create`` allows it."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the journal; closing it again does nothing."""
        raise NotImplementedError

    @property
    def changes(self) -> int:
        """How many writes there were since the journal was opened."""
        raise NotImplementedError

    def load(self, *, since: datetime | None = None) -> Journal:
        """Return the journal; with ``since``, only check-ins and responses from then on."""
        raise NotImplementedError

    def get(self, kind: Kind, record_id: str) -> Record | None:
        """Return one record, or ``None`` where there is none or it lies in the trash."""
        raise NotImplementedError

    def add(self, record: Record) -> None:
        """Save a new record."""
        raise NotImplementedError

    def revise(self, record: Record) -> None:
        """Save a changed record, keeping what was there as a revision."""
        raise NotImplementedError

    def delete(self, kind: Kind, record_id: str) -> None:
        """Move a record to the trash."""
        raise NotImplementedError

    def restore(self, kind: Kind, record_id: str) -> None:
        """Take a record out of the trash."""
        raise NotImplementedError

    def history(self, kind: Kind, record_id: str) -> list[Revision]:
        """Return what a record was before, the earliest first."""
        raise NotImplementedError

    def save_patient(self, patient: Patient) -> None:
        """Save what the patient says of themselves."""
        raise NotImplementedError

    def save_symptom(self, symptom: Symptom) -> None:
        """Save a symptom by its key."""
        raise NotImplementedError

    def save_own_effect(self, effect: OwnSideEffect) -> None:
        """Save one of the patient's own side effects by its key."""
        raise NotImplementedError

    def save_settings(self, settings: Settings) -> None:
        """Save the patient's choices."""
        raise NotImplementedError

    def draft(self, name: str) -> Draft | None:
        """Return a draft, or ``None``."""
        raise NotImplementedError

    def save_draft(self, name: str, content: Mapping[str, JSON]) -> None:
        """Save a draft in place of its former content."""
        raise NotImplementedError

    def discard_draft(self, name: str) -> None:
        """Remove a draft; one that is not there is no error."""
        raise NotImplementedError

    def complete(self, record: Record, *, draft: str) -> None:
        """Save a record and discard its draft, both or neither."""
        raise NotImplementedError

    def merge(self, incoming: Journal) -> MergeResult:
        """Take in another journal, all or nothing."""
        raise NotImplementedError

    def check(self, *, full: bool) -> list[Problem]:
        """Look the journal over; an empty list means that all is well."""
        raise NotImplementedError
