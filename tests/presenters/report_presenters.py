"""The report's presenter on a journal, as presenters' tests use it."""

from dataclasses import replace
from threading import Event

from symptrack.domain.journal import Journal
from symptrack.presenters.report import ReportPresenter
from symptrack.presenters.report_choice import Selection
from symptrack.presenters.report_job import Preview
from symptrack.storage.store import Store
from tests.opened import SetClock

CLOCK = SetClock("2026-11-22 18:00")
PPI = 30.0


def present(store: Store, journal: Journal) -> ReportPresenter:
    """Fill the journal and return the presenter."""
    store.merge(journal)
    return ReportPresenter(store, CLOCK.now)


def chosen(presenter: ReportPresenter, **changes: object) -> Selection:
    """Return what is proposed, with changes."""
    selection = presenter.view().selection
    assert selection is not None
    return replace(selection, **changes)  # type: ignore[arg-type]  # changes are typed by the tests


def laid_out(presenter: ReportPresenter, selection: Selection) -> Preview:
    """Return the preview of a selection."""
    return presenter.job(selection).run(PPI, lambda _step, _steps: None, Event())
