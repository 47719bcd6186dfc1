"""The shape of the journal's database, as small named steps that are never edited.

A later change of shape is a new function at the end, which also raises ``user_version``; a frozen
journal of every released version is a test. The steps of version 1 are :mod:`.version_1`.
"""

from symptrack.storage.search_tables import SEARCH_TABLES
from symptrack.storage.sqlcipher import Database
from symptrack.storage.sqlite_tools import SqliteTools
from symptrack.storage.version_1 import MIGRATIONS


def bring_up_to_date(db: Database) -> None:
    """Apply the steps that a journal has not seen, all or none."""
    with db.atomic():
        MIGRATIONS.apply(db.tools)


@MIGRATIONS()
def create_imports(db: SqliteTools) -> None:
    """Make the tables of what undoing an import needs: the file, and each record it brought."""
    db.executescript("""
    CREATE TABLE import (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        imported_at TEXT NOT NULL,
        file_name TEXT NOT NULL CHECK (length(file_name) <= 200),
        file BLOB NOT NULL,
        choices TEXT NOT NULL CHECK (json_valid(choices))
    ) STRICT;

    CREATE TABLE import_record (
        import_id TEXT NOT NULL REFERENCES import (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        content TEXT NOT NULL CHECK (json_valid(content)),
        PRIMARY KEY (import_id, kind, record_id)
    ) STRICT, WITHOUT ROWID;
    """)


@MIGRATIONS()
def mark_version_2(db: SqliteTools) -> None:
    """Say that the journal has the shape of version 2."""
    db.execute("PRAGMA user_version = 2")


@MIGRATIONS()
def create_search(db: SqliteTools) -> None:
    """Make what notes are found by, and take in those that are there."""
    db.executescript(SEARCH_TABLES)


@MIGRATIONS()
def mark_version_3(db: SqliteTools) -> None:
    """Say that the journal has the shape of version 3."""
    db.execute("PRAGMA user_version = 3")
