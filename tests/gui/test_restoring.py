"""Putting a copy back in the window, and the backups that are made by themselves."""

import errno
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from symptrack.domain.journal import Kind
from symptrack.gui.front import Front
from symptrack.gui.pages.backups import BackupsPage
from symptrack.gui.pages.journal_problem import JournalProblemPage
from symptrack.gui.pages.settings import SettingsPage
from symptrack.storage.backup_files import backups_in
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import ZONE
from tests.gui.asked_page import rest
from tests.gui.opened_window import words
from tests.journals import first_series
from tests.whole_app import NAME, whole_app

pytestmark = pytest.mark.usefixtures("qapp")
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=ZoneInfo(ZONE))


@pytest.fixture
def paths(tmp_path: Path) -> JournalPaths:
    """Return a journal with a backup that holds one check-in more than it does now."""
    paths = JournalPaths(tmp_path / "journal" / NAME)
    paths.database.parent.mkdir()
    with Store.open(paths, now=lambda: NOW, create=True) as store:
        store.merge(first_series())
        store.backups.make()
        store.delete(Kind.CHECK_INS, store.load().check_ins[-1].id)
    return paths


@pytest.fixture
def front(paths: JournalPaths) -> Iterator[Front]:
    with whole_app(paths.database.parent, NOW, ZONE) as opened:
        yield opened


def recorded(paths: JournalPaths) -> int:
    """Return how many check-ins the journal holds, once the window has let go of it."""
    with Store.open(paths, now=lambda: NOW) as store:
        return len(store.load().check_ins)


def newest(paths: JournalPaths) -> Path:
    """Return the newest backup."""
    return backups_in(paths.backups)[0].path


def test_a_backup_is_put_back_from_its_page_and_opened(front: Front, paths: JournalPaths) -> None:
    front.window.go_to("settings")
    settings = front.window.page_stack.currentWidget()
    assert isinstance(settings, SettingsPage)
    settings.backups.open.click()
    page = front.window.page_stack.currentWidget()
    assert isinstance(page, BackupsPage)
    rest()
    page.restore_requested.emit(newest(paths), "")
    assert not front.window.isEnabled()
    rest()
    assert front.window.isEnabled()
    assert front.window.today.isVisible()
    assert len(words(front.window.notice)) > 0
    front.window.close()
    front._let_go()
    assert recorded(paths) == len(first_series().check_ins)


def test_a_copy_that_cannot_be_put_back_leaves_the_journal_open(
    front: Front, paths: JournalPaths, tmp_path: Path
) -> None:
    broken = tmp_path / "copy.db"
    broken.write_bytes(b"no copy")
    front.window.go_to("backups")
    rest()
    front.restore(broken, "")
    rest()
    assert front.window.isEnabled()
    assert front.window.today.isVisible()
    assert len(words(front.window.notice)) > 0
    front.window.close()
    front._let_go()
    assert recorded(paths) == len(first_series().check_ins) - 1


def test_a_damaged_journal_is_made_good_with_one_press(paths: JournalPaths) -> None:
    paths.database.write_bytes(os.urandom(paths.database.stat().st_size))
    with whole_app(paths.database.parent, NOW, ZONE) as front:
        page = front.window.stack.currentWidget()
        assert isinstance(page, JournalProblemPage)
        page.backups[0].click()
        rest()
        assert front.window.today.isVisible()
        assert not front.window.shows_problem
    assert recorded(paths) == len(first_series().check_ins)


def test_a_copy_that_does_not_help_is_said_on_the_page_of_the_problem(
    paths: JournalPaths, tmp_path: Path
) -> None:
    paths.database.write_bytes(b"damaged" * 100)
    broken = tmp_path / "copy.db"
    broken.write_bytes(b"no copy")
    with whole_app(paths.database.parent, NOW, ZONE) as front:
        page = front.window.stack.currentWidget()
        assert isinstance(page, JournalProblemPage)
        front.restore(broken, "")
        rest()
        assert front.window.stack.currentWidget() is page
        assert len(words(page.notice)) > 0


def test_a_minute_after_a_change_there_is_a_backup(front: Front, paths: JournalPaths) -> None:
    for one in backups_in(paths.backups):
        one.path.unlink()
    front.window.look_again()
    rest()
    assert len(backups_in(paths.backups)) == 1


def test_a_backup_that_fails_is_said_once(
    front: Front, paths: JournalPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one in backups_in(paths.backups):
        one.path.unlink()

    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "fsync", full)
    front.window.look_again()
    rest()
    assert any("room" in text for text in words(front.window.notice))
    front.window.notice.still()
    front.window.look_again()
    rest()
    assert front.window.notice.isHidden()
