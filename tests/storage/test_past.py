"""What can come back: out of the trash, for good out of it, and as it was before a change."""

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from symptrack.domain.errors import JournalUnavailable, RefusedRequest
from symptrack.domain.journal import Kind, Place, Record, place_of
from symptrack.exchange.journal_file import read_journal, write_journal
from symptrack.storage.backup_files import backups_in
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import (
    make_check_in,
    make_journal,
    make_response,
    make_series,
    make_session,
    make_visit,
)
from tests.storage.hand_clock import Hands
from tests.storage.journal_folder import connection_of


@pytest.fixture
def store(paths: JournalPaths, hands: Hands) -> Iterator[Store]:
    with Store.open(paths, now=hands, create=True) as opened:
        yield opened


def deleted(store: Store, *records: Record) -> list[Place]:
    """Save records, move them to the trash, and return where they are found."""
    for record in records:
        store.add(record)
        store.delete(*place_of(record))
    return [place_of(record) for record in records]


def lying(store: Store) -> list[Place]:
    return [place_of(one.record) for one in store.past.deleted()]


def test_several_come_back_together(store: Store) -> None:
    visit, response = make_visit(), make_response()
    places = deleted(store, visit, response)
    store.past.restore(places)
    assert (store.load().visits, store.load().responses) == ((visit,), (response,))
    assert lying(store) == []


def test_where_one_is_not_in_the_trash_none_comes_back(store: Store) -> None:
    (place,) = deleted(store, make_visit())
    with pytest.raises(RefusedRequest, match="not in the trash"):
        store.past.restore([place, (Kind.SESSIONS, place[1])])
    assert lying(store) == [place]
    assert store.load().visits == ()


def test_what_came_back_goes_where_it_was_deleted_when_it_was(store: Store, hands: Hands) -> None:
    visit = make_visit()
    places = deleted(store, visit)
    (before,) = store.past.deleted()
    hands.turn(days=3)
    store.past.restore(places)
    store.revise(replace(visit, note="changed since"))
    store.past.put_back([before])
    (after,) = store.past.deleted()
    assert after == replace(before, record=replace(visit, note="changed since"))
    assert store.load().visits == ()
    with pytest.raises(RefusedRequest, match="no longer in the journal"):
        store.past.put_back([before])


def test_what_comes_back_keeps_naming_what_is_there_comes_along_or_lies_in_the_trash(
    store: Store,
) -> None:
    series = make_series()
    session = make_session(series_id=series.id)
    check_in = make_check_in(session_id=session.id)
    there, along, waiting = deleted(store, series, session, check_in)
    store.past.restore([waiting])
    assert store.get(*waiting) == check_in
    store.delete(*waiting)
    store.past.restore([waiting, along])
    assert (store.get(*waiting), store.get(*along)) == (check_in, session)
    store.past.restore([there])
    store.delete(*waiting)
    store.past.restore([waiting])
    assert store.get(*waiting) == check_in


def test_nothing_names_what_is_gone_for_good(store: Store) -> None:
    series = make_series()
    session = make_session(series_id=series.id)
    live, trashed = make_check_in(session_id=session.id), make_check_in(session_id=session.id)
    other = make_session("2026-09-04 10:30", series_id=series.id)
    store.add(live)
    store.add(other)
    store.save_draft("check-in", {"id": "x", "session_id": session.id, "note": "typed"})
    places = deleted(store, series, session, trashed)
    store.past.remove(places[:2])
    assert store.get(*place_of(live)) == replace(live, session_id=None)
    assert store.get(*place_of(other)) == replace(other, series_id=None)
    (left,) = store.past.deleted()
    assert left.record == replace(trashed, session_id=None)
    draft = store.draft("check-in")
    assert draft is not None
    assert draft.content == {"id": "x", "session_id": None, "note": "typed"}
    journal = store.load()
    written = write_journal(journal, exported_at=store.now(), app_version="1")
    assert read_journal(written).deleted == journal.deleted
    store.past.restore([places[2]])
    assert store.get(*places[2]) == replace(trashed, session_id=None)


def test_what_is_gone_for_good_leaves_no_word_behind(store: Store) -> None:
    visit, kept = make_visit(note="secret"), make_visit(note="kept")
    store.add(kept)
    store.add(visit)
    store.revise(replace(visit, note="another secret"))
    store.revise(replace(kept, note="still there"))
    store.save_draft("visit", {"id": visit.id, "note": "a third secret"})
    store.delete(*place_of(visit))
    store.past.remove([place_of(visit)])
    connection = connection_of(store)
    for rows in (
        connection.execute("SELECT content FROM trash"),
        connection.execute("SELECT content FROM revision"),
        connection.execute("SELECT content FROM draft"),
    ):
        assert "secret" not in str(rows.fetchall())
    assert len(store.history(*place_of(kept))) == 1
    assert connection.execute("PRAGMA secure_delete").fetchall() == [(1,)]
    assert backups_in(store.paths.backups) == []


