"""The 0 to 10 scale: pressed or typed, and nothing is chosen before the patient does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.rating_scale import RatingScale
from tests.gui.conftest import Shown
from tests.gui.opened_window import SetMilliseconds


class Scale:
    """A scale on its own, and everything it told."""

    def __init__(self, scale: RatingScale) -> None:
        self.widget = scale
        self.told: list[int] = []
        scale.chosen.connect(self.told.append)


@pytest.fixture
def scale(shown: Shown, theme: ThemeSource, milliseconds: SetMilliseconds) -> Scale:
    made = RatingScale(theme, "How is your mood right now?", None, milliseconds)
    return Scale(shown(made, 916, 100))


def test_nothing_is_chosen_at_first(scale: Scale) -> None:
    assert scale.widget.value is None
    assert [tile.isChecked() for tile in scale.widget.tiles] == [False] * 11


def test_a_tile_is_chosen_with_the_mouse(scale: Scale) -> None:
    QTest.mouseClick(scale.widget.tiles[7], Qt.MouseButton.LeftButton)
    QTest.mouseClick(scale.widget.tiles[3], Qt.MouseButton.LeftButton)
    assert scale.told == [7, 3]
    assert scale.widget.value == 3
    assert [tile.isChecked() for tile in scale.widget.tiles].count(True) == 1


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_chooses_and_takes_the_focus(scale: Scale, digit: int) -> None:
    scale.widget.type_digit(digit)
    assert scale.told == [digit]
    assert scale.widget.tiles[digit].hasFocus()


def test_1_and_then_0_is_10(scale: Scale) -> None:
    scale.widget.type_digit(1)
    scale.widget.type_digit(0)
    assert scale.told == [1, 10]
    assert scale.widget.value == 10


def test_0_a_good_while_after_1_is_0(scale: Scale, milliseconds: SetMilliseconds) -> None:
    scale.widget.type_digit(1)
    milliseconds.pass_by(1499)
    scale.widget.type_digit(0)
    scale.widget.type_digit(1)
    milliseconds.pass_by(1500)
    scale.widget.type_digit(0)
    assert scale.told == [1, 10, 1, 0]


def test_only_a_1_makes_the_next_0_ten(scale: Scale) -> None:
    for digit in (1, 2, 0, 0):
        scale.widget.type_digit(digit)
    assert scale.told == [1, 2, 0, 0]


def test_0_after_a_1_that_was_taken_back_with_the_mouse_is_0(scale: Scale) -> None:
    scale.widget.type_digit(1)
    QTest.mouseClick(scale.widget.tiles[5], Qt.MouseButton.LeftButton)
    scale.widget.type_digit(0)
    assert scale.told == [1, 5, 0]


def test_every_tile_is_large_and_says_its_place_and_question(scale: Scale) -> None:
    for rating, tile in enumerate(scale.widget.tiles):
        assert tile.accessibleName() == f"{rating} of 10"
        assert tile.accessibleDescription() == "How is your mood right now?"
        assert tile.width() >= 76
        assert tile.height() >= 84
    assert scale.widget.accessibleName() == "How is your mood right now?"


def test_the_focus_begins_on_no_answer_so_that_none_is_led_to(scale: Scale, qtbot: QtBot) -> None:
    scale.widget.focus_chosen()
    qtbot.waitUntil(scale.widget.hasFocus)
    QTest.keyClick(scale.widget, Qt.Key.Key_Tab)
    assert scale.widget.tiles[0].hasFocus()


def test_the_focus_comes_back_to_what_was_chosen(
    shown: Shown, theme: ThemeSource, qtbot: QtBot
) -> None:
    widget = shown(RatingScale(theme, "Mood", 6), 916, 100)
    widget.focus_chosen()
    qtbot.waitUntil(widget.tiles[6].hasFocus)
    assert widget.value == 6


def test_arrows_move_a_chosen_answer(scale: Scale) -> None:
    scale.widget.type_digit(4)
    QTest.keyClick(scale.widget.tiles[4], Qt.Key.Key_Right)
    assert scale.told == [4, 5]
    assert scale.widget.value == 5
