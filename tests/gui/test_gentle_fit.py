"""Gentle mode fits: no scroll bar, nothing cut, every target large, up to 200 % text."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from symptrack.gui.widgets.boxes import PageScroll
from symptrack.gui.widgets.gentle_tile import GentleTile
from symptrack.presenters.preferences import ThemeChoice
from tests.gui.gentle_pages import gentle_of, gentle_states
from tests.gui.opened_window import OpenedWindow
from tests.gui.test_layout import faults

LEAST_TARGET_PX = 76
SCROLLS = {"gentle, help", "gentle, refused"}
"""What may scroll in a small window: the panel with every number, and a page with a refusal."""
SIZES = [((1280, 832), 100), ((1024, 640), 100), ((1024, 640), 125), ((1024, 640), 150)]
LARGE = [((1024, 640), 175), ((1024, 640), 200), ((1280, 832), 150), ((1280, 832), 200)]


def cut_words(window: OpenedWindow) -> list[str]:
    """Return the tiles in which a word is wider than its room."""
    tiles = [one for one in gentle_of(window).findChildren(GentleTile) if one.isVisible()]
    return [one.accessibleName() for one in tiles if one.least_width() > one.width()]


@pytest.mark.parametrize(("size", "text_size"), [*SIZES, *LARGE])
def test_every_page_of_gentle_mode_fits_without_scrolling(
    window: OpenedWindow, size: tuple[int, int], text_size: int
) -> None:
    window.theme.choose(ThemeChoice.LIGHT, text_size)
    window.main.resize(*size)
    found: list[str] = []
    for name, page in gentle_states(window):
        assert (window.main.width(), window.main.height()) == size
        body = page.findChild(PageScroll)
        assert body is not None
        if body.verticalScrollBar().maximum() and name not in SCROLLS:
            found.append(f"{name} scrolls by {body.verticalScrollBar().maximum()}")
        found += faults((name, page), window)
        found += [f"{name}: {words} is cut" for words in cut_words(window)]
    assert found == []


@pytest.mark.parametrize("size", [(1280, 832), (1024, 640)])
def test_every_target_of_gentle_mode_is_large(window: OpenedWindow, size: tuple[int, int]) -> None:
    window.main.resize(*size)
    small = [
        f"{name}: {one.accessibleName()} {one.width()} x {one.height()}"
        for name, page in gentle_states(window)
        if name not in SCROLLS
        for one in page.findChildren(QAbstractButton)
        if one.isVisible() and min(one.width(), one.height()) < LEAST_TARGET_PX
    ]
    assert small == []


@pytest.mark.parametrize("text_size", [100, 125, 150, 175, 200])
def test_its_words_are_larger_than_others_at_every_text_size(
    window: OpenedWindow, text_size: int
) -> None:
    window.theme.choose(ThemeChoice.LIGHT, text_size)
    window.main.resize(1280, 832)
    theme = window.theme
    for large, usual in ((46, 34), (26, 17), (22, 16)):
        assert theme.large(large) >= theme.px(usual)


def test_in_the_smallest_window_the_mood_stands_in_two_lines(window: OpenedWindow) -> None:
    window.main.resize(720, 520)
    _name, page = next(gentle_states(window))
    tiles = [one for one in page.findChildren(QAbstractButton) if "of 10" in one.accessibleName()]
    assert len({one.mapTo(page, one.rect().topLeft()).y() for one in tiles}) == 2
    assert min(one.width() for one in tiles) >= LEAST_TARGET_PX
