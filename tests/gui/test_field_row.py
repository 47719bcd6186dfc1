"""Rows of fields that share the width, and words of which any number can be chosen."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import box
from symptrack.gui.widgets.chips import Chips
from symptrack.gui.widgets.field_row import FieldRow
from symptrack.presenters.preferences import ThemeChoice
from tests.gui.conftest import Shown

HEIGHT = 400


def made(theme: ThemeSource, *wanted: tuple[int, int], right: bool = False) -> FieldRow:
    row = FieldRow(theme, gap=10, right=right)
    for width, share in wanted:
        field = QWidget()
        field.setFixedHeight(48)
        row.add_field(field, width, share)
    return row


def places(row: FieldRow) -> list[tuple[int, int, int]]:
    """Return left edge, top and width of each field."""
    items = [row.itemAt(place) for place in range(row.count())]
    areas = [item.geometry() for item in items if item is not None and not item.isEmpty()]
    return [(area.x(), area.y(), area.width()) for area in areas]


def test_what_is_left_is_shared_out(theme: ThemeSource, shown: Shown) -> None:
    row = made(theme, (100, 3), (100, 1), (50, 0))
    shown(box(row), 350, HEIGHT)
    assert places(row) == [(0, 0, 160), (170, 0, 120), (300, 0, 50)]
    assert row.sizeHint().width() == 270


def test_what_does_not_fit_goes_on_below(theme: ThemeSource, shown: Shown) -> None:
    row = made(theme, (100, 1), (100, 1), (300, 1))
    shown(box(row), 250, HEIGHT)
    assert places(row) == [(0, 0, 120), (130, 0, 120), (0, 58, 250)]
    assert row.heightForWidth(250) == 48 + 10 + 48


def test_larger_text_asks_for_more_width(theme: ThemeSource, shown: Shown) -> None:
    row = made(theme, (100, 1), (100, 1))
    theme.choose(ThemeChoice.LIGHT, 200)
    shown(box(row), 300, HEIGHT)
    assert places(row) == [(0, 0, 300), (0, 58, 300)]


def test_what_is_hidden_takes_no_room(qtbot: QtBot, theme: ThemeSource, shown: Shown) -> None:
    row = made(theme, (100, 1), (100, 1))
    whole = shown(box(row), 210, HEIGHT)
    fields = [one for one in whole.children() if isinstance(one, QWidget)]
    fields[0].hide()
    qtbot.waitUntil(lambda: places(row) == [(0, 0, 210)])
    fields[1].hide()
    assert row.heightForWidth(whole.width()) == 0


def test_buttons_stand_at_the_right(theme: ThemeSource, shown: Shown) -> None:
    row = made(theme, (100, 0), (80, 0), right=True)
    shown(box(row), 300, HEIGHT)
    assert places(row) == [(110, 0, 100), (220, 0, 80)]


def test_any_number_of_words_can_be_chosen(qtbot: QtBot, theme: ThemeSource, shown: Shown) -> None:
    chips = Chips(theme, [("a", "Warm & calm"), ("b", "Far away")], name="What it was like")
    shown(chips, 300, 100)
    assert [one.accessibleName() for one in chips.buttons] == ["Warm & calm", "Far away"]
    assert chips.buttons[0].accessibleDescription() == "What it was like"
    for button in reversed(chips.buttons):
        with qtbot.waitSignal(chips.changed):
            button.click()
    both = chips.chosen
    with qtbot.assertNotEmitted(chips.changed):
        chips.choose(["b", "gone"])
    assert (both, chips.chosen) == (("a", "b"), ("b",))


def test_a_set_of_no_words_is_empty(theme: ThemeSource, shown: Shown) -> None:
    chips = Chips(theme, [], name="Nothing")
    shown(chips, 100, 60)
    assert chips.chosen == ()
