"""The lock file: one window or command at a time, and a note of how the last one ended.

The lock is the operating system's and ends with the process that holds it, so that a stale file
is simply taken over. The file is never removed, as removing a locked file would let two processes
each hold "the" lock; it is emptied at a clean end, so that one with content tells of a crash.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from symptrack.domain.errors import JournalInUse
from symptrack.storage.failure import in_use

_OPEN = b"open\n"

if sys.platform == "win32":
    import msvcrt

    # Windows locks bytes against reading too: this one lies far behind the content.
    _LOCKED_BYTE = 1 << 20

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class JournalLock:
    """The lock of an open journal.

    ``left_open`` says that the one who held it before did not come to a clean end.
    """

    def __init__(self, handle: int, *, left_open: bool) -> None:
        self._handle = handle
        self.left_open = left_open

    @classmethod
    def take(cls, path: Path) -> "JournalLock":
        """Take the lock at once or not at all.

        Raises
        ------
        JournalInUse
            Where another process, or another store of this one, holds it.
        """
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _try_lock(handle):
            os.close(handle)
            raise JournalInUse(in_use())
        left_open = os.fstat(handle).st_size > 0
        # On a full disk the journal must still open; SQLite's own rollback file tells of a crash.
        with suppress(OSError):
            os.write(handle, _OPEN)
        return cls(handle, left_open=left_open)

    def release(self, *, clean: bool) -> None:
        """Let go; ``clean`` says that the journal was closed as it should be."""
        try:
            if clean:
                os.ftruncate(self._handle, 0)
        finally:
            os.close(self._handle)


def is_held(path: Path) -> bool:
    """Whether somebody holds the lock now; nothing is changed by looking."""
    try:
        handle = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        return not _try_lock(handle)
    finally:
        os.close(handle)
