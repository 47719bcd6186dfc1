"""Saying when a check-in was: the button above every question, and what it asks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from symptrack.domain.journal import Journal
from symptrack.domain.words import Moment
from symptrack.gui.dialogs.chosen_time import ChosenTimeDialog
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.fields import Field
from symptrack.gui.widgets.line import Line, line_of
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.chosen_time import TimeKind
from symptrack.storage.store import Store
from tests.builders import at, make_journal, make_series, make_session
from tests.gui.assistive_technology import set_text, toggle
from tests.gui.conftest import Shown
from tests.gui.opened_window import CATALOGUE, OpenedWindow, button, words
from tests.gui.worked_dialog import in_dialog
from tests.opened import SetClock, open_store
from tests.storage.journal_folder import connection_of

NOW = "2026-09-12 09:30"
NOTE = 3


def treated() -> Journal:
    """Return a journal with infusions on 8 and 11 September, 10:30."""
    series = make_series()
    days = ("2026-09-08 10:30", "2026-09-11 10:30")
    return make_journal(
        series=[series], sessions=[make_session(day, series_id=series.id) for day in days]
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an open journal."""
    with open_store(tmp_path, SetClock(NOW), treated()) as opened:
        yield opened


@pytest.fixture
def presenter(store: Store) -> CheckInPresenter:
    """Return a check-in that was begun."""
    made = CheckInPresenter(store, SetClock(NOW).clock, CATALOGUE)
    made.begin()
    return made


@pytest.fixture
def dialog(shown: Shown, theme: ThemeSource, presenter: CheckInPresenter) -> ChosenTimeDialog:
    """Return the question, shown."""
    return shown(ChosenTimeDialog(theme, presenter))


def line_in(field: Field) -> Line:
    """Return the line that a field is around."""
    found = line_of(field.editor)
    assert found is not None
    return found


def write(field: Field, text: str) -> None:
    """Type a text over what stands in a field, and let what follows from it show."""
    editor = line_in(field)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.qWait(0)


def press(root: QWidget, name: str) -> None:
    """Press the one button with a name."""
    QTest.mouseClick(button(root, name), Qt.MouseButton.LeftButton)


def test_the_button_says_now_and_what_it_is_for(window: OpenedWindow) -> None:
    window.open(treated(), NOW).main.open_check_in()
    when = window.check_in.when
    assert (when.accessibleName(), when.accessibleDescription()) == ("Now", "Change the time")
    assert when.height() >= 44


def test_yesterday_evening_takes_two_presses_and_changes_the_question(
    window: OpenedWindow,
) -> None:
    window.open(treated(), NOW).main.open_check_in()
    window.rest()

    def choose(dialog: ChosenTimeDialog) -> None:
        press(dialog, "Yesterday evening")
        press(dialog, "Use this time")

    in_dialog(ChosenTimeDialog, choose)
    window.press(window.check_in.when)
    assert window.check_in.when.accessibleName() == "Yesterday, 20:00"
    assert "How was your mood?" in words(window.check_in)
    assert "Check-in" in words(window.check_in)


def test_going_back_leaves_the_time_as_it_was(window: OpenedWindow) -> None:
    window.open(treated(), NOW).main.open_check_in()
    window.rest()

    def change_mind(dialog: ChosenTimeDialog) -> None:
        press(dialog, "Yesterday evening")
        press(dialog, "Cancel")

    in_dialog(ChosenTimeDialog, change_mind)
    window.press(window.check_in.when)
    assert window.check_in.when.accessibleName() == "Now"
    assert "How is your mood right now?" in words(window.check_in)


def test_a_note_being_typed_stays_when_the_time_is_changed(window: OpenedWindow) -> None:
    window.open(treated(), NOW).main.open_check_in()
    window.rest()
    for _page in range(NOTE):
        window.press(window.check_in.next)
    window.type(*"sun")
    in_dialog(ChosenTimeDialog, lambda dialog: press(dialog, "Use this time"))
    window.press(window.check_in.when)
    window.press(window.check_in.next)
    assert "sun" in words(window.check_in)


def test_a_note_that_cannot_be_kept_is_said_before_the_time_is_asked(
    window: OpenedWindow,
) -> None:
    window.open(treated(), NOW).main.open_check_in()
    window.rest()
    for _page in range(NOTE):
        window.press(window.check_in.next)
    QApplication.clipboard().setText("x" * 20_001)
    window.type("v", modifier=Qt.KeyboardModifier.ControlModifier)
    window.press(window.check_in.when)
    assert "20001 characters" in window.check_in.notice.accessibleName()


