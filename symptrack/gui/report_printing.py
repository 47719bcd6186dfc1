"""Printing the report beside the window: the pages of the preview, at the printer's sharpness."""

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from symptrack.gui.background import Background
from symptrack.gui.dialogs.print_report import PRINT_PPI, print_pages
from symptrack.presenters.report_job import ReportJob

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class ReportPrinting(QObject):
    """Draws a report for a printer and sends it there.

    ``stepped`` carries the sheet and how many there are; ``done`` whether all of them went, which
    is false where it was stopped; ``refused`` why the printer took nothing.
    """

    stepped = Signal(int, int)
    done = Signal(bool)
    refused = Signal(object)
    _told = Signal(int, int)

    def __init__(self, parent: QObject, background: Background) -> None:
        super().__init__(parent)
        self._background = background
        self._stop = Event()
        self._told.connect(self.stepped, Qt.ConnectionType.QueuedConnection)

    def start(self, job: ReportJob, printer: "QPrinter") -> None:
        """Print a report."""
        stop = self._stop = Event()
        self._background.run(
            lambda: print_pages(printer, job.printed(PRINT_PPI), self._tell, stop),
            self.done.emit,
            self.refused.emit,
        )

    def stop(self) -> None:
        """Send no further sheet."""
        self._stop.set()

    def _tell(self, sheet: int, sheets: int) -> None:
        # The window may have been closed in the meantime.
        if isValid(self):
            self._told.emit(sheet, sheets)
