"""A journal with Today on it, for the tests of its presenter."""

from pathlib import Path

from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import load_side_effects
from symptrack.presenters.today import TodayPresenter
from symptrack.storage.store import Store
from tests.builders import make_journal, make_series, make_session
from tests.opened import SetClock, open_store

CATALOGUE = load_side_effects()


class OpenedToday:
    """A journal with Today on it, closed at the end of the test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stores: list[Store] = []

    def __call__(self, journal: Journal, now: str) -> TodayPresenter:
        """Open a journal at a time."""
        self.clock = SetClock(now)
        self.store = open_store(self._folder, self.clock, journal)
        self._stores.append(self.store)
        return TodayPresenter(self.store, self.clock.clock, CATALOGUE)

    def close(self) -> None:
        """Close every journal that was opened."""
        for store in self._stores:
            store.close()


def treated(*check_ins: object, **changes: object) -> Journal:
    """Return a journal with one done infusion on 1 September, 10:30 to 11:10."""
    series = make_series()
    return make_journal(
        series=[series],
        sessions=[make_session(series_id=series.id)],
        check_ins=list(check_ins),
        **changes,
    )
