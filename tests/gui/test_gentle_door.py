"""Gentle mode from everywhere by one key, and back to what was there, with what was typed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from symptrack.gui.dialogs.chosen_time import ChosenTimeDialog
from symptrack.gui.pages.session import SessionPage
from symptrack.gui.tokens import GENTLE
from symptrack.gui.widgets.line import line_of
from symptrack.gui.widgets.question_steps import NoteStep
from symptrack.presenters.check_in_draft import DRAFT_NAME
from tests.gui.conftest import Shown
from tests.gui.gentle_pages import AFTERNOON, after_session, begin, entries, in_gentle
from tests.gui.opened_window import OpenedWindow
from tests.gui.pictures_of import colours_in
from tests.gui.trouble import let_write, refuse_writes


@pytest.fixture
def afternoon(window: OpenedWindow) -> OpenedWindow:
    """Return the window on Today, in the afternoon after a session."""
    return window.open(after_session(), AFTERNOON)


@pytest.mark.parametrize("page", ["today", "journal", "charts", "report", "settings"])
def test_the_key_works_on_every_page_and_leads_back_there(
    afternoon: OpenedWindow, page: str
) -> None:
    afternoon.main.go_to(page)
    afternoon.finish_work()
    afternoon.rest()
    before = afternoon.main.page_stack.currentWidget()
    begin(afternoon)
    afternoon.type("4", Qt.Key.Key_Escape)
    assert afternoon.main.page_stack.currentWidget() is before
    assert before is not None
    assert before.isVisible()
    assert afternoon.main.notice.accessibleName() == "Saved in your journal."


def test_there_is_no_gentle_mode_while_no_journal_is_open(window: OpenedWindow) -> None:
    window.type(Qt.Key.Key_F2)
    assert not in_gentle(window)


def test_in_a_note_what_is_being_typed_is_kept_first(afternoon: OpenedWindow) -> None:
    afternoon.main.open_check_in()
    afternoon.rest()
    while not isinstance(afternoon.step, NoteStep):
        afternoon.press(afternoon.check_in.next)
    afternoon.step.field.setPlainText("Half a sen")
    begin(afternoon)
    draft = afternoon.store.draft(DRAFT_NAME)
    assert draft is not None
    assert draft.content["note"] == "Half a sen"
    afternoon.type("4", Qt.Key.Key_Escape)
    assert afternoon.main.stack.currentWidget() is afternoon.check_in
    assert isinstance(afternoon.step, NoteStep)
    assert afternoon.step.field.hasFocus()
    assert afternoon.check_in.notice.accessibleName() == "Saved in your journal."
    assert len(entries(afternoon)) == 1


def test_where_it_cannot_be_kept_that_is_said_and_nothing_is_left(
    afternoon: OpenedWindow,
) -> None:
    afternoon.main.open_check_in()
    afternoon.rest()
    while not isinstance(afternoon.step, NoteStep):
        afternoon.press(afternoon.check_in.next)
    afternoon.step.field.setPlainText("Half a sen")
    refuse_writes(afternoon.store)
    afternoon.type(Qt.Key.Key_F2)
    assert not in_gentle(afternoon)
    assert afternoon.check_in.notice.isVisible()
    let_write(afternoon.store)


def test_a_session_form_is_there_again_afterwards(afternoon: OpenedWindow) -> None:
    afternoon.main.flows.open_session()
    afternoon.rest()
    begin(afternoon)
    afternoon.type(Qt.Key.Key_Escape)
    assert isinstance(afternoon.main.stack.currentWidget(), SessionPage)


def test_the_key_in_gentle_mode_begins_nothing_new(afternoon: OpenedWindow) -> None:
    begin(afternoon)
    afternoon.type("4", Qt.Key.Key_F2, "6")
    assert [one.ratings for one in entries(afternoon)] == [{"mood": 6}]


def test_what_cannot_be_opened_is_said(afternoon: OpenedWindow) -> None:
    afternoon.store.close()
    afternoon.type(Qt.Key.Key_F2)
    assert not in_gentle(afternoon)
    assert afternoon.main.notice.isVisible()


def test_another_journal_takes_gentle_mode_away(afternoon: OpenedWindow) -> None:
    begin(afternoon)
    afternoon.open(None, AFTERNOON)
    assert afternoon.today.isVisible()
    assert GENTLE.bg not in colours_in(afternoon.main.help_bar.grab().toImage())


def in_dialog(window: OpenedWindow, work: Callable[[ChosenTimeDialog], None]) -> None:
    """Open the question when the check-in was, and do something while it is there."""

    def begun() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ChosenTimeDialog)
        try:
            window.rest()
            work(dialog)
        finally:
            dialog.reject()

    window.main.open_check_in()
    window.rest()
    QTimer.singleShot(0, window.main, begun)
    window.press(window.check_in.when)


def press_key_in(window: OpenedWindow, dialog: QWidget) -> None:
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_F2)
    window.rest()


def test_a_dialog_stands_aside_and_is_there_again_with_what_was_typed(
    afternoon: OpenedWindow,
) -> None:
    typed: list[str] = []

    def work(dialog: ChosenTimeDialog) -> None:
        dialog.kinds.buttons[2].click()
        line = line_of(dialog.time.editor)
        assert line is not None
        line.setFocus()
        line.setText("11:4")
        press_key_in(afternoon, dialog)
        assert in_gentle(afternoon)
        assert not dialog.isVisible()
        afternoon.main.activateWindow()
        afternoon.type("4", Qt.Key.Key_Escape)
        assert QApplication.activeModalWidget() is dialog
        assert line.hasFocus()
        typed.append(line.text())

    in_dialog(afternoon, work)
    assert typed == ["11:4"]
    assert [one.ratings for one in entries(afternoon)] == [{"mood": 4}]
    assert afternoon.main.stack.currentWidget() is afternoon.check_in


def test_what_asked_goes_on_waiting_while_its_dialog_stands_aside(
    afternoon: OpenedWindow,
) -> None:
    seen: list[str] = []

    def look(dialog: ChosenTimeDialog) -> None:
        assert not dialog.isVisible()
        afternoon.main.activateWindow()
        afternoon.type(Qt.Key.Key_Escape)
        assert dialog.isVisible()
        seen.append("there again")
        dialog.reject()

    def begun() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ChosenTimeDialog)
        afternoon.rest()
        press_key_in(afternoon, dialog)
        # Only back in its own loop, which a timer waits for, would the dialog be at its end.
        QTimer.singleShot(1, afternoon.main, lambda: look(dialog))

    afternoon.main.open_check_in()
    afternoon.rest()
    QTimer.singleShot(0, afternoon.main, begun)
    afternoon.press(afternoon.check_in.when)
    assert seen == ["there again"]


def test_a_dialog_that_is_closed_meanwhile_does_not_come_back(afternoon: OpenedWindow) -> None:
    def work(dialog: ChosenTimeDialog) -> None:
        press_key_in(afternoon, dialog)
        dialog.reject()

    in_dialog(afternoon, work)
    afternoon.main.activateWindow()
    afternoon.turn()
    afternoon.type(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert afternoon.main.stack.currentWidget() is afternoon.check_in


def test_a_window_of_another_kind_gets_no_key(afternoon: OpenedWindow, shown: Shown) -> None:
    other = shown(QLineEdit())
    QTest.keyClick(other.windowHandle(), Qt.Key.Key_F2)
    afternoon.rest()
    assert not in_gentle(afternoon)
