"""A migration: a verified backup first, all steps or none, and old backups stay readable."""

import errno
import os

import pytest

from symptrack.domain.errors import DiskFull, JournalDamaged, JournalTooNew
from symptrack.domain.journal import Kind
from symptrack.storage.backup_files import backups_in
from symptrack.storage.backups import listed
from symptrack.storage.copying import opened_copy
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.sqlcipher import connect
from symptrack.storage.store import Store
from symptrack.storage.version import LATEST_VERSION
from tests.builders import make_check_in
from tests.readable_keys import key_of
from tests.storage.conftest import Clock
from tests.storage.journal_folder import connection_of, contents
from tests.storage.later_version import VERSION, at_a_later_version


@pytest.fixture
def closed(store: Store, paths: JournalPaths) -> JournalPaths:
    """Return the paths of a journal that holds a check-in."""
    store.add(make_check_in())
    store.close()
    return paths


def version_of(paths: JournalPaths) -> int:
    db = connect(paths.database, key_of(paths))
    try:
        return int(db.execute("PRAGMA user_version").fetchone()[0])
    finally:
        db.close()


def test_a_backup_of_the_old_version_is_made_first(closed: JournalPaths, now: Clock) -> None:
    with at_a_later_version(), Store.open(closed, now=now) as store:
        assert connection_of(store).execute("SELECT count(*) FROM later").fetchone() == (1,)
    (backup,) = backups_in(closed.backups)
    assert backup.version == LATEST_VERSION
    assert version_of(JournalPaths(backup.path)) == LATEST_VERSION
    assert version_of(closed) == VERSION


def test_a_new_journal_has_nothing_to_back_up(paths: JournalPaths, now: Clock) -> None:
    with at_a_later_version():
        Store.open(paths, now=now, create=True).close()
    assert backups_in(paths.backups) == []
    assert version_of(paths) == VERSION


def test_where_there_can_be_no_backup_nothing_is_migrated(
    closed: JournalPaths, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(closed)

    def no_room(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch, at_a_later_version():
        patch.setattr("os.fsync", no_room)
        with pytest.raises(DiskFull):
            Store.open(closed, now=now)
    assert contents(closed) == before


def test_after_a_migration_the_older_backups_are_still_read(
    store: Store, paths: JournalPaths, now: Clock
) -> None:
    store.add(make_check_in())
    store.backups.make()
    store.close()
    before = {path.name for path in paths.database.parent.iterdir()}
    with at_a_later_version(), Store.open(paths, now=now) as newer:
        assert [one.backup.version for one in newer.backups.all()] == [
            LATEST_VERSION,
            LATEST_VERSION,
        ]
        for one in newer.backups.all():
            assert one.holding is not None
            assert one.holding.counts == {Kind.CHECK_INS: 1}
    assert {path.name for path in paths.database.parent.iterdir()} == before


def test_a_backup_of_a_later_version_is_not_opened(closed: JournalPaths, now: Clock) -> None:
    with at_a_later_version(), Store.open(closed, now=now) as newer:
        backup = newer.backups.make()
    newest, older = listed(closed)
    assert newest.holding is None
    assert older.holding is not None
    with (
        pytest.raises(JournalTooNew),
        opened_copy(backup.path, (key_of(closed),), closed),
    ):
        pass


@pytest.mark.parametrize(
    "harm",
    [
        "PRAGMA application_id = 1",
        "PRAGMA user_version = 0",
        "INSERT INTO check_in_rating (check_in_id, symptom, rating) VALUES ('gone', 'mood', 3)",
    ],
)
def test_what_is_no_sound_journal_is_no_backup(closed: JournalPaths, now: Clock, harm: str) -> None:
    with Store.open(closed, now=now) as store:
        backup = store.backups.make()
    db = connect(backup.path, key_of(closed))
    db.execute(harm)
    db.close()
    (one,) = listed(closed)
    assert one.holding is None
    with (
        pytest.raises(JournalDamaged),
        opened_copy(backup.path, (key_of(closed),), closed),
    ):
        pass
