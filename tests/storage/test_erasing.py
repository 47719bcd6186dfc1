"""Erasing everything: nothing of the journal stays, and nothing else goes."""

import os
import shutil
from pathlib import Path

import keyring
import pytest

from symptrack.domain.errors import (
    EraseUnfinished,
    JournalInUse,
    JournalMissing,
    JournalUnavailable,
)
from symptrack.storage.erasing import erase
from symptrack.storage.held_key import HeldKey
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keyring_copy import keep_in_keyring
from symptrack.storage.openers import with_passphrase
from symptrack.storage.protecting import change_secrets
from symptrack.storage.protection import hold
from symptrack.storage.store import Store
from tests.builders import make_check_in
from tests.journals import first_series
from tests.keyrings import OfTheSystem
from tests.storage.conftest import Clock
from tests.storage.protected import PASSPHRASE, SECRETS, protect


@pytest.fixture
def closed(paths: JournalPaths, now: Clock) -> JournalPaths:
    """Return a closed journal with two backups, a damaged file and what crashes left."""
    with Store.open(paths, now=now, create=True) as store:
        store.merge(first_series())
        store.backups.make()
        store.add(make_check_in())
        store.backups.make()
    aside = paths.damaged / "2026-09-01T000000Z_x"
    aside.mkdir(parents=True)
    for path in (paths.database, paths.keys):
        shutil.copy(path, aside)
    half = paths.database.parent / f"{paths.passing}ab12_xyz"
    half.mkdir()
    for path in (
        paths.rollback, paths.knock, half / "journal.db", half / "symptrack.keys.json",
        paths.database.with_name("symptrack.db.new"),
        paths.database.with_name("symptrack.db.rekeyed-journal"),
        paths.keys.with_name("symptrack.keys.json.new"),
    ):  # fmt: skip
        path.write_bytes(b"left by a crash")
    return paths


def left_in(paths: JournalPaths) -> set[str]:
    folder = paths.database.parent
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def kept_in_keyring(key: str) -> HeldKey:
    held = hold(key, SECRETS, keyring=True)
    keep_in_keyring(held, key)
    return held


def test_nothing_is_left_but_an_empty_lock(closed: JournalPaths) -> None:
    erase(closed)
    assert left_in(closed) == {"symptrack.lock"}
    assert closed.lock.stat().st_size == 0


def test_what_is_not_the_journal_s_stays(closed: JournalPaths, now: Clock) -> None:
    folder, its_own = closed.database.parent, left_in(closed)
    with Store.open(JournalPaths(folder / "other.db"), now=now, create=True) as other:
        other.add(make_check_in())
        other.backups.make()
    for name in (
        "symptrack.db.mine", "symptrack.dbx", "my symptrack.db", "copy.symptrack", "notes.json",
        ".symptrack.abc", ".symptrack.abcdefghi", "symptrack.keys.json.bak",
    ):  # fmt: skip
        (folder / name).write_text("of the patient")
    (folder / ".other.abcdefgh").mkdir()
    others = left_in(closed) - its_own
    erase(closed)
    assert left_in(closed) == {*others, "symptrack.lock"}
    with Store.open(JournalPaths(folder / "other.db"), now=now) as other:
        assert len(other.load().check_ins) == 1


def test_a_first_journal_can_be_made_afterwards_and_has_another_key(
    closed: JournalPaths, now: Clock
) -> None:
    before = closed.keys.read_text()
    erase(closed)
    with Store.open(closed, now=now, create=True) as store:
        assert store.load().check_ins == ()
        assert not store.backups.all()
    assert closed.keys.read_text() != before


def test_files_that_lie_elsewhere_go_as_well(closed: JournalPaths, tmp_path: Path) -> None:
    log = tmp_path / "symptrack.log"
    log.write_text("ERROR")
    erase(closed, besides=[log, tmp_path / "not there"])
    assert not log.exists()


def test_a_journal_in_use_stays_as_it_is(closed: JournalPaths, now: Clock, tmp_path: Path) -> None:
    log = tmp_path / "symptrack.log"
    log.write_text("ERROR")
    with Store.open(closed, now=now) as store:
        before = left_in(closed)
        with pytest.raises(JournalInUse):
            erase(closed, besides=[log])
        assert left_in(closed) == before
        assert len(store.load().check_ins) > 1
    assert log.exists()


def test_the_copy_in_the_keyring_goes(closed: JournalPaths, now: Clock) -> None:
    backend, former = OfTheSystem(), keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        protect(closed, now)
        change_secrets(
            closed,
            opener=with_passphrase(PASSPHRASE),
            now=now,
            held_anew=lambda key, _held: kept_in_keyring(key),
        )
        backend.kept["Symptrack", "another journal"] = "its key"
        assert len(backend.kept) == 2
        erase(closed)
        assert list(backend.kept) == [("Symptrack", "another journal")]
    finally:
        keyring.set_keyring(former)


def test_the_keys_are_overwritten_and_go_first(closed: JournalPaths) -> None:
    """A folder that nobody may change keeps its files; the keys in them are zeros then."""
    kept = closed.database.parent / "a second name"
    os.link(closed.keys, kept)
    erase(closed)
    assert set(kept.read_bytes()) == {0}


def test_what_cannot_be_removed_is_named_and_goes_at_the_second_try(
    closed: JournalPaths, now: Clock
) -> None:
    closed.knock.unlink()
    in_the_way = closed.knock / "in the way"
    in_the_way.mkdir(parents=True)
    with pytest.raises(EraseUnfinished, match=r"symptrack\.knock\.$"):
        erase(closed)
    names = {"symptrack.lock", "symptrack.erasing", "symptrack.knock", "symptrack.knock/in the way"}
    assert left_in(closed) == names
    with pytest.raises(EraseUnfinished):
        Store.open(closed, now=now, create=True)
    in_the_way.rmdir()
    erase(closed)
    assert left_in(closed) == {"symptrack.lock"}


def test_where_nothing_can_be_written_nothing_is_erased(closed: JournalPaths) -> None:
    closed.erasing.mkdir()
    with pytest.raises(JournalUnavailable):
        erase(closed)
    assert closed.keys.exists()


def test_what_is_being_erased_is_no_journal_for_a_command(closed: JournalPaths, now: Clock) -> None:
    """One that only opens what is there brings the erasing to its end, and creates nothing."""
    closed.keys.unlink()
    closed.erasing.touch()
    with pytest.raises(JournalMissing):
        Store.open(closed, now=now)
    assert left_in(closed) == {"symptrack.lock"}


def test_a_journal_that_lies_elsewhere_behind_links_goes_there(
    closed: JournalPaths, tmp_path: Path
) -> None:
    """Files of the patient beside the backups there stay."""
    away = tmp_path / "away"
    away.mkdir()
    for path in (closed.database, closed.keys, closed.backups):
        path.rename(away / path.name)
        path.symlink_to(away / path.name)
    mine = away / closed.backups.name / "notes.json"
    mine.write_text("of the patient")
    (closed.damaged / "linked.json").symlink_to(mine)
    erase(closed)
    assert left_in(closed) == {"symptrack.lock"}
    assert [str(path.relative_to(away)) for path in away.rglob("*.*") if path.is_file()] == [
        "symptrack.backups/notes.json"
    ]
    assert mine.read_text() == "of the patient"
