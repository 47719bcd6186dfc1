from collections.abc import Callable
from dataclasses import replace

import pytest

from symptrack.domain.errors import JournalUnavailable, RefusedRequest
from symptrack.domain.journal import Kind
from symptrack.domain.patient import Patient
from symptrack.domain.settings import FollowUpTimes, Settings
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import Symptom
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from tests.builders import (
    at,
    make_check_in,
    make_effect,
    make_id,
    make_response,
    make_session,
    make_visit,
)
from tests.storage.conftest import Clock
from tests.storage.journal_folder import connection_of


def test_what_was_saved_is_there_after_opening_again(
    store: Store, paths: JournalPaths, now: Clock
) -> None:
    check_in = make_check_in(side_effects=(make_effect(),))
    store.add(check_in)
    store.close()
    with Store.open(paths, now=now) as again:
        assert again.load().check_ins == (check_in,)


def test_all_of_one_kind_can_be_read_by_itself(store: Store) -> None:
    first, second = make_response("2026-08-30 09:00"), make_response("2026-09-13 09:00")
    for record in (second, make_visit(), first):
        store.add(record)
    assert store.all_of(Kind.RESPONSES) == (first, second)
    assert store.all_of(Kind.CHECK_INS) == ()


def test_an_id_is_added_once(store: Store) -> None:
    visit = make_visit()
    store.add(visit)
    with pytest.raises(RefusedRequest, match="already in the journal"):
        store.add(replace(visit, note="again"))
    store.delete(Kind.VISITS, visit.id)
    with pytest.raises(RefusedRequest, match="already in the journal"):
        store.add(visit)


def test_an_edit_keeps_what_was_there(store: Store) -> None:
    first = make_check_in(ratings={"mood": 3}, side_effects=(make_effect(),))
    second = replace(first, ratings={"mood": 4, "anxiety": 2}, side_effects=())
    third = replace(second, note="and a note")
    store.add(first)
    store.revise(second)
    store.revise(third)
    assert store.get(Kind.CHECK_INS, first.id) == third
    history = store.history(Kind.CHECK_INS, first.id)
    assert [revision.record for revision in history] == [first, second]
    assert [revision.revised_at for revision in history] == [
        at("2026-09-01 21:00"),
        at("2026-09-01 21:01"),
    ]


def test_what_is_still_being_given_leaves_no_revision_and_a_later_edit_does(store: Store) -> None:
    first = make_check_in(ratings={"mood": 3})
    whole = replace(first, side_effects=(make_effect(severity=None),))
    edited = replace(whole, note="later")
    store.add(first)
    store.amend(whole)
    assert store.history(Kind.CHECK_INS, first.id) == []
    store.revise(edited)
    assert [one.record for one in store.history(Kind.CHECK_INS, first.id)] == [whole]


def test_what_says_nothing_any_more_is_taken_out_without_a_trace(store: Store) -> None:
    check_in = make_check_in()
    store.add(check_in)
    store.amend(replace(check_in, ratings={}), empty=True)
    journal = store.load()
    assert (journal.check_ins, journal.deleted) == ((), ())
    store.add(check_in)
    assert store.load().check_ins == (check_in,)


def test_an_edit_that_changes_nothing_leaves_no_revision(store: Store) -> None:
    check_in = make_check_in()
    store.add(check_in)
    before = store.changes
    store.revise(replace(check_in))
    assert store.history(Kind.CHECK_INS, check_in.id) == []
    assert store.changes == before


def test_what_is_not_there_cannot_be_revised_deleted_or_restored(store: Store) -> None:
    with pytest.raises(RefusedRequest, match="no longer in the journal"):
        store.revise(make_check_in())
    with pytest.raises(RefusedRequest, match="no longer in the journal"):
        store.amend(make_check_in())
    with pytest.raises(RefusedRequest, match="no longer in the journal"):
        store.delete(Kind.SESSIONS, make_id())
    with pytest.raises(RefusedRequest, match="not in the trash"):
        store.restore(Kind.SESSIONS, make_id())
    assert store.get(Kind.SESSIONS, make_id()) is None


