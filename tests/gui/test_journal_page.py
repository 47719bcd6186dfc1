"""The Journal page: what it lists, opening, deleting and taking back, by mouse and by keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from symptrack.domain.journal import Kind
from symptrack.domain.words import SessionStatus
from symptrack.gui.pages.journal import JournalPage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.journal_lines import JournalLine
from symptrack.presenters.preferences import ThemeChoice
from tests.builders import (
    make_check_in,
    make_journal,
    make_response,
    make_session,
    make_visit,
)
from tests.gui.conftest import Shown
from tests.gui.opened_journal import SIZE, OpenedJournal, focused, held_up, mores, names, stored
from tests.gui.opened_window import SetMilliseconds, button, scroll_of, words
from tests.gui.pictures_of import colours_in
from tests.presenters.listed_journal import MARKUP, treated

SMALL = (760, 588)
MORNING = make_check_in("2026-09-11 12:30", ratings={"mood": 4})
EVENING = make_check_in("2026-09-11 17:30", ratings={"mood": 6}, nothing_to_report=True)


@pytest.fixture
def opened(
    qtbot: QtBot,
    shown: Shown,
    theme: ThemeSource,
    tmp_path: Path,
    milliseconds: SetMilliseconds,
) -> Iterator[OpenedJournal]:
    """Return what opens the page on a journal."""
    made = OpenedJournal(qtbot, shown, theme, tmp_path, milliseconds)
    yield made
    made.close()


def test_an_empty_journal_says_what_will_stand_here_and_how_it_starts(
    opened: OpenedJournal,
) -> None:
    page = opened()
    assert "Nothing written yet" in words(page)
    with opened.qtbot.waitSignal(page.session_requested):
        opened.press(button(page, "Log an infusion"))
    with opened.qtbot.waitSignal(page.check_in_requested):
        opened.press(button(page, "Check in now"))


def test_rows_stand_newest_first_and_say_all_of_themselves(opened: OpenedJournal) -> None:
    page = opened(treated(MORNING, EVENING))
    assert names(page) == [
        "Session 2, Friday 11 September. IV, 38 mg over 40 min",
        "6 hours, 17:30. Mood 6 of 10. Nothing to report",
        "1 hour, 12:30. Mood 4 of 10. Mood only",
        "Session 1, Tuesday 8 September. IV, 35 mg over 40 min",
    ]
    assert "Nothing written yet" not in words(page)


def test_a_row_opens_its_check_in_and_a_head_its_session(opened: OpenedJournal) -> None:
    page = opened(treated(EVENING))
    with opened.qtbot.waitSignal(page.check_in_edit_requested) as check_in:
        opened.press(page.rows[1])
    assert check_in.args == [EVENING.id]
    with opened.qtbot.waitSignal(page.session_edit_requested) as session:
        page.rows[0].setFocus()
        opened.key(Qt.Key.Key_Return)
    assert session.args == [page.rows[0].record[1]]


def test_the_buttons_above_begin_a_check_in_and_log_a_session(opened: OpenedJournal) -> None:
    page = opened(treated(MORNING, EVENING), "2026-09-20 12:00")
    with opened.qtbot.waitSignal(page.check_in_requested):
        opened.press(button(page, "Check in now"))
    with opened.qtbot.waitSignal(page.session_requested):
        opened.press(button(page, "Log an infusion"))


def test_what_is_due_stands_in_its_session_with_its_button(opened: OpenedJournal) -> None:
    page = opened(treated())
    assert "Check-in is due" in words(page)
    asked = [one for one in page.list.findChildren(QAbstractButton) if one.text() == "Check in now"]
    with opened.qtbot.waitSignal(page.check_in_requested):
        opened.press(asked[0])


def test_delete_moves_to_the_trash_at_once_and_undo_brings_it_back(opened: OpenedJournal) -> None:
    page = opened(treated(MORNING, EVENING))
    before = names(page)
    with opened.qtbot.waitSignal(page.changed):
        opened.delete(1)
    assert names(page) == [before[0], *before[2:]]
    assert stored(opened) == 1
    assert page.notice.accessibleName() == "Deleted. You can bring it back for 90 days."
    assert focused() == "Undo"
    with opened.qtbot.waitSignal(page.changed):
        opened.key(Qt.Key.Key_Return)
    assert names(page) == before
    assert stored(opened) == 2
    assert focused() == before[1]
    assert not page.notice.isVisible()


def test_the_delete_key_deletes_the_row_that_has_the_focus(opened: OpenedJournal) -> None:
    page = opened(treated(MORNING, EVENING))
    page.rows[2].setFocus()
    opened.key(Qt.Key.Key_Delete)
    assert [one.id for one in opened.store.load().check_ins] == [EVENING.id]


def test_a_double_press_deletes_one_entry(opened: OpenedJournal) -> None:
    page = opened(treated(MORNING, EVENING), "2026-09-20 12:00")
    page.rows[1].setFocus()
    with held_up():
        for _press in range(2):
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, Qt.Key.Key_Delete)
    opened.settle()
    assert stored(opened) == 1


def test_an_undo_before_the_page_was_read_again_shows_the_row(opened: OpenedJournal) -> None:
    page = opened(treated(MORNING, EVENING))
    before = names(page)
    with held_up():
        QTest.keyClick(page.rows[1], Qt.Key.Key_Delete)
        assert names(page) == [before[0], *before[2:]]
        opened.milliseconds.pass_by()
        assert page.notice.action is not None
        QTest.mouseClick(page.notice.action, Qt.MouseButton.LeftButton)
    opened.settle()
    assert names(page) == before


def test_a_deleted_session_takes_its_head_and_leaves_its_entries(opened: OpenedJournal) -> None:
    page = opened(make_journal(sessions=[make_session("2026-09-11 10:30")], check_ins=[EVENING]))
    opened.delete(0)
    assert names(page) == ["11 Sep, 17:30. Mood 6 of 10. Nothing to report"]
    assert "September 2026" in words(page)
    assert len(opened.store.load().deleted) == 1


def test_the_last_entry_can_go_and_come_back(opened: OpenedJournal) -> None:
    page = opened(make_journal(check_ins=[EVENING]))
    opened.delete(0)
    assert "Nothing written yet" in words(page)
    opened.key(Qt.Key.Key_Return)
    assert names(page) == ["11 Sep, 17:30. Mood 6 of 10. Nothing to report"]


def test_a_visit_can_be_deleted_too(opened: OpenedJournal) -> None:
    page = opened(make_journal(visits=[make_visit()]))
    assert [one.accessibleDescription() for one in mores(page)] == ["2 Oct. Planned visit"]
    opened.delete(0)
    assert opened.store.load().visits == ()


def test_a_questionnaire_can_be_opened_and_deleted(opened: OpenedJournal) -> None:
    saved = make_response("2026-09-10 09:00")
    page = opened(make_journal(responses=[saved]))
    assert names(page) == ["10 Sep, 09:00. PHQ-9: 18 of 27. Moderately severe (Kroenke 2001)"]
    with opened.qtbot.waitSignal(page.questionnaire_edit_requested) as edited:
        opened.press(page.rows[0])
    assert edited.args == [saved.id]
    opened.delete(0)
    assert opened.store.load().responses == ()


@pytest.mark.parametrize("filled", [True, False])
def test_a_questionnaire_is_chosen_and_begun_here(opened: OpenedJournal, filled: bool) -> None:
    page = opened(treated(EVENING) if filled else None)
    asked = page.questionnaire if filled else page.empty_questionnaire
    opened.press(asked)
    assert page.choice.isVisible()
    assert focused() == "Fill in PHQ-9"
    opened.press(asked)
    assert not page.choice.isVisible()
    opened.press(asked)
    with opened.qtbot.waitSignal(page.questionnaire_requested) as begun:
        opened.press(page.choice.buttons[2])
    assert begun.args == ["pcl5"]
    assert not page.choice.isVisible()


def test_what_is_gone_already_is_said(opened: OpenedJournal) -> None:
    page = opened(treated(EVENING))
    opened.store.delete(Kind.CHECK_INS, EVENING.id)
    opened.delete(1)
    assert page.notice.accessibleName() == "This entry is no longer in the journal."


def test_what_came_back_already_is_said(opened: OpenedJournal) -> None:
    page = opened(treated(EVENING))
    opened.delete(1)
    opened.store.restore(Kind.CHECK_INS, EVENING.id)
    assert page.notice.action is not None
    opened.press(page.notice.action)
    assert page.notice.accessibleName() == "This entry is not in the trash."


def test_a_journal_that_cannot_be_read_is_said_and_what_is_shown_stays(
    opened: OpenedJournal,
) -> None:
    page = opened(treated(EVENING))
    before = names(page)
    opened.store.delete(Kind.CHECK_INS, EVENING.id)
    opened.damage()
    page.refresh()
    opened.settle()
    assert page.notice.isVisible()
    assert names(page) == before


def test_the_arrows_go_from_row_to_row_and_stop_at_the_ends(opened: OpenedJournal) -> None:
    page = opened(treated(EVENING))
    first, second, last = names(page)
    page.rows[0].setFocus()
    reached = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        opened.key(key)
        reached.append(focused())
    assert reached == [first, second, last, last, second]


def test_other_keys_on_a_row_do_nothing(opened: OpenedJournal) -> None:
    page = opened(treated(EVENING))
    page.rows[1].setFocus()
    opened.key(Qt.Key.Key_J)
    assert focused() == names(page)[1]
    assert stored(opened) == 1


def test_tab_goes_through_the_page_as_it_is_read(opened: OpenedJournal) -> None:
    page = opened(treated(EVENING), "2026-09-20 12:00")
    page.finding.search.setFocus()
    reached = [focused()]
    for _press in range(6):
        QTest.keyClick(page, Qt.Key.Key_Tab)
        reached.append(focused())
    heads = names(page)
    first = ["Search your notes", "Everything"]
    assert reached[:2] == first
    page.finding.kinds.buttons[-1].setFocus()
    for _press in range(4):
        QTest.keyClick(page, Qt.Key.Key_Tab)
        reached.append(focused())
    assert reached[-4:] == [heads[0], "More", heads[1], "More"]


def test_a_refresh_keeps_the_focus_and_what_did_not_change(opened: OpenedJournal) -> None:
    page = opened(treated(MORNING, EVENING))
    kept = page.rows[:2]
    page.rows[2].setFocus()
    name = focused()
    opened.store.add(make_check_in("2026-09-11 20:00"))
    opened.refresh()
    assert len(page.rows) == 5
    assert focused() == name
    assert page.rows[0] is kept[0]
    assert page.rows[2] is kept[1]
    beside = page.list.findChildren(JournalLine)
    assert [one for one in beside if one.isVisible()] == page.list.lines


def test_a_long_wait_is_said(opened: OpenedJournal, qtbot: QtBot) -> None:
    page = opened(treated())
    fresh = JournalPage(page._presenter, page._theme)
    qtbot.addWidget(fresh)
    fresh.show()
    with qtbot.waitSignal(fresh.shown), held_up():
        fresh.refresh()
        assert "Reading your journal" not in words(fresh)
        qtbot.waitUntil(lambda: "Reading your journal" in words(fresh))
    assert "Reading your journal" not in words(fresh)


@pytest.mark.parametrize(("size", "text_size"), [(SIZE, 100), (SIZE, 200), (SMALL, 200)])
def test_everything_fits_and_is_large_enough(
    opened: OpenedJournal, theme: ThemeSource, size: tuple[int, int], text_size: int
) -> None:
    theme.choose(ThemeChoice.LIGHT, text_size)
    planned = make_session("2026-09-15 10:30", status=SessionStatus.PLANNED)
    missed = make_session("2026-09-14 10:30", status=SessionStatus.MISSED)
    long_word = make_check_in("2026-09-11 20:00", note="x" * 20_000)
    journal = make_journal(
        sessions=[planned, missed, make_session("2026-09-11 10:30")],
        check_ins=[long_word, EVENING],
        responses=[make_response()],
    )
    page = opened(journal, size=size)
    area = scroll_of(page)
    content = area.widget()
    assert content is not None
    assert content.width() <= area.viewport().width()
    for one in page.findChildren(QAbstractButton):
        if one.isVisible():
            assert one.accessibleName()
            assert min(one.width(), one.height()) >= 44
            assert one.mapTo(content, one.rect().topRight()).x() <= content.width()


def test_the_text_size_and_the_theme_reach_the_painted_rows(
    opened: OpenedJournal, theme: ThemeSource
) -> None:
    page = opened(make_journal(sessions=[make_session("2026-09-11 10:30")], check_ins=[EVENING]))
    row = page.rows[1]
    small = row.height()
    assert theme.tokens.soft in colours_in(row.grab().toImage())
    theme.choose(ThemeChoice.DARK, 200)
    opened.rest()
    assert row.height() > small
    assert theme.tokens.soft in colours_in(row.grab().toImage())


def test_a_row_under_the_pointer_shows_that_it_can_be_pressed(
    opened: OpenedJournal, theme: ThemeSource
) -> None:
    page = opened(treated(EVENING))
    row = page.rows[1]
    assert theme.tokens.hover not in colours_in(row.grab().toImage())
    QTest.mouseMove(row)
    opened.qtbot.waitUntil(row.underMouse)
    assert theme.tokens.hover in colours_in(row.grab().toImage())


def test_hostile_text_is_shown_as_typed(
    opened: OpenedJournal, shown_plain: Callable[[QWidget], bool]
) -> None:
    check_in = make_check_in("2026-09-11 17:30", ratings={}, note=f"{MARKUP}\x00 \u202etxet")
    page = opened(treated(check_in))
    assert names(page)[1] == f"6 hours, 17:30. “{MARKUP}\x00 \u202etxet”"
    assert shown_plain(page)
    assert page.rows[1].toolTip() == ""


@pytest.fixture
def shown_plain() -> Callable[[QWidget], bool]:
    """Return whether every label of a page shows its text as plain text."""
    return lambda page: all(
        one.textFormat() is Qt.TextFormat.PlainText
        for one in page.findChildren(QLabel)
        if one.text()
    )
