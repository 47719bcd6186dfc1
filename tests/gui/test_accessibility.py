"""Every page for those who hear it, and for those who have only keys: names, order, targets."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

from symptrack.gui.widgets.chart_canvas import ChartCanvas
from symptrack.gui.widgets.disc_track import DiscTrack
from symptrack.gui.widgets.mood_line import MoodLine
from tests.gui.backup_states import backup_states
from tests.gui.dialog_states import dialog_states, lock_states, protect_states
from tests.gui.every_page import (
    HOSTILE,
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
from tests.gui.gentle_pages import gentle_states
from tests.gui.opened_window import OpenedWindow, words

LEAST_TARGET_PX = 44
NAMED = (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    ChartCanvas,
    DiscTrack,
    MoodLine,
)
Walk = Callable[[OpenedWindow], Iterator[State]]
WALKS = [
    bring_in_states,
    today_states,
    moment_states,
    erase_states,
    export_states,
    check_in_states,
    gentle_states,
    questionnaire_states,
    drawn_states,
    problem_states,
    backup_states,
    care_states,
    trash_states,
    dialog_states,
    lock_states,
    protect_states,
]


def visible(root: QWidget) -> list[QWidget]:
    """Return what can be seen of a page, inner parts of Qt's own widgets left out."""
    return [
        one
        for one in root.findChildren(QWidget)
        if one.isVisible() and not one.objectName().startswith("qt_")
    ]


def takes_focus(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def printed(button: QAbstractButton) -> str:
    """Return the words on a button as they are read."""
    return button.text().replace("&&", "&").replace("\u00a0", " ").strip()


def plain(label: QLabel) -> bool:
    return label.textFormat() is Qt.TextFormat.PlainText


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


@dataclass
class Survey:
    """What one walk met, by what is wrong with it."""

    pages: set[str] = field(default_factory=set)
    buttons: int = 0
    nameless: list[str] = field(default_factory=list)
    otherwise_called: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)
    hovered: list[str] = field(default_factory=list)

    def look_at(self, state: State) -> None:
        """Look at everything on a page."""
        name, page = state
        self.pages.add(page.windowTitle() if isinstance(page, QDialog) else page.accessibleName())
        for one in visible(page):
            self._look_at(name, one)
        for one in page.findChildren(QWidget):
            if one.toolTip() and one.toolTip() != one.accessibleName():
                self.hovered.append(f"{name}: {one.toolTip()!r}")
            if isinstance(one, QLabel) and one.text() and not plain(one):
                self.guessed.append(f"{name}: {one.text()!r}")

    def _look_at(self, name: str, one: QWidget) -> None:
        said = one.accessibleName()
        if (isinstance(one, NAMED) or takes_focus(one)) and not said.strip():
            self.nameless.append(f"{name}: {type(one).__name__} {one.objectName()}")
        if isinstance(one, QAbstractButton) and printed(one):
            self.buttons += 1
            if printed(one) not in said:
                self.otherwise_called.append(f"{name}: {printed(one)!r} is called {said!r}")
        if takes_focus(one) and min(one.width(), one.height()) < LEAST_TARGET_PX:
            self.small.append(f"{name}: {described(one)} is {one.width()} x {one.height()}")


_surveys: dict[Walk, Survey] = {}


@pytest.fixture(params=WALKS)
def survey(request: pytest.FixtureRequest) -> Survey:
    """Return what a walk met; each is gone once, by whichever test comes first."""
    walk: Walk = request.param
    if walk not in _surveys:
        window: OpenedWindow = request.getfixturevalue("window")
        made = Survey()
        for state in walk(window):
            made.look_at(state)
        _surveys[walk] = made
    return _surveys[walk]


def test_everything_that_can_be_used_or_read_as_a_picture_has_a_name(survey: Survey) -> None:
    assert survey.nameless == []


def test_the_name_of_a_button_is_what_stands_on_it(survey: Survey) -> None:
    assert survey.otherwise_called == []
    assert survey.buttons > 1


def test_the_pages_themselves_have_names(survey: Survey) -> None:
    assert "" not in survey.pages


def test_no_target_is_small(survey: Survey) -> None:
    assert survey.small == []


def test_no_words_are_taken_for_markup(survey: Survey) -> None:
    assert survey.guessed == []


def test_nothing_is_said_only_to_those_who_hover(survey: Survey) -> None:
    assert survey.hovered == []


def test_each_step_of_a_check_in_is_called_by_its_question(window: OpenedWindow) -> None:
    names = [window.step.accessibleName() for _name, _page in check_in_states(window)]
    assert (names[0], names[2]) == ("Still there?", "How is your mood right now?")
    assert "Something else" in names
    assert names[-2:] == ["Is this right?", "Saved in your journal"]
    assert "" not in names


def test_the_patients_words_are_shown_as_typed(window: OpenedWindow) -> None:
    shown: list[str] = []
    for walk in (today_states, check_in_states):
        for _name, page in walk(window):
            shown += words(page) + words(window.main.help_bar)
    assert f"Good morning, {HOSTILE}" in shown
    assert HOSTILE in shown
    assert any(text.startswith(f"{HOSTILE} {HOSTILE}") for text in shown)


def in_tab_order(first: QWidget, root: QWidget) -> list[QWidget]:
    """Return what Tab goes through below a page, in its order."""
    found: list[QWidget] = []
    one: QWidget | None = first
    while one is not None:
        if takes_focus(one) and one.isVisible() and root.isAncestorOf(one) and one not in found:
            found.append(one)
        one = one.nextInFocusChain()
        if one is first:
            break
    return found


@pytest.mark.parametrize(
    "walk",
    [
        today_states,
        moment_states,
        check_in_states,
        gentle_states,
        questionnaire_states,
        problem_states,
    ],
)
def test_tab_goes_through_everything_from_top_to_bottom(window: OpenedWindow, walk: Walk) -> None:
    for name, page in walk(window):
        order = in_tab_order(page, page)
        wanted = [one for one in visible(page) if takes_focus(one)]
        assert set(order) == set(wanted), name
        for former, then in itertools.pairwise(order):
            assert goes_on(former, then, page), f"{name}: {described(former)} to {described(then)}"


def goes_on(former: QWidget, then: QWidget, page: QWidget) -> bool:
    """Whether what comes next stands below, to the right on the line, or in the next column."""
    if scroll_around(former) is not scroll_around(then):
        return True  # what scrolls may reach below what stays
    one = former.rect().translated(former.mapTo(page, former.rect().topLeft()))
    other = then.rect().translated(then.mapTo(page, then.rect().topLeft()))
    below = other.top() >= one.bottom() - 2
    beside = other.left() >= one.right() - 2
    return below or beside


def scroll_around(widget: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def test_the_navigation_comes_before_the_page_and_the_help_after_it(window: OpenedWindow) -> None:
    for name, page in today_states(window):
        order = in_tab_order(window.main, window.main)
        sidebar = in_tab_order(window.main.sidebar, window.main.sidebar)
        places = [order.index(one) for one in (*sidebar, *in_tab_order(page, page))]
        assert window.main.sidebar.buttons["today"] in sidebar
        assert places == sorted(places), name