def test_a_deleted_record_lies_in_the_trash_until_it_is_restored(store: Store) -> None:
    check_in = make_check_in(side_effects=(make_effect(), make_effect("dizziness", None)))
    store.add(check_in)
    store.delete(Kind.CHECK_INS, check_in.id)
    journal = store.load()
    assert journal.check_ins == ()
    assert store.get(Kind.CHECK_INS, check_in.id) is None
    (deleted,) = journal.deleted
    assert (deleted.kind, deleted.record) == (Kind.CHECK_INS, check_in)
    assert deleted.deleted_at == at("2026-09-01 21:00")
    store.restore(Kind.CHECK_INS, check_in.id)
    assert store.load().check_ins == (check_in,)
    assert store.load().deleted == ()


def test_nothing_of_a_deleted_record_stays_in_the_tables(store: Store) -> None:
    session = make_session()
    check_in = make_check_in(session_id=session.id, side_effects=(make_effect(),))
    store.add(check_in)
    store.delete(Kind.CHECK_INS, check_in.id)
    for rows in (
        connection_of(store).execute("SELECT * FROM check_in_rating"),
        connection_of(store).execute("SELECT * FROM check_in_side_effect"),
    ):
        assert rows.fetchall() == []


def test_check_ins_of_a_deleted_session_find_it_again_when_it_is_restored(store: Store) -> None:
    session = make_session()
    check_in = make_check_in(session_id=session.id)
    store.add(session)
    store.add(check_in)
    store.delete(Kind.SESSIONS, session.id)
    assert store.load().check_ins == (check_in,)
    assert store.check(full=True) == []
    store.restore(Kind.SESSIONS, session.id)
    assert store.load().sessions == (session,)


def test_patient_symptoms_and_settings_are_saved_in_place_of_what_was_there(store: Store) -> None:
    assert store.load().patient == Patient()
    assert store.load().settings == Settings()
    for label in ("J. M.", "J. K."):
        patient = Patient(label=label, weight_kg=76)
        symptom = Symptom(key="focus", label=label, position=7)
        effect = OwnSideEffect(key="itching", label=label)
        settings = Settings(follow_ups=FollowUpTimes(hours_after=(3,)), interval_days={"phq9": 7})
        store.save_patient(patient)
        store.save_symptom(symptom)
        store.save_own_effect(effect)
        store.save_settings(settings)
        journal = store.load()
        assert journal.patient == patient
        assert journal.symptoms == (symptom,)
        assert journal.side_effects == (effect,)
        assert journal.settings == settings


def test_settings_hold_only_what_differs_from_the_default(store: Store) -> None:
    store.save_settings(Settings(follow_ups=FollowUpTimes(hours_after=(3,))))
    rows = connection_of(store).execute("SELECT content FROM settings").fetchall()
    assert rows == [('{"follow_ups": {"hours_after": [3]}}',)]


def test_a_symptom_keeps_its_place_when_it_is_saved_again(store: Store) -> None:
    for key in ("mood", "focus", "mood"):
        store.save_symptom(Symptom(key=key))
    assert [symptom.key for symptom in store.load().symptoms] == ["mood", "focus"]


def test_a_draft_is_kept_replaced_and_discarded(store: Store) -> None:
    assert store.draft("check-in") is None
    store.save_draft("check-in", {"ratings": {"mood": 3}, "note": None})
    store.save_draft("check-in", {"ratings": {"mood": 4}, "tiles": ["nausea", True, 1.5]})
    draft = store.draft("check-in")
    assert draft is not None
    assert draft.content == {"ratings": {"mood": 4}, "tiles": ["nausea", True, 1.5]}
    assert draft.saved_at == at("2026-09-01 21:01")
    store.discard_draft("check-in")
    store.discard_draft("check-in")
    assert store.draft("check-in") is None


