"""What the repositories of records have in common."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, ClassVar, Generic, TypeVar

from symptrack.domain.journal import Record
from symptrack.storage.plain import Plain
from symptrack.storage.sqlcipher import Database

R = TypeVar("R", bound=Record)
EARLIEST = datetime.min.replace(tzinfo=UTC)
"""Before every instant that can be written down."""


class Repository(ABC, Generic[R]):
    """The records of one kind: rows in, domain objects out.

    A repository opens no transaction; :class:`~symptrack.storage.store.Store` does.
    """

    DELETE: ClassVar[str]
    LET_GO: ClassVar[tuple[str, ...]] = ()
    """What makes the records and drafts that name one of this kind stand by themselves."""

    def __init__(self, db: Database) -> None:
        self._db = db

    @abstractmethod
    def insert(self, records: Iterable[R]) -> None:
        """Add records whose ids are not there yet."""

    @abstractmethod
    def get(self, record_id: str) -> R | None:
        """Return one record, or ``None``."""

    @abstractmethod
    def load(self) -> tuple[R, ...]:
        """Return all records."""

    def load_since(self, since: datetime) -> tuple[R, ...]:  # noqa: ARG002 - for those that do
        """Return the records from ``since`` on, where they grow from day to day; else all."""
        return self.load()

    def remove(self, record_id: str) -> None:
        """Remove a record with all that hangs on it."""
        self._db.execute(self.DELETE, [record_id])

    def let_go(self, record_id: str) -> None:
        """Let no record name the one with this id any more: it is gone for good."""
        for statement in self.LET_GO:
            self._db.execute(statement, [record_id])

    def replace(self, record: R) -> None:
        """Put a record in the place of the one with its id."""
        self.remove(record.id)
        self.insert([record])

    def _rows(self, sql: str, *parameters: Any) -> list[Plain]:
        cursor = self._db.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def _insert(self, sql: str, rows: Iterable[Plain]) -> None:
        self._db.conn.executemany(sql, rows)
