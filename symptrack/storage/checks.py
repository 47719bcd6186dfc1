"""Looking a journal over."""

from dataclasses import dataclass
from enum import StrEnum

from symptrack.domain.errors import JournalDamaged
from symptrack.storage.failure import translated
from symptrack.storage.sqlcipher import Database

_FINE = ("ok",)


class CheckName(StrEnum):
    """What is looked over."""

    STRUCTURE = "structure"
    ENCRYPTION = "encryption"
    REFERENCES = "references"
    KEYS = "keys"


@dataclass(frozen=True, slots=True)
class Problem:
    """One check that failed, and in how many places."""

    check: CheckName
    places: int


def problems_of(db: Database, *, full: bool) -> list[Problem]:
    """Return what is wrong with the database file.

    Always: every page's checksum, the structure and every ``CHECK`` (SQLite's quick check), and
    the foreign keys. ``full`` also compares the indexes with their tables.
    """
    places = {
        CheckName.ENCRYPTION: _places(db, "PRAGMA cipher_integrity_check"),
        CheckName.STRUCTURE: _places(
            db, "PRAGMA integrity_check" if full else "PRAGMA quick_check"
        ),
        CheckName.REFERENCES: _places(db, "PRAGMA foreign_key_check"),
    }
    return [Problem(check, number) for check, number in places.items() if number]


def _places(db: Database, pragma: str) -> int:
    try:
        with translated():
            return sum(row != _FINE for row in db.execute(pragma))
    except JournalDamaged:
        return 1  # damage that keeps the check from coming to an end
