"""The help panel on screen: its numbers can be copied, it comes first once, and on request."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from symptrack.domain.help_lines import load_help_lines
from symptrack.domain.patient import Patient
from symptrack.domain.settings import OwnHelp
from symptrack.gui.pages.help import HelpPage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.help_bar import HelpBar
from symptrack.gui.widgets.help_panel import HelpPanel, HelpStep
from symptrack.gui.widgets.question_steps import RatingStep
from symptrack.gui.widgets.review_steps import ReviewStep, SavedStep
from symptrack.presenters.check_in_draft import DRAFT_NAME
from symptrack.presenters.help import help_items
from symptrack.presenters.help_panel import HelpPanelView, help_panel
from symptrack.presenters.preferences import ThemeChoice
from tests.builders import make_check_in, make_journal
from tests.gui.conftest import Shown
from tests.gui.opened_window import OpenedWindow, button, words

LINES = load_help_lines()
HOSTILE = "<b>x</b> & $\\frac{1}{0}$"
FULL = Patient(
    trusted_contact="Ann 555 0199", clinic_name="Harbour Clinic", clinic_phone="555 0142"
)
TITLE = "If you need someone now"
READ = "I have read this"
ENTER = Qt.Key.Key_Return


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing on the clipboard."""
    yield
    QGuiApplication.clipboard().clear()


def view_of(patient: Patient, *, after_answer: bool = False) -> HelpPanelView:
    return help_panel(LINES, "US", patient, OwnHelp(), after_answer=after_answer)


def test_every_number_can_be_copied_and_the_panel_says_so(
    shown: Shown, qtbot: QtBot, theme: ThemeSource
) -> None:
    panel = shown(HelpPanel(theme, view_of(FULL)), 800, 700)
    assert [copy.accessibleName() for copy in panel.copies] == [
        "Copy 911",
        "Copy 988",
        "Copy HOME to 741741",
        "Copy 555 0199",
        "Copy 555 0142",
    ]
    for copy, number in zip(panel.copies[2:], ("HOME to 741741", "555 0199"), strict=False):
        QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
        assert QGuiApplication.clipboard().text() == number
        assert panel.notice.accessibleName() == f"Copied: {number}"
        qtbot.waitUntil(lambda: any(text.startswith("Copied") for text in words(panel)))
    assert all(copy.height() >= 44 for copy in panel.copies)


def test_what_the_patient_wrote_is_shown_and_copied_as_typed(
    shown: Shown, theme: ThemeSource
) -> None:
    patient = Patient(trusted_contact=HOSTILE, clinic_name=HOSTILE, clinic_phone=HOSTILE)
    panel = shown(HelpPanel(theme, view_of(patient)), 800, 700)
    assert words(panel).count(HOSTILE) == 3
    QTest.mouseClick(panel.copies[-1], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == HOSTILE


def test_a_place_without_a_number_has_nothing_to_copy(shown: Shown, theme: ThemeSource) -> None:
    panel = shown(HelpPanel(theme, help_panel(LINES, "ZZ", Patient(), OwnHelp())), 800, 500)
    assert panel.copies == []
    assert "Call your country’s emergency number. You can enter it in Settings." in words(panel)


@pytest.mark.parametrize(("width", "height", "size"), [(1280, 780, 100), (1024, 588, 200)])
def test_the_panel_fits_the_width_at_any_text_size(
    shown: Shown, qtbot: QtBot, theme: ThemeSource, width: int, height: int, size: int
) -> None:
    theme.choose(ThemeChoice.LIGHT, size)
    patient = Patient(trusted_contact=HOSTILE * 20, clinic_name="Harbour " * 20, clinic_phone="1")
    page = shown(HelpPage(lambda: view_of(patient), theme), width, height)
    page.begin()
    qtbot.wait(0)
    assert page.panel is not None
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    for copy in page.panel.copies:
        right = copy.mapTo(page.panel, copy.rect().topRight()).x()
        assert right <= scroll.viewport().width()
    assert page.back.isVisible()


def test_the_page_shows_the_numbers_as_they_are_and_goes_back(
    shown: Shown, qtbot: QtBot, theme: ThemeSource
) -> None:
    patient = Patient()
    page = shown(HelpPage(lambda: view_of(patient), theme), 1280, 780)
    page.begin()
    assert QApplication.focusWidget() is page.back
    assert "555 0142" not in words(page)
    patient = FULL
    page.begin()
    assert "555 0142" in words(page)
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.back, ENTER)
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(page.left):
        QTest.keyClick(page, Qt.Key.Key_A)


def test_the_help_line_opens_the_panel_by_mouse_and_key(
    shown: Shown, qtbot: QtBot, theme: ThemeSource
) -> None:
    bar = shown(HelpBar(theme), 1280, 60)
    bar.open.setFocus()
    bar.show_items(help_items(LINES, "US", FULL, OwnHelp()))
    numbers = {"911", "988, call or text", "555 0199", "555 0142"}
    qtbot.waitUntil(lambda: numbers <= set(words(bar)))
    assert bar.open.hasFocus()
    assert bar.open.height() >= 44
    with qtbot.waitSignal(bar.panel_requested):
        QTest.mouseClick(bar.open, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.panel_requested):
        QTest.keyClick(bar.open, ENTER)


