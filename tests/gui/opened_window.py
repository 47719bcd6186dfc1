"""The real window on a real journal, with clocks that stand still, worked as a patient works it."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from symptrack.domain.help_lines import load_help_lines
from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import load_side_effects
from symptrack.gui.journal_pages import JournalPages
from symptrack.gui.main_window import MainWindow
from symptrack.gui.pages.charts import ChartsPage
from symptrack.gui.pages.check_in import CheckInPage
from symptrack.gui.pages.report import ReportPage
from symptrack.gui.pages.settings import SettingsPage
from symptrack.gui.pages.today import TodayPage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.check_in_step import Step
from symptrack.gui.widgets.effects_step import ChosenCard, EffectsStep
from symptrack.presenters.charts import ChartsPresenter
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.help import help_items
from symptrack.presenters.help_panel import HelpPresenter
from symptrack.presenters.preferences import PreferencesFile
from symptrack.presenters.report import ReportPresenter
from symptrack.presenters.session import SessionPresenter
from symptrack.presenters.settings import SettingsPresenter
from symptrack.presenters.today import TodayPresenter
from symptrack.storage.store import Store
from tests.opened import SetClock, open_store

CATALOGUE = load_side_effects()
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
        self.main = MainWindow(theme, milliseconds)
        self.warmed: list[str] = []
        self._stores: list[Store] = []
        self.main.show()
        self.main.activateWindow()
        qtbot.waitUntil(self.main.isActiveWindow)

    def open(self, journal: Journal | None, now: str) -> "OpenedWindow":
        """Open a new journal in the window."""
        self.clock = SetClock(now)
        folder = self._folder / str(len(self._stores))
        self.store = open_store(folder, self.clock, journal)
        self._stores.append(self.store)
        self.main.show_journal(self.pages())
        self.rest()
        return self

    def pages(self) -> JournalPages:
        """Return what the window needs of the open journal."""
        store, clock = self.store, self.clock.clock
        journal = store.load()
        help_presenter = HelpPresenter(store, load_help_lines(), lambda: "US")
        settings = SettingsPresenter(store, clock, self.preferences, load_help_lines(), "US")
        return JournalPages(
            clock=clock,
            today=TodayPresenter(store, clock, CATALOGUE),
            check_in=lambda: CheckInPresenter(store, clock, CATALOGUE),
            help_items=lambda: help_items(
                load_help_lines(), "US", journal.patient, journal.settings.help
            ),
            session=lambda: SessionPresenter(store, clock, CATALOGUE),
            help_panel=help_presenter.panel,
            welcome=None,
            later={
                "settings": lambda theme: SettingsPage(settings, theme),
                "charts": lambda theme: ChartsPage(ChartsPresenter(store, clock.now), theme),
                "report": lambda theme: ReportPage(ReportPresenter(store, clock.now), theme),
            },
            warm_up=self.warmed.append,
        )

    def close(self) -> None:
        """Close the window and the journal."""
        self.main.hide()
        delete(self.main)
        for store in self._stores:
            store.close()

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
