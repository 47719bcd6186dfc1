"""Visits on the Journal page: the line about the next one, and a row that opens its form."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symptrack.domain.journal import Kind
from symptrack.gui.dialogs.form import FormDialog
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.line import line_of
from tests.builders import make_visit
from tests.gui.assistive_technology import set_text
from tests.gui.conftest import Shown
from tests.gui.opened_journal import OpenedJournal
from tests.gui.opened_window import OpenedWindow, SetMilliseconds, button, words
from tests.presenters.listed_journal import MARKUP, NOW, treated

PAST = make_visit(visited_on=date(2026, 9, 8), with_whom="Dr A")
COMING = make_visit(visited_on=date(2026, 9, 15), with_whom=MARKUP, questions="Why?")


@pytest.fixture
def opened(
    qtbot: QtBot,
    shown: Shown,
    theme: ThemeSource,
    tmp_path: Path,
    milliseconds: SetMilliseconds,
) -> Iterator[OpenedJournal]:
    """Return what opens the page on a journal."""
    made = OpenedJournal(qtbot, shown, theme, tmp_path, milliseconds)
    yield made
    made.close()


def answered(opened: OpenedJournal, save: bool) -> None:
    """Open the visit's row, name somebody else, and save or leave."""
    page = opened.page
    (row,) = [one for one in page.rows if one.record == (Kind.VISITS, PAST.id)]

    def answer() -> None:
        QApplication.processEvents()
        for dialog in page.findChildren(FormDialog):
            shown = line_of(dialog.fields["with_whom"].editor)
            assert shown is not None
            set_text(shown, "Dr B")
            for _press in range(1 if save else 2):
                (dialog.save if save else dialog.cancel).click()

    QTimer.singleShot(0, page, answer)
    QTest.keyClick(row, Qt.Key.Key_Return)
    opened.settle()


def test_the_next_visit_and_its_questions_stand_above_the_list(opened: OpenedJournal) -> None:
    page = opened(treated(visits=[PAST, COMING]))
    said = words(page.care)
    assert f"Next visit: Tuesday 15 September, with {MARKUP}" in said
    assert "1 question noted" in said
    with opened.qtbot.waitSignal(page.page_requested) as wanted:
        opened.press(page.care.open)
    assert wanted.args == ["care"]


def test_an_empty_journal_leads_there_too(opened: OpenedJournal) -> None:
    page = opened()
    assert words(page.care) == ["No visit is planned."]
    assert page.care.open.isVisible()


def test_a_visit_s_row_opens_its_form(opened: OpenedJournal) -> None:
    page = opened(treated(visits=[PAST]))
    with opened.qtbot.waitSignal(page.changed):
        answered(opened, save=True)
    (row,) = [one for one in page.rows if one.record == (Kind.VISITS, PAST.id)]
    assert "Visit, Dr B" in row.accessibleName()
    assert page.focusWidget() is row


def test_leaving_the_form_changes_nothing(opened: OpenedJournal) -> None:
    opened(treated(visits=[PAST]))
    answered(opened, save=False)
    assert opened.store.load().visits == (PAST,)


def test_a_visit_that_was_deleted_elsewhere_says_so(opened: OpenedJournal) -> None:
    page = opened(treated(visits=[PAST]))
    opened.store.delete(Kind.VISITS, PAST.id)
    opened.press(next(one for one in page.rows if one.record == (Kind.VISITS, PAST.id)))
    assert "This visit is no longer in the journal." in words(page.notice)


def test_the_window_goes_there_and_back(window: OpenedWindow) -> None:
    window.open(treated(visits=[COMING]), NOW)
    window.main.go_to("journal")
    window.finish_work()
    window.rest()
    journal = window.main.page_stack.currentWidget()
    assert journal is not None
    window.press(button(journal, "Visits and medicines"))
    page = window.main.page_stack.currentWidget()
    assert page is not None
    assert page.accessibleName() == "Visits and medicines"
    assert "1. Why?" in words(page)
    window.press(button(page, "Back to the journal"))
    assert window.main.page_stack.currentWidget() is journal
