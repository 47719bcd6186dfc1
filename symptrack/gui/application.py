"""Starting Qt, or saying plainly why it cannot start."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import (
    QLocale,
    QLoggingCategory,
    QMessageLogContext,
    QSettings,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from symptrack.texts import _

NO_SCREEN_STATUS = 1
SAYS_NOTHING = "\n".join(f"*.{kind}=false" for kind in ("debug", "info", "warning", "critical"))


def make_application(no_screen: Callable[[], None] = lambda: None) -> QApplication:
    """Return the application, made if there is none yet.

    Without a screen Qt would abort the process; here ``no_screen`` is called and the program
    leaves with one sentence and status 1.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # Qt's own file dialog, used where the desktop has none, would keep the names of folders.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    former = qInstallMessageHandler(partial(_leave_on_fatal, no_screen))
    try:
        # As an option: setStyle would hand the style back, and PySide make every kind it knows.
        app = QApplication([sys.argv[0] if sys.argv else "symptrack", "-style", "fusion"])
    finally:
        qInstallMessageHandler(former)
    app.setApplicationName("symptrack")
    app.setApplicationDisplayName("Symptrack")
    app.setDesktopFileName("symptrack")
    return app


@contextmanager
def qt_says_nothing() -> Iterator[None]:
    """Keep Qt's own remarks from standard error, which desktops keep in a file: they may quote.

    ``QT_LOGGING_RULES`` in the environment brings them back, for those who look for a fault.
    """
    QLoggingCategory.setFilterRules(SAYS_NOTHING)
    try:
        yield
    finally:
        QLoggingCategory.setFilterRules("")


def desktop_country() -> str:
    """Return the desktop's country as an ISO 3166 code, or nothing where it has none."""
    territory = QLocale.system().territory()
    if territory in {QLocale.Country.AnyTerritory, QLocale.Country.World}:
        return ""
    return QLocale.territoryToCode(territory)


def _leave_on_fatal(
    no_screen: Callable[[], None], kind: QtMsgType, _context: QMessageLogContext, _message: str
) -> None:
    """Leave when Qt is about to abort; what it says before that helps no patient."""
    if kind is not QtMsgType.QtFatalMsg:
        return
    sentence = _(
        "Symptrack needs a screen to open its window and found none it can use; "
        "the commands listed by 'symptrack --help' work without one."
    )
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()
    no_screen()
    # Returning would let Qt abort, and an exception cannot pass through Qt.
    os._exit(NO_SCREEN_STATUS)
