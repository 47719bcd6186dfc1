import errno
import shutil
import unicodedata
from pathlib import Path

import pytest

from symptrack.domain.errors import (
    JournalDamaged,
    JournalLocked,
    KeyMissing,
)
from symptrack.storage import rotating
from symptrack.storage.backup_files import backups_in
from symptrack.storage.backups import listed
from symptrack.storage.checks import CheckName, Problem, problems_of
from symptrack.storage.copying import opened_copy
from symptrack.storage.data_key import new_key
from symptrack.storage.held_key import readable_key
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import read_held, read_keys, write_held, write_keys
from symptrack.storage.openers import readable, with_passphrase, with_recovery_code
from symptrack.storage.protecting import WaysIn, change_data_key, change_secrets, ways_in
from symptrack.storage.protection import Secrets, hold
from symptrack.storage.recovery_code import new_code
from symptrack.storage.restoring import restore_backup
from symptrack.storage.sqlcipher import Database
from symptrack.storage.store import Store
from tests.builders import make_check_in
from tests.readable_keys import key_of
from tests.storage.conftest import Clock
from tests.storage.journal_folder import contents
from tests.storage.protected import PASSPHRASE, SECRETS, protect, readable_keys_in

OPENER = with_passphrase(PASSPHRASE)


@pytest.fixture
def before(store: Store, paths: JournalPaths) -> str:
    """Return the data key of a closed journal with a check-in and two backups."""
    store.add(make_check_in())
    store.backups.make()
    store.backups.make()
    store.close()
    return key_of(paths)


@pytest.fixture
def closed(before: str, paths: JournalPaths, now: Clock) -> JournalPaths:
    """Return the same journal under a passphrase."""
    protect(paths, now)
    return paths


def harm(file: Path) -> None:
    """Flip one bit in the middle of a database."""
    data = bytearray(file.read_bytes())
    data[9_000] ^= 1
    file.write_bytes(data)


def check_ins(paths: JournalPaths, now: Clock, opener: object = OPENER) -> int:
    with Store.open(paths, now=now, opener=opener) as store:  # type: ignore[arg-type]
        assert store.check(full=True) == []
        return len(store.load().check_ins)


def test_a_protected_journal_opens_with_its_passphrase_or_its_code_only(
    closed: JournalPaths, now: Clock
) -> None:
    assert check_ins(closed, now) == 1
    assert check_ins(closed, now, with_recovery_code(SECRETS.code)) == 1
    before = contents(closed)
    for opener in (readable, with_passphrase("another one"), with_recovery_code(new_code())):
        with pytest.raises(JournalLocked, match="passphrase or its recovery code"):
            Store.open(closed, now=now, create=True, opener=opener)
    assert contents(closed) == before


def test_a_passphrase_is_the_same_however_its_letters_are_put_together(
    closed: JournalPaths, now: Clock
) -> None:
    apart = unicodedata.normalize("NFD", PASSPHRASE)
    assert apart != PASSPHRASE
    assert check_ins(closed, now, with_passphrase(apart)) == 1


def test_nothing_that_opened_a_file_before_the_first_passphrase_opens_one_after(
    before: str, closed: JournalPaths, now: Clock
) -> None:
    assert readable_keys_in(closed.database.parent) == []
    files = [closed.database, *(one.path for one in backups_in(closed.backups))]
    assert len(files) == 4  # the two from before, and the one made with the new key
    for file in files:
        with pytest.raises(JournalDamaged), opened_copy(file, (before,), closed):
            pass
    assert bytes.fromhex(before) not in b"".join(contents(closed).values())
    assert before.encode() not in b"".join(contents(closed).values())
    assert [one.holding is not None for one in listed(closed, OPENER)] == [True] * 3


def test_a_backup_needs_the_passphrase_too_and_is_put_back_under_it(
    closed: JournalPaths, now: Clock
) -> None:
    assert [one.holding for one in listed(closed)] == [None] * 3
    oldest = backups_in(closed.backups)[-1]
    with Store.open(closed, now=now, opener=OPENER) as store:
        store.add(make_check_in())
    restore_backup(closed, oldest, now=now, opener=OPENER)
    assert check_ins(closed, now) == 1
    assert readable_keys_in(closed.database.parent) == []


def test_a_later_backup_carries_the_wrapped_key(closed: JournalPaths, now: Clock) -> None:
    with Store.open(closed, now=now, opener=OPENER) as store:
        backup = store.backups.make()
    assert read_held(backup.keys) == read_keys(closed).first
    assert readable_keys_in(closed.backups) == []


def test_with_both_keys_files_lost_the_key_beside_a_backup_opens_the_journal(
    closed: JournalPaths, now: Clock
) -> None:
    closed.keys.unlink()
    closed.keys_copy.unlink()
    with pytest.raises(JournalLocked):
        Store.open(closed, now=now)
    assert check_ins(closed, now) == 1
    assert closed.keys.read_bytes() == closed.keys_copy.read_bytes()


