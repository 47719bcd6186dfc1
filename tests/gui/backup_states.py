"""The pages that bring a journal out and back, in every state, for tests that look at each page."""

from collections.abc import Callable, Iterator
from unittest.mock import patch

from PySide6.QtWidgets import QFileDialog, QWidget

from symptrack.domain.errors import JournalDamaged
from symptrack.gui.pages.backups import BackupsPage
from symptrack.gui.pages.journal_problem import JournalProblemPage
from symptrack.gui.pages.move import MovePage
from symptrack.gui.widgets.copy_elsewhere import CopyElsewhereView
from symptrack.gui.widgets.line import line_of
from tests.gui.opened_window import COUNTRY, OpenedWindow
from tests.journals import first_series

State = tuple[str, QWidget]
NOW = "2026-10-02 21:00"
FIRST_RUN = "2026-09-01 09:00"
NAME = "journal-2026-10-02.symptrack"


def choosing(window: OpenedWindow, act: Callable[[], object]) -> None:
    """Do something that asks for a file; one and the same is chosen each time."""
    chosen = (str(window.preferences_path.parent / NAME), "")
    with (
        patch.object(QFileDialog, "getSaveFileName", lambda *_arguments: chosen),
        patch.object(QFileDialog, "getOpenFileName", lambda *_arguments: chosen),
    ):
        act()
    window.finish_work()
    window.rest()


def copy_states(window: OpenedWindow, view: CopyElsewhereView, page: QWidget) -> Iterator[State]:
    """Yield a copy that was saved: its code, then asked for two groups, one of them wrong."""
    choosing(window, view.save.click)
    yield "copy saved", page
    view.code.have_it.click()
    window.rest()
    yield "code asked for", page
    view.code.check.click()
    window.rest()
    yield "code refused", page
    view.code.again.click()


def backup_states(window: OpenedWindow) -> Iterator[State]:
    """Yield the backups, the way to a new computer and into it, and the recovery screen."""
    window.open(first_series(), NOW)
    for _each in range(3):
        window.store.backups.make()
    window.main.go_to("backups")
    window.finish_work()
    window.rest()
    page = window.main.page_stack.currentWidget()
    assert isinstance(page, BackupsPage)
    yield "backups", page
    page.rows[0].click()
    window.finish_work()
    window.rest()
    yield "backups, looked into", page
    page.copy.still()
    yield from copy_states(window, page.elsewhere, page)
    window.main.go_to("move")
    window.rest()
    move = window.main.page_stack.currentWidget()
    assert isinstance(move, MovePage)
    yield "move", move
    yield from copy_states(window, move.elsewhere, move)
    code = move.elsewhere.code.code
    assert code is not None
    yield from _moving_in(window, code.text())
    yield from _recovery(window)


def _moving_in(window: OpenedWindow, code: str) -> Iterator[State]:
    window.open(None, FIRST_RUN)
    window.preferences.change(country="")
    window.finish_work()
    window.main.show_journal(window.room.open(window.path))
    window.rest()
    welcome = window.main.flows.welcome
    choosing(window, welcome.move_in.click)
    yield "moving in", welcome
    assert welcome.moving is not None
    field = welcome.moving.copy.field
    assert field is not None
    written = line_of(field.editor)
    assert written is not None
    written.setText(code)
    welcome.moving.copy.look.click()
    window.finish_work()
    window.rest()
    yield "moving in, looked into", welcome
    window.preferences.change(country=COUNTRY)


def _recovery(window: OpenedWindow) -> Iterator[State]:
    window.open(first_series(), NOW)
    for _each in range(3):
        window.store.backups.make()
    recovery = window.room.recovery(window.path)
    window.main.show_problem(JournalDamaged("Part of the journal cannot be read."), recovery)
    window.rest()
    page = window.main.stack.currentWidget()
    assert isinstance(page, JournalProblemPage)
    yield "recovery", page
    page.older.click()
    window.rest()
    yield "recovery, older backups", page
