"""The pages and dialogs that are pictured, each in every state that is worth a picture."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from symptrack.domain.errors import JournalDamaged
from symptrack.domain.journal import place_of
from symptrack.gui.dialogs.calendar import CalendarDialog
from symptrack.gui.dialogs.clinic_score import ClinicScoreDialog
from symptrack.gui.dialogs.form import FormDialog
from symptrack.gui.dialogs.history import HistoryDialog
from symptrack.gui.dialogs.save_picture import SavePictureDialog
from symptrack.gui.dialogs.series import SeriesDialog
from symptrack.gui.front import Front
from symptrack.gui.main_window import MainWindow
from symptrack.gui.page import Page
from symptrack.gui.pages.backups import BackupsPage
from symptrack.gui.pages.bring_in import BringInPage
from symptrack.gui.pages.care import CarePage
from symptrack.gui.pages.charts import ChartsPage
from symptrack.gui.pages.erase import ErasePage
from symptrack.gui.pages.lock import LockPage
from symptrack.gui.pages.protect import ProtectPage
from symptrack.gui.widgets.line import line_of
from symptrack.gui.widgets.protect_steps import CodeStep, NewStep
from symptrack.presenters.charts_choice import ChartKey
from symptrack.presenters.history import HistoryPresenter
from symptrack.presenters.medication import Change as MedicineChange
from symptrack.presenters.series import SeriesPresenter
from symptrack.storage.store import Store
from tests.journals import DATA
from tests.storage.protected import PASSPHRASE
from tests.walked_questionnaire import walk_questionnaire
from tests.whole_app import GUARDED_MS, settle, spin, walk_check_in


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be pictured: the window as it is, or a dialog that is made for each picture."""

    name: str
    dialog: Callable[[], QDialog] | None = None

    def picture(self, window: MainWindow) -> QImage:
        """Return the picture, once nothing moves."""
        if self.dialog is None:
            return settle(window)
        opened = self.dialog()
        opened.show()
        picture = settle(window, looks=lambda: opened.grab().toImage())
        opened.close()
        opened.deleteLater()
        return picture


def walk(front: Front, key: str) -> Iterator[Shown]:
    """Show a page in each state in turn; a key that has no walk is a page to go to."""
    if key in DIALOGS:
        yield from DIALOGS[key](front)
    elif key in WALKS:
        yield from map(Shown, WALKS[key](front))
    else:
        front.window.go_to(key)
        yield Shown(key)


def _gone_to(front: Front, key: str) -> Page:
    front.window.go_to(key)
    settle(front.window)
    page = front.window.page_stack.currentWidget()
    assert isinstance(page, Page)
    return page


def _questionnaire(front: Front) -> Iterator[str]:
    yield from walk_questionnaire(front.window, lambda: spin(GUARDED_MS))


def _check_in(front: Front) -> Iterator[str]:
    yield from walk_check_in(front.window)


def _problem(front: Front) -> Iterator[str]:
    front.window.show_problem(JournalDamaged("Part of the journal cannot be read."))
    yield "problem"


def _help(front: Front) -> Iterator[str]:
    front.window.flows.open_help()
    yield "help"
    front.window.flows.help.left.emit()


def _gentle(front: Front) -> Iterator[str]:
    """Show gentle mode: the mood, side effects, the red flags, what to do, and the help panel."""
    front.window.open_gentle()
    for keys, name in (
        ((Qt.Key.Key_4,), "gentle-mood"),
        ((Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_C), "gentle-effects"),
        ((Qt.Key.Key_G,), "gentle-worse"),
        ((Qt.Key.Key_A,), "gentle-urgent"),
        ((Qt.Key.Key_F,), "gentle-help"),
    ):
        for key in keys:
            spin(GUARDED_MS)
            QTest.keyClick(front.window.flows.gentle, key)
        yield name
    front.window.flows.gentle.left.emit()


def _bring_in(front: Front) -> Iterator[str]:
    """Show bringing in a diary: no file yet, its questions, a refusal, and what came in."""
    window = front.window
    page = _gone_to(front, "bring_in")
    assert isinstance(page, BringInPage)
    yield "bring-in"
    for name, file in (("bring-in-questions", "era3_2022*"), ("bring-in-refused", "bad_binary*")):
        page.take(next((DATA / "import-samples").glob(f"*{file}")))
        settle(window)
        yield name
    assert page.questions is not None
    next(iter(page.questions.moods.values())).buttons[6].click()
    spin(GUARDED_MS)
    page.bring.click()
    settle(window)
    yield "bring-in-done"


def _charts(front: Front) -> Iterator[str]:
    """Show each chart that there is."""
    page = _gone_to(front, "charts")
    yield "charts"
    assert isinstance(page, ChartsPage)
    if page.controls.isVisible():
        for key, tab in list(zip(ChartKey, page.controls.tabs.buttons, strict=True))[1:]:
            tab.click()
            yield f"charts-{key}"


def _session(front: Front) -> Iterator[str]:
    """Show the session form: begun, refused, asking, and saved."""
    front.window.flows.open_session()
    page = front.window.flows.session
    yield "session"
    assert page.body is not None
    page.body.card.route.buttons[0].click()
    for name, dose in (("refused", "10000"), ("asked", "280")):
        line = line_of(page.body.card.fields["dose"].editor)
        assert line is not None
        line.selectAll()
        QTest.keyClicks(line, dose)
        spin(GUARDED_MS)
        page.save.click()
        yield f"session-{name}"
    spin(GUARDED_MS)
    page.save.click()
    yield "session-saved"
    page.left.emit()


