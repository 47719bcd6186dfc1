"""Backups: verified, with their key, when they are due."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from symptrack.domain.errors import JournalDamaged
from symptrack.domain.journal import Kind
from symptrack.domain.patient import Patient
from symptrack.domain.settings import Settings
from symptrack.storage import backup_writing, backups
from symptrack.storage.backup_files import Backup, backups_in
from symptrack.storage.copying import opened_copy
from symptrack.storage.data_key import new_key
from symptrack.storage.held_key import HeldKey, readable_key
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import read_held, read_keys, write_held
from symptrack.storage.store import Store
from symptrack.storage.version import LATEST_VERSION
from tests.builders import at, make_check_in
from tests.journals import first_series
from tests.storage.hand_clock import Hands
from tests.strategies import unordered


@pytest.fixture
def store(paths: JournalPaths, hands: Hands) -> Iterator[Store]:
    with Store.open(paths, now=hands, create=True) as opened:
        yield opened


def test_a_backup_is_a_whole_journal_with_its_key(store: Store, paths: JournalPaths) -> None:
    store.merge(first_series())
    store.save_draft("check-in", {"note": "typing"})
    backup = store.backups.make()
    assert backup.path.name == f"000001_2026-11-22T170000Z_v{LATEST_VERSION}.db"
    assert read_held(backup.keys) == read_keys(paths).first
    assert backup.path.stat().st_mode & 0o077 == 0
    assert backup.keys.stat().st_mode & 0o077 == 0
    with Store.open(JournalPaths(backup.path), now=store.now) as copy:
        assert unordered(copy.load()) == unordered(store.load())
        assert copy.draft("check-in") == store.draft("check-in")
        assert copy.check(full=True) == []


def test_a_backup_is_encrypted(store: Store) -> None:
    store.add(make_check_in(note="unmistakable"))
    data = store.backups.make().path.read_bytes()
    assert not data.startswith(b"SQLite format 3")
    assert b"unmistakable" not in data


def test_nothing_by_half_is_left_in_the_folder(store: Store, paths: JournalPaths) -> None:
    store.add(make_check_in())
    store.backups.make()
    assert {path.suffix for path in paths.backups.iterdir()} == {".db", ".json"}


def test_an_empty_new_journal_needs_no_backup(store: Store) -> None:
    assert not store.backups.due()
    assert not store.backups.due(closing=True)
    assert store.backups.make_before() is None
    assert store.backups.newest is None


@pytest.mark.parametrize(
    "write",
    [
        lambda store: store.save_patient(Patient(label="A.")),
        lambda store: store.save_settings(Settings(interval_days={"phq9": 7})),
        lambda store: store.add(make_check_in()),
    ],
    ids=["patient", "settings", "check-in"],
)
def test_a_journal_that_has_no_backup_yet_gets_one(
    store: Store, write: Callable[[Store], None]
) -> None:
    write(store)
    assert store.backups.due()


def test_the_days_first_change_makes_one(store: Store, hands: Hands) -> None:
    store.add(make_check_in())
    assert store.backups.make_if_due() is not None
    store.add(make_check_in())
    assert store.backups.make_if_due() is None  # the second change of the day
    hands.turn(hours=11)
    assert store.backups.make_if_due() is None
    hands.turn(hours=2)
    assert store.backups.make_if_due() is not None  # no new change, but one that none holds
    hands.turn(days=1)
    assert store.backups.make_if_due() is None
    store.add(make_check_in())
    assert store.backups.make_if_due() is not None


def test_the_end_makes_one_if_anything_changed(
    store: Store, paths: JournalPaths, hands: Hands
) -> None:
    store.add(make_check_in())
    store.backups.make()
    assert store.backups.make_if_due(closing=True) is None
    store.add(make_check_in())
    assert store.backups.make_if_due(closing=True) is not None
    store.close()
    with Store.open(paths, now=hands) as again:
        assert again.backups.make_if_due(closing=True) is None


def test_after_a_crash_the_next_end_makes_one(
    store: Store, paths: JournalPaths, hands: Hands
) -> None:
    store.add(make_check_in())
    store.backups.make()
    store.close()
    paths.lock.write_bytes(b"open\n")
    with Store.open(paths, now=hands) as again:
        assert again.backups.due(closing=True)


def test_the_clock_set_back_a_year_makes_the_next_one_all_the_same(
    store: Store, hands: Hands
) -> None:
    store.add(make_check_in())
    first = store.backups.make()
    hands.turn(days=-365)
    store.add(make_check_in())
    second = store.backups.make_if_due()
    assert second is not None
    assert second.made_at < first.made_at
    assert store.backups.newest == second


def test_an_import_into_a_journal_makes_one_first(store: Store) -> None:
    store.merge(first_series())
    assert store.backups.newest is None  # it was empty
    store.merge(first_series())
    (listed,) = store.backups.all()
    assert listed.holding is not None
    assert listed.holding.counts[Kind.CHECK_INS] == 36


def test_each_backup_says_what_it_holds(store: Store, hands: Hands) -> None:
    store.add(make_check_in("2026-11-20 08:00"))
    store.backups.make()
    store.merge(first_series())
    store.backups.make()
    newest, before_import, oldest = store.backups.all()
    assert before_import.holding == oldest.holding
    assert oldest.holding is not None
    assert oldest.holding.counts == {Kind.CHECK_INS: 1}
    assert oldest.holding.newest_at == at("2026-11-20 08:00")
    assert newest.holding is not None
    assert newest.holding.counts[Kind.SESSIONS] == 6
    assert [one.backup.number for one in (newest, before_import, oldest)] == [3, 2, 1]


def test_an_empty_journal_holds_nothing(store: Store) -> None:
    store.backups.make()
    (listed,) = store.backups.all()
    assert listed.holding is not None
    assert listed.holding.counts == {}
    assert listed.holding.newest_at is None


def test_a_damaged_backup_is_listed_as_one_that_cannot_be_opened(store: Store) -> None:
    store.add(make_check_in())
    damaged, torn, _good = (store.backups.make() for _each in range(3))
    whole = damaged.path.read_bytes()
    damaged.path.write_bytes(whole[:5_000] + b"x" + whole[5_001:])
    torn.path.write_bytes(b"")
    assert [one.holding is None for one in store.backups.all()] == [False, True, True]


def test_a_backup_opens_with_the_journals_key_where_its_own_is_lost(store: Store) -> None:
    store.add(make_check_in())
    lost, wrong = store.backups.make(), store.backups.make()
    lost.keys.unlink()
    write_held(wrong.keys, readable_key(new_key()))
    assert all(one.holding is not None for one in store.backups.all())


def test_what_a_crash_left_of_a_backup_is_cleared_away(store: Store, paths: JournalPaths) -> None:
    store.add(make_check_in())
    left = paths.backups / "000001_2026-11-21T101500Z_v1.new"
    left.write_bytes(b"torn")
    store.backups.make()
    assert not left.exists()


def test_of_many_backups_those_that_need_not_stay_go_with_their_keys(
    store: Store, paths: JournalPaths
) -> None:
    store.add(make_check_in())
    for _each in range(12):
        store.backups.make()
    there = backups_in(paths.backups)
    assert [one.number for one in there] == list(range(12, 2, -1))
    assert set(paths.backups.glob("0*.json")) == {one.keys for one in there}


def test_a_copy_opens_only_under_its_key(store: Store, tmp_path: Path) -> None:
    store.add(make_check_in())
    backup = store.backups.make()
    with (
        pytest.raises(JournalDamaged),
        opened_copy(backup.path, (new_key(),), JournalPaths(tmp_path / "x.db")),
    ):
        pass


def test_the_journal_can_be_written_while_a_copy_is_checked(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(make_check_in())

    def finish_beside_a_save(backup: Backup, key: str, held: HeldKey, rows: str) -> None:
        store.add(make_check_in())
        backup_writing.finish_backup(backup, key, held, rows)

    with monkeypatch.context() as patch:
        patch.setattr(backups, "finish_backup", finish_beside_a_save)
        store.backups.make()
    (listed,) = store.backups.all()
    assert listed.holding is not None
    assert listed.holding.counts == {Kind.CHECK_INS: 1}
    assert store.backups.due(closing=True)  # the second one is in no backup yet
