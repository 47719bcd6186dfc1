"""The preview on the report page: the pages as they will be, large and small, in any window."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from symptrack.domain.journal import Journal
from symptrack.domain.settings import Paper
from symptrack.gui.pages.report import ReportPage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.page_preview import ZOOMS
from symptrack.presenters.preferences import ThemeChoice
from symptrack.storage.store import Store
from tests import journals
from tests.builders import make_check_in, make_visit
from tests.gui.report_pages import (
    CLOCK,
    SIZE,
    TIMEOUT_MS,
    Asked,
    many_sessions,
    shown_page,
)
from tests.opened import open_store

PUT_IN, LEAVE_OUT = 0, 1


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK) as opened:
        yield opened


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(tmp_path / "page.pdf")


@pytest.fixture
def open_page(
    qtbot: QtBot, store: Store, theme: ThemeSource, asked: Asked
) -> Callable[[Journal], ReportPage]:
    return lambda journal: shown_page(qtbot, store, theme, journal, asked)


def test_the_preview_shows_the_page_and_says_what_is_on_it(
    open_page: Callable[[Journal], ReportPage],
) -> None:
    page = open_page(journals.design_series())

    assert page.preview.words.text() == "4 pages, A4"
    image = page.preview.sheet.image
    assert image.height() / image.width() == pytest.approx(297 / 210, rel=0.01)
    assert page.preview.frame.accessibleName() == "Preview, page 1 of 4"
    assert "PHQ-9 total, 0 to 27: 21 to 7" in page.preview.frame.accessibleDescription()


def test_the_old_preview_stays_with_a_still_line_until_the_new_one_is_ready(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage]
) -> None:
    page = open_page(journals.design_series())
    before = page.preview.sheet.image

    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        page.choices.name.click()
        assert page.preview.sheet.image is before
        page.preview.say_still("Laying out the page")
        assert page.preview.words.text() == "Laying out the page"

    assert page.preview.words.text() == "4 pages, A4"


def test_only_the_latest_of_quick_choices_is_shown(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage]
) -> None:
    page = open_page(journals.design_series())
    shown: list[str] = []
    page.laid_out.connect(lambda: shown.append(page.preview.words.text()))

    for paper in (Paper.LETTER, Paper.A4, Paper.LETTER):
        page.choices.paper.buttons[tuple(Paper).index(paper)].click()
    qtbot.waitUntil(lambda: "4 pages, Letter" in shown, timeout=TIMEOUT_MS)

    assert shown[-1] == "4 pages, Letter"


def test_several_pages_can_be_leafed_through(
    open_page: Callable[[Journal], ReportPage],
) -> None:
    page = open_page(many_sessions())

    assert page.preview.words.text() == "3 pages, A4"
    assert [one.accessibleName() for one in page.preview.thumbnails] == [
        "Page 1",
        "Page 2",
        "Page 3",
    ]
    page.preview.thumbnails[1].click()

    assert page.preview.current == 1
    assert [one.isChecked() for one in page.preview.thumbnails] == [False, True, False]
    assert page.preview.frame.accessibleName() == "Preview, page 2 of 3"


def test_a_page_that_is_gone_gives_way_to_the_last_one(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage]
) -> None:
    page = open_page(replace(many_sessions(), visits=(make_visit(visited_on=date(2026, 7, 1)),)))
    page.preview.thumbnails[2].click()

    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        page.choices.period.setCurrentIndex(1)

    assert page.preview.words.text() == "2 pages, A4"
    assert page.preview.current == 1


def test_zoom_by_buttons_and_keys(qtbot: QtBot, open_page: Callable[[Journal], ReportPage]) -> None:
    page = open_page(journals.design_series())
    preview = page.preview
    whole = preview.sheet.width()
    assert not preview.smaller.isVisibleTo(page)

    preview.larger.click()
    assert preview.zoom == ZOOMS[1]
    assert preview.sheet.width() == pytest.approx(whole * ZOOMS[1], abs=1)
    page.activateWindow()
    preview.frame.setFocus()
    qtbot.waitUntil(preview.frame.hasFocus)
    QTest.keyClick(preview.frame, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom == ZOOMS[2]
    QTest.keyClick(preview.frame, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom == ZOOMS[1]
    QTest.keyClick(preview.frame, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom == ZOOMS[0]


def test_the_focus_goes_on_where_a_zoom_button_leaves(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage]
) -> None:
    page = open_page(journals.design_series())
    preview = page.preview
    page.activateWindow()
    preview.larger.setFocus()
    qtbot.waitUntil(preview.larger.hasFocus)

    for _step in ZOOMS[1:]:
        preview.larger.click()

    assert not preview.larger.isVisibleTo(page)
    assert preview.smaller.hasFocus()


def test_columns_stack_where_there_is_little_width(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage], theme: ThemeSource
) -> None:
    page = open_page(journals.design_series())
    beside = page.preview.mapTo(page, page.preview.rect().topLeft()).x()

    page.resize(700, 560)
    qtbot.waitUntil(
        lambda: page.preview.mapTo(page, page.preview.rect().topLeft()).x() < beside / 2
    )

    page.resize(*SIZE)
    theme.choose(ThemeChoice.DARK, 200)
    qtbot.waitUntil(
        lambda: page.preview.mapTo(page, page.preview.rect().topLeft()).x() < beside / 2
    )
    assert page.choices.width() <= page.width()


def test_the_page_looks_right_again_in_another_theme(
    qtbot: QtBot, open_page: Callable[[Journal], ReportPage], theme: ThemeSource
) -> None:
    page = open_page(many_sessions())
    light = page.grab().toImage().pixelColor(4, 4)

    theme.choose(ThemeChoice.DARK, 100)

    assert page.grab().toImage().pixelColor(4, 4).lightness() < light.lightness()
    sheet = page.preview.sheet.grab().toImage()
    assert sheet.pixelColor(sheet.width() // 2, 12).name() == "#ffffff"


def test_everything_that_takes_the_focus_has_a_name(
    open_page: Callable[[Journal], ReportPage],
) -> None:
    page = open_page(many_sessions())

    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(page)
        and not widget.accessibleName()
    ]
    assert nameless == []


def test_a_new_entry_is_in_the_preview_at_the_next_look(
    qtbot: QtBot, store: Store, open_page: Callable[[Journal], ReportPage]
) -> None:
    page = open_page(journals.first_series())
    assert "7 days to 16 Oct not noted" in page.preview.frame.accessibleDescription()

    store.add(make_check_in("2026-10-16 18:00", ratings={"mood": 9}))
    with qtbot.waitSignal(page.laid_out, timeout=TIMEOUT_MS):
        page.refresh()

    assert "3 to 9" in page.preview.frame.accessibleDescription()
