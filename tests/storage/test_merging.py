from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from symptrack.domain.help_lines import CrisisLine
from symptrack.domain.journal import DeletedRecord, Journal, Kind
from symptrack.domain.patient import Patient
from symptrack.domain.settings import FollowUpTimes, OwnHelp, Paper, ReportChoices, Settings
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import Symptom
from symptrack.storage.merging import Conflict, MergeResult
from symptrack.storage.store import Store
from tests.builders import (
    at,
    make_check_in,
    make_effect,
    make_journal,
    make_response,
    make_session,
    make_visit,
)
from tests.journals import design_series, first_series
from tests.strategies import unordered


@pytest.mark.parametrize("journal_of", [first_series, design_series])
def test_importing_the_same_file_twice_changes_nothing(
    store: Store, journal_of: Callable[[], Journal]
) -> None:
    journal = journal_of()
    first = store.merge(journal)
    assert unordered(store.load()) == unordered(journal)
    assert first.added[Kind.CHECK_INS] == len(journal.check_ins)
    assert first.choices_filled
    changes = store.changes
    second = store.merge(journal)
    assert second.added == {}
    assert second.skipped == first.added
    assert second.kept == ()
    assert not second.choices_filled
    assert store.changes == changes
    assert unordered(store.load()) == unordered(journal)


def test_an_empty_journal_brings_nothing(store: Store) -> None:
    assert store.merge(make_journal()) == MergeResult()
    assert store.changes == 0


def test_another_content_under_a_known_id_is_reported_and_the_journals_is_kept(
    store: Store,
) -> None:
    ours = make_check_in(note="ours")
    store.add(ours)
    new = make_check_in()
    result = store.merge(make_journal(check_ins=[replace(ours, note="theirs"), new]))
    assert result.kept == (Conflict(Kind.CHECK_INS, ours.id),)
    assert result.added == {Kind.CHECK_INS: 1}
    assert store.get(Kind.CHECK_INS, ours.id) == ours
    assert store.history(Kind.CHECK_INS, ours.id) == []


def test_an_order_of_side_effects_is_no_other_content(store: Store) -> None:
    check_in = make_check_in(side_effects=(make_effect("nausea"), make_effect("dizziness")))
    store.add(check_in)
    turned = replace(check_in, side_effects=check_in.side_effects[::-1])
    result = store.merge(make_journal(check_ins=[turned]))
    assert result.skipped == {Kind.CHECK_INS: 1}
    assert result.kept == ()


def test_an_id_that_stands_twice_in_a_file_comes_in_once(store: Store) -> None:
    visit = make_visit()
    result = store.merge(make_journal(visits=[visit, visit]))
    assert (result.added, result.skipped) == ({Kind.VISITS: 1}, {Kind.VISITS: 1})


def test_what_lies_in_the_trash_stays_there(store: Store) -> None:
    visit = make_visit()
    store.add(visit)
    store.delete(Kind.VISITS, visit.id)
    result = store.merge(make_journal(visits=[visit]))
    assert result.in_trash == {Kind.VISITS: 1}
    assert result.added == {}
    assert store.load().visits == ()
    assert len(store.load().deleted) == 1


def test_deleted_records_come_into_the_trash_where_their_id_is_unknown(store: Store) -> None:
    alive, trashed, unknown = make_response(), make_visit(), make_session()
    store.add(alive)
    store.add(trashed)
    store.delete(Kind.VISITS, trashed.id)
    (ours,) = store.load().deleted
    deleted_at = at("2026-09-03 08:00")
    incoming = [
        DeletedRecord(kind=Kind.RESPONSES, deleted_at=deleted_at, record=alive),
        DeletedRecord(kind=Kind.VISITS, deleted_at=deleted_at, record=trashed),
        DeletedRecord(kind=Kind.SESSIONS, deleted_at=deleted_at, record=unknown),
    ]
    result = store.merge(make_journal(deleted=incoming))
    assert result.added_to_trash == {Kind.SESSIONS: 1}
    assert store.load().responses == (alive,)
    assert store.load().deleted == (ours, incoming[2])
    assert store.merge(make_journal(deleted=incoming)).added_to_trash == {}


def test_patient_and_settings_fill_only_what_is_empty(store: Store) -> None:
    store.save_patient(Patient(label="ours", weight_kg=70))
    store.save_settings(
        Settings(
            follow_ups=FollowUpTimes(hours_after=(4,)),
            interval_days={"phq9": 7},
            report=ReportChoices(label=False),
        )
    )
    line = CrisisLine(name="Line", call="123")
    result = store.merge(
        make_journal(
            patient=Patient(label="theirs", date_of_birth=date(1987, 4, 12), weight_kg=80),
            settings=Settings(
                help=OwnHelp(emergency="999", crisis=(line,)),
                follow_ups=FollowUpTimes(hours_after=(6,), evening_minute=1_000),
                interval_days={"phq9": 14, "gad7": 28},
                report=ReportChoices(paper=Paper.LETTER),
            ),
        )
    )
    assert result.choices_filled
    journal = store.load()
    assert journal.patient == Patient(label="ours", date_of_birth=date(1987, 4, 12), weight_kg=70)
    assert journal.settings == Settings(
        help=OwnHelp(emergency="999", crisis=(line,)),
        follow_ups=FollowUpTimes(hours_after=(4,), evening_minute=1_000),
        interval_days={"phq9": 7, "gad7": 28},
        report=ReportChoices(paper=Paper.LETTER, label=False),
    )


def test_symptoms_and_own_side_effects_come_in_by_keys_not_yet_recorded(store: Store) -> None:
    ours = Symptom(key="mood", label="ours")
    store.save_symptom(ours)
    store.save_own_effect(OwnSideEffect(key="itching", label="ours"))
    focus = Symptom(key="focus", label="theirs")
    rash = OwnSideEffect(key="rash", label="theirs")
    result = store.merge(
        make_journal(
            symptoms=[Symptom(key="mood", label="theirs"), focus],
            side_effects=[OwnSideEffect(key="itching", label="theirs"), rash],
        )
    )
    assert result.choices_filled
    assert store.load().symptoms == (ours, focus)
    assert store.load().side_effects == (OwnSideEffect(key="itching", label="ours"), rash)
