"""Placing things: lines that wrap, columns that stack, pages that scroll, the order of Tab."""

import itertools

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import (
    BEGINS_MS,
    STRETCH,
    Columns,
    FittedScroll,
    PageScroll,
    box,
    card,
    clear,
    column,
    hairline,
    row,
)
from symptrack.gui.widgets.focus_ring import GAP_PX, RING_PX
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.preferences import ThemeChoice
from tests.gui.conftest import Shown


def block(width: int, height: int) -> QWidget:
    made = QWidget()
    made.setFixedSize(width, height)
    return made


def look_again() -> None:
    for _turn in range(4):
        QApplication.processEvents()


def places(widgets: list[QWidget]) -> list[tuple[int, int]]:
    return [(one.x(), one.y()) for one in widgets]


def test_a_row_wraps_where_the_width_runs_out(shown: Shown) -> None:
    blocks = [block(100, 40), block(100, 60), block(100, 40)]
    shown(box(WrapRow(*blocks, gap=10, line_gap=6)), 210, 200)
    assert places(blocks) == [(0, 10), (110, 0), (0, 66)]


def test_a_row_stays_on_one_line_where_it_just_fits(shown: Shown) -> None:
    blocks = [block(100, 40), block(100, 40)]
    line = WrapRow(*blocks, gap=10)
    shown(box(line), 210, 40)
    assert places(blocks) == [(0, 0), (110, 0)]
    assert line.heightForWidth(210) == 40
    assert line.heightForWidth(209) == 88


def test_a_centred_row_leaves_as_much_room_on_both_sides_of_each_line(shown: Shown) -> None:
    blocks = [block(100, 40), block(100, 40), block(60, 40)]
    line = WrapRow(*blocks, gap=10, line_gap=8, centred=True)
    line.setContentsMargins(5, 7, 5, 9)
    shown(box(line), 240, 200)
    assert places(blocks) == [(15, 7), (125, 7), (90, 55)]
    assert line.heightForWidth(240) == 7 + 40 + 8 + 40 + 9


def test_a_row_asks_for_one_line_and_needs_its_widest_item(shown: Shown) -> None:
    line = WrapRow(gap=10)
    assert line.sizeHint().width() == 0
    assert line.minimumSize().isEmpty()
    hidden = block(500, 40)
    for one in (block(100, 40), hidden, block(150, 40)):
        line.addWidget(one)
    hidden.hide()
    shown(box(line))
    assert (line.sizeHint().width(), line.sizeHint().height()) == (260, 40)
    assert (line.minimumSize().width(), line.minimumSize().height()) == (150, 40)
    assert line.expandingDirections() == Qt.Orientation(0)


def test_a_row_gives_back_what_it_took(qtbot: QtBot) -> None:
    blocks = [block(10, 10), block(20, 10)]
    line = WrapRow(*blocks)
    holder = box(line)
    qtbot.addWidget(holder)
    assert line.count() == 2
    assert line.itemAt(2) is None
    assert line.itemAt(-1) is None
    assert line.takeAt(5) is None
    taken = line.takeAt(0)
    assert taken is not None
    assert taken.widget() is blocks[0]
    assert line.count() == 1


def test_an_empty_row_takes_no_room() -> None:
    line = WrapRow()
    line.setGeometry(QRect(0, 0, 100, 100))
    assert line.heightForWidth(100) == 0


def test_a_row_is_sound_after_others_were_let_go_at_any_time(shown: Shown) -> None:
    layout = column()
    holder = shown(box(layout), 300, 200)
    kept: list[WrapRow] = []
    for _time in range(12):
        clear(layout)
        rows = [WrapRow(*(QPushButton(name) for name in "abc")) for _row in range(4)]
        kept += rows
        for one in rows:
            layout.addWidget(box(one))
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        assert [one.heightForWidth(1000) for one in rows] == [rows[0].sizeHint().height()] * 4
    assert holder.isVisible()


def test_columns_stack_where_the_window_is_narrow(
    shown: Shown, qtbot: QtBot, theme: ThemeSource
) -> None:
    left, right = block(100, 40), block(100, 40)
    columns = Columns(theme, [(left, 1), (right, 1)], stack_below=500)
    shown(columns, 500, 200)
    assert columns.stacked is False
    assert left.y() == right.y()
    columns.resize(499, 200)
    qtbot.waitUntil(lambda: right.y() > left.y())


