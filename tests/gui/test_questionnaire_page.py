"""A questionnaire on screen: its own words, its printed keys, the help panel, its score."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from symptrack.domain.words import EnteredBy
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.questionnaire_ends import AnswersStep, ScoreStep
from symptrack.presenters.preferences import ThemeChoice
from tests.builders import make_journal, make_response
from tests.gui.asked_questionnaire import DOCUMENT, ENTER, NOT_SAID, WRITTEN, AskedQuestionnaire
from tests.gui.pictures_of import colours_in
from tests.gui.trouble import let_write, refuse_writes


@pytest.mark.parametrize("key", ["phq9", "gad7", "pcl5"])
def test_what_is_read_off_the_screen_is_word_for_word_what_was_published(
    asked: AskedQuestionnaire, key: str
) -> None:
    page, written = asked(key), WRITTEN[key]
    options = DOCUMENT["responses"][written["responses"]]["options"]
    if "instruction" in written:
        assert {written["title"], written["instruction"]} <= set(asked.words)
        asked.press("Next")
    for place, item in enumerate(written["items"], start=1):
        shown = asked.words
        assert {written["stem"], item["text"]} <= set(shown)
        assert f"About the {written['recall']}" in shown
        assert f"{place} of {len(written['items'])}" in shown
        answers = [one for one in asked.answers if one.key]
        assert [(one.key, one.words) for one in answers] == [
            (str(option["value"]), option["text"]) for option in options
        ]
        declines = [one.words for one in asked.answers if not one.key]
        assert declines == ([NOT_SAID] if item.get("may_decline") else [])
        assert all(one.height() >= 76 for one in asked.answers)
        asked.press("Next")
    assert isinstance(page.step, AnswersStep)
    assert {item["text"] for item in written["items"]} <= set(asked.words)
    assert written["credit"] in asked.words


def test_the_difficulty_item_is_read_off_the_screen_too(asked: AskedQuestionnaire) -> None:
    asked()
    asked.type_all(1, *[0] * 8)
    item = WRITTEN["phq9"]["unscored_items"][0]
    assert item["text"] in asked.words
    assert WRITTEN["phq9"]["stem"] not in asked.words
    assert [(one.key, one.words) for one in asked.answers] == [
        (str(option["value"]), option["text"])
        for option in DOCUMENT["responses"]["phq_difficulty"]["options"]
    ]


@pytest.mark.parametrize(("key", "highest"), [("phq9", 3), ("gad7", 3), ("pcl5", 4)])
def test_the_printed_keys_answer_and_no_other_key_does_anything(
    asked: AskedQuestionnaire, key: str, highest: int
) -> None:
    page = asked(key)
    if key == "pcl5":
        asked.press("Next")
    shown = page.step
    digits: list[str | Qt.Key] = [digit for digit in "0123456789" if int(digit) > highest]
    for other in (*digits, "A", "N", Qt.Key.Key_Space, Qt.Key.Key_F5, Qt.Key.Key_Minus):
        asked.window.type(other)
        assert (asked.chosen, page.step) == ([], shown)
    assert key != "pcl5" or asked.kept(key) == {}
    for value in range(highest + 1):
        asked.window.type(str(value))
        assert [one.endswith(f", {value}") for one in asked.chosen] == [True]
        assert asked.kept(key) == {"q1": value}
        assert page.step is shown
    hints = {text for text in asked.words if text in {"0", str(highest), "Enter", "Esc"}}
    assert hints == {"0", str(highest), "Enter", "Esc"}


def test_a_digit_with_control_is_no_answer(asked: AskedQuestionnaire) -> None:
    asked()
    asked.window.type("2", modifier=Qt.KeyboardModifier.AltModifier)
    assert asked.chosen == []


def test_an_answer_is_chosen_by_the_mouse_and_kept_at_once(asked: AskedQuestionnaire) -> None:
    asked()
    asked.window.press(asked.answers[2])
    assert asked.chosen == ["More than half the days, 2"]
    assert asked.kept() == {"q1": 2}
    asked.window.press(asked.answers[1])
    assert (asked.chosen, asked.kept()) == (["Several days, 1"], {"q1": 1})


def test_enter_goes_on_and_alt_left_goes_back(asked: AskedQuestionnaire) -> None:
    page = asked()
    assert not page.back.isEnabled()
    asked.window.type("2", ENTER)
    assert "2 of 9" in asked.words
    asked.window.type(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert "1 of 9" in asked.words
    assert asked.chosen == ["More than half the days, 2"]
    asked.window.type(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert "1 of 9" in asked.words


def test_a_press_too_soon_on_a_new_page_does_nothing(asked: AskedQuestionnaire) -> None:
    page = asked()
    QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    asked.window.milliseconds.pass_by(300)
    QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    QTest.keyClick(page, Qt.Key.Key_1)
    assert ("2 of 9" in asked.words, asked.chosen) == (True, [])
    asked.window.rest()
    QTest.keyClick(page, Qt.Key.Key_1)
    QTest.keyClick(page, Qt.Key.Key_1)
    assert asked.chosen == ["Several days, 1"]


def test_a_key_pressed_twice_in_a_row_is_taken_once(asked: AskedQuestionnaire) -> None:
    page = asked()
    QTest.keyClick(page, ENTER)
    asked.window.milliseconds.pass_by(450)
    QTest.keyClick(page, ENTER)
    asked.window.rest()
    assert "2 of 9" in asked.words


def test_skip_leaves_the_item_unanswered(asked: AskedQuestionnaire) -> None:
    asked()
    asked.window.type("3")
    asked.press("Skip this question")
    assert asked.kept() == {}
    assert "2 of 9" in asked.words


def test_finishing_later_goes_on_where_it_was_left(asked: AskedQuestionnaire) -> None:
    page = asked()
    asked.type_all(2, 1)
    with asked.window.qtbot.waitSignal(page.left):
        asked.window.type(Qt.Key.Key_Escape)
    assert asked.window.main.stack.currentWidget() is not page
    asked.begin()
    assert "3 of 9" in asked.words
    assert "You began this today, 19:00. Your answers are kept." in asked.words
    asked.press("Start over")
    assert "1 of 9" in asked.words
    asked.press("Undo")
    assert "3 of 9" in asked.words
    asked.press("Back")
    assert asked.chosen == ["Several days, 1"]


def test_a_crash_after_any_answer_loses_nothing(asked: AskedQuestionnaire) -> None:
    asked()
    asked.type_all(2)
    asked.window.type("3")
    asked.window.main.show_journal(asked.window.pages())
    asked.window.rest()
    asked.begin()
    assert ("2 of 9" in asked.words, asked.chosen) == (True, ["Nearly every day, 3"])


def test_the_last_score_is_never_shown_while_asking(asked: AskedQuestionnaire) -> None:
    page = asked(journal=make_journal(responses=[make_response("2026-08-30 09:00")]))
    assert "About the last 2 weeks. Last time: 30 August" in asked.words
    while not isinstance(page.step, AnswersStep):
        assert not any("18" in text for text in asked.words)
        asked.press("Next")
    assert not any("18" in text for text in asked.words)


def test_one_begun_too_soon_is_allowed_and_marked(asked: AskedQuestionnaire) -> None:
    asked(journal=make_journal(responses=[make_response("2026-09-10 09:00")]))
    assert any("“Overlaps the two weeks before”" in text for text in asked.words)
    asked.type_all(*[0] * 9)
    assert not any("“Overlaps" in text for text in asked.words)
    asked.press("Save")
    assert "Overlaps the two weeks before." in asked.words


def test_from_the_review_one_answer_is_changed_and_it_returns_there(
    asked: AskedQuestionnaire,
) -> None:
    page = asked("gad7")
    asked.type_all(*[1] * 7)
    assert isinstance(page.step, AnswersStep)
    asked.press("Change: " + WRITTEN["gad7"]["items"][2]["text"])
    assert asked.chosen == ["Several days, 1"]
    asked.window.type("3")
    asked.press("To your answers")
    assert isinstance(page.step, AnswersStep)
    assert "Nearly every day (3)" in asked.words


def test_a_helper_says_so_on_the_review(asked: AskedQuestionnaire) -> None:
    page = asked("gad7")
    asked.type_all(*[1] * 7)
    assert isinstance(page.step, AnswersStep)
    refuse_writes(asked.window.store)
    asked.press("Someone is helping me enter this")
    assert not page.step.helper.isChecked()
    let_write(asked.window.store)
    asked.press("Someone is helping me enter this", "Save")
    assert [one.entered_by for one in asked.saved] == [EnteredBy.HELPER]


def test_the_score_stands_with_its_band_source_and_credit(asked: AskedQuestionnaire) -> None:
    page = asked("gad7")
    asked.type_all(*[1] * 7)
    with asked.window.qtbot.waitSignal(page.saved):
        asked.press("Save")
    assert isinstance(page.step, ScoreStep)
    assert {
        "Saved in your journal",
        "7",
        "of 21",
        "Mild",
        "Published band, 5 to 9 points (Spitzer 2006)",
        "Only your clinician can say what the number means for you.",
        WRITTEN["gad7"]["credit"],
    } <= set(asked.words)
    asked.window.type(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    asked.window.type("2")
    assert isinstance(page.step, ScoreStep)
    with asked.window.qtbot.waitSignal(page.left):
        asked.window.type(ENTER)


def test_without_a_total_the_score_says_so(asked: AskedQuestionnaire) -> None:
    asked("gad7")
    asked.press(*["Next"] * 7, "Save")
    assert {"No total", "A total needs all 7 answers."} <= set(asked.words)


def test_from_the_score_an_answer_can_be_changed(asked: AskedQuestionnaire) -> None:
    page = asked("gad7")
    asked.type_all(*[1] * 7)
    asked.press("Save", "Change an answer")
    assert isinstance(page.step, AnswersStep)
    asked.press("Change: " + WRITTEN["gad7"]["items"][0]["text"])
    asked.window.type("3")
    asked.press("To your answers", "Save")
    assert {"9", "What it said before is kept."} <= set(asked.words)
    assert len(asked.saved) == 1
    asked.press("Done")
    assert asked.window.main.stack.currentWidget() is not page


def test_the_arrow_keys_walk_through_the_answers_for_a_screen_reader(
    asked: AskedQuestionnaire,
) -> None:
    asked()
    asked.window.press(asked.answers[0])
    for answer in asked.answers:
        assert answer.accessibleDescription() == (
            f"{WRITTEN['phq9']['stem']} {WRITTEN['phq9']['items'][0]['text']}"
        )
    QTest.keyClick(asked.answers[0], Qt.Key.Key_Down)
    focus = QApplication.focusWidget()
    assert focus is asked.answers[1]


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_chosen_answer_is_told_by_ring_ground_and_edge(
    asked: AskedQuestionnaire, theme: ThemeSource, choice: ThemeChoice
) -> None:
    theme.choose(choice, 100)
    asked()
    asked.window.press(asked.answers[1])
    plain = colours_in(asked.answers[0].grab().toImage())
    chosen = colours_in(asked.answers[1].grab().toImage())
    assert theme.tokens.surface.upper() in plain
    assert {theme.tokens.soft.upper(), theme.tokens.primary.upper()} <= set(chosen)
    assert theme.tokens.soft.upper() not in plain


@pytest.mark.parametrize(
    ("size", "width", "height"), [(100, 1280, 832), (200, 1024, 640), (200, 1280, 832)]
)
def test_nothing_is_wider_than_the_window_at_any_text_size(
    asked: AskedQuestionnaire, theme: ThemeSource, size: int, width: int, height: int
) -> None:
    theme.choose(ThemeChoice.LIGHT, size)
    asked.window.main.resize(width, height)
    page = asked(journal=make_journal(responses=[make_response("2026-09-10 09:00")]))
    while not isinstance(page.step, AnswersStep):
        assert page.step is not None
        assert all(one.width() <= page.width() for one in asked.answers)
        assert page.step.width() <= page.width()
        asked.press("Next")
    asked.press("Save")
    assert page.step is not None
    assert page.step.width() <= page.width()
