"""Saying that something is waiting where the desktop has a place for it, and silence elsewhere."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from symptrack.gui.front import Front
from symptrack.gui.notifier import Notifier, desktop_tray
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.notifications import Notifications
from symptrack.presenters.preferences import PreferencesFile
from tests.builders import ZONE, make_journal, make_session
from tests.opened import SetClock, open_store
from tests.whole_app import whole_app

TRIGGER = QSystemTrayIcon.ActivationReason.Trigger
CONTEXT = QSystemTrayIcon.ActivationReason.Context


class Tray(QSystemTrayIcon):
    """A desktop's tray that keeps what it was given to say."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []
        self.shows = False

    def show(self) -> None:
        """Keep that it is there; the tests' screen has no place for it."""
        self.shows = True

    def hide(self) -> None:
        """Keep that it is not."""
        self.shows = False

    def showMessage(self, title: str, text: str, *_how: object) -> None:
        """Keep it."""
        self.said.append((title, text))


class Notifying:
    """A notifier on a journal with an infusion on 1 September, 10:30 to 11:10."""

    def __init__(self, theme: ThemeSource, folder: Path) -> None:
        self.clock = SetClock("2026-09-01 12:00")
        self.store = open_store(
            folder, self.clock, make_journal(sessions=[make_session("2026-09-01 10:30")])
        )
        preferences = PreferencesFile(folder / "preferences.json")
        self.notifications = Notifications(self.store, self.clock.clock, preferences)
        self.theme, self.parent, self.tray = theme, QObject(), Tray()

    def begin(self, tray: QSystemTrayIcon | None) -> Notifier:
        """Begin to look."""
        return Notifier(self.parent, self.theme, self.notifications, tray)


@pytest.fixture
def notifying(theme: ThemeSource, tmp_path: Path) -> Iterator[Notifying]:
    """Return what begins a notifier."""
    made = Notifying(theme, tmp_path)
    yield made
    made.store.close()


def test_what_became_due_is_said_in_the_tray(notifying: Notifying) -> None:
    notifier = notifying.begin(notifying.tray)
    assert notifier.timer.isActive()
    assert notifying.tray.shows
    notifying.clock.set("2026-09-01 12:40")
    notifier.timer.timeout.emit()
    notifier.timer.timeout.emit()
    assert notifying.tray.said == [("Symptrack", "Something is waiting for you.")]
    assert notifying.tray.toolTip() == "Symptrack"


def test_a_press_on_it_asks_for_today(notifying: Notifying, qtbot: QtBot) -> None:
    notifier = notifying.begin(notifying.tray)
    with qtbot.waitSignal(notifier.today_wanted):
        notifying.tray.messageClicked.emit()
    with qtbot.waitSignal(notifier.today_wanted):
        notifying.tray.activated.emit(TRIGGER)
    with qtbot.assertNotEmitted(notifier.today_wanted):
        notifying.tray.activated.emit(CONTEXT)


def test_without_a_tray_nothing_happens(notifying: Notifying) -> None:
    notifier = notifying.begin(None)
    assert not notifier.timer.isActive()
    notifying.clock.set("2026-09-01 12:40")
    notifier.look()
    notifier.stop()


def test_a_journal_that_cannot_be_read_is_no_matter_for_the_desktop(
    notifying: Notifying,
) -> None:
    notifier = notifying.begin(notifying.tray)
    notifying.store.close()
    notifying.clock.set("2026-09-01 12:40")
    notifier.look()
    assert notifying.tray.said == []


def test_it_stops_with_its_journal(notifying: Notifying) -> None:
    notifier = notifying.begin(notifying.tray)
    notifier.stop()
    assert not notifier.timer.isActive()
    assert not notifying.tray.shows


@pytest.fixture
def front(qtbot: QtBot, tmp_path: Path) -> Iterator[Front]:
    """Return the whole program."""
    now = datetime(2026, 9, 1, 12, 0, tzinfo=ZoneInfo(ZONE))
    with whole_app(tmp_path, now, ZONE, make_journal(), country="US") as running:
        yield running


def test_the_program_says_what_became_due_and_comes_forward_on_today(
    front: Front, qtbot: QtBot
) -> None:
    tray = Tray()
    front.begin_notifying(tray)
    front.begin_notifying(Tray())
    assert tray.shows
    front.window.go_to("settings")
    front.window.showMinimized()
    tray.messageClicked.emit()
    assert not front.window.isMinimized()
    qtbot.waitUntil(front.window.isActiveWindow)
    assert front.window.page_stack.currentWidget() is front.window.today


def test_another_journal_is_spoken_of_anew(front: Front, tmp_path: Path) -> None:
    tray = Tray()
    front.begin_notifying(tray)
    front.open(tmp_path / "symptrack.db")
    assert not tray.shows
    assert front.notifier is None
    front.begin_notifying()
    assert front.notifier is None


def test_a_screen_without_a_desktop_has_no_tray(qtbot: QtBot) -> None:
    assert desktop_tray() is None
