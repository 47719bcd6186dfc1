"""The journals that the benchmarks run on."""

import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from symptrack.presenters.clock import Clock
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.long_journal import ENDS_ON, HOME, long_journal

NOW = datetime(ENDS_ON.year, ENDS_ON.month, ENDS_ON.day, 21, tzinfo=ZoneInfo(HOME))
CLOCK = Clock(now=lambda: NOW, time_zone=lambda: HOME)


def make_ten_years(folder: Path) -> JournalPaths:
    """Make a journal of ten years, about 3,500 check-ins and 125 sessions, in a new folder."""
    paths = JournalPaths(folder / "symptrack.db")
    with Store.open(paths, now=CLOCK.now, create=True) as store:
        store.merge(long_journal())
    return paths


def copy_of(paths: JournalPaths, folder: Path) -> JournalPaths:
    """Return a copy of a closed journal in a new folder, under the same key."""
    shutil.copytree(paths.database.parent, folder)
    return JournalPaths(folder / paths.database.name)
