"""The trash: choosing, bringing back, removing for good, by mouse and by keyboard."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from symptrack.domain.journal import DeletedRecord, Kind, Place, Record, place_of
from symptrack.domain.side_effect import load_side_effects
from symptrack.gui.dialogs import question
from symptrack.gui.dialogs.question import QuestionDialog
from symptrack.gui.pages.trash import TrashPage
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.asking import Question
from symptrack.presenters.preferences import ThemeChoice
from symptrack.presenters.trash import TrashPresenter
from symptrack.storage.backup_files import backups_in
from symptrack.storage.store import Store
from tests.builders import at, make_check_in, make_journal, make_session, make_visit
from tests.gui.asked_page import AskedPage
from tests.gui.conftest import Shown
from tests.gui.opened_window import OpenedWindow, SetMilliseconds, button, words
from tests.opened import SetClock, open_store

NOW = "2026-09-12 09:30"
SESSION = make_session("2026-09-08 10:30")
VISIT = make_visit(with_whom="Dr. M.")
CHECK_IN = make_check_in("2026-09-09 17:30", session_id=SESSION.id)
THREE = (SESSION, VISIT, CHECK_IN)


def lying(*records: Record) -> list[DeletedRecord]:
    """Return records as they lie in the trash, the first deleted last."""
    return [
        DeletedRecord(
            kind=place_of(one)[0],
            deleted_at=at("2026-09-11 20:00") - timedelta(days=place),
            record=one,
        )
        for place, one in enumerate(records)
    ]


class OpenedTrash(AskedPage):
    """The page on a journal; what it asks is answered with ``answer``."""

    def __init__(
        self, folder: Path, shown: Shown, theme: ThemeSource, milliseconds: SetMilliseconds
    ) -> None:
        super().__init__(milliseconds)
        self._folder, self._shown, self._theme = folder, shown, theme

    def __call__(self, *records: Record) -> TrashPage:
        clock = SetClock(NOW)
        self.store: Store = open_store(self._folder, clock, make_journal(deleted=lying(*records)))
        presenter = TrashPresenter(self.store, clock.clock, load_side_effects())
        page = TrashPage(presenter, self._theme, self._milliseconds, self.ask)
        page.changed.connect(self.changed)
        self.page = self._shown(page, 1048, 780)
        self.page.refresh()
        self.rest()
        return self.page

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.page.list, key)
            self.rest()

    def chosen(self) -> list[Place]:
        return list(self.page.model.chosen)

    def row(self, place: int) -> QPoint:
        return self.page.list.visualRect(self.page.model.index(place)).center()


@pytest.fixture
def opened(
    tmp_path: Path, shown: Shown, theme: ThemeSource, milliseconds: SetMilliseconds
) -> Iterator[OpenedTrash]:
    made = OpenedTrash(tmp_path, shown, theme, milliseconds)
    yield made
    made.rest()
    made.store.close()


def test_an_empty_trash_says_what_will_lie_there(opened: OpenedTrash) -> None:
    page = opened()
    assert "The trash is empty" in words(page)
    assert not page.back.isVisible()
    assert not page.empty.isVisible()


def test_what_was_deleted_stands_there_newest_first(opened: OpenedTrash) -> None:
    page = opened(*THREE)
    model = page.model
    said = [model.data(model.index(place)) for place in range(model.rowCount())]
    assert [one.split(",")[0] for one in said] == ["Session", "Visit", "Check-in"]
    assert said[1] == "Visit, 2 Oct 2026. Dr. M.. Deleted 10 Sep, 20:00. 89 days left."
    assert "0 of 3 entries chosen" in words(page)
    assert model.rowCount(model.index(0)) == 0
    assert model.data(model.index(9)) is None
    assert model.data(model.index(0), Qt.ItemDataRole.DecorationRole) is None


def test_a_press_on_a_row_chooses_it_and_a_double_one_once(opened: OpenedTrash) -> None:
    page = opened(*THREE)
    view = page.list.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=opened.row(1))
    assert opened.chosen() == [place_of(VISIT)]
    assert "1 of 3 entries chosen" in words(page)
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=opened.row(0))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(5, view.height() - 5))
    assert opened.chosen() == [place_of(VISIT)]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=opened.row(1))
    assert opened.chosen() == []
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=opened.row(2))
    assert opened.chosen() == [place_of(CHECK_IN)]


def test_one_that_is_alone_is_chosen_already(opened: OpenedTrash) -> None:
    page = opened(VISIT)
    assert "1 of 1 entry chosen" in words(page)
    opened.press(page.back)
    assert opened.store.load().visits == (VISIT,)
    assert "The trash is empty" in words(page)


def test_what_is_brought_back_can_be_taken_back(opened: OpenedTrash) -> None:
    page = opened(*THREE)
    before = opened.store.past.deleted()
    page.model.toggle(0)
    page.model.toggle(1)
    opened.press(page.back)
    assert "Back in the journal: 1 session, 1 visit." in words(page)
    assert (opened.store.load().visits, opened.store.load().sessions) == ((VISIT,), (SESSION,))
    assert page.model.rowCount() == 1
    undo = button(page, "Undo")
    assert QApplication.focusWidget() is undo
    opened.press(undo)
    assert opened.store.load().visits == ()
    lies_again = opened.store.past.deleted()
    assert sorted(lies_again, key=lambda one: one.deleted_at) == sorted(
        before, key=lambda one: one.deleted_at
    )
    assert "Undo" not in [
        one.text() for one in page.findChildren(QAbstractButton) if one.isVisible()
    ]
    assert len(opened.changes) == 2


def test_the_keyboard_does_all_of_it(opened: OpenedTrash) -> None:
    page = opened(*THREE)
    page.list.focus_row(0)
    opened.key(Qt.Key.Key_Return)
    assert "Choose one or more entries first: press them, or Space." in words(page)
    opened.key(Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert opened.store.load().visits == (VISIT,)
    page.list.focus_row(0)
    opened.answer = None
    opened.key(Qt.Key.Key_Space, Qt.Key.Key_Delete)
    assert opened.asked[-1].title == "Remove this entry for good?"
    assert page.model.rowCount() == 2
    QTest.keyClick(page.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.model.chosen) == 2
    opened.answer = 0
    opened.key(Qt.Key.Key_Backspace)
    assert "The trash is empty" in words(page)
    assert QApplication.focusWidget() is page.to_journal


def test_all_can_be_chosen_and_none(opened: OpenedTrash) -> None:
    page = opened(*THREE)
    opened.press(page.all)
    assert len(page.model.chosen) == 3
    opened.press(button(page, "Choose none"))
    assert opened.chosen() == []


@pytest.mark.parametrize(("answer", "left"), [(None, 3), (0, 1), (1, 2)])
def test_what_it_belongs_to_is_offered_with_it(
    opened: OpenedTrash, answer: int | None, left: int
) -> None:
    page = opened(*THREE)
    opened.answer = answer
    page.model.toggle(2)
    opened.press(page.back)
    assert opened.asked[0].title == "Bring back what it belongs to as well?"
    assert page.model.rowCount() == left


def test_emptying_asks_makes_a_backup_and_removes_all(opened: OpenedTrash) -> None:
    page = opened(*THREE)
    opened.answer = None
    opened.press(page.empty)
    assert page.model.rowCount() == 3
    opened.answer = 0
    opened.press(page.empty)
    assert opened.asked[1].title == "Empty the trash?"
    assert "Gone for good: 1 session, 1 check-in, 1 visit." in words(page)
    assert opened.store.past.deleted() == ()
    assert len(backups_in(opened.store.paths.backups)) == 1


def test_what_is_refused_is_said_and_the_page_works_on(opened: OpenedTrash) -> None:
    page = opened(*THREE)
    page.model.toggle(1)
    opened.store.restore(*place_of(VISIT))
    opened.press(page.back)
    assert "This entry is not in the trash." in words(page)
    opened.press(page.remove)
    assert "This entry is not in the trash." in words(page)
    assert page.remove.isEnabled()


def test_an_undo_that_is_refused_says_so(opened: OpenedTrash) -> None:
    page = opened(VISIT)
    opened.press(page.back)
    opened.store.delete(*place_of(VISIT))
    opened.press(button(page, "Undo"))
    assert "This entry is no longer in the journal." in words(page)


def test_a_screen_reader_hears_each_row_and_whether_it_is_chosen(opened: OpenedTrash) -> None:
    page = opened(*THREE)
    page.model.toggle(1)
    heard = QAccessible.queryAccessibleInterface(page.list)
    assert heard.text(QAccessible.Text.Name) == "What lies in the trash"
    assert "Space chooses" in heard.text(QAccessible.Text.Description)
    row = heard.child(1)
    assert row.text(QAccessible.Text.Name).startswith("Visit, 2 Oct 2026. Dr. M.")
    assert (row.state().checkable, row.state().checked) == (1, 1)
    assert heard.child(0).state().checked == 0


def test_it_fits_large_text_in_a_small_window(opened: OpenedTrash, theme: ThemeSource) -> None:
    page = opened(*THREE)
    page.list.focus_row(1)
    theme.choose(ThemeChoice.DARK, 200)
    page.resize(700, 540)
    opened.rest()
    row = page.list.visualRect(page.model.index(0))
    assert row.height() > 120
    assert page.list.viewport().height() > 150
    assert page.back.mapTo(page, QPoint(0, page.back.height())).y() <= page.height()
    assert not page.grab().isNull()


def test_a_question_is_answered_and_enter_and_esc_cancel_it(
    shown: Shown, theme: ThemeSource, milliseconds: SetMilliseconds
) -> None:
    asked = Question(title="Sure?", lines=("Gone <b>then</b>.",), answers=("Yes", "Both"))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = shown(QuestionDialog(theme, asked, milliseconds=milliseconds))
        milliseconds.pass_by()
        assert QApplication.focusWidget() is dialog.cancel
        QTest.keyClick(dialog.cancel, key)
        assert dialog.answer is None
        assert not dialog.isVisible()
    dialog = shown(QuestionDialog(theme, asked, milliseconds=milliseconds))
    QTest.mouseClick(dialog.answers[1], Qt.MouseButton.LeftButton)  # too soon to be meant
    assert dialog.isVisible()
    milliseconds.pass_by()
    QTest.mouseClick(dialog.answers[1], Qt.MouseButton.LeftButton)
    assert dialog.answer == 1
    assert "Gone <b>then</b>." in dialog.accessibleDescription()


@pytest.mark.parametrize("answer", [None, 0])
def test_asking_waits_for_the_answer(shown: Shown, theme: ThemeSource, answer: int | None) -> None:
    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QuestionDialog)
        (dialog.cancel if answer is None else dialog.answers[answer]).click()

    parent = shown(QWidget(), 300, 200)
    QTimer.singleShot(0, parent, press)
    asked = Question(title="Sure?", lines=(), answers=("Yes",))
    assert question.ask(theme, asked, parent) == answer


def test_the_trash_is_reached_from_the_journal_and_from_the_settings(
    window: OpenedWindow,
) -> None:
    window.open(make_journal(deleted=lying(*THREE)), NOW)
    for place, name in (("journal", "Trash"), ("settings", "Show the trash")):
        window.main.go_to(place)
        window.finish_work()
        window.rest()
        from_there = window.main.page_stack.currentWidget()
        assert from_there is not None
        button(from_there, name).click()
        window.finish_work()
        page = window.main.page_stack.currentWidget()
        assert isinstance(page, TrashPage)
        assert page.model.rowCount() == 3
        assert QApplication.focusWidget() is page.to_journal
    assert isinstance(page, TrashPage)
    page.to_journal.click()
    window.finish_work()
    assert window.main.page_stack.currentWidget() is not page


def test_what_was_deleted_90_days_ago_leaves_beside_the_window_and_at_the_end(
    window: OpenedWindow,
) -> None:
    window.open(make_journal(deleted=lying(*THREE)), NOW)
    window.clock.set("2026-12-08 21:00")
    window.main.look_again()
    window.finish_work()
    assert [one.kind for one in window.store.past.deleted()] == [Kind.SESSIONS, Kind.VISITS]
    window.clock.set("2026-12-09 21:00")
    window.room.finish()
    assert [one.kind for one in window.store.past.deleted()] == [Kind.SESSIONS]
