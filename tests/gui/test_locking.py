"""The window of a journal that a passphrase protects: locked, unlocked, and back where it was."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from symptrack.gui.front import Front
from symptrack.gui.locking import Locking
from symptrack.gui.pages.journal import JournalPage
from symptrack.gui.pages.lock import LockPage
from symptrack.gui.pages.settings import SettingsPage
from symptrack.gui.widgets.question_steps import NoteStep, RatingStep
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import with_passphrase
from symptrack.storage.store import Store
from tests.builders import ZONE
from tests.journals import first_series
from tests.storage.protected import PASSPHRASE, SECRETS, protect
from tests.whole_app import GUARDED_MS, NAME, settle, spin, whole_app

NOW = datetime(2026, 9, 12, 9, 30, tzinfo=ZoneInfo(ZONE))


@pytest.fixture
def protected(tmp_path: Path) -> Path:
    """Return a folder with a journal under a passphrase."""
    folder = tmp_path / "data"
    folder.mkdir()
    paths = JournalPaths(folder / NAME)
    with Store.open(paths, now=lambda: NOW, create=True) as store:
        store.merge(first_series())
    protect(paths, lambda: NOW)
    return folder


@pytest.fixture
def front(qtbot: QtBot, protected: Path) -> Iterator[Front]:
    with whole_app(protected, NOW, ZONE) as opened:
        yield opened


def lock_page(front: Front) -> LockPage:
    page = front.window.stack.currentWidget()
    assert isinstance(page, LockPage)
    return page


def locking(front: Front) -> Locking:
    assert front._locking is not None
    return front._locking


def unlock(front: Front, passphrase: str = PASSPHRASE) -> None:
    page = lock_page(front)
    page.secret.field.setText(passphrase)
    QTest.keyClick(page.secret.field, Qt.Key.Key_Return)
    settle(front.window)


def said_in(widget: QWidget) -> str:
    return " ".join(
        found.text() for found in widget.findChildren(QLabel) if found.isVisibleTo(widget)
    )


def test_a_protected_journal_begins_locked_with_the_country_s_two_numbers_alone(
    front: Front,
) -> None:
    page = lock_page(front)
    assert front.window.windowTitle() == "Symptrack"
    assert front.window.focusWidget() is page.secret.field
    assert front.window.page_stack.count() == 0
    assert "Your passphrase opens your journal." in said_in(page)
    shown = said_in(front.window.help_bar)
    assert "911" in shown
    assert "988" in shown
    assert "Harbour" not in shown


def test_the_passphrase_opens_it_on_today(front: Front) -> None:
    unlock(front)
    assert front.window.page_stack.currentWidget() is front.window.today
    assert front.window.sidebar.lock.isVisible()


def test_a_wrong_one_is_said_below_the_field_and_stays_typed(front: Front) -> None:
    unlock(front, "not this one")
    page = lock_page(front)
    assert page.passphrase.sentence == (
        "This passphrase does not open the journal. Nothing was changed."
    )
    assert page.secret.field.text() == "not this one"
    assert page.unlock.isEnabled()
    unlock(front)
    assert not front.window.shows_problem


def test_what_is_typed_shows_as_dots_until_asked_for(front: Front) -> None:
    line = lock_page(front).secret
    line.field.setText("my words")
    assert line.field.displayText() != "my words"
    line.show_it.click()
    assert line.field.displayText() == "my words"
    assert line.field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    assert line.show_it.text().strip() == "Hide"
    # Two of them may stand on a page: each names its own line, and is checked or not.
    assert line.show_it.accessibleName() == "Show what is typed: Passphrase"
    assert line.show_it.isChecked()
    line.show_it.click()
    assert line.field.displayText() != "my words"


def test_the_recovery_code_opens_it_as_well(front: Front) -> None:
    page = lock_page(front)
    page.forgot.click()
    assert not page.passphrase.isVisible()
    assert front.window.focusWidget() is page.code_line
    page.code_line.setText(SECRETS.code.lower().replace("-", " "))
    page.unlock.click()
    settle(front.window)
    assert not front.window.shows_problem


def test_the_way_from_the_code_leads_back_to_the_passphrase(front: Front) -> None:
    page = lock_page(front)
    page.forgot.click()
    page.code_line.setText("too short")
    page.unlock.click()
    settle(front.window)
    assert "7 groups of 4" in page.code.sentence
    page.remembered.click()
    assert page.passphrase.isVisible()
    assert front.window.focusWidget() is page.secret.field


def test_other_ways_lead_to_a_copy_and_back(front: Front) -> None:
    lock_page(front).others.click()
    shown = said_in(front.window.stack)
    assert "Your journal is locked" in shown
    front.window.try_again_requested.emit()
    lock_page(front)


def test_locking_leaves_nothing_of_the_journal_in_the_window(front: Front, qtbot: QtBot) -> None:
    unlock(front)
    assert "Harbour" in said_in(front.window.help_bar)  # their clinic is of the journal
    front.window.go_to("journal")
    settle(front.window)
    front.window.activateWindow()
    qtbot.waitUntil(front.window.isActiveWindow)
    QTest.keyClick(front.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(front.window.stack.currentWidget(), LockPage))
    settle(front.window)
    assert front.window.page_stack.count() == 0
    assert front.window.stack.count() == 2
    assert "911" in said_in(front.window.help_bar)
    assert "Harbour" not in said_in(front.window.help_bar)
    assert front.window.windowTitle() == "Symptrack"
    unlock(front)
    assert isinstance(front.window.page_stack.currentWidget(), JournalPage)


def test_the_file_is_closed_while_it_is_locked(front: Front, protected: Path) -> None:
    unlock(front)
    front.window.lock_requested.emit()
    settle(front.window)
    lock_page(front)
    paths = JournalPaths(protected / NAME)
    with Store.open(paths, now=lambda: NOW, opener=with_passphrase(PASSPHRASE)) as store:
        assert store.load().sessions


def test_unlocking_returns_to_the_question_that_was_open(front: Front) -> None:
    unlock(front)
    front.window.open_check_in()
    page = front.window.check_in
    spin(GUARDED_MS)
    while not isinstance(page.step, RatingStep):
        page.next.click()
        spin(GUARDED_MS)
    QTest.keyClick(page, Qt.Key.Key_4)
    spin(GUARDED_MS)
    page.next.click()
    spin(GUARDED_MS)
    before = page._presenter.heading
    front.window.lock_requested.emit()
    settle(front.window)
    unlock(front)
    assert front.window.stack.currentWidget() is front.window.check_in
    assert front.window.check_in._presenter.heading == before


def test_unlocking_returns_to_the_note_that_was_being_typed_and_it_can_be_gone_on_with(
    front: Front,
) -> None:
    unlock(front)
    front.window.open_check_in()
    page = front.window.check_in
    spin(GUARDED_MS)
    while not isinstance(page.step, NoteStep):
        page.next.click()
        spin(GUARDED_MS)
    QTest.keyClicks(page.step.field, "half a tho")
    front.window.lock_requested.emit()
    settle(front.window)
    unlock(front)
    step = front.window.check_in.step
    assert isinstance(step, NoteStep)
    assert step.field.toPlainText() == "half a tho"
    assert front.window.focusWidget() is step.field


def test_what_is_typed_in_a_setting_is_kept_before_it_locks(front: Front) -> None:
    unlock(front)
    front.window.go_to("settings")
    settings = front.window.page_stack.currentWidget()
    assert isinstance(settings, SettingsPage)
    settings.clinic.fields["clinic_name"].line.setText("Lakeside Clinic")
    front.window.sidebar.lock.click()
    settle(front.window)
    assert isinstance(front.window.stack.currentWidget(), LockPage)
    unlock(front)
    settings = front.window.page_stack.currentWidget()
    assert isinstance(settings, SettingsPage)
    assert settings.clinic.fields["clinic_name"].line.text() == "Lakeside Clinic"


def test_it_locks_when_nobody_is_there_after_a_warning(front: Front, qtbot: QtBot) -> None:
    unlock(front)
    watching, now_ms = locking(front), [0.0]
    watching.idle._milliseconds = lambda: now_ms[0]
    watching.idle.start(15)
    now_ms[0] = 15 * 60_000 - 20_000
    watching.idle.look()
    assert "locks in 20 seconds" in said_in(front.window.notice_shown)
    # A key keeps it open.
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(front.window, press)
    assert not front.window.notice_shown.isVisible()
    now_ms[0] += 14 * 60_000
    watching.idle.look()
    assert not front.window.shows_problem
    now_ms[0] += 60_000
    watching.idle.look()
    qtbot.waitUntil(lambda: isinstance(front.window.stack.currentWidget(), LockPage))
    assert "Locked after 15 minutes away." in said_in(lock_page(front))
    settle(front.window)


def test_after_a_session_it_stays_open_until_the_next_morning(front: Front) -> None:
    unlock(front)
    front.window.flows.open_session()
    page = front.window.flows.session
    spin(GUARDED_MS)
    page.save.click()
    spin(20)
    assert page.done is not None
    assert page.done.keep_open is not None
    assert page.done.keep_open.isChecked()
    watching, now_ms = locking(front), [0.0]
    watching.idle._milliseconds = lambda: now_ms[0]
    watching.idle.start(15)
    for _each in range(3):
        now_ms[0] += 16 * 60_000
        watching.idle.look()
        spin(20)
        assert not front.window.shows_problem
    page.done.keep_open.click()
    now_ms[0] += 16 * 60_000
    watching.idle.look()
    settle(front.window)
    lock_page(front)
