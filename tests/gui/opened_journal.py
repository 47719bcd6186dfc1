"""The Journal page by itself on a real journal, worked as a patient works it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import load_side_effects
from symptrack.gui.background import Background, worker
from symptrack.gui.pages.journal import JournalPage
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.journal import JournalPresenter
from tests.gui.conftest import Shown
from tests.gui.opened_window import SetMilliseconds
from tests.opened import SetClock, open_store
from tests.presenters.listed_journal import NOW
from tests.storage.journal_folder import connection_of

SIZE = (1048, 780)


class OpenedJournal:
    """The page on a journal, with presses that are meant."""

    def __init__(
        self,
        qtbot: QtBot,
        shown: Shown,
        theme: ThemeSource,
        folder: Path,
        milliseconds: SetMilliseconds,
    ) -> None:
        self.qtbot, self._shown, self._theme = qtbot, shown, theme
        self._folder, self.milliseconds = folder, milliseconds

    def __call__(
        self, journal: Journal | None = None, now: str = NOW, size: tuple[int, int] = SIZE
    ) -> JournalPage:
        clock = SetClock(now)
        self.store = open_store(self._folder, clock, journal)
        presenter = JournalPresenter(self.store, clock.clock, load_side_effects())
        self.page = self._shown(JournalPage(presenter, self._theme, self.milliseconds), *size)
        self.refresh()
        return self.page

    def refresh(self) -> None:
        """Read the journal, and wait until it stands on the page."""
        with self.qtbot.waitSignal(self.page.shown):
            self.page.refresh()
        self.rest()

    def press(self, target: QWidget) -> None:
        """Press with the mouse, and wait for what follows."""
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        self.settle()

    def key(self, key: Qt.Key) -> None:
        """Press a key where the focus is, and wait for what follows."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        self.settle()

    def delete(self, at: int) -> None:
        """Delete the entry of a row by its key."""
        self.page.rows[at].setFocus()
        self.key(Qt.Key.Key_Delete)

    def ask(self, words: str) -> None:
        """Type words to be searched for, and wait for what is found."""
        line = self.page.finding.search
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.settle()

    def settle(self) -> None:
        """Wait until the worker has nothing left to do and the page has taken it."""
        background, done = self.page.findChild(Background), Event()
        assert background is not None
        background.run(lambda: None, lambda _nothing: done.set())
        self.qtbot.waitUntil(done.is_set)
        self.rest()

    def rest(self) -> None:
        """Let the layouts settle and the guarded time go by."""
        for _turn in range(3):
            QApplication.processEvents()
        self.milliseconds.pass_by()

    def damage(self) -> None:
        """Overwrite the journal's file, as a failing disk might."""
        connection_of(self.store).execute("PRAGMA shrink_memory")
        path = self._folder / "symptrack.db"
        path.write_bytes(bytes(path.stat().st_size))

    def close(self) -> None:
        """Close the journal."""
        worker().submit(lambda: None).result()
        self.store.close()


@contextmanager
def held_up() -> Iterator[None]:
    """Keep the worker busy meanwhile."""
    go_on = Event()
    worker().submit(go_on.wait)
    try:
        yield
    finally:
        go_on.set()


def names(page: JournalPage) -> list[str]:
    """Return what each row that opens is called, from top to bottom."""
    return [row.accessibleName() for row in page.rows]


def mores(page: JournalPage) -> list[QAbstractButton]:
    """Return the buttons that offer what can be done with an entry, from top to bottom."""
    found = [
        one
        for one in page.findChildren(QAbstractButton)
        if one.isVisible() and one.accessibleName() == "More"
    ]
    return sorted(found, key=lambda one: one.mapTo(page, one.rect().center()).y())


def focused() -> str:
    """Return the name of what has the focus."""
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus is not None else ""


def stored(opened: OpenedJournal) -> int:
    """Return how many check-ins the journal holds."""
    return len(opened.store.load().check_ins)
