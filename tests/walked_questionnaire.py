"""A walk through every page of a questionnaire, in every state."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from symptrack.gui.main_window import MainWindow

ENTER = Qt.Key.Key_Return


def walk_questionnaire(window: MainWindow, rest: Callable[[], object]) -> Iterator[str]:
    """Fill in the PHQ-9 and the PCL-5 and yield a name for each page worth a look.

    ``rest`` lets the time go by in which a press on a new page is not taken.
    """
    flows = window.flows
    flows.open_questionnaire("phq9")
    page = flows.questionnaire

    def type_all(values: str) -> None:
        for value in values:
            for key in (Qt.Key(ord(value)), ENTER):
                rest()
                QTest.keyClick(page, key)
        rest()

    rest()
    yield "questionnaire-begun"
    type_all("21")
    QTest.keyClick(page, Qt.Key.Key_2)
    yield "questionnaire"
    rest()
    type_all("2102")
    yield "questionnaire-long"
    type_all("01")
    yield "questionnaire-item-9"
    type_all("1")
    yield "questionnaire-safety"
    QTest.keyClick(page, ENTER)
    rest()
    yield "questionnaire-difficulty"
    type_all("1")
    yield "questionnaire-answers"
    QTest.keyClick(page, ENTER)
    rest()
    yield "questionnaire-score"
    page.left.emit()
    flows.open_questionnaire("pcl5")
    rest()
    yield "questionnaire-intro"
    QTest.keyClick(page, ENTER)
    type_all("12034")
    yield "questionnaire-five"
    page.left.emit()
    flows.open_questionnaire("pcl5")
    rest()
    yield "questionnaire-resumed"
    page.left.emit()
