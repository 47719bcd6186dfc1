"""The real window on a real journal, with clocks that stand still, worked as a patient works it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from symptrack import app, cli
from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import load_side_effects
from symptrack.gui.background import worker
from symptrack.gui.journal_pages import JournalPages
from symptrack.gui.main_window import MainWindow
from symptrack.gui.pages.check_in import CheckInPage
from symptrack.gui.pages.today import TodayPage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.check_in_step import Step
from symptrack.gui.widgets.effects_step import ChosenCard, EffectsStep
from symptrack.journal_room import JournalRoom
from symptrack.presenters.preferences import PreferencesFile
from symptrack.storage.store import Store
from tests.builders import ZONE
from tests.opened import SetClock, open_store

CATALOGUE = load_side_effects()
COUNTRY = "US"
NAME = "symptrack.db"
LONGER_THAN_GUARDED_MS = 600


class SetMilliseconds:
    """A clock of presses: ``milliseconds.pass_by(400)``."""

    def __init__(self) -> None:
        self._now = 0.0

    def __call__(self) -> float:
        return self._now

    def pass_by(self, milliseconds: float = LONGER_THAN_GUARDED_MS) -> None:
        """Let some time go by; by default longer than any press is guarded."""
        self._now += milliseconds


class OpenedWindow:
    """The window and what stands behind it."""

    def __init__(
        self, qtbot: QtBot, theme: ThemeSource, folder: Path, milliseconds: SetMilliseconds
    ) -> None:
        self.qtbot, self.theme, self.milliseconds = qtbot, theme, milliseconds
        self._folder = folder
        self.preferences_path = folder / "preferences.json"
        self.preferences = PreferencesFile(self.preferences_path)
        self.preferences.change(country=COUNTRY)
        self.main = MainWindow(theme, milliseconds)
        self.clock = SetClock("2026-09-01 09:00")
        self.room = JournalRoom(
            cli.Surroundings(
                now=self.clock.now,
                time_zone=lambda: ZONE,
                data_dir=folder,
                config_dir=folder,
                log_dir=folder,
                open_window=app.open_window,
            ),
            self.preferences,
        )
        self._journals = 0
        self.main.show()
        self.main.activateWindow()
        qtbot.waitUntil(self.main.isActiveWindow)

    def open(self, journal: Journal | None, now: str) -> "OpenedWindow":
        """Open a new journal in the window, in place of the one before."""
        self.clock.set(now)
        self._journals += 1
        self.path = self._folder / str(self._journals) / NAME
        with open_store(self.path.parent, self.clock, journal):
            pass
        self.main.show_journal(self.pages())
        self.rest()
        return self

    def pages(self) -> JournalPages:
        """Return what the window needs of the journal, opened anew; no first run."""
        self.finish_work()
        return replace(self.room.open(self.path), welcome=None)

    @property
    def store(self) -> Store:
        """Return the open journal."""
        assert self.room._store is not None
        return self.room._store

    def close(self) -> None:
        """Close the window and the journal."""
        self.main.hide()
        self.finish_work()
        delete(self.main)
        self.room.close()

    def finish_work(self) -> None:
        """Wait until everything that was asked for beside the window is done and answered."""
        for _round in range(3):
            worker().submit(int).result()
            self.turn()

    @property
    def today(self) -> TodayPage:
        """Return the first page."""
        return self.main.today

    @property
    def check_in(self) -> CheckInPage:
        """Return the check-in."""
        return self.main.check_in

    @property
    def step(self) -> Step:
        """Return the page of the check-in that is shown."""
        assert self.check_in.step is not None
        return self.check_in.step

    def rest(self) -> None:
        """Let the layouts settle and the guarded time go by."""
        self.turn()
        self.milliseconds.pass_by()

    def turn(self) -> None:
        """Let the window do what is waiting to be done, in no time."""
        for _turn in range(4):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def press(self, target: QAbstractButton) -> None:
        """Press a button with the mouse, in its middle, and let the guarded time go by."""
        assert target.isVisible()
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        self.rest()

    def type(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Type keys one after another into the window, slowly enough for each to be meant."""
        for key in keys:
            with_ = modifier or Qt.KeyboardModifier.NoModifier
            code = Qt.Key(ord(key.upper())) if isinstance(key, str) else key
            QTest.keyClick(self.main.windowHandle(), code, with_)
            self.rest()

    def press_at(self, place: QPoint) -> None:
        """Press the mouse on a point of the window."""
        QTest.mouseClick(
            self.main.windowHandle(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            place,
        )


def button(root: QWidget, name: str) -> QAbstractButton:
    """Return the one visible button with an accessible name."""
    found = [
        one
        for one in root.findChildren(QAbstractButton)
        if one.isVisible() and one.accessibleName() == name
    ]
    assert len(found) == 1, f"{len(found)} buttons are called {name!r}"
    return found[0]


def chosen_cards(window: OpenedWindow) -> list[ChosenCard]:
    """Return the cards of the side effects that are chosen on the page."""
    step = window.step
    assert isinstance(step, EffectsStep)
    return list(step.cards.values())


def words(root: QWidget) -> list[str]:
    """Return every text that a page shows, in no order."""
    return [one.text() for one in root.findChildren(QLabel) if one.isVisible() and one.text()]


def scroll_of(root: QWidget) -> QScrollArea:
    """Return the scroll area of a page."""
    found = root.findChild(QScrollArea)
    assert found is not None
    return found
