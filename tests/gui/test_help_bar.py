"""The help line keeps to two lines, and never cuts a number; what has no room is in the panel."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from symptrack.domain.help_lines import CrisisLine, load_help_lines
from symptrack.domain.patient import Patient
from symptrack.domain.settings import OwnHelp
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import box, column
from symptrack.gui.widgets.help_bar import HelpBar
from symptrack.presenters.help import help_items
from symptrack.presenters.preferences import ThemeChoice
from tests.gui.conftest import Shown
from tests.gui.opened_window import words

LINES = load_help_lines()
PATIENT = Patient(
    clinic_name="Harbour Clinic for Treatment",
    clinic_phone="0800 111 222 / 0800 333 444",
    trusted_contact="Someone with a long name, 0049 30 5550199 12",
)
OWN_NUMBERS = {"0049 30 5550199 12", PATIENT.clinic_phone}


def along_the_edge(
    shown: Shown, theme: ThemeSource, width: int, country: str = "US", own: OwnHelp | None = None
) -> HelpBar:
    bar = HelpBar(theme)
    shown(box(column((QWidget(), 1), bar)), width, 300)
    bar.show_items(help_items(LINES, country, PATIENT, own or OwnHelp()))
    settle()
    return bar


def settle() -> None:
    for _turn in range(4):
        QApplication.processEvents()


def rows(bar: HelpBar) -> int:
    """Return how many lines of entries and button there are."""
    entries = [one for one in bar.children() if isinstance(one, QWidget) and one.isVisible()]
    return len({one.geometry().center().y() // 20 for one in entries})


def is_whole(number: QLabel, bar: HelpBar) -> bool:
    """Whether all of a number can be read."""
    needed = number.fontMetrics().horizontalAdvance(number.text())
    below = number.heightForWidth(number.width()) if number.wordWrap() else 0
    corner = number.mapTo(bar, number.rect().bottomRight())
    return (number.wordWrap() or number.width() >= needed) and (
        number.height() >= below and bar.rect().contains(corner)
    )


@pytest.mark.parametrize("country", sorted(one.country for one in LINES.places))
def test_four_ways_take_two_lines_at_most_with_the_largest_text(
    shown: Shown, theme: ThemeSource, country: str
) -> None:
    theme.choose(ThemeChoice.LIGHT, 200)
    bar = along_the_edge(shown, theme, 1024, country)
    items = help_items(LINES, country, PATIENT, OwnHelp())
    assert bar.window().width() == 1024
    assert rows(bar) <= 2
    assert {one.reach for one in items[:2]} <= set(words(bar))
    numbers = [one for one in bar.findChildren(QLabel) if one.isVisible() and one.accessibleName()]
    assert all(is_whole(one, bar) for one in numbers)


def test_what_has_no_room_is_left_to_the_panel_and_the_button_says_so(
    shown: Shown, theme: ThemeSource
) -> None:
    theme.choose(ThemeChoice.LIGHT, 200)
    bar = along_the_edge(shown, theme, 1024)
    assert not set(words(bar)) >= OWN_NUMBERS
    assert bar.open.accessibleName() == "More help"
    assert bar.open.geometry().left() > 600
    assert "0800 111 222 / 0800 333 444" in bar.accessibleDescription()


def test_where_there_is_room_again_all_of_them_come_back(shown: Shown, theme: ThemeSource) -> None:
    theme.choose(ThemeChoice.LIGHT, 200)
    bar = along_the_edge(shown, theme, 1024)
    bar.open.setFocus()
    theme.choose(ThemeChoice.LIGHT, 100)
    settle()
    assert set(words(bar)) >= OWN_NUMBERS
    assert bar.open.accessibleName() == "If you need someone"
    assert bar.open.hasFocus()
    bar.window().resize(640, 300)
    settle()
    assert bar.open.accessibleName() == "More help"
    bar.window().resize(1280, 300)
    settle()
    assert set(words(bar)) >= OWN_NUMBERS


def test_a_crisis_line_of_ones_own_is_shown_whole_however_long(
    shown: Shown, theme: ThemeSource
) -> None:
    theme.choose(ThemeChoice.LIGHT, 200)
    own = OwnHelp(crisis=(CrisisLine(name="Mine", call="0800 111 222 333, then press 4 " * 3),))
    bar = along_the_edge(shown, theme, 1024, own=own)
    number = next(one for one in bar.findChildren(QLabel) if "press 4" in one.text())
    assert number.isVisible()
    assert is_whole(number, bar)
    assert bar.open.isVisible()
    assert bar.window().width() == 1024
