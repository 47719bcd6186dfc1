"""What tests ask of a journal's folder: everything in it, byte by byte, and who may write."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store

NOBODY = 65_534


def contents(paths: JournalPaths) -> dict[str, bytes]:
    """Return every file in the journal's folder but the lock, by its path."""
    folder = paths.database.parent
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path != paths.lock
    }


def connection_of(store: Store) -> Any:
    """Return the store's own connection, to set limits on it or to look at its tables."""
    return store._db.conn


@contextmanager
def without_root(*folders: Path) -> Iterator[None]:
    """Act as a user whom file permissions hold; these folders become that user's."""
    if os.geteuid() != 0:
        yield
        return
    for folder in folders:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