def test_the_fields_show_only_for_another_time(dialog: ChosenTimeDialog) -> None:
    assert not dialog.day.isVisible()
    press(dialog, "Another time")
    assert dialog.day.isVisible()
    assert dialog.typed.kind is TimeKind.OTHER
    press(dialog, "Now")
    assert not dialog.day.isVisible()


def test_what_cannot_be_is_said_at_its_field_and_stays(
    dialog: ChosenTimeDialog, presenter: CheckInPresenter
) -> None:
    press(dialog, "Another time")
    write(dialog.day, "<b>soon</b>")
    press(dialog, "Use this time")
    assert dialog.isVisible()
    assert dialog.day.sentence == ("“<b>soon</b>” is not a date; write it like 12 September 2026.")
    assert dialog.typed.day == "<b>soon</b>"
    write(dialog.day, "13 September 2026")
    assert dialog.day.sentence == ""
    press(dialog, "Use this time")
    assert "is still to come" in dialog.day.sentence
    write(dialog.day, "12 September 2026")
    write(dialog.time, "half past")
    press(dialog, "Use this time")
    assert (dialog.day.sentence, dialog.time.sentence) == (
        "",
        "“half past” is not a time; write it like 10:30.",
    )
    assert presenter.heading.when == "Now"


def test_a_day_can_be_kept_without_its_time(
    dialog: ChosenTimeDialog, presenter: CheckInPresenter
) -> None:
    press(dialog, "Another time")
    write(dialog.day, "9 September")
    press(dialog, "I do not know the time")
    assert not dialog.time.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert presenter.heading.when == "9 Sep"


def test_what_assistive_technology_sets_is_taken_like_typing(dialog: ChosenTimeDialog) -> None:
    press(dialog, "Another time")
    write(dialog.day, "soon")
    write(dialog.time, "half past")
    press(dialog, "Use this time")
    assert dialog.day.sentence
    set_text(line_in(dialog.day), "10 September 2026")
    assert dialog.day.sentence == ""
    press(dialog, "Use this time")
    assert dialog.time.sentence
    set_text(line_in(dialog.time), "20:00")
    assert dialog.time.sentence == ""
    assert dialog.moments is not None
    toggle(dialog.not_known)
    assert not dialog.time.isEnabled()
    assert not dialog.typed.time_known


def test_between_two_sessions_it_is_asked_which_one_is_meant(
    dialog: ChosenTimeDialog, presenter: CheckInPresenter, store: Store
) -> None:
    press(dialog, "Another time")
    write(dialog.day, "10 September 2026")
    write(dialog.time, "20:00")
    assert dialog.moments is not None
    assert dialog.moments.current == 0
    press(dialog, "After session 1, 8 Sep")
    press(dialog, "Use this time")
    presenter.save()
    (saved,) = store.load().check_ins
    assert saved.occurred_at == at("2026-09-10 20:00")
    assert saved.moment is Moment.AFTER


def test_the_question_goes_when_the_time_is_clear_again(dialog: ChosenTimeDialog) -> None:
    press(dialog, "Another time")
    write(dialog.day, "10 September 2026")
    write(dialog.time, "20:00")
    press(dialog, "Now")
    assert dialog.moments is None


def test_a_journal_that_cannot_be_written_is_said_and_nothing_closes(
    dialog: ChosenTimeDialog, store: Store
) -> None:
    connection_of(store).execute("PRAGMA query_only = ON")
    press(dialog, "Yesterday evening")
    press(dialog, "Use this time")
    assert dialog.isVisible()
    assert dialog.notice.isVisible()


@pytest.mark.parametrize("text_size", [100, 200])
def test_every_control_is_large_enough_and_named(
    dialog: ChosenTimeDialog, theme: ThemeSource, text_size: int
) -> None:
    theme.choose(theme.choice, text_size)
    press(dialog, "Another time")
    write(dialog.day, "10 September 2026")
    write(dialog.time, "20:00")
    kinds: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit)
    controls = [one for kind in kinds for one in dialog.findChildren(kind) if one.isVisible()]
    assert len(controls) == 11
    for control in controls:
        assert control.accessibleName()
        assert min(control.width(), control.height()) >= 44
