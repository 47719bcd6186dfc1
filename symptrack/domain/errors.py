"""Errors whose text is for the patient.

::

    SymptrackError                 shown as it is; one plain sentence
    ├── InvalidValue               a field, what was wrong, what is allowed
    ├── RefusedFile                a file that cannot come in: path and reason
    ├── RefusedRequest             something asked for that cannot be done as asked
    └── JournalUnavailable         the journal cannot be opened or written
        ├── JournalMissing         there is no journal at that place
        ├── JournalInUse           another window or command holds it
        ├── JournalDamaged         the file is there, part of it cannot be read
        ├── JournalLocked          the journal is there, it takes a passphrase or a code to open it
        ├── JournalTooNew          written by a later version of the program
        ├── KeyMissing             the journal is there, its key is not
        ├── JournalReadOnly        the file or its folder cannot be written
        ├── DiskFull               no room left
        ├── EraseUnfinished        everything was to be erased, and something is left
        └── EncryptionUnavailable  SQLCipher is not really at work

Everything else is a fault of the program and reaches the one handler in ``app``.
"""


class SymptrackError(Exception):
    """An expected error; its text is one plain sentence for the patient."""


class InvalidValue(SymptrackError):  # noqa: N818 - reads as what it is
    """A value that cannot be.

    Parameters
    ----------
    field
        Where it stands, as a path within its record: ``dose.value``.
    reason
        What was wrong and what is allowed: ``14 is outside 0-10``.
    """

    def __init__(self, field: str, reason: str) -> None:
        self.field = field
        self.reason = reason
        super().__init__(f"{field}: {reason}" if field else reason)

    def within(self, prefix: str) -> "InvalidValue":
        """Return the same error seen from the record around it."""
        joint = "" if not self.field or self.field.startswith("[") else "."
        return InvalidValue(f"{prefix}{joint}{self.field}", self.reason)


class RefusedFile(SymptrackError):  # noqa: N818
    """A file that is refused as a whole."""


class RefusedRequest(SymptrackError):  # noqa: N818
    """A request that cannot be met as asked."""


class JournalUnavailable(SymptrackError):  # noqa: N818
    """The journal cannot be opened or written."""


class JournalMissing(JournalUnavailable):
    """There is no journal at that place."""


class JournalInUse(JournalUnavailable):
    """Another window or command holds the journal."""


class JournalDamaged(JournalUnavailable):
    """The journal is there, but part of it cannot be read."""


class JournalTooNew(JournalUnavailable):
    """The journal was written by a later version of the program."""


class JournalLocked(JournalUnavailable):
    """It takes a passphrase or a recovery code to open the journal."""


class KeyMissing(JournalUnavailable):
    """The journal is there, its key is not."""


class JournalReadOnly(JournalUnavailable):
    """The journal or its folder cannot be written."""


class DiskFull(JournalUnavailable):
    """There is no room left where the journal lies."""


class EraseUnfinished(JournalUnavailable):
    """Everything was to be erased, and something could not be removed."""


class EncryptionUnavailable(JournalUnavailable):
    """SQLCipher is not really at work, so nothing is stored."""
