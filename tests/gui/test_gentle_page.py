"""Gentle mode in the window: few presses, each saved at once, and back to where one was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from symptrack.domain.words import EnteredBy
from symptrack.gui.tokens import GENTLE
from symptrack.gui.widgets.gentle_steps import (
    GentleEffectsStep,
    GentleHelpStep,
    GentleMoodStep,
    GentleWorseStep,
)
from symptrack.presenters.check_in_draft import DRAFT_NAME
from symptrack.presenters.preferences import ThemeChoice
from tests.builders import make_check_in, make_journal
from tests.gui.gentle_pages import (
    AFTERNOON,
    after_session,
    begin,
    entries,
    gentle_of,
    in_gentle,
    press,
    step_of,
    tile,
)
from tests.gui.opened_window import OpenedWindow, button, words
from tests.gui.pictures_of import colours_in
from tests.gui.trouble import let_write, refuse_writes

URGENT = "This can need medical help now. Call 911. If you can, have someone with you."
AT_ONCE = "Gentle mode. Each answer is saved at once."


@pytest.fixture
def afternoon(window: OpenedWindow) -> OpenedWindow:
    """Return the window on Today, in the afternoon after a session."""
    return window.open(after_session(), AFTERNOON)


@pytest.fixture
def gentle(afternoon: OpenedWindow) -> OpenedWindow:
    """Return the window on the first page of gentle mode."""
    begin(afternoon)
    return afternoon


def said(window: OpenedWindow) -> str:
    """Return what gentle mode says went wrong, or nothing."""
    notice = gentle_of(window).notice
    return notice.accessibleName() if notice.isVisible() else ""


def test_a_gentle_check_in_takes_five_presses_of_the_mouse_from_today(
    afternoon: OpenedWindow,
) -> None:
    presses = 0
    for name in ("Gentle mode", "4 of 10", "Next", "Nausea", "Done"):
        page = afternoon.main if presses == 0 else gentle_of(afternoon)
        afternoon.press(button(page, name))
        presses += 1
    (entry,) = entries(afternoon)
    assert entry.ratings == {"mood": 4}
    assert [one.effect for one in entry.side_effects] == ["nausea"]
    assert afternoon.today.isVisible()
    assert presses <= 5


def test_a_gentle_check_in_takes_five_keys_from_today(afternoon: OpenedWindow) -> None:
    keys = (Qt.Key.Key_F2, "4", Qt.Key.Key_Return, "A", Qt.Key.Key_Return)
    afternoon.type(*keys)
    (entry,) = entries(afternoon)
    assert entry.ratings == {"mood": 4}
    assert [one.effect for one in entry.side_effects] == ["nausea"]
    assert afternoon.today.isVisible()
    assert len(keys) <= 5


def test_the_first_page_asks_the_mood_and_chooses_nothing(gentle: OpenedWindow) -> None:
    page, step = gentle_of(gentle), step_of(gentle)
    assert {AT_ONCE, "1 of 2", "How is your mood?", "Worst", "Best"} <= set(words(page))
    assert isinstance(step, GentleMoodStep)
    assert step.scale.value is None
    assert step.scale.hasFocus()
    assert not page.foot.back.isVisible()
    assert entries(gentle) == []


def test_each_answer_is_in_the_journal_before_anything_else_is_pressed(
    gentle: OpenedWindow,
) -> None:
    press(gentle, "7 of 10")
    assert entries(gentle)[0].ratings == {"mood": 7}
    press(gentle, "Next", "Dizzy")
    assert [one.effect for one in entries(gentle)[0].side_effects] == ["dizziness"]
    press(gentle, "Drowsy", "Dizzy")
    assert [one.effect for one in entries(gentle)[0].side_effects] == ["drowsiness"]
    press(gentle, "No, nothing")
    assert entries(gentle)[0].nothing_to_report
    press(gentle, "No, nothing")
    assert [one.effect for one in entries(gentle)[0].side_effects] == ["drowsiness"]
    assert len(entries(gentle)) == 1


def test_one_and_then_zero_is_ten(gentle: OpenedWindow) -> None:
    gentle.type("1", "0")
    assert entries(gentle)[0].ratings == {"mood": 10}


@pytest.mark.parametrize("way", ["Stop for now", "Esc", "closed"])
def test_leaving_at_any_point_is_finishing_it(gentle: OpenedWindow, way: str) -> None:
    gentle.type("4")
    if way == "Esc":
        gentle.type(Qt.Key.Key_Escape)
    elif way == "closed":
        gentle.main.close()
        assert not gentle.main.isVisible()
    else:
        press(gentle, way)
    assert entries(gentle)[0].ratings == {"mood": 4}
    assert gentle.store.draft(DRAFT_NAME) is None


def test_it_goes_back_to_today_and_says_that_it_is_saved(gentle: OpenedWindow) -> None:
    gentle.type("4", Qt.Key.Key_Escape)
    assert gentle.today.isVisible()
    assert gentle.main.notice.accessibleName() == "Saved in your journal."
    assert gentle.main.sidebar.gentle.hasFocus() or gentle.main.sidebar.buttons["today"].hasFocus()


def test_leaving_without_an_answer_saves_nothing_and_says_nothing(gentle: OpenedWindow) -> None:
    gentle.type(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert gentle.today.isVisible()
    assert entries(gentle) == []
    assert not gentle.main.notice.isVisible()


def test_back_gives_the_page_before_with_its_answer(gentle: OpenedWindow) -> None:
    gentle.type("4", Qt.Key.Key_Return)
    press(gentle, "Back")
    assert tile(gentle, "4 of 10").isChecked()
    assert "1 of 2" in words(gentle_of(gentle))


def test_today_can_ask_for_it(afternoon: OpenedWindow) -> None:
    afternoon.today.gentle_requested.emit()
    afternoon.rest()
    assert in_gentle(afternoon)


def test_beginning_again_asks_anew(gentle: OpenedWindow) -> None:
    gentle.type("4", Qt.Key.Key_Escape)
    begin(gentle)
    assert not tile(gentle, "4 of 10").isChecked()
    gentle.type("6")
    assert [one.ratings["mood"] for one in entries(gentle)] == [4, 6]


def test_a_doubled_press_is_one(gentle: OpenedWindow) -> None:
    press(gentle, "4 of 10", "Next")
    target = tile(gentle, "Nausea")
    for _time in range(2):
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    assert [one.effect for one in entries(gentle)[0].side_effects] == ["nausea"]


def test_a_press_on_a_page_just_shown_does_nothing(gentle: OpenedWindow) -> None:
    press(gentle, "4 of 10")
    QTest.mouseClick(gentle_of(gentle).foot.next, Qt.MouseButton.LeftButton)
    QTest.mouseClick(tile(gentle, "Done"), Qt.MouseButton.LeftButton)
    QTest.keyClick(gentle.main.windowHandle(), Qt.Key.Key_A)
    assert in_gentle(gentle)
    assert entries(gentle)[0].side_effects == ()


def test_someone_who_helps_can_say_so(gentle: OpenedWindow) -> None:
    press(gentle, "Someone is helping me enter this", "4 of 10")
    assert entries(gentle)[0].entered_by is EnteredBy.HELPER
    press(gentle, "Next")
    assert not gentle_of(gentle).top.helped.isVisible()


def test_something_worse_shows_the_red_flags_and_what_to_do(gentle: OpenedWindow) -> None:
    gentle.type("4", Qt.Key.Key_Return, "G")
    step = step_of(gentle)
    assert isinstance(step, GentleWorseStep)
    assert "Is it one of these?" in words(step)
    assert URGENT not in words(step)
    gentle.type("A")
    assert {URGENT, "Harbour Clinic: 555 0142"} <= set(words(step))
    assert [one.effect for one in entries(gentle)[0].side_effects] == ["chest_pain"]
    press(gentle, "Back")
    assert isinstance(step_of(gentle), GentleEffectsStep)
    press(gentle, "Done")
    assert gentle.today.isVisible()


def test_an_urgent_text_goes_when_the_flag_is_taken_back(gentle: OpenedWindow) -> None:
    gentle.type("4", Qt.Key.Key_Return, "G", "A", "A")
    assert URGENT not in words(gentle_of(gentle))
    assert entries(gentle)[0].side_effects == ()


@pytest.mark.parametrize("leaving", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_first_low_mood_of_a_day_brings_the_help_panel_with_one_acknowledgement(
    gentle: OpenedWindow, leaving: Qt.Key
) -> None:
    gentle.type("0", leaving)
    assert isinstance(step_of(gentle), GentleHelpStep)
    assert "If you need someone now" in words(gentle_of(gentle))
    assert [one.ratings for one in entries(gentle)] == [{"mood": 0}]
    assert not gentle_of(gentle).foot.stop.isVisible()
    gentle.type(Qt.Key.Key_Return)
    if leaving == Qt.Key.Key_Escape:
        assert gentle.today.isVisible()
    else:
        assert isinstance(step_of(gentle), GentleEffectsStep)


def test_the_help_panel_can_be_left_too(gentle: OpenedWindow) -> None:
    gentle.type("0", Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert gentle.today.isVisible()


def test_a_second_low_mood_of_a_day_brings_only_a_line(window: OpenedWindow) -> None:
    earlier = make_check_in("2026-09-01 08:00", ratings={"mood": 0})
    window.open(make_journal(check_ins=[earlier]), AFTERNOON)
    begin(window)
    window.type("0", Qt.Key.Key_Return)
    assert "If you need someone now: 911, 988" in words(gentle_of(window))


def test_the_self_harm_flag_brings_the_panel_at_once(gentle: OpenedWindow) -> None:
    gentle.type("4", Qt.Key.Key_Return, "G", "F")
    assert isinstance(step_of(gentle), GentleHelpStep)
    assert [one.effect for one in entries(gentle)[0].side_effects] == ["suicidal"]
    gentle.type(Qt.Key.Key_Return)
    assert isinstance(step_of(gentle), GentleWorseStep)
    assert URGENT in words(gentle_of(gentle))


def test_what_cannot_be_saved_is_said_and_goes_in_with_the_next_answer(
    gentle: OpenedWindow,
) -> None:
    refuse_writes(gentle.store)
    press(gentle, "4 of 10")
    assert said(gentle)
    assert "Gentle mode. Your last answer is not saved yet." in words(gentle_of(gentle))
    assert tile(gentle, "4 of 10").isChecked()
    let_write(gentle.store)
    press(gentle, "5 of 10")
    assert said(gentle) == ""
    assert AT_ONCE in words(gentle_of(gentle))
    assert entries(gentle)[0].ratings == {"mood": 5}


@pytest.mark.parametrize("by", ["button", "stop"])
def test_one_who_wants_to_leave_is_told_once_what_is_not_saved(
    gentle: OpenedWindow, by: str
) -> None:
    refuse_writes(gentle.store)
    press(gentle, "4 of 10", "Stop for now")
    assert in_gentle(gentle)
    press(gentle, "Leave without it" if by == "button" else "Stop for now")
    assert gentle.today.isVisible()
    assert not gentle.main.notice.isVisible()
    let_write(gentle.store)


def test_leaving_tries_once_more(gentle: OpenedWindow) -> None:
    refuse_writes(gentle.store)
    press(gentle, "4 of 10")
    let_write(gentle.store)
    press(gentle, "Stop for now")
    assert gentle.today.isVisible()
    assert entries(gentle)[0].ratings == {"mood": 4}


def test_the_window_asks_before_it_closes_over_what_is_not_saved(gentle: OpenedWindow) -> None:
    refuse_writes(gentle.store)
    press(gentle, "4 of 10")
    gentle.main.close()
    assert gentle.main.isVisible()
    assert said(gentle)
    let_write(gentle.store)
    gentle.main.close()
    assert not gentle.main.isVisible()
    assert entries(gentle)[0].ratings == {"mood": 4}


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_everything_on_screen_is_warm_and_dark_whatever_the_window_wears(
    afternoon: OpenedWindow, choice: ThemeChoice
) -> None:
    afternoon.theme.choose(choice, 100)
    before = colours_in(afternoon.main.grab().toImage())
    afternoon.type(Qt.Key.Key_F2, "4")
    seen = colours_in(afternoon.main.grab().toImage())
    assert max(seen, key=lambda colour: seen[colour]) == GENTLE.bg
    assert GENTLE.primary in seen
    own = afternoon.theme.tokens
    assert seen.keys().isdisjoint({own.bg, own.sidebar, own.surface, own.primary})
    assert {own.bg, own.sidebar} <= before.keys()
    afternoon.type(Qt.Key.Key_Escape)
    after = colours_in(afternoon.main.grab().toImage())
    assert {own.bg, own.sidebar} <= after.keys()
    assert after.keys().isdisjoint({GENTLE.bg, GENTLE.primary})


def test_help_over_gentle_mode_is_dark_too_and_gives_it_back(gentle: OpenedWindow) -> None:
    gentle.type("4")
    gentle.press(gentle.main.help_bar.open)
    seen = colours_in(gentle.main.grab().toImage())
    assert max(seen, key=lambda colour: seen[colour]) == GENTLE.bg
    gentle.type(Qt.Key.Key_F2)
    assert tile(gentle, "4 of 10").isChecked()
    gentle.type(Qt.Key.Key_Escape)
    gentle.press(gentle.main.help_bar.open)
    assert GENTLE.bg not in colours_in(gentle.main.grab().toImage())


def test_another_look_of_the_desktop_changes_no_answer(gentle: OpenedWindow) -> None:
    gentle.type("4")
    gentle.theme.choose(ThemeChoice.DARK, 200)
    gentle.rest()
    assert tile(gentle, "4 of 10").isChecked()
    assert "1 of 3" in words(gentle_of(gentle))
    gentle.theme.choose(ThemeChoice.LIGHT, 100)


def test_with_the_largest_text_the_side_effects_are_asked_on_two_pages(
    afternoon: OpenedWindow,
) -> None:
    afternoon.theme.choose(ThemeChoice.LIGHT, 200)
    begin(afternoon)
    afternoon.type("4", Qt.Key.Key_Return, "A", Qt.Key.Key_Return)
    assert "3 of 3" in words(gentle_of(afternoon))
    afternoon.type("D", Qt.Key.Key_Return)
    assert [one.effect for one in entries(afternoon)[0].side_effects] == ["nausea", "headache"]
    assert afternoon.today.isVisible()


def test_with_the_largest_text_going_back_through_the_red_flags_leads_to_the_side_effects(
    afternoon: OpenedWindow,
) -> None:
    afternoon.theme.choose(ThemeChoice.LIGHT, 200)
    begin(afternoon)
    afternoon.type("4", Qt.Key.Key_Return, "G", Qt.Key.Key_Return)
    press(afternoon, "Back", "Back")
    assert isinstance(step_of(afternoon), GentleEffectsStep)
