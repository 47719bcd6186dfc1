"""The charts page: what it shows, reads out, tabulates and saves, and that it never waits."""

from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from symptrack.charts.palette import DARK, LIGHT
from symptrack.gui.dialogs.save_picture import PictureChoice
from symptrack.gui.pages.charts import ChartsPage
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.charts_choice import ALL_SESSIONS, DATES
from symptrack.presenters.preferences import ThemeChoice
from tests import journals
from tests.builders import make_check_in, make_session
from tests.gui.charts_pages import OpenedCharts


def ground(page: ChartsPage) -> QColor:
    """Return the colour of the chart's corner."""
    return page.canvas.grab().toImage().pixelColor(2, 2)


def test_an_empty_journal_offers_a_check_in(qtbot: QtBot, charts: OpenedCharts) -> None:
    charts.store.add(make_session())
    page = charts.page()
    with qtbot.waitSignal(page.empty.canvas.drawn, timeout=20_000):
        page.refresh()
    assert page.empty.check_in.isVisible()
    assert not page.canvas.isVisible()
    assert not page.save.isVisible()
    with qtbot.waitSignal(page.check_in_requested) as heard:
        page.empty.check_in.click()
    assert heard.args == [""]


def test_the_first_two_check_ins_turn_the_empty_state_into_a_chart(
    qtbot: QtBot, charts: OpenedCharts
) -> None:
    page = charts.page()
    with qtbot.waitSignal(page.shown):
        page.refresh()
    for record in (make_session(), make_check_in(), make_check_in("2026-09-02 18:00")):
        charts.store.add(record)
    with charts.drawn(page):
        page.refresh()
    assert page.canvas.isVisible()
    assert not page.empty.check_in.isVisible()


def test_the_chart_is_named_and_described_for_who_cannot_see_it(
    charts: OpenedCharts,
) -> None:
    page = charts.open(journals.design_series())
    assert page.canvas.accessibleName() == (
        "Mood and anxiety at each check-in, with infusions 1 to 8"
    )
    assert page.canvas.accessibleDescription() == page.summary.text()
    assert page.summary.text().startswith("Mood stood at 3 before the first infusion")


def test_choosing_a_range_draws_that_series(qtbot: QtBot, charts: OpenedCharts) -> None:
    page = charts.open(journals.design_series())
    assert page.controls.ranges.count() == 5
    with charts.drawn(page):
        page.controls.ranges.setCurrentIndex(1)
    assert page.canvas.accessibleName().endswith("with infusions 7 to 8")
    assert page.controls.ranges.currentIndex() == 1


def test_only_the_last_range_asked_for_is_shown(qtbot: QtBot, charts: OpenedCharts) -> None:
    page = charts.open(journals.design_series())
    with qtbot.waitSignal(page.shown):
        page.controls.ranges.setCurrentIndex(1)
        page.controls.ranges.setCurrentIndex(2)
    assert page.canvas.accessibleName().endswith("with infusions 1 to 6")
    with charts.drawn(page):
        pass


def test_a_single_series_offers_all_and_dates(
    charts: OpenedCharts,
) -> None:
    page = charts.open(journals.first_series())
    ranges = page.controls.ranges
    assert [ranges.itemData(place) for place in range(ranges.count())] == [ALL_SESSIONS, DATES]


def test_nothing_is_drawn_again_while_nothing_changed(qtbot: QtBot, charts: OpenedCharts) -> None:
    page = charts.open(journals.design_series())
    with qtbot.assertNotEmitted(page.shown, wait=100):
        page.refresh()


def test_arrow_keys_read_the_ratings_out(charts: OpenedCharts) -> None:
    page = charts.open(journals.design_series())
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
    for _press in range(2):
        QTest.keyClick(page.canvas, Qt.Key.Key_Down)
        assert page.read_out.text() == "Visit, Friday 30 October, Dr A. Okafor"
    QTest.keyClick(page.canvas, Qt.Key.Key_Up)
    assert page.read_out.text().startswith("Anxiety 6, Friday 30 October")
    QTest.keyClick(page.canvas, Qt.Key.Key_Home)
    assert page.read_out.text() == "Anxiety 7, Tuesday 25 August, 18:00"
    QTest.keyClick(page.canvas, Qt.Key.Key_Up)
    assert page.read_out.text() == "Mood 3, Tuesday 25 August, 18:00"
    QTest.keyClick(page.canvas, Qt.Key.Key_PageDown)
    QTest.keyClick(page.canvas, Qt.Key.Key_PageUp)
    QTest.keyClick(page.canvas, Qt.Key.Key_End)
    assert page.read_out.text().startswith("Mood 5, Friday 20 November")


