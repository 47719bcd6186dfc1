"""A full or read-only disk: a plain sentence, nothing half-done, what was there still there."""

import errno
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3

from symptrack.domain.errors import (
    DiskFull,
    JournalReadOnly,
    JournalUnavailable,
    SymptrackError,
)
from symptrack.domain.journal import Kind
from symptrack.storage.data_key import new_key
from symptrack.storage.durable import write_durably
from symptrack.storage.failure import translated
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.sqlcipher import Database, set_new_key
from symptrack.storage.store import Store
from tests.builders import make_check_in
from tests.journals import first_series
from tests.storage.conftest import Clock
from tests.storage.journal_folder import connection_of, contents, without_root
from tests.strategies import unordered

LONG = "é" * 20_000


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder that a user without root's rights can reach."""
    made = Path(tempfile.mkdtemp(prefix="symptrack-test-"))
    yield made
    shutil.rmtree(made)


def fill_up(store: Store) -> None:
    """Let the database grow no further, as on a full disk."""
    pages = connection_of(store).execute("PRAGMA page_count").fetchone()[0]
    connection_of(store).execute(f"PRAGMA max_page_count = {pages}")


@pytest.mark.parametrize(
    "write",
    [
        lambda store, record: store.add(make_check_in(note=LONG)),
        lambda store, record: store.revise(replace(record, note=LONG)),
        lambda store, record: store.complete(make_check_in(note=LONG), draft="check-in"),
        lambda store, record: store.save_draft("check-in", {"note": LONG}),
        lambda store, record: store.merge(first_series()),
    ],
    ids=["add", "revise", "complete", "draft", "merge"],
)
def test_on_a_full_disk_a_write_is_refused_whole(
    store: Store, paths: JournalPaths, now: Clock, write: Callable[[Store, object], None]
) -> None:
    record = make_check_in(note="short")
    store.add(record)
    store.save_draft("check-in", {"note": "typed"})
    before, changes = unordered(store.load()), store.changes
    fill_up(store)
    with pytest.raises(DiskFull, match="everything saved before is still there"):
        write(store, record)
    assert unordered(store.load()) == before
    assert store.changes == changes
    assert store.history(Kind.CHECK_INS, record.id) == []
    draft = store.draft("check-in")
    assert draft is not None
    assert draft.content == {"note": "typed"}
    assert store.check(full=True) == []
    store.close()
    with Store.open(paths, now=now) as again:
        assert unordered(again.load()) == before
        again.add(make_check_in(note=LONG))  # room again


def test_a_journal_cannot_be_created_on_a_full_disk_and_leaves_no_empty_file(
    paths: JournalPaths, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", no_room)
        with pytest.raises(DiskFull):
            Store.open(paths, now=now, create=True)
    assert contents(paths) == {}
    Store.open(paths, now=now, create=True).close()


def test_keys_that_cannot_be_mended_do_not_keep_the_journal_shut(
    store: Store, paths: JournalPaths, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    paths.keys_copy.unlink()

    def no_room(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", no_room)
    with Store.open(paths, now=now) as again:
        assert len(again.check(full=False)) == 1
    assert not paths.keys_copy.exists()


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "symptrack.keys.json"
    write_durably(path, b"old")

    def broken(handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", broken)
        with pytest.raises(OSError, match="Input/output error"):
            write_durably(path, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["symptrack.keys.json"]
    assert path.read_bytes() == b"old"


def test_in_a_read_only_folder_nothing_is_created(folder: Path, now: Clock) -> None:
    paths = JournalPaths(folder / "symptrack.db")
    folder.chmod(0o500)
    with without_root(folder):
        with pytest.raises(JournalReadOnly, match="nothing was deleted or changed"):
            Store.open(paths, now=now, create=True)
        assert list(folder.iterdir()) == []
    folder.chmod(0o700)


def test_a_read_only_journal_is_refused_at_the_start_and_not_at_the_first_save(
    folder: Path, now: Clock
) -> None:
    paths = JournalPaths(folder / "symptrack.db")
    Store.open(paths, now=now, create=True).close()
    before = contents(paths)
    paths.database.chmod(0o400)
    with without_root(folder), pytest.raises(JournalReadOnly):
        Store.open(paths, now=now)
    paths.database.chmod(0o600)
    assert contents(paths) == before


def test_a_folder_that_may_be_written_and_not_listed_is_no_trouble(
    folder: Path, now: Clock
) -> None:
    with without_root(folder):
        folder.chmod(0o300)
        write_durably(folder / "symptrack.keys.json", b"new")
        assert (folder / "symptrack.keys.json").read_bytes() == b"new"
        folder.chmod(0o700)


def test_a_disk_that_turns_read_only_is_a_plain_sentence(store: Store) -> None:
    store.add(make_check_in())
    connection_of(store).execute("PRAGMA query_only = ON")
    with pytest.raises(JournalReadOnly, match="nothing was deleted or changed"):
        store.add(make_check_in())
    assert len(store.load().check_ins) == 1


def test_a_disk_that_fails_is_a_plain_sentence(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("os.ftruncate", broken)
    with pytest.raises(JournalUnavailable, match="could not be read or written"):
        store.close()


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        (sqlcipher3.SQLITE_IOERR, JournalUnavailable),
        (sqlcipher3.SQLITE_IOERR | 10 << 8, JournalUnavailable),
        (sqlcipher3.SQLITE_CANTOPEN, JournalUnavailable),
        (sqlcipher3.SQLITE_LOCKED, SymptrackError),
    ],
)
def test_sqlites_other_troubles_are_plain_sentences(
    code: int, meaning: type[SymptrackError]
) -> None:
    error = sqlcipher3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    with pytest.raises(meaning), translated():
        raise error


def test_trouble_while_a_database_is_encrypted_anew_is_a_plain_sentence() -> None:
    nothing_to_encrypt = Database(sqlcipher3.connect(":memory:"))
    with pytest.raises(JournalUnavailable, match="could not be read or written"):
        set_new_key(nothing_to_encrypt, new_key())
    nothing_to_encrypt.close()


def test_a_fault_of_the_program_is_not_taken_for_trouble_with_the_disk(store: Store) -> None:
    connection_of(store).close()
    with pytest.raises(sqlcipher3.ProgrammingError):
        store.load()
    with pytest.raises(sqlcipher3.ProgrammingError):
        store.check(full=False)
