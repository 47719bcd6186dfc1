"""The one door to SQLCipher: a connection that is really encrypted.

Every module takes ``Database`` and ``Migrations`` from here, so that the alias below stands before
sqlite_utils is imported for the first time; without it sqlite_utils would catch the errors of the
standard ``sqlite3``, which SQLCipher's are not.
"""

import sys
from pathlib import Path
from typing import Any

import sqlcipher3
import sqlcipher3.dbapi2

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2

# sqlite_utils imports numpy where it is installed, for column types that no journal has: 20 MB and
# a third of the start. Python refuses a module that stands as None; matplotlib imports it later.
_without_numpy = "numpy" not in sys.modules
if _without_numpy:
    sys.modules["numpy"] = None  # type: ignore[assignment]  # what refuses an import

from sqlite_utils import Database, Migrations  # noqa: E402 - after the alias

if _without_numpy:
    del sys.modules["numpy"]

from symptrack.domain.errors import EncryptionUnavailable, JournalDamaged  # noqa: E402
from symptrack.storage.failure import damaged  # noqa: E402
from symptrack.storage.keys import DATA_KEY  # noqa: E402
from symptrack.texts import _  # noqa: E402

__all__ = ["Database", "Migrations", "connect", "refuse_unencrypted"]

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


def connect(database: Path, key: str) -> Database:
    """Connect to an existing database file under its data key.

    Parameters
    ----------
    database
        A file; an empty one becomes an encrypted database with the first write.
    key
        256 bits as 64 small hexadecimal digits.

    Raises
    ------
    EncryptionUnavailable
        Where the library at work is not SQLCipher.
    sqlcipher3.DatabaseError
        ``SQLITE_NOTADB`` where the key does not open the file, or page 1 is damaged.
    """
    connection = sqlcipher3.connect(
        f"{database.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        timeout=BUSY_S,
        check_same_thread=False,
    )
    try:
        # First of all, or SQLCipher prints to standard error.
        connection.execute("PRAGMA cipher_log_level = NONE")
        _set_key(connection, key)
        if not connection.execute("PRAGMA cipher_version").fetchone():
            raise EncryptionUnavailable(not_encrypted())
        for pragma in _GUARDS:
            connection.execute(pragma)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return Database(connection, recursive_triggers=False, execute_plugins=False)


def refuse_unencrypted(database: Path) -> None:
    """Refuse a file that is no encrypted database, before anything connects to it.

    Never called while connected: on POSIX, closing the file would drop SQLite's locks on it. It is
    opened for writing, so that a read-only file is found out here and not at the first save.

    Raises
    ------
    EncryptionUnavailable
        Where the file is a plain SQLite database.
    JournalDamaged
        Where it is empty or shorter than its header.
    """
    with database.open("r+b", buffering=0) as file:
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


def _set_key(connection: Any, key: str) -> None:
    """Give SQLCipher the key as it is; a PRAGMA takes no parameters, so only hex may enter."""
    if not DATA_KEY.fullmatch(key):
        raise ValueError("a data key is 64 small hexadecimal digits")
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
