"""The project's own icons: every one draws, in the colour and at the density asked for."""

import re

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from symptrack.gui import icons
from symptrack.resources import resource_path

NAMES = sorted(path.stem for path in resource_path("icons").glob("*.svg"))
USED = re.compile(r"""(?:icon=|IconLabel\([^,]+, |pixmap\(|Place\("\w+", [^,]+, )"([a-z-]+)\"""")


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_something_and_leaves_its_edge_free(qapp: QApplication, name: str) -> None:
    picture = icons.pixmap(name, "#FF0000", 24).toImage()
    drawn = [(x, y) for x in range(24) for y in range(24) if picture.pixelColor(x, y).alpha() > 128]
    assert len(drawn) > 10
    if name != "logo":
        assert picture.pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize("name", [name for name in NAMES if name != "logo"])
def test_an_icon_wears_the_colour_of_the_theme(qapp: QApplication, name: str) -> None:
    picture = icons.pixmap(name, "#12AB34", 48).toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert colours <= {QColor("#12AB34").name()}


def test_on_a_dense_screen_an_icon_has_more_pixels_and_the_same_size(qapp: QApplication) -> None:
    picture = icons.pixmap("check", "#000000", 20, 2.0)
    assert picture.width() == 40
    assert picture.deviceIndependentSize().width() == 20


def test_a_button_gets_its_icon_for_both_kinds_of_screen(qapp: QApplication) -> None:
    made = icons.icon("edit", "#000000", 22)
    assert {size.width() for size in made.availableSizes()} == {22, 44}


def test_on_a_button_that_cannot_be_pressed_an_icon_wears_the_colour_of_its_words(
    qapp: QApplication,
) -> None:
    made = icons.icon("check", "#FFFFFF", 22, "#57686D")
    for mode, colour in ((QIcon.Mode.Normal, "#ffffff"), (QIcon.Mode.Disabled, "#57686d")):
        picture = made.pixmap(22, 22, mode).toImage()
        drawn = {
            picture.pixelColor(x, y).name()
            for x in range(22)
            for y in range(22)
            if picture.pixelColor(x, y).alpha() == 255
        }
        assert drawn == {colour}


def test_every_icon_that_is_asked_for_by_name_is_there() -> None:
    source = resource_path("icons").parent.parent / "symptrack"
    asked = {
        name
        for path in (source / "gui").rglob("*.py")
        for name in USED.findall(path.read_text(encoding="utf-8"))
    }
    assert asked
    assert asked <= set(NAMES)
