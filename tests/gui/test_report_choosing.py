"""Choosing what goes into the report: parts, notes each by itself, dates, a password."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from symptrack.domain.journal import Journal
from symptrack.domain.settings import ReportPart
from symptrack.gui.pages.report import ReportPage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.report_notes import AT_A_TIME, AT_FIRST
from symptrack.presenters.report_choice import DATES
from symptrack.storage.store import Store
from tests import journals
from tests.builders import make_check_in, make_journal, make_visit
from tests.exchange.reports import text_of
from tests.gui.report_pages import CLOCK, TIMEOUT_MS, Asked, shown_page
from tests.opened import open_store

LEAVE_OUT = 1


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


def leaving(page: ReportPage) -> list[str]:
    return [line.text() for line in page.choices.leaving]


def saved(qtbot: QtBot, page: ReportPage, asked: Asked) -> bytes:
    with qtbot.waitSignal(page.written, timeout=TIMEOUT_MS):
        page.save.click()
    assert asked.answer is not None
    return asked.answer.read_bytes()


def test_a_part_can_be_left_out_and_stays_so(
    qtbot: QtBot, store: Store, open_page: Callable[[Journal], ReportPage], asked: Asked
) -> None:
    page = open_page(journals.design_series())
    tick = page.choices.parts[ReportPart.VITALS]
    assert tick.isChecked()

    page.choices.item9.buttons[LEAVE_OUT].click()
    tick.click()

    assert "Vital signs" not in text_of(saved(qtbot, page, asked))
    assert not any(line.startswith("Vital signs") for line in leaving(page))
    assert store.load().settings.report.left_out == (ReportPart.VITALS,)


def test_a_note_goes_in_by_its_own_switch(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage], asked: Asked
) -> None:
    journal = make_journal(
        check_ins=[
            make_check_in("2026-09-01 18:00", note="The first."),
            make_check_in("2026-09-02 18:00", note="The second."),
        ],
        visits=[make_visit(visited_on=date(2026, 12, 1), questions="How long?")],
    )
    page = open_page(journal)
    ticks = page.choices.notes.ticks
    assert [tick.accessibleName() for tick in ticks.values()] == [
        "Questions for the visit: How long?",
        "2 September: The second.",
        "1 September: The first.",
    ]
    assert not any(tick.isChecked() for tick in ticks.values())

    list(ticks.values())[1].click()

    text = text_of(saved(qtbot, page, asked))
    assert "The second." in text
    assert "The first." not in text
    assert "How long?" not in text
    assert "Your note: 2 September" in leaving(page)


def test_many_notes_are_shown_a_few_at_a_time(open_page: Callable[[Journal], ReportPage]) -> None:
    days = [f"2026-{month:02}-{day:02} 18:00" for month in (8, 9) for day in range(1, 16)]
    page = open_page(
        make_journal(check_ins=[make_check_in(day, note=f"Note of {day}") for day in days])
    )
    notes = page.choices.notes
    assert len(notes.ticks) == AT_FIRST
    assert notes.more.text() == f"Show {AT_A_TIME} more notes"

    notes.more.click()
    assert len(notes.ticks) == AT_FIRST + AT_A_TIME
    assert notes.more.text() == "Show 6 more notes"
    notes.more.click()

    assert len(notes.ticks) == len(days)
    assert not notes.more.isVisibleTo(page)


def test_a_note_can_be_taken_out_again(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage]
) -> None:
    page = open_page(make_journal(check_ins=[make_check_in(note="The only one.")]))
    (tick,) = page.choices.notes.ticks.values()
    tick.click()
    assert page.choices.selection is not None
    assert len(page.choices.selection.notes) == 1

    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        tick.click()

    assert page.choices.selection.notes == frozenset()
    assert "None of your notes" in leaving(page)


def test_days_can_be_typed(qtbot: QtBot, open_page: Callable[[Journal], ReportPage]) -> None:
    page = open_page(journals.design_series())
    choices = page.choices
    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        choices.period.setCurrentIndex(choices.period.findData(DATES))
    assert choices.dates.isVisibleTo(page)
    assert choices.dates.first.text == "25 August 2026"

    choices.dates.first.field.setText("2 Sep 2026")
    choices.dates.last.field.setText("9 Sep 2026")
    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        choices.dates.show_these.click()

    assert "2 September to 9 September 2026" in page.preview.frame.accessibleDescription()


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("soon", "9 Sep 2026", "“soon” is not a date; write it like 20 November 2026."),
        ("9 Sep 2026", "2 Sep 2026", "it is before the first day"),
    ],
)
def test_a_day_that_is_none_is_refused_at_its_field(
    open_page: Callable[[Journal], ReportPage], first: str, last: str, said: str
) -> None:
    page = open_page(make_journal(check_ins=[make_check_in()]))
    dates = page.choices.dates
    page.choices.period.setCurrentIndex(page.choices.period.findData(DATES))
    dates.first.field.setText(first)
    dates.last.field.setText(last)

    QTest.keyClick(dates.last.field, Qt.Key.Key_Return)

    field = dates.first if first == "soon" else dates.last
    assert field.accessibleDescription().startswith(said)
    assert field.text == (first if first == "soon" else last)


# The password


def test_a_protected_file_opens_only_with_its_password_which_is_then_forgotten(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage], asked: Asked
) -> None:
    page = open_page(make_journal(check_ins=[make_check_in()]))
    password = page.choices.password
    assert not password.first.isVisibleTo(page)
    password.on.click()
    password.first.setText("geheim")
    password.again.setText("geheim")

    saved(qtbot, page, asked)

    assert asked.answer is not None
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(asked.answer)
    with pikepdf.open(asked.answer, password="geheim") as document:
        assert document.encryption.bits == 256
    assert (password.first.text(), password.again.text()) == ("", "")
    assert not password.on.isChecked()


@pytest.mark.parametrize(
    ("first", "again", "said"),
    [
        ("", "", "there is none; type one, or leave protection out"),
        ("geheim", "gehein", "the two are not the same; type it once more"),
    ],
)
def test_what_is_no_password_is_refused_and_nothing_is_asked(
    open_page: Callable[[Journal], ReportPage], asked: Asked, first: str, again: str, said: str
) -> None:
    page = open_page(make_journal(check_ins=[make_check_in()]))
    password = page.choices.password
    password.on.click()
    password.first.setText(first)
    password.again.setText(again)

    page.save.click()

    assert asked.names == []
    assert said in (password.first_field.sentence, password.again_field.sentence)
    assert (password.first.text(), password.again.text()) == (first, again)


def test_a_password_is_shown_on_request_only(open_page: Callable[[Journal], ReportPage]) -> None:
    page = open_page(make_journal(check_ins=[make_check_in()]))
    password = page.choices.password
    password.on.click()
    assert password.first.echoMode() is QLineEdit.EchoMode.Password

    password.shown.click()
    assert password.again.echoMode() is QLineEdit.EchoMode.Normal
    assert password.again.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    password.shown.click()

    assert password.first.echoMode() is QLineEdit.EchoMode.Password


def test_a_password_is_forgotten_when_the_page_is_left(
    open_page: Callable[[Journal], ReportPage],
) -> None:
    page = open_page(make_journal(check_ins=[make_check_in()]))
    password = page.choices.password
    password.on.click()
    password.first.setText("geheim")

    page.hide()

    assert password.first.text() == ""


def test_a_protected_file_that_cannot_be_written_is_a_sentence_and_the_password_stays(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage], asked: Asked, tmp_path: Path
) -> None:
    page = open_page(make_journal(check_ins=[make_check_in()]))
    asked.answer = tmp_path / "missing" / "page.pdf"
    page.choices.password.on.click()
    page.choices.password.first.setText("geheim")
    page.choices.password.again.setText("geheim")

    with qtbot.waitSignal(page.written, timeout=TIMEOUT_MS):
        page.save.click()

    assert page.notice.property("card") == "attn"
    assert page.choices.password.first.text() == "geheim"


def test_what_was_chosen_stays_when_something_else_is_recorded(
    qtbot: QtBot, store: Store, open_page: Callable[[Journal], ReportPage]
) -> None:
    page = open_page(make_journal(check_ins=[make_check_in(note="The only one.")]))
    (tick,) = page.choices.notes.ticks.values()
    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        tick.click()
    store.add(make_check_in("2026-09-02 18:00", note="Another."))

    with qtbot.waitSignal(page.offered, timeout=TIMEOUT_MS):
        page.refresh()

    assert [one.isChecked() for one in page.choices.notes.ticks.values()] == [False, True]


def test_the_empty_selection_takes_no_choice(qtbot: QtBot, theme: ThemeSource) -> None:
    from symptrack.gui.widgets.report_choices import ReportChoices

    choices = ReportChoices(theme, date(2026, 11, 20), lambda selection, _first, _last: selection)
    qtbot.addWidget(choices)

    choices.dates.asked.emit("", "")
    choices.name.click()
    choices.forget_item9()

    assert choices.selection is None


def test_a_narrow_window_shows_all_choices_and_scrolls_as_one(
    open_page: Callable[[Journal], ReportPage], theme: ThemeSource
) -> None:
    page = open_page(replace(journals.design_series()))
    scroll = page.findChild(type(page._choices_scroll))
    assert scroll is not None
    assert scroll.height() < page.choices.height()

    page.resize(700, 640)
    QApplication.processEvents()

    assert scroll.height() >= page.choices.height()
