"""The charts page: what it shows, reads out, tabulates and saves, and that it never waits."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symptrack.charts.palette import DARK, LIGHT
from symptrack.domain.journal import Journal
from symptrack.gui.dialogs.save_picture import PictureChoice
from symptrack.gui.pages.charts import ChartsPage
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.charts import ChartsPresenter
from symptrack.presenters.charts_choice import ALL_SESSIONS, DATES
from symptrack.presenters.preferences import ThemeChoice
from symptrack.storage.store import Store
from tests import journals
from tests.builders import make_check_in, make_session
from tests.gui.charts_pages import CLOCK, SIZE, Asked, open_charts
from tests.opened import open_store


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeSource]:
    source = ThemeSource(qapp, ThemeChoice.LIGHT)
    yield source
    source.deleteLater()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, CLOCK) as opened:
        yield opened


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def open_page(
    qtbot: QtBot, store: Store, theme: ThemeSource, asked: Asked
) -> Callable[[Journal], ChartsPage]:
    def opened(journal: Journal) -> ChartsPage:
        return open_charts(qtbot, store, theme, asked, journal)

    return opened


def ground(page: ChartsPage) -> QColor:
    """Return the colour of the chart's corner."""
    return page.canvas.grab().toImage().pixelColor(2, 2)


def test_an_empty_journal_offers_a_check_in(qtbot: QtBot, store: Store, theme: ThemeSource) -> None:
    store.add(make_session())
    page = ChartsPage(ChartsPresenter(store, CLOCK.now), theme)
    qtbot.addWidget(page)
    page.resize(*SIZE)
    page.show()
    with qtbot.waitSignal(page.empty_canvas.drawn, timeout=20_000):
        page.refresh()
    assert page.check_in.isVisible()
    assert not page.canvas.isVisible()
    assert not page.save.isVisible()
    with qtbot.waitSignal(page.check_in_requested) as heard:
        page.check_in.click()
    assert heard.args == [""]


def test_the_first_two_check_ins_turn_the_empty_state_into_a_chart(
    qtbot: QtBot, store: Store, theme: ThemeSource
) -> None:
    page = ChartsPage(ChartsPresenter(store, CLOCK.now), theme)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.shown):
        page.refresh()
    for record in (make_session(), make_check_in(), make_check_in("2026-09-02 18:00")):
        store.add(record)
    with qtbot.waitSignal(page.canvas.drawn, timeout=20_000):
        page.refresh()
    assert page.canvas.isVisible()
    assert not page.check_in.isVisible()


def test_the_chart_is_named_and_described_for_who_cannot_see_it(
    open_page: Callable[[Journal], ChartsPage],
) -> None:
    page = open_page(journals.design_series())
    assert page.canvas.accessibleName() == (
        "Mood and anxiety at each check-in, with infusions 1 to 8"
    )
    assert page.canvas.accessibleDescription() == page.summary.text()
    assert page.summary.text().startswith("Mood stood at 3 before the first infusion")


def test_choosing_a_range_draws_that_series(
    qtbot: QtBot, open_page: Callable[[Journal], ChartsPage]
) -> None:
    page = open_page(journals.design_series())
    assert page.controls.ranges.count() == 5
    with qtbot.waitSignal(page.canvas.drawn, timeout=20_000):
        page.controls.ranges.setCurrentIndex(1)
    assert page.canvas.accessibleName().endswith("with infusions 7 to 8")
    assert page.controls.ranges.currentIndex() == 1


def test_only_the_last_range_asked_for_is_shown(
    qtbot: QtBot, open_page: Callable[[Journal], ChartsPage]
) -> None:
    page = open_page(journals.design_series())
    with qtbot.waitSignal(page.shown):
        page.controls.ranges.setCurrentIndex(1)
        page.controls.ranges.setCurrentIndex(2)
    assert page.canvas.accessibleName().endswith("with infusions 1 to 6")
    with qtbot.waitSignal(page.canvas.drawn, timeout=20_000):
        pass


def test_a_single_series_offers_all_and_dates(
    open_page: Callable[[Journal], ChartsPage],
) -> None:
    page = open_page(journals.first_series())
    ranges = page.controls.ranges
    assert [ranges.itemData(place) for place in range(ranges.count())] == [ALL_SESSIONS, DATES]


