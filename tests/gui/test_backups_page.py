"""The page of the backups: made at a press, a copy elsewhere with its code, one looked into."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from symptrack.gui.pages.backups import BackupsPage
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.backups import BackupsPresenter
from symptrack.storage.backup_files import backups_in
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import with_passphrase
from symptrack.storage.store import Store
from tests.builders import make_check_in
from tests.gui.asked_page import rest
from tests.gui.conftest import Shown
from tests.gui.opened_window import button, words
from tests.journals import first_series
from tests.opened import SetClock, open_store
from tests.storage.protected import PASSPHRASE, protect


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "journal", SetClock("2026-11-22 12:00"), first_series()) as opened:
        opened.backups.make()
        opened.add(make_check_in("2026-11-22 08:00"))
        yield opened


@pytest.fixture
def page(shown: Shown, theme: ThemeSource, store: Store) -> BackupsPage:
    made = shown(BackupsPage(BackupsPresenter(store, store.now), theme), 1048, 780)
    made.refresh()
    rest()
    return made


def press(target: QAbstractButton) -> None:
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    rest()


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(path), ""))


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(path), ""))


def test_the_age_of_the_last_backup_and_what_each_holds_are_shown(page: BackupsPage) -> None:
    said = words(page)
    assert "Last backup: today, 12:00." in said
    assert any(one.startswith("It holds 1 series, 6 sessions, 36 check-ins") for one in said)
    assert len(page.rows) == 1


def test_a_press_makes_a_backup(page: BackupsPage, store: Store) -> None:
    press(page.now)
    assert len(backups_in(store.paths.backups)) == 2
    assert len(page.rows) == 2
    assert page.now.isEnabled()


def test_a_backup_that_cannot_be_made_is_said(
    page: BackupsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", no_room)
    press(page.now)
    assert any("no room left where the journal lies" in one for one in words(page.notice))
    assert any("could not be made" in one for one in words(page))


def test_a_copy_elsewhere_shows_its_code_until_it_is_typed_back(
    page: BackupsPage, store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_as(monkeypatch, tmp_path / "mine.symptrack")
    press(page.elsewhere.save)
    shown = page.elsewhere.code
    assert shown.code is not None
    code = shown.code.text()
    lines = BackupsPresenter(store, store.now).preview(tmp_path / "mine.symptrack", code).lines
    assert "37 check-ins" in lines[0]
    assert shown.print.hasFocus()
    press(button(page, "I have it"))
    assert code not in words(page)
    for place, field in shown.fields.items():
        QTest.keyClicks(field.editor, code.split("-")[place].lower())
    press(button(page, "Check"))
    assert words(page.notice) == ["That is the code. Keep it apart from the copy."]
    assert page.elsewhere.save.hasFocus()


def test_a_copy_of_a_protected_journal_needs_no_code_of_its_own(
    shown: Shown, theme: ThemeSource, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    clock, paths = SetClock("2026-11-22 12:00"), JournalPaths(tmp_path / "symptrack.db")
    open_store(tmp_path, clock, first_series()).close()
    protect(paths, clock.now)
    with Store.open(paths, now=clock.now, opener=with_passphrase(PASSPHRASE)) as store:
        page = shown(BackupsPage(BackupsPresenter(store, clock.now), theme), 1048, 780)
        save_as(monkeypatch, tmp_path / "mine.symptrack")
        press(page.elsewhere.save)
        assert page.elsewhere.code.code is None
        (said,) = words(page.notice)
        assert said.endswith("Your passphrase or your recovery code opens it.")
        lines = BackupsPresenter(store, clock.now).preview(tmp_path / "mine.symptrack").lines
        assert "36 check-ins" in lines[0]


def test_leaving_the_dialogs_changes_nothing(
    page: BackupsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_as(monkeypatch, "")
    choose(monkeypatch, "")
    press(page.elsewhere.save)
    press(page.choose)
    assert not page.copy.isVisible()
    save_as(monkeypatch, tmp_path / "mine.symptrack")
    press(page.elsewhere.save)
    save_as(monkeypatch, "")
    press(page.elsewhere.code.save)
    assert page.elsewhere.code.code is not None


def test_a_code_that_cannot_be_saved_stays_shown(
    page: BackupsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_as(monkeypatch, tmp_path / "mine.symptrack")
    press(page.elsewhere.save)
    save_as(monkeypatch, tmp_path / "none" / "code.txt")
    press(page.elsewhere.code.save)
    assert any("There is no folder" in one for one in words(page.notice))
    assert page.elsewhere.code.code is not None


def test_a_backup_is_looked_into_before_it_is_put_back(
    page: BackupsPage, store: Store, qtbot: QtBot
) -> None:
    press(page.rows[0])
    assert "Not in the copy, so out of the journal then: 1 check-in." in words(page.copy)
    assert page.copy.leave.hasFocus()
    with qtbot.waitSignal(page.restore_requested) as wanted:
        press(page.copy.put_back)
    assert wanted.args == [backups_in(store.paths.backups)[0].path, ""]


def test_what_is_no_copy_is_said(
    page: BackupsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "other.db").write_bytes(b"torn")
    choose(monkeypatch, tmp_path / "other.db")
    press(page.choose)
    assert any("is not a copy of this journal" in one for one in words(page.notice))


def test_a_backup_that_cannot_be_opened_is_no_choice(page: BackupsPage, store: Store) -> None:
    backups_in(store.paths.backups)[0].path.write_bytes(b"")
    page.refresh()
    rest()
    assert page.rows == []
    assert "It cannot be opened; it stays as it is." in words(page)


def test_without_backups_that_is_said(
    shown: Shown, theme: ThemeSource, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_store(tmp_path / "empty", SetClock("2026-11-22 12:00"), None) as store:
        page = shown(BackupsPage(BackupsPresenter(store, store.now), theme), 1048, 780)
        page.refresh()
        rest()
        assert "There is none yet." in words(page)
        with qtbot.waitSignal(page.page_requested):
            press(page.back)
