"""A journal is put in its place whole, and what was there is never lost."""

import errno
import os
from datetime import datetime
from pathlib import Path

import pytest

from symptrack.domain.errors import DiskFull, JournalInUse, JournalUnavailable, RefusedRequest
from symptrack.domain.journal import Kind
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.placing import occupied, place_journal
from symptrack.storage.store import Store
from tests.builders import at, make_check_in, make_journal

JOURNAL = make_journal(check_ins=[make_check_in(), make_check_in()])


def now() -> datetime:
    return at("2026-11-22 12:00")


@pytest.fixture
def paths(tmp_path: Path) -> JournalPaths:
    return JournalPaths(tmp_path / "folder" / "journal.db")


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_placed_journal_opens_and_holds_everything(paths: JournalPaths) -> None:
    placed = place_journal(paths, JOURNAL, now=now, replace=False)
    assert placed.result.added == {Kind.CHECK_INS: 2}
    assert placed.aside is None
    with Store.open(paths, now=now) as store:
        assert len(store.load().check_ins) == 2
        assert store.check(full=True) == []
    assert names_in(paths.database.parent) == {
        "journal.db", "journal.keys.json", "journal.backups", "journal.lock",
    }  # fmt: skip


@pytest.mark.parametrize("left", ["database", "keys", "backups"])
def test_what_is_left_of_a_journal_is_not_built_over(paths: JournalPaths, left: str) -> None:
    paths.database.parent.mkdir()
    getattr(paths, left).write_bytes(b"precious")
    assert occupied(paths)
    with pytest.raises(RefusedRequest, match=r"already a journal journal\.db"):
        place_journal(paths, JOURNAL, now=now, replace=False)
    assert getattr(paths, left).read_bytes() == b"precious"
    assert len(names_in(paths.database.parent)) == 2


def test_a_replaced_journal_lies_aside_and_still_opens(paths: JournalPaths) -> None:
    place_journal(paths, JOURNAL, now=now, replace=False)
    placed = place_journal(paths, make_journal(), now=now, replace=True)
    assert placed.aside is not None
    assert placed.aside.parent == paths.damaged
    assert placed.aside.name.startswith("2026-11-22T170000Z_")
    with Store.open(paths, now=now) as store:
        assert store.load().check_ins == ()
    with Store.open(JournalPaths(placed.aside / "journal.db"), now=now) as store:
        assert len(store.load().check_ins) == 2


def test_a_journal_in_use_is_not_replaced(paths: JournalPaths) -> None:
    place_journal(paths, JOURNAL, now=now, replace=False)
    with Store.open(paths, now=now) as store:
        with pytest.raises(JournalInUse):
            place_journal(paths, make_journal(), now=now, replace=True)
        assert len(store.load().check_ins) == 2


def test_where_nothing_can_be_made_nothing_is_left(
    paths: JournalPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    place_journal(paths, JOURNAL, now=now, replace=False)
    before = names_in(paths.database.parent)

    def full(*_args: object, **_options: object) -> str:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("tempfile.mkdtemp", full)
    with pytest.raises(DiskFull):
        place_journal(paths, make_journal(), now=now, replace=True)
    assert names_in(paths.database.parent) == before


@pytest.mark.parametrize("failing", range(6))
def test_where_one_move_fails_the_old_journal_is_back_in_its_place(
    paths: JournalPaths, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    place_journal(paths, JOURNAL, now=now, replace=False)
    before = names_in(paths.database.parent)
    moves: list[Path] = []
    rename = Path.rename

    def rename_but_one(self: Path, target: Path) -> Path:
        if self.exists():  # a rollback file that is not there is no move
            moves.append(self)
        if len(moves) == failing + 1 and self is moves[-1]:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return rename(self, target)

    with monkeypatch.context() as trouble:
        trouble.setattr(Path, "rename", rename_but_one)
        with pytest.raises(JournalUnavailable):
            place_journal(paths, make_journal(), now=now, replace=True)
    assert len(moves) > failing
    assert names_in(paths.database.parent) == before
    with Store.open(paths, now=now) as store:
        assert len(store.load().check_ins) == 2
        assert store.check(full=True) == []


def test_where_nothing_was_there_a_failed_move_leaves_nothing(
    paths: JournalPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def rename_no_database(self: Path, target: Path) -> Path:
        if self.name == "journal.db":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", rename_no_database)
    with pytest.raises(JournalUnavailable):
        place_journal(paths, JOURNAL, now=now, replace=False)
    assert not occupied(paths)


def test_what_cannot_be_put_back_stays_aside(
    paths: JournalPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    place_journal(paths, JOURNAL, now=now, replace=False)
    rename = Path.rename

    def rename_only_aside(self: Path, target: Path) -> Path:
        if paths.damaged not in target.parents:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return rename(self, target)

    with monkeypatch.context() as trouble:
        trouble.setattr(Path, "rename", rename_only_aside)
        with pytest.raises(JournalUnavailable):
            place_journal(paths, make_journal(), now=now, replace=True)
    (aside,) = paths.damaged.iterdir()
    with Store.open(JournalPaths(aside / "journal.db"), now=now) as store:
        assert len(store.load().check_ins) == 2


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(JournalUnavailable):
        place_journal(JournalPaths(tmp_path / "file" / "j.db"), JOURNAL, now=now, replace=False)
