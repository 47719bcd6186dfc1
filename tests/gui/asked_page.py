"""A page that asks before it acts: what it asks is answered, and presses are meant."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from symptrack.gui.background import worker
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.asking import Question
from tests.gui.opened_window import SetMilliseconds


def rest() -> None:
    """Wait until what was asked for beside the window is done and answered."""
    for _turn in range(6):
        worker().submit(int).result()
        QApplication.processEvents()


class AskedPage:
    """What is asked is answered with ``answer``; ``changes`` has one more for each told change."""

    def __init__(self, milliseconds: SetMilliseconds) -> None:
        self._milliseconds = milliseconds
        self.answer: int | None = 0
        self.asked: list[Question] = []
        self.changes: list[None] = []

    def ask(self, _theme: ThemeSource, asked: Question, _parent: QWidget) -> int | None:
        """Answer as the dialog would."""
        self.asked.append(asked)
        return self.answer

    def changed(self) -> None:
        """Note that the page told of a change."""
        self.changes.append(None)

    def rest(self) -> None:
        """Wait for what the page does, and until no press is guarded any more."""
        rest()
        self._milliseconds.pass_by()

    def press(self, target: QAbstractButton) -> None:
        """Press with the mouse, and wait for what follows."""
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        self.rest()
