"""A whole check-in with the mouse: each answer kept at once, the whole saved once."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Kind
from symptrack.domain.words import EffectState
from symptrack.gui.widgets.effects_step import EffectsStep
from symptrack.gui.widgets.question_steps import NoteStep
from symptrack.gui.widgets.review_steps import ReviewStep, SavedStep
from symptrack.presenters.check_in_draft import DRAFT_NAME
from symptrack.presenters.preferences import ThemeChoice
from tests.builders import make_journal, make_series, make_session
from tests.gui.opened_window import OpenedWindow, button, chosen_cards, words

MORNING_AFTER = "2026-09-02 09:30"
HOSTILE = "<b>x</b> & $\\frac{1}{0}$"


@pytest.fixture
def asked(window: OpenedWindow) -> OpenedWindow:
    """Return the window on the first page of the 24-hour check-in."""
    series = make_series()
    journal = make_journal(series=[series], sessions=[make_session(series_id=series.id)])
    window.open(journal, MORNING_AFTER)
    window.press(button(window.today, "Check in now"))
    return window


def press(window: OpenedWindow, *names: str) -> None:
    for name in names:
        window.press(button(window.check_in, name))


def draft_of(window: OpenedWindow) -> dict[str, Any]:
    """Return what lies in the journal's drafts."""
    draft = window.store.draft(DRAFT_NAME)
    return {} if draft is None else dict(draft.content)


def saved(window: OpenedWindow) -> list[CheckIn]:
    return list(window.store.load().check_ins)


def to_effects(window: OpenedWindow) -> EffectsStep:
    press(window, "6 of 10", "Next", "3 of 10", "Next")
    assert isinstance(window.step, EffectsStep)
    return window.step


def test_a_whole_check_in(asked: OpenedWindow) -> None:
    assert "How is your mood right now?" in words(asked.check_in)
    press(asked, "6 of 10", "Next")
    assert "How anxious are you right now?" in words(asked.check_in)
    press(asked, "3 of 10", "Next")
    assert "Any side effects since the infusion?" in words(asked.check_in)
    press(asked, "Nausea", "Moderate, 2 of 3", "It has gone", "Next")
    note = asked.step
    assert isinstance(note, NoteStep)
    note.field.setPlainText("Slept well.")
    press(asked, "Next")
    assert {"6 of 10", "3 of 10", "Nausea, moderate (2), it has gone", "Slept well."} <= set(
        words(asked.check_in)
    )
    press(asked, "Save")
    assert "Saved in your journal" in words(asked.check_in)
    press(asked, "Back to Today")
    assert asked.main.page_stack.isVisible()
    (check_in,) = saved(asked)
    assert check_in.ratings == {"mood": 6, "anxiety": 3}
    assert check_in.note == "Slept well."
    (effect,) = check_in.side_effects
    assert (effect.effect, effect.severity, effect.state) == ("nausea", 2, EffectState.GONE)
    assert draft_of(asked) == {}
    assert "6" in words(asked.today)


def test_each_answer_is_in_the_journal_before_the_next_page(asked: OpenedWindow) -> None:
    press(asked, "6 of 10")
    assert draft_of(asked)["ratings"] == {"mood": 6}
    press(asked, "4 of 10")
    assert draft_of(asked)["ratings"] == {"mood": 4}
    press(asked, "Next")
    assert draft_of(asked)["step"] == 1


def test_no_page_moves_on_by_itself(asked: OpenedWindow) -> None:
    first = asked.step
    press(asked, "6 of 10")
    asked.milliseconds.pass_by(60_000)
    asked.turn()
    assert asked.step is first


def test_a_double_click_anywhere_counts_once(asked: OpenedWindow) -> None:
    for name in ("Next", "Next", "Next", "Next"):
        target = button(asked.check_in, name)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(target, Qt.MouseButton.LeftButton)
        asked.rest()
    assert isinstance(asked.step, ReviewStep)
    save = asked.check_in.next
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(save, Qt.MouseButton.LeftButton)
    asked.rest()
    assert len(saved(asked)) == 1
    assert asked.store.history(Kind.CHECK_INS, saved(asked)[0].id) == []


