"""A new user's whole way, through the real window: from the first run to the report as a file."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from symptrack.gui.main_window import MainWindow
from symptrack.gui.widgets.chart_canvas import ChartCanvas
from tests.builders import ZONE
from tests.gui.opened_window import button
from tests.whole_app import BETWEEN_MS, GUARDED_MS, spin, whole_app

NOW = datetime(2026, 9, 2, 9, 30, tzinfo=ZoneInfo(ZONE))
PATIENTLY_MS = 30_000
Kind = TypeVar("Kind", bound=QWidget)


class Person:
    """Looks for words, presses what they stand on, and types; waits for what has to come."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window = qtbot, window

    def sees(self, words: str) -> None:
        """Wait until a text is on screen."""
        self.waits(lambda: any(words in one.text() for one in self._visible(QLabel)))

    def waits(self, come: Callable[[], bool]) -> None:
        """Wait until something has come."""
        self._qtbot.waitUntil(come, timeout=PATIENTLY_MS)

    def presses(self, name: str) -> None:
        """Press what is called by a name, unhurriedly: a press that comes at once is ignored."""
        self.waits(lambda: name in [one.accessibleName() for one in self._visible(QAbstractButton)])
        spin(GUARDED_MS)
        QTest.mouseClick(button(self._window, name), Qt.MouseButton.LeftButton)

    def types(self, name: str, text: str) -> None:
        """Type into the line of a name, in place of what stands there."""
        line = self._named(QLineEdit, name)
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)

    def chooses(self, name: str, choice: str) -> None:
        """Choose from a drop-down list with the arrow keys."""
        box = self._named(QComboBox, name)
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _step in range(box.findText(choice)):
            QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText() == choice

    def chart(self) -> ChartCanvas:
        """Return the chart, once it is drawn."""
        self.waits(lambda: any(one.places for one in self._visible(ChartCanvas)))
        return next(one for one in self._visible(ChartCanvas) if one.places)

    def saves_report_as(self, path: Path) -> None:
        """Press *Save PDF* and answer where to, which holds everything else up."""
        asked = QTimer(self._window)
        asked.timeout.connect(lambda: self._answers(path))
        asked.start(BETWEEN_MS)
        self.presses("Save PDF")
        asked.stop()
        self.waits(path.exists)

    def _answers(self, path: Path) -> None:
        """Answer as often as is asked: the first Enter may only choose what completes the name."""
        dialog = QApplication.activeModalWidget()
        line = dialog.findChild(QLineEdit) if isinstance(dialog, QFileDialog) else None
        if line is None:
            return
        if line.text() != str(path):
            line.selectAll()
            QTest.keyClicks(line, str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)

    def _visible(self, kind: type[Kind]) -> list[Kind]:
        return [one for one in self._window.findChildren(kind) if one.isVisible()]

    def _named(self, kind: type[Kind], name: str) -> Kind:
        (found,) = [one for one in self._visible(kind) if one.accessibleName() == name]
        return found


def set_up(person: Person) -> None:
    """Go through the first run."""
    person.presses("Set up Symptrack")
    person.sees("Who can be reached")
    person.chooses("Where you live", "United Kingdom")
    person.types("Your clinic", "Harbour Clinic")
    person.types("Its telephone number", "555 0142")
    person.presses("Next")
    person.sees("Your first series")
    person.types("Name", "Autumn")
    person.types("Sessions planned", "4")
    person.presses("Make this series")
    person.sees("Start with your first session")
    person.sees("Harbour Clinic")
    person.sees("999")


def log_session(person: Person) -> None:
    """Log the session of the day before."""
    person.presses("Log an infusion")
    person.types("Date", "yesterday")
    person.types("Start", "10:30")
    person.presses("IV")
    person.types("Dose", "40")
    person.presses("3 of 10")
    person.presses("Save session 1")
    person.sees("Session 1 is in your journal")
    person.presses("Done")
    person.sees("session 1 of 4")


def check_in(person: Person) -> None:
    """Say how it is a day later."""
    person.presses("Check in now")
    person.sees("How is your mood right now?")
    person.presses("7 of 10")
    person.presses("Next")
    person.sees("How anxious are you right now?")
    person.presses("4 of 10")
    person.presses("Next")
    person.sees("Any side effects since the infusion?")
    person.presses("Nausea")
    person.presses("Mild, 1 of 3")
    person.presses("Next")
    person.sees("Anything you want to note?")
    person.presses("Next")
    person.sees("Is this right?")
    person.presses("Save")
    person.sees("Saved in your journal")
    person.presses("Back to Today")


@pytest.mark.usefixtures("theme")
@pytest.mark.qt_log_ignore("This plugin does not support")  # what Qt's own file dialog wants of it
def test_a_new_user_gets_from_the_first_run_to_a_report(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    with whole_app(tmp_path / "symptrack", NOW, ZONE, country="") as front:
        person = Person(qtbot, front.window)
        set_up(person)
        log_session(person)
        check_in(person)

        person.presses("Charts")
        chart = person.chart()
        assert chart.accessibleName() == "Mood and anxiety at each check-in, with infusion 1"
        values = [(one.panel.symptom.key, one.point.value) for one in chart.places]
        assert values == [("mood", 3), ("mood", 7), ("anxiety", 4)]
        person.sees(
            "Mood stood at 3 before the first infusion (1 entry) and at 7 at the last entry"
        )

        person.presses("Report")
        person.saves_report_as(file)
        person.sees("Saved as report.pdf")
    page, *_appendix = PdfReader(BytesIO(file.read_bytes())).pages
    text = " ".join(page.extract_text().split())
    for part in (
        "25 August to 2 September 2026 for Harbour Clinic",
        "Mood, 0 to 10 3 to 5 ",
        "Sessions 1 on 1 September 2026. Autumn: 1 of 4 planned.",
        "Nausea for 23 h or more after session 1, mild (1)",
        " 1 1 Sep IV, 40 mg 3 7 +4 ",
    ):
        assert part in text
