"""The whole program in this process: the real window on a journal, at a time that stands still."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from symptrack import app, cli
from symptrack.domain.help_lines import load_help_lines
from symptrack.domain.journal import Journal
from symptrack.domain.patient import Patient
from symptrack.domain.settings import OwnHelp
from symptrack.gui.background import Background
from symptrack.gui.front import Front
from symptrack.gui.main_window import MainWindow
from symptrack.journal_room import JournalRoom
from symptrack.presenters.help import help_items
from symptrack.presenters.preferences import PreferencesFile
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store

NAME = "symptrack.db"
COUNTRY = "US"
MOST_S = 60
BETWEEN_MS = 120
GUARDED_MS = 550
"""Longer than the time in which a second press is ignored."""
ANSWERS = {
    "stillthere": (Qt.Key.Key_B, Qt.Key.Key_D, Qt.Key.Key_1),
    "rating": (Qt.Key.Key_6,),
    "effects": (Qt.Key.Key_C, Qt.Key.Key_2),
    "weekly": (Qt.Key.Key_0, Qt.Key.Key_1),
}


@contextmanager
def whole_app(
    folder: Path,
    now: datetime,
    time_zone: str,
    journal: Journal | None = None,
    *,
    country: str = COUNTRY,
) -> Iterator[Front]:
    """Yield the program with its window shown and the journal of ``folder`` open in it.

    The journal is made where it is missing, and filled with ``journal`` where one is given. Without
    a ``country`` it is a first run.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if journal is not None:
        with Store.open(JournalPaths(folder / NAME), now=lambda: now, create=True) as store:
            store.merge(journal)
    places = cli.Surroundings(
        now=lambda: now,
        time_zone=lambda: time_zone,
        data_dir=folder,
        config_dir=folder / "config",
        log_dir=folder / "log",
        open_window=app.open_window,
    )
    preferences = PreferencesFile(places.config_dir / "preferences.json")
    preferences.change(country=country)
    room = JournalRoom(places, preferences)
    front = Front(
        preferences,
        room.open,
        lambda country: help_items(load_help_lines(), country, Patient(), OwnHelp()),
        recovery=room.recovery,
        let_go=room.close,
        doors=room.doors,
        erase=room.erase,
    )
    try:
        front.window.show()
        front.begin(folder / NAME)
        yield front
    finally:
        front.window.close()
        room.close()
        front.window.deleteLater()


def walk_check_in(window: MainWindow) -> Iterator[str]:
    """Answer a check-in as a patient would, page by page, and save it.

    Yields the name of each page once it is answered, the last one being *saved*.
    """
    window.open_check_in()
    page = window.check_in
    places: dict[str, int] = {}
    while page.step is not None:
        kind = type(page.step).__name__.removesuffix("Step").lower()
        places[kind] = places.get(kind, 0) + 1
        for key in ANSWERS.get(kind, ()):
            spin(GUARDED_MS)
            QTest.keyClick(page, key)
        spin(GUARDED_MS)
        yield f"check-in-{kind}" + (f"-{places[kind]}" if places[kind] > 1 else "")
        if kind == "saved":
            QTest.keyClick(page, Qt.Key.Key_Escape)
        else:
            page.next.click()


def spin(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle(window: MainWindow, *, looks: Callable[[], QImage] | None = None) -> QImage:
    """Wait until all work beside the window is done and nothing moves; return the picture."""
    look = looks or (lambda: window.grab().toImage())
    until = time.monotonic() + MOST_S
    former = QImage()
    while time.monotonic() < until:
        spin(BETWEEN_MS)
        for background in window.findChildren(Background):
            _finish(background)
        picture = look()
        if picture == former:
            return picture
        former = picture
    raise TimeoutError("the window did not come to rest")


def _finish(background: Background) -> None:
    """Wait until everything asked of a background before has been answered: it keeps order."""
    loop = QEventLoop()
    background.run(lambda: None, lambda _nothing: loop.quit())
    QTimer.singleShot(MOST_S * 1000, loop.quit)
    loop.exec()
