"""The data keys of journals that nothing protects."""

from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import read_keys


def key_of(paths: JournalPaths) -> str:
    """Return the data key of a journal, as its keys file has it."""
    (held,) = read_keys(paths).first
    assert held.readable is not None
    return held.readable