def test_where_every_key_is_lost_it_is_said_and_nothing_is_created(
    closed: JournalPaths, now: Clock
) -> None:
    for keys in closed.database.parent.rglob("*.json"):
        keys.unlink()
    with pytest.raises(KeyMissing):
        Store.open(closed, now=now, create=True, opener=OPENER)


def test_a_lost_journal_with_a_wrapped_key_is_created_anew_under_that_key_only(
    closed: JournalPaths, now: Clock
) -> None:
    held = read_keys(closed).first
    closed.database.unlink()
    for backup in backups_in(closed.backups):
        backup.path.unlink()
    with pytest.raises(JournalLocked):
        Store.open(closed, now=now, create=True)
    Store.open(closed, now=now, create=True, opener=OPENER).close()
    assert read_keys(closed).first == held


def test_a_damaged_journal_is_told_from_a_locked_one(closed: JournalPaths, now: Clock) -> None:
    harm(closed.database)
    with pytest.raises(JournalLocked):
        Store.open(closed, now=now)
    with pytest.raises(JournalDamaged):
        Store.open(closed, now=now, opener=OPENER)


def test_a_damaged_backup_goes_and_what_was_moved_aside_stays_under_the_new_key(
    before: str, paths: JournalPaths, now: Clock
) -> None:
    damaged = backups_in(paths.backups)[0]
    harm(damaged.path)
    for name, whole in (("whole", True), ("torn", False)):
        folder = paths.damaged / name
        folder.mkdir(parents=True)
        data = paths.database.read_bytes()
        (folder / "symptrack.db").write_bytes(data if whole else data[:5_000])
        (folder / "symptrack.keys.json").write_bytes(paths.keys.read_bytes())
    write_held(paths.damaged / "symptrack.keys-1.json", readable_key(new_key()))
    protect(paths, now)
    assert damaged not in backups_in(paths.backups)
    assert readable_keys_in(paths.database.parent) == []
    aside = JournalPaths(paths.damaged / "whole" / "symptrack.db")
    assert check_ins(aside, now) == 1
    assert (paths.damaged / "torn" / "symptrack.db").stat().st_size == 5_000


def test_a_new_passphrase_with_a_new_key_leaves_nothing_for_the_former_one(
    closed: JournalPaths, now: Clock
) -> None:
    later = Secrets("another passphrase", new_code(), cost=16)
    change_data_key(closed, opener=OPENER, secrets=later, now=now)
    with pytest.raises(JournalLocked):
        Store.open(closed, now=now, opener=OPENER)
    opener = with_passphrase(later.passphrase)
    assert check_ins(closed, now, opener) == 1
    assert all(one.holding is not None for one in listed(closed, opener))
    assert all(one.holding is None for one in listed(closed, OPENER))


def test_a_change_cut_short_before_the_backups_followed_goes_on_at_the_next_opening(
    before: str, paths: JournalPaths, now: Clock
) -> None:
    cut_short(paths, now)
    assert check_ins(paths, now) == 1
    assert readable_keys_in(paths.database.parent) == []
    assert all(one.holding is not None for one in listed(paths, OPENER))


def cut_short(paths: JournalPaths, now: Clock) -> None:
    """Protect a journal as a crash leaves it right after it took its place."""
    former = read_keys(paths).first[0]
    old = {one: (one.path.read_bytes(), one.keys.read_bytes()) for one in backups_in(paths.backups)}
    protect(paths, now)
    for one, (data, keys) in old.items():
        one.path.write_bytes(data)
        one.keys.write_bytes(keys)
    write_keys(paths, read_keys(paths).first[0], former)
    assert readable_keys_in(paths.database.parent) != []


