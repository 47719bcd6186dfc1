"""A backup that cannot be made, or cannot be trusted: told, and nothing goes because of it."""

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from symptrack.domain.errors import (
    DiskFull,
    JournalDamaged,
    JournalReadOnly,
    JournalUnavailable,
)
from symptrack.storage import backup_writing, backups
from symptrack.storage.backup_files import Backup, backups_in
from symptrack.storage.backup_writing import remove_surplus
from symptrack.storage.backups import BackupFailure, FailureKind
from symptrack.storage.copying import finish_copy, rows_of, write_copy
from symptrack.storage.held_key import HeldKey
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import readable
from symptrack.storage.store import Store
from tests.builders import make_check_in
from tests.journals import first_series
from tests.storage.hand_clock import Hands
from tests.storage.journal_folder import connection_of, contents
from tests.strategies import unordered


@pytest.fixture
def store(paths: JournalPaths, hands: Hands) -> Iterator[Store]:
    with Store.open(paths, now=hands, create=True) as opened:
        yield opened


def fail(patch: pytest.MonkeyPatch, code: int) -> None:
    """Let no file reach the disk from here on."""

    def broken(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    patch.setattr("os.fsync", broken)


@pytest.mark.parametrize(
    ("code", "error", "kind"),
    [
        (errno.ENOSPC, DiskFull, FailureKind.NO_ROOM),
        (errno.EROFS, JournalReadOnly, FailureKind.NOT_WRITABLE),
        (errno.EIO, JournalUnavailable, FailureKind.OTHER),
    ],
)
def test_a_failure_is_kept_until_a_backup_is_made(
    store: Store,
    hands: Hands,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    error: type[JournalUnavailable],
    kind: FailureKind,
) -> None:
    store.add(make_check_in())
    store.backups.make()
    store.add(make_check_in())
    hands.turn(days=1)
    with monkeypatch.context() as trouble:
        fail(trouble, code)
        with pytest.raises(error):
            store.backups.make()
    assert store.backups.failure == BackupFailure(hands(), kind)
    assert len(store.backups.all()) == 1
    assert store.backups.due()
    store.backups.make()
    assert store.backups.failure is None


def test_a_failure_is_known_at_the_next_start(
    store: Store, paths: JournalPaths, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(make_check_in())
    backup = store.backups.make()
    with monkeypatch.context() as trouble:
        trouble.setattr("symptrack.storage.copying.sync_file", broken_disk)
        with pytest.raises(JournalUnavailable):
            store.backups.make()
    store.close()
    with Store.open(paths, now=hands) as again:
        assert again.backups.failure == BackupFailure(hands(), FailureKind.OTHER)
        assert again.backups.due(closing=True)
        again.backups.make_if_due(closing=True)
    with Store.open(paths, now=hands) as again:
        assert again.backups.failure is None
        assert again.backups.newest != backup


def broken_disk(path: Path) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"failed_at": "x", "kind": "y"}'])
def test_a_torn_note_of_a_failure_is_none(
    store: Store, paths: JournalPaths, content: bytes
) -> None:
    (paths.backups / "failed.json").write_bytes(content)
    assert store.backups.failure is None


def test_a_folder_that_cannot_be_made_is_a_failure(store: Store, paths: JournalPaths) -> None:
    store.add(make_check_in())
    shutil.rmtree(paths.backups)
    paths.backups.write_bytes(b"in the way")
    with pytest.raises(JournalUnavailable):
        store.backups.make()
    assert store.backups.failure is not None


def test_a_damaged_journal_gets_no_backup_and_loses_none(store: Store, hands: Hands) -> None:
    store.merge(first_series())
    for _each in range(12):
        store.backups.make()
    kept = len(store.backups.all())
    connection_of(store).execute("PRAGMA cache_size = 1")
    handle = os.open(store.paths.database, os.O_WRONLY)
    for page in range(1, 20):
        os.pwrite(handle, b"x" * 10, page * 4_096 + 100)
    os.close(handle)
    connection_of(store).execute("PRAGMA shrink_memory")
    with pytest.raises(JournalDamaged):
        store.backups.make()
    assert len(backups_in(store.paths.backups)) == kept


def test_a_copy_that_differs_is_not_kept(
    store: Store, paths: JournalPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(make_check_in())
    before = contents(paths)
    with monkeypatch.context() as trouble:
        trouble.setattr(backups, "finish_backup", after_a_bit_flipped)
        with pytest.raises(JournalUnavailable):
            store.backups.make()
    assert contents(paths).keys() - before.keys() == {"symptrack.backups/failed.json"}


def after_a_bit_flipped(backup: Backup, key: str, held: HeldKey, rows: str) -> None:
    (new,) = backup.path.parent.glob("*.new")
    whole = bytearray(new.read_bytes())
    whole[9_000] ^= 1
    new.write_bytes(whole)
    backup_writing.finish_backup(backup, key, held, rows)


def test_a_copy_without_one_row_is_noticed(store: Store, tmp_path: Path) -> None:
    store.merge(first_series())
    copy = tmp_path / "copy.new"
    rows = write_copy(store._db, copy)
    store.add(make_check_in())
    assert rows_of(store._db) != rows
    with pytest.raises(JournalUnavailable, match="not the same as the journal"):
        finish_copy(copy, store._journal.key, rows_of(store._db))
    assert not copy.exists()


def test_where_there_can_be_no_backup_nothing_is_imported(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(make_check_in())
    before = unordered(store.load())
    fail(monkeypatch, errno.ENOSPC)
    with pytest.raises(DiskFull):
        store.merge(first_series())
    assert unordered(store.load()) == before


def test_where_too_few_of_the_others_are_sound_none_goes(
    store: Store, paths: JournalPaths, hands: Hands
) -> None:
    store.add(make_check_in())
    for _each in range(10):
        store.backups.make()
    for one in backups_in(paths.backups)[:9]:
        one.path.write_bytes(b"")
    store.backups.make()  # the eleventh: the second sound one of those that would stay
    assert len(backups_in(paths.backups)) == 11
    assert remove_surplus(paths, hands().tzinfo, readable) == []


def test_a_backup_that_cannot_be_removed_is_no_failure(
    store: Store, paths: JournalPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(make_check_in())
    for _each in range(10):
        store.backups.make()
    unlink = Path.unlink

    def unlink_no_backup(self: Path, missing_ok: bool = False) -> None:
        if self.suffix == ".db":
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink_no_backup)
    store.backups.make()
    assert store.backups.failure is None
    assert len(backups_in(paths.backups)) == 11


def test_while_the_journal_is_suspect_no_backup_goes(store: Store, paths: JournalPaths) -> None:
    store.add(make_check_in())
    for _each in range(10):
        store.backups.make()
    with pytest.raises(JournalDamaged), store.guarded():
        raise JournalDamaged("met on the way")
    store.backups.make()
    assert len(backups_in(paths.backups)) == 11
