"""Whatever the domain lets in comes out of the database equal."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from symptrack.domain.journal import KIND_OF, Journal, Record
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.plain import to_plain
from symptrack.storage.store import Store
from tests import record_strategies as of
from tests.builders import at, make_check_in, make_response
from tests.strategies import journals, unordered

RECORDS = st.one_of(
    of.series,
    of.sessions([make_check_in().id]),
    of.check_ins([make_check_in().id], ["mood", "own_one"], ["nausea", "itching"]),
    of.responses(),
    of.clinic_scores(),
    of.medications,
    of.visits,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return one open journal for many examples, each with ids of its own."""
    paths = JournalPaths(tmp_path_factory.mktemp("journal") / "symptrack.db")
    with Store.open(paths, now=lambda: at("2026-09-01 21:00"), create=True) as store:
        yield store


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(record=RECORDS, changed=RECORDS)
def test_every_record_comes_out_as_it_went_in(
    shared: Store, record: Record, changed: Record
) -> None:
    kind = KIND_OF[type(record)]
    if shared.get(kind, record.id) is not None:  # hypothesis likes to come back to an id
        shared.delete(kind, record.id)
        shared.restore(kind, record.id)
        shared.complete(record, draft="")
    else:
        shared.add(record)
    back = shared.get(kind, record.id)
    assert back == record
    assert to_plain(back) == to_plain(record)  # wall time and offset too
    assert record in getattr(shared.load(), kind.value)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(journal=journals())
def test_a_whole_journal_comes_out_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory, journal: Journal
) -> None:
    paths = JournalPaths(tmp_path_factory.mktemp("journal") / "symptrack.db")
    with Store.open(paths, now=lambda: at("2026-09-01 21:00"), create=True) as store:
        store.merge(journal)
    with Store.open(paths, now=lambda: at("2026-09-01 21:00")) as store:
        assert unordered(store.load()) == unordered(journal)
        assert store.check(full=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NUL \x00 in the middle",
        "מה שלומך \u202e evil",
        "👩‍👩‍👧‍👦🌙 e\u0301",
        "'; DROP TABLE check_in; --",
        "<b>&amp;</b> $\\frac{1}{2}$ =cmd|' /C calc'!A0 \ufeff\u2028\x7f",
        "é" * 20_000,
    ],
)
def test_a_note_is_kept_to_the_last_character(store: Store, text: str) -> None:
    check_in = make_check_in(note=text)
    store.add(check_in)
    store.revise(make_check_in(id=check_in.id, note="shorter"))
    store.save_draft("check-in", {"note": text})
    assert store.history(KIND_OF[type(check_in)], check_in.id)[0].record == check_in
    draft = store.draft("check-in")
    assert draft is not None
    assert draft.content == {"note": text}


def test_half_a_character_in_a_draft_is_no_trouble(store: Store) -> None:
    store.save_draft("check-in", {"note": "\ud83d"})
    draft = store.draft("check-in")
    assert draft is not None
    assert draft.content == {"note": "\ud83d"}


def test_a_part_of_the_journal_is_what_happened_since(store: Store) -> None:
    early, late = make_check_in("2026-09-01 18:00"), make_check_in("2026-09-08 18:00")
    first, second = make_response("2026-08-30 09:00"), make_response("2026-09-13 09:00")
    records: list[Any] = [late, early, second, first]
    for record in records:
        store.add(record)
    store.delete(KIND_OF[type(second)], first.id)
    whole = store.load()
    assert whole.check_ins == (early, late)
    assert len(whole.deleted) == 1
    part = store.load(since=at("2026-09-09 00:00", "Europe/Berlin"))
    assert part.check_ins == (late,)
    assert part.responses == (second,)
    assert part.deleted == ()
    assert store.load(since=late.occurred_at).check_ins == (late,)
