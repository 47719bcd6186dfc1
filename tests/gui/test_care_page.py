"""The page of visits and medicines, and its forms, worked as a patient works them."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from symptrack.domain.journal import Journal, Kind
from symptrack.gui.dialogs.form import FormDialog
from symptrack.gui.pages.care import CarePage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.line import line_of
from symptrack.presenters.care import CarePresenter
from symptrack.storage.store import Store
from tests.builders import make_journal, make_medication, make_visit
from tests.gui.assistive_technology import set_text
from tests.gui.conftest import Shown
from tests.gui.opened_window import SetMilliseconds, words
from tests.gui.trouble import refuse_writes
from tests.opened import SetClock, open_store

CLOCK = SetClock("2026-10-05 17:00")
SERTRALINE = make_medication(name="Sertraline", dose="50 mg", started_on=date(2026, 3, 1))
COMING = make_visit(visited_on=date(2026, 10, 9), with_whom="Dr <b>", questions="How long?")
PAST = make_visit(visited_on=date(2026, 9, 1), note="About sleep.")
FULL = make_journal(medications=[SERTRALINE], visits=[COMING, PAST])
OpenPage = Callable[..., CarePage]
FillIn = Callable[[CarePage, QAbstractButton, Callable[[FormDialog], None]], None]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK) as opened:
        yield opened


@pytest.fixture
def open_page(
    store: Store, theme: ThemeSource, shown: Shown, milliseconds: SetMilliseconds
) -> OpenPage:
    """Return what opens the page on a journal."""

    def opened(journal: Journal | None = None) -> CarePage:
        store.merge(journal or make_journal())
        clock = CLOCK.clock
        page = CarePage(CarePresenter(store, clock), theme, milliseconds)
        page = shown(page, 1048, 780)
        page.refresh()
        page.focus_first()
        QApplication.processEvents()
        milliseconds.pass_by()
        return page

    return opened


@pytest.fixture
def fill_in(milliseconds: SetMilliseconds) -> FillIn:
    """Return what presses a button, does something with the form that it opens, and closes it."""

    def filled(
        page: CarePage, opens: QAbstractButton, answer: Callable[[FormDialog], None]
    ) -> None:
        def go_on() -> None:
            QApplication.processEvents()
            for dialog in page.findChildren(FormDialog):
                if dialog.isVisible():
                    try:
                        answer(dialog)
                        answered.append(dialog)
                    finally:
                        dialog.reject()

        answered: list[FormDialog] = []
        QTimer.singleShot(0, page, go_on)
        QTest.mouseClick(opens, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        milliseconds.pass_by()
        assert len(answered) == 1

    return filled


def write(dialog: FormDialog, **typed: str) -> None:
    for name, text in typed.items():
        editor = dialog.fields[name].editor
        if isinstance(editor, QPlainTextEdit):
            editor.setFocus()
            editor.selectAll()
            QTest.keyClicks(editor, text)
            continue
        shown = line_of(editor)
        assert shown is not None
        set_text(shown, text)


def test_an_empty_page_says_so_and_begins_with_a_question(open_page: OpenPage) -> None:
    page = open_page()
    said = words(page)
    assert "No visit is planned." in said
    assert "No visit is written down." in said
    assert "No medicine is written down as taken now." in said
    assert QApplication.focusWidget() is page.next_visit.question
    assert not page.earlier.isVisible()


def test_a_medicine_is_added(
    open_page: OpenPage, fill_in: FillIn, store: Store, qtbot: QtBot
) -> None:
    page = open_page()

    def answer(dialog: FormDialog) -> None:
        assert dialog.windowTitle() == "New medicine"
        assert dialog.focusWidget() is dialog.fields["name"].editor
        write(dialog, name="Iron $x$", dose="1 a day", note="With food.")
        dialog.save.click()
        assert dialog.isHidden()

    with qtbot.waitSignal(page.changed):
        fill_in(page, page.add_medicine, answer)
    (made,) = store.load().medications
    assert (made.name, made.dose, made.note) == ("Iron $x$", "1 a day", "With food.")
    assert made.started_on == date(2026, 10, 5)
    (row,) = page.rows
    assert row.words.accessibleName() == "Iron $x$, 1 a day. Since 5 October 2026. With food."
    assert page.focusWidget() is row.words


def test_what_is_refused_is_said_at_its_field_and_stays(
    open_page: OpenPage, fill_in: FillIn, store: Store
) -> None:
    page = open_page(FULL)

    def answer(dialog: FormDialog) -> None:
        write(dialog, name="", started_on="2 Oct 2026", ended_on="1 Oct 2026")
        dialog.save.click()
        assert dialog.fields["name"].sentence == "Give the name of the medicine."
        assert dialog.fields["ended_on"].sentence.startswith("“Until” cannot be before")
        assert dialog.fields["dose"].sentence == ""
        assert dialog.focusWidget() is dialog.fields["name"].editor
        write(dialog, name="Iron")
        assert dialog.fields["name"].sentence == ""
        assert dialog.record_id is None

    fill_in(page, page.add_medicine, answer)
    assert store.load().medications == (SERTRALINE,)


def test_a_changed_dose_is_a_dose_and_a_press(
    open_page: OpenPage, fill_in: FillIn, store: Store
) -> None:
    page = open_page(FULL)

    def answer(dialog: FormDialog) -> None:
        assert "Until now: Sertraline, 50 mg" in words(dialog)
        write(dialog, dose="100 mg")
        dialog.save.click()

    fill_in(page, page.rows[0].new_dose, answer)
    titles = [row.shown.title for row in page.rows if row.shown.kind is Kind.MEDICATIONS]
    assert titles == ["Sertraline, 100 mg", "Sertraline, 50 mg"]
    assert [row.new_dose.isVisible() for row in page.rows[:2]] == [True, False]
    assert "Taken before" in words(page)


def test_one_that_was_stopped_is_two_presses(
    open_page: OpenPage, fill_in: FillIn, store: Store
) -> None:
    page = open_page(FULL)
    fill_in(page, page.rows[0].stopped, lambda dialog: dialog.save.click())
    assert store.load().medications[0].ended_on == date(2026, 10, 5)


def test_a_visit_is_opened_by_its_row_and_changed(
    open_page: OpenPage, fill_in: FillIn, store: Store
) -> None:
    page = open_page(FULL)

    def answer(dialog: FormDialog) -> None:
        assert dialog.windowTitle() == "Change the visit"
        write(dialog, with_whom="Dr B", note="About work.")
        dialog.save.click()

    fill_in(page, page.rows[1].words, answer)
    found = store.get(Kind.VISITS, PAST.id)
    assert (found.with_whom, found.note) == ("Dr B", "About work.")  # type: ignore[union-attr]
    fill_in(page, page.next_visit.change, lambda dialog: write(dialog, visited_on="soon"))
    assert store.get(Kind.VISITS, COMING.id) == COMING


def test_a_question_is_typed_and_entered(open_page: OpenPage, store: Store) -> None:
    page = open_page(FULL)
    QTest.keyClicks(page.next_visit.question, "May I <b>drive</b>?")
    QTest.keyClick(page.next_visit.question, Qt.Key.Key_Return)
    QTest.keyClick(page.next_visit.question, Qt.Key.Key_Return)
    assert store.get(Kind.VISITS, COMING.id).questions == (  # type: ignore[union-attr]
        "How long?\nMay I <b>drive</b>?"
    )
    QApplication.processEvents()
    assert "2. May I <b>drive</b>?" in words(page)
    assert page.next_visit.question.text() == ""
    assert page.focusWidget() is page.next_visit.question


def test_a_first_question_plans_the_visit(
    open_page: OpenPage, fill_in: FillIn, store: Store
) -> None:
    page = open_page()
    QTest.keyClicks(page.next_visit.question, "How long?")
    fill_in(page, page.next_visit.add, lambda dialog: dialog.save.click())
    assert page.next_visit.question.text() == "How long?"
    assert store.load().visits == ()

    def answer(dialog: FormDialog) -> None:
        editor = dialog.fields["questions"].editor
        assert isinstance(editor, QPlainTextEdit)
        assert editor.toPlainText() == "How long?"
        write(dialog, visited_on="9 Oct")
        dialog.save.click()

    fill_in(page, page.next_visit.add, answer)
    (made,) = store.load().visits
    assert (made.visited_on, made.questions) == (date(2026, 10, 9), "How long?")
    assert page.next_visit.question.text() == ""
    assert "1. How long?" in words(page)


def test_a_visit_is_added_and_planned(open_page: OpenPage, fill_in: FillIn, store: Store) -> None:
    page = open_page()
    fill_in(page, page.next_visit.plan, lambda dialog: dialog.save.click())
    fill_in(page, page.add_visit, lambda dialog: dialog.save.click())
    assert [one.visited_on for one in store.load().visits] == [date(2026, 10, 5)] * 2


def test_deleting_can_be_undone(
    open_page: OpenPage, store: Store, milliseconds: SetMilliseconds
) -> None:
    page = open_page(FULL)
    QTest.keyClick(page.rows[0].words, Qt.Key.Key_Delete)
    assert store.load().medications == ()
    QApplication.processEvents()
    assert "Deleted. You can bring it back for 90 days." in words(page.notice)
    milliseconds.pass_by()
    assert page.notice.action is not None
    assert page.notice.action.hasFocus()
    page.notice.action.click()
    assert store.load().medications == (SERTRALINE,)
    assert page.focusWidget() is page.rows[0].words
    milliseconds.pass_by()
    page.next_visit.delete.click()
    assert "No visit is planned." in words(page)
    milliseconds.pass_by()
    page.rows[1].delete.click()
    assert [one.record for one in store.load().deleted] == [COMING, PAST]


def test_arrows_go_from_row_to_row(open_page: OpenPage) -> None:
    page = open_page(FULL)
    page.rows[0].words.setFocus()
    for key, place in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0)):
        QTest.keyClick(page.focusWidget(), key)
        assert page.focusWidget() is page.rows[place].words


def test_ten_years_of_visits_show_the_latest_first(
    open_page: OpenPage, milliseconds: SetMilliseconds
) -> None:
    visits = [make_visit(visited_on=date(2025 - years, 3, 1)) for years in range(12)]
    page = open_page(make_journal(visits=visits))
    assert len(page.rows) == 8
    page.earlier.click()
    QApplication.processEvents()
    assert len(page.rows) == 12
    assert not page.earlier.isVisible()


def test_what_cannot_be_written_is_said(open_page: OpenPage, fill_in: FillIn, store: Store) -> None:
    page = open_page(FULL)
    refuse_writes(store)

    def answer(dialog: FormDialog) -> None:
        dialog.save.click()
        assert dialog.notice.isVisible()
        assert dialog.isVisible()

    fill_in(page, page.rows[0].stopped, answer)
    QTest.keyClicks(page.next_visit.question, "May I?")
    page.next_visit.add.click()
    assert page.notice.isVisible()
    assert page.next_visit.question.text() == "May I?"
    page.notice.still()
    page.rows[0].delete.click()
    assert page.notice.isVisible()
    assert len(page.rows) == 2


def test_one_that_was_deleted_elsewhere_says_so(open_page: OpenPage, store: Store) -> None:
    page = open_page(FULL)
    store.delete(Kind.MEDICATIONS, SERTRALINE.id)
    page.rows[0].words.click()
    assert "This medicine is no longer in the journal." in words(page.notice)


def test_every_control_has_a_name_and_leads_back(
    open_page: OpenPage, fill_in: FillIn, qtbot: QtBot
) -> None:
    page = open_page(FULL)
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    assert [one for one in buttons if not one.accessibleName()] == []

    def answer(dialog: FormDialog) -> None:
        inside = [one for one in dialog.findChildren(QAbstractButton) if one.isVisible()]
        assert [one for one in inside if not one.accessibleName()] == []

    fill_in(page, page.add_medicine, answer)
    with qtbot.waitSignal(page.page_requested) as wanted:
        page.back.click()
    assert wanted.args == ["journal"]
