"""What can go wrong with files and SQLite, in sentences for the patient."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3

from symptrack.domain.errors import (
    DiskFull,
    JournalDamaged,
    JournalInUse,
    JournalReadOnly,
    JournalUnavailable,
)
from symptrack.texts import _

_FULL = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}

# Extended codes hold the primary code in their lowest byte (sqlite.org/rescode.html).
_PRIMARY = 0xFF
_BUSY, _LOCKED = 5, 6
_READONLY, _IOERR, _CORRUPT, _FULL_DISK, _CANTOPEN, _NOTADB = 8, 10, 11, 13, 14, 26


@contextmanager
def translated() -> Iterator[None]:
    """Raise SQLite's and the system's errors as what they mean for the journal.

    Errors that only a fault of the program can cause (a constraint, a closed connection) pass.
    """
    try:
        yield
    except sqlcipher3.Error as error:
        meaning = _meaning_of_sqlite(error)
        if meaning is None:
            raise
        raise meaning from error
    except OSError as error:
        raise _meaning_of_system(error) from error


def wrong_key(error: sqlcipher3.DatabaseError) -> bool:
    """Whether SQLite could make nothing of the first page: another key, or damage."""
    return _code(error) == _NOTADB


def damaged() -> str:
    """Say that the journal is damaged."""
    return _("Part of the journal cannot be read; nothing was deleted or changed.")


def in_use() -> str:
    """Say that the journal is open elsewhere."""
    return _("The journal is already open in another window or command; close that one first.")


def read_only() -> str:
    """Say that nothing can be written."""
    return _("The journal or its folder cannot be written; nothing was deleted or changed.")


def disk_full() -> str:
    """Say that there is no room."""
    return _(
        "There is no room left where the journal lies, so this was not saved; "
        "everything saved before is still there."
    )


def unavailable() -> str:
    """Say that reading or writing failed for another reason."""
    return _("The journal could not be read or written; nothing was deleted or changed.")


def _meaning_of_sqlite(error: sqlcipher3.Error) -> JournalUnavailable | None:
    code = _code(error)
    if code in (_BUSY, _LOCKED):
        return JournalInUse(in_use())
    if code in (_CORRUPT, _NOTADB):
        return JournalDamaged(damaged())
    if code == _READONLY:
        return JournalReadOnly(read_only())
    if code == _FULL_DISK:
        return DiskFull(disk_full())
    if code in (_IOERR, _CANTOPEN):
        return JournalUnavailable(unavailable())
    return None


def _meaning_of_system(error: OSError) -> JournalUnavailable:
    if error.errno in _FULL:
        return DiskFull(disk_full())
    if error.errno in _READ_ONLY:
        return JournalReadOnly(read_only())
    return JournalUnavailable(unavailable())


def _code(error: sqlcipher3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & _PRIMARY
