"""A check-in when something is in the way: a long note, a full disk, a window that is closed."""

import pytest
from PySide6.QtCore import Qt

from symptrack.domain.check_in import CheckIn
from symptrack.gui.widgets.effects_step import EffectsStep
from symptrack.gui.widgets.question_steps import NoteStep
from symptrack.gui.widgets.review_steps import ReviewStep, SavedStep
from symptrack.presenters.check_in_draft import DRAFT_NAME
from tests.builders import make_journal, make_series, make_session
from tests.gui.opened_window import OpenedWindow, button, chosen_cards, words
from tests.gui.trouble import let_write, refuse_writes

TOO_LONG = "x" * 20_001
MORNING_AFTER = "2026-09-02 09:30"


@pytest.fixture
def asked(window: OpenedWindow) -> OpenedWindow:
    """Return the window on the first page of a check-in."""
    series = make_series()
    journal = make_journal(series=[series], sessions=[make_session(series_id=series.id)])
    window.open(journal, MORNING_AFTER)
    window.press(button(window.today, "Check in now"))
    return window


def press(window: OpenedWindow, *names: str) -> None:
    for name in names:
        window.press(button(window.check_in, name))


def note_of(window: OpenedWindow) -> NoteStep:
    step = window.step
    assert isinstance(step, NoteStep)
    return step


def to_note(window: OpenedWindow) -> NoteStep:
    press(window, "Next", "Next", "Next")
    return note_of(window)


def kept_note(window: OpenedWindow) -> str:
    draft = window.store.draft(DRAFT_NAME)
    return "" if draft is None else str(draft.content["note"])


def saved(window: OpenedWindow) -> list[CheckIn]:
    return list(window.store.load().check_ins)


def said(window: OpenedWindow) -> str:
    """Return the sentence that the check-in says now."""
    notice = window.check_in.notice
    return notice.accessibleName() if notice.isVisible() else ""


@pytest.mark.parametrize("way", ["Next", "Back", "Save and finish later"])
def test_a_note_that_is_too_long_is_refused_and_stays_as_typed(
    asked: OpenedWindow, way: str
) -> None:
    note = to_note(asked)
    note.field.setPlainText(TOO_LONG)
    press(asked, way)
    assert "20001 characters, at most 20000" in said(asked)
    assert note_of(asked).field.toPlainText() == TOO_LONG
    note.field.setPlainText("short")
    press(asked, way)
    assert kept_note(asked) == "short"


def test_a_note_that_becomes_too_long_is_said_while_typing_and_taken_back_when_it_fits(
    asked: OpenedWindow,
) -> None:
    note = to_note(asked)
    note.field.setPlainText(TOO_LONG)
    asked.qtbot.waitUntil(lambda: "at most" in said(asked))
    assert kept_note(asked) == ""
    note.field.setPlainText("It fits.")
    asked.qtbot.waitUntil(lambda: kept_note(asked) == "It fits.")
    assert said(asked) == ""


def test_a_note_that_is_too_long_can_be_skipped(asked: OpenedWindow) -> None:
    to_note(asked).field.setPlainText(TOO_LONG)
    press(asked, "Skip this question")
    assert isinstance(asked.step, ReviewStep)
    assert kept_note(asked) == ""


def test_on_a_full_disk_saving_says_so_and_keeps_every_answer(asked: OpenedWindow) -> None:
    press(asked, "6 of 10", "Next", "Next", "Nothing to report", "Next")
    note_of(asked).field.setPlainText("Slept.")
    press(asked, "Next")
    refuse_writes(asked.store)
    press(asked, "Save")
    assert said(asked).endswith(".")
    assert isinstance(asked.step, ReviewStep)
    assert {"6 of 10", "nothing to report", "Slept."} <= set(words(asked.check_in))
    assert saved(asked) == []
    let_write(asked.store)
    press(asked, "Save")
    assert isinstance(asked.step, SavedStep)
    assert said(asked) == ""
    (check_in,) = saved(asked)
    assert (check_in.ratings, check_in.note) == ({"mood": 6}, "Slept.")


def test_an_answer_that_could_not_be_kept_is_kept_with_the_next_press(
    asked: OpenedWindow,
) -> None:
    refuse_writes(asked.store)
    press(asked, "6 of 10")
    assert said(asked) != ""
    assert button(asked.check_in, "6 of 10").isChecked()
    press(asked, "Next")
    assert "1 of 5" in words(asked.check_in)
    assert button(asked.check_in, "6 of 10").isChecked()
    let_write(asked.store)
    press(asked, "Next", "Back")
    assert button(asked.check_in, "6 of 10").isChecked()
    draft = asked.store.draft(DRAFT_NAME)
    assert draft is not None
    assert draft.content["ratings"] == {"mood": 6}


