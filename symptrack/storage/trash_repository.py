"""What was deleted and can be restored."""

from collections.abc import Iterable
from datetime import datetime

from symptrack.domain.journal import KIND_OF, DeletedRecord, Kind, Place, Record
from symptrack.storage.plain import read_record, to_text
from symptrack.storage.sqlcipher import Database


class TrashRepository:
    """The deleted records of every kind. It opens no transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, deleted: Iterable[DeletedRecord]) -> None:
        """Put records into the trash."""
        self._db.conn.executemany(
            "INSERT INTO trash (kind, record_id, deleted_at, content) VALUES (?, ?, ?, ?)",
            [
                (
                    KIND_OF[type(one.record)].value,
                    one.record.id,
                    one.deleted_at.isoformat(),
                    to_text(one.record),
                )
                for one in deleted
            ],
        )

    def get(self, kind: Kind, record_id: str) -> DeletedRecord | None:
        """Return one deleted record, or ``None``."""
        row = self._db.execute(
            "SELECT kind, deleted_at, content FROM trash WHERE kind = ? AND record_id = ?",
            [kind.value, record_id],
        ).fetchone()
        return _deleted(*row) if row else None

    def load(self) -> tuple[DeletedRecord, ...]:
        """Return all that lies in the trash, in the order it came there."""
        rows = self._db.execute("SELECT kind, deleted_at, content FROM trash ORDER BY rowid")
        return tuple(_deleted(*row) for row in rows)

    def rewrite(self, record: Record) -> None:
        """Put a record in the place of the one with its id, which stays deleted when it was."""
        self._db.execute(
            "UPDATE trash SET content = ? WHERE kind = ? AND record_id = ?",
            [to_text(record), KIND_OF[type(record)].value, record.id],
        )

    def times(self) -> dict[Place, datetime]:
        """Return when each record was deleted."""
        rows = self._db.execute("SELECT kind, record_id, deleted_at FROM trash")
        return {
            (Kind(kind), record_id): datetime.fromisoformat(deleted_at)
            for kind, record_id, deleted_at in rows
        }

    def remove(self, kind: Kind, record_id: str) -> None:
        """Take a record out of the trash."""
        self._db.execute(
            "DELETE FROM trash WHERE kind = ? AND record_id = ?", [kind.value, record_id]
        )


def _deleted(kind_name: str, deleted_at: str, content: str) -> DeletedRecord:
    kind = Kind(kind_name)
    return DeletedRecord(
        kind=kind,
        deleted_at=datetime.fromisoformat(deleted_at),
        record=read_record(kind, content),
    )
