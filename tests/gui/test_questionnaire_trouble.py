"""A questionnaire whose answers cannot be kept: it is said, and nothing is lost."""

from symptrack.gui.widgets.questionnaire_ends import AnswersStep, ScoreStep
from tests.gui.asked_questionnaire import LATER, AskedQuestionnaire
from tests.gui.trouble import let_write, refuse_writes


def test_one_that_is_there_no_more_is_refused_where_it_was_asked_for(
    asked: AskedQuestionnaire,
) -> None:
    asked.window.open(None, "2026-09-13 19:00")
    asked.edit("00000000-0000-4000-8000-000000000000")
    main = asked.window.main
    assert main.notice.accessibleName() == "This entry is no longer in the journal."


def test_an_answer_that_cannot_be_kept_is_said_and_kept_later(asked: AskedQuestionnaire) -> None:
    page = asked()
    refuse_writes(asked.window.store)
    asked.window.type("2")
    assert page.notice.isVisible()
    assert asked.chosen == ["More than half the days, 2"]
    asked.press("Next")
    assert "1 of 9" in asked.words
    asked.press(LATER)
    assert asked.window.main.stack.currentWidget() is page
    let_write(asked.window.store)
    asked.press("Next")
    assert ("2 of 9" in asked.words, asked.kept()) == (True, {"q1": 2})


def test_a_save_that_fails_is_said_and_the_answers_stay(asked: AskedQuestionnaire) -> None:
    page = asked("gad7")
    asked.type_all(*[1] * 7)
    refuse_writes(asked.window.store)
    asked.press("Save")
    assert page.notice.isVisible()
    assert isinstance(page.step, AnswersStep)
    let_write(asked.window.store)
    asked.press("Save")
    assert isinstance(page.step, ScoreStep)


def test_closing_the_window_keeps_what_is_chosen(asked: AskedQuestionnaire) -> None:
    asked()
    refuse_writes(asked.window.store)
    asked.window.type("2")
    let_write(asked.window.store)
    asked.window.main.flows.settle()
    assert asked.kept() == {"q1": 2}
