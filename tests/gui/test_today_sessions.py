"""Today about sessions: logging one, and whether a planned one took place."""

import pytest
from PySide6.QtCore import Qt

from symptrack.domain.journal import Journal
from symptrack.domain.words import SessionStatus
from symptrack.gui.pages.session import SessionPage
from tests.builders import make_journal, make_series, make_session
from tests.gui.opened_window import OpenedWindow, button, words
from tests.gui.trouble import let_write, refuse_writes

EVENING = "2026-09-01 18:00"


def planned() -> Journal:
    """Return a journal with one planned infusion, on 1 September at 10:30."""
    series = make_series()
    session = make_session(
        series_id=series.id, status=SessionStatus.PLANNED, vitals=(), duration_min=None
    )
    return make_journal(series=[series], sessions=[session])


@pytest.fixture
def asked(window: OpenedWindow) -> OpenedWindow:
    """Return the window in the evening after the planned time has passed."""
    return window.open(planned(), EVENING)


def status(window: OpenedWindow) -> SessionStatus:
    return window.store.load().sessions[0].status


def on_top(window: OpenedWindow) -> object:
    return window.main.stack.currentWidget()


def is_asked(window: OpenedWindow) -> bool:
    return any(text.endswith("take place?") for text in words(window.today))


def test_a_session_can_be_logged_from_today(window: OpenedWindow) -> None:
    window.open(None, EVENING)
    window.qtbot.waitUntil(window.today.log.hasFocus)
    window.press(window.today.log)
    assert isinstance(on_top(window), SessionPage)


def test_whether_a_planned_session_took_place_is_asked(asked: OpenedWindow) -> None:
    assert is_asked(asked)
    for name in ("Yes", "Ask later", "No"):
        assert button(asked.today, name).accessibleDescription().endswith("take place?")


def test_yes_opens_the_session_and_changes_nothing_yet(asked: OpenedWindow) -> None:
    asked.press(button(asked.today, "Yes"))
    assert isinstance(on_top(asked), SessionPage)
    assert status(asked) is SessionStatus.PLANNED
    asked.type(Qt.Key.Key_Escape)
    assert asked.today.isVisible()


def test_ask_later_is_quiet_for_now(asked: OpenedWindow) -> None:
    asked.press(button(asked.today, "Ask later"))
    assert not is_asked(asked)
    assert status(asked) is SessionStatus.PLANNED
    assert not asked.today.notice.isVisible()


def test_no_marks_it_missed_and_can_be_taken_back(asked: OpenedWindow) -> None:
    asked.press(button(asked.today, "No"))
    assert status(asked) is SessionStatus.MISSED
    assert not is_asked(asked)
    assert "Saved: it did not take place." in words(asked.today)
    undo = button(asked.today, "Undo")
    asked.qtbot.waitUntil(undo.hasFocus)
    asked.press(undo)
    assert status(asked) is SessionStatus.PLANNED
    assert is_asked(asked)


def test_where_no_cannot_be_written_the_page_says_so_and_keeps_asking(
    asked: OpenedWindow,
) -> None:
    refuse_writes(asked.store)
    asked.press(button(asked.today, "No"))
    assert asked.today.notice.property("card") == "attn"
    assert is_asked(asked)
    let_write(asked.store)
    assert status(asked) is SessionStatus.PLANNED
