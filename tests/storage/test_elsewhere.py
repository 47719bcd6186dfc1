"""A copy kept elsewhere: one file, opened by its code alone, on any computer."""

import errno
import json
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from symptrack.domain.errors import (
    DiskFull,
    JournalDamaged,
    JournalLocked,
    RefusedFile,
    RefusedRequest,
)
from symptrack.storage import elsewhere
from symptrack.storage.copying import opened_copy
from symptrack.storage.elsewhere import (
    copy_for_elsewhere,
    opened_from_elsewhere,
    restore_from_elsewhere,
)
from symptrack.storage.held_key import readable_key
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import read_keys
from symptrack.storage.openers import with_passphrase
from symptrack.storage.reading import journal_in
from symptrack.storage.recovery_code import new_code
from symptrack.storage.store import Store
from tests.builders import make_check_in
from tests.journals import first_series
from tests.readable_keys import key_of
from tests.storage.hand_clock import Hands
from tests.storage.protected import PASSPHRASE, SECRETS, protect, readable_keys_in
from tests.strategies import unordered

CODE = new_code()
Change = Callable[[dict[str, bytes]], object]
NOT_OURS = "not a copy that Symptrack made"


@pytest.fixture
def store(paths: JournalPaths, hands: Hands) -> Iterator[Store]:
    with Store.open(paths, now=hands, create=True) as opened:
        opened.merge(first_series())
        yield opened


@pytest.fixture
def copy(store: Store, tmp_path: Path) -> Path:
    file = tmp_path / "stick" / "mine.symptrack"
    file.parent.mkdir()
    file.write_bytes(copy_for_elsewhere(store, CODE))
    return file


@pytest.fixture
def other(tmp_path: Path) -> JournalPaths:
    return JournalPaths(tmp_path / "new computer" / "symptrack.db")


