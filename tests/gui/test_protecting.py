"""Setting, changing and removing the passphrase in the window, from the settings."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from symptrack.gui.front import Front
from symptrack.gui.pages.protect import ProtectPage
from symptrack.gui.pages.settings import SettingsPage
from symptrack.gui.widgets.line import line_of
from symptrack.gui.widgets.protect_steps import CodeStep, CurrentStep, NewStep
from symptrack.presenters.protection import Change
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import by_itself, with_passphrase, with_recovery_code
from symptrack.storage.protecting import ways_in
from symptrack.storage.store import Store
from tests.builders import ZONE
from tests.journals import first_series
from tests.keyrings import keyring_of_a_desktop, no_keyring
from tests.storage.protected import PASSPHRASE, protect, readable_keys_in
from tests.whole_app import NAME, settle, whole_app

NOW = datetime(2026, 9, 12, 9, 30, tzinfo=ZoneInfo(ZONE))
WORDS = "words of my own"


@pytest.fixture
def front(qtbot: QtBot, tmp_path: Path) -> Iterator[Front]:
    with whole_app(tmp_path / "data", NOW, ZONE, first_series()) as opened:
        yield opened


@pytest.fixture
def protected(qtbot: QtBot, tmp_path: Path) -> Iterator[Front]:
    """Return a window that has just unlocked a protected journal."""
    folder = tmp_path / "data"
    folder.mkdir()
    paths = JournalPaths(folder / NAME)
    with Store.open(paths, now=lambda: NOW, create=True) as store:
        store.merge(first_series())
    protect(paths, lambda: NOW)
    with whole_app(folder, NOW, ZONE) as opened:
        page = opened.window.stack.currentWidget()
        page.secret.field.setText(PASSPHRASE)  # type: ignore[union-attr]
        page.unlock.click()  # type: ignore[union-attr]
        settle(opened.window)
        yield opened


def settings(front: Front) -> SettingsPage:
    front.window.go_to("settings")
    settle(front.window)
    page = front.window.page_stack.currentWidget()
    assert isinstance(page, SettingsPage)
    return page


def lock_is_in_view(front: Front) -> bool:
    """Whether the settings show the part on the lock, with the focus in it, and need no search."""
    page = front.window.page_stack.currentWidget()
    assert isinstance(page, SettingsPage)
    first = next(iter(page.lock.changes.values()))
    front.window.activateWindow()
    settle(front.window)
    return front.window.focusWidget() is first and not first.visibleRegion().isEmpty()


def begin(front: Front, change: Change) -> ProtectPage:
    settings(front).lock.changes[change].click()
    page = front.window.page_stack.currentWidget()
    assert isinstance(page, ProtectPage)
    return page


def send(front: Front, page: ProtectPage) -> None:
    page.next.click()
    settle(front.window)


def type_new(front: Front, page: ProtectPage, passphrase: str, again: str | None = None) -> NewStep:
    step = page.step
    assert isinstance(step, NewStep)
    step.passphrase.setText(passphrase)
    step.again.setText(passphrase if again is None else again)
    send(front, page)
    return step


def give_current(front: Front, page: ProtectPage, passphrase: str = PASSPHRASE) -> CurrentStep:
    step = page.step
    assert isinstance(step, CurrentStep)
    step.current.setText(passphrase)
    QTest.keyClick(step.current, Qt.Key.Key_Return)
    settle(front.window)
    return step


def type_code_back(page: ProtectPage) -> str:
    step = page.step
    assert isinstance(step, CodeStep)
    assert not page.next.isEnabled()
    assert step.code.code is not None
    code = step.code.code.text()
    step.code.have_it.click()
    for place, field in step.code.fields.items():
        written = line_of(field.editor)
        assert written is not None
        written.setText(code.split("-")[place])
    step.code.check.click()
    assert page.next.isEnabled()
    return code


def said_in(widget: QWidget) -> str:
    return " ".join(
        found.text() for found in widget.findChildren(QLabel) if found.isVisibleTo(widget)
    )


def paths_of(tmp_path: Path) -> JournalPaths:
    return JournalPaths(tmp_path / "data" / NAME)


def opens(front: Front, tmp_path: Path, opener: object) -> bool:
    """Close the window's journal and see what opens it."""
    front._let_go()
    with Store.open(paths_of(tmp_path), now=lambda: NOW, opener=opener) as store:  # type: ignore[arg-type]
        return bool(store.load().sessions)