def test_where_there_is_no_room_to_go_on_the_journal_opens_and_the_next_start_tries_again(
    before: str, paths: JournalPaths, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    cut_short(paths, now)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", full)
        with Store.open(paths, now=now, opener=OPENER) as store:
            assert len(store.load().check_ins) == 1
    assert readable_keys_in(paths.database.parent) != []
    assert all(one.holding is not None for one in listed(paths, OPENER))
    assert check_ins(paths, now) == 1
    assert readable_keys_in(paths.database.parent) == []


def test_a_backup_that_was_encrypted_anew_before_the_crash_only_gets_its_keys(
    before: str, paths: JournalPaths, now: Clock
) -> None:
    (*_others, oldest) = backups_in(paths.backups)
    keys = oldest.keys.read_bytes()
    former = read_keys(paths).first[0]
    protect(paths, now)
    oldest.keys.write_bytes(keys)
    data = oldest.path.read_bytes()
    write_keys(paths, read_keys(paths).first[0], former)
    assert check_ins(paths, now) == 1
    assert oldest.path.read_bytes() == data
    assert read_held(oldest.keys) == read_keys(paths).first


def test_a_change_of_the_passphrase_leaves_the_keys_of_others_alone(
    closed: JournalPaths, now: Clock
) -> None:
    other = readable_key(new_key())
    closed.damaged.mkdir()
    write_held(closed.damaged / "symptrack.keys-1.json", other)
    change_secrets(closed, opener=OPENER, now=now, held_anew=lambda _key, held: held)
    assert read_held(closed.damaged / "symptrack.keys-1.json") == (other,)


def test_what_was_moved_aside_wrapped_already_stays_so(closed: JournalPaths, now: Clock) -> None:
    closed.damaged.mkdir()
    aside = closed.damaged / "symptrack.keys-1.json"
    held = hold(new_key(), SECRETS)
    write_held(aside, held)
    change_data_key(closed, opener=OPENER, secrets=SECRETS, now=now)
    assert read_held(aside) == (held,)


def test_a_new_data_key_can_lie_readable(closed: JournalPaths, now: Clock) -> None:
    change_data_key(closed, opener=OPENER, secrets=None, now=now)
    assert check_ins(closed, now, readable) == 1
    assert all(one.holding is not None for one in listed(closed))


def test_a_change_cut_short_goes_on_also_from_one_passphrase_to_another(
    closed: JournalPaths, now: Clock
) -> None:
    former = read_keys(closed).first[0]
    key = OPENER(former)
    assert key is not None
    old = {
        one: (one.path.read_bytes(), one.keys.read_bytes()) for one in backups_in(closed.backups)
    }
    later = Secrets("another passphrase", new_code(), cost=16)
    change_data_key(closed, opener=OPENER, secrets=later, now=now)
    for one, (data, keys) in old.items():
        one.path.write_bytes(data)
        one.keys.write_bytes(keys)
    write_keys(closed, read_keys(closed).first[0], former, hold(key, later))
    opener = with_passphrase(later.passphrase)
    assert check_ins(closed, now, opener) == 1
    assert len(read_keys(closed).candidates) == 1
    assert all(one.holding is not None for one in listed(closed, opener))


def test_a_change_of_the_passphrase_alone_wraps_the_same_key_anew_everywhere(
    closed: JournalPaths, now: Clock
) -> None:
    key = OPENER(read_keys(closed).first[0])
    later = Secrets("another passphrase", new_code(), cost=16)
    change_secrets(closed, opener=OPENER, now=now, held_anew=lambda key, _held: hold(key, later))
    assert with_passphrase(later.passphrase)(read_keys(closed).first[0]) == key
    for backup in backups_in(closed.backups):
        assert read_held(backup.keys) == read_keys(closed).first
    with pytest.raises(JournalLocked):
        Store.open(closed, now=now, opener=OPENER)


def test_without_a_passphrase_again_the_key_lies_readable_beside_journal_and_backups(
    closed: JournalPaths, now: Clock
) -> None:
    change_secrets(closed, opener=OPENER, now=now, held_anew=lambda key, _held: readable_key(key))
    assert check_ins(closed, now, readable) == 1
    assert all(one.holding is not None for one in listed(closed))


def test_a_wrong_secret_changes_nothing(closed: JournalPaths, now: Clock) -> None:
    before = contents(closed)
    wrong = with_passphrase("not this one")
    with pytest.raises(JournalLocked):
        change_data_key(closed, opener=wrong, secrets=SECRETS, now=now)
    assert contents(closed) == before


def test_what_opens_a_journal_is_known_without_opening_it(
    before: str, paths: JournalPaths, now: Clock
) -> None:
    assert ways_in(paths) == WaysIn()
    assert not ways_in(paths).protected
    protect(paths, now)
    assert ways_in(paths) == WaysIn(passphrase=True, recovery_code=True)
    assert ways_in(paths).protected


def test_a_folder_without_copies_needs_none(tmp_path: Path, now: Clock) -> None:
    paths = JournalPaths(tmp_path / "symptrack.db")
    Store.open(paths, now=now, create=True).close()
    protect(paths, now)
    assert check_ins(paths, now) == 0


def test_a_read_that_fails_once_costs_no_backup(
    before: str, paths: JournalPaths, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[object] = []

    def look(db: Database, *, full: bool) -> list[Problem]:
        looks.append(db)
        return [Problem(CheckName.STRUCTURE, 1)] if len(looks) == 1 else problems_of(db, full=full)

    monkeypatch.setattr(rotating, "problems_of", look)
    protect(paths, now)
    assert len(looks) == 3
    assert [one.holding is not None for one in listed(paths, OPENER)] == [True] * 3
