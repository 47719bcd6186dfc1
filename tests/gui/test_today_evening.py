"""Today in the evening, in the hours after a session, and on its day."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal, Kind
from symptrack.domain.patient import Patient
from symptrack.gui.pages.help import HelpPage
from symptrack.gui.widgets.evening_mood import EveningScale
from symptrack.gui.widgets.rating_scale import TEN_WITHIN_MS
from symptrack.presenters.check_in_draft import DRAFT_NAME
from tests.builders import make_check_in, make_journal, make_series, make_session
from tests.gui.opened_window import OpenedWindow, button, words
from tests.gui.trouble import let_write, refuse_writes

EVENING = "2026-09-05 20:30"
QUESTION = "How is your mood this evening?"


def treated(*check_ins: CheckIn) -> Journal:
    series = make_series()
    return make_journal(
        patient=Patient(clinic_name="Harbour Clinic", clinic_phone="555 0142"),
        series=[series],
        sessions=[make_session(series_id=series.id)],
        check_ins=[*check_ins],
    )


@pytest.fixture
def evening(window: OpenedWindow) -> OpenedWindow:
    """Return the window four evenings after an infusion."""
    return window.open(treated(), EVENING)


def moods(window: OpenedWindow) -> list[int]:
    return [one.ratings["mood"] for one in window.store.load().check_ins]


def scale(window: OpenedWindow) -> EveningScale:
    assert window.today.evening is not None
    return window.today.evening


def test_one_press_saves_the_mood_of_the_evening(evening: OpenedWindow) -> None:
    assert QUESTION in words(evening.today)
    evening.press(button(evening.today, "7 of 10"))
    assert moods(evening) == [7]
    assert "Saved: mood 7 of 10." in words(evening.today)
    assert QUESTION not in words(evening.today)


def test_it_can_be_taken_back(evening: OpenedWindow) -> None:
    evening.press(button(evening.today, "7 of 10"))
    undo = button(evening.today, "Undo")
    evening.qtbot.waitUntil(undo.hasFocus)
    evening.press(undo)
    assert moods(evening) == []
    assert QUESTION in words(evening.today)


def test_a_double_press_saves_it_once(evening: OpenedWindow) -> None:
    tile = button(evening.today, "7 of 10")
    place = tile.mapTo(evening.main, tile.rect().center())
    for _press in range(3):
        evening.press_at(place)
        evening.turn()
    assert moods(evening) == [7]


def test_the_scale_has_the_focus_and_takes_a_digit(evening: OpenedWindow) -> None:
    evening.qtbot.waitUntil(scale(evening).scale.hasFocus)
    evening.type("4")
    assert moods(evening) == [4]


def test_a_typed_1_waits_for_the_0_of_10(evening: OpenedWindow) -> None:
    evening.qtbot.waitUntil(scale(evening).scale.hasFocus)
    evening.type("1")
    assert scale(evening).waits
    assert scale(evening).one_typed.interval() == TEN_WITHIN_MS
    assert moods(evening) == []
    evening.clock.set("2026-09-05 21:00")
    evening.today.refresh()
    evening.type("0")
    assert moods(evening) == [10]


def test_a_typed_1_is_1_after_a_moment_or_on_enter(evening: OpenedWindow) -> None:
    evening.qtbot.waitUntil(scale(evening).scale.hasFocus)
    evening.type("1")
    scale(evening).one_typed.timeout.emit()
    assert moods(evening) == [1]
    evening.open(treated(), EVENING)
    evening.qtbot.waitUntil(scale(evening).scale.hasFocus)
    evening.type("1", Qt.Key.Key_Return)
    assert moods(evening) == [1]


def test_a_typed_1_is_kept_when_the_window_closes(evening: OpenedWindow) -> None:
    evening.qtbot.waitUntil(scale(evening).scale.hasFocus)
    evening.today.settle()
    assert moods(evening) == []
    evening.type("1")
    evening.today.settle()
    assert moods(evening) == [1]


def test_enter_takes_the_tile_that_has_the_focus(evening: OpenedWindow) -> None:
    button(evening.today, "3 of 10").setFocus()
    evening.type(Qt.Key.Key_Return)
    assert moods(evening) == [3]


def test_other_keys_and_a_held_digit_save_nothing(evening: OpenedWindow) -> None:
    evening.qtbot.waitUntil(scale(evening).scale.hasFocus)
    evening.type("x")
    evening.type("4", modifier=Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(scale(evening).scale, Qt.Key.Key_Return)
    assert moods(evening) == []


def test_a_digit_right_after_the_page_came_is_not_meant(window: OpenedWindow) -> None:
    window.open(treated(), EVENING)
    window.today._guard.page_shown()
    QTest.keyClick(scale(window), Qt.Key.Key_4)
    assert moods(window) == []


def test_the_first_low_mood_of_a_day_brings_the_help_panel(evening: OpenedWindow) -> None:
    evening.press(button(evening.today, "1 of 10"))
    shown = evening.main.stack.currentWidget()
    assert isinstance(shown, HelpPage)
    assert moods(evening) == [1]
    evening.press(shown.back)
    assert "Saved: mood 1 of 10." in words(evening.today)


def test_where_it_cannot_be_saved_the_page_says_so_and_keeps_asking(
    evening: OpenedWindow,
) -> None:
    refuse_writes(evening.store)
    evening.press(button(evening.today, "7 of 10"))
    assert evening.today.notice.property("card") == "attn"
    assert not button(evening.today, "7 of 10").isChecked()
    let_write(evening.store)
    evening.press(button(evening.today, "7 of 10"))
    assert moods(evening) == [7]


def test_beside_a_check_in_that_is_not_finished_it_stands_below(window: OpenedWindow) -> None:
    window.open(treated(), EVENING)
    window.store.save_draft(DRAFT_NAME, {})
    window.today.refresh()
    window.rest()
    assert {"A check-in is not finished", QUESTION} <= set(words(window.today))
    window.press(button(window.today, "7 of 10"))
    assert moods(window) == [7]


def test_a_full_check_in_can_be_begun_in_its_place(evening: OpenedWindow) -> None:
    evening.press(button(evening.today, "Full check-in"))
    assert evening.main.stack.currentWidget() is evening.check_in


def test_gentle_mode_is_asked_for_from_the_card(window: OpenedWindow) -> None:
    window.open(treated(), "2026-09-05 12:00")
    with window.qtbot.waitSignal(window.today.gentle_requested):
        window.press(button(window.today, "Drowsy? Use gentle mode"))


def test_in_the_hours_after_a_session_gentle_mode_has_the_focus(window: OpenedWindow) -> None:
    window.open(treated(), "2026-09-01 12:00")
    gentle = button(window.today, "Check in gently")
    window.qtbot.waitUntil(gentle.hasFocus)
    with window.qtbot.waitSignal(window.today.gentle_requested):
        window.press(gentle)


def test_after_care_can_be_put_away_for_the_day(window: OpenedWindow) -> None:
    window.open(treated(), "2026-09-01 12:00")
    title = "Follow your clinic’s own instructions first"
    assert {title, "Harbour Clinic, 555 0142"} <= set(words(window.today))
    window.press(button(window.today, "Hide for today"))
    assert title not in words(window.today)
    window.press(button(window.today, "Undo"))
    assert title in words(window.today)


def test_an_undo_that_came_too_late_says_so(window: OpenedWindow) -> None:
    window.open(treated(make_check_in("2026-09-01 09:00")), EVENING)
    window.press(button(window.today, "7 of 10"))
    (saved,) = [one for one in window.store.load().check_ins if one.ratings["mood"] == 7]
    window.store.delete(Kind.CHECK_INS, saved.id)
    window.press(button(window.today, "Undo"))
    assert any("has changed since" in one for one in words(window.today))
