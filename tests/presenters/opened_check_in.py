"""A journal with a check-in on it, for the tests of its presenter."""

from pathlib import Path
from typing import TypeVar

from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import load_side_effects
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.storage.store import Store
from tests.opened import SetClock, open_store

CATALOGUE = load_side_effects()
COUNTRY = "US"
View = TypeVar("View")


class OpenedCheckIn:
    """Opens a journal with a check-in on it; ``close`` at the end of the test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stores: list[Store] = []

    def __call__(
        self, journal: Journal | None = None, now: str = "2026-09-02 09:30"
    ) -> CheckInPresenter:
        self.clock = SetClock(now)
        self.store = open_store(self._folder, self.clock, journal)
        self._stores.append(self.store)
        return self.again()

    def again(self) -> CheckInPresenter:
        """Return a new presenter, as after a new start."""
        return CheckInPresenter(self.store, self.clock.clock, CATALOGUE, lambda: COUNTRY)

    @property
    def saved(self) -> list[CheckIn]:
        """Return the check-ins in the journal, by time."""
        return sorted(self.store.load().check_ins, key=lambda one: one.occurred_at)

    def close(self) -> None:
        """Close the journals."""
        for store in self._stores:
            store.close()


def view_of(presenter: CheckInPresenter, kind: type[View]) -> View:
    """Return the page the patient is on, which is of a kind."""
    view = presenter.view()
    assert isinstance(view, kind)
    return view