def test_a_passphrase_is_set_with_its_code_typed_back(front: Front, tmp_path: Path) -> None:
    assert "Nothing protects your journal" in said_in(settings(front).lock)
    page = begin(front, Change.SET)
    assert page.next.accessibleName() == "Next"
    type_new(front, page, WORDS)
    code = type_code_back(page)
    assert page.next.accessibleName() == "Set a passphrase"
    assert readable_keys_in(tmp_path / "data") != []
    send(front, page)
    settle(front.window)
    assert "now open with your passphrase" in said_in(front.window)
    assert "A passphrase protects your journal" in said_in(settings(front).lock)
    assert front.window.sidebar.lock.isVisible()
    assert readable_keys_in(tmp_path / "data") == []
    assert opens(front, tmp_path, with_passphrase(WORDS))
    assert opens(front, tmp_path, with_recovery_code(code))


def test_what_is_wrong_is_said_at_its_field_and_stays_typed(front: Front) -> None:
    page = begin(front, Change.SET)
    step = type_new(front, page, "short")
    assert step.fields["passphrase"].sentence == "It needs 8 to 1000 letters, digits or spaces"
    assert step.passphrase.text() == "short"
    type_new(front, page, WORDS, "other words")
    assert step.fields["passphrase"].sentence == ""
    assert step.fields["again"].sentence.startswith("It is not the same as above")
    assert page.step is step


def test_going_back_from_the_first_step_leads_to_the_settings_and_forgets(front: Front) -> None:
    page = begin(front, Change.SET)
    type_new(front, page, WORDS)
    page.back.click()
    assert isinstance(page.step, NewStep)
    page.back.click()
    settle(front.window)
    assert isinstance(front.window.page_stack.currentWidget(), SettingsPage)
    again = begin(front, Change.SET)
    assert isinstance(again.step, NewStep)
    assert again.step.passphrase.text() == ""


def test_the_passphrase_is_changed_after_the_present_one(protected: Front, tmp_path: Path) -> None:
    page = begin(protected, Change.RENEW)
    step = give_current(protected, page, "not this one")
    assert "This does not open the journal." in step.fields["current"].sentence
    give_current(protected, page)
    assert page.next.accessibleName() == "Change the passphrase"
    type_new(protected, page, WORDS)
    settle(protected.window)
    assert "The new passphrase opens your journal" in said_in(protected.window)
    assert opens(protected, tmp_path, with_passphrase(WORDS))


def test_where_somebody_may_know_it_there_is_a_new_key_and_code(
    protected: Front, tmp_path: Path
) -> None:
    page = begin(protected, Change.RENEW)
    give_current(protected, page)
    assert isinstance(page.step, NewStep)
    page.step.new_key.click()
    assert page.next.accessibleName() == "Next"
    type_new(protected, page, WORDS)
    code = type_code_back(page)
    send(protected, page)
    settle(protected.window)
    assert "The old ones open nothing here any more." in said_in(protected.window)
    assert opens(protected, tmp_path, with_recovery_code(code))


def test_the_passphrase_is_removed(protected: Front, tmp_path: Path) -> None:
    page = begin(protected, Change.REMOVE)
    assert page.next.accessibleName() == "Remove the passphrase"
    give_current(protected, page)
    settle(protected.window)
    assert "opens without a passphrase" in said_in(protected.window)
    assert lock_is_in_view(protected)
    assert not protected.window.sidebar.lock.isVisible()
    assert not ways_in(paths_of(tmp_path)).protected


def test_a_keyring_opens_it_by_itself_where_there_is_one(protected: Front, tmp_path: Path) -> None:
    with keyring_of_a_desktop():
        settings(protected).lock.by_itself.click()
        settle(protected.window)
        assert "opens by itself for whoever is logged in" in said_in(protected.window)
        assert settings(protected).lock.by_itself.isChecked()
        assert opens(protected, tmp_path, by_itself)


def test_without_a_keyring_that_is_said_and_the_journal_stays_open(protected: Front) -> None:
    with no_keyring():
        settings(protected).lock.by_itself.click()
        settle(protected.window)
    assert "This computer has no keyring" in said_in(protected.window)
    assert not protected.window.shows_problem
    assert lock_is_in_view(protected)
    assert not settings(protected).lock.by_itself.isChecked()


def test_how_long_it_waits_before_it_locks_is_kept_and_holds_at_once(protected: Front) -> None:
    section = settings(protected).lock
    section.after.setCurrentIndex(section.after.findData(5))
    section.after.activated.emit(section.after.currentIndex())
    assert protected._locking is not None
    assert protected._locking._after_min == 5
    assert section.after.currentData() == 5
