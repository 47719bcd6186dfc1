"""When to check in, on the settings page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from symptrack.domain.help_lines import load_help_lines
from symptrack.gui.pages.settings import SettingsPage
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.preferences import PreferencesFile
from symptrack.presenters.settings import SettingsPresenter
from tests.gui.conftest import Shown
from tests.gui.opened_window import SetMilliseconds, button
from tests.gui.trouble import let_write, refuse_writes
from tests.opened import SetClock, open_store

ENTER = Qt.Key.Key_Return


class OpenedSettings:
    """The page, shown, on a journal of its own."""

    def __init__(
        self, shown: Shown, theme: ThemeSource, folder: Path, milliseconds: SetMilliseconds
    ) -> None:
        clock = SetClock("2026-09-12 09:30")
        self.store = open_store(folder, clock)
        self.preferences = PreferencesFile(folder / "preferences.json")
        presenter = SettingsPresenter(
            self.store, clock.clock, self.preferences, load_help_lines(), "US"
        )
        self._milliseconds = milliseconds
        self.page = shown(SettingsPage(presenter, theme, milliseconds), 1048, 1600)

    def press(self, name: str) -> None:
        """Press what has a name, with the mouse."""
        QTest.mouseClick(button(self.page, name), Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        self._milliseconds.pass_by()


@pytest.fixture
def opened(
    shown: Shown, theme: ThemeSource, tmp_path: Path, milliseconds: SetMilliseconds
) -> Iterator[OpenedSettings]:
    """Return the opened settings."""
    made = OpenedSettings(shown, theme, tmp_path, milliseconds)
    yield made
    made.store.close()


def test_when_to_check_in_is_kept_at_once(opened: OpenedSettings) -> None:
    section = opened.page.follow_ups
    opened.press("Before a session")
    opened.press("In the evening")
    opened.press("Notifications")
    times = opened.store.settings().follow_ups
    assert (times.before, times.evening) == (False, False)
    assert not opened.preferences.current.notifications
    assert not section.evening_at.isVisible()
    opened.press("In the evening")
    assert section.evening_at.isVisible()


def test_the_hours_to_check_in_are_kept_when_the_field_is_left(opened: OpenedSettings) -> None:
    field = opened.page.follow_ups.fields["hours_after"]
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "2, 7, soon")
    QTest.keyClick(field.line, ENTER)
    assert "“soon” is not a number" in field.sentence
    assert opened.store.settings().follow_ups.hours_after == (2, 24)
    field.line.selectAll()
    QTest.keyClicks(field.line, "2, 7, 24")
    QTest.keyClick(field.line, ENTER)
    assert opened.store.settings().follow_ups.hours_after == (2, 7, 24)


def test_a_switch_that_cannot_be_kept_goes_back(opened: OpenedSettings) -> None:
    page = opened.page
    refuse_writes(opened.store)
    opened.press("Before a session")
    assert page.follow_ups.before.isChecked()
    assert page.notice.isVisible()
    let_write(opened.store)