@pytest.fixture
def asked(window: OpenedWindow) -> OpenedWindow:
    """Return the window on the mood of a first check-in."""
    window.open(None, "2026-09-02 09:30").main.open_check_in()
    window.rest()
    return window


def press(window: OpenedWindow, *names: str) -> None:
    for name in names:
        window.press(button(window.check_in, name))


def test_a_low_mood_shows_the_panel_before_the_next_question(asked: OpenedWindow) -> None:
    press(asked, "1 of 10")
    assert isinstance(asked.step, RatingStep)
    draft = asked.store.draft(DRAFT_NAME)
    assert draft is not None
    assert draft.content["ratings"] == {"mood": 1}
    press(asked, "Next")
    assert isinstance(asked.step, HelpStep)
    assert {TITLE, "Your answer is saved and can be changed."} <= set(words(asked.check_in))
    press(asked, READ)
    assert "How anxious are you right now?" in words(asked.check_in)
    press(asked, "Back", "0 of 10", "Next")
    assert isinstance(asked.step, RatingStep)


def test_a_press_in_a_row_does_not_skip_the_panel(asked: OpenedWindow) -> None:
    press(asked, "0 of 10")
    next_button = asked.check_in.next
    for _press in range(3):
        QTest.mouseClick(next_button, Qt.MouseButton.LeftButton)
        asked.milliseconds.pass_by(100)
    assert isinstance(asked.step, HelpStep)


def test_the_panel_can_be_read_and_left_by_keys_alone(asked: OpenedWindow) -> None:
    asked.type("1", ENTER)
    assert isinstance(asked.step, HelpStep)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == READ
    asked.type(ENTER)
    assert "How anxious are you right now?" in words(asked.check_in)


def test_going_back_from_the_panel_lets_the_answer_be_changed(asked: OpenedWindow) -> None:
    press(asked, "1 of 10", "Next", "Back")
    assert "How is your mood right now?" in words(asked.check_in)
    press(asked, "5 of 10", "Next")
    assert "How anxious are you right now?" in words(asked.check_in)


def test_leaving_at_the_panel_keeps_the_answer_and_shows_it_again(asked: OpenedWindow) -> None:
    press(asked, "1 of 10", "Next")
    asked.type(Qt.Key.Key_Escape)
    assert asked.today.isVisible()
    asked.main.open_check_in()
    asked.rest()
    assert "How is your mood right now?" in words(asked.check_in)
    press(asked, "Next")
    assert isinstance(asked.step, HelpStep)


def test_the_first_number_is_in_sight_at_twice_the_text_in_a_small_window(
    asked: OpenedWindow,
) -> None:
    asked.theme.choose(ThemeChoice.LIGHT, 200)
    asked.main.resize(1024, 640)
    asked.rest()
    press(asked, "1 of 10", "Next")
    assert isinstance(asked.step, HelpStep)
    number = next(
        one for one in asked.check_in.findChildren(QLabel)
        if one.accessibleName() == "Emergency: 911"
    )  # fmt: skip
    assert number.visibleRegion().boundingRect() == number.rect()
    press(asked, "Back")
    assert button(asked.check_in, "Save and finish later").isVisible()


def test_later_that_day_a_line_stands_above_the_next_question(window: OpenedWindow) -> None:
    earlier = make_check_in("2026-09-02 08:00", ratings={"mood": 0})
    window.open(make_journal(check_ins=[earlier]), "2026-09-02 09:30").main.open_check_in()
    window.rest()
    press(window, "1 of 10", "Next")
    assert "How anxious are you right now?" in words(window.check_in)
    assert any(text.startswith(TITLE) for text in words(window.check_in))
    press(window, "Show all numbers")
    assert isinstance(window.step, HelpStep)
    assert "Your answer is saved and can be changed." not in words(window.check_in)
    press(window, "Go on")
    assert "How anxious are you right now?" in words(window.check_in)
    press(window, "Next")
    assert not any(text.startswith(TITLE) for text in words(window.check_in))


def test_changing_a_saved_mood_into_a_low_one_shows_the_panel(window: OpenedWindow) -> None:
    saved = make_check_in("2026-09-02 08:00", ratings={"mood": 6})
    window.open(make_journal(check_ins=[saved]), "2026-09-02 09:30")
    window.main.open_check_in()
    window.check_in.edit(saved.id)
    window.rest()
    press(window, "Change: Mood", "1 of 10", "Next", READ)
    assert isinstance(window.step, ReviewStep)
    press(window, "Save")
    assert window.store.load().check_ins[0].ratings == {"mood": 1}


def test_saving_waits_for_the_panel_too(asked: OpenedWindow) -> None:
    press(asked, "6 of 10", *["Next"] * 4, "Save and finish later")
    asked.main.open_check_in("suicidal")
    asked.rest()
    press(asked, "Save")
    assert isinstance(asked.step, HelpStep)
    assert asked.store.load().check_ins == ()
    press(asked, READ)
    assert isinstance(asked.step, SavedStep)
    assert asked.store.load().check_ins[0].side_effects[0].effect == "suicidal"
