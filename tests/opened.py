"""An open journal and a clock that tests can set, for the rooms above storage."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from symptrack.domain.journal import Journal
from symptrack.presenters.clock import Clock
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import ZONE


class SetClock:
    """A clock that stands still until it is set: ``SetClock("2026-09-12 09:30")``."""

    def __init__(self, text: str) -> None:
        self.set(text)

    def set(self, text: str) -> None:
        """Set the clock to a wall-clock time in the tests' zone."""
        self._now = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE))

    def now(self) -> datetime:
        """Return the time it shows."""
        return self._now

    @property
    def clock(self) -> Clock:
        """Return the clock as presenters take it."""
        return Clock(self.now, lambda: ZONE)


def open_store(folder: Path, clock: SetClock, journal: Journal | None = None) -> Store:
    """Open a new journal in a folder, filled with ``journal`` where one is given."""
    store = Store.open(JournalPaths(folder / "symptrack.db"), now=clock.now, create=True)
    if journal is not None:
        store.merge(journal)
    return store
