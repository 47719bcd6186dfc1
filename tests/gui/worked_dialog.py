"""A dialog that the window opens, worked while it is waited for."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

AnyDialog = TypeVar("AnyDialog", bound=QDialog)


def in_dialog(kind: type[AnyDialog], work: Callable[[AnyDialog], None], tries: int = 1000) -> None:
    """Work the dialog that is about to open; whatever happens in it, it closes."""

    def do() -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, kind):
            try:
                work(found)
            finally:
                if found.isVisible():
                    found.reject()
        elif tries:
            in_dialog(kind, work, tries - 1)

    QTimer.singleShot(10, do)
