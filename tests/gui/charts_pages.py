"""The charts page opened on a journal, for its tests."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from symptrack.domain.journal import Journal
from symptrack.gui.dialogs.save_picture import PictureChoice
from symptrack.gui.pages.charts import ChartsPage
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.charts import ChartsPresenter
from symptrack.presenters.charts_choice import ChartKey
from symptrack.storage.store import Store
from tests.opened import SetClock

CLOCK = SetClock("2026-11-20 19:00")
SIZE = (1048, 832)


@dataclass
class Asked:
    """Stands in for the file dialog: remembers what it was asked and answers as told."""

    answer: PictureChoice | None = None
    label: str = "not asked"
    name: str = ""
    self_harm: bool = False

    def __call__(
        self,
        theme: ThemeSource,
        patient: str,
        name_for: Callable[[str], str],
        parent: QWidget,
        *,
        self_harm: bool = False,
    ) -> PictureChoice | None:
        assert theme is not None
        assert parent is not None
        self.label, self.self_harm = patient, self_harm
        self.name = name_for("png")
        return self.answer


class OpenedCharts:
    """Opens the charts page on a journal, and waits until what it shows is drawn."""

    def __init__(self, qtbot: QtBot, store: Store, theme: ThemeSource) -> None:
        self._qtbot, self._theme = qtbot, theme
        self.store = store
        self.asked = Asked()

    def page(self) -> ChartsPage:
        """Return the page, shown and still empty."""
        page = ChartsPage(ChartsPresenter(self.store, CLOCK.now), self._theme, self.asked)
        self._qtbot.addWidget(page)
        page.resize(*SIZE)
        page.show()
        return page

    def open(self, journal: Journal) -> ChartsPage:
        """Return the page with a journal's chart drawn."""
        self.store.merge(journal)
        page = self.page()
        with self.drawn(page):
            page.refresh()
        return page

    def choose(self, page: ChartsPage, key: ChartKey) -> None:
        """Show another chart."""
        with self.drawn(page):
            page.controls.tabs.buttons[list(ChartKey).index(key)].click()

    def drawn(self, page: ChartsPage) -> AbstractContextManager[object]:
        """Return what waits for the next drawing at its end."""
        waiting: AbstractContextManager[object] = self._qtbot.waitSignal(
            page.canvas.drawn, timeout=20_000
        )
        return waiting
