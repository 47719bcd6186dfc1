"""Something else: the longer list by mouse and by keyboard, own words, and what is urgent."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from symptrack.gui.widgets.effects_step import EffectsStep
from symptrack.gui.widgets.help_panel import HelpStep
from symptrack.gui.widgets.long_list_step import LongListStep
from symptrack.gui.widgets.review_steps import ReviewStep, SavedStep
from symptrack.presenters.check_in_draft import DRAFT_NAME
from tests.builders import make_journal, make_series, make_session
from tests.gui.opened_window import OpenedWindow, button, chosen_cards, words

ENTER, TAB, ESC, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Space
CONTROL = Qt.KeyboardModifier.ControlModifier
URGENT = "This can need medical help now. Call 911. If you can, have someone with you."


@pytest.fixture
def asked(window: OpenedWindow) -> OpenedWindow:
    """Return the window on the page with the tiles."""
    series = make_series()
    journal = make_journal(series=[series], sessions=[make_session(series_id=series.id)])
    window.open(journal, "2026-09-02 09:30")
    window.press(button(window.today, "Check in now"))
    window.type(ENTER, ENTER)
    assert isinstance(window.step, EffectsStep)
    return window


def long_list(window: OpenedWindow) -> LongListStep:
    """Return the longer list, which is on screen."""
    step = window.step
    assert isinstance(step, LongListStep)
    return step


def search(window: OpenedWindow, text: str) -> list[str]:
    """Type into the search and return what is left."""
    step = long_list(window)
    step.search.clear()
    QTest.keyClicks(step.search, text)
    window.rest()
    return [tile.accessibleName() for tile in step.tiles]


def chosen(window: OpenedWindow) -> list[str]:
    """Return what stands on the right of the tiles."""
    return [card.key for card in chosen_cards(window)]


def test_by_mouse_it_opens_chooses_and_returns_to_the_tiles(asked: OpenedWindow) -> None:
    asked.press(button(asked.check_in, "Nausea"))
    asked.press(button(asked.check_in, "Something else"))
    assert asked.check_in.next.accessibleName() == "Done"
    asked.press(button(asked.check_in, "Vomiting"))
    assert button(asked.check_in, "Vomiting").isChecked()
    asked.press(asked.check_in.next)
    assert chosen(asked) == ["nausea", "vomiting"]
    asked.press(button(asked.check_in, "Something else"))
    asked.press(button(asked.check_in, "Vomiting"))
    asked.press(asked.check_in.back)
    assert chosen(asked) == ["nausea"]


def test_by_keyboard_it_opens_finds_chooses_and_returns(asked: OpenedWindow) -> None:
    asked.type("L")
    assert long_list(asked).search.hasFocus()
    assert search(asked, "pound") == ["Fast or pounding heartbeat"]
    assert "1 found" in words(asked.check_in)
    asked.type(ENTER)
    assert long_list(asked).tiles[0].isChecked()
    asked.type(ENTER, modifier=CONTROL)
    assert chosen(asked) == ["fast_heartbeat"]


def test_enter_in_the_search_stays_where_it_is_not_clear_what_is_meant(asked: OpenedWindow) -> None:
    asked.type("L")
    assert len(search(asked, "feel")) > 1
    asked.type(ENTER)
    assert not any(tile.isChecked() for tile in long_list(asked).tiles)
    long_list(asked).search.clear()
    asked.type(ENTER)
    asked.type(ENTER, modifier=CONTROL)
    assert chosen(asked) == []


def test_enter_pressed_twice_in_the_search_chooses_once(asked: OpenedWindow) -> None:
    asked.type("L")
    search(asked, "pound")
    asked.type(ENTER, ENTER)
    assert long_list(asked).tiles[0].isChecked()


def test_a_letter_typed_anywhere_goes_into_the_search(asked: OpenedWindow) -> None:
    asked.type("L")
    long_list(asked).tiles[0].setFocus()
    asked.type("X")
    step = long_list(asked)
    assert (step.search.text(), step.search.hasFocus()) == ("x", True)
    step.add_own.setFocus()
    asked.type(SPACE)
    assert step.search.text() == ""  # it pressed the button


def test_tab_and_space_choose_in_the_list(asked: OpenedWindow) -> None:
    asked.type("L", TAB, TAB, SPACE)
    focus = QApplication.focusWidget()
    assert focus is long_list(asked).tiles[0]
    assert long_list(asked).tiles[0].isChecked()


def test_an_own_side_effect_is_added_in_one_line_and_chosen(asked: OpenedWindow) -> None:
    asked.type("L")
    assert search(asked, "Cold & <b>feet</b>") == []
    asked.press(long_list(asked).add_own)
    (tile,) = [one for one in long_list(asked).tiles if one.isChecked()]
    assert tile.accessibleName() == "Cold & <b>feet</b>"
    assert tile.hasFocus()
    assert long_list(asked).search.text() == ""
    asked.press(asked.check_in.next)
    assert len(chosen(asked)) == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Write what it is called."),
        ("Nausea", "There is already one that is called this."),
        ("x" * 201, "201 characters"),
    ],
)
def test_a_name_is_refused_plainly_and_stays(asked: OpenedWindow, name: str, said: str) -> None:
    asked.type("L")
    search(asked, name)
    asked.press(long_list(asked).add_own)
    step = long_list(asked)
    assert said in step.answer.sentence
    assert step.search.text() == name
    assert step.search.hasFocus()
    search(asked, "cold")
    assert step.answer.sentence == ""


def test_leaving_in_the_list_keeps_what_was_chosen(asked: OpenedWindow) -> None:
    asked.type("L")
    asked.press(button(asked.check_in, "Vomiting"))
    asked.type(ESC)
    assert asked.today.isVisible()
    asked.press(button(asked.today, "Go on with it"))
    assert chosen(asked) == ["vomiting"]


def test_where_the_journal_cannot_be_written_the_list_says_so(asked: OpenedWindow) -> None:
    asked.type("L")
    asked.store.close()
    asked.press(button(asked.check_in, "Vomiting"))
    assert asked.check_in.notice.isVisible()
    assert not button(asked.check_in, "Vomiting").isChecked()
    asked.check_in.notice.still()
    search(asked, "Cold feet")
    asked.press(long_list(asked).add_own)
    assert asked.check_in.notice.isVisible()
    assert long_list(asked).search.text() == "Cold feet"


def test_a_red_flag_shows_the_urgent_text_at_once_and_keeps_it(asked: OpenedWindow) -> None:
    top = asked.step.y()
    asked.type("L")
    asked.press(button(asked.check_in, "Chest pain"))
    assert URGENT in words(asked.check_in)
    assert asked.step.y() == top
    asked.press(asked.check_in.next)
    assert URGENT in words(asked.check_in)
    asked.press(button(asked.check_in, "It has gone"))
    assert URGENT not in words(asked.check_in)
    asked.press(button(asked.check_in, "Still there"))
    asked.press(button(asked.check_in, "Show all numbers"))
    assert isinstance(asked.step, HelpStep)
    asked.press(asked.check_in.next)
    assert isinstance(asked.step, EffectsStep)


def test_the_self_harm_flag_brings_the_help_panel_at_once_and_one_press_returns(
    asked: OpenedWindow,
) -> None:
    asked.type("L")
    assert search(asked, "harming") != []
    asked.type(ENTER)
    panel = asked.step
    assert isinstance(panel, HelpStep)
    assert not panel.opened
    asked.press(asked.check_in.next)
    assert chosen(asked) == ["suicidal"]
    asked.press(asked.check_in.next)
    assert not isinstance(asked.step, HelpStep)


def test_a_severe_headache_is_urgent_also_once_it_is_saved(asked: OpenedWindow) -> None:
    asked.type("D", "2")
    assert URGENT not in words(asked.check_in)
    asked.type("3")
    assert URGENT in words(asked.check_in)
    asked.type(ENTER)
    asked.type(ENTER, modifier=CONTROL)
    asked.type(ENTER)
    assert isinstance(asked.step, SavedStep)
    assert URGENT in words(asked.check_in)
    asked.type(ENTER)
    asked.press(button(asked.today, "Check in now"))
    assert URGENT not in words(asked.check_in)


def test_what_lasts_longer_stands_on_the_saved_page(asked: OpenedWindow) -> None:
    asked.type("H", ENTER)
    asked.type(ENTER, modifier=CONTROL)
    asked.press(asked.check_in.next)
    line = "Felt disconnected. This is lasting longer than most people report."
    assert any(text.startswith(line) for text in words(asked.check_in))
    assert line in asked.step.accessibleDescription()


def test_a_helper_is_named_by_a_quiet_switch(asked: OpenedWindow) -> None:
    asked.type(ENTER)
    asked.type(ENTER, modifier=CONTROL)
    step = asked.step
    assert isinstance(step, ReviewStep)
    asked.press(step.helper)
    draft = asked.store.draft(DRAFT_NAME)
    assert draft is not None
    assert draft.content["entered_by"] == "helper"
    asked.store.close()
    asked.press(step.helper)
    assert step.helper.isChecked()
    assert asked.check_in.notice.isVisible()
