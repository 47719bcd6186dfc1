"""The whole journal, read once for every page that needs all of it."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from symptrack.presenters.whole_journal import WholeJournal
from symptrack.storage.store import Store
from tests.builders import make_check_in, make_journal
from tests.opened import SetClock, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    journal = make_journal(check_ins=[make_check_in("2026-09-01 09:00")])
    with open_store(tmp_path, SetClock("2026-09-05 12:00"), journal) as opened:
        yield opened


@pytest.fixture
def collecting() -> Iterator[None]:
    """Put back whether Python looks for garbage."""
    working = gc.isenabled()
    yield
    if working:
        gc.enable()
    else:
        gc.disable()


def test_it_is_read_again_only_once_something_was_written(store: Store) -> None:
    whole = WholeJournal(store)
    first = whole.read()
    assert whole.read() is first
    store.add(make_check_in("2026-09-02 09:00"))
    assert whole.read() is not first
    assert len(whole.read().journal.check_ins) == 2


@pytest.mark.parametrize("working", [True, False])
@pytest.mark.usefixtures("collecting")
def test_looking_for_garbage_goes_on_as_it_was_before(store: Store, working: bool) -> None:
    if working:
        gc.enable()
    else:
        gc.disable()
    WholeJournal(store).read()
    assert gc.isenabled() is working
