"""An import is one step, kept with its file, and can be undone days later."""

import errno
import os
from dataclasses import replace

import pytest
import sqlcipher3

from symptrack.domain.errors import DiskFull, RefusedRequest
from symptrack.domain.journal import DeletedRecord, Journal, Kind
from symptrack.domain.patient import Patient
from symptrack.domain.settings import Settings
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import Symptom
from symptrack.storage.imports import ImportedFile, Imports, Undone
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import (
    at,
    make_check_in,
    make_effect,
    make_journal,
    make_series,
    make_session,
    make_visit,
)
from tests.journals import design_series, first_series
from tests.storage.conftest import Clock
from tests.storage.journal_folder import connection_of
from tests.strategies import unordered

FILE = ImportedFile("diary.csv", b"date,mood\n" * 50)


def take_in(store: Store, incoming: Journal, file: ImportedFile = FILE) -> str:
    """Take a journal in and return the import's id."""
    Imports(store).take_in(incoming, file)
    return Imports(store).all()[0].id


def test_an_import_is_kept_with_its_file_and_counts(store: Store) -> None:
    incoming = make_journal(check_ins=[make_check_in(), make_check_in()], visits=[make_visit()])
    result = Imports(store).take_in(incoming, FILE)
    assert result.added == {Kind.CHECK_INS: 2, Kind.VISITS: 1}
    (kept,) = Imports(store).all()
    assert kept.file_name == "diary.csv"
    assert kept.counts == {Kind.CHECK_INS: 2, Kind.VISITS: 1}
    assert Imports(store).file(kept.id) == FILE.content


def test_where_nothing_new_comes_in_nothing_is_kept(store: Store) -> None:
    incoming = first_series()
    take_in(store, incoming)
    changes = store.changes
    assert Imports(store).take_in(incoming, FILE).added == {}
    assert len(Imports(store).all()) == 1
    assert store.changes == changes


def test_a_journal_that_holds_something_is_backed_up_before_and_again_before_the_undo(
    store: Store,
) -> None:
    store.add(make_visit())
    import_id = take_in(store, make_journal(check_ins=[make_check_in()]))
    assert len(store.backups.all()) == 1
    Imports(store).undo(import_id)
    newest, first = store.backups.all()
    assert newest.holding is not None
    assert first.holding is not None
    assert newest.holding.counts == {Kind.VISITS: 1, Kind.CHECK_INS: 1}
    assert first.holding.counts == {Kind.VISITS: 1}


