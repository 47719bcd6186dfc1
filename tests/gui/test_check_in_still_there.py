"""The first page of a check-in where side effects are open, and the page that comes once a week."""

import pytest
from PySide6.QtCore import Qt

from symptrack.domain.check_in import SideEffectEntry
from symptrack.domain.journal import Journal
from symptrack.domain.words import EffectState
from symptrack.gui.widgets.question_steps import RatingStep
from symptrack.gui.widgets.review_steps import ReviewStep
from symptrack.gui.widgets.still_there_step import OpenCard, StillThereStep
from symptrack.gui.widgets.weekly_step import WeeklyStep
from symptrack.presenters.check_in_views import Again
from symptrack.storage.store import Store
from tests.builders import make_check_in, make_effect, make_journal, make_series, make_session
from tests.gui.opened_window import OpenedWindow, button, chosen_cards, words

ENTER = Qt.Key.Key_Return


def treated() -> Journal:
    """Return a journal with two open side effects and a session more than a week ago."""
    series = make_series()
    sessions = [make_session(f"2026-09-{day:02} 10:30", series_id=series.id) for day in (1, 11)]
    said = make_check_in(
        "2026-09-11 18:10",
        side_effects=(make_effect("nausea", 1), make_effect("numbness_tingling", None)),
    )
    return make_journal(series=[series], sessions=sessions, check_ins=[said])


@pytest.fixture
def asked(window: OpenedWindow) -> OpenedWindow:
    """Return the window on the first page of the check-in of the morning after."""
    window.open(treated(), "2026-09-12 09:30")
    window.press(button(window.today, "Check in now"))
    assert isinstance(window.step, StillThereStep)
    return window


def cards(window: OpenedWindow) -> list[OpenCard]:
    assert isinstance(window.step, StillThereStep)
    return window.step.cards


def state_of(card: OpenCard) -> tuple[Again | None, int | None]:
    """Return what is chosen on a row."""
    buttons = card.again.buttons
    answer = next((one for one, b in zip(Again, buttons, strict=True) if b.isChecked()), None)
    strong = [level for level, one in enumerate(card.strength.buttons) if one.isChecked()]
    return answer, strong[0] if strong else None


def saved(window: OpenedWindow) -> dict[str, SideEffectEntry]:
    check_ins = sorted(window.store.load().check_ins, key=lambda one: one.occurred_at)
    return {entry.effect: entry for entry in check_ins[-1].side_effects}


def test_nothing_is_chosen_and_the_page_counts(asked: OpenedWindow) -> None:
    assert [state_of(card) for card in cards(asked)] == [(None, None)] * 2
    assert {"Still there?", "1 of 7", "How strong was it at its worst?"} <= set(
        words(asked.check_in)
    )
    assert "mild" not in " ".join(words(asked.check_in)).lower().replace("mild, 1 of 3", "")
    assert asked.check_in.next.hasFocus()


def test_the_printed_keys_answer_and_digits_go_to_the_row_answered_last(
    asked: OpenedWindow,
) -> None:
    asked.type("A", "2", "E", "3")
    assert [state_of(card) for card in cards(asked)] == [
        (Again.STILL_THERE, 2),
        (Again.GONE, 3),
    ]
    assert cards(asked)[1].strength.buttons[3].hasFocus()
    asked.type("F")
    assert state_of(cards(asked)[1]) == (Again.DO_NOT_ASK, 3)
    asked.type(ENTER)
    assert isinstance(asked.step, RatingStep)
    asked.check_in.back.click()
    asked.rest()
    assert [state_of(card)[0] for card in cards(asked)] == [Again.STILL_THERE, Again.DO_NOT_ASK]


def test_a_digit_goes_to_the_row_with_the_focus_and_presumes_that_it_is_there(
    asked: OpenedWindow,
) -> None:
    cards(asked)[1].again.buttons[0].setFocus()
    asked.type("2", "9")
    assert [state_of(card) for card in cards(asked)] == [(None, None), (Again.STILL_THERE, 2)]


def test_a_strength_that_is_not_asked_keeps_its_room_and_takes_no_digit(
    asked: OpenedWindow,
) -> None:
    below = cards(asked)[1].y()
    asked.type("B", "2")
    first = cards(asked)[0]
    assert not first.strength.isVisible()
    assert len([one for one in words(asked.check_in) if one.startswith("How strong")]) == 1
    assert state_of(first) == (Again.GONE, None)
    assert cards(asked)[1].y() == below


def test_the_mouse_answers_and_all_is_saved(asked: OpenedWindow) -> None:
    first, second = cards(asked)
    asked.press(first.again.buttons[1])
    asked.press(second.again.buttons[0])
    asked.press(second.strength.buttons[1])
    for _page in range(3):
        asked.press(asked.check_in.next)
    assert [card.key for card in chosen_cards(asked)] == ["nausea", "numbness_tingling"]
    asked.press(asked.check_in.next)
    assert isinstance(asked.step, WeeklyStep)
    for _page in range(3):
        asked.press(asked.check_in.next)
    assert saved(asked) == {
        "nausea": make_effect("nausea", None, state=EffectState.GONE),
        "numbness_tingling": make_effect("numbness_tingling", 1),
    }


def test_it_can_be_skipped(asked: OpenedWindow) -> None:
    asked.type("A")
    asked.press(button(asked.check_in, "Skip this question"))
    asked.press(asked.check_in.back)
    assert [state_of(card) for card in cards(asked)] == [(None, None)] * 2


def test_an_answer_that_cannot_be_kept_is_not_shown_as_given(asked: OpenedWindow) -> None:
    close_journal(asked.store)
    asked.press(cards(asked)[0].again.buttons[0])
    assert asked.check_in.notice.isVisible()
    assert state_of(cards(asked)[0]) == (None, None)


def close_journal(store: Store) -> None:
    """Let everything that is written fail."""
    store.close()


def test_what_comes_once_a_week_is_answered_one_after_the_other(asked: OpenedWindow) -> None:
    asked.type(ENTER, ENTER, ENTER, "N", ENTER)
    step = asked.step
    assert isinstance(step, WeeklyStep)
    asked.type("0", "1", "X", "2", "3")
    assert [strong(card) for card in step.cards] == [0, 1, 3]
    step.cards[0].strength.buttons[0].setFocus()
    asked.type("2")
    assert [strong(card) for card in step.cards] == [2, 1, 3]
    asked.press(step.cards[2].strength.buttons[0])
    asked.type(ENTER)
    asked.type(ENTER, modifier=Qt.KeyboardModifier.ControlModifier)
    assert isinstance(asked.step, ReviewStep)
    asked.press(asked.check_in.next)
    assert {key: entry.severity for key, entry in saved(asked).items()} == {
        "nausea": None,
        "numbness_tingling": None,
        "urinary_symptoms": 2,
        "memory_concentration": 1,
        "craving": 0,
    }


def strong(card: object) -> int | None:
    from symptrack.gui.widgets.weekly_step import WeeklyCard

    assert isinstance(card, WeeklyCard)
    chosen = [level for level, one in enumerate(card.strength.buttons) if one.isChecked()]
    return chosen[0] if chosen else None
