"""The pictures command renders a page as the window shows it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.pictures import LOOKS, SCENES, picture_scene

EMPTY = replace(next(one for one in SCENES if one.name == "empty"), pages=("today",))


def test_a_page_is_rendered_in_each_look(qapp: QApplication, tmp_path: Path) -> None:
    looks = (LOOKS[0], LOOKS[1], LOOKS[-1])
    picture_scene(EMPTY, tmp_path, looks)
    names = [f"{look.name('today', 'empty')}.png" for look in looks]
    assert names[-1] == "today-light-empty-200-small.png"
    light, dark, small = (QImage(str(tmp_path / name)) for name in names)
    assert [(one.width(), one.height()) for one in (light, dark, small)] == [
        (1280, 832),
        (1280, 832),
        (1024, 640),
    ]
    corner = (5, 5)
    assert light.pixelColor(*corner).lightness() > 200 > 60 > dark.pixelColor(*corner).lightness()
