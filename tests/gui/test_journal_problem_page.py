"""The recovery screen: back to a good backup with one press, or to a copy kept elsewhere."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from symptrack.domain.errors import JournalDamaged, JournalInUse
from symptrack.gui.pages.journal_problem import JournalProblemPage
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.journal_problem import Recovery, problem_view
from symptrack.storage.backup_files import backups_in
from symptrack.storage.elsewhere import copy_for_elsewhere
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.recovery_code import new_code
from symptrack.storage.store import Store
from tests.builders import at, make_check_in
from tests.gui.asked_page import rest
from tests.gui.conftest import Shown
from tests.gui.opened_window import button, words
from tests.journals import first_series

DAMAGED = JournalDamaged("Part of the journal cannot be read; nothing was deleted or changed.")
CODE = new_code()
NOW = at("2026-11-22 12:00")


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Return a journal with three backups and a copy elsewhere."""
    path = tmp_path / "symptrack.db"
    with Store.open(JournalPaths(path), now=lambda: NOW, create=True) as store:
        store.merge(first_series())
        for day in range(3):
            store.backups.make()
            store.add(make_check_in(f"2026-10-1{day} 08:00"))
        (tmp_path / "mine.symptrack").write_bytes(copy_for_elsewhere(store, CODE))
    return path


Make = Callable[..., JournalProblemPage]


@pytest.fixture
def make(shown: Shown, theme: ThemeSource, journal: Path) -> Make:
    def made(error: JournalDamaged | JournalInUse = DAMAGED) -> JournalProblemPage:
        recovery = Recovery(journal, lambda: NOW)
        page = JournalProblemPage(theme, problem_view(error, recovery), recovery.preview)
        return shown(page, 1280, 780)

    return made


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(path), ""))


def test_the_newest_backup_is_the_first_way_and_one_press(
    make: Make, qtbot: QtBot, journal: Path
) -> None:
    page = make()
    assert page.first.text() == "Open backup"
    assert page.first.accessibleName() == "Open backup"
    said = page.first.accessibleDescription()
    assert said.startswith("Open the backup from today, 12:00. ")
    assert "It holds 1 series, 6 sessions, 38 check-ins" in page.first.accessibleDescription()
    assert any("There is a backup from today, 12:00" in said for said in words(page))
    with qtbot.waitSignal(page.restore_requested) as wanted:
        QTest.mouseClick(page.first, Qt.MouseButton.LeftButton)
    assert wanted.args == [backups_in(JournalPaths(journal).backups)[0].path, ""]


def test_older_backups_are_shown_when_asked_for(make: Make, qtbot: QtBot, journal: Path) -> None:
    page = make()
    assert not page.backups[1].isVisible()
    QTest.mouseClick(page.older, Qt.MouseButton.LeftButton)
    assert page.backups[1].hasFocus()
    assert [one.isVisible() for one in page.backups] == [True, True, True]
    with qtbot.waitSignal(page.restore_requested) as wanted:
        QTest.keyClick(page.backups[2], Qt.Key.Key_Return)
    assert wanted.args == [backups_in(JournalPaths(journal).backups)[2].path, ""]


def test_where_no_backup_helps_trying_again_is_the_first_way(make: Make) -> None:
    page = make(JournalInUse("It is open."))
    assert page.backups == []
    assert page.first is page.again


def test_a_copy_kept_elsewhere_is_opened_by_its_code(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, journal: Path
) -> None:
    file = journal.parent / "mine.symptrack"
    choose(monkeypatch, file)
    page = make()
    QTest.mouseClick(page.other, Qt.MouseButton.LeftButton)
    assert page.copy.field is not None
    typed = page.copy.field.editor.field  # type: ignore[attr-defined]  # a line with a button
    assert typed.hasFocus()
    QTest.keyClicks(typed, "ABCD")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    rest()
    assert "7 groups of 4" in page.copy.field.sentence
    typed.setText(CODE.lower())
    QTest.mouseClick(page.copy.look, Qt.MouseButton.LeftButton)
    rest()
    assert any("39 check-ins" in said for said in words(page.copy))
    with qtbot.waitSignal(page.restore_requested) as wanted:
        QTest.mouseClick(page.copy.put_back, Qt.MouseButton.LeftButton)
    assert wanted.args == [file, CODE.lower()]


def test_what_was_looked_at_can_be_left(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, journal: Path
) -> None:
    choose(monkeypatch, journal.parent / "mine.symptrack")
    page = make()
    QTest.mouseClick(page.other, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.copy.left):
        QTest.mouseClick(button(page.copy, "Leave it as it is"), Qt.MouseButton.LeftButton)
    assert not page.copy.isVisible()


def test_a_file_that_is_no_copy_is_said_on_the_page(
    make: Make, monkeypatch: pytest.MonkeyPatch, journal: Path
) -> None:
    file = journal.parent / "mine.symptrack"
    file.write_bytes(b"torn")
    choose(monkeypatch, file)
    page = make()
    QTest.mouseClick(page.other, Qt.MouseButton.LeftButton)
    assert page.copy.field is not None
    page.copy.field.editor.field.setText(CODE)  # type: ignore[attr-defined]
    QTest.mouseClick(page.copy.look, Qt.MouseButton.LeftButton)
    rest()
    assert any("not a copy that Symptrack made" in said for said in words(page.notice))


def test_another_journal_is_opened_as_it_is(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = make()
    choose(monkeypatch, tmp_path / "other.db")
    with qtbot.waitSignal(page.other_chosen) as wanted:
        QTest.mouseClick(page.other, Qt.MouseButton.LeftButton)
    assert wanted.args == [tmp_path / "other.db"]


def test_what_did_not_work_is_said(make: Make) -> None:
    page = make()
    page.say("There is no room left.")
    assert "There is no room left." in words(page.notice)


def test_without_a_preview_a_copy_is_handed_on(
    shown: Shown, theme: ThemeSource, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(JournalProblemPage(theme, problem_view(DAMAGED)), 1280, 780)
    choose(monkeypatch, Path("mine.symptrack"))
    with qtbot.waitSignal(page.other_chosen):
        QTest.mouseClick(page.other, Qt.MouseButton.LeftButton)
