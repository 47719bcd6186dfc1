"""A copy to be kept elsewhere: ``NAME.symptrack``, one file that the patient's secrets open.

It is a zip of three plain members: the journal as an encrypted database, its data key as a
:class:`HeldKey`, always wrapped, and a line that says what the file is. The copy of a protected
journal has that journal's key, and opens with its passphrase or its recovery code. Any other has a
key of its own, wrapped by a code of its own; that key opens nothing else.
"""

import io
import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from symptrack.domain.errors import RefusedFile, RefusedRequest
from symptrack.storage.copying import finish_copy, opened_copy, write_copy
from symptrack.storage.data_key import fingerprint_of, new_key
from symptrack.storage.durable import make_folder
from symptrack.storage.failure import translated
from symptrack.storage.guarded_journal import GuardedJournal
from symptrack.storage.held_key import HeldKey, readable_key
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import Opener, known, readable, with_either, with_recovery_code
from symptrack.storage.protection import wrapped_code
from symptrack.storage.restoring import Restored, restore_database
from symptrack.storage.sqlcipher import Database
from symptrack.texts import _

ENDING = ".symptrack"
Unpacked = tuple[Path, dict[str, HeldKey], bool]
MOST_BYTES = 1 << 30
"""More than any journal: ten years are 2 MB."""

_DATABASE, _KEYS, _README = "journal.db", "keys.json", "README.txt"
_FORMAT, _VERSION, _KEY = "symptrack-copy", 1, "data_key"
_MOST_KEYS_BYTES = 10_000
_CHUNK = 1 << 20
_WORDS = (
    "An encrypted copy of a Symptrack journal. "
    "Symptrack opens it with its recovery code or passphrase.\n"
)


def copy_for_elsewhere(journal: GuardedJournal, code: str = "") -> bytes:
    """Return a copy of an open journal as the content of a ``.symptrack`` file, verified.

    Parameters
    ----------
    code
        A new recovery code, which is in no way in the copy; none where the journal is protected,
        and its own secrets are to open the copy.

    Raises
    ------
    JournalUnavailable
        Where the journal cannot be read, or there is no room beside it.
    """
    key = new_key() if code else None
    with _folder_beside(journal.paths) as folder:
        copy = folder / _DATABASE
        with journal.guarded() as opened:
            rows = write_copy(opened.db, copy)
        finish_copy(copy, opened.key, rows, new_key=key)
        if key is None:
            key, held = opened.key, replace(opened.held, keyring=False)
        else:
            held = HeldKey(fingerprint_of(key), recovery_code=wrapped_code(key, code))
        if not held.protected:
            raise ValueError("a copy elsewhere holds no readable key")
        with translated():
            data = _packed(copy.read_bytes(), held)
    with _unpacked(io.BytesIO(data), lambda _held: known(key), journal.paths):
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
    with opened_file(paths, file, code) as (database, keys, of_its_own):
        return restore_database(paths, database, keys, now=now, new_data_key=of_its_own)


@contextmanager
def opened_from_elsewhere(paths: JournalPaths, file: Path, code: str) -> Iterator[Database]:
    """Yield the journal of a ``.symptrack`` file to be read; raises as restoring it does."""
    with (
        opened_file(paths, file, code) as (database, keys, _of_its_own),
        opened_copy(database, keys, JournalPaths(database)) as (db, _key),
    ):
        yield db


@contextmanager
def opened_file(
    paths: JournalPaths, file: Path, typed: str, opener: Opener = readable
) -> Iterator[Unpacked]:
    """Yield the database of a ``.symptrack`` file, laid beside the journal, and its data key.

    The last value says whether the key is the copy's own, and no journal's.
    """

    def opener_of(held: HeldKey) -> Opener:
        if opener(held) is not None:
            return opener
        return with_recovery_code(typed) if held.passphrase is None else with_either(typed)

    try:
        with file.open("rb") as stream, _unpacked(stream, opener_of, paths) as found:
            yield found
    except OSError:
        raise RefusedFile(_("{name} cannot be read.").format(name=file.name)) from None


@contextmanager
def _unpacked(
    stream: Any, opener_of: Callable[[HeldKey], Opener], paths: JournalPaths
) -> Iterator[Unpacked]:
    with translated():
        make_folder(paths.database.parent)
    with _folder_beside(paths) as folder:
        database = folder / _DATABASE
        held = _read(stream, database)
        key = opener_of(held)(held)
        if key is None:
            raise RefusedRequest(_not_this_one(held))
        of_its_own = held.passphrase is None
        yield database, {key: readable_key(key) if of_its_own else held}, of_its_own


def _not_this_one(held: HeldKey) -> str:
    if held.passphrase is None:
        return _("This recovery code does not open this copy; it belongs to another one.")
    return _("This is neither the passphrase nor the recovery code of this copy.")


def _packed(database: bytes, held: HeldKey) -> bytes:
    document = {"format": _FORMAT, "version": _VERSION, _KEY: held.as_plain()}
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, content in (
            (_README, _WORDS.encode()),
            (_KEYS, json.dumps(document, indent=2).encode()),
            (_DATABASE, database),
        ):
            archive.writestr(zipfile.ZipInfo(name), content)  # without the time it was made
    return whole.getvalue()


def _read(stream: Any, database: Path) -> HeldKey:
    """Write the database to a file, its bytes counted on the way, and return its key."""
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
                held = _held(member.read(_MOST_KEYS_BYTES))
            with archive.open(_DATABASE) as member, translated(), database.open("wb") as target:
                _copy(member, target)
    except (zipfile.BadZipFile, ValueError, EOFError, RuntimeError) as error:
        raise RefusedFile(
            _("This is not a copy that Symptrack made, or a part of it is damaged.")
        ) from error
    return held


def _held(data: bytes) -> HeldKey:
    document = json.loads(data)
    if not isinstance(document, dict) or document.keys() != {"format", "version", _KEY}:
        raise ValueError("no keys of a copy")
    if (document["format"], document["version"]) != (_FORMAT, _VERSION):
        raise ValueError("another format")
    held = HeldKey.from_plain(document[_KEY])
    if not held.protected:
        raise ValueError("a readable key")
    return held


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
        folder = Path(tempfile.mkdtemp(prefix=paths.passing, dir=paths.database.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
