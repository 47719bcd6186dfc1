"""A chart with more sessions than have room: earlier and later by button and by arrow key."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from symptrack.domain.journal import Journal
from symptrack.gui.pages.charts import ChartsPage
from symptrack.presenters.charts_choice import ChartKey
from tests.builders import at, make_check_in, make_journal, make_series, make_session
from tests.gui.charts_pages import OpenedCharts

COUNT = 40


def forty_sessions() -> Journal:
    series = make_series()
    starts = [at("2026-01-05 10:30") + timedelta(days=7 * week) for week in range(COUNT)]
    return make_journal(
        series=[series],
        sessions=[make_session(started_at=one, series_id=series.id) for one in starts],
        check_ins=[make_check_in("2026-01-04 18:00"), make_check_in("2026-01-06 18:00")],
    )


def benefit(charts: OpenedCharts) -> ChartsPage:
    page = charts.open(forty_sessions())
    charts.choose(page, ChartKey.BENEFIT)
    return page


def numbers(page: ChartsPage) -> list[int]:
    """Return which sessions stand in the chart, counted from 1."""
    starts = sorted(place.point.session.started_at for place in page.canvas.places)
    first = at("2026-01-05 10:30")
    return [(start - first).days // 7 + 1 for start in starts]


def test_buttons_lead_to_earlier_sessions_and_back(charts: OpenedCharts, qtbot: QtBot) -> None:
    page = benefit(charts)
    pager = page.pager
    assert pager.isVisible()
    assert pager.words.text().startswith("the latest 30 of 40 infusions, ")
    assert (pager.earlier.isEnabled(), pager.later.isEnabled()) == (True, False)
    pager.earlier.setFocus()
    with charts.drawn(page):
        pager.earlier.click()
    assert numbers(page) == list(range(1, 31))
    assert pager.words.text().startswith("30 of 40 infusions, ")
    assert (pager.earlier.isEnabled(), pager.later.isEnabled()) == (False, True)
    assert QApplication.focusWidget() is pager.later
    with charts.drawn(page):
        QTest.keyClick(pager.later, Qt.Key.Key_Space)
    assert numbers(page) == list(range(11, 41))


def test_an_arrow_key_beyond_the_first_leads_to_the_part_before(
    charts: OpenedCharts, qtbot: QtBot
) -> None:
    page = benefit(charts)
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.canvas, Qt.Key.Key_Right)
    assert page.read_out.text().startswith("Infusion 40, ")
    QTest.keyClick(page.canvas, Qt.Key.Key_Home)
    assert page.read_out.text().startswith("Infusion 11, ")
    with charts.drawn(page):
        QTest.keyClick(page.canvas, Qt.Key.Key_Left)
    assert page.read_out.text().startswith("Infusion 30, ")
    with charts.drawn(page):
        QTest.keyClick(page.canvas, Qt.Key.Key_Right)
    assert page.read_out.text().startswith("Infusion 11, ")


def test_the_table_holds_every_session_and_a_copy_the_part_that_is_shown(
    charts: OpenedCharts, qtbot: QtBot
) -> None:
    page = benefit(charts)
    pictures = []
    for turn in (page.pager.earlier, page.pager.later):
        page.copy.click()
        qtbot.waitUntil(page.copy.isEnabled, timeout=20_000)
        pictures.append(QGuiApplication.clipboard().image())
        with charts.drawn(page):
            turn.click()
    assert pictures[0] != pictures[1]
    page.table_switch.click()
    assert page.tables.views[0].model().rowCount() == COUNT


def test_another_chart_has_no_pager_where_all_have_room(charts: OpenedCharts, qtbot: QtBot) -> None:
    page = benefit(charts)
    charts.choose(page, ChartKey.DAYS_AFTER)
    assert not page.pager.isVisible()
    charts.choose(page, ChartKey.BENEFIT)
    assert numbers(page)[-1] == COUNT
