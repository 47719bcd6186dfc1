"""What was deleted or let go is taken back right after, wherever that can be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from symptrack.domain.journal import place_of
from symptrack.gui.dialogs.series import SeriesDialog
from symptrack.gui.pages.journal import JournalPage
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.check_in_draft import DRAFT_NAME
from symptrack.presenters.series import SeriesPresenter
from tests.builders import make_check_in, make_journal, make_response
from tests.gui.conftest import Shown
from tests.gui.opened_window import OpenedWindow, SetMilliseconds, button
from tests.gui.session_pages import SessionWindow
from tests.gui.trouble import let_write, refuse_writes
from tests.presenters.forms import series_with_sessions
from tests.presenters.today_journal import treated

NOW = "2026-09-12 09:30"
MORNING_AFTER = "2026-09-02 09:30"


def begun(window: OpenedWindow) -> None:
    """Begin a check-in and leave it unfinished."""
    window.open(treated(), MORNING_AFTER)
    window.press(button(window.today, "Check in now"))
    window.type("6")
    window.type(Qt.Key.Key_Escape)


def test_what_was_deleted_in_the_journal_is_taken_back_after_looking_elsewhere(
    window: OpenedWindow,
) -> None:
    check_in, response = make_check_in("2026-09-11 18:00"), make_response()
    window.open(make_journal(check_ins=[check_in], responses=[response]), NOW)
    window.main.go_to("journal")
    window.finish_work()
    page = window.main.page_stack.currentWidget()
    assert isinstance(page, JournalPage)
    page.list.delete_requested.emit(place_of(check_in))
    for key in ("settings", "journal"):
        window.main.go_to(key)
        window.finish_work()
        window.rest()
    button(page, "Undo").click()
    window.finish_work()
    assert window.store.load().check_ins == (check_in,)


def test_a_begun_check_in_that_was_let_go_is_taken_back(window: OpenedWindow) -> None:
    begun(window)
    window.press(button(window.today, "Begin again"))
    assert window.check_in.notice.accessibleName() == "What was begun is let go."
    assert window.store.draft(DRAFT_NAME) is None
    window.press(button(window.check_in, "Undo"))
    assert button(window.check_in, "6 of 10").isChecked()
    assert window.store.draft(DRAFT_NAME) is not None


def test_where_it_cannot_be_taken_back_that_is_said(window: OpenedWindow) -> None:
    begun(window)
    window.press(button(window.today, "Begin again"))
    refuse_writes(window.store)
    window.press(button(window.check_in, "Undo"))
    assert window.check_in.notice.accessibleName() != "What was begun is let go."
    let_write(window.store)


def test_a_session_form_that_was_let_go_is_taken_back(form: SessionWindow) -> None:
    page = form.open(series_with_sessions("2026-09-11"))
    form.write("clinic", "Harbour B")
    page.settle()
    again = form.again()
    form.press(again.notice.action)
    assert form.line("clinic").text() == "Harbour Clinic"
    assert again.notice.accessibleName() == "What was begun is let go."
    form.press(again.notice.action)
    assert form.line("clinic").text() == "Harbour B"
    assert form.store.draft("session") is not None
    assert not again.notice.isVisible()


def test_a_deleted_series_leaves_the_form_and_its_sessions_stay(form: SessionWindow) -> None:
    form.open(series_with_sessions("2026-09-11"))
    (series,) = form.store.load().series

    def answer(presenter: SeriesPresenter, series_id: str | None) -> str | None:
        presenter.begin(series_id)
        presenter.delete()
        return None

    form.answer = answer
    assert form.body.card.series.currentText() == series.name
    form.press(form.body.card.change_series)
    assert form.body.card.series.currentText() != series.name
    assert form.store.load().series == ()
    assert len(form.sessions) == 1


def test_a_series_is_moved_to_the_trash_and_taken_back_in_its_dialog(
    form: SessionWindow, shown: Shown, theme: ThemeSource, milliseconds: SetMilliseconds
) -> None:
    form.open(series_with_sessions("2026-09-11"))
    (series,) = form.store.load().series
    presenter = SeriesPresenter(form.store, form.clock.clock)
    presenter.begin(series.id)
    dialog = shown(SeriesDialog(theme, presenter, None, milliseconds))
    dialog.delete.click()
    assert form.store.load().series == ()
    assert not dialog.save.isEnabled()
    assert dialog.cancel.accessibleName() == "Close"
    undo = dialog.notice.action
    assert undo is not None
    assert QApplication.focusWidget() is undo
    milliseconds.pass_by()
    undo.click()
    assert form.store.load().series == (series,)
    assert dialog.save.isEnabled()
    assert not dialog.notice.isVisible()
    dialog.delete.click()
    form.store.restore(*place_of(series))
    assert dialog.notice.action is not None
    dialog.notice.action.click()
    assert dialog.notice.accessibleName() == "This entry is not in the trash."
    form.store.delete(*place_of(series))
    dialog.delete.setEnabled(True)
    dialog.delete.click()
    assert dialog.notice.accessibleName() == "This entry is no longer in the journal."


def test_a_new_series_cannot_be_deleted(
    form: SessionWindow, shown: Shown, theme: ThemeSource, milliseconds: SetMilliseconds
) -> None:
    form.open()
    presenter = SeriesPresenter(form.store, form.clock.clock)
    presenter.begin()
    dialog = shown(SeriesDialog(theme, presenter, None, milliseconds))
    assert not dialog.delete.isVisible()
    assert not dialog.changes.isVisible()
