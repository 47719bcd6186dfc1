"""The desktop's printer and page dialogs, and putting pages on the printer's paper.

Printing support is loaded when first asked for: no start pays for it.
"""

from collections.abc import Callable, Sequence
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.settings import Paper
from symptrack.texts import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINT_PPI = 300
PAGE_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def check_printer() -> None:
    """Refuse to print where the computer has no printer.

    Raises
    ------
    RefusedRequest
        Then.
    """
    from PySide6.QtPrintSupport import QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise RefusedRequest(
            _("This computer has no printer set up. Save the file and print it where there is one.")
        )


class Printing:
    """The printer with what was chosen of it, for as long as the program runs."""

    def __init__(self) -> None:
        self._printer: QPrinter | None = None
        self._paper: Paper | None = None

    def set_up_page(self, parent: QWidget, paper: Paper) -> None:
        """Let the patient choose paper, orientation and tray in the desktop's dialog.

        Raises
        ------
        RefusedRequest
            Where there is no printer.
        """
        from PySide6.QtPrintSupport import QPageSetupDialog

        QPageSetupDialog(self._printer_for(paper), parent).exec()

    def ask(self, parent: QWidget, paper: Paper, pages: int) -> "QPrinter | None":
        """Return the printer that was chosen in the desktop's dialog, or ``None``.

        Raises
        ------
        RefusedRequest
            Where there is no printer.
        """
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        printer = self._printer_for(paper)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(_("Print the report"))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None

    def _printer_for(self, paper: Paper) -> "QPrinter":
        from PySide6.QtPrintSupport import QPrinter

        check_printer()
        if self._printer is None:
            self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            # A print queue shows its names to others.
            self._printer.setDocName(_("Report"))
            self._printer.setFullPage(True)
        if paper is not self._paper:
            self._paper = paper
            self._printer.setPageSize(QPageSize(PAGE_SIZES[paper]))
        return self._printer


def print_pages(
    printer: "QPrinter",
    pages: Sequence[bytes],
    told: Callable[[int, int], None],
    stop: Event,
) -> bool:
    """Print pictures of pages (PNG), as chosen in the printer's dialog; false where stopped.

    It may run beside the window. ``told`` hears of each sheet and how many there are.

    Raises
    ------
    RefusedRequest
        Where the printer takes nothing.
    """
    sheets = _sheets(printer, len(pages))
    painter = QPainter()
    if not painter.begin(printer):
        raise RefusedRequest(_("The printer takes nothing; nothing was printed."))
    try:
        for place, page in enumerate(sheets):
            told(place + 1, len(sheets))
            if stop.is_set():
                printer.abort()
                return False
            if place:
                printer.newPage()
            _place(painter, printer, QImage.fromData(pages[page]))
    finally:
        painter.end()
    return True


def _sheets(printer: "QPrinter", pages: int) -> list[int]:
    """Return the places of the pages to print: the range chosen, the last first where asked."""
    first, last = printer.fromPage() or 1, printer.toPage() or pages
    chosen = [place for place in range(pages) if first <= place + 1 <= last]
    if printer.pageOrder() is printer.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return chosen * copies


def _place(painter: QPainter, printer: "QPrinter", page: QImage) -> None:
    """Draw a page as large as the sheet allows, in its middle; on its own paper that is 1:1."""
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    size = page.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(_middle(paper, size)), page)


def _middle(paper: QRect, size: QSize) -> QRect:
    left = (paper.width() - size.width()) // 2
    top = (paper.height() - size.height()) // 2
    return QRect(left, top, size.width(), size.height())
