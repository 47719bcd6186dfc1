"""What is said when the journal cannot be opened."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from symptrack.domain.errors import (
    DiskFull,
    EncryptionUnavailable,
    JournalDamaged,
    JournalInUse,
    JournalMissing,
    JournalReadOnly,
    JournalTooNew,
    JournalUnavailable,
    KeyMissing,
    RefusedFile,
)
from symptrack.presenters.journal_problem import MOST_OFFERS, Recovery, problem_view
from symptrack.storage.backup_files import backups_in
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import at, make_check_in


@pytest.mark.parametrize(
    ("kind", "title", "first_step"),
    [
        (JournalInUse, "Your journal is open already", "Close the other Symptrack window"),
        (JournalTooNew, "Your journal needs a newer Symptrack", "Install the newer version"),
        (KeyMissing, "The key to your journal is missing", "Put the file that ends in .keys.json"),
        (JournalReadOnly, "Your journal cannot be written to", "Allow your user to write"),
        (DiskFull, "There is no room left on the disk", "Make some room on the disk"),
        (JournalDamaged, "Your journal could not be opened", "If the journal is on a stick"),
        (EncryptionUnavailable, "Your journal could not be opened", "Install Symptrack again"),
        (JournalMissing, "Your journal could not be opened", "If the journal is on a stick"),
    ],
)
def test_each_problem_says_what_happened_and_what_to_do(
    kind: type[JournalUnavailable], title: str, first_step: str
) -> None:
    view = problem_view(kind("One plain sentence."))
    assert view.title == title
    assert view.sentence == "One plain sentence."
    assert view.safe == "Nothing has been deleted or changed."
    assert view.again.startswith(first_step)
    assert view.offers == ()


def now() -> datetime:
    return at("2026-11-22 12:00")


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Return a journal with six backups, the first of which is empty."""
    path = tmp_path / "symptrack.db"
    clock = [at("2026-11-21 18:02")]
    with Store.open(JournalPaths(path), now=lambda: clock[0], create=True) as store:
        store.backups.make()
        for day in range(5):
            store.add(make_check_in(f"2026-11-1{day} 08:00"))
            store.backups.make()
    return path


def test_a_damaged_journal_offers_the_newest_good_backups(journal: Path) -> None:
    newest, *_others = backups_in(JournalPaths(journal).backups)
    newest.path.write_bytes(b"torn")
    journal.write_bytes(b"torn")
    view = problem_view(JournalDamaged("It is damaged."), Recovery(journal, now))
    assert len(view.offers) == MOST_OFFERS
    assert view.offers[0].title == "Open the backup from yesterday, 18:02"
    assert view.offers[0].words == "It holds 4 check-ins; the newest entry: 13 Nov, 08:00."
    assert view.safe == (
        "Nothing has been deleted or changed. There is a backup from yesterday, 18:02."
    )


def test_an_empty_backup_is_no_offer(journal: Path) -> None:
    for backup in backups_in(JournalPaths(journal).backups)[:-1]:
        backup.path.unlink()
    assert problem_view(JournalDamaged("It."), Recovery(journal, now)).offers == ()


@pytest.mark.parametrize("kind", [JournalInUse, JournalTooNew, JournalReadOnly, DiskFull])
def test_what_no_backup_helps_against_offers_none(
    journal: Path, kind: type[JournalUnavailable]
) -> None:
    assert problem_view(kind("It."), Recovery(journal, now)).offers == ()


def lose(journal: Path) -> None:
    journal.unlink()


def lose_every_key(journal: Path) -> None:
    paths = JournalPaths(journal)
    for file in (paths.keys, paths.keys_copy, *paths.backups.glob("0*.json")):
        file.unlink()


def make_plain(journal: Path) -> None:
    journal.write_bytes(b"SQLite format 3\0" + bytes(4_080))


def tear(journal: Path) -> None:
    journal.write_bytes(journal.read_bytes()[:20_000])


@pytest.mark.parametrize("harm", [lose, make_plain, tear])
def test_one_press_brings_the_journal_back(journal: Path, harm: Callable[[Path], None]) -> None:
    harm(journal)
    with pytest.raises(JournalUnavailable) as met:
        Store.open(JournalPaths(journal), now=now, create=True)
    recovery = Recovery(journal, now)
    first = problem_view(met.value, recovery).offers[0]
    recovery.restore(first.path)
    with Store.open(JournalPaths(journal), now=now) as store:
        assert len(store.load().check_ins) == 5


def test_where_every_key_is_lost_there_is_no_offer_that_would_not_open(journal: Path) -> None:
    lose_every_key(journal)
    with pytest.raises(KeyMissing) as met:
        Store.open(JournalPaths(journal), now=now)
    assert problem_view(met.value, Recovery(journal, now)).offers == ()


def test_a_copy_is_looked_at_before_it_is_put_back(journal: Path, tmp_path: Path) -> None:
    newest = backups_in(JournalPaths(journal).backups)[0]
    carried = Path(shutil.copyfile(newest.path, tmp_path / "carried.db"))
    recovery = Recovery(journal, now)
    assert recovery.preview(carried).lines == (
        "It holds 5 check-ins; the newest entry: 14 Nov, 08:00.",
    )
    carried.write_bytes(b"torn")
    with pytest.raises(RefusedFile):
        recovery.preview(carried)