def test_a_double_press_on_a_tile_leaves_it_chosen(asked: OpenedWindow) -> None:
    step = to_effects(asked)
    QTest.mouseClick(step.tiles[2], Qt.MouseButton.LeftButton)
    QTest.mouseDClick(step.tiles[2], Qt.MouseButton.LeftButton)
    asked.rest()
    assert [card.key for card in chosen_cards(asked)] == ["nausea"]


def test_a_page_just_shown_takes_no_press(asked: OpenedWindow) -> None:
    QTest.mouseClick(asked.check_in.next, Qt.MouseButton.LeftButton)
    asked.turn()
    tile = button(asked.check_in, "0 of 10")
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    asked.milliseconds.pass_by(399)
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert not tile.isChecked()
    asked.milliseconds.pass_by(1)
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert tile.isChecked()
    assert draft_of(asked)["ratings"] == {"anxiety": 0}


def test_back_shows_what_was_answered(asked: OpenedWindow) -> None:
    assert not asked.check_in.back.isEnabled()
    press(asked, "6 of 10", "Next", "Back")
    assert button(asked.check_in, "6 of 10").isChecked()
    assert not asked.check_in.back.isEnabled()


def test_a_question_can_be_skipped_and_is_said_to_be_unanswered(asked: OpenedWindow) -> None:
    press(asked, "6 of 10", "Skip this question", "Skip this question")
    press(asked, "Nothing to report", "Skip this question", "Skip this question")
    assert words(asked.check_in).count("not answered") == 3
    press(asked, "Save")
    (check_in,) = saved(asked)
    assert check_in.ratings == {}
    assert not check_in.nothing_to_report


def test_nothing_to_report_replaces_what_was_chosen_and_gives_it_back(
    asked: OpenedWindow,
) -> None:
    step = to_effects(asked)
    press(asked, "Nausea", "Severe, 3 of 3", "Dizzy")
    press(asked, "Nothing to report")
    assert chosen_cards(asked) == []
    assert [tile.isChecked() for tile in step.tiles].count(True) == 0
    assert draft_of(asked)["nothing_to_report"] is True
    press(asked, "Nothing to report")
    assert [card.key for card in chosen_cards(asked)] == ["nausea", "dizziness"]
    assert chosen_cards(asked)[0].severities[3].isChecked()
    press(asked, "Nothing to report", "Headache")
    assert not step.nothing.isChecked()
    assert [card.key for card in chosen_cards(asked)] == ["headache"]


def test_nothing_is_chosen_of_a_side_effect_but_that_it_is_there(asked: OpenedWindow) -> None:
    to_effects(asked)
    press(asked, "Nausea")
    (card,) = chosen_cards(asked)
    assert [one.isChecked() for one in card.severities] == [False] * 4
    assert card.state.current == 0
    assert card.accessibleName() == "Nausea"


def test_the_cards_of_others_stay_while_one_is_taken_back(asked: OpenedWindow) -> None:
    to_effects(asked)
    press(asked, "Nausea", "Mild, 1 of 3", "Dizzy")
    first = chosen_cards(asked)[0]
    press(asked, "Dizzy")
    assert chosen_cards(asked) == [first]
    assert first.severities[1].isChecked()


def test_the_answers_of_the_review_end_in_line_at_every_text_size(asked: OpenedWindow) -> None:
    while not isinstance(asked.step, ReviewStep):
        if isinstance(asked.step, EffectsStep):
            for tile in asked.step.tiles[:2]:
                asked.press(tile)
        asked.press(asked.check_in.next)
    texts = ("Drowsy, still there", "Dizzy, still there")
    found = [one for one in asked.step.findChildren(QLabel) if one.text() in texts]
    assert len(found) == 2
    for size in (100, 200, 100):
        asked.theme.choose(ThemeChoice.LIGHT, size)
        asked.rest()
        assert len({one.mapTo(asked.step, one.rect().topRight()).x() for one in found}) == 1


