"""The item on thoughts of death on screen: the help panel before the next page, declining."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from symptrack.gui.widgets.help_panel import HelpStep
from symptrack.gui.widgets.questionnaire_ends import AnswersStep
from symptrack.gui.widgets.questionnaire_steps import ItemStep
from tests.builders import make_journal, make_response
from tests.gui.asked_questionnaire import ENTER, NOT_SAID, WRITTEN, AskedQuestionnaire

TITLE, READ = "If you need someone now", "I have read this"


def test_item_9_above_0_shows_the_help_panel_before_the_next_page(
    asked: AskedQuestionnaire,
) -> None:
    page = asked()
    asked.type_all(*[0] * 8)
    asked.window.type("1")
    assert isinstance(page.step, ItemStep)
    asked.window.type(ENTER)
    assert isinstance(page.step, HelpStep)
    assert {TITLE, "911", "988", "Your answer is saved and can be changed."} <= set(asked.words)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == READ
    asked.press(READ)
    assert WRITTEN["phq9"]["unscored_items"][0]["text"] in asked.words
    asked.press("Back")
    asked.window.type("3", ENTER)
    assert isinstance(page.step, ItemStep)


def test_back_from_the_panel_lets_the_answer_be_changed(asked: AskedQuestionnaire) -> None:
    page = asked()
    asked.type_all(*[0] * 8)
    asked.window.type("1", ENTER)
    asked.press("Back")
    assert asked.chosen == ["Several days, 1"]
    asked.window.type("0", ENTER)
    assert isinstance(page.step, AnswersStep)


def test_leaving_or_going_back_shows_the_panel_first(asked: AskedQuestionnaire) -> None:
    page = asked()
    asked.type_all(*[0] * 8)
    asked.window.type("2", Qt.Key.Key_Escape)
    assert isinstance(page.step, HelpStep)
    asked.press("Back", "Back")
    assert isinstance(page.step, HelpStep)
    asked.press(READ)
    assert asked.chosen == ["More than half the days, 2"]
    asked.press("Back")
    assert "8 of 9" in asked.words


def test_a_kill_at_the_panel_keeps_the_entry_and_brings_it_first(
    asked: AskedQuestionnaire,
) -> None:
    asked()
    asked.type_all(*[0] * 8)
    asked.window.type("2", ENTER)
    asked.window.main.show_journal(asked.window.pages())
    asked.window.rest()
    page = asked.begin()
    assert isinstance(page.step, HelpStep)
    asked.press(READ)
    assert asked.chosen == ["More than half the days, 2"]
    asked.press("Next", "Skip this question", "Save")
    assert [one.answers["q9"] for one in asked.saved] == [2]


def test_closing_at_the_panel_keeps_the_entry(asked: AskedQuestionnaire) -> None:
    page = asked()
    asked.type_all(*[0] * 8)
    asked.window.type("2", ENTER)
    with asked.window.qtbot.waitSignal(page.left):
        asked.window.type(Qt.Key.Key_Escape)
    assert asked.kept()["q9"] == 2


def test_declining_item_9_stays_visible(asked: AskedQuestionnaire) -> None:
    page = asked()
    asked.type_all(*[0] * 8)
    asked.press(NOT_SAID)
    assert asked.chosen == [NOT_SAID]
    asked.press("Next")
    assert isinstance(page.step, AnswersStep)
    asked.press("Back")
    assert asked.chosen == [NOT_SAID]
    asked.press("Next")
    assert NOT_SAID in asked.words
    asked.press("Save")
    assert "Declined: question 9." in asked.words
    assert [one.declined for one in asked.saved] == [("q9",)]


def test_a_saved_one_with_item_9_shows_the_panel_again_from_the_journal(
    asked: AskedQuestionnaire,
) -> None:
    saved = make_response()
    asked.window.open(make_journal(responses=[saved]), "2026-09-13 19:00")
    page = asked.edit(saved.id)
    assert isinstance(page.step, HelpStep)
    asked.press(READ)
    assert isinstance(page.step, AnswersStep)
    assert asked.saved == (saved,)
