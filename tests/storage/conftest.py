"""A journal in an empty folder, and a clock that ticks a minute each time it is read."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import at
from tests.storage.hand_clock import Hands

Clock = Callable[[], datetime]


@pytest.fixture
def now() -> Clock:
    """Return a clock that starts at 21:00 on 1 September 2026."""
    minutes = count()
    return lambda: at("2026-09-01 21:00") + timedelta(minutes=next(minutes))


@pytest.fixture
def hands() -> Hands:
    """Return a clock that is set by hand."""
    return Hands()


@pytest.fixture
def paths(tmp_path: Path) -> JournalPaths:
    """Return where a journal may lie: a folder that is not there yet."""
    return JournalPaths(tmp_path / "journal" / "symptrack.db")


@pytest.fixture
def store(paths: JournalPaths, now: Clock) -> Iterator[Store]:
    """Return a new open journal."""
    with Store.open(paths, now=now, create=True) as opened:
        yield opened
