"""Saving a chart: the kind of file, the label, and where to."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from symptrack.gui.dialogs import save_picture
from symptrack.gui.dialogs.save_picture import PictureChoice, SavePictureDialog
from symptrack.gui.theme import ThemeSource


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def _answer(chosen: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer the system's file dialog; returns the file names it was proposed."""
    proposed: list[str] = []

    def ask(_parent: QWidget, _caption: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return chosen, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return proposed


def _press(kind: int, *, label: bool, accept: bool) -> None:
    """Press the dialog's buttons once it is open."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SavePictureDialog)
        dialog.kinds.buttons[kind].click()
        if label:
            dialog.with_label.click()
        dialog.save.click() if accept else dialog.reject()

    QTimer.singleShot(0, press)


def test_the_label_is_left_out_unless_it_is_ticked(
    theme: ThemeSource, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed = _answer("/folder/chart.png", monkeypatch)
    _press(0, label=False, accept=True)
    choice = save_picture.ask(theme, "J. M.", lambda ending: f"name.{ending}", parent)
    assert choice == PictureChoice(Path("/folder/chart.png"), with_label=False)
    assert proposed == ["name.png"]


def test_the_kind_of_file_gives_the_ending_where_none_was_typed(
    theme: ThemeSource, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answer("/folder/my chart", monkeypatch)
    _press(2, label=True, accept=True)
    choice = save_picture.ask(theme, "J. M.", lambda ending: f"name.{ending}", parent)
    assert choice == PictureChoice(Path("/folder/my chart.pdf"), with_label=True, replaces=False)


def test_cancelling_either_dialog_saves_nothing(
    theme: ThemeSource, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed = _answer("", monkeypatch)
    _press(0, label=False, accept=False)
    assert save_picture.ask(theme, "", lambda ending: f"name.{ending}", parent) is None
    assert proposed == []
    _press(1, label=False, accept=True)
    assert save_picture.ask(theme, "", lambda ending: f"name.{ending}", parent) is None
    assert proposed == ["name.svg"]


def test_without_a_label_there_is_nothing_to_tick(theme: ThemeSource, qtbot: QtBot) -> None:
    dialog = SavePictureDialog(theme, "")
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.with_label.isVisible()
    assert dialog.ending == "png"
