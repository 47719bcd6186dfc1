"""The foot of Today says how old the last backup is, and leads to the backups where one failed."""

import shutil

import pytest

from symptrack.domain.errors import JournalUnavailable
from symptrack.gui.pages.backups import BackupsPage
from tests.builders import make_check_in, make_journal
from tests.gui.opened_window import OpenedWindow, button, words

NOON = "2026-09-01 12:00"


def test_the_age_of_the_last_backup_stands_at_the_foot(window: OpenedWindow) -> None:
    window.open(make_journal(check_ins=[make_check_in()]), NOON)
    window.store.backups.make()
    window.qtbot.waitUntil(lambda: window.today._at_rest)
    assert "Last backup: today, 12:00." in words(window.today)
    assert window.today.footer.warning.isHidden()


def test_a_backup_that_failed_is_said_until_one_is_made(window: OpenedWindow) -> None:
    window.open(make_journal(check_ins=[make_check_in()]), NOON)
    folder = window.store.paths.backups
    shutil.rmtree(folder)
    folder.write_bytes(b"in the way")
    window.qtbot.waitUntil(lambda: window.today._at_rest)
    with pytest.raises(JournalUnavailable):
        window.store.backups.make()
    window.main.look_again()
    said = "The last backup could not be made: the disk did not take it. There is none yet."
    assert said in words(window.today)
    assert window.today.footer.warning.accessibleName() == said
    window.rest()
    window.press(button(window.today, "Show the backups"))
    window.qtbot.waitUntil(lambda: isinstance(window.main.page_stack.currentWidget(), BackupsPage))
    folder.unlink()
    window.store.backups.make()
    window.main.go_to("today")
    assert window.today.footer.warning.isHidden()
    assert "Last backup: today, 12:00." in words(window.today)
