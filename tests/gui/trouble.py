"""A disk on which nothing more can be written, and one on which it can again."""

from symptrack.storage.store import Store
from tests.storage.journal_folder import connection_of


def refuse_writes(store: Store) -> None:
    """Let no more be written into the journal, as on a disk that has become read-only."""
    connection_of(store).execute("PRAGMA query_only = ON")


def let_write(store: Store) -> None:
    """Let the journal be written again."""
    connection_of(store).execute("PRAGMA query_only = OFF")
