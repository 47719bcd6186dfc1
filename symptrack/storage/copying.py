"""Whole copies of a journal, compared with it row by row before anyone relies on them."""

import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from symptrack.domain.errors import JournalDamaged, JournalUnavailable
from symptrack.storage.checks import problems_of
from symptrack.storage.durable import make_empty, sync_file
from symptrack.storage.failure import damaged, translated
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.opening import connect_with_any, sound_version
from symptrack.storage.sqlcipher import Database, connect, refuse_unencrypted, set_new_key
from symptrack.storage.version import LATEST_VERSION
from symptrack.texts import _


def write_copy(db: Database, target: Path) -> str:
    """Write a copy of an open journal under a passing name; return the hash of what it must hold.

    This much needs the journal's connection; :func:`finish_copy` does not.

    Raises
    ------
    JournalUnavailable
        Where it cannot be written, or the journal cannot be read to its end; nothing is there then.
    """
    with removed_on_failure(target), translated():
        make_empty(target)
        db.execute("VACUUM INTO ?", [str(target.absolute())])
        return rows_of(db)


def finish_copy(target: Path, key: str, rows: str, *, new_key: str | None = None) -> None:
    """Check a copy, compare it with the journal, and make it last.

    Parameters
    ----------
    key
        The data key of the journal.
    rows
        What :func:`write_copy` returned.
    new_key
        The data key that the copy is to have; without it, the journal's own.

    Raises
    ------
    JournalUnavailable
        Where the copy is not the same as the journal; it is gone then.
    """
    with removed_on_failure(target), translated():
        refuse_unencrypted(target)
        if new_key is not None:
            _encrypt_anew(target, key, new_key)
        _compare(target, new_key or key, rows)
        sync_file(target)


@contextmanager
def removed_on_failure(target: Path) -> Iterator[None]:
    """Leave no file by half."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            target.unlink(missing_ok=True)
        raise


def rows_of(db: Database) -> str:
    """Return a hash of all that an open database holds: its version, its tables and every row."""
    digest = hashlib.sha256()
    for pragma in ("PRAGMA application_id", "PRAGMA user_version"):
        digest.update(repr(db.execute(pragma).fetchone()).encode())
    shapes = db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    for kind, name, sql in shapes:
        digest.update(repr((kind, name, sql)).encode())
        if kind == "table":
            for row in db.tools.table(name).rows:
                digest.update(repr(tuple(row.values())).encode())
    return digest.hexdigest()


@contextmanager
def opened_copy(
    path: Path, keys: Iterable[str], journal: JournalPaths
) -> Iterator[tuple[Database, str]]:
    """Yield a copy of a journal, all checks passed, in the present shape, and the key it took.

    The file itself is only read. One of an earlier version is brought up to date in a copy
    beside ``journal``, which is gone afterwards.

    Raises
    ------
    JournalUnavailable
        Where it is damaged, of a later version, or none of the keys opens it.
    """
    with translated():
        refuse_unencrypted(path, only_read=True)
        db, key = connect_with_any(keys, lambda key: connect(path, key, only_read=True))
        try:
            version = sound_version(db, full=True)
            if version == 0:  # no journal has come of it yet
                raise JournalDamaged(damaged())
            if version == LATEST_VERSION:
                yield db, key
                return
        finally:
            db.close()
        with _brought_up_to_date(path, key, journal) as newer:
            yield newer, key


@contextmanager
def _brought_up_to_date(path: Path, key: str, journal: JournalPaths) -> Iterator[Database]:
    from symptrack.storage.migrations import bring_up_to_date

    folder = Path(tempfile.mkdtemp(prefix=journal.passing, dir=journal.database.parent))
    try:
        copy = Path(shutil.copyfile(path, folder / path.name))
        db = connect(copy, key)
        try:
            bring_up_to_date(db)
            yield db
        finally:
            db.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _encrypt_anew(path: Path, key: str, new_key: str) -> None:
    db = connect(path, key)
    try:
        set_new_key(db, new_key)
    finally:
        db.close()


def _compare(path: Path, key: str, rows: str) -> None:
    db = connect(path, key, only_read=True)
    try:
        same = not problems_of(db, full=True) and rows_of(db) == rows
    finally:
        db.close()
    if not same:
        raise JournalUnavailable(
            _("The copy was not the same as the journal, so it was not kept; try again.")
        )
