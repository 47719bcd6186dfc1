"""The keys file: what opens the journal, written safely and kept twice.

It holds the random 256-bit data key as a :class:`HeldKey`: readable where nothing protects it, else
wrapped. A fingerprint tells a torn or flipped file from a key that belongs to another journal. One
copy lies beside the journal, one in the backups folder; each backup has its own as well. While the
key is being changed, both hold the coming key and the former one: whichever the database has then,
it opens.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from symptrack.storage.durable import make_folder, write_durably
from symptrack.storage.held_key import HeldKey
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import Opener

_FORMAT, _VERSION = "symptrack-keys", 1
_KEY, _FORMER = "data_key", "former_keys"


@dataclass(frozen=True, slots=True)
class KeysOnDisk:
    """What each of the two files holds; nothing where it is lost or torn."""

    first: tuple[HeldKey, ...]
    second: tuple[HeldKey, ...]

    @property
    def candidates(self) -> tuple[HeldKey, ...]:
        """What is worth trying, the keys file's own first."""
        return tuple(dict.fromkeys((*self.first, *self.second)))

    def broken(self, held: HeldKey) -> int:
        """Return how many of the two files do not hold just that."""
        return sum(one != (held,) for one in (self.first, self.second))


def read_keys(paths: JournalPaths) -> KeysOnDisk:
    """Read both keys files."""
    return KeysOnDisk(first=read_held(paths.keys), second=read_held(paths.keys_copy))


def opened_with(opener: Opener, held: Sequence[HeldKey]) -> dict[str, HeldKey]:
    """Return the keys that an opener makes of what files hold, in their order."""
    found: dict[str, HeldKey] = {}
    for one in held:
        key = opener(one)
        if key is not None:
            found.setdefault(key, one)
    return found


def write_keys(paths: JournalPaths, held: HeldKey, *former: HeldKey) -> None:
    """Make both keys files hold a key, and the former one while it is being changed.

    A file that says nothing of this key is moved to the folder of damaged files first: it may hold
    the key of another journal.
    """
    wanted = (held, *former)
    fingerprints = {one.fingerprint for one in wanted}
    for path in (paths.keys, paths.keys_copy):
        there = held_by(path)
        if there == wanted:
            continue
        make_folder(path.parent)
        if path.exists() and not fingerprints & {one.fingerprint for one in there}:
            _move_aside(path, paths.damaged)
        _write(path, wanted)


def write_held(path: Path, held: HeldKey) -> None:
    """Write one keys file, in place of what is there."""
    _write(path, (held,))


def repair_keys(paths: JournalPaths, held: HeldKey) -> None:
    """Restore what is wrong with either file, once the journal has opened with what it holds.

    Where that fails (a full disk), the journal opens all the same, and its check says so.
    """
    with suppress(OSError):
        write_keys(paths, held)


def read_held(path: Path) -> tuple[HeldKey, ...]:
    """Return what one keys file holds; nothing where it is lost, torn or cannot be read."""
    try:
        return held_by(path)
    except OSError:
        return ()


def held_by(path: Path) -> tuple[HeldKey, ...]:
    """Return what one keys file holds; nothing where it is lost or torn.

    Raises
    ------
    OSError
        Where it cannot be read, which says nothing of what it holds.
    """
    try:
        document = json.loads(path.read_bytes())
        if document["format"] != _FORMAT or document["version"] != _VERSION:
            return ()
        plain = [document[_KEY], *document.get(_FORMER, ())]
        held = tuple(HeldKey.from_plain(one) for one in plain)
    except (FileNotFoundError, ValueError, KeyError, TypeError, RecursionError):
        return ()
    return held


def _write(path: Path, held: tuple[HeldKey, ...]) -> None:
    document: dict[str, Any] = {"format": _FORMAT, "version": _VERSION, _KEY: held[0].as_plain()}
    if len(held) > 1:
        document[_FORMER] = [one.as_plain() for one in held[1:]]
    write_durably(path, (json.dumps(document, indent=2) + "\n").encode())


def _move_aside(path: Path, folder: Path) -> None:
    make_folder(folder)
    names = (f"{path.stem}-{number}{path.suffix}" for number in count(1))
    path.rename(next(folder / name for name in names if not (folder / name).exists()))
