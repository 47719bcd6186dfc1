"""A copy to be kept elsewhere: ``NAME.symptrack``, one file that its recovery code opens.

It is a zip of three plain members: the journal as an encrypted database under a data key of its
own, that key wrapped by the code, and a line that says what the file is. No readable key is in it,
and its key opens nothing else.
"""

import io
import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from symptrack.domain.errors import RefusedFile, RefusedRequest
from symptrack.storage.copying import finish_copy, opened_copy, write_copy
from symptrack.storage.data_key import new_key
from symptrack.storage.durable import make_folder
from symptrack.storage.failure import translated
from symptrack.storage.guarded_journal import GuardedJournal
from symptrack.storage.held_key import readable_key
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.key_wrapping import WrappedKey, WrongSecret, unwrap, wrap
from symptrack.storage.recovery_code import secret_of
from symptrack.storage.restoring import Restored, restore_database
from symptrack.storage.sqlcipher import Database
from symptrack.texts import _

ENDING = ".symptrack"
MOST_BYTES = 1 << 30
"""More than any journal: ten years are 2 MB."""

_DATABASE, _KEYS, _README = "journal.db", "keys.json", "README.txt"
_FORMAT, _VERSION = "symptrack-copy", 1
_CONTEXT = b"symptrack-copy 1 recovery code"
_MOST_KEYS_BYTES = 10_000
_CHUNK = 1 << 20
_WORDS = "An encrypted copy of a Symptrack journal. Symptrack opens it with its recovery code.\n"


def copy_for_elsewhere(journal: GuardedJournal, code: str) -> bytes:
    """Return a copy of an open journal as the content of a ``.symptrack`` file, verified.

    Parameters
    ----------
    code
        A recovery code; it is in no way in the copy.

    Raises
    ------
    JournalUnavailable
        Where the journal cannot be read, or there is no room beside it.
    """
    secret, key = secret_of(code), new_key()
    with _folder_beside(journal.paths) as folder:
        copy = folder / _DATABASE
        with journal.guarded() as opened:
            rows = write_copy(opened.db, copy)
        finish_copy(copy, opened.key, rows, new_key=key)
        with translated():
            data = _packed(copy.read_bytes(), wrap(key, secret, _CONTEXT))
    with _unpacked(io.BytesIO(data), secret, journal.paths):
        pass
    return data


def restore_from_elsewhere(
    paths: JournalPaths, file: Path, code: str, *, now: Callable[[], datetime]
) -> Restored:
    """Put the journal of a ``.symptrack`` file in the journal's place, as one restores a backup.

    Raises
    ------
    RefusedFile
        Where it is no such file, or a part of it is damaged.
    RefusedRequest
        Where the code does not open it.
    JournalUnavailable
        Where it cannot be put in place.
    """
    with opened_file(paths, file, code) as (database, key):
        keys = {key: readable_key(key)}
        return restore_database(paths, database, keys, now=now, new_data_key=True)


@contextmanager
def opened_from_elsewhere(paths: JournalPaths, file: Path, code: str) -> Iterator[Database]:
    """Yield the journal of a ``.symptrack`` file to be read; raises as restoring it does."""
    with (
        opened_file(paths, file, code) as (database, key),
        opened_copy(database, (key,), database.parent) as (db, _key),
    ):
        yield db


@contextmanager
def opened_file(paths: JournalPaths, file: Path, code: str) -> Iterator[tuple[Path, str]]:
    """Yield the database of a ``.symptrack`` file, laid beside the journal, and its data key."""
    secret = secret_of(code)
    try:
        with file.open("rb") as stream, _unpacked(stream, secret, paths) as found:
            yield found
    except OSError:
        raise RefusedFile(_("{name} cannot be read.").format(name=file.name)) from None


@contextmanager
def _unpacked(stream: Any, secret: bytes, paths: JournalPaths) -> Iterator[tuple[Path, str]]:
    with translated():
        make_folder(paths.database.parent)
    with _folder_beside(paths) as folder:
        database = folder / _DATABASE
        wrapped = _read(stream, database)
        try:
            key = unwrap(wrapped, secret, _CONTEXT)
        except WrongSecret:
            raise RefusedRequest(
                _("This recovery code does not open this copy; it belongs to another one.")
            ) from None
        yield database, key


def _packed(database: bytes, wrapped: WrappedKey) -> bytes:
    document = {"format": _FORMAT, "version": _VERSION, "recovery_code": wrapped.as_plain()}
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, content in (
            (_README, _WORDS.encode()),
            (_KEYS, json.dumps(document, indent=2).encode()),
            (_DATABASE, database),
        ):
            archive.writestr(zipfile.ZipInfo(name), content)  # without the time it was made
    return whole.getvalue()


def _read(stream: Any, database: Path) -> WrappedKey:
    """Write the database to a file, its bytes counted on the way, and return the wrapped key."""
    try:
        with zipfile.ZipFile(stream) as archive:
            members = {one.filename: one for one in archive.infolist()}
            if len(members) != len(archive.infolist()) or members.keys() != {
                _README, _KEYS, _DATABASE,
            }:  # fmt: skip
                raise ValueError("other members")
            if any(one.compress_type != zipfile.ZIP_STORED for one in members.values()):
                raise ValueError("packed members")
            with archive.open(_KEYS) as member:
                wrapped = _wrapped(member.read(_MOST_KEYS_BYTES))
            with archive.open(_DATABASE) as member, translated(), database.open("wb") as target:
                _copy(member, target)
    except (zipfile.BadZipFile, ValueError, EOFError, RuntimeError) as error:
        raise RefusedFile(
            _("This is not a copy that Symptrack made, or a part of it is damaged.")
        ) from error
    return wrapped


def _wrapped(data: bytes) -> WrappedKey:
    document = json.loads(data)
    if not isinstance(document, dict) or document.keys() != {"format", "version", "recovery_code"}:
        raise ValueError("no keys of a copy")
    if (document["format"], document["version"]) != (_FORMAT, _VERSION):
        raise ValueError("another format")
    return WrappedKey.from_plain(document["recovery_code"])


def _copy(source: Any, target: Any) -> None:
    left = MOST_BYTES
    while chunk := source.read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            raise ValueError("too much")
        target.write(chunk)


@contextmanager
def _folder_beside(paths: JournalPaths) -> Iterator[Path]:
    with translated():
        folder = Path(tempfile.mkdtemp(prefix=".symptrack.", dir=paths.database.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
