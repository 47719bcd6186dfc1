"""What the frozen journal of version 3 holds: that of version 2, with an index over its texts.

``v3.db`` and ``v3.keys.json`` were written by :func:`write` when version 3 was current. They are
never written again: a later program has to read them as they are.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from symptrack.storage.imports import Imports
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.storage.frozen import version_1, version_2

WRITTEN_AT = datetime(2026, 11, 29, 20, 0, tzinfo=UTC)
JOURNAL = version_2.JOURNAL


def write(folder: Path) -> None:
    """Write the files, as the program did when version 3 was current."""
    ticks: Iterator[int] = count()
    paths = JournalPaths(folder / "v3.db")
    with Store.open(
        paths, now=lambda: WRITTEN_AT + timedelta(minutes=next(ticks)), create=True
    ) as store:
        store.merge(version_1.JOURNAL)
        Imports(store).take_in(version_2.IMPORTED, version_2.FILE)
