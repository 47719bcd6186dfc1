"""What can be done with an entry of the Journal, by the keyboard and in the dialogs it opens."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from symptrack.domain.journal import Kind, Place, place_of
from symptrack.gui.dialogs.choose_one import ChooseDialog
from symptrack.gui.dialogs.form import FormDialog
from symptrack.gui.dialogs.history import HistoryDialog
from symptrack.gui.dialogs.series import SeriesDialog
from symptrack.gui.theme import ThemeSource
from tests.builders import make_check_in, make_journal, make_medication, make_series
from tests.gui.conftest import Shown
from tests.gui.opened_journal import OpenedJournal, mores, names
from tests.gui.opened_window import SetMilliseconds, button
from tests.presenters.listed_journal import FIRST, SECOND, SERIES, treated

EVENING = make_check_in("2026-09-11 17:30", ratings={"mood": 6}, note="Slept")
NOW = "2026-09-20 12:00"


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


class Answering:
    """Works the dialogs that come up one after another, each by a step of its own."""

    def __init__(self, opened: OpenedJournal, *steps: Callable[[QDialog], object]) -> None:
        self._opened, self.left = opened, list(steps)
        self._done: set[QDialog] = set()
        self._timer = QTimer()
        self._timer.timeout.connect(self._answer)
        self._timer.start(5)

    def _answer(self) -> None:
        for dialog in self._opened.page.findChildren(QDialog):
            if dialog.isVisible() and dialog not in self._done and self.left:
                self._done.add(dialog)
                step = self.left.pop(0)
                if not self.left:
                    self._timer.stop()
                try:
                    QApplication.processEvents()
                    step(dialog)
                except BaseException:
                    dialog.reject()  # or the test would wait for it for ever
                    raise


def chooses(words: str) -> Callable[[QDialog], object]:
    """Return the step that chooses an answer by its words."""

    def step(dialog: QDialog) -> None:
        assert isinstance(dialog, ChooseDialog)
        (found,) = [one for one in dialog.answers if one.accessibleName() == words]
        found.click()

    return step


def leaves(dialog: QDialog) -> None:
    """Close a dialog without an answer."""
    dialog.reject()


def more(opened: OpenedJournal, at: int, *steps: Callable[[QDialog], object]) -> None:
    """Ask what can be done with the entry of a row, and answer."""
    answering = Answering(opened, *steps)
    opened.press(mores(opened.page)[at])
    assert answering.left == []


def on(opened: OpenedJournal) -> str:
    """Return what has the focus of the page, which need not be the active window any more."""
    focus = opened.page.focusWidget()
    return focus.accessibleName() if focus is not None else ""


def kept(opened: OpenedJournal, place: Place) -> object:
    return opened.store.get(*place)


def test_the_key_for_menus_asks_as_the_button_does(opened: OpenedJournal) -> None:
    page = opened(treated(EVENING), NOW)
    asked: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ChooseDialog)
        asked.extend(one.accessibleName() for one in dialog.answers)
        assert dialog.focusWidget() is dialog.answers[0]
        assert all(not one.visibleRegion().isEmpty() for one in dialog.answers)
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_A):
            QTest.keyClick(dialog.focusWidget(), key)
        assert dialog.focusWidget() is dialog.answers[1]
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)

    answering = Answering(opened, look)
    page.rows[1].setFocus()
    opened.key(Qt.Key.Key_Menu)
    assert answering.left == []
    assert asked == [
        "Open and change",
        "Add another like this",
        "Move to another session",
        "Delete",
    ]


def test_it_opens_from_there_too(opened: OpenedJournal) -> None:
    page = opened(treated(EVENING), NOW)
    with opened.qtbot.waitSignal(page.check_in_edit_requested) as asked:
        more(opened, 1, chooses("Open and change"))
    assert asked.args == [EVENING.id]


def test_it_is_deleted_from_there_and_taken_back(opened: OpenedJournal) -> None:
    page = opened(treated(EVENING), NOW)
    more(opened, 1, chooses("Delete"))
    assert kept(opened, place_of(EVENING)) is None
    opened.press(button(page, "Undo"))
    assert kept(opened, place_of(EVENING)) == EVENING
    assert on(opened) == names(page)[1]


def test_it_moves_to_another_session_and_back(opened: OpenedJournal) -> None:
    page = opened(treated(EVENING), NOW)
    before = names(page)
    more(opened, 1, chooses("Move to another session"), chooses("After session 1, 8 Sep"))
    assert page.notice.accessibleName() == "Moved."
    assert names(page)[2] == "3 days, 11 Sep, 17:30. Mood 6 of 10. “Slept”"
    opened.press(button(page, "Undo"))
    assert names(page) == before


def test_a_move_can_be_left(opened: OpenedJournal) -> None:
    page = opened(treated(EVENING), NOW)
    before = names(page)
    more(opened, 1, chooses("Move to another session"), leaves)
    assert names(page) == before
    assert not page.notice.isVisible()


def test_another_one_like_it_is_begun(opened: OpenedJournal) -> None:
    page = opened(treated(EVENING), NOW)
    with opened.qtbot.waitSignal(page.check_in_requested):
        more(opened, 1, chooses("Add another like this"))
    assert opened.store.draft("check-in") is not None
    more(opened, 1, chooses("Add another like this"))
    assert page.notice.accessibleName().startswith("A check-in is begun and not saved yet.")


def test_its_earlier_versions_are_shown(opened: OpenedJournal) -> None:
    opened(treated(EVENING), NOW)
    opened.store.revise(replace(EVENING, note="Slept well"))
    opened.refresh()
    seen: list[QDialog] = []

    def look(dialog: QDialog) -> None:
        seen.append(dialog)
        dialog.reject()

    more(opened, 1, chooses("Earlier versions"), look)
    assert [type(one) for one in seen] == [HistoryDialog]


def test_what_is_gone_meanwhile_is_said(opened: OpenedJournal) -> None:
    page = opened(treated(EVENING), NOW)
    opened.store.delete(Kind.CHECK_INS, EVENING.id)
    opened.press(mores(page)[1])
    assert page.notice.accessibleName() == "This entry is no longer in the journal."


def write(dialog: QDialog) -> None:
    """Write a note, and save it."""
    assert isinstance(dialog, FormDialog)
    editor = dialog.fields["note"].editor
    assert isinstance(editor, QPlainTextEdit)
    editor.setPlainText("Rain all day")
    dialog.save.click()


def test_a_note_is_written_and_found_in_its_place(opened: OpenedJournal) -> None:
    page = opened(treated(), NOW)
    answering = Answering(opened, write)
    opened.press(button(page, "Add a note"))
    assert answering.left == []
    assert on(opened) == "9 days, 20 Sep. “Rain all day”"


def test_a_day_without_an_entry_says_so_and_takes_a_note(opened: OpenedJournal) -> None:
    page = opened(treated(EVENING), NOW)
    page.calendar.month.cell(date(2026, 9, 5)).click()
    assert page.notice.accessibleName() == "No entry on Saturday 5 September. That is fine."
    opened.milliseconds.pass_by()
    answering = Answering(opened, write)
    assert page.notice.action is not None
    opened.press(page.notice.action)
    assert answering.left == []
    assert any(one.startswith("5 Sep. “Rain") for one in names(page))


def test_a_day_to_come_takes_no_note(opened: OpenedJournal) -> None:
    page = opened(treated(EVENING), NOW)
    page.go_to_day(date(2026, 9, 25))
    assert page.notice.accessibleName() == "No entry on Friday 25 September. That is fine."
    assert page.notice.action is None


def test_a_series_and_a_medicine_that_were_found_can_be_opened(opened: OpenedJournal) -> None:
    series = make_series(goal="Sleep through")
    medicine = make_medication(note="Sleep comes late")
    page = opened(make_journal(series=[series], medications=[medicine], check_ins=[EVENING]))
    opened.ask("sleep")
    assert len(page.rows) == 2
    assert mores(page) == []
    seen: list[QDialog] = []

    def look(dialog: QDialog) -> None:
        seen.append(dialog)
        dialog.reject()

    answering = Answering(opened, look)
    opened.press(page.rows[0])
    assert answering.left == []
    assert [type(one) for one in seen] == [SeriesDialog]
    with opened.qtbot.waitSignal(page.page_requested) as wanted:
        opened.press(page.rows[1])
    assert wanted.args == ["care"]
    QTest.keyClick(page.rows[0], Qt.Key.Key_Delete)
    assert opened.store.load().series == (series,)


def test_a_series_that_is_changed_is_shown_as_it_is_now(opened: OpenedJournal) -> None:
    series = replace(SERIES, goal="Sleep through")
    page = opened(make_journal(series=[series], sessions=[FIRST, SECOND]))
    opened.ask("sleep")

    def save(dialog: QDialog) -> None:
        assert isinstance(dialog, SeriesDialog)
        dialog.save.click()

    answering = Answering(opened, save)
    with opened.qtbot.waitSignal(page.changed):
        opened.press(page.rows[0])
    assert answering.left == []


def test_what_is_saved_while_it_is_not_listed_never_takes_the_focus_later(
    opened: OpenedJournal,
) -> None:
    page = opened(treated(EVENING), NOW)
    opened.press(button(page, "Visits"))
    page.show_saved(*place_of(EVENING))
    opened.settle()
    opened.press(button(page, "Show everything"))
    assert on(opened) == "Everything"
