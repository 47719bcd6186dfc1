"""The real store on SQLite's own file calls: its saves, through ``apsw``, on a disk of our own.

Pages are not encrypted here; the pager, the journal and the syncs below them are the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from symptrack.storage.held_key import readable_key
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.opening import OpenJournal
from symptrack.storage.sqlcipher import _GUARDS, Database
from symptrack.storage.store import Store
from tests.builders import at

KEY = "0" * 64
NAME = "symptrack.db"
SAFE = {"journal_mode": "DELETE", "synchronous": "EXTRA"}
NOW = at("2026-09-01 21:00")


class _Rows:
    """The rows of a statement, with the names of their columns even where there are none."""

    def __init__(self, cursor: Any) -> None:
        try:
            self.description = cursor.get_description()
        except apsw.ExecutionCompleteError:
            self.description = ()
        self._rows: Iterator[Any] = iter(cursor.fetchall())

    def __iter__(self) -> Iterator[Any]:
        return self._rows

    def fetchone(self) -> Any:
        return next(self._rows, None)

    def fetchall(self) -> list[Any]:
        return list(self._rows)


class _Connection:
    """An apsw connection that looks like SQLCipher's."""

    def __init__(self, connection: Any) -> None:
        self.apsw = connection

    def execute(self, sql: str, parameters: Iterable[Any] | Mapping[str, Any] = ()) -> _Rows:
        given = dict(parameters) if isinstance(parameters, Mapping) else tuple(parameters)
        return _Rows(self.apsw.execute(sql, given))

    def executemany(self, sql: str, rows: Iterable[Any]) -> None:
        self.apsw.executemany(sql, rows)

    @property
    def total_changes(self) -> int:
        return int(self.apsw.total_changes())

    def close(self) -> None:
        self.apsw.close(True)


class PlainDatabase(Database):
    """What the repositories write to."""

    @contextmanager
    def atomic(self) -> Iterator[None]:
        with self.conn.apsw:
            yield


class _NoLock:
    left_open = False

    def release(self, *, clean: bool) -> None:
        pass


def connect_plain(vfs: str, settings: Mapping[str, str] = SAFE) -> PlainDatabase:
    """Connect to the journal on a mounted disk, with the journal's own settings but for some."""
    connection = apsw.Connection(NAME, vfs=vfs)
    db = PlainDatabase(_Connection(connection))
    for pragma in _GUARDS:
        if "cipher" not in pragma:
            db.execute(pragma)
    for name, value in settings.items():
        db.execute(f"PRAGMA {name} = {value}")
    return db


def store_on(db: PlainDatabase, folder: Path) -> Store:
    """Return the real store over a connection."""
    journal = OpenJournal(db, _NoLock(), KEY, readable_key(KEY))  # type: ignore[arg-type]  # of one process only
    return Store(JournalPaths(folder / NAME), journal, lambda: NOW)


def new_disk_content(folder: Path, vfs: str, settings: Mapping[str, str] = SAFE) -> None:
    """Make an empty journal with the present tables on a mounted disk."""
    with Store.open(JournalPaths(folder / "shape" / NAME), now=lambda: NOW, create=True) as shape:
        tables = shape._db.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
            "AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')"
        ).fetchall()
    db = connect_plain(vfs, settings)
    for (statement,) in tables:
        db.conn.execute(statement)
    db.close()
