"""The series dialog through its widgets."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from symptrack.domain.journal import Journal
from symptrack.domain.series import Series
from symptrack.domain.words import SeriesKind
from symptrack.gui.dialogs import series
from symptrack.gui.dialogs.series import SeriesDialog
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.series import SeriesPresenter
from symptrack.presenters.words import unsaved_words
from symptrack.storage.store import Store
from tests.builders import make_id, make_journal, make_series
from tests.gui.assistive_technology import set_text
from tests.gui.conftest import Shown
from tests.gui.opened_window import SetMilliseconds
from tests.gui.trouble import refuse_writes
from tests.opened import SetClock, open_store

CLOCK = SetClock("2026-09-15 17:00")
OpenDialog = Callable[..., SeriesDialog]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK) as opened:
        yield opened


@pytest.fixture
def open_dialog(
    store: Store, theme: ThemeSource, shown: Shown, milliseconds: SetMilliseconds
) -> OpenDialog:
    """Return what opens the dialog on a journal, for a series by its id."""

    def opened(journal: Journal | None = None, series_id: str | None = None) -> SeriesDialog:
        store.merge(journal or make_journal())
        presenter = SeriesPresenter(store, CLOCK.clock)
        presenter.begin(series_id)
        return shown(SeriesDialog(theme, presenter, None, milliseconds))

    return opened


def write(editor: QWidget, text: str) -> None:
    editor.setFocus()
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)


def test_a_first_series_is_one_press(open_dialog: OpenDialog, store: Store) -> None:
    dialog = open_dialog()
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    (made,) = store.load().series
    assert dialog.record_id == made.id
    assert (made.name, made.planned_sessions) == ("First series", 6)
    assert dialog.isHidden()


def test_everything_can_be_said(
    open_dialog: OpenDialog, store: Store, milliseconds: SetMilliseconds
) -> None:
    dialog = open_dialog()
    write(dialog.fields["name"].editor, "Autumn <b>")
    dialog.kind.buttons[1].click()
    assert dialog.planned.text == ""
    write(dialog.planned, "4")
    write(dialog.first, "7")
    dialog.conditions.buttons[0].click()
    milliseconds.pass_by()
    dialog.conditions.buttons[2].click()
    write(dialog.fields["other"].editor, "grief, sleep")
    write(dialog.goal, "To work again.")
    write(dialog.began, "1 Sep")
    write(dialog.ended, "today")
    dialog.save.click()
    (made,) = store.load().series
    assert (made.name, made.kind) == ("Autumn <b>", SeriesKind.MAINTENANCE)
    assert (made.planned_sessions, made.first_number) == (4, 7)
    assert made.conditions == ("depression", "PTSD", "grief", "sleep")
    assert made.goal == "To work again."
    assert (str(made.started_on), str(made.ended_on)) == ("2026-09-01", "2026-09-15")


def test_what_assistive_technology_sets_is_saved(open_dialog: OpenDialog, store: Store) -> None:
    dialog = open_dialog()
    set_text(dialog.fields["name"].editor, "Autumn")
    set_text(dialog.planned.field, "4")
    set_text(dialog.fields["other"].editor, "grief")
    set_text(dialog.began.field, "1 Sep")
    dialog.save.click()
    (made,) = store.load().series
    assert (made.name, made.planned_sessions) == ("Autumn", 4)
    assert "grief" in made.conditions
    assert str(made.started_on) == "2026-09-01"


def test_a_saved_one_is_shown_and_changed(open_dialog: OpenDialog, store: Store) -> None:
    saved = make_series(conditions=("anxiety", "grief"), goal="Sleep.")
    dialog = open_dialog(make_journal(series=[saved]), saved.id)
    assert dialog.windowTitle() == "Change the series"
    assert dialog.conditions.chosen == ("anxiety",)
    assert dialog.goal.toPlainText() == "Sleep."
    assert dialog.kind.current == 0
    write(dialog.fields["name"].editor, "Second try")
    dialog.save.click()
    assert [one.name for one in store.load().series] == ["Second try"]


def test_a_kind_that_was_never_said_is_not_chosen(open_dialog: OpenDialog) -> None:
    bare = Series(id=make_id(), name="Bare")
    assert open_dialog(make_journal(series=[bare]), bare.id).kind.current is None


def test_each_wrong_field_says_so_and_keeps_what_was_typed(
    open_dialog: OpenDialog, store: Store
) -> None:
    dialog = open_dialog()
    write(dialog.fields["name"].editor, "")
    write(dialog.planned, "500")
    write(dialog.ended, "1 May 1826")
    dialog.save.click()
    assert dialog.record_id is None
    assert dialog.fields["name"].sentence == "Give the series a name."
    assert dialog.fields["name"].editor.hasFocus()
    assert dialog.fields["planned_sessions"].sentence == "500 cannot be kept; it must be 1 to 200."
    assert dialog.fields["ended_on"].sentence.startswith("The year 1826 cannot be kept")
    assert dialog.planned.text == "500"
    assert store.load().series == ()
    write(dialog.planned, "5")
    assert dialog.fields["planned_sessions"].sentence == ""


def test_where_the_journal_cannot_be_written_the_form_stays(
    open_dialog: OpenDialog, store: Store
) -> None:
    dialog = open_dialog()
    refuse_writes(store)
    dialog.save.click()
    assert dialog.notice.isVisible()
    assert dialog.isVisible()


def test_escape_changes_nothing(open_dialog: OpenDialog, store: Store) -> None:
    dialog = open_dialog()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert store.load().series == ()


def leave_by_escape(dialog: SeriesDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def leave_by_button(dialog: SeriesDialog) -> None:
    dialog.cancel.click()


def leave_by_the_window(dialog: SeriesDialog) -> None:
    dialog.close()


@pytest.mark.parametrize("leave", [leave_by_escape, leave_by_button, leave_by_the_window])
def test_what_was_typed_goes_only_when_it_is_let_go_twice(
    open_dialog: OpenDialog, store: Store, leave: Callable[[SeriesDialog], None]
) -> None:
    dialog = open_dialog()
    dialog.goal.setPlainText("to sleep through")
    leave(dialog)
    assert dialog.isVisible()
    assert dialog.notice.accessibleName() == unsaved_words()
    dialog.goal.setPlainText("to sleep through again")
    leave(dialog)
    assert dialog.isVisible()
    leave(dialog)
    assert dialog.isHidden()
    assert store.load().series == ()


def test_every_control_has_a_name(open_dialog: OpenDialog) -> None:
    dialog = open_dialog()
    buttons = [one for one in dialog.findChildren(QAbstractButton) if one.isVisible()]
    assert [one.text() for one in buttons if not one.accessibleName()] == []


@pytest.mark.parametrize("press_save", [True, False])
def test_asking_returns_the_series_or_nothing(
    qtbot: QtBot, store: Store, theme: ThemeSource, press_save: bool
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    presenter = SeriesPresenter(store, CLOCK.clock)

    def answer() -> None:
        (dialog,) = parent.findChildren(SeriesDialog)
        (dialog.save if press_save else dialog.cancel).click()

    QTimer.singleShot(0, parent, answer)
    made = series.ask(theme, presenter, parent, None)
    assert [one.id for one in store.load().series] == ([made] if press_save else [])
