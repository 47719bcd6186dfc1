"""What the window's tests share: one application, a look that is put back, a window to open."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from symptrack.gui.application import make_application
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.preferences import ThemeChoice
from tests.gui.asked_questionnaire import AskedQuestionnaire
from tests.gui.charts_pages import CLOCK as CHARTS_CLOCK
from tests.gui.charts_pages import OpenedCharts
from tests.gui.opened_window import OpenedWindow, SetMilliseconds
from tests.gui.session_pages import SessionWindow
from tests.opened import open_store

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


@pytest.fixture(scope="session")
def qapp_cls() -> Callable[[list[str]], QApplication]:
    """Make the application as the program makes it."""
    return lambda _arguments: make_application()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeSource]:
    """Return the light theme at 100 % text; the application looks like that again afterwards."""
    source = ThemeSource(qapp, ThemeChoice.LIGHT)
    yield source
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # It stays with the application: a widget that is left over may still ask it for a font.
    source.choose(ThemeChoice.LIGHT, 100)


class Shown:
    """Shows widgets by themselves: ``shown(widget, 300, 200)``; they go with the test."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._kept: list[QWidget] = []

    def __call__(self, widget: AnyWidget, width: int = 0, height: int = 0) -> AnyWidget:
        self._qtbot.addWidget(widget)
        self._kept.append(widget)
        if width:
            widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        self._qtbot.waitUntil(widget.isActiveWindow)
        return widget


@pytest.fixture
def shown(qtbot: QtBot, theme: ThemeSource) -> Shown:
    """Return what shows a widget as a window of its own, in the light theme."""
    return Shown(qtbot)


@pytest.fixture
def milliseconds() -> SetMilliseconds:
    """Return a clock for presses that stands still until it is moved on."""
    return SetMilliseconds()


@pytest.fixture
def window(
    qtbot: QtBot, theme: ThemeSource, tmp_path: Path, milliseconds: SetMilliseconds
) -> Iterator[OpenedWindow]:
    """Return the window, shown, without a journal yet: ``window.open(journal, now)``."""
    opened = OpenedWindow(qtbot, theme, tmp_path, milliseconds)
    yield opened
    opened.close()


@pytest.fixture
def asked(window: OpenedWindow) -> AskedQuestionnaire:
    """Return what begins a questionnaire in the window: ``asked("phq9", journal, now)``."""
    return AskedQuestionnaire(window)


@pytest.fixture
def form(
    qtbot: QtBot, theme: ThemeSource, tmp_path: Path, milliseconds: SetMilliseconds
) -> Iterator[SessionWindow]:
    """Return what opens the session form by itself: ``form.open(journal, now)``."""
    made = SessionWindow(qtbot, theme, tmp_path, milliseconds)
    yield made
    made.close()


@pytest.fixture
def charts(qtbot: QtBot, theme: ThemeSource, tmp_path: Path) -> Iterator[OpenedCharts]:
    """Open the charts page on a journal."""
    with open_store(tmp_path, CHARTS_CLOCK) as store:
        yield OpenedCharts(qtbot, store, theme)
