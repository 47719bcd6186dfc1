"""What fills the window for a while: help over anything, what pages ask for, a first run."""

import pytest
from PySide6.QtCore import Qt

from symptrack.domain.words import SessionStatus
from symptrack.gui.pages.bring_in import BringInPage
from symptrack.gui.pages.help import HelpPage
from symptrack.gui.pages.session import SessionPage
from symptrack.gui.pages.welcome import WelcomePage
from tests.builders import make_check_in, make_journal, make_series, make_session
from tests.gui.opened_window import OpenedWindow, button, words
from tests.gui.trouble import let_write, refuse_writes

NOON = "2026-09-05 12:00"


@pytest.fixture
def opened(window: OpenedWindow) -> OpenedWindow:
    """Return the window on a journal with a session and a check-in."""
    series = make_series()
    journal = make_journal(
        series=[series],
        sessions=[make_session(series_id=series.id)],
        check_ins=[make_check_in("2026-09-02 11:00")],
    )
    return window.open(journal, NOON)


def on_top(window: OpenedWindow) -> object:
    return window.main.stack.currentWidget()


def test_help_opens_over_today_and_gives_it_back(opened: OpenedWindow) -> None:
    opened.press(opened.main.help_bar.open)
    page = on_top(opened)
    assert isinstance(page, HelpPage)
    assert any("911" in text for text in words(page))
    opened.press(opened.main.help_bar.open)
    assert on_top(opened) is page
    opened.press(page.back)
    assert opened.today.isVisible()


def test_help_opens_over_a_check_in_and_no_answer_is_lost(opened: OpenedWindow) -> None:
    opened.main.open_check_in()
    opened.rest()
    opened.press(button(opened.check_in, "6 of 10"))
    opened.press(opened.main.help_bar.open)
    assert isinstance(on_top(opened), HelpPage)
    opened.type(Qt.Key.Key_Escape)
    assert on_top(opened) is opened.check_in
    assert button(opened.check_in, "6 of 10").isChecked()


@pytest.mark.parametrize(
    ("page", "words_of_the_way"), [("today", "Back to Today"), ("journal", "Done")]
)
def test_a_saved_check_in_leads_back_to_where_it_was_begun_and_says_so(
    opened: OpenedWindow, page: str, words_of_the_way: str
) -> None:
    opened.main.go_to(page)
    opened.finish_work()
    opened.main.open_check_in()
    opened.rest()
    for name in ("6 of 10", *["Next"] * 4, "Save", words_of_the_way):
        opened.press(button(opened.check_in, name))
    assert opened.main.page_stack.currentWidget() is opened.main._made[page]
    assert opened.main.page_stack.isVisible()


def test_help_cannot_be_opened_before_a_journal_is(window: OpenedWindow) -> None:
    window.press(window.main.help_bar.open)
    assert not isinstance(on_top(window), HelpPage)


def test_a_page_can_ask_for_a_check_in_to_be_changed(opened: OpenedWindow) -> None:
    (check_in,) = opened.store.load().check_ins
    opened.today.check_in_edit_requested.emit(check_in.id)
    opened.rest()
    assert on_top(opened) is opened.check_in
    assert "Change a check-in" in words(opened.check_in)


def test_a_page_can_ask_for_a_session_to_be_changed(opened: OpenedWindow) -> None:
    (session,) = opened.store.load().sessions
    opened.today.session_edit_requested.emit(session.id)
    opened.rest()
    assert isinstance(on_top(opened), SessionPage)
    assert opened.store.load().sessions[0].status is SessionStatus.DONE


def test_what_cannot_be_opened_is_said_where_the_patient_is(opened: OpenedWindow) -> None:
    (check_in,) = opened.store.load().check_ins
    refuse_writes(opened.store)
    opened.today.check_in_edit_requested.emit(check_in.id)
    opened.rest()
    assert opened.today.isVisible()
    assert opened.main.notice.isVisible()
    let_write(opened.store)


def test_a_first_run_is_shown_before_today_and_can_wait(window: OpenedWindow) -> None:
    window.preferences.change(country="")
    window.open(None, NOON)
    window.main.show_journal(window.room.open(window.path))
    window.rest()
    page = on_top(window)
    assert isinstance(page, WelcomePage)
    page.finished.emit()
    window.rest()
    assert window.today.isVisible()
    assert window.main.findChildren(WelcomePage) == []


def test_a_first_run_can_begin_with_an_old_diary(window: OpenedWindow) -> None:
    window.preferences.change(country="")
    window.open(None, NOON)
    window.main.show_journal(window.room.open(window.path))
    window.rest()
    window.press(button(window.main, "Bring in an old diary"))
    window.finish_work()
    assert isinstance(window.main.page_stack.currentWidget(), BringInPage)
    assert window.main.page_stack.isVisible()
    assert window.main.findChildren(WelcomePage) == []
    assert window.preferences.current.country
