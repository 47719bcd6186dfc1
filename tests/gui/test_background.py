"""Work beside the window answers in the window's thread, also when it goes wrong."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from symptrack.domain.errors import RefusedRequest, SymptrackError
from symptrack.gui.background import Background, worker


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_an_answer_arrives_in_the_windows_thread(qtbot: QtBot, owner: QObject) -> None:
    background = Background(owner)
    seen: list[tuple[str, str]] = []
    background.run(
        lambda: threading.current_thread().name,
        lambda name: seen.append((name, threading.current_thread().name)),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != threading.main_thread().name
    assert seen[0][1] == threading.main_thread().name


def test_jobs_run_one_after_another(qtbot: QtBot, owner: QObject) -> None:
    background = Background(owner)
    seen: list[int] = []
    for number in range(20):
        background.run(lambda number=number: number, seen.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert seen == list(range(20))


def test_a_refusal_is_handed_over(qtbot: QtBot, owner: QObject) -> None:
    def refuse() -> None:
        raise RefusedRequest("No room.")

    background = Background(owner)
    seen: list[SymptrackError] = []
    background.run(refuse, lambda _nothing: None, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert str(seen[0]) == "No room."


@pytest.mark.parametrize("error", [ZeroDivisionError("a fault"), RefusedRequest("no one asked")])
def test_any_other_error_reaches_the_one_handler(
    qtbot: QtBot, owner: QObject, error: Exception
) -> None:
    def fail() -> None:
        raise error

    background = Background(owner)
    with capture_exceptions() as raised:
        background.run(fail, lambda _nothing: None)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][1] is error


def test_an_answer_after_the_window_closed_goes_nowhere(qtbot: QtBot) -> None:
    parent = QObject()
    background = Background(parent)
    told: list[object] = []
    begun, go_on = threading.Event(), threading.Event()
    ended = threading.Event()

    def job() -> None:
        begun.set()
        go_on.wait(10)

    background.run(job, told.append)
    assert begun.wait(10)
    with qtbot.waitSignal(parent.destroyed):
        parent.deleteLater()
    go_on.set()
    worker().submit(ended.set)
    assert ended.wait(10)
    assert told == []
