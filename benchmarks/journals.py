"""The journals that the benchmarks run on."""

import shutil
from pathlib import Path

from benchmarks.moment import NOW, ZONE
from symptrack.presenters.clock import Clock
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.long_journal import long_journal

CLOCK = Clock(now=lambda: NOW, time_zone=lambda: ZONE)


def make_ten_years(folder: Path) -> JournalPaths:
    """Make a journal of ten years, about 3,500 check-ins and 125 sessions, in a new folder."""
    paths = JournalPaths(folder / "symptrack.db")
    with Store.open(paths, now=CLOCK.now, create=True) as store:
        store.merge(long_journal(ends_on=NOW.date()))
    return paths


def copy_of(paths: JournalPaths, folder: Path) -> JournalPaths:
    """Return a copy of a closed journal in a new folder, under the same key."""
    shutil.copytree(paths.database.parent, folder)
    return JournalPaths(folder / paths.database.name)
