"""Saying outside of the window that something is waiting, where the desktop has a place for it."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from symptrack.domain.errors import SymptrackError
from symptrack.gui import icons
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.notifications import Notifications

LOOK_AGAIN_MS = 60_000
SHOWN_MS = 10_000
ICON_PX = 32


class Notifier(QObject):
    """Looks every minute; ``today_wanted`` says that the patient pressed what was said.

    Parameters
    ----------
    tray
        The desktop's tray, or ``None`` where it has none: then nothing is ever said.
    """

    today_wanted = Signal()

    def __init__(
        self,
        parent: QObject,
        theme: ThemeSource,
        notifications: Notifications,
        tray: QSystemTrayIcon | None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._notifications, self._tray = theme, notifications, tray
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_AGAIN_MS)
        self.timer.timeout.connect(self.look)
        if tray is None:
            return
        tray.setParent(self)
        tray.setIcon(self._icon())
        tray.setToolTip("Symptrack")
        tray.messageClicked.connect(self.today_wanted)
        tray.activated.connect(self._on_activated)
        tray.show()
        self.timer.start()

    def look(self) -> None:
        """Say that something became due, if it did while nobody was looking."""
        active = QApplication.activeWindow() is not None
        # A journal that cannot be read is said on the page, once it is looked at.
        with suppress(SymptrackError):
            said = self._notifications.look(active=active)
            if said is not None and self._tray is not None:
                self._tray.showMessage(said.title, said.text, self._icon(), SHOWN_MS)

    def stop(self) -> None:
        """Say nothing any more, for the journal is let go."""
        self.timer.stop()
        if self._tray is not None:
            self._tray.hide()
        self.deleteLater()

    def _icon(self) -> QIcon:
        colour = self._theme.colour("primary").name(QColor.NameFormat.HexRgb)
        return icons.icon("logo", colour, ICON_PX)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.today_wanted.emit()


def desktop_tray() -> QSystemTrayIcon | None:
    """Return the desktop's tray, or ``None`` where it has none."""
    return QSystemTrayIcon() if QSystemTrayIcon.isSystemTrayAvailable() else None
