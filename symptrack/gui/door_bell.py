"""A second start rings: the window that is open comes to the front."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, Qt
from PySide6.QtWidgets import QApplication, QMainWindow


class DoorBell(QFileSystemWatcher):
    """Watches the folder of the open journal for a knock."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._knocked: Callable[[], bool] = lambda: False
        self.directoryChanged.connect(self.look)

    def listen(self, folder: Path, knocked: Callable[[], bool]) -> None:
        """Listen from now on; ``knocked`` says whether somebody did, and forgets it."""
        self.still()
        self._knocked = knocked
        self.addPath(str(folder))
        self.look()

    def still(self) -> None:
        """Listen no more."""
        self._knocked = lambda: False
        for folder in self.directories():
            self.removePath(folder)

    def look(self) -> None:
        """Come to the front where somebody knocked."""
        if self._knocked():
            bring_to_front(self._window)


def bring_to_front(window: QMainWindow) -> None:
    """Show a window before all others; where the desktop does not let it, ask for a look at it."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.activateWindow()
    QApplication.alert(window)
