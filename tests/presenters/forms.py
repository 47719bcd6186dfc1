"""A journal with a session form on it, as presenters' tests use it."""

from pathlib import Path

from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal
from symptrack.domain.session import Dose, Session
from symptrack.domain.side_effect import load_side_effects
from symptrack.presenters.session import SessionPresenter
from symptrack.presenters.session_views import SavedSession, Unsaved
from symptrack.storage.store import Store
from tests.builders import make_journal, make_series, make_session
from tests.opened import SetClock, open_store

CATALOGUE = load_side_effects()
NOW = "2026-09-15 17:00"


class OpenedForm:
    """Opens journals with a session form on them, and closes them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stores: list[Store] = []

    def __call__(self, journal: Journal | None = None, now: str = NOW) -> SessionPresenter:
        """Open a journal and return the form, begun."""
        self.clock = SetClock(now)
        self.store = open_store(self._folder, self.clock, journal)
        self._stores.append(self.store)
        presenter = self.again()
        presenter.begin()
        return presenter

    def again(self) -> SessionPresenter:
        """Return a new presenter, as after a new start."""
        return SessionPresenter(self.store, self.clock.clock, CATALOGUE, lambda: "US")

    @property
    def sessions(self) -> list[Session]:
        """Return the sessions in the journal, by start."""
        return sorted(self.store.load().sessions, key=lambda one: one.started_at)

    @property
    def check_ins(self) -> list[CheckIn]:
        """Return the check-ins in the journal."""
        return list(self.store.load().check_ins)

    def close(self) -> None:
        """Close the journals."""
        for store in self._stores:
            store.close()


def saved(outcome: SavedSession | Unsaved) -> SavedSession:
    """Return what was saved; fail with what was refused or asked."""
    assert isinstance(outcome, SavedSession), outcome
    return outcome


def refused(outcome: SavedSession | Unsaved) -> dict[str, str]:
    """Return the refusals of a form that was not saved."""
    assert isinstance(outcome, Unsaved)
    assert outcome.asked == {}
    return dict(outcome.refused)


def asked(outcome: SavedSession | Unsaved) -> dict[str, str]:
    """Return the questions about a form that was not saved yet."""
    assert isinstance(outcome, Unsaved)
    assert outcome.refused == {}
    return dict(outcome.asked)


def series_with_sessions(*days: str) -> Journal:
    """Return a journal with a first series and infusions of 38 mg at 10:30 on some days."""
    series = make_series()
    return make_journal(
        series=[series],
        sessions=[
            make_session(
                f"{day} 10:30",
                series_id=series.id,
                dose=Dose(value=38),
                clinic="Harbour Clinic",
            )
            for day in days
        ],
    )
