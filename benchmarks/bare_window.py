"""The least program with a window and a database library: what a start cannot be faster than."""

import sqlite_utils
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.processes import report_ready


class BareWindow(QWidget):
    """An empty window that reports once it has been painted."""

    def __init__(self) -> None:
        super().__init__()
        self._reported = False
        self.resize(1280, 832)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Report after the first painting."""
        super().paintEvent(event)
        if not self._reported:
            self._reported = True
            QTimer.singleShot(0, self._report)

    def _report(self) -> None:
        report_ready(database=sqlite_utils.__name__)
        QApplication.quit()


def main() -> None:
    """Show the window."""
    application = QApplication([])
    window = BareWindow()
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