def members(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_on_a_new_computer_the_code_gives_back_everything(
    store: Store, copy: Path, other: JournalPaths, hands: Hands
) -> None:
    restored = restore_from_elsewhere(other, copy, CODE.lower(), now=hands)
    assert (restored.undo, restored.aside) == (None, None)
    with Store.open(other, now=hands) as there:
        assert unordered(there.load()) == unordered(store.load())
        assert there.check(full=True) == []
    assert {path.name for path in other.database.parent.iterdir()} == {
        "symptrack.db", "symptrack.keys.json", "symptrack.backups", "symptrack.lock",
    }  # fmt: skip


def test_no_readable_key_is_in_a_copy(
    store: Store, copy: Path, other: JournalPaths, hands: Hands
) -> None:
    restore_from_elsewhere(other, copy, CODE, now=hands)
    data = copy.read_bytes()
    for key in (key_of(store.paths), key_of(other)):
        assert key.encode() not in data
        assert bytes.fromhex(key) not in data
    assert CODE.encode() not in data
    assert CODE.replace("-", "").encode() not in data
    assert b"SQLite format 3" not in data


def test_the_journals_key_does_not_open_a_copy(store: Store, copy: Path, tmp_path: Path) -> None:
    database = tmp_path / "journal.db"
    database.write_bytes(members(copy)["journal.db"])
    key = key_of(store.paths)
    with (
        pytest.raises(JournalDamaged),
        opened_copy(database, (key,), JournalPaths(tmp_path / "x.db")),
    ):
        pass


def test_a_copy_says_in_plain_words_what_it_is(copy: Path) -> None:
    assert members(copy)["README.txt"].startswith(b"An encrypted copy of a Symptrack journal.")


def test_a_copy_is_looked_at_without_changing_anything(copy: Path, other: JournalPaths) -> None:
    with opened_from_elsewhere(other, copy, CODE) as db:
        assert unordered(journal_in(db)) == unordered(first_series())
    assert list(other.database.parent.iterdir()) == []


def test_over_a_journal_it_is_undone_like_a_backup(store: Store, copy: Path, hands: Hands) -> None:
    paths, key = store.paths, key_of(store.paths)
    store.add(make_check_in())
    store.close()
    restored = restore_from_elsewhere(paths, copy, CODE, now=hands)
    assert restored.undo is not None
    assert key_of(paths) == key
    with Store.open(paths, now=hands) as again:
        assert len(again.load().check_ins) == 36


def test_another_code_does_not_open_it(copy: Path, other: JournalPaths, hands: Hands) -> None:
    with pytest.raises(RefusedRequest, match="does not open this copy"):
        restore_from_elsewhere(other, copy, new_code(), now=hands)
    assert not other.database.exists()


def test_a_slip_in_the_code_is_told_and_nothing_is_restored(
    copy: Path, other: JournalPaths, hands: Hands
) -> None:
    with pytest.raises(RefusedRequest, match="slip"):
        restore_from_elsewhere(other, copy, "U" + CODE[1:], now=hands)
    assert not other.database.exists()


def test_a_file_that_is_not_there_is_told(
    other: JournalPaths, hands: Hands, tmp_path: Path
) -> None:
    for path in (tmp_path / "none.symptrack", tmp_path):
        with pytest.raises(RefusedFile, match="cannot be read"):
            restore_from_elsewhere(other, path, CODE, now=hands)


def rewritten(copy: Path, change: Callable[[dict[str, bytes]], object]) -> None:
    parts = members(copy)
    change(parts)
    with zipfile.ZipFile(copy, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def with_keys(change: Callable[[dict[str, object]], object]) -> Change:
    def apply(parts: dict[str, bytes]) -> None:
        document = json.loads(parts["keys.json"])
        change(document)
        parts["keys.json"] = json.dumps(document).encode()

    return apply


@pytest.mark.parametrize(
    "change",
    [
        lambda parts: parts.pop("keys.json"),
        lambda parts: parts.pop("journal.db"),
        lambda parts: parts.update({"../escape": b"x"}),
        lambda parts: parts.update({"keys.json": b"[]"}),
        lambda parts: parts.update({"keys.json": b"{"}),
        lambda parts: parts.update({"keys.json": b"[" * 9_000}),
        lambda parts: parts.update({"keys.json": b" " * 20_000}),
        with_keys(lambda keys: keys.update(version=2)),
        with_keys(lambda keys: keys.update(format="other")),
        with_keys(lambda keys: keys.update(data_key={"readable": "x"})),
        with_keys(lambda keys: keys.update(data_key=readable_key("0" * 64).as_plain())),
        with_keys(lambda keys: keys.update(recovery_code={})),
    ],
)
def test_what_is_not_exactly_a_copy_is_refused(
    copy: Path, other: JournalPaths, hands: Hands, change: Change
) -> None:
    rewritten(copy, change)
    with pytest.raises(RefusedFile, match=NOT_OURS):
        restore_from_elsewhere(other, copy, CODE, now=hands)
    assert list(other.database.parent.iterdir()) == []


def test_a_member_twice_or_packed_is_refused(copy: Path, other: JournalPaths, hands: Hands) -> None:
    parts = members(copy)
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(RefusedFile, match=NOT_OURS):
        restore_from_elsewhere(other, copy, CODE, now=hands)
    with zipfile.ZipFile(copy, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("keys.json", parts["keys.json"])
    with pytest.raises(RefusedFile, match=NOT_OURS):
        restore_from_elsewhere(other, copy, CODE, now=hands)


def test_more_bytes_than_any_journal_has_are_not_unpacked(
    copy: Path, other: JournalPaths, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "MOST_BYTES", 10_000)
    with pytest.raises(RefusedFile, match=NOT_OURS):
        restore_from_elsewhere(other, copy, CODE, now=hands)
    assert list(other.database.parent.iterdir()) == []


def test_no_damage_to_a_copy_is_taken_for_a_journal(
    copy: Path, other: JournalPaths, hands: Hands
) -> None:
    whole = copy.read_bytes()
    chance = random.Random(8)
    edges = [len(whole) - place for place in range(1, 300, 12)] + list(range(0, 900, 50))
    for place in [*edges, *(chance.randrange(len(whole)) for _each in range(20))]:
        harmed = bytearray(whole)
        harmed[place] ^= 1 << chance.randrange(8)
        copy.write_bytes(harmed)
        try:
            with opened_from_elsewhere(other, copy, CODE) as db:
                assert unordered(journal_in(db)) == unordered(first_series())  # an idle bit
        except (RefusedFile, RefusedRequest):
            pass
    for length in (0, 10, 1_000, len(whole) // 2, len(whole) - 1):
        copy.write_bytes(whole[:length])
        with pytest.raises(RefusedFile, match=NOT_OURS):
            restore_from_elsewhere(other, copy, CODE, now=hands)


def test_without_room_no_copy_is_made(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = set(store.paths.database.parent.iterdir())

    def no_room(**_options: object) -> str:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("tempfile.mkdtemp", no_room)
    with pytest.raises(DiskFull):
        copy_for_elsewhere(store, CODE)
    assert set(store.paths.database.parent.iterdir()) == before


@pytest.fixture
def protected(store: Store, paths: JournalPaths, hands: Hands, tmp_path: Path) -> Path:
    """Return a copy of a journal that a passphrase protects."""
    store.close()
    protect(paths, hands)
    file = tmp_path / "protected.symptrack"
    with Store.open(paths, now=hands, opener=with_passphrase(PASSPHRASE)) as opened:
        file.write_bytes(copy_for_elsewhere(opened))
    return file


@pytest.mark.parametrize("typed", [PASSPHRASE, SECRETS.code], ids=["passphrase", "code"])
def test_the_secrets_of_a_protected_journal_open_its_copy_and_protect_it_elsewhere(
    protected: Path, other: JournalPaths, hands: Hands, typed: str
) -> None:
    restore_from_elsewhere(other, protected, typed, now=hands)
    assert readable_keys_in(other.database.parent) == []
    with pytest.raises(JournalLocked):
        Store.open(other, now=hands)
    with Store.open(other, now=hands, opener=with_passphrase(PASSPHRASE)) as there:
        assert unordered(there.load()) == unordered(first_series())


def test_in_place_of_a_journal_just_begun_it_stays_protected(
    protected: Path, other: JournalPaths, hands: Hands
) -> None:
    with Store.open(other, now=hands, create=True):
        pass
    restore_from_elsewhere(other, protected, PASSPHRASE, now=hands)
    assert readable_keys_in(other.database.parent) == []
    with pytest.raises(JournalLocked):
        Store.open(other, now=hands)
    with Store.open(other, now=hands, opener=with_passphrase(PASSPHRASE)) as there:
        assert there.check(full=True) == []
        assert unordered(there.load()) == unordered(first_series())


def test_a_journal_in_use_without_a_passphrase_goes_on_without_one(
    protected: Path, other: JournalPaths, hands: Hands
) -> None:
    with Store.open(other, now=hands, create=True) as there:
        there.add(make_check_in("2026-11-21 08:00"))
    restore_from_elsewhere(other, protected, PASSPHRASE, now=hands)
    with Store.open(other, now=hands) as there:
        assert not there.protected


def test_killed_between_the_keys_and_the_journal_either_of_them_opens(
    protected: Path, other: JournalPaths, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(other, now=hands, create=True):
        pass

    replace = Path.replace

    def killed(path: Path, target: Path) -> Path:
        if target == other.database:
            raise KeyboardInterrupt
        return replace(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            restore_from_elsewhere(other, protected, PASSPHRASE, now=hands)
    assert [one.protected for one in read_keys(other).first] == [True, False]
    with Store.open(other, now=hands) as there:
        assert not there.protected
    assert [one.protected for one in read_keys(other).first] == [False]


def test_no_other_secret_opens_the_copy_of_a_protected_journal(
    protected: Path, other: JournalPaths, hands: Hands
) -> None:
    for typed in ("", "another passphrase", CODE):
        with pytest.raises(RefusedRequest, match="neither the passphrase nor the recovery code"):
            restore_from_elsewhere(other, protected, typed, now=hands)
    assert not other.database.exists()


def test_a_copy_without_a_code_is_made_of_a_protected_journal_only(store: Store) -> None:
    with pytest.raises(ValueError, match="no readable key"):
        copy_for_elsewhere(store)