def test_where_no_backup_can_be_made_nothing_comes_in(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(make_visit())

    def no_room(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", no_room)
        with pytest.raises(DiskFull):
            Imports(store).take_in(make_journal(check_ins=[make_check_in()]), FILE)
    assert store.load().check_ins == ()
    assert Imports(store).all() == ()


def test_undoing_takes_out_all_of_it_after_a_restart_and_later_entries(
    paths: JournalPaths, now: Clock
) -> None:
    own = design_series()
    with Store.open(paths, now=now, create=True) as store:
        store.merge(own)
        take_in(store, first_series())
    later = make_check_in(note="typed later")
    with Store.open(paths, now=now) as store:
        store.add(later)
        (kept,) = Imports(store).all()
        preview = Imports(store).undo_preview(kept.id)
        assert Imports(store).undo(kept.id) == preview
        assert preview == Undone(removed=kept.counts)
        # Mood and anxiety, which the file brought, are rated by what stays.
        left = replace(store.load(), symptoms=())
        assert unordered(left) == unordered(replace(own, check_ins=(*own.check_ins, later)))
        assert Imports(store).all() == ()
        assert Imports(store).file(kept.id) is None
        # What was undone can come in again.
        assert Imports(store).take_in(first_series(), FILE).added == kept.counts


def test_what_was_changed_by_hand_since_stays(store: Store) -> None:
    changed, changed_back, left = make_check_in(), make_check_in(), make_check_in()
    import_id = take_in(store, make_journal(check_ins=[changed, changed_back, left]))
    store.revise(replace(changed, note="mine"))
    store.revise(replace(changed_back, note="mine"))
    store.revise(changed_back)
    undone = Imports(store).undo(import_id)
    assert undone == Undone({Kind.CHECK_INS: 1}, {Kind.CHECK_INS: 2})
    assert {one.id for one in store.load().check_ins} == {changed.id, changed_back.id}


def test_what_was_deleted_since_leaves_the_trash_unless_it_was_changed(store: Store) -> None:
    thrown, changed = make_check_in(), make_check_in()
    came_deleted = DeletedRecord(
        kind=Kind.VISITS, deleted_at=at("2026-08-01 12:00"), record=make_visit()
    )
    incoming = make_journal(check_ins=[thrown, changed], deleted=[came_deleted])
    import_id = take_in(store, incoming)
    store.revise(replace(changed, note="mine"))
    for one in (thrown, changed):
        store.delete(Kind.CHECK_INS, one.id)
    assert Imports(store).undo(import_id) == Undone()
    assert [one.record.id for one in store.load().deleted] == [changed.id]


def test_a_session_and_its_series_stay_while_something_that_stays_names_them(
    store: Store,
) -> None:
    series, other = make_series(), make_series()
    session, unused = make_session(series_id=series.id), make_session(series_id=other.id)
    import_id = take_in(store, make_journal(series=[series, other], sessions=[session, unused]))
    own = make_check_in(session_id=session.id)
    store.add(own)
    store.delete(Kind.CHECK_INS, own.id)  # it may come back
    undone = Imports(store).undo(import_id)
    assert undone == Undone({Kind.SERIES: 1, Kind.SESSIONS: 1}, {Kind.SERIES: 1, Kind.SESSIONS: 1})
    assert store.load().series == (series,)
    assert store.load().sessions == (session,)


def test_choices_that_were_filled_in_are_taken_back(store: Store) -> None:
    incoming = make_journal(
        patient=Patient(label="J. M.", clinic_name="Harbour"),
        settings=Settings(calendar_title="Coffee"),
        symptoms=[Symptom(key="rest", label="Rest")],
        side_effects=[OwnSideEffect(key="itch", label="Itch")],
        check_ins=[make_check_in(ratings={"rest": 3}, side_effects=(make_effect("itch"),))],
    )
    Imports(store).take_in(incoming, FILE)
    Imports(store).undo(Imports(store).all()[0].id)
    assert unordered(store.load()) == unordered(make_journal())


def test_choices_that_were_changed_or_are_in_use_stay(store: Store) -> None:
    incoming = make_journal(
        patient=Patient(label="J. M."),
        settings=Settings(calendar_title="Coffee"),
        symptoms=[Symptom(key="rest"), Symptom(key="calm")],
        side_effects=[OwnSideEffect(key="itch"), OwnSideEffect(key="rash")],
    )
    import_id = take_in(store, incoming)
    store.save_patient(Patient(label="J."))
    store.save_settings(Settings(calendar_title="Tea"))
    store.save_symptom(Symptom(key="calm", label="Calm"))
    store.save_own_effect(OwnSideEffect(key="rash", label="Rash"))
    own = make_check_in(ratings={"rest": 3}, side_effects=(make_effect("itch"),))
    store.add(own)
    Imports(store).undo(import_id)
    journal = store.load()
    assert journal.patient == Patient(label="J.")
    assert journal.settings == Settings(calendar_title="Tea")
    assert {one.key for one in journal.symptoms} == {"rest", "calm"}
    assert {one.key for one in journal.side_effects} == {"itch", "rash"}


def test_what_was_confirmed_stays_and_keeps_no_file(store: Store) -> None:
    import_id = take_in(store, make_journal(check_ins=[make_check_in()]))
    Imports(store).confirm(import_id)
    assert Imports(store).all() == ()
    assert len(store.load().check_ins) == 1
    with pytest.raises(RefusedRequest, match="can no longer be undone"):
        Imports(store).undo(import_id)


def test_a_record_that_is_gone_altogether_is_no_hindrance(store: Store) -> None:
    gone = make_check_in()
    import_id = take_in(store, make_journal(check_ins=[gone]))
    store.amend(gone, empty=True)
    assert Imports(store).undo(import_id) == Undone()


def test_two_imports_are_undone_each_by_itself(store: Store) -> None:
    one, other = make_check_in(), make_check_in()
    first = take_in(store, make_journal(check_ins=[one]))
    second = take_in(store, make_journal(check_ins=[one, other]), ImportedFile("b.csv", b"b"))
    assert [kept.file_name for kept in Imports(store).all()] == ["b.csv", "diary.csv"]
    Imports(store).undo(first)
    assert store.load().check_ins == (other,)
    Imports(store).undo(second)
    assert store.load().check_ins == ()


@pytest.mark.parametrize(
    "broken", ["INSERT ON import", "INSERT ON import_record", "INSERT ON check_in_rating"]
)
def test_what_fails_on_the_way_in_leaves_nothing_of_it(store: Store, broken: str) -> None:
    there = make_journal(visits=[make_visit()])
    store.merge(there)
    connection_of(store).execute(
        f"CREATE TRIGGER t BEFORE {broken} BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    incoming = make_journal(check_ins=[make_check_in()], symptoms=[Symptom(key="rest")])
    with pytest.raises(sqlcipher3.Error):
        Imports(store).take_in(incoming, FILE)
    assert unordered(store.load()) == unordered(there)
    assert Imports(store).all() == ()


@pytest.mark.parametrize("broken", ["DELETE ON import", "DELETE ON check_in", "DELETE ON symptom"])
def test_what_fails_on_the_way_out_leaves_all_of_it(store: Store, broken: str) -> None:
    incoming = make_journal(check_ins=[make_check_in()], symptoms=[Symptom(key="rest")])
    import_id = take_in(store, incoming)
    connection_of(store).execute(
        f"CREATE TRIGGER t BEFORE {broken} BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    with pytest.raises(sqlcipher3.Error):
        Imports(store).undo(import_id)
    assert unordered(store.load()) == unordered(incoming)
    assert [one.id for one in Imports(store).all()] == [import_id]