def test_before_more_than_one_is_removed_a_backup_is_made(store: Store) -> None:
    places = deleted(store, make_visit(), make_response())
    store.past.remove(places)
    assert lying(store) == []
    assert len(backups_in(store.paths.backups)) == 1


def test_where_that_backup_cannot_be_made_nothing_is_removed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    places = deleted(store, make_visit(), make_response())
    with monkeypatch.context() as trouble:
        trouble.setattr("os.fsync", no_room)
        with pytest.raises(JournalUnavailable):
            store.past.remove(places)
    assert lying(store) == places


def test_what_is_not_in_the_trash_is_not_removed(store: Store) -> None:
    visit = make_visit()
    store.add(visit)
    with pytest.raises(RefusedRequest, match="not in the trash"):
        store.past.remove([place_of(visit)])
    assert store.load().visits == (visit,)


def test_after_90_days_and_not_before_an_entry_leaves_by_itself(store: Store, hands: Hands) -> None:
    first, second = make_visit(), make_visit()
    deleted(store, first)
    hands.turn(days=1)
    (later,) = deleted(store, second)
    hands.turn(days=88, hours=23, minutes=59)
    assert store.past.expire() == 0
    hands.turn(minutes=1)
    changes = store.changes
    assert store.past.expire() == 1
    assert lying(store) == [later]
    assert store.changes == changes + 1
    assert store.past.expire() == 0
    assert store.changes == changes + 1


@pytest.mark.parametrize("evidence", ["deleted", "revised", "draft", "entry", "backup"])
def test_nothing_leaves_while_the_clock_looks_set_back(
    store: Store, hands: Hands, evidence: str
) -> None:
    visit = make_visit()
    store.add(visit)
    places = deleted(store, make_response())
    hands.turn(days=200)
    if evidence == "deleted":
        places += deleted(store, make_visit())
    elif evidence == "revised":
        store.revise(replace(visit, note="x"))
    elif evidence == "draft":
        store.save_draft("check-in", {})
    elif evidence == "entry":
        store.add(make_check_in(occurred_at=hands.time))
    else:
        store.backups.make()
    hands.turn(days=-100)
    assert store.past.expire() == 0
    assert lying(store) == places
    hands.turn(days=101)
    assert store.past.expire() == 1


def test_what_was_deleted_by_a_clock_that_was_ahead_stays(store: Store, hands: Hands) -> None:
    hands.turn(days=365)
    deleted(store, make_visit())
    hands.turn(days=-365)
    assert store.past.expire() == 0
    assert len(store.past.deleted()) == 1


def test_an_import_leaves_what_lies_in_the_trash_there(store: Store) -> None:
    visit = make_visit()
    places = deleted(store, visit)
    store.merge(make_journal(visits=[visit]))
    assert lying(store) == places
    assert store.load().visits == ()


def test_a_record_becomes_what_it_was_and_what_it_said_is_kept(store: Store, hands: Hands) -> None:
    first = make_check_in(note="first")
    second = replace(first, note="second")
    store.add(first)
    assert store.past.revised() == frozenset()
    store.revise(second)
    assert store.past.revised() == {place_of(first)}
    store.save_draft("check-in", {"id": first.id, "note": "being changed"})
    assert store.past.being_changed(first.id)
    hands.turn(days=400)
    store.past.revert(first)
    assert not store.past.being_changed(first.id)
    assert store.get(*place_of(first)) == first
    assert [one.record for one in store.history(*place_of(first))] == [first, second]
    assert store.draft("check-in") is None
    store.past.revert(first)
    assert len(store.history(*place_of(first))) == 2


def test_what_a_record_was_named_no_session_that_is_gone(store: Store) -> None:
    session = make_session()
    first = make_check_in(session_id=session.id)
    second = replace(first, session_id=None, note="by itself")
    store.add(first)
    store.revise(second)
    store.past.remove(deleted(store, session))
    store.past.revert(first)
    assert store.get(*place_of(first)) == replace(first, session_id=None)
    with pytest.raises(RefusedRequest, match="no longer in the journal"):
        store.past.revert(make_visit())


def test_the_trash_and_its_days_outlast_a_restart(store: Store, hands: Hands) -> None:
    places = deleted(store, make_visit())
    store.close()
    hands.turn(days=89)
    with Store.open(store.paths, now=hands) as again:
        assert again.past.expire() == 0
        hands.turn(days=1)
        assert again.past.expire() == 1
    with Store.open(store.paths, now=hands) as once_more:
        assert once_more.past.deleted() == ()
        with pytest.raises(RefusedRequest):
            once_more.past.restore(places)
    assert timedelta(days=90) == hands.time - Hands().time
