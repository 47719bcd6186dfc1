"""The report page in tests: opened on a journal, its file dialog answered."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLayout, QWidget
from pytestqt.qtbot import QtBot

from symptrack.domain.journal import Journal
from symptrack.domain.session import Dose
from symptrack.domain.settings import Paper
from symptrack.gui.dialogs.print_report import PAGE_SIZES, Printing
from symptrack.gui.pages.report import ReportPage
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.report import ReportPresenter
from symptrack.storage.store import Store
from tests.builders import make_check_in, make_journal, make_session
from tests.opened import SetClock

CLOCK = SetClock("2026-11-20 19:00")
SIZE = (1048, 790)
PUT_IN, LEAVE_OUT = 0, 1
TIMEOUT_MS = 20_000


@dataclass
class Asked:
    """Stands in for the file dialog: remembers the names it was asked for, answers as told."""

    answer: Path | None = None
    names: list[str] = field(default_factory=list)

    def __call__(self, _parent: QWidget, name: str) -> Path | None:
        self.names.append(name)
        return self.answer


class PdfPrinting(Printing):
    """Stands in for the printer's dialogs: a printer that prints into a file, or none at all."""

    def __init__(self, file: Path | None) -> None:
        super().__init__()
        self._file = file
        self.asked: list[tuple[Paper, int]] = []
        self.set_up: list[Paper] = []
        self.first, self.last = 0, 0

    def ask(self, _parent: QWidget, paper: Paper, pages: int) -> QPrinter | None:
        """Answer as the dialog would."""
        self.asked.append((paper, pages))
        if self._file is None:
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self._file))
        printer.setFullPage(True)
        printer.setPageSize(QPageSize(PAGE_SIZES[paper]))
        printer.setFromTo(self.first, self.last)
        return printer

    def set_up_page(self, _parent: QWidget, paper: Paper) -> None:
        """Remember what it was asked for."""
        self.set_up.append(paper)


def opened_page(
    qtbot: QtBot,
    store: Store,
    theme: ThemeSource,
    journal: Journal,
    asked: Asked,
    printing: Printing | None = None,
) -> ReportPage:
    """Open the page on a journal; it shows something from its first ``refresh`` on."""
    store.merge(journal)
    page = ReportPage(ReportPresenter(store, CLOCK.now), theme, asked, printing)
    qtbot.addWidget(page)
    # As within the window, which alone says how small it may be.
    layout = page.layout()
    assert layout is not None
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    page.resize(*SIZE)
    page.show()
    return page


def shown_page(
    qtbot: QtBot,
    store: Store,
    theme: ThemeSource,
    journal: Journal,
    asked: Asked,
    printing: Printing | None = None,
) -> ReportPage:
    """Open the page and wait for its preview."""
    page = opened_page(qtbot, store, theme, journal, asked, printing)
    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        page.refresh()
    return page


def many_sessions() -> Journal:
    """Return a journal whose report has three pages."""
    sessions = [
        make_session(f"2026-{month:02}-{day:02} 10:30", dose=Dose(value=35))
        for month in range(2, 8)
        for day in (1, 7, 13, 19, 25)
    ]
    return make_journal(sessions=sessions, check_ins=[make_check_in()])