def test_nothing_is_drawn_again_while_nothing_changed(
    qtbot: QtBot, open_page: Callable[[Journal], ChartsPage]
) -> None:
    page = open_page(journals.design_series())
    with qtbot.assertNotEmitted(page.shown, wait=100):
        page.refresh()


def test_arrow_keys_read_the_ratings_out(open_page: Callable[[Journal], ChartsPage]) -> None:
    page = open_page(journals.design_series())
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.read_out.text() == "Mood 5, Friday 20 November, 18:00, 14 days after infusion 8"
    assert page.canvas.accessibleDescription() == page.read_out.text()
    QTest.keyClick(page.canvas, Qt.Key.Key_Left)
    assert page.read_out.text().startswith("Mood 5, Thursday 19 November")
    QTest.keyClick(page.canvas, Qt.Key.Key_Right)
    QTest.keyClick(page.canvas, Qt.Key.Key_Right)
    assert page.read_out.text().startswith("Mood 5, Friday 20 November")
    QTest.keyClick(page.canvas, Qt.Key.Key_Down)
    assert page.read_out.text().startswith("Anxiety 6, Friday 20 November")
    QTest.keyClick(page.canvas, Qt.Key.Key_Down)
    assert page.read_out.text().startswith("Anxiety 6")
    QTest.keyClick(page.canvas, Qt.Key.Key_Home)
    assert page.read_out.text() == "Anxiety 7, Tuesday 25 August, 18:00"
    QTest.keyClick(page.canvas, Qt.Key.Key_Up)
    assert page.read_out.text() == "Mood 3, Tuesday 25 August, 18:00"
    QTest.keyClick(page.canvas, Qt.Key.Key_PageDown)
    QTest.keyClick(page.canvas, Qt.Key.Key_PageUp)
    QTest.keyClick(page.canvas, Qt.Key.Key_End)
    assert page.read_out.text().startswith("Mood 5, Friday 20 November")


def test_other_keys_are_left_to_the_page(open_page: Callable[[Journal], ChartsPage]) -> None:
    page = open_page(journals.design_series())
    before = page.read_out.text()
    QTest.keyClick(page.canvas, Qt.Key.Key_A)
    assert page.read_out.text() == before


def test_the_pointer_reads_the_nearest_rating_out(
    open_page: Callable[[Journal], ChartsPage],
) -> None:
    page = open_page(journals.design_series())
    place = page.canvas.places[3]
    QTest.mouseMove(page.canvas, QPointF(place.x + 2, place.y - 3).toPoint())
    QTest.mouseClick(
        page.canvas,
        Qt.MouseButton.LeftButton,
        pos=QPointF(place.x + 2, place.y - 3).toPoint(),
    )
    assert page.canvas.current is place
    assert page.read_out.text().startswith(f"Mood {place.point.value}, ")
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=QPointF(3, 3).toPoint())
    assert page.read_out.text().startswith("Point at a value")
    assert page.canvas.accessibleDescription() == page.summary.text()


def test_the_rating_pointed_at_is_ringed(open_page: Callable[[Journal], ChartsPage]) -> None:
    page = open_page(journals.design_series())
    plain = page.canvas.grab().toImage()
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.canvas.grab().toImage() != plain


def test_a_canvas_without_ratings_takes_no_keys(
    qtbot: QtBot, store: Store, theme: ThemeSource
) -> None:
    page = ChartsPage(ChartsPresenter(store, CLOCK.now), theme)
    qtbot.addWidget(page)
    page.show()
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.canvas, Qt.Key.Key_Left)
    assert page.canvas.current is None


def test_the_chart_follows_theme_and_text_size_and_keeps_the_old_one_until_then(
    qtbot: QtBot, open_page: Callable[[Journal], ChartsPage], theme: ThemeSource
) -> None:
    page = open_page(journals.design_series())
    assert ground(page) == QColor(LIGHT.paper)
    height = page.canvas.minimumHeight()
    theme.choose(ThemeChoice.DARK, 100)
    assert ground(page) == QColor(LIGHT.paper)
    with qtbot.waitSignal(page.canvas.drawn, timeout=20_000):
        pass
    assert ground(page) == QColor(DARK.paper)
    with qtbot.waitSignal(page.canvas.drawn, timeout=20_000):
        theme.choose(ThemeChoice.DARK, 200)
    assert page.canvas.minimumHeight() > 2 * height


