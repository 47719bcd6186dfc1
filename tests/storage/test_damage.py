"""Whatever is wrong with the file: a sentence, soon, and nothing deleted or changed."""

import os
import random
import time

import pytest

from symptrack.domain.errors import JournalDamaged
from symptrack.storage.checks import CheckName
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.journals import first_series
from tests.storage.conftest import Clock
from tests.storage.damage import HARM, PAGE
from tests.storage.journal_folder import connection_of, contents

FLIPS = 1_000


@pytest.fixture
def closed(store: Store, paths: JournalPaths) -> JournalPaths:
    """Return the paths of a filled journal that nobody holds."""
    store.merge(first_series())
    store.close()
    return paths


def refuse(paths: JournalPaths, now: Clock) -> None:
    """Assert that opening is refused within 5 s and leaves everything as it is."""
    before = contents(paths)
    began = time.monotonic()
    for create in (False, True):
        with pytest.raises(JournalDamaged, match="nothing was deleted or changed"):
            Store.open(paths, now=now, create=create)
    assert time.monotonic() - began < 5
    assert contents(paths) == before


@pytest.mark.parametrize("harm", HARM)
def test_a_damaged_file_is_refused_and_left_as_it_is(
    closed: JournalPaths, now: Clock, harm: str
) -> None:
    whole = closed.database.read_bytes()
    harmed = HARM[harm](whole)
    assert harmed != whole
    closed.database.write_bytes(harmed)
    refuse(closed, now)


def test_every_flipped_bit_is_noticed(closed: JournalPaths, now: Clock) -> None:
    whole = closed.database.read_bytes()
    chance = random.Random(2026)
    for flip in range(FLIPS):
        place = chance.randrange(len(whole)) if flip else 0
        harmed = bytearray(whole)
        harmed[place] ^= 1 << chance.randrange(8)
        closed.database.write_bytes(harmed)
        with pytest.raises(JournalDamaged):
            Store.open(closed, now=now)
        assert closed.database.read_bytes() == harmed
    closed.database.write_bytes(whole)
    with Store.open(closed, now=now) as store:
        assert len(store.load().check_ins) == 36


def test_rows_that_lead_nowhere_are_noticed(store: Store, paths: JournalPaths, now: Clock) -> None:
    connection_of(store).execute("PRAGMA foreign_keys = OFF")
    connection_of(store).execute(
        "INSERT INTO check_in_rating (check_in_id, symptom, rating) VALUES ('gone', 'mood', 3)"
    )
    assert [problem.check for problem in store.check(full=False)] == [CheckName.REFERENCES]
    store.close()
    refuse(paths, now)


def test_damage_that_comes_while_the_journal_is_open(
    store: Store, paths: JournalPaths, now: Clock
) -> None:
    store.merge(first_series())
    connection_of(store).execute("PRAGMA shrink_memory")
    connection_of(store).execute("PRAGMA cache_size = 1")
    handle = os.open(paths.database, os.O_WRONLY)
    for page in range(1, 20):
        os.pwrite(handle, b"x" * 10, page * PAGE + 100)
    os.close(handle)
    with pytest.raises(JournalDamaged, match="nothing was deleted or changed"):
        store.load()
    assert {problem.check for problem in store.check(full=True)} >= {
        CheckName.STRUCTURE,
        CheckName.ENCRYPTION,
    }
    store.close()
    assert paths.lock.read_bytes() == b"open\n"  # no clean end: the next start looks at it all
    refuse(paths, now)
