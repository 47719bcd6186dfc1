"""All six charts on their page: tabs, ranges, symptoms, sorting, copying and what is asked."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from symptrack.charts.palette import LIGHT
from symptrack.gui.pages.charts import ChartsPage
from symptrack.gui.widgets.chart_tables import MOST_ROWS
from symptrack.presenters.charts_choice import DATES, ChartKey
from tests import journals
from tests.builders import ZONE, make_clinic_score
from tests.gui.charts_pages import CLOCK, OpenedCharts
from tests.whole_app import settle, whole_app


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (
            ChartKey.QUESTIONNAIRES,
            "PHQ-9 7, mild, 8 November, 2 days after infusion 8, –14 from the baseline",
        ),
        (ChartKey.SIDE_EFFECTS, "Drowsy after infusion 8, 6 November: mild (1), for 6 to 23 h"),
        (ChartKey.HOURS_AFTER, "Drowsy, 18–30 h after, middle value 0, from 0 to 0, 7 infusions"),
        (ChartKey.DAYS_AFTER, "Mood, day 14, all together: middle value 4, 3 infusions"),
        (ChartKey.BENEFIT, "Infusion 8, 6 November: 15 days so far"),
    ],
)
def test_each_chart_is_shown_named_and_read_out_by_keys(
    qtbot: QtBot, charts: OpenedCharts, key: ChartKey, said: str
) -> None:
    page = charts.open(journals.design_series())
    before = page.canvas.accessibleName()
    charts.choose(page, key)
    assert page.canvas.accessibleName() != before
    assert page.canvas.accessibleDescription() == page.summary.text()
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.read_out.text() == said
    QTest.keyClick(page.canvas, Qt.Key.Key_Left)
    assert page.read_out.text() != said
    page.table_switch.click()
    assert page.tables.views[0].model().rowCount() > 0


def test_a_press_on_a_heading_sorts_the_table(
    charts: OpenedCharts,
) -> None:
    page = charts.open(journals.design_series())
    page.table_switch.click()
    view = page.tables.views[1]
    model = view.model()
    view.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    values = [int(model.index(place, 2).data()) for place in range(model.rowCount())]
    assert values == sorted(values, reverse=True)
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert model.index(0, 0).data() == "20 Nov 2026"
    view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert model.index(0, 0).data() == "25 Aug 2026"


def test_dates_are_typed_and_a_strange_one_is_said(qtbot: QtBot, charts: OpenedCharts) -> None:
    page = charts.open(journals.design_series())
    controls = page.controls
    assert not controls.dates.first.isVisible()
    with qtbot.waitSignal(page.shown):
        controls.ranges.setCurrentIndex(controls.ranges.findData(DATES))
    assert controls.dates.first.isVisible()
    assert controls.dates.first.text == "25 August 2026"
    controls.dates.first.field.setText("1 September 2026")
    controls.dates.last.field.setText("8 September 2026")
    with charts.drawn(page):
        controls.dates.choose.click()
    assert page.canvas.accessibleName().endswith("with infusions 1 to 3")
    controls.dates.last.field.setText("soon")
    controls.dates.choose.click()
    assert page.notice.isVisible()
    assert controls.dates.last.text == "soon"


def test_a_symptom_is_chosen_where_a_chart_takes_one(qtbot: QtBot, charts: OpenedCharts) -> None:
    page = charts.open(journals.design_series())
    symptoms = page.controls.symptoms
    assert symptoms.itemText(0) == "All ratings"
    with charts.drawn(page):
        symptoms.setCurrentIndex(symptoms.findData("anxiety"))
    assert page.canvas.accessibleName().startswith("Anxiety at each check-in")
    charts.choose(page, ChartKey.DAYS_AFTER)
    assert page.canvas.accessibleName().startswith("Anxiety on the days after")
    charts.choose(page, ChartKey.BENEFIT)
    assert not symptoms.isVisible()


def test_saving_asks_about_item_9_only_where_it_is_shown(
    qtbot: QtBot, charts: OpenedCharts
) -> None:
    page = charts.open(journals.design_series())
    page.save.click()
    assert not charts.asked.self_harm
    charts.choose(page, ChartKey.QUESTIONNAIRES)
    page.save.click()
    assert charts.asked.self_harm


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (ChartKey.COURSE, "Copied as a picture."),
        (ChartKey.QUESTIONNAIRES, "Copied, without the answers to item 9."),
    ],
)
def test_a_chart_is_copied_as_a_picture_in_light(
    qtbot: QtBot, charts: OpenedCharts, key: ChartKey, said: str
) -> None:
    page = charts.open(journals.design_series())
    if key is not ChartKey.COURSE:
        charts.choose(page, key)
    page.copy.click()
    qtbot.waitUntil(page.copy.isEnabled, timeout=20_000)
    image = QGuiApplication.clipboard().image()
    assert image.width() == 1920
    assert image.pixelColor(2, 2) == QColor(LIGHT.paper)
    assert page.notice.accessibleName() == said


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (ChartKey.COURSE, "check_in_edit_requested"),
        (ChartKey.QUESTIONNAIRES, "questionnaire_edit_requested"),
        (ChartKey.SIDE_EFFECTS, "session_edit_requested"),
        (ChartKey.BENEFIT, "session_edit_requested"),
    ],
)
def test_enter_opens_the_entry_that_is_pointed_at(
    qtbot: QtBot, charts: OpenedCharts, key: ChartKey, signal: str
) -> None:
    page = charts.open(journals.design_series())
    if key is not ChartKey.COURSE:
        charts.choose(page, key)
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(getattr(page, signal)) as heard:
        QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    journal = journals.design_series()
    ids = {one.id for one in journal.check_ins} | {one.id for one in journal.responses}
    assert heard.args[0] in ids | {one.id for one in journal.sessions}


def test_enter_on_a_visit_leads_to_the_visits(charts: OpenedCharts, qtbot: QtBot) -> None:
    page = charts.open(journals.design_series())
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for _press in range(2):
        QTest.keyClick(page.canvas, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.page_requested) as wanted:
        QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    assert wanted.args == ["care"]


def test_a_press_points_first_and_opens_what_is_pointed_at(
    qtbot: QtBot, charts: OpenedCharts
) -> None:
    page = charts.open(journals.design_series())
    place = page.canvas.places[3]
    at = QPointF(place.x, place.y).toPoint()
    with qtbot.assertNotEmitted(page.check_in_edit_requested):
        QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(page.check_in_edit_requested) as heard:
        QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=at)
    assert heard.args == [place.point.check_in_id]


def test_a_median_has_no_entry_to_open_and_a_session_s_day_has(
    qtbot: QtBot, charts: OpenedCharts
) -> None:
    page = charts.open(journals.design_series())
    charts.choose(page, ChartKey.DAYS_AFTER)
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.assertNotEmitted(page.check_in_edit_requested):
        QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    QTest.keyClick(page.canvas, Qt.Key.Key_Down)
    assert "after infusion 1" in page.read_out.text()
    with qtbot.waitSignal(page.check_in_edit_requested) as heard:
        QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    assert page.canvas.current is not None
    assert heard.args == [page.canvas.current.point.check_in_id]


def test_a_clinics_score_is_opened_from_its_panel(qtbot: QtBot, charts: OpenedCharts) -> None:
    score = make_clinic_score()
    page = charts.open(replace(journals.design_series(), clinic_scores=(score,)))
    charts.choose(page, ChartKey.QUESTIONNAIRES)
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for _panel in range(4):
        QTest.keyClick(page.canvas, Qt.Key.Key_Down)
    assert page.read_out.text().startswith("MADRS 28")
    with qtbot.waitSignal(page.clinic_score_requested) as heard:
        QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    assert heard.args == [score.id]


def test_an_answer_about_self_harm_has_no_entry_of_its_own(
    qtbot: QtBot, charts: OpenedCharts
) -> None:
    page = charts.open(journals.design_series())
    charts.choose(page, ChartKey.QUESTIONNAIRES)
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.canvas, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(page.questionnaire_edit_requested):
        QTest.keyClick(page.canvas, Qt.Key.Key_Return)


@pytest.mark.parametrize("key", list(ChartKey))
def test_no_cell_of_a_table_is_cut_short_nor_a_row_half_hidden_in_the_window(
    qtbot: QtBot, tmp_path: Path, key: ChartKey
) -> None:
    with whole_app(tmp_path, CLOCK.now(), ZONE, journals.design_series()) as front:
        front.window.go_to("charts")
        page = front.window.page_stack.currentWidget()
        assert isinstance(page, ChartsPage)
        page.controls.tabs.buttons[list(ChartKey).index(key)].click()
        settle(front.window)
        page.table_switch.click()
        settle(front.window)
        for view in page.tables.views:
            for place in range(view.model().columnCount()):
                assert view.columnWidth(place) >= view.sizeHintForColumn(place)
            shown = min(view.model().rowCount(), MOST_ROWS)
            assert view.viewport().height() >= shown * view.rowHeight(0)
