"""Ten years on the Journal page: made as they are looked at, reached by keys and dates."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.row_heights import RowHeights
from symptrack.presenters.preferences import ThemeChoice
from tests.gui.conftest import Shown
from tests.gui.opened_journal import OpenedJournal, focused, names
from tests.gui.opened_window import SetMilliseconds, button, words
from tests.long_journal import long_journal
from tests.presenters.listed_journal import treated

MOST_LINES = 60
MOST_WIDGETS = 500
NOW = "2026-11-20 21:00"


@pytest.fixture
def opened(
    qtbot: QtBot,
    shown: Shown,
    theme: ThemeSource,
    tmp_path: Path,
    milliseconds: SetMilliseconds,
) -> Iterator[OpenedJournal]:
    """Return what opens the page on a journal."""
    made = OpenedJournal(qtbot, shown, theme, tmp_path, milliseconds)
    yield made
    made.close()


@pytest.fixture
def years(opened: OpenedJournal) -> OpenedJournal:
    """Return the page on ten years."""
    opened(long_journal(), NOW)
    return opened


def scroll(opened: OpenedJournal, value: int) -> None:
    """Scroll, and wait until all near the view is made."""
    opened.page.area.verticalScrollBar().setValue(value)
    QTest.qWait(80)
    opened.rest()


def seen(opened: OpenedJournal) -> list[str]:
    """Return the rows that are in view, from top to bottom."""
    view = opened.page.area.viewport()
    return [
        row.accessibleName()
        for row in opened.page.rows
        if 0 <= row.mapTo(view, QPoint(0, row.height() // 2)).y() < view.height()
    ]


def gaps(opened: OpenedJournal) -> list[int]:
    """Return how far each made line in view is from the one above it."""
    lines = opened.page.list.lines
    return [low.y() - (high.y() + high.height()) for high, low in pairwise(lines)]


def test_only_what_is_near_the_view_is_made(years: OpenedJournal) -> None:
    page = years.page
    bar = page.area.verticalScrollBar()
    for share in (0.0, 0.3, 1.0, 0.5):
        scroll(years, round(bar.maximum() * share))
        assert seen(years)
        assert len(page.list.lines) < MOST_LINES
        assert len(page.findChildren(QWidget)) < MOST_WIDGETS
        assert set(gaps(years)) <= {0, 16}
    assert page.list.height() > 100_000


def test_scrolling_by_little_goes_through_every_line_in_order(years: OpenedJournal) -> None:
    listing = years.page._view.listing  # type: ignore[union-attr]
    wanted = [listing.words(at).spoken for at, one in enumerate(listing.lines[:150]) if one.place]  # type: ignore[union-attr]
    read: list[str] = []
    bar = years.page.area.verticalScrollBar()
    while len(read) < 100:
        read += [one for one in seen(years) if one not in read]
        bar.setValue(bar.value() + 300)
        years.rest()
    assert read == list(dict.fromkeys(wanted))[: len(read)]  # some say the same


def test_what_is_in_view_stays_in_its_place_while_what_is_above_is_measured(
    years: OpenedJournal,
) -> None:
    bar = years.page.area.verticalScrollBar()
    scroll(years, bar.maximum() // 2)
    for _step in range(20):
        top = seen(years)[0]
        row = next(one for one in years.page.rows if one.accessibleName() == top)
        before = row.mapTo(years.page.area.viewport(), QPoint(0, 0)).y()
        bar.setValue(bar.value() - 40)
        years.rest()
        after = row.mapTo(years.page.area.viewport(), QPoint(0, 0)).y()
        assert after - before == 40


def test_the_keys_reach_the_first_entry_and_the_last(years: OpenedJournal) -> None:
    page = years.page
    page.rows[0].setFocus()
    years.key(Qt.Key.Key_End)
    last = page._view.listing.words(len(page._view.listing) - 1)  # type: ignore[union-attr]
    assert focused() == last.spoken  # type: ignore[union-attr]
    assert focused() in seen(years)
    years.key(Qt.Key.Key_PageUp)
    assert focused() in seen(years)
    years.key(Qt.Key.Key_Home)
    assert focused() == names(page)[0]


def test_tab_goes_on_where_lines_are_made_on_the_way(years: OpenedJournal) -> None:
    page = years.page
    page.rows[0].setFocus()
    reached = [focused()]
    while len(reached) < 80:
        QTest.keyClick(page, Qt.Key.Key_Tab)
        years.rest()
        if focused() != "More":
            reached.append(focused())
    listing = page._view.listing  # type: ignore[union-attr]
    wanted = [listing.words(at).spoken for at, one in enumerate(listing.lines[:150]) if one.place]  # type: ignore[union-attr]
    assert reached == wanted[:80]


def test_the_row_with_the_focus_stays_while_something_else_is_looked_at(
    years: OpenedJournal,
) -> None:
    page = years.page
    page.rows[3].setFocus()
    name = focused()
    scroll(years, page.area.verticalScrollBar().maximum())
    assert focused() == name
    years.key(Qt.Key.Key_Down)
    assert focused() in seen(years)


def test_a_day_is_gone_to_by_pressing_it(years: OpenedJournal) -> None:
    page = years.page
    month = page.calendar.month
    month.cell(date(2026, 11, 20)).setFocus()
    for _month in range(3):
        years.key(Qt.Key.Key_PageUp)
    years.key(Qt.Key.Key_Left)
    assert month.day == date(2026, 8, 19)
    assert focused() == "Wednesday 19 August: 1 check-in"
    years.key(Qt.Key.Key_Return)
    QTest.qWait(80)
    assert "19 Aug" in focused()
    assert focused() in seen(years)
    assert month.cell(date(2026, 8, 19)).isChecked()


@pytest.mark.parametrize(
    ("typed", "day"),
    [("4 March 2019", "4 Mar"), ("2016-11-20", "20 Nov"), ("20.11.2026", "20 Nov")],
)
def test_a_day_is_gone_to_by_typing_it(years: OpenedJournal, typed: str, day: str) -> None:
    page = years.page
    page.calendar.day.field.setFocus()
    QTest.keyClicks(page.calendar.day.field, typed)
    years.key(Qt.Key.Key_Return)
    QTest.qWait(80)
    assert day in focused()
    assert focused() in seen(years)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Write the date to go to."),
        ("soon", "“soon” is not a date; write it like 20 November 2026."),
    ],
)
def test_what_is_no_date_is_refused_and_stays(years: OpenedJournal, typed: str, said: str) -> None:
    calendar = years.page.calendar
    QTest.keyClicks(calendar.day.field, typed)
    years.press(calendar.day.go)
    assert calendar.field.sentence == said
    assert calendar.day.text == typed
    QTest.keyClicks(calendar.day.field, "x")
    assert calendar.field.sentence == ""


def test_the_calendar_stays_in_view(years: OpenedJournal) -> None:
    page = years.page
    bar = page.area.verticalScrollBar()
    for value in (0, bar.maximum() // 2, bar.maximum()):
        scroll(years, value)
        top = page.calendar.mapTo(page.area.viewport(), QPoint(0, 0)).y()
        assert top + page.calendar.height() > 0
        assert top < page.area.viewport().height()


def test_a_narrow_page_puts_the_calendar_behind_a_button(
    opened: OpenedJournal, theme: ThemeSource
) -> None:
    theme.choose(ThemeChoice.LIGHT, 200)
    page = opened(treated(), size=(760, 588))
    assert not page.calendar.isVisible()
    opened.press(button(page, "Calendar"))
    assert page.calendar.isVisible()
    assert focused().startswith("Saturday 12 September, today")
    opened.press(button(page, "Calendar"))
    assert not page.calendar.isVisible()
    theme.choose(ThemeChoice.LIGHT, 100)
    page.resize(1300, 780)
    opened.rest()
    assert page.calendar.isVisible()
    assert not page.calendar_open.isVisible()
    assert page.calendar.width() == page.calendar.sizeHint().width()
    assert page.calendar.mapTo(page, page.calendar.rect().topRight()).x() > 1200


def test_the_months_are_gone_through_by_the_buttons(years: OpenedJournal) -> None:
    month = years.page.calendar.month
    years.press(month.earlier)
    years.press(month.earlier)
    assert "September 2026" in words(month)
    years.press(month.later)
    assert "October 2026" in words(month)
    assert QApplication.focusWidget() is month.later


def test_words_are_searched_for_as_they_are_typed(years: OpenedJournal) -> None:
    page = years.page
    QTest.keyClicks(page.finding.search, "walk")
    years.qtbot.waitUntil(lambda: "41 entries found" in words(page))
    years.rest()
    found = [one for one in names(page) if not one.startswith("Session")]
    assert found
    assert all("walk" in one for one in found)
    years.press(button(page, "Empty the search"))
    assert focused() == "Search your notes"
    assert "41 entries found" not in words(page)


def test_esc_empties_the_search_and_then_is_left_to_the_page(years: OpenedJournal) -> None:
    years.ask("zzz")
    page = years.page
    assert "0 entries found" in words(page)
    assert "No word in your notes begins like this. Fewer letters find more." in words(page)
    assert page.rows == []
    years.key(Qt.Key.Key_Escape)
    assert page.finding.search.text() == ""
    assert page.rows
    years.key(Qt.Key.Key_Escape)
    assert page.rows


def test_ctrl_f_comes_to_the_search(years: OpenedJournal) -> None:
    page = years.page
    scroll(years, 5000)
    page.rows[-1].setFocus()
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert focused() == "Search your notes"


def test_chips_narrow_the_list_and_show_everything_brings_it_back(years: OpenedJournal) -> None:
    page = years.page
    before = seen(years)
    years.press(button(page, "Only entered late"))
    assert "100 entries found" in words(page)
    years.press(button(page, "Questionnaires"))
    assert "There are no such entries." in words(page)
    years.press(button(page, "Show everything"))
    assert seen(years) == before
    assert focused() == "Everything"


def test_a_series_is_chosen_from_the_list(years: OpenedJournal) -> None:
    page = years.page
    series = page.finding.series
    assert [series.itemText(at) for at in range(series.count())] == [
        "All series",
        "First series",
        "Maintenance",
    ]
    series.setCurrentIndex(1)
    series.activated.emit(1)
    years.settle()
    heads = [one for one in names(page) if one.startswith("Session")]
    assert heads[0].startswith("Session 6,")
    years.refresh()
    assert series.currentIndex() == 1


def test_what_was_found_is_marked_on_a_ground_and_underlined(years: OpenedJournal) -> None:
    from tests.gui.pictures_of import colours_in

    plain = years.page.rows[2].grab().toImage()
    years.ask("walk")
    row = next(one for one in years.page.rows if "walk" in one.accessibleName())
    assert row.grab().toImage() != plain
    assert years.page._theme.tokens.on_soft in colours_in(row.grab().toImage())


def test_the_text_size_is_changed_in_the_middle_of_ten_years(
    years: OpenedJournal, theme: ThemeSource
) -> None:
    bar = years.page.area.verticalScrollBar()
    scroll(years, bar.maximum() // 2)
    theme.choose(ThemeChoice.DARK, 150)
    QTest.qWait(80)
    years.rest()
    assert seen(years)
    assert set(gaps(years)) <= {0, 16}


def test_heights_are_guesses_until_they_are_measured() -> None:
    heights = RowHeights([10, 20, 30])
    assert [heights.top(row) for row in range(4)] == [0, 10, 30, 60]
    assert [heights.at(y) for y in (-5, 0, 9, 10, 59, 60, 900)] == [0, 0, 0, 1, 2, 2, 2]
    assert heights.measure({1: 20, 2: 31})
    assert not heights.measure({1: 20})
    assert (heights.total, heights.known(0), heights.known(1)) == (61, False, True)
