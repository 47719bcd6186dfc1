"""A journal moves from one computer to another: one file out, one file in, by keyboard alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from symptrack.gui.front import Front
from symptrack.gui.pages.move import MovePage
from symptrack.gui.widgets.move_in import MoveIn
from tests.builders import ZONE
from tests.gui.asked_page import rest
from tests.gui.opened_window import words
from tests.journals import first_series
from tests.whole_app import whole_app

pytestmark = pytest.mark.usefixtures("qapp")
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=ZoneInfo(ZONE))


def press(key: Qt.Key) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    rest()


def tab_to(name: str) -> None:
    """Go on with Tab until a button has the focus."""
    for _step in range(150):
        focused = QApplication.focusWidget()
        if focused is not None and getattr(focused, "text", str)().strip() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab leads to no {name}")


def type_in(text: str) -> None:
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, text)


@contextmanager
def computer(folder: Path, **state: object) -> Iterator[Front]:
    folder.mkdir(exist_ok=True)
    with whole_app(folder, NOW, ZONE, **state) as front:  # type: ignore[arg-type]
        front.window.activateWindow()
        rest()
        yield front


def saved_on_the_old_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[Path, str]:
    """Save the file by keyboard, and return it with its code."""
    file = tmp_path / "mine.symptrack"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(file), ""))
    with computer(tmp_path / "old", journal=first_series()) as front:
        front.window.go_to("settings")
        tab_to("Move to a new computer")
        press(Qt.Key.Key_Space)
        page = front.window.page_stack.currentWidget()
        assert isinstance(page, MovePage)
        assert page.elsewhere.save.hasFocus()
        press(Qt.Key.Key_Space)
        shown = page.elsewhere.code
        assert shown.code is not None
        code = shown.code.text()
        tab_to("I have it")
        press(Qt.Key.Key_Space)
        for place in tuple(shown.fields):
            type_in(code.split("-")[place])
            press(Qt.Key.Key_Tab)
        tab_to("Check")
        press(Qt.Key.Key_Space)
        assert "That is the code. Keep it apart from the copy." in words(page.notice)
        tab_to("Back to the settings")
        press(Qt.Key.Key_Space)
        assert front.window.page_stack.currentWidget() is not page
    return file, code


def test_a_journal_moves_by_one_file_and_by_keyboard(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    file, code = saved_on_the_old_one(monkeypatch, tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(file), ""))
    with computer(tmp_path / "new", country="") as front:
        tab_to("Move a journal here")
        press(Qt.Key.Key_Space)
        moving = front.window.flows.welcome.moving
        assert moving is not None
        type_in("ABCD")
        press(Qt.Key.Key_Return)
        assert moving.copy.field is not None
        assert "7 groups of 4" in moving.copy.field.sentence
        type_in(code.lower())
        press(Qt.Key.Key_Return)
        assert any("36 check-ins" in one for one in words(moving))
        assert moving.copy.put_back.hasFocus()
        press(Qt.Key.Key_Space)
        said = "Put back. There was nothing here before."
        qtbot.waitUntil(lambda: front.window.notice.accessibleName() == said)
        assert front.window.page_stack.isVisible()  # no first run any more
        front.window.go_to("journal")


def test_a_file_need_not_be_chosen_and_a_move_can_be_left(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.symptrack"
    broken.write_bytes(b"no copy")
    chosen = ["", str(broken)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (chosen.pop(0), ""))
    with computer(tmp_path / "new", country="") as front:
        page = front.window.flows.welcome
        page.move_in.click()
        assert not page.findChildren(MoveIn)
        page.move_in.click()
        (moving,) = page.findChildren(MoveIn)
        moving.refused.emit("This is not a copy that Symptrack made.")
        assert page.notice.accessibleName() == "This is not a copy that Symptrack made."
        tab_to("Back")
        press(Qt.Key.Key_Space)
        assert page.moving is None
        assert page.main.hasFocus()
