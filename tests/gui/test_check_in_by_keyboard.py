"""The whole way by keyboard alone: digits, letters, Enter, Back, Esc and Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from symptrack.domain.check_in import CheckIn
from symptrack.gui.widgets.effects_step import EffectsStep
from symptrack.gui.widgets.question_steps import NoteStep, RatingStep
from symptrack.gui.widgets.review_steps import ReviewStep, SavedStep
from symptrack.presenters.check_in_draft import DRAFT_NAME
from tests.builders import make_journal, make_series, make_session
from tests.gui.opened_window import OpenedWindow, button, chosen_cards, words

ENTER, ESC, TAB, LEFT = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Left
SPACE, RIGHT = Qt.Key.Key_Space, Qt.Key.Key_Right
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def asked(window: OpenedWindow) -> OpenedWindow:
    """Return the window on the first page of a check-in, reached with Enter."""
    series = make_series()
    journal = make_journal(series=[series], sessions=[make_session(series_id=series.id)])
    window.open(journal, "2026-09-02 09:30")
    window.qtbot.waitUntil(button(window.today, "Check in now").hasFocus)
    window.type(ENTER)
    return window


def saved(window: OpenedWindow) -> list[CheckIn]:
    return list(window.store.load().check_ins)


def focused() -> str:
    """Return the accessible name of what has the focus."""
    focus = QApplication.focusWidget()
    return "" if focus is None else focus.accessibleName()


def value(window: OpenedWindow) -> int | None:
    step = window.step
    assert isinstance(step, RatingStep)
    return step.scale.value


def tab_to(window: OpenedWindow, name: str) -> None:
    """Press Tab until something has the focus."""
    for _press in range(40):
        if focused() == name:
            return
        window.type(TAB)
    raise AssertionError(f"Tab does not reach {name!r}")


def type_note(text: str) -> None:
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, text)


def test_the_whole_way_by_keyboard(asked: OpenedWindow) -> None:
    asked.type("6", ENTER)
    asked.type("1", "0", ENTER)
    asked.type("C", "2", "A", "1", ENTER)
    type_note("Slept & dreamt, 10 h.")
    tab_to(asked, "Next")
    asked.type(ENTER)
    assert isinstance(asked.step, ReviewStep)
    asked.type(ENTER)
    assert isinstance(asked.step, SavedStep)
    asked.type(ENTER)
    assert asked.today.isVisible()
    (check_in,) = saved(asked)
    assert check_in.ratings == {"mood": 6, "anxiety": 10}
    assert check_in.note == "Slept & dreamt, 10 h."
    assert {entry.effect: entry.severity for entry in check_in.side_effects} == {
        "nausea": 2,
        "drowsiness": 1,
    }


def test_typed_digits_choose_and_a_later_one_replaces(asked: OpenedWindow) -> None:
    seen = []
    for key in ("7", "0", "1", "0"):
        asked.type(key)
        seen.append(value(asked))
    assert seen == [7, 0, 1, 10]


def test_a_digit_typed_twice_by_shaky_hands_is_typed_once(asked: OpenedWindow) -> None:
    handle = asked.main.windowHandle()
    for key in (Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_0):
        QTest.keyClick(handle, key)
        asked.milliseconds.pass_by(150)
    assert value(asked) == 10


def test_digits_outside_the_scale_and_other_letters_do_nothing(asked: OpenedWindow) -> None:
    before = asked.store.changes
    asked.type("X", "-", Qt.Key.Key_F5)
    assert value(asked) is None
    assert asked.store.changes == before


def test_a_key_held_down_is_typed_once(asked: OpenedWindow) -> None:
    first = asked.step
    for repeated in (True, True):
        event = QKeyEvent(
            QKeyEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", repeated
        )
        QApplication.sendEvent(asked.check_in, event)
        asked.rest()
    assert asked.step is first


def test_keys_do_nothing_on_a_page_just_shown(asked: OpenedWindow) -> None:
    handle = asked.main.windowHandle()
    QTest.keyClick(handle, ENTER)
    asked.turn()
    QTest.keyClick(handle, Qt.Key.Key_4)
    QTest.keyClick(handle, Qt.Key.Key_Left, ALT)
    asked.milliseconds.pass_by(399)
    QTest.keyClick(handle, Qt.Key.Key_5)
    assert value(asked) is None
    assert "2 of 5" in words(asked.check_in)
    asked.milliseconds.pass_by(1)
    QTest.keyClick(handle, Qt.Key.Key_6)
    assert value(asked) == 6


def test_alt_left_goes_back_and_never_changes_an_answer(asked: OpenedWindow) -> None:
    asked.type("6", ENTER, "4")
    asked.type(LEFT, modifier=ALT)
    assert "1 of 5" in words(asked.check_in)
    assert value(asked) == 6
    asked.type(LEFT, modifier=ALT)
    assert "1 of 5" in words(asked.check_in)
    assert value(asked) == 6
    asked.type(ENTER)
    assert value(asked) == 4


def test_alt_left_works_in_the_note_and_keeps_it(asked: OpenedWindow) -> None:
    asked.type(ENTER, ENTER, ENTER)
    type_note("Slept")
    asked.type(LEFT, modifier=ALT)
    assert isinstance(asked.step, EffectsStep)
    asked.type(ENTER)
    type_note(" ok")
    note = asked.step
    assert isinstance(note, NoteStep)
    assert note.field.toPlainText() == "Slept ok"


def test_esc_keeps_everything_and_leaves(asked: OpenedWindow) -> None:
    asked.type("6", ENTER, ENTER, ENTER)
    type_note("half a sen")
    asked.type(ESC)
    assert asked.today.isVisible()
    draft = asked.store.draft(DRAFT_NAME)
    assert draft is not None
    assert draft.content["note"] == "half a sen"
    assert focused() == "Today"


def test_esc_on_saved_goes_back_to_today_and_keeps_one_entry(asked: OpenedWindow) -> None:
    asked.type(ENTER, ENTER, ENTER)
    tab_to(asked, "Next")
    asked.type(ENTER, ENTER)
    assert isinstance(asked.step, SavedStep)
    asked.type(LEFT, modifier=ALT)
    assert isinstance(asked.step, SavedStep)
    asked.type(ESC)
    assert asked.today.isVisible()
    assert asked.store.draft(DRAFT_NAME) is None
    assert len(saved(asked)) == 1


def test_enter_on_saved_saves_nothing_again_wherever_the_focus_is(asked: OpenedWindow) -> None:
    asked.type(ENTER, ENTER, ENTER)
    tab_to(asked, "Next")
    asked.type(ENTER, ENTER)
    asked.step.setFocus()
    changes = asked.store.changes
    asked.type(ENTER)
    assert asked.today.isVisible()
    assert asked.store.changes == changes


def test_enter_presses_the_button_that_has_the_focus(asked: OpenedWindow) -> None:
    asked.type("6", ENTER)
    tab_to(asked, "Back")
    asked.type(ENTER)
    assert value(asked) == 6
    tab_to(asked, "Skip this question")
    asked.type(ENTER)
    assert "2 of 5" in words(asked.check_in)
    tab_to(asked, "Save and finish later")
    asked.type(ENTER)
    assert asked.today.isVisible()


def test_letters_choose_tiles_and_digits_say_how_strong(asked: OpenedWindow) -> None:
    asked.type(ENTER, ENTER)
    asked.type("C", "3", "B", "0")
    assert [(card.key, severities(card)) for card in chosen_cards(asked)] == [
        ("nausea", 3),
        ("dizziness", 0),
    ]
    asked.type("C")
    assert [card.key for card in chosen_cards(asked)] == ["dizziness"]


def severities(card: object) -> int | None:
    from symptrack.gui.widgets.effects_step import ChosenCard

    assert isinstance(card, ChosenCard)
    return next((n for n, one in enumerate(card.severities) if one.isChecked()), None)


def test_a_digit_goes_to_the_card_that_has_the_focus(asked: OpenedWindow) -> None:
    asked.type(ENTER, ENTER, "C", "B")
    chosen_cards(asked)[0].state.buttons[0].setFocus()
    asked.type("2")
    assert [severities(card) for card in chosen_cards(asked)] == [2, None]


def test_digits_without_a_side_effect_and_letters_without_a_tile_do_nothing(
    asked: OpenedWindow,
) -> None:
    asked.type(ENTER, ENTER)
    asked.type("2", "Z", "9")
    assert chosen_cards(asked) == []


def test_a_letter_typed_twice_by_shaky_hands_chooses_once(asked: OpenedWindow) -> None:
    asked.type(ENTER, ENTER)
    for _press in range(2):
        QTest.keyClick(asked.main.windowHandle(), Qt.Key.Key_C)
        asked.milliseconds.pass_by(200)
    assert [card.key for card in chosen_cards(asked)] == ["nausea"]


def test_space_chooses_what_has_the_focus(asked: OpenedWindow) -> None:
    asked.type(TAB, RIGHT, RIGHT, SPACE)
    assert value(asked) == 2
    asked.type(ENTER, ENTER)
    assert focused() == "Nothing to report"
    asked.type(SPACE, ENTER)
    tab_to(asked, "Next")
    asked.type(ENTER, ENTER)
    assert saved(asked)[0].nothing_to_report


def test_digits_and_enter_in_the_note_are_text(asked: OpenedWindow) -> None:
    asked.type(ENTER, ENTER, ENTER)
    type_note("10 of 10")
    asked.type(ENTER)
    type_note("AB")
    assert isinstance(note := asked.step, NoteStep)
    assert note.field.toPlainText() == "10 of 10\nAB"


def tab_names(window: OpenedWindow) -> list[str]:
    """Return what Tab reaches from *Save and finish later* down to the main button."""
    window.check_in.leave.setFocus()
    names: list[str] = []
    for _press in range(60):
        names.append(focused())
        if focused() == window.check_in.next.accessibleName():
            return names
        window.type(TAB)
    raise AssertionError("Tab does not reach the main button")


def test_tab_reaches_a_rating_page_as_it_is_read(asked: OpenedWindow) -> None:
    asked.type(ENTER)
    wanted = ["Save and finish later", "0 of 10", "Skip this question", "Back", "Next"]
    assert tab_names(asked) == wanted
    asked.type("6")
    wanted[1] = "6 of 10"
    assert tab_names(asked) == wanted


def test_arrows_reach_every_tile_and_choose_none(asked: OpenedWindow) -> None:
    asked.type(TAB)
    reached = []
    for _press in range(11):
        reached.append(focused())
        asked.type(RIGHT)
    assert reached == [f"{rating} of 10" for rating in range(11)]
    assert value(asked) is None


def test_tab_reaches_the_side_effects_as_they_are_read(asked: OpenedWindow) -> None:
    asked.type(ENTER, ENTER, "C", "B")
    step = asked.step
    assert isinstance(step, EffectsStep)
    names = tab_names(asked)
    left = ["Nothing to report", *(tile.accessibleName() for tile in step.tiles)]
    assert names[0] == "Save and finish later"
    assert names[1 : len(left) + 1] == left
    rest = names[len(left) + 1 :]
    assert rest[:2] == ["Something else", "Skip this question"]
    assert rest[-2:] == ["Back", "Next"]
    cards = rest[2:-2]
    assert cards[: len(cards) // 2] == cards[len(cards) // 2 :]
    assert "Still there" in cards


def test_tab_reaches_every_change_of_the_review(asked: OpenedWindow) -> None:
    asked.type("6", ENTER, ENTER, ENTER)
    tab_to(asked, "Next")
    asked.type(ENTER)
    assert tab_names(asked) == [
        "Save and finish later",
        "Change: Mood",
        "Change: Anxiety",
        "Change: Side effects",
        "Change: Note",
        "Someone is helping me enter this",
        "Back",
        "Save",
    ]


def test_the_focus_begins_where_the_answer_does(asked: OpenedWindow) -> None:
    begins = [focused()]
    for _page in range(3):
        asked.type(ENTER)
        begins.append(focused())
    tab_to(asked, "Next")
    for _page in range(2):
        asked.type(ENTER)
        begins.append(focused())
    assert begins == [
        "How is your mood right now?",
        "How anxious are you right now?",
        "Nothing to report",
        "Anything you want to note?",
        "Save",
        "Back to Today",
    ]


def test_a_draft_gone_on_with_at_its_end_begins_on_save(asked: OpenedWindow) -> None:
    asked.type(ENTER, ENTER, ENTER)
    tab_to(asked, "Next")
    asked.type(ENTER, ESC)
    assert focused() == "Today"
    tab_to(asked, "Go on with it")
    asked.type(ENTER)
    assert isinstance(asked.step, ReviewStep)
    assert focused() == "Save"


def test_the_focus_never_gets_lost_when_a_page_is_left_behind(asked: OpenedWindow) -> None:
    for _page in range(3):
        asked.type(ENTER)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert asked.check_in.isAncestorOf(focus)


def test_the_pages_of_the_window_cannot_be_gone_to_from_within_a_check_in(
    asked: OpenedWindow,
) -> None:
    asked.type("6")
    asked.type("2", modifier=CONTROL)
    assert asked.check_in.isVisible()
    assert value(asked) == 6


def test_the_keys_that_work_are_printed_below_each_page(asked: OpenedWindow) -> None:
    printed = []
    for _page in range(3):
        printed.append([word for word in words(asked.check_in) if word in KEYS])
        asked.type(ENTER)
    printed.append([word for word in words(asked.check_in) if word in KEYS])
    assert printed == [
        ["0", "10", "Enter", "Esc"],
        ["0", "10", "Enter", "Esc"],
        ["A", "L", "N", "0", "3", "Enter"],
        ["Ctrl", "Enter", "Esc"],
    ]


KEYS = {"0", "3", "10", "A", "L", "N", "Ctrl", "Enter", "Esc", "Tab"}


def test_buttons_that_can_be_pressed_with_a_key_are_all_buttons(asked: OpenedWindow) -> None:
    unreachable = [
        one.accessibleName()
        for one in asked.check_in.findChildren(QAbstractButton)
        if one.isVisible() and one.isEnabled() and not one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert unreachable == []
