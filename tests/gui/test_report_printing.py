"""Printing the report, and the work beside the window: its steps, and stopping it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from symptrack.domain.errors import RefusedRequest
from symptrack.domain.journal import Journal
from symptrack.domain.settings import Paper
from symptrack.gui.background import worker
from symptrack.gui.dialogs.print_report import PRINT_PPI, Printing, print_pages
from symptrack.gui.pages.report import ReportPage
from symptrack.gui.theme import ThemeSource
from symptrack.storage.store import Store
from tests import journals
from tests.builders import make_check_in, make_journal
from tests.exchange.reports import read
from tests.gui.report_pages import CLOCK, TIMEOUT_MS, Asked, PdfPrinting, shown_page
from tests.opened import open_store

OpenPage = Callable[[Journal, Printing], ReportPage]
PUT_IN = 0


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK) as opened:
        yield opened


@pytest.fixture
def open_page(qtbot: QtBot, store: Store, theme: ThemeSource) -> OpenPage:
    return lambda journal, printing: shown_page(qtbot, store, theme, journal, Asked(), printing)


def small_journal() -> Journal:
    return make_journal(check_ins=[make_check_in()])


def printed(qtbot: QtBot, page: ReportPage) -> None:
    with qtbot.waitSignal(page.written, timeout=3 * TIMEOUT_MS):
        page.print.click()


def test_the_pages_of_the_preview_go_to_the_printer(
    qtbot: QtBot, open_page: OpenPage, tmp_path: Path
) -> None:
    file = tmp_path / "printed.pdf"
    printing = PdfPrinting(file)
    page = open_page(small_journal(), printing)

    printed(qtbot, page)

    assert printing.asked == [(Paper.A4, 2)]
    pages = read(file.read_bytes()).pages
    assert len(pages) == 2
    width, height = float(pages[0].mediabox.width), float(pages[0].mediabox.height)
    assert (width, height) == pytest.approx((210 / 25.4 * 72, 297 / 25.4 * 72), abs=2)
    image = pages[0].images[0].image
    assert image is not None
    assert image.width == pytest.approx(210 / 25.4 * PRINT_PPI, abs=3)
    assert page.notice.accessibleName() == "The pages are with the printer."


def test_a_range_of_pages_can_be_printed(qtbot: QtBot, open_page: OpenPage, tmp_path: Path) -> None:
    printing = PdfPrinting(tmp_path / "printed.pdf")
    printing.first = printing.last = 2
    page = open_page(small_journal(), printing)

    printed(qtbot, page)

    assert len(read((tmp_path / "printed.pdf").read_bytes()).pages) == 1


def test_leaving_the_printer_dialog_prints_nothing(open_page: OpenPage, tmp_path: Path) -> None:
    printing = PdfPrinting(None)
    page = open_page(small_journal(), printing)

    page.print.click()

    assert printing.asked == [(Paper.A4, 2)]
    assert not page.notice.isVisibleTo(page)


def test_printing_asks_about_item_9_first(open_page: OpenPage, tmp_path: Path) -> None:
    printing = PdfPrinting(tmp_path / "printed.pdf")
    page = open_page(journals.first_series(), printing)

    page.print.click()

    assert printing.asked == []
    assert page.notice.accessibleName().startswith("Choose first")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_a_sentence(
    qtbot: QtBot, open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page(small_journal(), PdfPrinting(tmp_path / "missing" / "printed.pdf"))

    printed(qtbot, page)

    assert page.notice.accessibleName() == "The printer takes nothing; nothing was printed."


def test_without_a_printer_there_is_one_sentence(qtbot: QtBot, open_page: OpenPage) -> None:
    assert QPrinterInfo.availablePrinterNames() == []
    page = open_page(small_journal(), Printing())
    said = "This computer has no printer set up. Save the file and print it where there is one."

    printed(qtbot, page)
    assert page.notice.accessibleName() == said

    page.notice.still()
    page.page_setup.click()
    assert page.notice.accessibleName() == said


def test_the_printer_s_page_is_set_up_for_the_chosen_paper(open_page: OpenPage) -> None:
    printing = PdfPrinting(None)
    page = open_page(small_journal(), printing)

    page.page_setup.click()

    assert printing.set_up == [Paper.A4]


def test_a_stopped_print_sends_no_further_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    told: list[tuple[int, int]] = []
    stop = Event()

    def tell(sheet: int, sheets: int) -> None:
        told.append((sheet, sheets))
        if sheet == 2:
            stop.set()

    assert not print_pages(printer, [b"", b"", b""], tell, stop)
    assert told == [(1, 3), (2, 3)]


def test_the_last_page_can_come_first_and_copies_are_ours_where_the_printer_makes_none(
    qapp: QApplication, tmp_path: Path
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    told: list[tuple[int, int]] = []

    assert print_pages(
        printer, [b"", b""], lambda sheet, sheets: told.append((sheet, sheets)), Event()
    )
    assert told == [(1, 2), (2, 2)]


def test_another_paper_in_the_printer_holds_the_whole_page(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    image = QImage(210, 297, QImage.Format.Format_RGB32)
    image.fill(0xFF000000)
    file = tmp_path / "page.png"
    image.save(str(file))

    assert print_pages(printer, [file.read_bytes()], lambda _sheet, _sheets: None, Event())

    page = read((tmp_path / "printed.pdf").read_bytes()).pages[0]
    assert float(page.mediabox.width) == pytest.approx(148 / 25.4 * 72, abs=2)
    assert len(page.images) == 1


# The work beside the window


def test_work_that_takes_longer_shows_its_steps_and_can_be_stopped(
    qtbot: QtBot, open_page: OpenPage
) -> None:
    page = open_page(small_journal(), PdfPrinting(None))
    before = page.preview.sheet.image
    hold = Event()
    worker().submit(hold.wait)

    try:
        page.choices.paper.buttons[1].click()
        qtbot.waitUntil(lambda: page.working.isVisibleTo(page), timeout=TIMEOUT_MS)
        assert page.preview.words.text() == "Laying out the pages"
        page.working.stop.click()
    finally:
        hold.set()
    qtbot.waitUntil(lambda: page.preview.words.text() == "Stopped", timeout=TIMEOUT_MS)

    assert page.preview.sheet.image is before
    assert not page.working.isVisibleTo(page)
    assert page.notice.accessibleName() == (
        "Stopped. The pages are not those of what is chosen now."
    )


def test_saving_after_a_stop_lays_the_pages_out(
    qtbot: QtBot, store: Store, theme: ThemeSource, tmp_path: Path
) -> None:
    asked = Asked(tmp_path / "page.pdf")
    page = shown_page(qtbot, store, theme, small_journal(), asked)
    hold = Event()
    worker().submit(hold.wait)
    page.choices.paper.buttons[1].click()
    page.working.stop_asked.emit()
    hold.set()
    qtbot.waitUntil(lambda: page.preview.words.text() == "Stopped", timeout=TIMEOUT_MS)

    with qtbot.waitSignal(page.written, timeout=TIMEOUT_MS):
        page.save.click()

    assert asked.answer is not None
    size = read(asked.answer.read_bytes()).pages[0].mediabox
    assert float(size.width) == pytest.approx(8.5 * 72, abs=0.5)


def test_the_pages_are_leafed_through_by_keys_and_buttons(
    qtbot: QtBot, open_page: OpenPage
) -> None:
    from PySide6.QtCore import Qt

    page = open_page(journals.design_series(), PdfPrinting(None))
    preview = page.preview
    seen = []
    for key in (
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_End,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
    ):
        QTest.keyClick(preview.frame, key)
        seen.append(preview.current)
    preview.following.click()
    seen.append(preview.current)
    preview.former.click()

    assert seen == [1, 2, 1, 3, 3, 0, 1]
    assert preview.current == 0
    assert preview.frame.accessibleName() == "Preview, page 1 of 4"


@pytest.mark.qt_log_ignore("QPageSetupDialog: Cannot be used on non-native printers")
def test_the_desktop_s_own_dialogs_are_asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog

    answers = [QPrintDialog.DialogCode.Accepted, QPrintDialog.DialogCode.Rejected]
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: answers.pop(0))
    set_up: list[bool] = []
    monkeypatch.setattr(QPageSetupDialog, "exec", lambda _self: set_up.append(True))
    parent = QWidget()
    qtbot.addWidget(parent)
    printing = Printing()

    printing.set_up_page(parent, Paper.LETTER)
    printer = printing.ask(parent, Paper.LETTER, 3)

    assert set_up == [True]
    assert printer is not None
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter
    assert printer.docName() == "Report"
    assert printing.ask(parent, Paper.A4, 3) is None
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4


def test_no_printer_is_refused_in_a_sentence(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    with pytest.raises(RefusedRequest):
        Printing().ask(parent, Paper.A4, 1)
