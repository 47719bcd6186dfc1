import json
from collections.abc import Callable
from pathlib import Path

import pytest

from symptrack.domain.errors import JournalDamaged, KeyMissing
from symptrack.storage.checks import CheckName, Problem
from symptrack.storage.data_key import new_key
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import held_by, read_held, read_keys
from symptrack.storage.store import Store
from tests.builders import make_check_in
from tests.storage.conftest import Clock
from tests.storage.journal_folder import contents


@pytest.fixture
def closed(store: Store, paths: JournalPaths) -> JournalPaths:
    """Return the paths of a journal with one check-in that nobody holds."""
    store.add(make_check_in())
    store.close()
    return paths


def flipped(content: bytes) -> bytes:
    """Return a keys file in which one digit of the key is another one."""
    at = content.index(b'"readable": "') + len(b'"readable": "')
    digit = b"0" if content[at : at + 1] != b"0" else b"1"
    return content[:at] + digit + content[at + 1 :]


HARM: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda content: b"",
    "torn": lambda content: content[: len(content) // 2],
    "flipped": flipped,
    "zeroed": lambda content: bytes(len(content)),
    "not of its kind": lambda content: b"[1, 2]",
    "short": lambda content: b'{"data_key": {"readable": "abc", "fingerprint": ""}}',
    "a number": lambda content: b'{"data_key": {"readable": 5, "fingerprint": ""}}',
    "nested without end": lambda content: b"[" * 100_000,
}


def test_every_key_is_another_one() -> None:
    keys = {new_key() for _ in range(100)}
    assert len(keys) == 100
    assert {len(key) for key in keys} == {64}


def test_the_key_is_kept_twice(closed: JournalPaths) -> None:
    assert closed.keys.read_bytes() == closed.keys_copy.read_bytes()
    assert len(read_keys(closed).candidates) == 1


@pytest.mark.parametrize("which", ["keys", "keys_copy"])
@pytest.mark.parametrize("harm", HARM)
def test_one_harmed_keys_file_is_mended_from_the_other(
    closed: JournalPaths, now: Clock, which: str, harm: str
) -> None:
    path: Path = getattr(closed, which)
    whole = path.read_bytes()
    harmed = HARM[harm](whole)
    path.write_bytes(harmed)
    with Store.open(closed, now=now) as store:
        assert len(store.load().check_ins) == 1
        assert store.check(full=False) == []
    assert path.read_bytes() == whole
    # Nothing is deleted: what was there lies with the damaged files.
    (aside,) = closed.damaged.iterdir()
    assert aside.read_bytes() == harmed


@pytest.mark.parametrize("which", ["keys", "keys_copy"])
def test_one_lost_keys_file_is_written_again(closed: JournalPaths, now: Clock, which: str) -> None:
    path: Path = getattr(closed, which)
    whole = path.read_bytes()
    path.unlink()
    Store.open(closed, now=now).close()
    assert path.read_bytes() == whole
    assert not closed.damaged.exists()


@pytest.mark.parametrize("harm", HARM)
def test_with_both_keys_files_harmed_nothing_is_opened_created_or_changed(
    closed: JournalPaths, now: Clock, harm: str
) -> None:
    for path in (closed.keys, closed.keys_copy):
        path.write_bytes(HARM[harm](path.read_bytes()))
    before = contents(closed)
    for create in (False, True):
        with pytest.raises(KeyMissing, match="nothing was deleted or changed"):
            Store.open(closed, now=now, create=create)
    assert contents(closed) == before


def test_with_both_keys_files_lost_no_new_journal_takes_the_old_ones_place(
    closed: JournalPaths, now: Clock
) -> None:
    closed.keys.unlink()
    closed.keys_copy.unlink()
    before = contents(closed)
    with pytest.raises(KeyMissing):
        Store.open(closed, now=now, create=True)
    assert contents(closed) == before


def test_another_journals_keys_are_put_aside_where_the_second_copy_opens(
    closed: JournalPaths, now: Clock
) -> None:
    own = closed.keys.read_bytes()
    other = JournalPaths(closed.database.with_name("other.db"))
    Store.open(other, now=now, create=True).close()
    for place in ("symptrack.keys-1.json", "symptrack.keys-2.json"):
        closed.keys.write_bytes(other.keys.read_bytes())
        with Store.open(closed, now=now) as store:
            assert len(store.load().check_ins) == 1
        assert closed.keys.read_bytes() == own
        assert (closed.damaged / place).read_bytes() == other.keys.read_bytes()


def test_keys_of_another_journal_alone_open_nothing_and_change_nothing(
    closed: JournalPaths, now: Clock
) -> None:
    other = JournalPaths(closed.database.with_name("other.db"))
    Store.open(other, now=now, create=True).close()
    for path in (closed.keys, closed.keys_copy):
        path.write_bytes(other.keys.read_bytes())
    before = contents(closed)
    with pytest.raises(JournalDamaged):
        Store.open(closed, now=now, create=True)
    assert contents(closed) == before


def test_the_check_names_a_keys_file_lost_while_the_journal_is_open(
    store: Store, paths: JournalPaths
) -> None:
    paths.keys_copy.unlink()
    assert store.check(full=False) == [Problem(CheckName.KEYS, 1)]
    paths.keys.unlink()
    assert store.check(full=True) == [Problem(CheckName.KEYS, 2)]


def test_the_keys_file_says_what_it_is(closed: JournalPaths) -> None:
    document = json.loads(closed.keys.read_bytes())
    assert (document["format"], document["version"]) == ("symptrack-keys", 1)
    assert set(document["data_key"]) == {"readable", "fingerprint"}


def test_a_keys_file_of_another_kind_or_that_cannot_be_read_holds_nothing(
    closed: JournalPaths,
) -> None:
    document = json.loads(closed.keys.read_bytes())
    for change in ({"version": 2}, {"format": "other"}):
        closed.keys.write_text(json.dumps(document | change))
        assert read_held(closed.keys) == ()
    closed.keys.unlink()
    closed.keys.mkdir()
    assert read_held(closed.keys) == ()
    with pytest.raises(IsADirectoryError):
        held_by(closed.keys)