def _welcome(front: Front) -> Iterator[str]:
    """Show each step of the first run."""
    page = front.window.flows.welcome
    for name in ("welcome", "welcome-help", "welcome-series"):
        yield name
        if name != "welcome-series":
            page.main.click()


def _backups(front: Front) -> Iterator[str]:
    """Show the backups, what is in one, and a copy that was never saved."""
    page = _gone_to(front, "backups")
    assert isinstance(page, BackupsPage)
    for _each in range(3):
        page.now.click()
        settle(front.window)
    yield "backups"
    page.rows[0].click()
    yield "backups-inside"


def _protect(front: Front) -> Iterator[str]:
    """Show how a passphrase is set: asked, refused, its code, and the code asked back."""
    page = _gone_to(front, "protect-set")
    assert isinstance(page, ProtectPage)
    step = page.step
    assert isinstance(step, NewStep)
    yield "protect"
    step.passphrase.setText(PASSPHRASE)
    page.next.click()
    settle(front.window)
    yield "protect-refused"
    step.again.setText(PASSPHRASE)
    page.next.click()
    settle(front.window)
    step = page.step
    assert isinstance(step, CodeStep)
    yield "protect-code"
    step.code.have_it.click()
    yield "protect-code-back"
    page.back.click()
    page.back.click()


def _erase(front: Front) -> Iterator[str]:
    """Show erasing everything, and its refusal."""
    page = _gone_to(front, "erase")
    assert isinstance(page, ErasePage)
    yield "erase"
    page.erase.click()
    yield "erase-refused"


def _lock(front: Front) -> Iterator[str]:
    """Show the locked window: asked, refused, by the recovery code, and unlock it."""
    page = front.window.stack.currentWidget()
    assert isinstance(page, LockPage)
    yield "lock"
    page.secret.field.setText("something else")
    page.unlock.click()
    settle(front.window)
    yield "lock-refused"
    page.forgot.click()
    yield "lock-code"
    page.remembered.click()
    page.secret.field.setText(PASSPHRASE)
    page.unlock.click()
    settle(front.window)


def _store(front: Front) -> Store:
    return front.window.flows._pages.clinic_score()._store


def _clinic_score(front: Front) -> Iterator[Shown]:
    """Show the form of a score from the clinic."""
    presenter = front.window.flows._pages.clinic_score()

    def opened() -> QDialog:
        presenter.begin("")
        return ClinicScoreDialog(front.theme, presenter, front.window)

    yield Shown("clinic-score", opened)


def _series(front: Front) -> Iterator[Shown]:
    """Show the form of a series that is there."""
    store = _store(front)
    presenter = SeriesPresenter(store, front.window.flows._pages.clock)

    def opened() -> QDialog:
        presenter.begin(store.load().series[0].id)
        return SeriesDialog(front.theme, presenter, front.window)

    yield Shown("series", opened)


def _calendar(front: Front) -> Iterator[Shown]:
    """Show the choice of a day."""
    today = front.window.flows._pages.clock.now().date()
    yield Shown("calendar", partial(CalendarDialog, front.theme, today, today, front.window))


def _save_picture(front: Front) -> Iterator[Shown]:
    """Show what a picture of a chart is saved as."""
    yield Shown(
        "save-picture",
        partial(SavePictureDialog, front.theme, "J. M.", front.window, self_harm=True),
    )


def _care_forms(front: Front) -> Iterator[Shown]:
    """Show the forms of a visit, a medicine and its changed dose."""
    page = _gone_to(front, "care")
    assert isinstance(page, CarePage)
    medicine = _store(front).load().medications[0].id
    for name, presenter, begin in (
        ("visit", page._visit, page._visit.begin),
        ("medicine", page._medication, page._medication.begin),
        (
            "changed-dose",
            page._medication,
            partial(page._medication.begin, medicine, MedicineChange.DOSE),
        ),
    ):

        def opened(presenter=presenter, begin=begin) -> QDialog:  # type: ignore[no-untyped-def]
            begin()
            return FormDialog(front.theme, presenter, front.window)

        yield Shown(f"form-{name}", opened)


def _history(front: Front) -> Iterator[Shown]:
    """Show the earlier versions of a check-in that was changed twice."""
    store = _store(front)
    former = store.load().check_ins[-1]
    store.revise(replace(former, note="Tired, and a long walk."))
    store.revise(replace(former, ratings={"mood": 4}, note="A long walk."))
    presenter = HistoryPresenter(store, front.window.flows._pages.clock)

    def opened() -> QDialog:
        presenter.begin(*place_of(former))
        return HistoryDialog(front.theme, presenter, front.window)

    yield Shown("history", opened)


WALKS: dict[str, Callable[[Front], Iterator[str]]] = {
    "welcome": _welcome,
    "check-in": _check_in,
    "gentle": _gentle,
    "questionnaire": _questionnaire,
    "session": _session,
    "problem": _problem,
    "charts": _charts,
    "help": _help,
    "bring-in": _bring_in,
    "backups": _backups,
    "protect": _protect,
    "erase": _erase,
    "lock": _lock,
}
DIALOGS: dict[str, Callable[[Front], Iterator[Shown]]] = {
    "clinic-score": _clinic_score,
    "series": _series,
    "calendar": _calendar,
    "save-picture": _save_picture,
    "care-forms": _care_forms,
    "history": _history,
}
