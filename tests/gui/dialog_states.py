"""The dialogs, the locked window and the steps of a passphrase, for tests that look at each."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from symptrack.domain.journal import place_of
from symptrack.gui.dialogs.calendar import CalendarDialog
from symptrack.gui.dialogs.clinic_score import ClinicScoreDialog
from symptrack.gui.dialogs.form import FormDialog
from symptrack.gui.dialogs.history import HistoryDialog
from symptrack.gui.dialogs.question import QuestionDialog
from symptrack.gui.dialogs.save_picture import SavePictureDialog
from symptrack.gui.dialogs.series import SeriesDialog
from symptrack.gui.pages.lock import LockPage
from symptrack.gui.pages.protect import ProtectPage
from symptrack.gui.widgets.protect_steps import CodeStep, NewStep
from symptrack.presenters.asking import Question
from symptrack.presenters.clinic_score import ClinicScorePresenter
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.lock import LockView
from symptrack.presenters.medication import MedicationPresenter
from symptrack.presenters.series import SeriesPresenter
from symptrack.presenters.visit import VisitPresenter
from tests.gui.opened_window import OpenedWindow
from tests.journals import first_series

State = tuple[str, QWidget]
NOW = "2026-10-02 21:00"
LONG = "Someone whose name is written down at some length, and who is reached in the evening"


def dialog_states(window: OpenedWindow) -> Iterator[State]:
    """Yield each dialog over the window, those with fields also with what they refuse."""
    window.open(first_series(), NOW)
    for name, make in _dialogs(window).items():
        dialog = make()
        dialog.show()
        window.rest()
        yield name, dialog
        if isinstance(dialog, ClinicScoreDialog | FormDialog):
            dialog.save.click()
            window.rest()
            yield f"{name}, refused", dialog
        dialog.close()
        dialog.deleteLater()
        window.rest()


def _dialogs(window: OpenedWindow) -> dict[str, Callable[[], QDialog]]:
    theme, clock, over = window.theme, window.clock.clock, window.main
    store = window.store
    journal = store.load()
    former = journal.check_ins[-1]
    store.revise(replace(former, ratings={"mood": 4}, note=LONG))
    score, series = ClinicScorePresenter(store, clock), SeriesPresenter(store, clock)
    visit, medicine = VisitPresenter(store, clock), MedicationPresenter(store, clock)
    history = HistoryPresenter(store, clock)
    score.begin()
    series.begin(journal.series[0].id)
    visit.begin()
    medicine.begin()
    history.begin(*place_of(former))
    today, asked = (
        date(2026, 10, 2),
        Question(title=LONG, lines=(LONG, LONG), answers=("Remove for good",)),
    )
    return {
        "clinic's score": partial(ClinicScoreDialog, theme, score, over),
        "series": partial(SeriesDialog, theme, series, over),
        "visit": partial(FormDialog, theme, visit, over),
        "medicine": partial(FormDialog, theme, medicine, over),
        "earlier versions": partial(HistoryDialog, theme, history, over),
        "calendar": partial(CalendarDialog, theme, today, today, over),
        "question": partial(QuestionDialog, theme, asked, over),
        "save a picture": partial(SavePictureDialog, theme, "J. M.", over, self_harm=True),
    }


def lock_states(window: OpenedWindow) -> Iterator[State]:
    """Yield the locked window: asked, refused, and by the recovery code."""
    window.open(first_series(), NOW)
    view = LockView(title="Symptrack is locked", sentence=LONG, forgotten=LONG * 3, by_code=True)
    page = LockPage(window.theme, view)
    window.main.show_alone(page)
    window.rest()
    yield "locked", page
    page.refuse("This passphrase does not open the journal. Nothing was changed.")
    window.rest()
    yield "locked, refused", page
    page.forgot.click()
    window.rest()
    yield "locked, by the code", page


def protect_states(window: OpenedWindow) -> Iterator[State]:
    """Yield setting a passphrase: asked, refused, its code, and the code asked back."""
    window.open(first_series(), NOW)
    window.main.go_to("protect-set")
    window.rest()
    page = window.main.page_stack.currentWidget()
    assert isinstance(page, ProtectPage)
    yield "passphrase", page
    new = page.step
    assert isinstance(new, NewStep)
    new.passphrase.setText("words of my own")
    for name, again in (("refused", "others"), ("code", "words of my own")):
        new.again.setText(again)
        page.next.click()
        window.finish_work()
        window.rest()
        yield f"passphrase, {name}", page
    step = page.step
    assert isinstance(step, CodeStep)
    step.code.have_it.click()
    window.rest()
    yield "passphrase, code asked back", page