def test_columns_stack_sooner_with_larger_text(shown: Shown, theme: ThemeSource) -> None:
    columns = Columns(theme, [(block(10, 10), 1), (block(10, 10), 1)], stack_below=500)
    shown(columns, 900, 200)
    seen = []
    for size in (100, 200, 175):
        theme.choose(ThemeChoice.LIGHT, size)
        seen.append(columns.stacked)
    assert seen == [False, True, False]


def test_columns_never_force_a_page_to_be_wide(qtbot: QtBot, theme: ThemeSource) -> None:
    columns = Columns(theme, [(block(400, 40), 1), (block(400, 40), 1)], stack_below=500)
    qtbot.addWidget(columns)
    assert columns.minimumSizeHint().width() == 0
    assert columns.minimumSizeHint().height() == 40


def test_a_page_scrolls_down_but_never_sideways(shown: Shown) -> None:
    page = PageScroll(column(block(100, 900)))
    shown(page, 300, 200)
    assert page.verticalScrollBar().maximum() == 700
    assert page.minimumSizeHint().isNull()
    assert page.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_what_gets_the_focus_comes_into_view_with_room_for_its_ring(
    shown: Shown, qtbot: QtBot
) -> None:
    below = QPushButton("below")
    page = PageScroll(column(block(100, 900), below, block(100, 300)))
    shown(page, 300, 200)
    below.setFocus()
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    top = below.mapTo(page.viewport(), below.rect().topLeft()).y()
    assert 5 <= top <= page.viewport().height() - below.height() - 5


def test_a_page_begins_at_its_top_though_an_answer_below_has_the_focus(
    shown: Shown, qtbot: QtBot
) -> None:
    below, lowest = QPushButton("below"), QPushButton("lowest")
    page = PageScroll(column(block(100, 900), below, block(100, 300), lowest))
    shown(page, 300, 200)
    below.setFocus()
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    page.begin()
    lowest.setFocus()
    QApplication.processEvents()
    assert page.verticalScrollBar().value() == 0
    qtbot.waitUntil(lambda: not page._begins)
    below.setFocus()
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)


def test_focus_elsewhere_does_not_scroll_a_page(shown: Shown, qtbot: QtBot) -> None:
    beside = QPushButton("beside")
    page = PageScroll(column(block(100, 900)))
    shown(box(column(beside, page)), 300, 300)
    beside.setFocus()
    qtbot.waitUntil(beside.hasFocus)
    qtbot.wait(0)
    assert page.verticalScrollBar().value() == 0


def test_a_page_without_content_takes_some_later(shown: Shown) -> None:
    page = PageScroll()
    beside = QPushButton("beside")
    shown(box(column(page, beside)), 300, 200)
    beside.setFocus()
    page.set_content(column(label("Words")))
    content = page.widget()
    assert content is not None
    assert content.objectName() == "scrolled"


def test_a_fitted_part_is_as_high_as_its_content_and_scrolls_when_there_is_less_room(
    shown: Shown, qtbot: QtBot
) -> None:
    inner = column(block(100, 300))
    part = FittedScroll(inner)
    assert FittedScroll().sizeHint().height() == 0
    holder = box(column(STRETCH, (part, 1000), STRETCH))
    shown(holder, 300, 500)
    assert part.height() == 300
    holder.resize(300, 120)
    qtbot.waitUntil(lambda: part.height() == 120)
    assert part.verticalScrollBar().maximum() == 180
    holder.resize(300, 600)
    inner.addWidget(block(100, 50))
    qtbot.waitUntil(lambda: part.height() == 350)


def test_a_fitted_part_follows_words_that_wrap(shown: Shown, qtbot: QtBot) -> None:
    part = FittedScroll(column(label("Some words that wrap " * 6, wrap=True)))
    holder = shown(box(column(part, STRETCH)), 600, 500)
    wide = part.height()
    holder.resize(200, 500)
    qtbot.waitUntil(lambda: part.height() > wide)
    assert part.verticalScrollBar().maximum() == 0


