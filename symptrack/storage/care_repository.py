"""Medications and visits in the database."""

from collections.abc import Iterable

from symptrack.domain.care import Medication, Visit
from symptrack.storage.plain import from_plain, to_plain
from symptrack.storage.repository import Repository


class MedicationRepository(Repository[Medication]):
    """The medications of a journal."""

    DELETE = "DELETE FROM medication WHERE id = ?"

    def insert(self, records: Iterable[Medication]) -> None:
        """Add medications."""
        self._insert(
            """
            INSERT INTO medication (id, name, dose, started_on, ended_on, note)
            VALUES (:id, :name, :dose, :started_on, :ended_on, :note)
            """,
            [to_plain(medication) for medication in records],
        )

    def get(self, record_id: str) -> Medication | None:
        """Return one medication, or ``None``."""
        rows = self._rows("SELECT * FROM medication WHERE id = ?", record_id)
        return from_plain(Medication, rows[0]) if rows else None

    def load(self) -> tuple[Medication, ...]:
        """Return all medications."""
        rows = self._rows("SELECT * FROM medication")
        return tuple(from_plain(Medication, row) for row in rows)


class VisitRepository(Repository[Visit]):
    """The follow-up visits of a journal."""

    DELETE = "DELETE FROM visit WHERE id = ?"

    def insert(self, records: Iterable[Visit]) -> None:
        """Add visits."""
        self._insert(
            """
            INSERT INTO visit (id, visited_on, with_whom, questions, note)
            VALUES (:id, :visited_on, :with_whom, :questions, :note)
            """,
            [to_plain(visit) for visit in records],
        )

    def get(self, record_id: str) -> Visit | None:
        """Return one visit, or ``None``."""
        rows = self._rows("SELECT * FROM visit WHERE id = ?", record_id)
        return from_plain(Visit, rows[0]) if rows else None

    def load(self) -> tuple[Visit, ...]:
        """Return all visits, the earliest first."""
        rows = self._rows("SELECT * FROM visit ORDER BY visited_on, id")
        return tuple(from_plain(Visit, row) for row in rows)
