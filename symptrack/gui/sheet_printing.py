"""The page of a recovery code on paper or as a PDF, drawn as plain text."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from symptrack.gui.dialogs.print_report import check_printer
from symptrack.gui.theme import FAMILY
from symptrack.presenters.recovery_sheet import RecoverySheet

TITLE_PT, CODE_PT, TEXT_PT, MARGIN_MM = 20, 22, 12, 20


def sheet_document(sheet: RecoverySheet) -> QTextDocument:
    """Return the page, large enough to be read with tired eyes."""
    document = QTextDocument()
    cursor = QTextCursor(document)
    for text, size, weight in (
        (f"{sheet.title}\n\n", TITLE_PT, QFont.Weight.DemiBold),
        (f"{sheet.code}\n\n", CODE_PT, QFont.Weight.DemiBold),
        ("\n".join(sheet.lines), TEXT_PT, QFont.Weight.Normal),
    ):
        form = QTextCharFormat()
        form.setFontFamilies([FAMILY])
        form.setFontPointSize(size)
        form.setFontWeight(weight)
        cursor.insertText(text, form)
    return document


def sheet_pdf(sheet: RecoverySheet) -> bytes:
    """Return the page as a PDF."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(
        QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter
    )
    sheet_document(sheet).print_(writer)
    buffer.close()
    return bytes(data.data())


def print_sheet(parent: QWidget, sheet: RecoverySheet) -> bool:
    """Print the page on a printer that the patient chooses; return whether it was sent there.

    Raises
    ------
    RefusedRequest
        Where the computer has no printer.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    check_printer()
    printer = QPrinter()
    printer.setDocName(sheet.title)
    if not QPrintDialog(printer, parent).exec():
        return False
    sheet_document(sheet).print_(printer)
    return True