def test_completing_saves_the_record_and_discards_the_draft(store: Store) -> None:
    check_in = make_check_in()
    store.save_draft("check-in", {"note": "typed"})
    store.save_draft("session", {"note": "another form"})
    store.complete(check_in, draft="check-in")
    assert store.load().check_ins == (check_in,)
    assert store.draft("check-in") is None
    assert store.draft("session") is not None


def test_completing_twice_saves_once(store: Store) -> None:
    check_in = make_check_in()
    store.complete(check_in, draft="check-in")
    changes = store.changes
    store.complete(check_in, draft="check-in")
    assert store.load().check_ins == (check_in,)
    assert store.history(Kind.CHECK_INS, check_in.id) == []
    assert store.changes == changes


def test_completing_an_edit_keeps_what_was_there(store: Store) -> None:
    check_in = make_check_in()
    store.add(check_in)
    store.complete(replace(check_in, note="edited"), draft="check-in")
    assert [one.record for one in store.history(Kind.CHECK_INS, check_in.id)] == [check_in]


def test_completing_what_was_deleted_meanwhile_brings_it_back(store: Store) -> None:
    check_in = make_check_in()
    store.add(check_in)
    store.delete(Kind.CHECK_INS, check_in.id)
    edited = replace(check_in, note="edited")
    store.complete(edited, draft="check-in")
    assert store.load().check_ins == (edited,)
    assert store.load().deleted == ()
    assert [one.record for one in store.history(Kind.CHECK_INS, check_in.id)] == [check_in]


def test_completing_several_records_saves_them_together(store: Store) -> None:
    session = make_session()
    before = make_check_in("2026-09-01 10:25", session_id=session.id)
    store.save_draft("session", {"note": "typed"})
    store.complete(session, before, draft="session")
    later = replace(session, note="later")
    store.complete(later, before, draft="session")
    assert store.load().sessions == (later,)
    assert store.load().check_ins == (before,)
    assert store.history(Kind.CHECK_INS, before.id) == []
    assert store.draft("session") is None


def test_of_several_records_all_are_saved_or_none(store: Store) -> None:
    session = make_session()
    broken = make_check_in()
    object.__setattr__(broken, "note", "half of a character: \ud800")
    store.save_draft("session", {"note": "typed"})
    with pytest.raises(UnicodeEncodeError):
        store.complete(session, broken, draft="session")
    assert store.load().sessions == ()
    assert store.draft("session") is not None


def test_every_write_counts_as_a_change_and_reading_does_not(store: Store) -> None:
    check_in = make_check_in()
    counts = [store.changes]
    writes: list[Callable[[], None]] = [
        lambda: store.add(check_in),
        lambda: store.revise(replace(check_in, note="x")),
        lambda: store.delete(Kind.CHECK_INS, check_in.id),
        lambda: store.restore(Kind.CHECK_INS, check_in.id),
        lambda: store.save_draft("check-in", {}),
        lambda: store.discard_draft("check-in"),
        lambda: store.save_patient(Patient(label="J.")),
    ]
    for write in writes:
        write()
        counts.append(store.changes)
    assert counts == sorted(set(counts))
    store.load()
    store.check(full=False)
    store.draft("check-in")
    store.discard_draft("check-in")
    assert store.changes == counts[-1]


def test_closing_twice_is_no_error(store: Store) -> None:
    store.close()
    store.close()


def test_the_choices_can_be_read_without_the_rest(store: Store) -> None:
    chosen = Settings(follow_ups=FollowUpTimes(hours_after=(4,)))
    store.save_patient(Patient(label="J. M."))
    store.save_settings(chosen)
    assert store.patient() == Patient(label="J. M.")
    assert store.settings() == chosen


def test_a_closed_journal_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(JournalUnavailable, match="The journal is closed"):
        store.load()
