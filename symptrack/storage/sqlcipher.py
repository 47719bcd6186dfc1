"""The one door to SQLCipher: a connection that is really encrypted."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3

from symptrack.domain.errors import EncryptionUnavailable, JournalDamaged, JournalUnavailable
from symptrack.storage.data_key import DATA_KEY
from symptrack.storage.failure import damaged, unavailable
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.storage.sqlite_tools import SqliteTools

BUSY_S = 0.5
PLAIN_HEADER = b"SQLite format 3\0"

# None of these writes to the file, so they may stand before its version is known.
_GUARDS = (
    "PRAGMA cipher_compatibility = 4",
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 0",
)


class Database:
    """An open connection: read from as it is, written to through sqlite_utils.

    sqlite_utils is imported with the first write, not before: it takes a third of the time in
    which the window could be there, and reading Today needs none of it.
    """

    def __init__(self, connection: Any) -> None:
        self.conn = connection
        self._tools: SqliteTools | None = None

    @property
    def tools(self) -> "SqliteTools":
        """Return sqlite_utils' view of the same connection."""
        if self._tools is None:
            from symptrack.storage.sqlite_tools import SqliteTools

            self._tools = SqliteTools(self.conn, recursive_triggers=False, execute_plugins=False)
        return self._tools

    def execute(self, sql: str, parameters: Iterable[Any] | Mapping[str, Any] = ()) -> Any:
        """Run one statement and return its cursor."""
        return self.conn.execute(sql, parameters)

    def atomic(self) -> AbstractContextManager[Any]:
        """Return a block whose statements happen all or not at all."""
        return self.tools.atomic()

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()


def connect(database: Path, key: str, *, only_read: bool = False) -> Database:
    """Connect to an existing database file under its data key.

    Parameters
    ----------
    database
        A file; an empty one becomes an encrypted database with the first write.
    key
        256 bits as 64 small hexadecimal digits.
    only_read
        For a file that nothing may be written to.

    Raises
    ------
    EncryptionUnavailable
        Where the library at work is not SQLCipher.
    sqlcipher3.DatabaseError
        ``SQLITE_NOTADB`` where the key does not open the file, or page 1 is damaged.
    """
    connection = sqlcipher3.connect(
        f"{database.absolute().as_uri()}?mode={'ro' if only_read else 'rw'}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_S,
        check_same_thread=False,
    )
    try:
        # First of all, or SQLCipher prints to standard error.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = {_as_literal(key)}")
        if not connection.execute("PRAGMA cipher_version").fetchone():
            raise EncryptionUnavailable(not_encrypted())
        for pragma in _GUARDS:
            connection.execute(pragma)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return Database(connection)


def refuse_unencrypted(database: Path, *, only_read: bool = False) -> None:
    """Refuse a file that is no encrypted database, before anything connects to it.

    Never called while connected: on POSIX, closing the file would drop SQLite's locks on it. It is
    opened for writing, so that a read-only file is found out here and not at the first save;
    ``only_read`` is for a file that is not written to.

    Raises
    ------
    EncryptionUnavailable
        Where the file is a plain SQLite database.
    JournalDamaged
        Where it is empty or shorter than its header.
    """
    with database.open("rb" if only_read else "r+b", buffering=0) as file:
        header = file.read(len(PLAIN_HEADER))
    if len(header) < len(PLAIN_HEADER):
        raise JournalDamaged(damaged())
    if header == PLAIN_HEADER:
        raise EncryptionUnavailable(not_encrypted())


def not_encrypted() -> str:
    """Say that encryption is not at work."""
    return _(
        "The journal would not be encrypted here, so it was not opened and nothing was stored."
    )


def set_new_key(db: Database, key: str) -> None:
    """Encrypt a whole database anew, under another data key.

    Raises
    ------
    JournalUnavailable
        Where it cannot be done. SQLCipher does not say why: of every trouble on the way, also of a
        page that could not be read, it says that it was called wrongly.
    """
    try:
        db.execute(f"PRAGMA rekey = {_as_literal(key)}")
    except sqlcipher3.OperationalError as error:
        raise JournalUnavailable(unavailable()) from error


def _as_literal(key: str) -> str:
    """Return a key as SQLCipher takes it; a PRAGMA takes no parameters, so only hex may enter."""
    if not DATA_KEY.fullmatch(key):
        raise ValueError("a data key is 64 small hexadecimal digits")
    return f"\"x'{key}'\""
