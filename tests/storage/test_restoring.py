"""Putting a copy back: whole, undone by another one, and never at the cost of what is there."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from symptrack.domain.errors import (
    DiskFull,
    JournalDamaged,
    JournalInUse,
    JournalTooNew,
    JournalUnavailable,
)
from symptrack.domain.patient import Patient
from symptrack.storage.backup_files import Backup, backups_in
from symptrack.storage.backups import listed
from symptrack.storage.copying import opened_copy
from symptrack.storage.data_key import new_key
from symptrack.storage.held_key import readable_key
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import read_keys, write_held
from symptrack.storage.reading import journal_in
from symptrack.storage.restoring import restore_backup
from symptrack.storage.store import Store
from tests.builders import make_check_in
from tests.journals import first_series
from tests.readable_keys import key_of
from tests.storage.hand_clock import Hands
from tests.storage.journal_folder import connection_of, contents
from tests.storage.later_version import at_a_later_version
from tests.strategies import unordered


@pytest.fixture
def backed_up(paths: JournalPaths, hands: Hands) -> Backup:
    """Make a backup of the first series in a journal that then got one check-in more."""
    with Store.open(paths, now=hands, create=True) as store:
        store.merge(first_series())
        backup = store.backups.make()
        store.add(make_check_in("2026-11-21 08:00"))
    return backup


def check_ins(paths: JournalPaths, hands: Hands) -> int:
    with Store.open(paths, now=hands) as store:
        assert store.check(full=True) == []
        return len(store.load().check_ins)


def test_a_restored_journal_is_what_the_backup_holds(
    paths: JournalPaths, backed_up: Backup, hands: Hands
) -> None:
    restored = restore_backup(paths, backed_up, now=hands)
    with opened_copy(backed_up.path, (key_of(paths),), paths) as (db, _key):
        assert unordered(journal_in(db)) == unordered(first_series())
    with Store.open(paths, now=hands) as store:
        assert unordered(store.load()) == unordered(first_series())
        assert store.check(full=True) == []
    assert restored.aside is None
    assert not paths.damaged.exists()
    assert {path.name for path in paths.database.parent.iterdir()} == {
        "symptrack.db", "symptrack.keys.json", "symptrack.backups", "symptrack.lock",
    }  # fmt: skip
    assert paths.database.stat().st_mode & 0o077 == 0


def test_a_restore_is_undone_by_the_backup_it_made(
    paths: JournalPaths, backed_up: Backup, hands: Hands
) -> None:
    restored = restore_backup(paths, backed_up, now=hands)
    assert restored.undo is not None
    assert check_ins(paths, hands) == 36
    again = restore_backup(paths, restored.undo, now=hands)
    assert check_ins(paths, hands) == 37
    assert again.undo is not None
    restore_backup(paths, again.undo, now=hands)
    assert check_ins(paths, hands) == 36


def test_no_backup_goes_because_of_a_restore(
    paths: JournalPaths, backed_up: Backup, hands: Hands
) -> None:
    with Store.open(paths, now=hands) as store:
        for _each in range(9):
            store.backups.make()
    for _each in range(3):
        restore_backup(paths, backed_up, now=hands)
    assert [one.number for one in backups_in(paths.backups)] == list(range(13, 0, -1))


def test_an_open_journal_is_not_restored_over(
    paths: JournalPaths, backed_up: Backup, hands: Hands
) -> None:
    with Store.open(paths, now=hands) as store:
        with pytest.raises(JournalInUse):
            restore_backup(paths, backed_up, now=hands)
        assert len(store.load().check_ins) == 37


def test_an_empty_journal_leaves_no_backup_behind(
    paths: JournalPaths, backed_up: Backup, hands: Hands
) -> None:
    paths.database.unlink()
    backups = paths.backups.rename(paths.backups.with_name("elsewhere"))
    Store.open(paths, now=hands, create=True).close()
    (backup,) = backups_in(backups)
    restored = restore_backup(paths, backup, now=hands)
    assert restored.undo is None
    assert check_ins(paths, hands) == 36


def harm_nothing(paths: JournalPaths) -> None:
    pass


def tear(paths: JournalPaths) -> None:
    paths.database.write_bytes(paths.database.read_bytes()[:30_000])


def leave_a_stale_rollback(paths: JournalPaths) -> None:
    tear(paths)
    paths.rollback.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"x" * 4_000)


def make_plain(paths: JournalPaths) -> None:
    paths.database.write_bytes(b"SQLite format 3\0" + bytes(4_080))


def lose_the_keys(paths: JournalPaths) -> None:
    paths.keys.unlink()
    paths.keys_copy.write_bytes(b"")
    tear(paths)


def change_the_keys(paths: JournalPaths) -> None:
    write_held(paths.keys, readable_key(new_key()))
    paths.keys_copy.unlink()
    tear(paths)


HARM = [tear, leave_a_stale_rollback, make_plain, lose_the_keys, change_the_keys]


@pytest.mark.parametrize("harm", HARM)
def test_a_damaged_journal_lies_aside_as_it_was(
    paths: JournalPaths, backed_up: Backup, hands: Hands, harm: Callable[[JournalPaths], None]
) -> None:
    harm(paths)
    damaged = paths.database.read_bytes()
    rollback = paths.rollback.read_bytes() if paths.rollback.exists() else None
    keys = paths.keys.read_bytes() if paths.keys.exists() else None
    restored = restore_backup(paths, backed_up, now=hands)
    assert restored.undo is None
    assert restored.aside is not None
    assert restored.aside.name.startswith("2026-11-22T170000Z_")
    assert (restored.aside / "symptrack.db").read_bytes() == damaged
    if rollback is not None:
        assert (restored.aside / "symptrack.db-journal").read_bytes() == rollback
    if keys is not None:
        assert (restored.aside / "symptrack.keys.json").read_bytes() == keys
    assert not paths.rollback.exists()
    assert check_ins(paths, hands) == 36
    assert read_keys(paths).first == read_keys(paths).second
    assert all(one.holding is not None for one in listed(paths))


def test_a_lost_journal_comes_back(paths: JournalPaths, backed_up: Backup, hands: Hands) -> None:
    paths.database.unlink()
    restored = restore_backup(paths, backed_up, now=hands)
    assert (restored.undo, restored.aside) == (None, None)
    assert check_ins(paths, hands) == 36


def test_a_rollback_file_without_its_journal_is_not_taken_for_the_new_ones(
    paths: JournalPaths, backed_up: Backup, hands: Hands
) -> None:
    leave_a_stale_rollback(paths)
    paths.database.unlink()
    restored = restore_backup(paths, backed_up, now=hands)
    assert restored.aside is not None
    assert {path.name for path in restored.aside.iterdir()} == {
        "symptrack.db-journal", "symptrack.keys.json",
    }  # fmt: skip
    assert check_ins(paths, hands) == 36


def test_where_all_keys_are_lost_the_one_beside_the_backup_opens_both(
    paths: JournalPaths, backed_up: Backup, hands: Hands
) -> None:
    paths.keys.unlink()
    paths.keys_copy.unlink()
    assert check_ins(paths, hands) == 37  # no restore is needed
    paths.keys.write_bytes(b"")
    write_held(paths.keys_copy, readable_key(new_key()))
    assert check_ins(paths, hands) == 37


def test_a_backup_under_another_key_takes_the_journals(
    paths: JournalPaths, backed_up: Backup, hands: Hands, tmp_path: Path
) -> None:
    other = JournalPaths(tmp_path / "other" / "other.db")
    Store.open(other, now=hands, create=True).close()
    key = read_keys(other).first
    restore_backup(other, backed_up, now=hands)
    assert read_keys(other).first == read_keys(other).second == key
    assert check_ins(other, hands) == 36
    assert read_keys(paths).first != key


@pytest.mark.parametrize("content", [b"", b"x" * 50_000, b"SQLite format 3\0" + bytes(4_080)])
def test_a_backup_that_fails_a_check_is_not_restored(
    paths: JournalPaths, backed_up: Backup, hands: Hands, content: bytes
) -> None:
    backed_up.path.write_bytes(content)
    before = contents(paths)
    with pytest.raises(JournalUnavailable):
        restore_backup(paths, backed_up, now=hands)
    assert contents(paths) == before


def test_a_newer_journal_is_not_restored_over(
    paths: JournalPaths, backed_up: Backup, hands: Hands
) -> None:
    with at_a_later_version():
        Store.open(paths, now=hands).close()
    before = contents(paths)
    with pytest.raises(JournalTooNew):
        restore_backup(paths, backed_up, now=hands)
    assert contents(paths) == before


def test_an_older_backup_is_restored_in_the_present_shape(
    paths: JournalPaths, backed_up: Backup, hands: Hands
) -> None:
    with at_a_later_version():
        restore_backup(paths, backed_up, now=hands)
        with Store.open(paths, now=hands) as store:
            assert len(store.load().check_ins) == 36
            assert connection_of(store).execute("SELECT count(*) FROM later").fetchone() == (36,)


@pytest.mark.parametrize("harm", [harm_nothing, tear])
def test_on_a_full_disk_nothing_is_restored_and_nothing_lost(
    paths: JournalPaths,
    backed_up: Backup,
    hands: Hands,
    monkeypatch: pytest.MonkeyPatch,
    harm: Callable[[JournalPaths], None],
) -> None:
    harm(paths)
    before = {name: data for name, data in contents(paths).items() if "damaged" not in name}

    def no_room(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as trouble:
        trouble.setattr("os.fsync", no_room)
        with pytest.raises(DiskFull):
            restore_backup(paths, backed_up, now=hands)
    assert contents(paths) == before
    restore_backup(paths, backed_up, now=hands)
    assert check_ins(paths, hands) == 36


def test_where_files_cannot_have_two_names_the_damaged_one_is_copied(
    paths: JournalPaths, backed_up: Backup, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    tear(paths)
    damaged = paths.database.read_bytes()

    def no_links(*_args: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr("os.link", no_links)
    restored = restore_backup(paths, backed_up, now=hands)
    assert restored.aside is not None
    assert (restored.aside / "symptrack.db").read_bytes() == damaged


def test_damage_that_only_a_whole_copy_meets_is_kept_aside_too(
    paths: JournalPaths, backed_up: Backup, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    from symptrack.storage import restoring

    def damaged(*_args: object) -> Backup:
        raise JournalDamaged("met on the way")

    monkeypatch.setattr(restoring, "write_backup", damaged)
    restored = restore_backup(paths, backed_up, now=hands)
    assert restored.undo is None
    assert restored.aside is not None
    assert check_ins(JournalPaths(restored.aside / "symptrack.db"), hands) == 37
    assert check_ins(paths, hands) == 36


def test_a_crash_that_is_made_good_leaves_nothing_aside(
    paths: JournalPaths, backed_up: Backup, hands: Hands
) -> None:
    paths.rollback.write_bytes(b"")  # of a transaction that had not begun to write
    restored = restore_backup(paths, backed_up, now=hands)
    assert restored.aside is None
    assert restored.undo is not None
    assert list(paths.damaged.iterdir()) == []


def test_a_crash_is_still_known_after_a_restore_that_failed(
    paths: JournalPaths, backed_up: Backup, hands: Hands
) -> None:
    backed_up.path.write_bytes(b"")
    for left in (b"", b"open\n"):
        paths.lock.write_bytes(left)
        with pytest.raises(JournalUnavailable):
            restore_backup(paths, backed_up, now=hands)
        assert paths.lock.read_bytes() == left


def test_a_restore_keeps_what_the_patient_said_of_themselves(
    paths: JournalPaths, hands: Hands
) -> None:
    with Store.open(paths, now=hands, create=True) as store:
        store.save_patient(Patient(label="A."))
        store.save_draft("check-in", {"note": "typing"})
        backup = store.backups.make()
        store.discard_draft("check-in")
    shutil.rmtree(paths.damaged, ignore_errors=True)
    restore_backup(paths, backup, now=hands)
    with Store.open(paths, now=hands) as store:
        assert store.patient().label == "A."
        assert store.draft("check-in") is not None
