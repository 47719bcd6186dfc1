"""What assistive technology does without a key or a pointer: it toggles, and sets texts."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.rating_scale import RatingScale
from symptrack.gui.widgets.sidebar import Place, Sidebar
from tests.gui.conftest import Shown
from tests.gui.opened_window import OpenedWindow, button


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def toggle(widget: QAbstractButton) -> None:
    """Toggle a button as assistive technology does."""
    actions = QAccessible.queryAccessibleInterface(widget).actionInterface()
    actions.doAction("Toggle")
    QApplication.processEvents()


def test_a_toggle_is_a_press_of_what_is_on_or_off(shown: Shown, theme: ThemeSource) -> None:
    one = Button(theme, "Nausea", "choice")
    one.setCheckable(True)
    told: list[bool] = []
    one.clicked.connect(lambda on: told.append(on))  # noqa: PLW0108 - or it is told nothing
    toggle(shown(one))
    toggle(one)
    assert told == [True, False]
    assert not one.isChecked()


def test_a_toggle_is_a_press_of_one_of_a_set(shown: Shown, theme: ThemeSource) -> None:
    choice = shown(Choice(theme, ["done", "planned"], name="Which?", current=0))
    told: list[int] = []
    choice.chosen.connect(told.append)
    toggle(choice.buttons[1])
    assert told == [1]
    assert choice.current == 1
    assert role_of(choice.buttons[1]) is QAccessible.Role.RadioButton


def test_what_is_checked_from_the_code_is_no_press(shown: Shown, theme: ThemeSource) -> None:
    choice = shown(Choice(theme, ["done", "planned"], name="Which?", current=0))
    told: list[int] = []
    choice.chosen.connect(told.append)
    choice.choose(1)
    choice.choose_nothing()
    QApplication.processEvents()
    assert told == []


def test_a_press_by_key_tells_once(shown: Shown, theme: ThemeSource) -> None:
    choice = shown(Choice(theme, ["done", "planned"], name="Which?", current=0))
    told: list[int] = []
    choice.chosen.connect(told.append)
    QTest.keyClick(choice.buttons[1], Qt.Key.Key_Space)
    QApplication.processEvents()
    assert told == [1]


def test_ratings_and_pages_are_sets_of_which_one_is_chosen(
    shown: Shown, theme: ThemeSource
) -> None:
    scale = shown(RatingScale(theme, "Mood", None))
    told: list[object] = []
    scale.chosen.connect(told.append)
    toggle(scale.tiles[7])
    pages = shown(Sidebar(theme, [Place("today", "Today", "today")]))
    pages.chosen.connect(told.append)
    toggle(pages.buttons["today"])
    assert told == [7, "today"]
    assert role_of(scale.tiles[7]) is role_of(pages.buttons["today"])


def test_a_text_that_is_set_in_the_session_form_is_kept(window: OpenedWindow) -> None:
    window.open(None, "2026-09-02 09:30")
    window.press(button(window.today, "Log an infusion"))
    body = window.main.flows.session.body
    assert body is not None
    fields = body.card.fields
    body.card.day.field.setText("yesterday")
    fields["dose"].editor.setProperty("text", "40")
    window.rest()
    window.main.flows.settle()
    draft = window.store.draft("session")
    assert draft is not None
    assert body.card.day.text == "yesterday"
    assert "40" in str(draft.content)


def test_a_drop_down_list_says_what_it_is_about(shown: Shown, theme: ThemeSource) -> None:
    box = shown(DropDown(theme, "Where you live"))
    box.setAccessibleDescription("For the help numbers.")
    begins = "Where you live " if sys.platform == "linux" else ""
    assert box.accessibleDescription() == f"{begins}For the help numbers."
    assert box.view().accessibleName() == "Where you live"
