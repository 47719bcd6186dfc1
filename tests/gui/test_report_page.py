"""The report page: the choices, what leaves, saving, and the empty state."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from symptrack.domain.journal import Journal
from symptrack.domain.patient import Patient
from symptrack.domain.settings import Paper
from symptrack.gui.dialogs import save_report
from symptrack.gui.pages.report import ReportPage
from symptrack.gui.theme import ThemeSource
from symptrack.storage.store import Store
from tests import journals
from tests.builders import make_check_in, make_journal, make_medication
from tests.exchange.reports import text_of
from tests.gui.report_pages import (
    CLOCK,
    TIMEOUT_MS,
    Asked,
    opened_page,
    shown_page,
)
from tests.opened import open_store

PUT_IN, LEAVE_OUT = 0, 1


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK) as opened:
        yield opened


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(tmp_path / "page.pdf")


@pytest.fixture
def open_page(
    qtbot: QtBot, store: Store, theme: ThemeSource, asked: Asked
) -> Callable[[Journal], ReportPage]:
    return lambda journal: shown_page(qtbot, store, theme, journal, asked)


@pytest.fixture
def make_page(
    qtbot: QtBot, store: Store, theme: ThemeSource, asked: Asked
) -> Callable[[Journal], ReportPage]:
    return lambda journal: opened_page(qtbot, store, theme, journal, asked)


def words_on(page: QWidget) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]


def leaving(page: ReportPage) -> list[str]:
    return [line.text() for line in page.choices.leaving]


def test_saving_asks_about_item_9_first(
    open_page: Callable[[Journal], ReportPage], asked: Asked
) -> None:
    page = open_page(journals.first_series())

    page.save.click()

    assert asked.names == []
    assert page.notice.accessibleName() == (
        "Choose first whether your answers to PHQ-9 item 9 go in."
    )


def test_the_saved_file_is_what_was_chosen(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage], asked: Asked
) -> None:
    page = open_page(journals.first_series())
    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        page.choices.item9.buttons[PUT_IN].click()

    page.save.click()

    assert asked.names == ["report-2026-11-20.pdf"]
    assert asked.answer is not None
    text = text_of(asked.answer.read_bytes())
    assert "self-harm" in text
    assert "J. M." in text
    assert page.notice.accessibleName() == (
        "Saved as page.pdf. It stays on this computer until you share it."
    )


def test_saving_waits_for_the_page_that_is_being_laid_out(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage], asked: Asked
) -> None:
    page = open_page(journals.first_series())

    page.choices.item9.buttons[LEAVE_OUT].click()
    page.choices.name.click()
    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        page.save.click()

    assert asked.answer is not None
    text = text_of(asked.answer.read_bytes())
    assert "self-harm" not in text
    assert "J. M." not in text


def test_leaving_the_file_dialog_saves_nothing(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage], asked: Asked
) -> None:
    page = open_page(make_journal(check_ins=[make_check_in()]))
    asked.answer = None

    page.save.click()

    assert asked.names == ["report-2026-11-20.pdf"]
    assert not page.notice.isVisibleTo(page)


def test_a_file_that_cannot_be_written_is_a_sentence_on_the_page(
    open_page: Callable[[Journal], ReportPage], asked: Asked, tmp_path: Path
) -> None:
    page = open_page(make_journal(check_ins=[make_check_in()]))
    asked.answer = tmp_path / "missing" / "page.pdf"

    page.save.click()

    assert page.notice.isVisibleTo(page)
    assert page.notice.property("card") == "attn"


def test_the_paper_can_be_chosen(qtbot: QtBot, open_page: Callable[[Journal], ReportPage]) -> None:
    page = open_page(journals.design_series())

    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        page.choices.paper.buttons[tuple(Paper).index(Paper.LETTER)].click()

    assert page.preview.words.text() == "4 pages, Letter"


def test_the_period_can_be_chosen(qtbot: QtBot, open_page: Callable[[Journal], ReportPage]) -> None:
    page = open_page(journals.design_series())

    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        page.choices.period.setCurrentIndex(1)

    assert "30 October to 20 November 2026" in page.preview.frame.accessibleDescription()


def test_what_leaves_follows_the_choices(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage]
) -> None:
    page = open_page(journals.design_series())
    assert leaving(page)[0] == "About you: J. M."
    item9 = "PHQ-9 item 9: your answers about thoughts of self-harm"
    assert item9 not in leaving(page)

    page.choices.name.click()
    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        page.choices.item9.buttons[PUT_IN].click()

    assert leaving(page)[0] == "Nothing that names you"
    assert item9 in leaving(page)


def test_choices_that_cannot_be_made_are_not_shown(
    open_page: Callable[[Journal], ReportPage],
) -> None:
    page = open_page(make_journal(check_ins=[make_check_in()]))

    for choice in (page.choices.name, page.choices.born, page.choices.item9):
        assert not choice.isVisibleTo(page)


def test_the_year_of_birth_can_be_put_in(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage]
) -> None:
    patient = Patient(label="J. M.", date_of_birth=date(1987, 3, 14))
    page = open_page(make_journal(patient=patient, check_ins=[make_check_in()]))

    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        page.choices.born.click()

    assert leaving(page)[0] == "About you: J. M., born 1987"


def test_the_answer_about_item_9_is_forgotten_when_the_page_is_left(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage]
) -> None:
    page = open_page(journals.first_series())
    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        page.choices.item9.buttons[PUT_IN].click()

    page.hide()
    page.show()
    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        page.refresh()

    assert page.choices.item9.current is None
    assert page.choices.selection is not None
    assert page.choices.selection.item9 is None
    assert "self-harm" not in page.preview.frame.accessibleDescription()


def test_other_choices_stay_when_the_page_is_left(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage]
) -> None:
    page = open_page(journals.first_series())
    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        page.choices.name.click()

    page.hide()
    page.show()
    page.refresh()

    assert not page.choices.name.isChecked()


def test_an_empty_journal_says_what_starts_the_report(
    qtbot: QtBot, make_page: Callable[[Journal], ReportPage]
) -> None:
    page = make_page(make_journal())
    page.refresh()

    qtbot.waitUntil(lambda: "No report yet" in words_on(page), timeout=TIMEOUT_MS)
    assert not page.save.isVisibleTo(page)
    with qtbot.waitSignal(page.check_in_requested) as asked_for:
        page.check_in.click()
    assert asked_for.args == [""]


def test_before_the_first_check_in_the_other_files_can_be_reached(
    qtbot: QtBot, make_page: Callable[[Journal], ReportPage]
) -> None:
    page = make_page(make_journal(medications=[make_medication()]))
    page.refresh()
    qtbot.waitUntil(lambda: "No report yet" in words_on(page), timeout=TIMEOUT_MS)
    assert not page.page_setup.isVisibleTo(page)
    with qtbot.waitSignal(page.page_requested) as asked_for:
        QTest.mouseClick(page.others, Qt.MouseButton.LeftButton)
    assert asked_for.args == ["export"]


def test_the_first_check_in_brings_the_report(
    qtbot: QtBot, store: Store, make_page: Callable[[Journal], ReportPage]
) -> None:
    page = make_page(make_journal())
    page.refresh()
    qtbot.waitUntil(lambda: "No report yet" in words_on(page), timeout=TIMEOUT_MS)

    store.add(make_check_in())
    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        page.refresh()

    assert page.save.isVisibleTo(page)
    assert "No report yet" not in words_on(page)


def test_the_system_s_dialog_is_asked_for_a_pdf(
    qtbot: QtBot, theme: ThemeSource, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[tuple[str, ...]] = []
    answers = [(str(tmp_path / "mine.pdf"), "PDF files (*.pdf)"), ("", "")]

    def answer(_parent: QWidget, title: str, name: str, kinds: str) -> tuple[str, str]:
        asked.append((title, Path(name).name, kinds))
        return answers.pop(0)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    parent = QWidget()
    qtbot.addWidget(parent)

    assert save_report.ask(parent, "report-2026-11-20.pdf") == tmp_path / "mine.pdf"
    assert save_report.ask(parent, "report-2026-11-20.pdf") is None
    assert asked[0] == ("Save the report", "report-2026-11-20.pdf", "PDF files (*.pdf)")
