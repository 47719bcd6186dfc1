"""What the patient has typed and not yet saved."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from symptrack.storage.plain import to_text
from symptrack.storage.sqlcipher import Database

JSON = str | int | float | bool | None | list["JSON"] | dict[str, "JSON"]


@dataclass(frozen=True, slots=True)
class Draft:
    """The unfinished content of a form, by the form's name."""

    name: str
    saved_at: datetime
    content: Mapping[str, JSON]


class DraftRepository:
    """The drafts of a journal, one a name. It opens no transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, name: str) -> Draft | None:
        """Return a draft, or ``None``."""
        row = self._db.execute(
            "SELECT saved_at, content FROM draft WHERE name = ?", [name]
        ).fetchone()
        return Draft(name, datetime.fromisoformat(row[0]), json.loads(row[1])) if row else None

    def save(self, name: str, content: Mapping[str, JSON], saved_at: datetime) -> None:
        """Save a draft in place of its former content."""
        self._db.execute(
            "INSERT OR REPLACE INTO draft (name, saved_at, content) VALUES (?, ?, ?)",
            [name, saved_at.isoformat(), to_text(content)],
        )

    def discard(self, name: str) -> None:
        """Remove a draft, where there is one."""
        self._db.execute("DELETE FROM draft WHERE name = ?", [name])

    def discard_of(self, record_id: str) -> None:
        """Remove every draft in which a record is being changed."""
        self._db.execute("DELETE FROM draft WHERE json_extract(content, '$.id') = ?", [record_id])

    def has_of(self, record_id: str) -> bool:
        """Whether a record is being changed in a draft."""
        sql = "SELECT EXISTS (SELECT 1 FROM draft WHERE json_extract(content, '$.id') = ?)"
        return bool(self._db.execute(sql, [record_id]).fetchone()[0])

    def newest_at(self) -> datetime | None:
        """Return when one was last saved, or ``None`` where there is none."""
        saved = [
            datetime.fromisoformat(text)
            for (text,) in self._db.execute("SELECT saved_at FROM draft")
        ]
        return max(saved, default=None)