def test_the_chart_is_drawn_again_for_another_width(
    qtbot: QtBot, open_page: Callable[[Journal], ChartsPage]
) -> None:
    page = open_page(journals.design_series())
    rightmost = max(place.x for place in page.canvas.places)
    with qtbot.waitSignal(page.canvas.drawn, timeout=20_000):
        page.resize(1400, 900)
    assert max(place.x for place in page.canvas.places) > rightmost


def test_the_table_shows_the_same_numbers_and_the_chart_comes_back(
    open_page: Callable[[Journal], ChartsPage],
) -> None:
    page = open_page(journals.design_series())
    page.table_switch.click()
    assert not page.canvas.isVisible()
    assert page.table_switch.accessibleName() == "Show as chart"
    sessions, ratings = page.tables.views
    assert sessions.model().rowCount() == 9
    assert ratings.model().rowCount() == 90
    assert ratings.model().index(0, 2).data() == "3"
    heading = ratings.model().headerData(2, Qt.Orientation.Horizontal)
    assert heading == "Mood"
    assert ratings.model().headerData(2, Qt.Orientation.Vertical) is None
    assert ratings.model().index(0, 2).data(Qt.ItemDataRole.DecorationRole) is None
    assert ratings.model().rowCount(ratings.model().index(0, 0)) == 0
    assert ratings.model().columnCount(ratings.model().index(0, 0)) == 0
    page.table_switch.click()
    assert page.canvas.isVisible()
    assert page.table_switch.accessibleName() == "Show as table"


def test_a_shown_table_follows_the_range(
    qtbot: QtBot, open_page: Callable[[Journal], ChartsPage]
) -> None:
    page = open_page(journals.design_series())
    page.table_switch.click()
    with qtbot.waitSignal(page.shown):
        page.controls.ranges.setCurrentIndex(1)
    assert page.tables.views[0].model().rowCount() == 3


def test_tables_are_copied_whole_or_by_selection(
    open_page: Callable[[Journal], ChartsPage],
) -> None:
    page = open_page(journals.design_series())
    page.table_switch.click()
    page.tables.copies[0].click()
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[0].startswith("Session\tDate\tMood before")
    assert len(copied) == 10
    view = page.tables.views[1]
    view.selectRow(1)
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == "26 Aug 2026\t18:00\t2\t7\t\t"
    QTest.keyClick(view, Qt.Key.Key_Down)


def test_a_picture_is_saved_where_the_patient_chose(
    qtbot: QtBot,
    open_page: Callable[[Journal], ChartsPage],
    asked: Asked,
    tmp_path: Path,
) -> None:
    page = open_page(journals.design_series())
    asked.answer = PictureChoice(tmp_path / "chart.svg", with_label=True)
    page.save.click()
    assert not page.save.isEnabled()
    qtbot.waitUntil(page.save.isEnabled, timeout=20_000)
    assert asked.label == "J. M."
    assert asked.name == "chart-2026-11-20.png"
    assert (tmp_path / "chart.svg").read_text(encoding="utf-8").startswith("<?xml")
    assert page.notice.isVisible()
    assert page.notice.accessibleName() == "Saved as chart.svg."


def test_leaving_the_file_dialog_saves_nothing(
    open_page: Callable[[Journal], ChartsPage], asked: Asked, tmp_path: Path
) -> None:
    page = open_page(journals.design_series())
    page.save.click()
    assert asked.label == "J. M."
    assert page.save.isEnabled()
    assert not page.notice.isVisible()


def test_a_picture_that_cannot_be_saved_is_said_in_one_sentence(
    qtbot: QtBot, open_page: Callable[[Journal], ChartsPage], asked: Asked, tmp_path: Path
) -> None:
    page = open_page(journals.design_series())
    asked.answer = PictureChoice(tmp_path / "no such folder" / "chart.png", with_label=False)
    page.save.click()
    qtbot.waitUntil(page.save.isEnabled, timeout=20_000)
    assert "no folder" in page.notice.accessibleName()
