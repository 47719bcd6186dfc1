"""Any copy that a patient points at is looked at, and restored, by one door."""

from pathlib import Path

import pytest

from symptrack.domain.errors import RefusedFile, RefusedRequest
from symptrack.domain.journal import Kind
from symptrack.storage.backup_files import Backup
from symptrack.storage.copies import content_of, needs_code, restore_copy
from symptrack.storage.elsewhere import copy_for_elsewhere
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.recovery_code import new_code
from symptrack.storage.store import Store
from tests.builders import make_check_in
from tests.storage.conftest import Clock
from tests.storage.journal_folder import contents
from tests.storage.later_version import at_a_later_version


@pytest.fixture
def backup(store: Store) -> Backup:
    """Make a backup of a closed journal that holds one check-in."""
    store.add(make_check_in())
    backup = store.backups.make()
    store.close()
    return backup


def test_a_backup_is_looked_at_and_nothing_changes(paths: JournalPaths, backup: Backup) -> None:
    before = contents(paths)
    content = content_of(paths, backup.path)
    assert content.holding.counts == {Kind.CHECK_INS: 1}
    assert len(content.journal.check_ins) == 1
    assert contents(paths) == before


def test_a_backup_opens_by_the_journals_key_where_it_was_carried_off_without_its_own(
    paths: JournalPaths, backup: Backup, tmp_path: Path
) -> None:
    carried = backup.path.rename(tmp_path / "carried.db")
    assert content_of(paths, carried).holding.counts == {Kind.CHECK_INS: 1}


def test_only_a_copy_from_elsewhere_needs_a_code() -> None:
    assert needs_code(Path("mine.Symptrack"))
    assert not needs_code(Path("000001_2026-11-22T101500Z_v3.db"))


def test_a_copy_from_elsewhere_is_looked_at_and_restored_with_its_code(
    paths: JournalPaths, now: Clock, tmp_path: Path
) -> None:
    code, file = new_code(), tmp_path / "mine.symptrack"
    with Store.open(paths, now=now, create=True) as store:
        store.add(make_check_in())
        file.write_bytes(copy_for_elsewhere(store, code))
    other = JournalPaths(tmp_path / "other" / "other.db")
    assert content_of(other, file, code).holding.counts == {Kind.CHECK_INS: 1}
    with pytest.raises(RefusedRequest):
        content_of(other, file, new_code())
    restore_copy(other, file, code, now=now)
    with Store.open(other, now=now) as there:
        assert len(there.load().check_ins) == 1


def test_a_backup_of_a_later_version_says_what_is_needed(
    paths: JournalPaths, backup: Backup, now: Clock
) -> None:
    with at_a_later_version(), Store.open(paths, now=now) as newer:
        later = newer.backups.make()
    with pytest.raises(RefusedFile, match="later version of Symptrack"):
        restore_copy(paths, later.path, now=now)


@pytest.mark.parametrize("content", [b"", b"x" * 9_000])
def test_what_is_no_copy_is_refused(
    paths: JournalPaths, backup: Backup, now: Clock, content: bytes
) -> None:
    backup.path.write_bytes(content)
    before = contents(paths)
    with pytest.raises(RefusedFile, match="not a copy of this journal"):
        restore_copy(paths, backup.path, now=now)
    assert contents(paths) == before


def test_what_is_not_there_is_refused(paths: JournalPaths, now: Clock, tmp_path: Path) -> None:
    for path in (tmp_path / "none.db", tmp_path):
        with pytest.raises(RefusedFile, match="cannot be read"):
            restore_copy(paths, path, now=now)
