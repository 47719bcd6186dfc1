"""Every page fits its window: nothing sideways, nothing cut, nothing on top of each other."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPushButton, QScrollArea, QWidget

from symptrack.gui.widgets.boxes import PageScroll
from symptrack.gui.widgets.buttons import Button
from symptrack.presenters.preferences import ThemeChoice
from tests.gui.backup_states import backup_states
from tests.gui.dialog_states import dialog_states, lock_states, protect_states
from tests.gui.every_page import (
    State,
    bring_in_states,
    care_states,
    check_in_states,
    drawn_states,
    erase_states,
    export_states,
    moment_states,
    problem_states,
    questionnaire_states,
    today_states,
    trash_states,
)
from tests.gui.opened_window import OpenedWindow

LOOKS = [((1280, 832), 100), ((1280, 832), 200), ((1024, 640), 100), ((1024, 640), 200)]
WALKS = [
    bring_in_states,
    today_states,
    moment_states,
    check_in_states,
    questionnaire_states,
    drawn_states,
    problem_states,
    backup_states,
    care_states,
    export_states,
    trash_states,
    erase_states,
    dialog_states,
    lock_states,
    protect_states,
]
ROUNDING_PX = 1


def place_in(root: QWidget, one: QWidget) -> QRect:
    return QRect(one.mapTo(root, one.rect().topLeft()), one.size())


def shown_parts(root: QWidget) -> list[QWidget]:
    return [
        one
        for one in root.findChildren(QWidget)
        if one.isVisible() and not one.objectName().startswith("qt_")
    ]


def sideways(root: QWidget) -> list[str]:
    """Return what reaches beyond the width of what it scrolls in."""
    found = []
    for scroll in (one for one in shown_parts(root) if isinstance(one, PageScroll)):
        content, room = scroll.widget(), scroll.viewport().width()
        if content is None:
            continue
        if content.width() > room + ROUNDING_PX:
            found.append(f"the content is {content.width()} wide in {room}")
        for one in shown_parts(content):
            area = place_in(content, one)
            if inner_scroll(one, scroll):
                continue
            if area.left() < -ROUNDING_PX or area.right() > room + ROUNDING_PX:
                found.append(f"{name_of(one)} at {area.left()} to {area.right()} in {room}")
    return found


def inner_scroll(one: QWidget, outer: QScrollArea) -> bool:
    """Whether a widget lies in a scroll area within the outer one."""
    parent = one.parentWidget()
    while parent is not None and parent is not outer:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def name_of(one: QWidget) -> str:
    words = one.text() if isinstance(one, QLabel | QAbstractButton) else one.accessibleName()
    return f"{type(one).__name__} {words[:40]!r}"


def cut(root: QWidget) -> list[str]:
    """Return words that have less room than they need."""
    found = []
    for one in shown_parts(root):
        if isinstance(one, QLabel) and one.text():
            wide = one.width() + ROUNDING_PX >= one.sizeHint().width() or one.wordWrap()
            needed = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
            if not wide or one.height() + ROUNDING_PX < needed:
                found.append(f"{name_of(one)} has {one.width()} x {one.height()}, needs {needed}")
        elif isinstance(one, QPushButton):
            needed_size = room_for(one)
            if (
                one.width() + ROUNDING_PX < needed_size.width()
                or one.height() + ROUNDING_PX < needed_size.height()
            ):
                found.append(f"{name_of(one)} has {one.size()}, needs {needed_size}")
    return found


def room_for(button: QPushButton) -> QSize:
    """Return the room that a button's words need at its present width."""
    if button.hasHeightForWidth():
        least = button.minimumSizeHint().width()
        return QSize(least, button.heightForWidth(button.width()))
    if button.text().isdigit():
        digits = button.fontMetrics().horizontalAdvance(button.text())
        return QSize(digits + 4, button.sizeHint().height())
    return button.sizeHint() if isinstance(button, Button) else button.minimumSizeHint()


def overlapping(root: QWidget) -> list[str]:
    """Return words and buttons that lie on each other."""
    leaves = [one for one in shown_parts(root) if isinstance(one, QLabel | QAbstractButton)]
    found = []
    for place, one in enumerate(leaves):
        for other in leaves[place + 1 :]:
            beside = one.parentWidget() is other.parentWidget()
            if beside and one.geometry().intersects(other.geometry()):
                found.append(f"{name_of(one)} on {name_of(other)}")
    return found


def out_of_sight(page: QWidget) -> list[str]:
    """Return the main button of a flow where it is not wholly in sight."""
    if page.accessibleName() != "Check-in":
        return []
    main = page.findChildren(Button)
    wanted = [one for one in main if one.isVisible() and one.property("kind") == "primary"]
    if not wanted:
        return ["there is no main button"]
    return [
        f"{name_of(one)} is not wholly in sight"
        for one in wanted
        if one.visibleRegion().boundingRect() != one.rect()
    ]


def larger_than_the_window(page: QWidget, window: OpenedWindow) -> list[str]:
    """Return the size of a dialog that reaches beyond the window it stands over."""
    if not isinstance(page, QDialog):
        return []
    over = window.main.size()
    fits = page.width() <= over.width() and page.height() <= over.height()
    return [] if fits else [f"it is {page.size()} over {over}"]


def faults(state: State, window: OpenedWindow) -> list[str]:
    name, page = state
    everything = page if isinstance(page, QDialog) else window.main.centralWidget()
    assert everything is not None
    return [
        f"{name}: {fault}"
        for fault in (
            *sideways(everything),
            *cut(everything),
            *overlapping(everything),
            *out_of_sight(page),
            *larger_than_the_window(page, window),
        )
    ]


@pytest.mark.parametrize("walk", WALKS)
@pytest.mark.parametrize(("size", "text_size"), LOOKS)
def test_every_page_fits(
    window: OpenedWindow, walk: object, size: tuple[int, int], text_size: int
) -> None:
    assert callable(walk)
    window.theme.choose(ThemeChoice.LIGHT, text_size)
    window.main.resize(*size)
    found: list[str] = []
    for state in walk(window):
        assert (window.main.width(), window.main.height()) == size
        found += faults(state, window)
    assert found == []


@pytest.mark.parametrize(
    ("text_size", "states"),
    [
        (100, {"today, empty", "today, due", "today, with a draft", "today, quiet"}),
        (200, {"today, due"}),
    ],
)
def test_what_is_due_can_be_begun_without_scrolling(
    window: OpenedWindow, text_size: int, states: set[str]
) -> None:
    window.theme.choose(ThemeChoice.LIGHT, text_size)
    window.main.resize(1024, 640)
    in_sight = set()
    for name, page in today_states(window):
        (main,) = (
            one
            for one in page.findChildren(Button)
            if one.isVisible() and one.property("kind") == "primary"
        )
        if main.visibleRegion().boundingRect() == main.rect():
            in_sight.add(name)
    assert states <= in_sight
