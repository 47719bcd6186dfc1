"""What the patient wrote is found by the beginnings of words, and only while it is there."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from symptrack.domain.journal import Kind, Record, place_of
from symptrack.storage.imports import ImportedFile, Imports
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import (
    make_check_in,
    make_journal,
    make_medication,
    make_series,
    make_session,
    make_visit,
)
from tests.long_journal import long_journal
from tests.storage.conftest import Clock
from tests.storage.journal_folder import connection_of

NOTE = "Café im Wald. Zebras, “naïve” and well-rested\nthe second line"


def found(store: Store, asked: str) -> list[str]:
    """Return what was found, each with its marks in brackets."""
    return [_shown(one.words, one.marks) for one in store.search(asked)]


def _shown(words: str, marks: tuple[tuple[int, int], ...]) -> str:
    for first, last in reversed(marks):
        words = f"{words[:first]}[{words[first:last]}]{words[last:]}"
    return words


def in_step(store: Store) -> bool:
    """Whether what can be found is exactly what stands in the journal."""
    connection = connection_of(store)
    connection.execute(
        "INSERT INTO written_search (written_search, rank) VALUES ('integrity-check', 1)"
    )
    journal = store.load()
    parts = (
        (journal.check_ins, ("note",)),
        (journal.sessions, ("note", "intention")),
        (journal.series, ("goal",)),
        (journal.visits, ("questions", "note")),
        (journal.medications, ("note",)),
    )
    wanted = {
        (str(place_of(one)[0]), one.id, part, getattr(one, part))
        for records, names in parts
        for one in records
        for part in names
        if getattr(one, part)
    }
    rows = connection.execute("SELECT kind, record_id, part, words FROM written").fetchall()
    return sorted(wanted) == sorted(map(tuple, rows))


@pytest.mark.parametrize(
    ("asked", "marked"),
    [
        ("zeb", "[Zebras]"),
        ("ZEBRAS", "[Zebras]"),
        ("cafe", "[Café]"),
        ("CAFÉ", "[Café]"),
        ("cafe\u0301", "[Café]"),
        ("naive", "[naïve]"),
        ("well-rest", "[well-rested]"),
        ("seco", "[second]"),
        ("wal zeb", "[Wald]. [Zebras]"),
        ("zeb wal", "[Wald]. [Zebras]"),
    ],
)
def test_words_are_found_by_their_beginnings_whatever_case_and_accents(
    store: Store, asked: str, marked: str
) -> None:
    store.add(make_check_in(note=NOTE))
    store.add(make_check_in(note="Nothing of it"))
    (shown,) = found(store, asked)
    assert marked in shown


@pytest.mark.parametrize("asked", ["", "  ", "ebras", "zeb nothing", "lin sec third"])
def test_what_does_not_stand_there_is_not_found(store: Store, asked: str) -> None:
    store.add(make_check_in(note=NOTE))
    assert found(store, asked) == []


@pytest.mark.parametrize("script", ["今日は静か", "Привет", "שורה", "नमस्ते", "สวัสดี", "Ελλάδα"])
def test_every_script_is_found_by_the_beginning_of_what_stands_together(
    store: Store, script: str
) -> None:
    store.add(make_check_in(note=f"{script}, then"))
    assert found(store, script[:2]) == [f"[{script}], then"]  # up to the next space or sign


@pytest.mark.parametrize(
    "asked",
    ['"zeb', 'zeb"', "zeb*", "-zeb", "^zeb", "(zeb", "{zeb}", "zeb -", "*zeb", "words:zeb", "+zeb"],
)
def test_signs_are_no_operators(store: Store, asked: str) -> None:
    store.add(make_check_in(note="zebras, words: zebra"))
    assert len(found(store, asked)) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "NEAR(zebras",
        "zebras OR lions",
        "NOT zebras",
        "zebras AND",
        '"',
        "*",
        "- -",
        "\ud800",
        "a " * 9_000,
    ],
)
def test_words_of_the_index_are_words_and_nothing_typed_is_an_error(
    store: Store, asked: str
) -> None:
    store.add(make_check_in(note="zebras"))
    assert found(store, asked) == []


def test_a_sign_that_means_nothing_in_a_text_is_found_without_marks(store: Store) -> None:
    store.add(make_check_in(note="zebras \ufdd0 and \x00 lions"))
    assert found(store, "zebras lions") == ["zebras \ufdd0 and \x00 lions"]


def test_all_that_the_patient_writes_is_found_with_where_it_stands(store: Store) -> None:
    records: list[Record] = [
        make_check_in(note="zebras"),
        make_session(note="zebras", intention="zebras"),
        make_series(goal="zebras"),
        make_visit(questions="zebras", note="zebras"),
        make_medication(note="zebras"),
    ]
    for one in records:
        store.add(one)
    assert {(one.place[0], one.part) for one in store.search("zebra")} == {
        (Kind.CHECK_INS, "note"),
        (Kind.SESSIONS, "note"),
        (Kind.SESSIONS, "intention"),
        (Kind.SERIES, "goal"),
        (Kind.VISITS, "questions"),
        (Kind.VISITS, "note"),
        (Kind.MEDICATIONS, "note"),
    }
    assert in_step(store)


CHECK_IN = make_check_in(note="zebras")
LATER = replace(CHECK_IN, note="lions")


def _undo_import(store: Store) -> None:
    incoming = make_journal(check_ins=[make_check_in(note="tigers")])
    Imports(store).take_in(incoming, ImportedFile("old.csv", b"x"))
    assert len(found(store, "tigers")) == 1
    Imports(store).undo(Imports(store).all()[0].id)


def _revert(store: Store) -> None:
    store.revise(LATER)
    store.past.revert(CHECK_IN)


def _restore(store: Store) -> None:
    store.delete(*place_of(CHECK_IN))
    assert found(store, "zebras") == []
    store.restore(*place_of(CHECK_IN))


def _throw_away_again(store: Store) -> None:
    store.delete(*place_of(CHECK_IN))
    lying = store.past.deleted()
    store.past.restore([place_of(CHECK_IN)])
    store.past.put_back(lying)


@pytest.mark.parametrize(
    ("write", "zebras", "lions"),
    [
        (lambda store: store.revise(LATER), 0, 1),
        (lambda store: store.revise(replace(CHECK_IN, note="")), 0, 0),
        (lambda store: store.delete(*place_of(CHECK_IN)), 0, 0),
        (lambda store: store.complete(LATER, draft="check-in"), 0, 1),
        (lambda store: store.amend(LATER), 0, 1),
        (lambda store: store.rehearse(make_journal(check_ins=[make_check_in(note="lions")])), 1, 0),
        (lambda store: store.merge(make_journal(check_ins=[make_check_in(note="lions")])), 1, 1),
        (lambda store: store.merge(long_journal(years=1)), 1, 0),
        (_undo_import, 1, 0),
        (_revert, 1, 0),
        (_restore, 1, 0),
        (_throw_away_again, 0, 0),
    ],
)
def test_every_way_of_writing_keeps_the_search_in_step(
    store: Store, write: Callable[[Store], object], zebras: int, lions: int
) -> None:
    store.add(CHECK_IN)
    write(store)
    assert (len(found(store, "zebra")), len(found(store, "lion"))) == (zebras, lions)
    assert in_step(store)


def test_a_text_that_is_changed_in_its_place_is_found_as_it_is_now(store: Store) -> None:
    store.add(CHECK_IN)
    store.add(make_visit(note="zebras", questions="zebras"))
    connection = connection_of(store)
    connection.execute("UPDATE check_in SET note = 'lions'")
    connection.execute("UPDATE visit SET note = ''")
    assert len(found(store, "zebra")) == 1
    assert in_step(store)


def test_what_is_deleted_leaves_no_trace_in_the_index(store: Store) -> None:
    store.merge(long_journal(years=1))
    store.add(CHECK_IN)
    store.delete(*place_of(CHECK_IN))
    store.past.remove([place_of(CHECK_IN)])
    connection = connection_of(store)
    blobs = connection.execute("SELECT block FROM written_search_data").fetchall()
    assert not any(b"ebras" in bytes(block) for (block,) in blobs)
    assert in_step(store)


def test_a_journal_opens_again_with_what_can_be_found(
    store: Store, paths: JournalPaths, now: Clock
) -> None:
    store.add(CHECK_IN)
    store.close()
    with Store.open(paths, now=now) as again:
        assert found(again, "zeb") == ["[zebras]"]
        assert again.check(full=True) == []
