"""The session form in a window of its own, worked as a patient works it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from symptrack.domain.journal import Journal
from symptrack.domain.session import Session
from symptrack.domain.side_effect import load_side_effects
from symptrack.gui.pages.session import SessionPage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.fields import Stepper
from symptrack.gui.widgets.session_body import SessionBody
from symptrack.gui.widgets.session_done import SessionDone
from symptrack.presenters.series import SeriesPresenter
from symptrack.presenters.session import SessionPresenter
from symptrack.storage.store import Store
from tests.gui.opened_window import SetMilliseconds
from tests.opened import SetClock, open_store

CATALOGUE = load_side_effects()
NOW = "2026-09-15 17:00"
SIZE = (1048, 780)
AnswerSeries = Callable[[SeriesPresenter, str | None], str | None]


def no_series(_presenter: SeriesPresenter, _series_id: str | None) -> str | None:
    """Answer the series dialog by closing it."""
    return None


class SessionWindow:
    """The page, and what stands behind it; ``answer`` answers the series dialog."""

    def __init__(
        self, qtbot: QtBot, theme: ThemeSource, folder: Path, milliseconds: SetMilliseconds
    ) -> None:
        self._qtbot, self.theme, self._folder = qtbot, theme, folder
        self.milliseconds = milliseconds
        self.answer: AnswerSeries = no_series
        self._stores: list[Store] = []
        self._pages: list[SessionPage] = []

    def open(self, journal: Journal | None = None, now: str = NOW) -> SessionPage:
        """Open a new journal, and the page on it with a session begun."""
        self.clock = SetClock(now)
        self.store = open_store(self._folder, self.clock, journal)
        self._stores.append(self.store)
        return self.again()

    def again(self) -> SessionPage:
        """Open the page as after a new start."""
        presenter = SessionPresenter(self.store, self.clock.clock, CATALOGUE, lambda: "US")
        self.page = SessionPage(presenter, self.theme, self.milliseconds, self._answered)
        self._qtbot.addWidget(self.page)
        self._pages.append(self.page)
        self.page.resize(*SIZE)
        self.page.begin()
        self.page.show()
        self.page.activateWindow()
        self._qtbot.waitUntil(self.page.isActiveWindow)
        self.page.body.focus_first() if self.page.body else None
        self.rest()
        return self.page

    def _answered(
        self,
        _theme: ThemeSource,
        presenter: SeriesPresenter,
        _parent: QWidget,
        series_id: str | None,
    ) -> str | None:
        return self.answer(presenter, series_id)

    @property
    def body(self) -> SessionBody:
        """Return the form that is shown."""
        assert self.page.body is not None
        return self.page.body

    @property
    def done(self) -> SessionDone:
        """Return what followed the form."""
        assert self.page.done is not None
        return self.page.done

    @property
    def sessions(self) -> list[Session]:
        """Return the sessions in the journal, by start."""
        return sorted(self.store.load().sessions, key=lambda one: one.started_at)

    def rest(self) -> None:
        """Let the layouts settle and the guarded time go by."""
        for _turn in range(3):
            self._qtbot.wait(0)
        self.milliseconds.pass_by()

    def press(self, button: QAbstractButton | None) -> None:
        """Press a button with the mouse, and let the guarded time go by."""
        assert button is not None
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.rest()

    def line(self, name: str) -> QLineEdit:
        """Return the line of a field by its name in the form."""
        for part in (self.body.card, self.body.later):
            if name in part.fields:
                editor = part.fields[name].editor
                line = editor.field if isinstance(editor, DateField | Stepper) else editor
                assert isinstance(line, QLineEdit)
                return line
        raise LookupError(name)

    def write(self, name: str, text: str) -> None:
        """Type into a field in place of what stands there."""
        line = self.line(name)
        line.setFocus()
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, text)
        self.rest()

    def sentence(self, name: str) -> str:
        """Return what is said to be wrong with a field, or nothing."""
        for part in (self.body.card, self.body.later):
            if name in part.fields:
                return part.fields[name].sentence
        raise LookupError(name)

    def type(
        self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Type keys to whatever has the focus, slowly enough for each to be meant."""
        for key in keys:
            code = Qt.Key(ord(key.upper())) if isinstance(key, str) else key
            QTest.keyClick(self.page.windowHandle(), code, modifier)
            self.rest()

    def close(self) -> None:
        """Close the journals."""
        for page in self._pages:
            page.close()
        for store in self._stores:
            store.close()
