"""Buttons, answers of which one is chosen, lists, switches and what is said on a page."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from symptrack.gui.theme import ThemeSource
from symptrack.gui.tokens import DARK, LIGHT
from symptrack.gui.widgets.boxes import box, column
from symptrack.gui.widgets.buttons import Button, Choice
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.labels import IconLabel, describe, key_cap, label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.severity import SeverityRow
from symptrack.gui.widgets.tick import Tick
from symptrack.presenters.preferences import ThemeChoice
from tests.gui.conftest import Shown
from tests.gui.opened_window import words
from tests.gui.pictures_of import colours_in

HOSTILE = "<b>x</b> & $\\frac{1}{0}$"


def test_a_button_says_its_words_as_they_are(qtbot: QtBot, theme: ThemeSource) -> None:
    button = Button(theme, "Salt & pepper")
    qtbot.addWidget(button)
    assert button.text() == "Salt && pepper"
    assert button.accessibleName() == "Salt & pepper"
    assert button.shortcut().isEmpty()


def test_words_beside_an_icon_keep_a_gap_and_the_name_does_not(
    qtbot: QtBot, theme: ThemeSource
) -> None:
    before = Button(theme, "Back", icon="arrow-left")
    after = Button(theme, "Next", icon="arrow-right", icon_after=True)
    for button in (before, after):
        qtbot.addWidget(button)
    assert before.text() == "\u00a0\u00a0Back"
    assert after.text() == "Next\u00a0\u00a0"
    assert after.layoutDirection() is Qt.LayoutDirection.RightToLeft
    after.set_words("Save & close")
    assert after.text() == "Save && close\u00a0\u00a0"
    assert after.accessibleName() == "Save & close"


def test_a_buttons_icon_follows_the_theme_and_whether_it_is_chosen(
    shown: Shown, theme: ThemeSource
) -> None:
    button = Button(theme, "Today", "nav", icon="today")
    button.setCheckable(True)
    shown(button)
    assert LIGHT.text2 in colours_in(button.icon().pixmap(22, 22).toImage())
    button.setChecked(True)
    assert LIGHT.primary in colours_in(button.icon().pixmap(22, 22).toImage())
    theme.choose(ThemeChoice.DARK, 100)
    assert DARK.primary in colours_in(button.icon().pixmap(22, 22).toImage())


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize(
    ("kind", "big", "least"),
    [("primary", True, 56), ("secondary", False, 48), ("quiet", False, 48), ("tile", False, 84)],
)
def test_buttons_are_high_enough_for_shaky_hands(
    shown: Shown, theme: ThemeSource, kind: str, big: bool, least: int, size: int
) -> None:
    theme.choose(ThemeChoice.LIGHT, size)
    button = Button(theme, "Words", kind, big=big)
    shown(button)
    assert button.height() >= least
    assert button.width() >= button.sizeHint().width()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_a_button(shown: Shown, qtbot: QtBot, theme: ThemeSource, key: Qt.Key) -> None:
    button = Button(theme, "Back")
    shown(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_enter_on_an_answer_is_left_to_the_page(
    shown: Shown, qtbot: QtBot, theme: ThemeSource
) -> None:
    answer = Button(theme, "5", "tile")
    answer.setCheckable(True)
    shown(answer)
    with qtbot.assertNotEmitted(answer.clicked):
        QTest.keyClick(answer, Qt.Key.Key_Return)
    QTest.keyClick(answer, Qt.Key.Key_Space)
    assert answer.isChecked()


def test_one_of_a_few_is_chosen(shown: Shown, qtbot: QtBot, theme: ThemeSource) -> None:
    choice = Choice(theme, ("Light", "Dark"), name="Colours")
    shown(choice)
    former = choice.current
    with qtbot.waitSignal(choice.chosen) as told:
        QTest.mouseClick(choice.buttons[1], Qt.MouseButton.LeftButton)
    assert told.args == [1]
    assert (former, choice.current) == (None, 1)
    assert [button.accessibleDescription() for button in choice.buttons] == ["Colours"] * 2


def test_choosing_for_the_patient_tells_nobody(qtbot: QtBot, theme: ThemeSource) -> None:
    choice = Choice(theme, ("Light", "Dark"), name="Colours", kind="seg", current=0)
    qtbot.addWidget(choice)
    with qtbot.assertNotEmitted(choice.chosen):
        choice.choose(1)
    seen = [choice.current]
    choice.choose_nothing()
    assert [*seen, choice.current] == [1, None]
    choice.choose(0)
    assert [button.isChecked() for button in choice.buttons] == [True, False]


def test_the_wheel_never_changes_a_list_by_accident(shown: Shown, theme: ThemeSource) -> None:
    drop_down = DropDown(theme, "Range")
    drop_down.addItems(["All", "First series", "Second series"])
    drop_down.setCurrentIndex(1)
    shown(drop_down)
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.accept()
    drop_down.wheelEvent(event)
    assert drop_down.currentIndex() == 1
    assert not event.isAccepted()
    assert drop_down.accessibleName() == "Range"
    assert drop_down.height() >= 48


def test_a_list_shows_the_themes_chevron(shown: Shown, theme: ThemeSource) -> None:
    drop_down = DropDown(theme, "Range")
    shown(drop_down)
    corner = drop_down.rect().adjusted(drop_down.width() - 34, 12, -12, -12)
    assert LIGHT.text2 in colours_in(drop_down.grab(corner).toImage())
    theme.choose(ThemeChoice.DARK, 100)
    assert DARK.text2 in colours_in(drop_down.grab(corner).toImage())


def test_a_switch_is_pressed_anywhere_and_shows_more_than_a_colour(
    shown: Shown, theme: ThemeSource
) -> None:
    tick = Tick(theme, "Notes")
    shown(tick)
    assert (tick.width(), tick.height()) == (56, 48)
    assert tick.accessibleName() == "Notes"
    off = tick.grab().toImage()
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(54, 2))
    assert tick.isChecked()
    on = tick.grab().toImage()
    assert LIGHT.primary in colours_in(on)
    assert LIGHT.primary not in colours_in(off)
    knob_off, knob_on = off.pixelColor(13, 24), on.pixelColor(13, 24)
    assert knob_off.name().upper() == LIGHT.control
    assert knob_on.name().upper() == LIGHT.primary
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()


def test_a_switch_can_begin_switched_on(qtbot: QtBot, theme: ThemeSource) -> None:
    tick = Tick(theme, "Notes", on=True)
    qtbot.addWidget(tick)
    assert tick.isChecked()


def test_a_notice_shows_one_sentence_until_another_is_said(
    shown: Shown, qtbot: QtBot, theme: ThemeSource
) -> None:
    holder = QWidget()
    shown(holder)
    notice = Notice(theme, holder)
    assert not notice.isVisible()
    notice.say("Saved.")
    notice.say("There is no room left.", kind="attn")
    assert notice.isVisible()
    assert notice.accessibleName() == "There is no room left."
    assert notice.property("card") == "attn"
    qtbot.waitUntil(lambda: words(notice) == ["There is no room left."])
    notice.still()
    assert not notice.isVisible()


def test_a_choice_too_long_for_its_box_ends_in_dots_not_in_half_a_letter(
    shown: Shown, theme: ThemeSource
) -> None:
    drop_down = shown(DropDown(theme, "Range"), 200, 48)
    drop_down.addItem("W" * 40)
    picture = drop_down.grab().toImage()
    inked = [x for x in range(10, 160) if len(colours_in(picture, QRect(x, 4, 1, 40))) > 1]
    assert len(inked) > 100
    end = QRect(inked[-1] - 8, 4, 9, 20)
    assert set(colours_in(picture, end)) == {LIGHT.surface}


def test_a_notice_takes_room_only_while_it_says_something(
    shown: Shown, qtbot: QtBot, theme: ThemeSource
) -> None:
    notice, above = Notice(theme), QWidget()
    shown(box(column((above, 1), notice.place((36, 8, 36, 12)))), 600, 400)
    assert above.height() == 400
    notice.say("Saved.")
    qtbot.waitUntil(lambda: above.height() + 8 + notice.height() + 12 == 400)
    notice.still()
    qtbot.waitUntil(lambda: above.height() == 400)


def test_what_can_be_undone_has_a_button(shown: Shown, theme: ThemeSource) -> None:
    undone: list[str] = []
    notice = Notice(theme)
    shown(notice)
    notice.say("Saved.", action="Undo", then=lambda: undone.append("undone"))
    assert notice.action is not None
    QTest.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    assert undone == ["undone"]
    notice.say("Undone.", action="Undo")
    assert notice.action is None


def test_words_are_never_taken_for_markup(qtbot: QtBot, theme: ThemeSource) -> None:
    notice = Notice(theme)
    plain, wrapped, cap = label(HOSTILE), label(HOSTILE, wrap=True), key_cap("<u>A</u>")
    for one in (notice, plain, wrapped, cap):
        qtbot.addWidget(one)
    notice.say(HOSTILE)
    said = next(one for one in notice.findChildren(QLabel) if one.text())
    for one in (plain, wrapped, said):
        assert one.text() == HOSTILE
        assert one.textFormat() is Qt.TextFormat.PlainText
    assert cap.textFormat() is Qt.TextFormat.PlainText


def test_a_wrapping_label_needs_no_more_than_one_short_line(shown: Shown) -> None:
    words = label("Some words that go on for a while " * 4, wrap=True)
    shown(words)
    assert words.minimumSizeHint().width() == 40
    assert words.heightForWidth(200) > words.heightForWidth(800)


def test_an_icon_beside_words_follows_the_theme(qtbot: QtBot, theme: ThemeSource) -> None:
    icon = IconLabel(theme, "shield", size=24, role="on_soft")
    qtbot.addWidget(icon)
    assert (icon.width(), icon.height()) == (24, 24)
    assert LIGHT.on_soft in colours_in(icon.pixmap().toImage())
    theme.choose(ThemeChoice.DARK, 100)
    assert DARK.on_soft in colours_in(icon.pixmap().toImage())


def test_any_widget_can_be_given_words_for_a_screen_reader(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert describe(widget, "Course") is widget
    assert widget.accessibleDescription() == ""
    describe(widget, "Course", "Mood rises.")
    assert (widget.accessibleName(), widget.accessibleDescription()) == ("Course", "Mood rises.")


def test_tab_leads_to_the_answer_that_is_chosen(shown: Shown, theme: ThemeSource) -> None:
    before, severities = Button(theme, "Before"), SeverityRow(theme, "Nausea")
    choice = Choice(theme, ["Still there", "It has gone"], name="Nausea")
    after = Button(theme, "After")
    severities.choose(2)
    choice.choose(1)
    shown(box(column(before, severities, choice, after)))
    before.setFocus()
    reached = []
    for key in [Qt.Key.Key_Tab] * 3 + [Qt.Key.Key_Backtab] * 2:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        reached.append(QApplication.focusWidget())
    chosen = [severities.buttons[2], choice.buttons[1]]
    assert reached == [*chosen, after, *reversed(chosen)]


def test_icons_grow_with_the_words_beside_them(shown: Shown, theme: ThemeSource) -> None:
    button, sign = Button(theme, "Today", icon="today"), IconLabel(theme, "clock", size=20)
    shown(box(column(button, sign)))
    theme.choose(ThemeChoice.LIGHT, 200)
    assert button.iconSize() == QSize(33, 33)
    assert sign.size() == QSize(30, 30)
