"""All six charts on their page: tabs, ranges, symptoms, sorting, copying and what is asked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symptrack.charts.palette import LIGHT
from symptrack.domain.journal import Journal
from symptrack.gui.pages.charts import ChartsPage
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.charts_choice import DATES, ChartKey
from symptrack.presenters.preferences import ThemeChoice
from symptrack.storage.store import Store
from tests import journals
from tests.gui.charts_pages import CLOCK, Asked, open_charts
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


def choose(page: ChartsPage, key: ChartKey, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.canvas.drawn, timeout=20_000):
        page.controls.tabs.buttons[list(ChartKey).index(key)].click()


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (ChartKey.QUESTIONNAIRES, "PHQ-9 7, mild, 8 November, –14 from the baseline"),
        (ChartKey.SIDE_EFFECTS, "Drowsy after infusion 8, 6 November: mild (1), for 6 to 23 h"),
        (ChartKey.HOURS_AFTER, "Drowsy, 18–30 h after, middle value 0, from 0 to 0, 7 infusions"),
        (ChartKey.DAYS_AFTER, "Mood, day 14, all together: middle value 4, 3 infusions"),
        (ChartKey.BENEFIT, "Infusion 8, 6 November: 15 days so far"),
    ],
)
def test_each_chart_is_shown_named_and_read_out_by_keys(
    qtbot: QtBot, open_page: Callable[[Journal], ChartsPage], key: ChartKey, said: str
) -> None:
    page = open_page(journals.design_series())
    before = page.canvas.accessibleName()
    choose(page, key, qtbot)
    assert page.canvas.accessibleName() != before
    assert page.canvas.accessibleDescription() == page.summary.text()
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.read_out.text() == said
    QTest.keyClick(page.canvas, Qt.Key.Key_Left)
    assert page.read_out.text() != said
    page.table_switch.click()
    assert page.tables.views[0].model().rowCount() > 0


def test_a_press_on_a_heading_sorts_the_table(
    open_page: Callable[[Journal], ChartsPage],
) -> None:
    page = open_page(journals.design_series())
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


def test_dates_are_typed_and_a_strange_one_is_said(
    qtbot: QtBot, open_page: Callable[[Journal], ChartsPage]
) -> None:
    page = open_page(journals.design_series())
    controls = page.controls
    assert not controls.first.isVisible()
    with qtbot.waitSignal(page.shown):
        controls.ranges.setCurrentIndex(controls.ranges.findData(DATES))
    assert controls.first.isVisible()
    assert controls.first.text == "25 August 2026"
    controls.first.field.setText("1 September 2026")
    controls.last.field.setText("8 September 2026")
    with qtbot.waitSignal(page.canvas.drawn, timeout=20_000):
        controls.show_dates.click()
    assert page.canvas.accessibleName().endswith("with infusions 1 to 3")
    controls.last.field.setText("soon")
    controls.show_dates.click()
    assert page.notice.isVisible()
    assert controls.last.text == "soon"


def test_a_symptom_is_chosen_where_a_chart_takes_one(
    qtbot: QtBot, open_page: Callable[[Journal], ChartsPage]
) -> None:
    page = open_page(journals.design_series())
    symptoms = page.controls.symptoms
    assert symptoms.itemText(0) == "All ratings"
    with qtbot.waitSignal(page.canvas.drawn, timeout=20_000):
        symptoms.setCurrentIndex(symptoms.findData("anxiety"))
    assert page.canvas.accessibleName().startswith("Anxiety at each check-in")
    choose(page, ChartKey.DAYS_AFTER, qtbot)
    assert page.canvas.accessibleName().startswith("Anxiety on the days after")
    choose(page, ChartKey.BENEFIT, qtbot)
    assert not symptoms.isVisible()


def test_saving_asks_about_item_9_only_where_it_is_shown(
    qtbot: QtBot, open_page: Callable[[Journal], ChartsPage], asked: Asked
) -> None:
    page = open_page(journals.design_series())
    page.save.click()
    assert not asked.self_harm
    choose(page, ChartKey.QUESTIONNAIRES, qtbot)
    page.save.click()
    assert asked.self_harm


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (ChartKey.COURSE, "Copied as a picture."),
        (ChartKey.QUESTIONNAIRES, "Copied, without the answers to item 9."),
    ],
)
def test_a_chart_is_copied_as_a_picture_in_light(
    qtbot: QtBot, open_page: Callable[[Journal], ChartsPage], key: ChartKey, said: str
) -> None:
    page = open_page(journals.design_series())
    if key is not ChartKey.COURSE:
        choose(page, key, qtbot)
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
    qtbot: QtBot, open_page: Callable[[Journal], ChartsPage], key: ChartKey, signal: str
) -> None:
    page = open_page(journals.design_series())
    if key is not ChartKey.COURSE:
        choose(page, key, qtbot)
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(getattr(page, signal)) as heard:
        QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    journal = journals.design_series()
    ids = {one.id for one in journal.check_ins} | {one.id for one in journal.responses}
    assert heard.args[0] in ids | {one.id for one in journal.sessions}


def test_a_press_points_first_and_opens_what_is_pointed_at(
    qtbot: QtBot, open_page: Callable[[Journal], ChartsPage]
) -> None:
    page = open_page(journals.design_series())
    place = page.canvas.places[3]
    at = QPointF(place.x, place.y).toPoint()
    with qtbot.assertNotEmitted(page.check_in_edit_requested):
        QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(page.check_in_edit_requested) as heard:
        QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=at)
    assert heard.args == [place.point.check_in_id]


def test_a_median_has_no_entry_to_open(
    qtbot: QtBot, open_page: Callable[[Journal], ChartsPage]
) -> None:
    page = open_page(journals.design_series())
    for key in (ChartKey.DAYS_AFTER, ChartKey.QUESTIONNAIRES):
        choose(page, key, qtbot)
        page.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(page.canvas, Qt.Key.Key_End)
        QTest.keyClick(page.canvas, Qt.Key.Key_Down)
        signals = [page.questionnaire_edit_requested, page.check_in_edit_requested]
        with qtbot.assertNotEmitted(signals[0]), qtbot.assertNotEmitted(signals[1]):
            QTest.keyClick(page.canvas, Qt.Key.Key_Return)
