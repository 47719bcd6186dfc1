"""What records were before they were changed."""

from dataclasses import dataclass
from datetime import datetime

from symptrack.domain.journal import KIND_OF, Kind, Place, Record
from symptrack.storage.plain import read_record, to_text
from symptrack.storage.sqlcipher import Database


@dataclass(frozen=True, slots=True)
class Revision:
    """The content that a record had until ``revised_at``."""

    revised_at: datetime
    record: Record


class RevisionRepository:
    """The earlier content of every record. It opens no transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, record: Record, revised_at: datetime) -> None:
        """Keep what a record was until now."""
        self._db.execute(
            "INSERT INTO revision (kind, record_id, revised_at, content) VALUES (?, ?, ?, ?)",
            [KIND_OF[type(record)].value, record.id, revised_at.isoformat(), to_text(record)],
        )

    def of(self, kind: Kind, record_id: str) -> list[Revision]:
        """Return what a record was, the earliest first."""
        rows = self._db.execute(
            """
            SELECT revised_at, content FROM revision
            WHERE kind = ? AND record_id = ? ORDER BY id
            """,
            [kind.value, record_id],
        )
        return [
            Revision(datetime.fromisoformat(revised_at), read_record(kind, content))
            for revised_at, content in rows
        ]

    def revised(self) -> frozenset[Place]:
        """Return every record of which an earlier content is kept."""
        rows = self._db.execute("SELECT DISTINCT kind, record_id FROM revision")
        return frozenset((Kind(kind), record_id) for kind, record_id in rows)

    def newest_at(self) -> datetime | None:
        """Return when a record was last changed, or ``None``."""
        row = self._db.execute("SELECT revised_at FROM revision ORDER BY id DESC").fetchone()
        return datetime.fromisoformat(row[0]) if row else None

    def forget(self, kind: Kind, record_id: str) -> None:
        """Remove all that a record was."""
        self._db.execute(
            "DELETE FROM revision WHERE kind = ? AND record_id = ?", [kind.value, record_id]
        )