def test_other_keys_are_left_to_the_page(charts: OpenedCharts) -> None:
    page = charts.open(journals.design_series())
    before = page.read_out.text()
    QTest.keyClick(page.canvas, Qt.Key.Key_A)
    assert page.read_out.text() == before


def test_the_pointer_reads_the_nearest_rating_out(
    charts: OpenedCharts,
) -> None:
    page = charts.open(journals.design_series())
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


def test_the_rating_pointed_at_is_ringed(charts: OpenedCharts) -> None:
    page = charts.open(journals.design_series())
    plain = page.canvas.grab().toImage()
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.canvas.grab().toImage() != plain


def test_a_canvas_without_ratings_takes_no_keys(qtbot: QtBot, charts: OpenedCharts) -> None:
    page = charts.page()
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.canvas, Qt.Key.Key_Left)
    assert page.canvas.current is None


def test_the_chart_follows_theme_and_text_size_and_keeps_the_old_one_until_then(
    qtbot: QtBot, charts: OpenedCharts, theme: ThemeSource
) -> None:
    page = charts.open(journals.design_series())
    assert ground(page) == QColor(LIGHT.paper)
    height = page.canvas.minimumHeight()
    theme.choose(ThemeChoice.DARK, 100)
    assert ground(page) == QColor(LIGHT.paper)
    with charts.drawn(page):
        pass
    assert ground(page) == QColor(DARK.paper)
    with charts.drawn(page):
        theme.choose(ThemeChoice.DARK, 200)
    assert page.canvas.minimumHeight() > 2 * height


def test_the_chart_is_drawn_again_for_another_width(qtbot: QtBot, charts: OpenedCharts) -> None:
    page = charts.open(journals.design_series())
    rightmost = max(place.x for place in page.canvas.places)
    with charts.drawn(page):
        page.resize(1400, 900)
    assert max(place.x for place in page.canvas.places) > rightmost


def test_the_table_shows_the_same_numbers_and_the_chart_comes_back(
    charts: OpenedCharts,
) -> None:
    page = charts.open(journals.design_series())
    page.table_switch.click()
    assert not page.canvas.isVisible()
    assert page.table_switch.accessibleName() == "Show as chart"
    sessions, ratings, marks = page.tables.views
    assert sessions.model().rowCount() == 9
    assert ratings.model().rowCount() == 90
    assert marks.model().index(1, 2).data() == "Dr A. Okafor"
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


def test_a_shown_table_follows_the_range(qtbot: QtBot, charts: OpenedCharts) -> None:
    page = charts.open(journals.design_series())
    page.table_switch.click()
    with qtbot.waitSignal(page.shown):
        page.controls.ranges.setCurrentIndex(1)
    assert page.tables.views[0].model().rowCount() == 3


def test_tables_are_copied_whole_or_by_selection(
    charts: OpenedCharts,
) -> None:
    page = charts.open(journals.design_series())
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
    charts: OpenedCharts,
    tmp_path: Path,
) -> None:
    page = charts.open(journals.design_series())
    charts.asked.answer = PictureChoice(tmp_path / "chart.svg", with_label=True)
    page.save.click()
    assert not page.save.isEnabled()
    qtbot.waitUntil(page.save.isEnabled, timeout=20_000)
    assert charts.asked.label == "J. M."
    assert charts.asked.name == "chart-2026-11-20.png"
    assert (tmp_path / "chart.svg").read_text(encoding="utf-8").startswith("<?xml")
    assert page.notice.isVisible()
    assert page.notice.accessibleName() == "Saved as chart.svg."


def test_leaving_the_file_dialog_saves_nothing(charts: OpenedCharts, tmp_path: Path) -> None:
    page = charts.open(journals.design_series())
    page.save.click()
    assert charts.asked.label == "J. M."
    assert page.save.isEnabled()
    assert not page.notice.isVisible()


def test_a_picture_that_cannot_be_saved_is_said_in_one_sentence(
    qtbot: QtBot, charts: OpenedCharts, tmp_path: Path
) -> None:
    page = charts.open(journals.design_series())
    charts.asked.answer = PictureChoice(tmp_path / "no such folder" / "chart.png", with_label=False)
    page.save.click()
    qtbot.waitUntil(page.save.isEnabled, timeout=20_000)
    assert "no folder" in page.notice.accessibleName()
