"""Bringing in an old diary: by mouse, by keyboard, refused, undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal, Kind
from symptrack.gui.pages.bring_in import BringInPage, ask_which
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.bring_in import BringInPresenter
from symptrack.storage.store import Store
from tests.builders import ZONE, make_visit
from tests.exchange.trackers.samples import sample
from tests.gui.asked_page import AskedPage
from tests.gui.conftest import Shown
from tests.gui.opened_window import OpenedWindow, SetMilliseconds, button, words
from tests.journals import DATA
from tests.opened import SetClock, open_store

NOW = "2026-11-22 09:00"
UNCLEAR = sample("daylio_era3_2022_note_title_lower_ampm")
PLAIN = sample("daylio_era1_2017_year_col_bom_24h")
RATED = sample("bearable_2021_ordinal_dates_time_blocks")
JOURNAL_FILE = DATA / "first-series.json"


class OpenedBringIn(AskedPage):
    """The page on a journal; ``file`` is what is chosen, ``answer`` what is answered."""

    def __init__(
        self, folder: Path, shown: Shown, theme: ThemeSource, milliseconds: SetMilliseconds
    ) -> None:
        super().__init__(milliseconds)
        clock = SetClock(NOW)
        self.store: Store = open_store(folder, clock, Journal(visits=(make_visit(),)))
        self.file: Path | None = None
        presenter = BringInPresenter(self.store, clock.clock)
        page = BringInPage(presenter, theme, milliseconds, self.ask, lambda _parent: self.file)
        page.changed.connect(self.changed)
        self.page = shown(page, 1048, 780)
        self.page.refresh()
        self.rest()

    def choose(self, file: Path) -> None:
        self.file = file
        self.press(self.page.choose)

    def bring_in(self, file: Path) -> None:
        self.choose(file)
        self.press(self.page.bring)

    def say(self, word: str, mood: int) -> None:
        assert self.page.questions is not None
        self.press(self.page.questions.moods[word].buttons[mood])

    def check_ins(self) -> list[CheckIn]:
        return sorted(self.store.load().check_ins, key=lambda one: one.occurred_at)

    @property
    def notice(self) -> str:
        return self.page.notice.accessibleName() if self.page.notice.isVisible() else ""


@pytest.fixture
def opened(
    tmp_path: Path, shown: Shown, theme: ThemeSource, milliseconds: SetMilliseconds
) -> Iterator[OpenedBringIn]:
    made = OpenedBringIn(tmp_path, shown, theme, milliseconds)
    yield made
    made.rest()
    made.store.close()


def test_without_a_file_there_is_one_thing_to_press(opened: OpenedBringIn) -> None:
    page = opened.page
    assert page.choose.isVisible()
    assert not page.bring.isVisible()
    assert not page.kept.isVisible()
    page.focus_first()
    assert page.back.hasFocus()


def test_a_file_shows_what_comes_before_anything_changes(opened: OpenedBringIn) -> None:
    changes = opened.store.changes
    opened.choose(RATED)
    said = words(opened.page)
    assert "A diary from Bearable, from 22 September 2020 to 9 May 2021." in said
    assert "To add: 5 check-ins." in said
    assert "Left out, line 8: Sleep: Symptrack has no place for it." in said
    assert {"Dizziness", "Nausea", "Energy", "Anxious"} <= set(said)
    assert opened.store.changes == changes
    assert not opened.page.choose.isVisible()
    assert opened.page.rehearsal.hasFocus()


def test_a_word_without_a_number_is_asked_for_before_it_comes_in(opened: OpenedBringIn) -> None:
    opened.bring_in(UNCLEAR)
    assert opened.notice == "Say first what is meant by “vaguely ok”."
    assert opened.check_ins() == []
    questions = opened.page.questions
    assert questions is not None
    assert questions.moods["vaguely ok"].buttons[0].hasFocus()
    opened.say("vaguely ok", 6)
    opened.say("rad", 10)
    opened.press(opened.page.bring)
    assert [one.ratings["mood"] for one in opened.check_ins()] == [10, 6]
    assert {one.time_zone for one in opened.check_ins()} == {ZONE}
    assert opened.notice == "Added: 2 check-ins."
    assert opened.changes == [None]
    assert opened.page.questions is None


def test_another_answer_is_rehearsed_anew(opened: OpenedBringIn, qtbot: QtBot) -> None:
    opened.choose(UNCLEAR)
    assert "To add: 1 check-in." in words(opened.page)
    with qtbot.waitSignal(opened.page.shown):
        opened.say("vaguely ok", 6)
    opened.rest()
    assert "To add: 2 check-ins." in words(opened.page)


def test_names_become_what_is_chosen_for_them(opened: OpenedBringIn) -> None:
    opened.choose(RATED)
    questions = opened.page.questions
    assert questions is not None
    nausea, anxious = questions.names["Nausea"], questions.names["Anxious"]
    nausea.setCurrentIndex(nausea.findText("A side effect of its own"))
    anxious.setCurrentIndex(anxious.findText("Side effect: Anxious or panicky"))
    questions.changed.emit()
    opened.rest()
    opened.press(opened.page.bring)
    effects = {effect.effect for one in opened.check_ins() for effect in one.side_effects}
    assert effects == {"dizziness", "nausea_2", "anxiety"}


def test_the_zone_that_is_chosen_is_taken(opened: OpenedBringIn) -> None:
    opened.choose(PLAIN)
    questions = opened.page.questions
    assert questions is not None
    assert questions.zone is not None
    assert questions.zone.currentText() == ZONE
    questions.zone.setCurrentText("Europe/Berlin")
    opened.press(opened.page.bring)
    assert {one.time_zone for one in opened.check_ins()} == {"Europe/Berlin"}


def test_a_file_that_is_left_changes_nothing(opened: OpenedBringIn) -> None:
    opened.choose(PLAIN)
    opened.press(opened.page.leave)
    assert opened.page.choose.hasFocus()
    assert not opened.page.bring.isVisible()
    assert opened.check_ins() == []


def test_no_file_chosen_is_no_error(opened: OpenedBringIn) -> None:
    opened.press(opened.page.choose)
    assert opened.notice == ""


def test_the_dialog_for_a_file_returns_it_or_nothing(
    opened: OpenedBringIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [str(PLAIN), ""]
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_args, **_options: (answers.pop(0), "")
    )
    assert ask_which(opened.page) == PLAIN
    assert ask_which(opened.page) is None


def test_of_two_files_chosen_quickly_the_last_one_is_shown(opened: OpenedBringIn) -> None:
    opened.page.take(RATED)
    opened.page.take(PLAIN)  # opened before the first one has been gone through
    opened.rest()
    assert "To add: 3 check-ins." in words(opened.page)
    assert not any("Bearable" in said for said in words(opened.page))


def test_what_is_no_diary_is_refused_and_a_file_before_stays(opened: OpenedBringIn) -> None:
    opened.choose(sample("bad_binary"))
    assert opened.notice.startswith("The file is not a diary that Symptrack knows")
    assert opened.page.choose.isEnabled()
    opened.choose(PLAIN)
    opened.page.take(sample("bad_empty"))
    opened.rest()
    assert opened.notice == "The file is empty."
    assert opened.page.bring.isEnabled()
    assert "To add: 3 check-ins." in words(opened.page)


def test_the_same_file_again_has_nothing_to_bring(opened: OpenedBringIn) -> None:
    opened.bring_in(PLAIN)
    opened.choose(PLAIN)
    assert "Already there, skipped: 3 check-ins." in words(opened.page)
    assert not opened.page.bring.isEnabled()


def test_a_double_press_brings_it_in_once(opened: OpenedBringIn) -> None:
    opened.choose(PLAIN)
    QTest.mouseDClick(opened.page.bring, Qt.MouseButton.LeftButton)
    QTest.mouseClick(opened.page.bring, Qt.MouseButton.LeftButton)
    opened.rest()
    assert len(opened.check_ins()) == 3
    assert len(opened.page.kept.undo) == 1


def test_an_import_is_undone_from_its_notice(opened: OpenedBringIn) -> None:
    opened.bring_in(PLAIN)
    undo = opened.page.notice.action
    assert undo is not None
    opened.press(undo)
    assert opened.check_ins() == []
    assert opened.notice == "The import is undone. Taken out: 3 check-ins."
    assert not opened.page.kept.isVisible()
    assert opened.asked == []


def test_an_import_is_undone_later_after_a_question(opened: OpenedBringIn) -> None:
    opened.bring_in(PLAIN)
    opened.bring_in(JOURNAL_FILE)
    assert len(opened.page.kept.undo) == 2
    before = len(opened.check_ins())
    opened.answer = None
    opened.press(opened.page.kept.undo[1])
    assert len(opened.check_ins()) == before
    opened.answer = 0
    opened.press(opened.page.kept.undo[1])
    assert opened.asked[-1].lines[0] == "These leave the journal: 3 check-ins."
    assert len(opened.check_ins()) == before - 3
    assert len(opened.page.kept.undo) == 1


def test_an_import_is_kept_for_good_after_a_question(opened: OpenedBringIn) -> None:
    opened.bring_in(PLAIN)
    opened.answer = None
    opened.press(opened.page.kept.keep[0])
    assert opened.page.kept.isVisible()
    opened.answer = 0
    opened.press(opened.page.kept.keep[0])
    assert not opened.page.kept.isVisible()
    assert len(opened.check_ins()) == 3


def test_what_was_undone_elsewhere_is_said(opened: OpenedBringIn) -> None:
    opened.bring_in(PLAIN)
    undo = opened.page.notice.action
    assert undo is not None
    BringInPresenter(opened.store, SetClock(NOW).clock).undo(
        BringInPresenter(opened.store, SetClock(NOW).clock).kept()[0].id
    )
    opened.press(undo)
    assert opened.notice == "This import can no longer be undone."
    assert not opened.page.kept.isVisible()


def test_a_long_list_of_what_stays_out_scrolls_by_itself(
    opened: OpenedBringIn, tmp_path: Path
) -> None:
    file = tmp_path / "long.csv"
    rows = "".join(f"2020-02-02,x,y,late {number},meh,,\n" for number in range(300))
    file.write_text(
        "full_date,date,weekday,time,mood,activities,note\n2020-02-02,x,y,9:00,meh,,\n" + rows
    )
    opened.choose(file)
    long_list = opened.page.rehearsal.long_list
    assert long_list is not None
    assert long_list.accessibleName() == "300 lines on what stays out"
    assert long_list.toPlainText().splitlines()[299].startswith("Left out, line 302:")
    assert long_list.isReadOnly()


def test_it_is_used_with_the_keyboard_alone(opened: OpenedBringIn) -> None:
    page = opened.page
    page.back.setFocus()
    opened.file = UNCLEAR
    QTest.keyClick(page.back, Qt.Key.Key_Tab)
    assert page.choose.hasFocus()
    QTest.keyClick(page.choose, Qt.Key.Key_Return)
    opened.rest()
    assert page.rehearsal.hasFocus()
    assert page.questions is not None
    QTest.keyClick(page.rehearsal, Qt.Key.Key_Tab)
    first = page.questions.moods["vaguely ok"].buttons
    assert first[0].hasFocus()
    QTest.keyClick(first[0], Qt.Key.Key_Right)
    QTest.keyClick(first[1], Qt.Key.Key_Space)
    opened.rest()
    assert page.questions.moods["vaguely ok"].current == 1
    for _press in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is page.bring:
            break
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert page.bring.hasFocus()
    QTest.keyClick(page.bring, Qt.Key.Key_Return)
    opened.rest()
    assert [one.ratings["mood"] for one in opened.check_ins()] == [9, 1]


def test_the_settings_lead_there_and_back(window: OpenedWindow) -> None:
    window.open(None, NOW)
    window.main.go_to("settings")
    button(window.main, "Bring in an old diary").click()
    window.finish_work()
    page = window.main.page_stack.currentWidget()
    assert isinstance(page, BringInPage)
    page.take(JOURNAL_FILE)
    window.finish_work()
    page.bring.click()
    window.finish_work()
    assert len(window.store.all_of(Kind.SESSIONS)) == 6
    page.back.click()
    assert window.main.page_stack.currentWidget() is not page


def test_an_empty_journal_leads_there(window: OpenedWindow) -> None:
    window.open(None, NOW)
    window.main.go_to("journal")
    window.finish_work()
    window.press(button(window.main, "Bring in an old diary"))
    assert isinstance(window.main.page_stack.currentWidget(), BringInPage)
