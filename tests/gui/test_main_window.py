"""The window: going from page to page, the help line, what is said when something is wrong."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from symptrack.domain.errors import JournalDamaged, JournalReadOnly
from symptrack.domain.patient import Patient
from symptrack.gui.page import Page
from symptrack.gui.pages.journal_problem import JournalProblemPage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.help_bar import HelpBar
from symptrack.presenters.help import HelpItem
from symptrack.presenters.preferences import ThemeChoice
from tests.builders import make_check_in, make_journal, make_series, make_session
from tests.gui.conftest import Shown
from tests.gui.opened_window import OpenedWindow, words

CONTROL = Qt.KeyboardModifier.ControlModifier
NOON = "2026-09-05 12:00"
SENTENCE = "The journal is there, but its key is not."
PATIENT = Patient(
    label="Jo Doe",
    clinic_name="Harbour Clinic",
    clinic_phone="555 0142",
    trusted_contact="Sam 555 0199",
)


@pytest.fixture
def opened(window: OpenedWindow) -> OpenedWindow:
    """Return the window on a journal with a session and a check-in."""
    series = make_series(name="Secret series")
    journal = make_journal(
        patient=PATIENT,
        series=[series],
        sessions=[make_session(series_id=series.id)],
        check_ins=[make_check_in("2026-09-02 11:00")],
    )
    return window.open(journal, NOON)


def current(window: OpenedWindow) -> str:
    page = window.main.page_stack.currentWidget()
    return "" if page is None else page.accessibleName()


def chosen(window: OpenedWindow) -> list[str]:
    return [key for key, one in window.main.sidebar.buttons.items() if one.isChecked()]


def problem_page(window: OpenedWindow) -> JournalProblemPage:
    page = window.main.stack.currentWidget()
    assert isinstance(page, JournalProblemPage)
    return page


def test_today_is_shown_first(opened: OpenedWindow) -> None:
    assert current(opened) == "Today"
    assert chosen(opened) == ["today"]


def test_pages_are_gone_to_with_the_mouse(opened: OpenedWindow) -> None:
    opened.press(opened.main.sidebar.buttons["charts"])
    assert current(opened) == "Charts"
    assert chosen(opened) == ["charts"]
    first = opened.main.page_stack.currentWidget()
    opened.press(opened.main.sidebar.buttons["today"])
    assert current(opened) == "Today"
    opened.press(opened.main.sidebar.buttons["charts"])
    assert opened.main.page_stack.currentWidget() is first


def test_pages_are_gone_to_with_keys_and_the_focus_stays_on_their_name(
    opened: OpenedWindow,
) -> None:
    opened.type("3", modifier=CONTROL)
    assert current(opened) == "Charts"
    assert opened.main.sidebar.buttons["charts"].hasFocus()
    opened.type("1", modifier=CONTROL)
    assert current(opened) == "Today"
    assert opened.main.sidebar.buttons["today"].hasFocus()


def test_there_is_nowhere_to_go_while_no_journal_is_open(window: OpenedWindow) -> None:
    window.main.go_to("charts")
    assert window.main.page_stack.count() == 0
    with pytest.raises(LookupError):
        _ = window.main.check_in


def test_a_page_gets_ready_when_it_is_pointed_at_or_focused(opened: OpenedWindow) -> None:
    charts = opened.main.sidebar.buttons["charts"]
    for _time in range(2):
        QApplication.sendEvent(charts, QFocusEvent(QFocusEvent.Type.FocusIn))
    opened.finish_work()
    assert "charts" in opened.main._made
    assert current(opened) == "Today"


def test_nothing_gets_ready_before_a_journal_is_open(window: OpenedWindow) -> None:
    charts = window.main.sidebar.buttons["charts"]
    QApplication.sendEvent(charts, QFocusEvent(QFocusEvent.Type.FocusIn))
    window.finish_work()
    assert window.main.page_stack.count() == 0


def test_the_title_says_nothing_of_the_journal(opened: OpenedWindow) -> None:
    seen = {opened.main.windowTitle()}
    for go in ("3", "1"):
        opened.type(go, modifier=CONTROL)
        seen.add(opened.main.windowTitle())
    opened.main.open_check_in()
    seen.add(opened.main.windowTitle())
    assert seen == {"Symptrack"}


def test_today_looks_again_from_time_to_time(opened: OpenedWindow) -> None:
    assert opened.main._timer.isActive()
    opened.clock.set("2026-09-05 20:30")
    opened.main._timer.timeout.emit()
    opened.turn()
    assert "How is your mood this evening?" in words(opened.today)


def test_a_page_that_is_not_shown_is_left_alone(opened: OpenedWindow) -> None:
    opened.type("3", modifier=CONTROL)
    opened.clock.set("2026-09-05 20:30")
    opened.main._timer.timeout.emit()
    opened.turn()
    assert "How is your mood this evening?" not in [
        one.text() for one in opened.today.findChildren(QLabel)
    ]


class Failing(Page):
    """A page that cannot be shown."""

    def refresh(self) -> None:
        raise JournalReadOnly("The journal can no longer be read.")


def test_a_page_that_cannot_be_shown_says_why(opened: OpenedWindow) -> None:
    failing = Failing("Failing")
    opened.main.page_stack.addWidget(failing)
    opened.main._made["charts"] = failing
    opened.type("3", modifier=CONTROL)
    assert opened.main.notice.accessibleName() == "The journal can no longer be read."
    opened.type("1", modifier=CONTROL)
    assert not opened.main.notice.isVisible()


def test_an_unexpected_error_is_said_on_the_page_that_is_shown(opened: OpenedWindow) -> None:
    opened.main.say_unexpected()
    opened.turn()
    assert opened.main.notice.accessibleName().startswith("Something went wrong")
    opened.main.open_check_in()
    opened.main.say_unexpected()
    opened.turn()
    assert opened.check_in.notice.isVisible()


def test_help_stands_in_the_same_order_everywhere(opened: OpenedWindow) -> None:
    line = [
        "In danger now? 911",
        "In crisis? 988, call or text",
        "Sam 555 0199",
        "Harbour Clinic 555 0142",
    ]
    for go in ("1", "3"):
        opened.type(go, modifier=CONTROL)
        assert help_line(opened.main.help_bar) == line
    opened.main.open_check_in()
    opened.turn()
    assert help_line(opened.main.help_bar) == line
    opened.main.show_problem(JournalDamaged(SENTENCE))
    opened.turn()
    assert help_line(opened.main.help_bar) == line


def help_line(bar: HelpBar) -> list[str]:
    numbers = [one for one in bar.findChildren(QLabel) if one.isVisible() and one.accessibleName()]
    return [
        one.accessibleName()
        for one in sorted(numbers, key=lambda one: one.mapTo(bar, one.rect().center()).x())
    ]


def test_a_number_on_the_help_line_is_never_cut(shown: Shown, theme: ThemeSource) -> None:
    reach = "my sister Alexandra, at work until five, then at home: 555 0199"
    bar = HelpBar(theme)
    shown(bar, 900, bar.heightForWidth(900))
    bar.show_items([HelpItem(icon="help", name="Someone you trust", reach=reach)])
    QApplication.processEvents()
    bar.resize(900, bar.heightForWidth(900))
    QApplication.processEvents()
    number = next(one for one in bar.findChildren(QLabel) if one.text() == reach)
    assert number.height() >= number.heightForWidth(number.width())
    assert bar.rect().contains(number.mapTo(bar, number.rect().bottomRight()))
    assert bar.accessibleDescription() == f"Someone you trust {reach}"


def test_numbers_can_be_selected_and_copied(opened: OpenedWindow) -> None:
    number = next(
        one for one in opened.main.help_bar.findChildren(QLabel) if one.text() == "555 0142"
    )
    assert number.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_journal_that_cannot_be_opened_is_said_plainly_with_ways_on(
    window: OpenedWindow,
) -> None:
    window.main.show_problem(JournalDamaged(SENTENCE))
    window.rest()
    page = problem_page(window)
    assert {"Your journal could not be opened", SENTENCE} <= set(words(page))
    assert "Nothing has been deleted or changed." in words(page)
    assert page.again.hasFocus()
    assert page.accessibleDescription() == SENTENCE


def test_opening_can_be_tried_again(window: OpenedWindow) -> None:
    window.main.show_problem(JournalDamaged(SENTENCE))
    window.rest()
    with window.qtbot.waitSignal(window.main.try_again_requested):
        QTest.keyClick(window.main.windowHandle(), Qt.Key.Key_Return)


def test_another_file_can_be_chosen(
    window: OpenedWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[tuple[Any, ...]] = []

    def choose(*arguments: Any) -> tuple[str, str]:
        asked.append(arguments)
        return str(tmp_path / "other.db"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    window.main.show_problem(JournalDamaged(SENTENCE))
    window.rest()
    with window.qtbot.waitSignal(window.main.journal_wanted) as wanted:
        QTest.mouseClick(problem_page(window).other, Qt.MouseButton.LeftButton)
    assert wanted.args == [tmp_path / "other.db"]
    assert "*.db" in asked[0][3]


def test_choosing_no_file_changes_nothing(
    window: OpenedWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: ("", ""))
    window.main.show_problem(JournalDamaged(SENTENCE))
    window.rest()
    with qtbot.assertNotEmitted(window.main.journal_wanted):
        window.press(problem_page(window).other)


def test_a_second_problem_replaces_the_first(window: OpenedWindow) -> None:
    window.main.show_problem(JournalDamaged(SENTENCE))
    window.main.show_problem(JournalDamaged("Another sentence."))
    window.rest()
    assert "Another sentence." in words(problem_page(window))
    assert window.main.stack.count() == 2


def test_a_journal_opened_after_all_takes_the_place_of_the_problem(window: OpenedWindow) -> None:
    window.main.show_problem(JournalDamaged(SENTENCE))
    window.open(None, NOON)
    assert window.today.isVisible()
    assert window.main.stack.count() == 1


def test_another_journal_takes_the_place_of_every_page(opened: OpenedWindow) -> None:
    opened.type("3", modifier=CONTROL)
    opened.main.open_check_in()
    former, today = opened.check_in, opened.today
    opened.main.show_journal(opened.pages())
    assert not opened.main.isAncestorOf(today)
    assert not opened.main.isAncestorOf(former)
    opened.rest()
    assert current(opened) == "Today"
    assert opened.check_in is not former


def test_the_window_never_gets_smaller_than_an_answer(window: OpenedWindow) -> None:
    sizes = []
    for text_size in (100, 150, 200):
        window.theme.choose(ThemeChoice.LIGHT, text_size)
        least = window.main.minimumSize()
        sizes.append((least.width(), least.height()))
    assert sizes == [(720, 520), (872, 580), (1024, 640)]
