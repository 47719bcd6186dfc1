"""Today through its widgets: what waits, what is open, what can be undone, what went wrong."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from symptrack.domain.journal import Journal, Kind
from symptrack.domain.patient import Patient
from symptrack.domain.words import EffectState, Mode
from symptrack.gui.widgets.disc_track import DiscTrack
from symptrack.gui.widgets.mood_line import MoodLine
from symptrack.gui.widgets.severity import SeverityGlyph
from symptrack.presenters.check_in_draft import DRAFT_NAME
from tests.builders import make_check_in, make_effect, make_journal, make_series, make_session
from tests.gui.opened_window import OpenedWindow, button, words
from tests.gui.trouble import let_write, refuse_writes

MORNING_AFTER = "2026-09-02 09:30"
HOSTILE = "<b>x</b> & $\\frac{1}{0}$"


def treated(*effects: str, label: str = "", mode: Mode = Mode.FULL) -> Journal:
    """Return a journal with an infusion and, the same evening, these side effects."""
    series = make_series()
    check_in = make_check_in(
        "2026-09-01 18:10",
        mode=mode,
        side_effects=tuple(make_effect(effect) for effect in effects),
    )
    return make_journal(
        patient=Patient(label=label),
        series=[series],
        sessions=[make_session(series_id=series.id)],
        check_ins=[check_in] if effects else [],
    )


def effects_of(window: OpenedWindow) -> dict[str, bool]:
    """Return every side effect in the journal, and whether it has ended."""
    return {
        entry.effect: entry.ended_at is not None or entry.state is EffectState.GONE
        for check_in in window.store.load().check_ins
        for entry in check_in.side_effects
    }


def test_an_empty_journal_says_how_to_begin(window: OpenedWindow) -> None:
    window.open(None, "2026-09-01 09:00")
    shown = words(window.today)
    assert "Good morning" in shown
    assert "Start with your first session" in shown
    assert "not started" in shown
    assert "After two check-ins, a small chart appears here." in shown
    assert button(window.today, "Record how I feel now").isVisible()


def test_what_is_due_stands_first_and_begins_with_one_press(window: OpenedWindow) -> None:
    window.open(treated(), MORNING_AFTER)
    assert "Your 24-hour check-in is due" in words(window.today)
    window.press(button(window.today, "Check in now"))
    assert window.main.stack.currentWidget() is window.check_in
    assert "24-hour check-in" in words(window.check_in)


def test_the_focus_waits_on_the_main_button(window: OpenedWindow) -> None:
    window.open(treated(), MORNING_AFTER)
    window.qtbot.waitUntil(button(window.today, "Check in now").hasFocus)


def test_the_last_mood_is_not_shown_while_a_check_in_is_due(window: OpenedWindow) -> None:
    journal = treated("nausea")
    window.open(replace(journal), MORNING_AFTER)
    assert "The last mood is hidden until you have checked in." in words(window.today)
    assert "5" not in words(window.today)
    window.clock.set("2026-09-05 12:00")
    window.today.refresh()
    window.rest()
    assert "5" in words(window.today)


def test_sessions_and_moods_have_words_for_those_who_cannot_see_them(
    window: OpenedWindow,
) -> None:
    window.open(treated("nausea"), "2026-09-05 12:00")
    track, line = window.today.findChild(DiscTrack), window.today.findChild(MoodLine)
    assert track is not None
    assert line is not None
    assert track.accessibleDescription().startswith("Session 1, 1 Sep")
    assert line.accessibleDescription() == "Mood over the last 14 days, 1 check-in"


def test_the_patients_label_is_shown_as_typed(window: OpenedWindow) -> None:
    window.open(treated(label=HOSTILE), MORNING_AFTER)
    assert f"Good morning, {HOSTILE}" in words(window.today)


def test_an_open_side_effect_is_asked_about_with_its_glyph(window: OpenedWindow) -> None:
    window.open(treated("numbness_tingling"), MORNING_AFTER)
    shown = words(window.today)
    assert {"Numb or tingling, mild (1)", "Has it gone?"} <= set(shown)
    assert window.today.findChild(SeverityGlyph) is not None
    gone = button(window.today, "It has gone")
    assert gone.accessibleDescription() == "Numb or tingling, mild (1)"


def test_one_press_says_that_a_side_effect_has_gone(window: OpenedWindow) -> None:
    window.open(treated("nausea"), MORNING_AFTER)
    window.press(button(window.today, "It has gone"))
    assert effects_of(window) == {"nausea": True}
    assert "Saved: Nausea, mild (1) has gone." in words(window.today)
    assert "Has it gone?" not in words(window.today)


def test_a_side_effect_that_has_gone_can_be_taken_back(window: OpenedWindow) -> None:
    window.open(treated("nausea"), MORNING_AFTER)
    window.press(button(window.today, "It has gone"))
    undo = button(window.today, "Undo")
    window.qtbot.waitUntil(undo.hasFocus)
    window.press(undo)
    assert effects_of(window) == {"nausea": False}
    assert "Has it gone?" in words(window.today)
    assert not window.today.notice.isVisible()
    window.qtbot.waitUntil(button(window.today, "Check in now").hasFocus)


def test_undo_waits_while_the_page_around_it_changes(window: OpenedWindow) -> None:
    window.open(treated("nausea"), MORNING_AFTER)
    window.press(button(window.today, "It has gone"))
    window.clock.set("2026-09-02 13:10")
    window.today.refresh()
    window.rest()
    assert "Good afternoon" in words(window.today)
    window.press(button(window.today, "Undo"))
    assert effects_of(window) == {"nausea": False}


def test_a_double_press_answers_for_one_side_effect_only(window: OpenedWindow) -> None:
    window.open(treated("nausea", "dizziness"), MORNING_AFTER)
    first = next(
        one
        for one in window.today.findChildren(type(button(window.today, "Check in now")))
        if one.accessibleName() == "It has gone"
    )
    place = first.mapTo(window.main, first.rect().center())
    window.press_at(place)
    window.turn()
    window.press_at(place)
    window.milliseconds.pass_by(399)
    window.press_at(place)
    assert sorted(effects_of(window).values()) == [False, True]


def test_one_press_says_that_a_side_effect_is_still_there(window: OpenedWindow) -> None:
    window.open(treated("nausea"), MORNING_AFTER)
    window.press(button(window.today, "Still there"))
    assert len(window.store.load().check_ins) == 2
    assert effects_of(window) == {"nausea": False}
    assert "Saved: Nausea is still there." in words(window.today)
    assert "Has it gone?" not in words(window.today)
    window.press(button(window.today, "Undo"))
    assert len(window.store.load().check_ins) == 1
    assert "Has it gone?" in words(window.today)


def test_one_press_says_not_to_ask_again(window: OpenedWindow) -> None:
    window.open(treated("nausea"), MORNING_AFTER)
    window.press(button(window.today, "Don’t ask again"))
    assert "You will not be asked about this again: Nausea." in words(window.today)
    assert "Has it gone?" not in words(window.today)
    window.press(button(window.today, "Undo"))
    assert "Has it gone?" in words(window.today)


def test_what_lasts_longer_is_said_on_its_row(window: OpenedWindow) -> None:
    window.open(treated("nausea", mode=Mode.GENTLE), MORNING_AFTER)
    assert any("lasting longer than most people report" in one for one in words(window.today))


def test_a_side_effect_of_a_deleted_check_in_is_simply_no_longer_asked(
    window: OpenedWindow,
) -> None:
    journal = treated("nausea")
    window.open(journal, MORNING_AFTER)
    window.store.delete(Kind.CHECK_INS, journal.check_ins[0].id)
    window.press(button(window.today, "It has gone"))
    assert "Has it gone?" not in words(window.today)
    assert not window.today.notice.isVisible()


def test_where_nothing_can_be_written_the_page_says_so_and_keeps_asking(
    window: OpenedWindow,
) -> None:
    window.open(treated("nausea"), MORNING_AFTER)
    refuse_writes(window.store)
    window.press(button(window.today, "It has gone"))
    assert window.today.notice.isVisible()
    assert window.today.notice.property("card") == "attn"
    assert window.today.notice.accessibleName().count(".") == 1
    assert "Has it gone?" in words(window.today)
    let_write(window.store)
    assert effects_of(window) == {"nausea": False}
    window.press(button(window.today, "It has gone"))
    assert effects_of(window) == {"nausea": True}


def test_where_an_undo_cannot_be_written_it_can_be_tried_again(window: OpenedWindow) -> None:
    window.open(treated("nausea"), MORNING_AFTER)
    window.press(button(window.today, "It has gone"))
    undo = button(window.today, "Undo")
    refuse_writes(window.store)
    window.press(undo)
    assert window.today.notice.property("card") == "attn"
    let_write(window.store)
    assert effects_of(window) == {"nausea": True}


def test_a_draft_is_offered_and_gone_on_with(window: OpenedWindow) -> None:
    window.open(treated(), MORNING_AFTER)
    window.press(button(window.today, "Check in now"))
    window.type("6")
    window.press(window.check_in.leave)
    assert "A check-in is not finished" in words(window.today)
    window.press(button(window.today, "Go on with it"))
    assert button(window.check_in, "6 of 10").isChecked()


def test_a_draft_can_be_let_go_for_a_new_one(window: OpenedWindow) -> None:
    window.open(treated(), MORNING_AFTER)
    window.press(button(window.today, "Check in now"))
    window.type("6")
    window.type(Qt.Key.Key_Escape)
    window.press(button(window.today, "Begin again"))
    assert window.main.stack.currentWidget() is window.check_in
    assert not button(window.check_in, "6 of 10").isChecked()


def test_a_draft_that_cannot_be_let_go_stays(window: OpenedWindow) -> None:
    window.open(treated(), MORNING_AFTER)
    window.press(button(window.today, "Check in now"))
    window.type("6")
    window.type(Qt.Key.Key_Escape)
    refuse_writes(window.store)
    window.press(button(window.today, "Begin again"))
    assert window.main.notice.isVisible()
    let_write(window.store)
    assert window.store.draft(DRAFT_NAME) is not None


def test_the_page_is_built_again_only_when_something_changed(window: OpenedWindow) -> None:
    window.open(treated(), MORNING_AFTER)
    start = button(window.today, "Check in now")
    window.clock.set("2026-09-02 09:31")
    window.today.refresh()
    assert button(window.today, "Check in now") is start


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keys_press_what_waits(window: OpenedWindow, key: Qt.Key) -> None:
    window.open(treated(), MORNING_AFTER)
    window.qtbot.waitUntil(button(window.today, "Check in now").hasFocus)
    QTest.keyClick(window.main.windowHandle(), key)
    assert window.main.stack.currentWidget() is window.check_in
