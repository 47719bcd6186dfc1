"""What is kept of each import until it is undone or confirmed."""

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from symptrack.domain.journal import KIND_OF, Kind, Record
from symptrack.domain.patient import Patient
from symptrack.domain.settings import Settings
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import Symptom
from symptrack.storage.plain import from_text, read_record, to_text
from symptrack.storage.sqlcipher import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedChoices:
    """What an import filled in: patient and settings before and after, new symptoms and effects."""

    patient_before: Patient = field(default_factory=Patient)
    patient_after: Patient = field(default_factory=Patient)
    settings_before: Settings = field(default_factory=Settings)
    settings_after: Settings = field(default_factory=Settings)
    symptoms: tuple[Symptom, ...] = ()
    side_effects: tuple[OwnSideEffect, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptImport:
    """An import that can still be undone: when, from which file, how many records of each kind."""

    id: str
    imported_at: datetime
    file_name: str
    counts: dict[Kind, int]


class ImportRepository:
    """The imports that can be undone, with their files. It opens no transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(
        self,
        kept: KeptImport,
        file: bytes,
        records: Iterable[Record],
        choices: ImportedChoices,
    ) -> None:
        """Keep an import: its file, and what each record was when it came in."""
        self._db.execute(
            """
            INSERT INTO import (id, imported_at, file_name, file, choices) VALUES (?, ?, ?, ?, ?)
            """,
            [
                kept.id,
                kept.imported_at.isoformat(),
                kept.file_name,
                zlib.compress(file),
                to_text(choices),
            ],
        )
        self._db.conn.executemany(
            "INSERT INTO import_record (import_id, kind, record_id, content) VALUES (?, ?, ?, ?)",
            [(kept.id, KIND_OF[type(one)].value, one.id, to_text(one)) for one in records],
        )

    def all(self) -> tuple[KeptImport, ...]:
        """Return the imports that can be undone, the latest first."""
        rows = self._db.execute(
            """
            SELECT id, imported_at, file_name, (
                SELECT json_group_object(kind, number) FROM (
                    SELECT kind, count(*) AS number FROM import_record
                    WHERE import_id = import.id GROUP BY kind
                )
            )
            FROM import ORDER BY rowid DESC
            """
        )
        return tuple(
            KeptImport(
                id=import_id,
                imported_at=datetime.fromisoformat(imported_at),
                file_name=file_name,
                counts={Kind(kind): number for kind, number in json.loads(counts).items()},
            )
            for import_id, imported_at, file_name, counts in rows
        )

    def file(self, import_id: str) -> bytes | None:
        """Return the file of an import as it was read, or ``None`` where it is not kept."""
        row = self._db.execute("SELECT file FROM import WHERE id = ?", [import_id]).fetchone()
        return zlib.decompress(row[0]) if row else None

    def choices(self, import_id: str) -> ImportedChoices | None:
        """Return what an import filled in, or ``None`` where it is not kept."""
        row = self._db.execute("SELECT choices FROM import WHERE id = ?", [import_id]).fetchone()
        return from_text(ImportedChoices, row[0]) if row else None

    def records(self, import_id: str) -> tuple[Record, ...]:
        """Return the records of an import as they came in."""
        rows = self._db.execute(
            "SELECT kind, content FROM import_record WHERE import_id = ?", [import_id]
        )
        return tuple(read_record(Kind(kind), content) for kind, content in rows)

    def forget(self, import_id: str) -> None:
        """Keep nothing of an import any more; the records themselves stay."""
        self._db.execute("DELETE FROM import WHERE id = ?", [import_id])
