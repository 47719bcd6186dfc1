"""Fills in an instrument that stands in the catalogue's file alone: a driver, not a test.

``python -m tests.walked_new_instrument FOLDER KEY``, run on a copy of the program to whose
catalogue a table was added. What was seen goes to standard output as JSON; the journal stays in
FOLDER.
"""

import json
import os
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

import symptrack
from symptrack.gui.main_window import MainWindow
from symptrack.gui.pages.charts import ChartsPage
from symptrack.gui.pages.journal import JournalPage
from symptrack.presenters.charts_choice import ChartKey
from tests.builders import ZONE, make_journal, make_response, make_series, make_session
from tests.whole_app import GUARDED_MS, settle, spin, whole_app

NOW = datetime(2026, 9, 13, 19, tzinfo=ZoneInfo(ZONE))
ENTER = Qt.Key.Key_Return


def seen(root: QWidget) -> list[str]:
    """Return every text and every button's name on a page."""
    labels = [one.text() for one in root.findChildren(QLabel) if one.isVisible()]
    buttons = [
        one.accessibleName() for one in root.findChildren(QAbstractButton) if one.isVisible()
    ]
    return [one for one in labels + buttons if one]


def page_of(window: MainWindow, key: str) -> QWidget:
    """Show a page and return it."""
    window.go_to(key)
    settle(window)
    page = window.page_stack.currentWidget()
    assert page is not None
    return page


def fill_in(window: MainWindow, key: str) -> dict[str, list[str]]:
    """Answer every item with its highest but one, one with a key that it has not."""
    window.flows.open_questionnaire(key)
    page, found = window.flows.questionnaire, {}
    for name, keys in (
        ("instruction", (ENTER,)),
        ("item 1", (Qt.Key.Key_3, Qt.Key.Key_1, ENTER)),
        ("item 2", (Qt.Key.Key_0, ENTER)),
        ("item 3", (Qt.Key.Key_0, ENTER)),
        ("answers", (ENTER,)),
        ("score", ()),
    ):
        spin(GUARDED_MS)
        found[name] = seen(page)
        for one in keys:
            QTest.keyClick(page, one)
            spin(GUARDED_MS)
    page.left.emit()
    return found


def main() -> None:
    """Walk through the form, the score, the Journal, the settings and the charts."""
    folder, key = Path(sys.argv[1]), sys.argv[2]
    series = make_series()
    session = make_session("2026-09-01 10:30", series_id=series.id)
    before = make_response("2026-08-30 09:00", instrument=key, answers={"a": 2, "b": 2, "c": 0})
    journal = make_journal(series=[series], sessions=[session], responses=[before])
    with whole_app(folder, NOW, ZONE, journal) as front:
        window = front.window
        found = {"program": [str(Path(symptrack.__file__).parent)]}
        found |= fill_in(window, key)
        listed = page_of(window, "journal")
        assert isinstance(listed, JournalPage)
        listed.questionnaire.click()
        found["journal"] = seen(listed)
        found["settings"] = seen(page_of(window, "settings"))
        charts = page_of(window, "charts")
        assert isinstance(charts, ChartsPage)
        charts.controls.tabs.buttons[list(ChartKey).index(ChartKey.QUESTIONNAIRES)].click()
        settle(window)
        found["charts"] = [charts.summary.text()]
    print(json.dumps(found))


if __name__ == "__main__":
    main()
