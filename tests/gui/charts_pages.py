"""The charts page opened on a journal, for its tests."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from symptrack.domain.journal import Journal
from symptrack.gui.dialogs.save_picture import PictureChoice
from symptrack.gui.pages.charts import ChartsPage
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.charts import ChartsPresenter
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


def open_charts(
    qtbot: QtBot, store: Store, theme: ThemeSource, asked: Asked, journal: Journal
) -> ChartsPage:
    """Return the page with a journal's chart drawn."""
    store.merge(journal)
    page = ChartsPage(ChartsPresenter(store, CLOCK.now), theme, asked)
    qtbot.addWidget(page)
    page.resize(*SIZE)
    page.show()
    with qtbot.waitSignal(page.canvas.drawn, timeout=20_000):
        page.refresh()
    return page