def test_a_notice_goes_once_an_answer_is_kept(asked: OpenedWindow) -> None:
    refuse_writes(asked.store)
    press(asked, "6 of 10")
    let_write(asked.store)
    press(asked, "5 of 10")
    assert said(asked) == ""


def test_a_skip_that_cannot_be_kept_stays_on_its_page(asked: OpenedWindow) -> None:
    press(asked, "6 of 10")
    refuse_writes(asked.store)
    press(asked, "Skip this question")
    assert said(asked) != ""
    assert button(asked.check_in, "6 of 10").isChecked()


def test_side_effects_show_what_is_kept_where_more_cannot_be(asked: OpenedWindow) -> None:
    press(asked, "Next", "Next", "Nausea", "Mild, 1 of 3")
    step = asked.step
    assert isinstance(step, EffectsStep)
    refuse_writes(asked.store)
    press(asked, "Dizzy", "Severe, 3 of 3", "It has gone", "Nothing to report", "Nausea")
    asked.type("D", "2")
    assert said(asked) != ""
    assert [tile.accessibleName() for tile in step.tiles if tile.isChecked()] == ["Nausea"]
    assert not step.nothing.isChecked()
    (card,) = chosen_cards(asked)
    assert [one.isChecked() for one in card.severities] == [False, True, False, False]
    assert card.state.current == 0


def test_a_change_from_the_review_that_cannot_be_kept_stays_there(asked: OpenedWindow) -> None:
    press(asked, "Next", "Next", "Next", "Next")
    refuse_writes(asked.store)
    press(asked, "Change: Mood")
    assert isinstance(asked.step, ReviewStep)
    assert said(asked) != ""


def test_a_saved_check_in_that_cannot_be_opened_for_a_change_says_so(
    asked: OpenedWindow,
) -> None:
    press(asked, "6 of 10", "Next", "Next", "Next", "Next", "Save")
    refuse_writes(asked.store)
    press(asked, "Change an answer")
    assert said(asked) != ""
    assert isinstance(asked.step, SavedStep)
    let_write(asked.store)
    press(asked, "Change an answer")
    assert isinstance(asked.step, ReviewStep)


def test_a_check_in_that_cannot_begin_says_so_on_today(window: OpenedWindow) -> None:
    series = make_series()
    journal = make_journal(series=[series], sessions=[make_session(series_id=series.id)])
    window.open(journal, MORNING_AFTER)
    refuse_writes(window.store)
    window.main.open_check_in("nausea")
    window.rest()
    assert window.today.isVisible()
    assert window.main.notice.isVisible()


def test_closing_the_window_half_way_keeps_the_note(asked: OpenedWindow) -> None:
    to_note(asked).field.setPlainText("half a sen")
    assert asked.main.close()
    assert not asked.main.isVisible()
    assert kept_note(asked) == "half a sen"


def test_the_next_start_offers_to_go_on(asked: OpenedWindow) -> None:
    press(asked, "6 of 10")
    to_note(asked).field.setPlainText("half a sen")
    asked.main.close()
    asked.main.show_journal(asked.pages())
    asked.main.show()
    asked.rest()
    asked.press(button(asked.today, "Go on with it"))
    assert note_of(asked).field.toPlainText() == "half a sen"


def test_closing_says_when_the_note_cannot_be_kept_and_closes_when_told_to(
    asked: OpenedWindow,
) -> None:
    note = to_note(asked)
    note.field.setPlainText("kept")
    press(asked, "Back", "Next")
    note_of(asked).field.setPlainText(TOO_LONG)
    assert not asked.main.close()
    asked.rest()
    assert asked.main.isVisible()
    assert "at most" in said(asked)
    assert note_of(asked).field.toPlainText() == TOO_LONG
    press(asked, "Close without it")
    assert not asked.main.isVisible()
    assert kept_note(asked) == "kept"


def test_closing_after_a_check_in_was_left_needs_nothing(asked: OpenedWindow) -> None:
    press(asked, "6 of 10", "Save and finish later")
    refuse_writes(asked.store)
    assert asked.main.close()


def test_esc_with_a_note_that_cannot_be_kept_stays(asked: OpenedWindow) -> None:
    note = to_note(asked)
    note.field.setPlainText("typed")
    refuse_writes(asked.store)
    asked.type(Qt.Key.Key_Escape)
    assert asked.check_in.isVisible()
    assert said(asked) != ""
    assert note.field.toPlainText() == "typed"


def test_closing_while_the_first_check_in_is_made_ready_troubles_nobody(
    asked: OpenedWindow,
) -> None:
    to_note(asked).field.setPlainText(TOO_LONG)
    asked.main.close()
    asked.rest()
    asked.main.get_check_in_ready()
    button(asked.main, "Close without it").click()
    asked.rest()
    assert not asked.main.isVisible()
