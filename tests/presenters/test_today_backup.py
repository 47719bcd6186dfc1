"""How Today speaks of the backups: quietly, and plainly where one is missing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from symptrack.presenters.backups import BackupLine
from tests.builders import make_check_in, make_journal
from tests.presenters.today_journal import OpenedToday

NOON = "2026-09-01 12:00"


@pytest.fixture
def today(tmp_path: Path) -> Iterator[OpenedToday]:
    made = OpenedToday(tmp_path)
    yield made
    made.close()


def test_an_empty_journal_misses_no_backup(today: OpenedToday) -> None:
    presenter = today(make_journal(), NOON)
    today.clock.set("2026-09-03 12:00")
    words = "No backup yet; the first is made with the first entry."
    assert presenter.backup_line() == BackupLine(words, False)


def test_a_good_backup_is_told_by_its_age(today: OpenedToday) -> None:
    presenter = today(make_journal(check_ins=[make_check_in()]), NOON)
    today.store.backups.make()
    today.clock.set("2026-09-02 12:00")
    assert presenter.backup_line() == BackupLine("Last backup: yesterday, 12:00.", False)


def test_one_that_should_have_been_made_by_now_is_missed(today: OpenedToday) -> None:
    presenter = today(make_journal(check_ins=[make_check_in()]), NOON)
    words = "No backup yet; the first is made in a moment."
    assert presenter.backup_line() == BackupLine(words, False)
    today.clock.set("2026-09-01 12:04")
    assert not presenter.backup_line().attention
    today.clock.set("2026-09-01 12:05")
    assert presenter.backup_line() == BackupLine("There is no backup of your journal yet.", True)
    today.store.backups.make()
    assert presenter.backup_line() == BackupLine("Last backup: today, 12:05.", False)


def test_an_old_one_that_lacks_what_came_later_is_said_plainly(today: OpenedToday) -> None:
    presenter = today(make_journal(check_ins=[make_check_in()]), NOON)
    today.store.backups.make()
    today.store.add(make_check_in())
    today.clock.set("2026-09-12 12:00")
    assert not presenter.backup_line().attention  # it is made within a minute
    today.clock.set("2026-09-12 12:10")
    assert presenter.backup_line() == BackupLine(
        "Last backup: 1 Sep, 12:00. What you entered since then is in no backup yet.", True
    )
