"""A disk that forgets: what was not synced may be lost, torn or kept when the power is cut.

It stands in for the file system below SQLite, as a VFS of ``apsw``. A file's writes last once the
file was synced; that a file is gone lasts once its folder was synced, which SQLite asks for with
the deletion itself, or not. At a cut each write that does not last yet is kept, lost, or kept in
part, and each deletion that does not last is kept or undone, by chance.

It can also fail: the N-th call of the disk raises, once or from then on.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512


class PowerIsCutError(Exception):
    """Nothing more happens on this disk."""


@dataclass
class DiskFile:
    """What a file holds for who reads it, and what of it would be there after a cut."""

    now: bytearray = field(default_factory=bytearray)
    lasting: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    exists: bool = True
    lasts: bool = False
    former: bytes | None = None
    """What was under the name before, where its deletion does not last yet."""

    def write(self, data: bytes, offset: int) -> None:
        if offset > len(self.now):
            self.now.extend(bytes(offset - len(self.now)))
        self.now[offset : offset + len(data)] = data
        self.pending.append((offset, data))

    def truncate(self, size: int) -> None:
        del self.now[size:]
        self.pending.append((size, None))

    def sync(self) -> None:
        self.lasting, self.lasts, self.former = bytes(self.now), True, None
        self.pending.clear()

    def after_a_cut(self, chance: random.Random) -> bytes:
        kept = bytearray(self.lasting)
        for offset, data in self.pending:
            fate = chance.random()
            if data is None:
                if fate < 0.5:
                    del kept[offset:]
                continue
            for place in range(0, len(data), SECTOR):
                if fate < 0.4 or (fate < 0.7 and chance.random() < 0.5):
                    part, at = data[place : place + SECTOR], offset + place
                    kept.extend(bytes(max(0, at - len(kept))))
                    kept[at : at + len(part)] = part
        return bytes(kept)


class VolatileDisk:
    """Files by name, and how many calls are left until the power is cut or a call fails."""

    def __init__(self, files: dict[str, bytes] | None = None) -> None:
        self.files = {
            name: DiskFile(bytearray(data), data, lasts=True)
            for name, data in (files or {}).items()
        }
        self.calls = 0
        self.at_call: Callable[[int], None] = lambda _number: None

    def touch(self) -> None:
        """Count a call, which may be the last."""
        self.calls += 1
        self.at_call(self.calls)

    def delete(self, name: str, *, lasting: bool) -> None:
        file = self.files[name]
        file.exists = False
        if lasting or not (file.lasts or file.former):
            del self.files[name]

    def open(self, name: str) -> DiskFile:
        file = self.files.get(name)
        if file is None:
            file = self.files[name] = DiskFile()
        elif not file.exists:
            former = file.lasting if file.lasts else file.former
            file = self.files[name] = DiskFile(former=former)
        return file

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return the files that a computer finds when it starts again."""
        there = {}
        for name, file in self.files.items():
            kept = chance.random() < 0.5
            if file.lasts and (file.exists or kept):
                there[name] = file.after_a_cut(chance)
            elif not file.lasts and file.former is not None and kept:
                there[name] = file.former
            elif not file.lasts and file.exists and kept:
                there[name] = file.after_a_cut(chance)
        return there


class _OpenFile:
    """An open file of the disk, as apsw calls it."""

    def __init__(self, disk: VolatileDisk, name: str) -> None:
        self._disk, self._file = disk, disk.open(name)

    def xRead(self, amount: int, offset: int) -> bytes:
        return bytes(self._file.now[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.touch()
        self._file.write(bytes(data), offset)

    def xTruncate(self, size: int) -> None:
        self._disk.touch()
        self._file.truncate(size)

    def xSync(self, _flags: int) -> None:
        self._disk.touch()
        self._file.sync()

    def xFileSize(self) -> int:
        return len(self._file.now)

    def xClose(self) -> None:
        pass

    def xLock(self, _level: int) -> None:
        pass

    def xUnlock(self, _level: int) -> None:
        pass

    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, _op: int, _pointer: int) -> bool:
        return False

    def xSectorSize(self) -> int:
        return SECTOR

    def xDeviceCharacteristics(self) -> int:
        return 0


class _Vfs(apsw.VFS):
    def __init__(self, name: str, disk: VolatileDisk) -> None:
        self._disk = disk
        super().__init__(name, "")

    def xOpen(self, name: Any, _flags: list[int]) -> Any:
        shown = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        return _OpenFile(self._disk, Path(shown).name)

    def xFullPathname(self, name: str) -> str:
        return name

    def xAccess(self, name: str, _flags: int) -> bool:
        file = self._disk.files.get(Path(name).name)
        return file is not None and file.exists

    def xDelete(self, name: str, lasting: bool) -> None:
        self._disk.touch()
        self._disk.delete(Path(name).name, lasting=lasting)


@contextmanager
def mounted(disk: VolatileDisk) -> Iterator[str]:
    """Yield the name under which SQLite knows the disk."""
    name = f"volatile-{id(disk)}"
    vfs = _Vfs(name, disk)
    try:
        yield name
    finally:
        vfs.unregister()
