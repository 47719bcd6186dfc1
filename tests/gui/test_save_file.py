"""Where a file dialog begins: among the documents, then where the last file went."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from symptrack.gui.dialogs import save_file, save_report
from symptrack.gui.dialogs.save_file import SaveFolder
from tests.gui.conftest import Shown

Ask = Callable[[str], str]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home with documents in it, in a run that has saved nothing yet."""
    (tmp_path / "documents").mkdir()
    places = {
        QStandardPaths.StandardLocation.DocumentsLocation: str(tmp_path / "documents"),
        QStandardPaths.StandardLocation.HomeLocation: str(tmp_path),
    }
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda location: places[location])
    monkeypatch.setattr(save_file, "_FOLDER", SaveFolder())
    return tmp_path


@pytest.fixture
def ask(home: Path, shown: Shown, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Return what asks, answers with a path below the home or nothing, and returns the proposal."""
    parent = shown(QWidget())

    def asked(answer: str) -> str:
        proposed: list[Path] = []

        def choose(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
            proposed.append(Path(name))
            return str(home / answer) if answer else "", ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
        chosen = save_report.ask(parent, "report.pdf")
        assert chosen == (home / answer if answer else None)
        return proposed[0].relative_to(home).as_posix()

    return asked


def test_the_first_file_is_proposed_among_the_documents(ask: Ask) -> None:
    assert ask("") == "documents/report.pdf"


def test_the_next_one_is_proposed_where_the_last_one_went(ask: Ask, home: Path) -> None:
    (home / "clinic").mkdir()
    ask("clinic/mine.pdf")
    assert ask("") == "clinic/report.pdf"
    assert ask("") == "clinic/report.pdf"


def test_a_folder_that_has_gone_gives_way_to_the_documents(ask: Ask, home: Path) -> None:
    (home / "stick").mkdir()
    ask("stick/mine.pdf")
    (home / "stick").rmdir()
    assert ask("") == "documents/report.pdf"


def test_without_a_folder_for_documents_the_home_is_taken(ask: Ask, home: Path) -> None:
    (home / "documents").rmdir()
    assert ask("") == "report.pdf"
