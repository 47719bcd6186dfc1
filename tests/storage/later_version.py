"""A version that is not there yet: two steps more, for tests of what a migration goes through."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from symptrack.storage import version_1
from symptrack.storage.sqlite_tools import SqliteTools
from symptrack.storage.version import LATEST_VERSION

VERSION = LATEST_VERSION + 1


def add_a_table(db: SqliteTools) -> None:
    db.executescript("CREATE TABLE later (id TEXT NOT NULL PRIMARY KEY, said TEXT) STRICT;")
    db.execute("INSERT INTO later (id, said) SELECT id, note FROM check_in")


def mark_version(db: SqliteTools) -> None:
    db.execute(f"PRAGMA user_version = {VERSION}")


@contextmanager
def at_a_later_version() -> Iterator[None]:
    """Be a program of a later version for a while."""
    before = list(version_1.MIGRATIONS._migrations)
    version_1.MIGRATIONS()(add_a_table)
    version_1.MIGRATIONS()(mark_version)
    try:
        with (
            patch("symptrack.storage.opening.LATEST_VERSION", VERSION),
            patch("symptrack.storage.copying.LATEST_VERSION", VERSION),
        ):
            yield
    finally:
        version_1.MIGRATIONS._migrations[:] = before
