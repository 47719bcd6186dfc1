"""What the frozen journal of version 2 holds: that of version 1, and an import that can be undone.

``v2.db`` and ``v2.keys.json`` were written by :func:`write` when version 2 was current. They are
never written again: a later program has to read them as they are.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import Symptom
from symptrack.domain.words import Source
from symptrack.storage.imports import ImportedFile, Imports
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.storage.frozen import version_1

WRITTEN_AT = datetime(2026, 11, 29, 19, 0, tzinfo=UTC)
FILE = ImportedFile("diary “old”.csv", "full_date,…\n2026-01-02,…".encode())
IMPORTED = Journal(
    symptoms=(Symptom(key="restless", label="Restless"),),
    side_effects=(OwnSideEffect(key="tingling", label="Tingling"),),
    check_ins=(
        CheckIn(
            id="00000000-0000-4000-8000-000000000077",
            occurred_at=datetime.fromisoformat("2026-01-02T12:00:00-05:00"),
            time_zone="America/New_York",
            time_known=False,
            source=Source.DAYLIO,
            mapped=True,
            ratings={"mood": 7, "restless": 2},
            note="from before",
        ),
    ),
)
JOURNAL = replace(
    version_1.JOURNAL,
    symptoms=(*version_1.JOURNAL.symptoms, *IMPORTED.symptoms),
    side_effects=(*version_1.JOURNAL.side_effects, *IMPORTED.side_effects),
    check_ins=(*version_1.JOURNAL.check_ins, *IMPORTED.check_ins),
)


def write(folder: Path) -> None:
    """Write the files, as the program did when version 2 was current."""
    ticks: Iterator[int] = count()
    paths = JournalPaths(folder / "v2.db")
    with Store.open(
        paths, now=lambda: WRITTEN_AT + timedelta(minutes=next(ticks)), create=True
    ) as store:
        store.merge(version_1.JOURNAL)
        Imports(store).take_in(IMPORTED, FILE)
