"""The keys file: what opens the journal, written safely and kept twice.

For now it holds the random 256-bit data key readable, with a fingerprint, so that a torn or
flipped file is told from a key that belongs to another journal. One copy lies beside the journal,
one in the backups folder; each backup has its own as well.
"""

import hashlib
import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from symptrack.storage.durable import make_folder, write_durably
from symptrack.storage.journal_paths import JournalPaths

_FORMAT, _VERSION = "symptrack-keys", 1
_KEY_BYTES = 32

DATA_KEY = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class KeysOnDisk:
    """The data key as each of the two files gives it; ``None`` where it is lost or torn."""

    first: str | None
    second: str | None

    @property
    def candidates(self) -> tuple[str, ...]:
        """The keys worth trying, the keys file's own first."""
        return tuple(dict.fromkeys(key for key in (self.first, self.second) if key is not None))

    def broken(self, key: str) -> int:
        """Return how many of the two files do not hold ``key``."""
        return sum(held != key for held in (self.first, self.second))


def new_key() -> str:
    """Return a new random data key: 64 hexadecimal digits."""
    return os.urandom(_KEY_BYTES).hex()


def read_keys(paths: JournalPaths) -> KeysOnDisk:
    """Read both keys files."""
    return KeysOnDisk(first=read_key(paths.keys), second=read_key(paths.keys_copy))


def write_keys(paths: JournalPaths, key: str) -> None:
    """Make both keys files hold ``key``, one after the other.

    A file that holds something else is moved to the folder of damaged files first: it may be the
    key of another journal.
    """
    for path in (paths.keys, paths.keys_copy):
        if read_key(path) == key:
            continue
        make_folder(path.parent)
        if path.exists():
            _move_aside(path, paths.damaged)
        write_key(path, key)


def write_key(path: Path, key: str) -> None:
    """Write one keys file, in place of what is there."""
    write_durably(path, _content(key))


def repair_keys(paths: JournalPaths, key: str) -> None:
    """Restore what is wrong with either file, once the journal has opened with ``key``.

    Where that fails (a full disk), the journal opens all the same, and its check says so.
    """
    with suppress(OSError):
        write_keys(paths, key)


def _content(key: str) -> bytes:
    document = {
        "format": _FORMAT,
        "version": _VERSION,
        "data_key": {"readable": key, "fingerprint": _fingerprint(key)},
    }
    return (json.dumps(document, indent=2) + "\n").encode()


def read_key(path: Path) -> str | None:
    """Return the data key that one keys file holds; ``None`` where it is lost or torn."""
    try:
        document = json.loads(path.read_bytes())
        key, fingerprint = document["data_key"]["readable"], document["data_key"]["fingerprint"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(key, str) or not DATA_KEY.fullmatch(key):
        return None
    return key if _fingerprint(key) == fingerprint else None


def _fingerprint(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _move_aside(path: Path, folder: Path) -> None:
    make_folder(folder)
    names = (f"{path.stem}-{number}{path.suffix}" for number in count(1))
    path.rename(next(folder / name for name in names if not (folder / name).exists()))