def test_an_answer_can_be_changed_from_the_review(asked: OpenedWindow) -> None:
    press(asked, "6 of 10", "Next", "Next", "Next", "Next")
    press(asked, "Change: Mood", "2 of 10", "Next", "Save")
    assert saved(asked)[0].ratings == {"mood": 2}


def test_a_saved_check_in_can_be_changed_and_what_it_said_is_kept(asked: OpenedWindow) -> None:
    press(asked, "6 of 10", "Next", "Next", "Next", "Next", "Save", "Change an answer")
    assert "Change a check-in" in words(asked.check_in)
    press(asked, "Change: Anxiety", "9 of 10", "Next", "Save", "Done")
    (check_in,) = saved(asked)
    assert check_in.ratings == {"mood": 6, "anxiety": 9}
    (former,) = asked.store.history(Kind.CHECK_INS, check_in.id)
    assert former.record.ratings == {"mood": 6}  # type: ignore[union-attr] # a check-in's
    assert "No check-in is waiting" in words(asked.today)


def test_leaving_keeps_the_place_and_the_answers(asked: OpenedWindow) -> None:
    press(asked, "6 of 10", "Next", "4 of 10", "Next", "Nausea", "Save and finish later")
    assert asked.main.page_stack.isVisible()
    asked.press(button(asked.today, "Go on with it"))
    assert [card.key for card in chosen_cards(asked)] == ["nausea"]
    press(asked, "Back")
    assert button(asked.check_in, "4 of 10").isChecked()


def test_the_top_says_what_is_asked_and_how_far_it_is(asked: OpenedWindow) -> None:
    assert {"24-hour check-in", "After session 1, Tuesday 1 September", "1 of 5"} <= set(
        words(asked.check_in)
    )
    press(asked, "Next", "Next", "Next", "Next")
    assert "5 of 5" in words(asked.check_in)
    assert asked.check_in.next.accessibleName() == "Save"
    press(asked, "Save")
    assert "5 of 5" not in words(asked.check_in)


def test_what_was_typed_is_shown_as_typed(asked: OpenedWindow) -> None:
    press(asked, "Next", "Next", "Next")
    note = asked.step
    assert isinstance(note, NoteStep)
    note.field.insertPlainText(HOSTILE)
    press(asked, "Next")
    assert HOSTILE in words(asked.check_in)
    press(asked, "Save")
    assert isinstance(asked.step, SavedStep)
    assert HOSTILE in words(asked.check_in)


def test_a_long_note_is_shown_in_part_and_saved_whole(asked: OpenedWindow) -> None:
    press(asked, "Next", "Next", "Next")
    note = asked.step
    assert isinstance(note, NoteStep)
    text = "A line of the note.\n" * 60
    note.field.setPlainText(text)
    press(asked, "Next")
    shown = next(one for one in words(asked.check_in) if one.startswith("A line"))
    assert len(shown) == 400
    assert shown.endswith("…")
    press(asked, "Save")
    assert saved(asked)[0].note == text.strip()


def test_a_note_is_kept_a_moment_after_the_last_key(asked: OpenedWindow) -> None:
    press(asked, "Next", "Next", "Next")
    note = asked.step
    assert isinstance(note, NoteStep)
    QTest.keyClicks(note.field, "so far")
    asked.qtbot.waitUntil(lambda: draft_of(asked).get("note") == "so far")


def test_pressing_beside_the_answers_changes_nothing(asked: OpenedWindow) -> None:
    before = asked.store.changes
    QTest.mouseClick(asked.step, Qt.MouseButton.LeftButton, pos=asked.step.rect().topLeft())
    assert asked.store.changes == before


def test_every_target_on_the_way_is_high_enough(asked: OpenedWindow) -> None:
    seen = 0
    for pressed in ("Next", "Next", "Nausea", "Next", "Next", "Save"):
        for one in asked.check_in.findChildren(QPushButton):
            if one.isVisible():
                assert one.height() >= 44
                assert one.width() >= 44
                seen += 1
        press(asked, pressed)
    assert seen > 50
