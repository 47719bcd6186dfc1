"""How many actions a full check-in takes: two ratings and three side effects, from Today."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal
from symptrack.gui.widgets.question_steps import NoteStep
from tests.builders import make_journal, make_series, make_session
from tests.gui.opened_window import OpenedWindow, button, chosen_cards, words

MOST_ACTIONS = 15
ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier
STRENGTHS = {"nausea": 2, "drowsiness": 1, "headache": 3}


def treated() -> Journal:
    """Return a journal with one infusion, the day before."""
    series = make_series()
    return make_journal(series=[series], sessions=[make_session(series_id=series.id)])


class Counted:
    """Counts each press of the mouse or of a key, as the window is given them."""

    def __init__(self, window: OpenedWindow) -> None:
        self._window = window
        self.actions = 0

    def press(self, target: QAbstractButton) -> None:
        """Press a button with the mouse."""
        self._window.press(target)
        self.actions += 1

    def key(self, key: Qt.Key | str, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key, with or without another held."""
        self._window.type(key, modifier=modifier)
        self.actions += 1


def saved(window: OpenedWindow) -> CheckIn:
    (check_in,) = window.store.load().check_ins
    return check_in


def test_by_mouse_alone_it_takes_at_most_fifteen(window: OpenedWindow) -> None:
    window.open(treated(), "2026-09-02 09:30")
    counted, page = Counted(window), window.check_in
    counted.press(button(window.today, "Check in now"))
    for rating in ("6 of 10", "3 of 10"):
        counted.press(button(page, rating))
        counted.press(page.next)
    for place, (name, key) in enumerate(
        (("Nausea", "nausea"), ("Drowsy", "drowsiness"), ("Headache", "headache"))
    ):
        counted.press(button(page, name))
        counted.press(chosen_cards(window)[place].severities[STRENGTHS[key]])
    for _page in ("side effects", "note", "review"):
        counted.press(page.next)
    check_in = saved(window)
    assert check_in.ratings == {"mood": 6, "anxiety": 3}
    assert {entry.effect: entry.severity for entry in check_in.side_effects} == STRENGTHS
    assert counted.actions <= MOST_ACTIONS


def test_by_keyboard_alone_it_takes_at_most_fifteen(window: OpenedWindow) -> None:
    window.open(treated(), "2026-09-02 09:30")
    window.qtbot.waitUntil(button(window.today, "Check in now").hasFocus)
    counted = Counted(window)
    counted.key(ENTER)
    for key in ("6", ENTER, "3", ENTER, "C", "2", "A", "1", "D", "3", ENTER):
        counted.key(key)
    counted.key(ENTER, CONTROL)
    counted.key(ENTER)
    check_in = saved(window)
    assert check_in.ratings == {"mood": 6, "anxiety": 3}
    assert {entry.effect: entry.severity for entry in check_in.side_effects} == STRENGTHS
    assert counted.actions <= MOST_ACTIONS


def test_nothing_to_report_is_one_key(window: OpenedWindow) -> None:
    window.open(treated(), "2026-09-02 09:30")
    window.press(button(window.today, "Check in now"))
    window.type(ENTER, ENTER, "N")
    assert button(window.check_in, "Nothing to report").isChecked()
    window.type(ENTER)
    window.type(ENTER, modifier=CONTROL)
    window.type(ENTER)
    assert saved(window).nothing_to_report


def test_ctrl_and_enter_go_on_from_the_note_and_keep_it(window: OpenedWindow) -> None:
    window.open(treated(), "2026-09-02 09:30")
    window.press(button(window.today, "Check in now"))
    window.type(ENTER, ENTER, ENTER)
    note = window.step
    assert isinstance(note, NoteStep)
    QTest.keyClicks(note.field, "Slept well")
    window.type(ENTER, modifier=CONTROL)
    assert "Slept well" in words(window.check_in)
    window.check_in._guard.page_shown()
    window.type(ENTER, modifier=CONTROL)
    assert window.store.load().check_ins == ()
