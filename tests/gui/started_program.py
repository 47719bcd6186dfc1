"""Starts the real program with arguments of its own and plays the patient: a driver, not a test.

``python -m tests.gui.started_program SCRIPT ARGUMENT…`` where SCRIPT is what happens once the
window is shown: ``close``, ``quit``, ``fail``, ``fail-aside``, ``interrupt``; ``answer-gentle`` and
``answer-full``, which give an answer, say so and wait to be killed; ``keep-answering``, which gives
one after another, each said; ``wait-aside``, which waits to be brought back. What was seen goes to
standard output, a line each.
"""

import sys
import threading
from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QTimer, qCritical, qWarning
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMainWindow

from symptrack import app
from symptrack.gui.application import make_application
from symptrack.gui.front import LISTENING_AFTER_MS
from symptrack.gui.widgets.press_guard import NEW_PAGE_MS

LOOK_EVERY_MS, ANSWER_EVERY_MS = 20, 120
RATINGS = 11
SECRET = "mood was 3, she wrote"


def _window() -> QMainWindow | None:
    return next(
        (
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, QMainWindow) and one.isVisible()
        ),
        None,
    )


def _words(window: QMainWindow) -> list[str]:
    return [one.text() for one in window.findChildren(QLabel) if one.isVisible() and one.text()]


def _fail() -> None:
    raise ValueError(SECRET)


class _Broken:
    """Fails when it goes, where no code can catch it."""

    def __del__(self) -> None:
        raise ValueError(SECRET)


def _fail_aside() -> None:
    """Let a thread, what is thrown away, and Qt itself have something to say."""
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()
    _Broken()
    qWarning(SECRET)
    qCritical(SECRET)


def _interrupt() -> None:
    raise KeyboardInterrupt


def _then_close(act: Callable[[], None]) -> Callable[[QMainWindow], None]:
    def play(window: QMainWindow) -> None:
        QTimer.singleShot(0, window, act)
        QTimer.singleShot(LOOK_EVERY_MS, window, lambda: _tell_and_close(window))

    return play


def _tell_and_close(window: QMainWindow) -> None:
    for text in _words(window):
        print(text)
    window.close()


def _answer(begin: str) -> Callable[[QMainWindow], None]:
    """Begin a check-in and choose 6 of 10, once a page that asks for it takes a press."""

    def press(window: QMainWindow) -> None:
        there = {
            one.accessibleName(): one
            for one in window.findChildren(QAbstractButton)
            if one.isVisible()
        }
        if "6 of 10" in there:
            there["6 of 10"].click()
            print("answered", flush=True)
        else:
            there["Next"].click()
            QTimer.singleShot(2 * NEW_PAGE_MS, window, lambda: press(window))

    def play(window: QMainWindow) -> None:
        getattr(window, begin)()
        QTimer.singleShot(2 * NEW_PAGE_MS, window, lambda: press(window))

    return play


def _keep_answering(window: QMainWindow) -> None:
    """Begin a full check-in and change the mood again and again: 0, 1, 2, …, each said."""
    turns = count()

    def press() -> None:
        there = {
            one.accessibleName(): one
            for one in window.findChildren(QAbstractButton)
            if one.isVisible()
        }
        if "0 of 10" in there:
            rating = next(turns) % RATINGS
            there[f"{rating} of 10"].click()
            print(rating, flush=True)
        else:
            there["Next"].click()

    timer = QTimer(window)
    timer.setInterval(ANSWER_EVERY_MS)
    timer.timeout.connect(press)
    getattr(window, "open_check_in")()  # noqa: B009 - not known to the type of any window
    QTimer.singleShot(2 * NEW_PAGE_MS, window, timer.start)


def _wait_aside(window: QMainWindow) -> None:
    """Go aside, say so, and once the window is brought back say that and close."""
    window.showMinimized()
    timer = QTimer(window)
    timer.setInterval(LOOK_EVERY_MS)

    def look() -> None:
        if not window.isMinimized():
            print("back", flush=True)
            window.close()

    timer.timeout.connect(look)
    timer.start()
    QTimer.singleShot(2 * LISTENING_AFTER_MS, window, lambda: print("aside", flush=True))


SCRIPTS: dict[str, Callable[[QMainWindow], None]] = {
    "close": _tell_and_close,
    "quit": lambda _window: QApplication.quit(),
    "fail": _then_close(_fail),
    "fail-aside": _then_close(_fail_aside),
    "answer-gentle": _answer("open_gentle"),
    "answer-full": _answer("open_check_in"),
    "keep-answering": _keep_answering,
    "wait-aside": _wait_aside,
    "interrupt": lambda window: QTimer.singleShot(0, window, _interrupt),
}


class Looking:
    """Looks at the window again and again; once its words stay the same, the script is played."""

    def __init__(self, play: Callable[[QMainWindow], None]) -> None:
        self._play, self._words = play, [""]
        self._timer = QTimer(make_application())
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY_MS)

    def _look(self) -> None:
        window = _window()
        if window is None:
            return
        former, self._words = self._words, _words(window)
        if self._words == former:
            self._timer.stop()
            self._play(window)


def main() -> None:
    """Wait for the window with what belongs into it, then play the script."""
    script, arguments = sys.argv[1], sys.argv[2:]
    _looking = Looking(SCRIPTS[script])  # kept: its timer ends with it
    app.main(arguments)


if __name__ == "__main__":
    main()