def test_clearing_a_layout_lets_everything_in_it_go(qtbot: QtBot) -> None:
    inner, outer = QLabel("inner"), QLabel("outer")
    layout = column(row(inner, STRETCH, 12), outer, STRETCH)
    holder = box(layout)
    qtbot.addWidget(holder)
    with qtbot.waitSignals([inner.destroyed, outer.destroyed]):
        clear(layout)
    assert layout.count() == 0


def test_spaces_stretches_and_weights_are_taken(shown: Shown) -> None:
    light, heavy = QWidget(), QWidget()
    layout = row((light, 1), 20, (heavy, 3), spacing=0, margins=(1, 2, 3, 4))
    shown(box(layout), 424, 100)
    assert heavy.x() == light.x() + light.width() + 20
    assert heavy.width() == 3 * light.width()
    assert layout.contentsMargins().bottom() == 4


def test_grounds_are_named_for_the_style_sheet(qtbot: QtBot) -> None:
    page, frame, line = box(QVBoxLayout(), "page"), card(QVBoxLayout(), "soft"), hairline()
    for one in (page, frame, line):
        qtbot.addWidget(one)
    assert page.objectName() == "page"
    assert page.testAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    assert frame.property("card") == "soft"
    assert line.property("line") == "h"


@pytest.fixture
def muddled(shown: Shown) -> tuple[QWidget, dict[str, QPushButton]]:
    """Return a page whose buttons were made in another order than they are read in."""
    made = {name: QPushButton(name) for name in ("last", "scrolled", "first", "second")}
    scroll = PageScroll(column(row(made["scrolled"])))
    page = box(column(row(made["first"], made["second"]), 10, scroll, STRETCH, made["last"]))
    for one, then in itertools.pairwise(made.values()):
        QWidget.setTabOrder(one, then)
    return shown(page, 400, 400), made


def test_tab_goes_as_one_reads(muddled: tuple[QWidget, dict[str, QPushButton]]) -> None:
    page, made = muddled
    arrange_tab_order(page)
    made["first"].setFocus()
    reached = []
    for _press in range(4):
        reached.append(_focused(made))
        QTest.keyClick(page, Qt.Key.Key_Tab)
    assert reached == ["first", "second", "scrolled", "last"]


def test_tab_goes_into_what_scrolls_and_passes_over_what_takes_no_focus(
    muddled: tuple[QWidget, dict[str, QPushButton]],
) -> None:
    page, made = muddled
    made["second"].setFocusPolicy(Qt.FocusPolicy.NoFocus)
    arrange_tab_order(page)
    made["first"].setFocus()
    reached = []
    for _press in range(3):
        reached.append(_focused(made))
        QTest.keyClick(page, Qt.Key.Key_Tab)
    assert reached == ["first", "scrolled", "last"]


def _focused(made: dict[str, QPushButton]) -> str:
    return next((name for name, one in made.items() if one.hasFocus()), "")


def test_a_scroll_area_without_content_has_nothing_to_reach(qtbot: QtBot) -> None:
    page = box(column(PageScroll()))
    qtbot.addWidget(page)
    arrange_tab_order(page)
    assert page.nextInFocusChain() is not None


def test_what_is_typed_into_is_brought_into_view_from_where_the_page_began(
    qtbot: QtBot, shown: Shown
) -> None:
    field = QPlainTextEdit()
    field.setFixedHeight(160)
    scroll = PageScroll(column(block(100, 300), field, block(100, 300)))
    shown(scroll, 200, 240)
    scroll.begin()
    field.setFocus()
    look_again()
    assert scroll.verticalScrollBar().value() == 0
    qtbot.wait(BEGINS_MS + 20)
    QTest.keyClick(field, Qt.Key.Key_PageDown)
    look_again()
    assert scroll.verticalScrollBar().value() == 0
    QTest.keyClick(field, Qt.Key.Key_A)
    look_again()
    below = field.y() + field.cursorRect().bottom()
    assert scroll.verticalScrollBar().value() >= below - scroll.viewport().height()


def test_a_field_that_gets_the_focus_is_shown_whole_with_its_ring(shown: Shown) -> None:
    field = QLineEdit()
    field.setFixedHeight(48)
    scroll = PageScroll(column(block(100, 180), field, block(100, 300)))
    shown(scroll, 200, 220)
    field.setFocus()
    look_again()
    below = field.mapTo(scroll.viewport(), field.rect().bottomLeft()).y()
    assert below + RING_PX + GAP_PX < scroll.viewport().height()
