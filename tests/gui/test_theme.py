"""The look: light, dark, the desktop's own, the text size, and who is told."""

import re

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from symptrack.gui.theme import FAMILY, ThemeSource
from symptrack.gui.tokens import DARK, LIGHT
from symptrack.presenters.preferences import ThemeChoice


class Desktop(QObject):
    """Stands in for a desktop that can be light or dark; the tests' own screen is neither."""

    colorSchemeChanged = Signal()  # noqa: N815 - Qt's own name

    def __init__(self) -> None:
        super().__init__()
        self._scheme = Qt.ColorScheme.Unknown

    def styleHints(self) -> "Desktop":
        return self

    def colorScheme(self) -> Qt.ColorScheme:
        return self._scheme

    def become(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        self.colorSchemeChanged.emit()


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """Return a desktop to change; used before the theme is made."""
    made = Desktop()
    monkeypatch.setattr("symptrack.gui.theme.QGuiApplication", made)
    return made


class Changes:
    """Counts how often the theme says that it changed."""

    def __init__(self, theme: ThemeSource) -> None:
        self.count = 0
        theme.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.count += 1


def test_light_and_dark_are_what_was_chosen(theme: ThemeSource) -> None:
    assert theme.tokens is LIGHT
    theme.choose(ThemeChoice.DARK, 100)
    assert theme.tokens is DARK
    assert theme.choice is ThemeChoice.DARK
    theme.choose(ThemeChoice.LIGHT, 100)
    assert theme.tokens is LIGHT


def test_a_change_is_told_once_and_none_where_nothing_changes(theme: ThemeSource) -> None:
    changes = Changes(theme)
    theme.choose(ThemeChoice.LIGHT, 100)
    assert changes.count == 0
    theme.choose(ThemeChoice.DARK, 150)
    assert changes.count == 1
    theme.choose(ThemeChoice.DARK, 150)
    assert changes.count == 1


def test_everybody_told_already_sees_the_new_look(theme: ThemeSource, qapp: QApplication) -> None:
    seen: list[tuple[str, int, str]] = []

    def look() -> None:
        window = qapp.palette().color(QPalette.ColorRole.Window).name().upper()
        seen.append((theme.tokens.name, theme.px(16), window))

    theme.changed.connect(look)
    theme.choose(ThemeChoice.DARK, 200)
    assert seen == [("dark", 32, DARK.bg)]


def test_the_window_follows_the_desktop_while_nothing_else_is_chosen(
    desktop: Desktop, theme: ThemeSource
) -> None:
    theme.choose(ThemeChoice.SYSTEM, 100)
    assert theme.tokens is LIGHT
    changes = Changes(theme)
    desktop.become(Qt.ColorScheme.Dark)
    assert theme.tokens is DARK
    assert changes.count == 1
    desktop.become(Qt.ColorScheme.Light)
    assert theme.tokens is LIGHT
    assert changes.count == 2
    desktop.become(Qt.ColorScheme.Unknown)
    assert changes.count == 2


def test_a_chosen_theme_stays_when_the_desktop_changes(
    desktop: Desktop, theme: ThemeSource
) -> None:
    changes = Changes(theme)
    desktop.become(Qt.ColorScheme.Dark)
    assert theme.tokens is LIGHT
    assert changes.count == 0


@pytest.mark.parametrize(
    ("asked", "size"), [(100, 100), (175, 175), (40, 100), (-5, 100), (201, 200), (900, 200)]
)
def test_text_sizes_stay_between_100_and_200_per_cent(
    theme: ThemeSource, asked: int, size: int
) -> None:
    theme.choose(ThemeChoice.LIGHT, asked)
    assert theme.text_size == size
    assert theme.scale == size / 100


def test_a_size_beyond_the_largest_is_no_change_where_the_largest_is_chosen(
    theme: ThemeSource,
) -> None:
    theme.choose(ThemeChoice.LIGHT, 200)
    changes = Changes(theme)
    theme.choose(ThemeChoice.LIGHT, 400)
    assert changes.count == 0


def test_every_text_size_of_the_style_sheet_grows(theme: ThemeSource, qapp: QApplication) -> None:
    small = re.findall(r"font-size: (\d+)px", qapp.styleSheet())
    theme.choose(ThemeChoice.LIGHT, 200)
    large = re.findall(r"font-size: (\d+)px", qapp.styleSheet())
    assert small
    grown = {int(one): int(other) for one, other in zip(small, large, strict=True)}
    headings = {size for size in grown if grown[size] != 2 * size}
    # A heading is large already: what stands below it needs the room more.
    assert headings == {24, 30, 34, 40}
    assert {size: grown[size] for size in headings} == {24: 36, 30: 45, 34: 51, 40: 60}
    assert min(int(size) for size in small) == 14


def test_the_style_sheet_names_no_colour_that_is_missing(
    qapp: QApplication, theme: ThemeSource
) -> None:
    assert "$" not in qapp.styleSheet()
    assert "fx" not in qapp.styleSheet()
    assert LIGHT.primary in qapp.styleSheet()
    theme.choose(ThemeChoice.DARK, 100)
    assert DARK.primary in qapp.styleSheet()
    assert LIGHT.primary not in qapp.styleSheet()


def test_what_the_style_sheet_does_not_reach_is_coloured_too(
    theme: ThemeSource, qapp: QApplication
) -> None:
    theme.choose(ThemeChoice.DARK, 100)
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Base).name().upper() == DARK.surface
    assert palette.color(QPalette.ColorRole.PlaceholderText).name().upper() == DARK.text3
    assert palette.color(QPalette.ColorRole.Highlight).name().upper() == DARK.primary


def test_the_bundled_typeface_is_used_unhinted(theme: ThemeSource, qtbot: QtBot) -> None:
    assert FAMILY in QFontDatabase.families()
    font = theme.font(20, 600)
    assert QFontInfo(font).family() == FAMILY
    assert font.pixelSize() == 20
    assert font.weight() == 600
    shown = QPushButton("Check in now")
    qtbot.addWidget(shown)
    shown.ensurePolished()
    assert QFontInfo(shown.font()).family() == FAMILY


def test_painted_text_grows_and_columns_of_figures_align(theme: ThemeSource) -> None:
    theme.choose(ThemeChoice.LIGHT, 200)
    assert theme.font(15).pixelSize() == 30
    assert theme.font(15).featureTags() == []
    tags = theme.font(15, tabular=True).featureTags()
    assert [bytes(tag.toString().data()) for tag in tags] == [b"tnum"]


def test_a_colour_is_found_by_its_role(theme: ThemeSource) -> None:
    assert theme.colour("danger").name().upper() == LIGHT.danger


def test_a_window_wears_the_sheet_in_place_of_the_program(
    qtbot: QtBot, qapp: QApplication, theme: ThemeSource
) -> None:
    window = QWidget()
    dialog = QDialog(window)
    word = QLabel("Mood", dialog)
    theme.dress(window)
    window.show()
    assert qapp.styleSheet() == ""
    theme.choose(ThemeChoice.DARK, 100)
    assert qapp.styleSheet() == ""
    assert DARK.primary in window.styleSheet()
    dialog.show()
    assert word.palette().windowText().color() == QColor(DARK.text)
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    theme.choose(ThemeChoice.LIGHT, 100)
    assert LIGHT.primary in qapp.styleSheet()
