"""The tables hold the domain's ranges on their own, should a fault of the program get past it."""

from typing import Any

import pytest
import sqlcipher3

from symptrack.domain.patient import Patient
from symptrack.domain.session import Dose, Vital
from symptrack.domain.settings import Settings
from symptrack.domain.symptom import Symptom
from symptrack.domain.words import VitalMoment
from symptrack.storage.store import Store
from tests.builders import (
    make_check_in,
    make_clinic_score,
    make_effect,
    make_medication,
    make_response,
    make_series,
    make_session,
    make_visit,
)
from tests.storage.journal_folder import connection_of


@pytest.fixture
def filled(store: Store) -> Store:
    """Return a journal with a row in every table of records."""
    store.add(make_series())
    store.add(make_session(dose=Dose(value=35), vitals=(Vital(moment=VitalMoment.PEAK),)))
    store.add(make_check_in(side_effects=(make_effect(),)))
    store.add(make_response())
    store.add(make_clinic_score())
    store.add(make_medication())
    store.add(make_visit())
    store.save_patient(Patient(label="J."))
    store.save_symptom(Symptom(key="mood"))
    store.save_settings(Settings(interval_days={"phq9": 7}))
    return store


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE series SET id = 'short'",
        "UPDATE series SET name = NULL",
        "UPDATE series SET kind = 'course'",
        "UPDATE series SET planned_sessions = 201",
        "UPDATE series SET first_number = 0",
        "UPDATE series SET first_number = 'one'",
        "UPDATE series SET conditions = '[\"torn'",
        "UPDATE series SET started_on = '2026-02-30'",
        "UPDATE series SET started_on = '1 Sep 2026'",
        "UPDATE session SET status = 'perhaps'",
        "UPDATE session SET route = 'IV'",
        "UPDATE session SET started_at = 'yesterday'",
        "UPDATE session SET time_zone = ''",
        "UPDATE session SET duration_min = 0",
        "UPDATE session SET dose_value = 2001",
        "UPDATE session SET dose_value = 0",
        "UPDATE session SET dose_unit = 'mg/kg'",
        "UPDATE session SET dose_unit = NULL",
        "UPDATE session SET dose_value = NULL",
        "UPDATE session SET dose_unit = 'g'",
        "UPDATE session SET weight_kg = 401",
        "UPDATE session_vital SET systolic = 80, diastolic = 80",
        "UPDATE session_vital SET spo2 = 101",
        "UPDATE session_vital SET session_id = 'nobody'",
        "UPDATE check_in SET moment = 'during'",
        "UPDATE check_in SET mode = 'short'",
        "UPDATE check_in SET source = 'paper'",
        "UPDATE check_in SET mapped = 2",
        "UPDATE check_in SET note = printf('%.*c', 20001, 'x')",
        "UPDATE check_in_rating SET rating = 11",
        "UPDATE check_in_rating SET rating = 4.5",
        "UPDATE check_in_rating SET check_in_id = 'nobody'",
        "UPDATE check_in_side_effect SET severity = 4",
        "UPDATE check_in_side_effect SET state = 'perhaps'",
        "UPDATE response SET occurred_us = NULL",
        "UPDATE response SET declined = ''",
        "UPDATE response_answer SET response_id = 'nobody'",
        "UPDATE clinic_score SET total = 61",
        "UPDATE clinic_score SET min = 29",
        "UPDATE clinic_score SET name = ''",
        "UPDATE medication SET name = printf('%.*c', 201, 'x')",
        "UPDATE visit SET visited_on = 'soon'",
        "UPDATE patient SET only = 2",
        "UPDATE patient SET weight_kg = 19",
        "UPDATE symptom SET higher_is = 'same'",
        "UPDATE symptom SET position = -1",
        "UPDATE settings SET content = '{'",
    ],
)
def test_a_row_that_cannot_be_is_refused(filled: Store, change: str) -> None:
    with pytest.raises(sqlcipher3.IntegrityError):
        connection_of(filled).execute(change)


def test_every_table_is_strict(store: Store) -> None:
    tables: list[tuple[Any, ...]] = connection_of(store).execute("PRAGMA table_list").fetchall()
    loose = [
        name
        for _schema, name, kind, _columns, _without_rowid, strict in tables
        if kind == "table" and not strict and not name.startswith(("sqlite_", "_sqlite_"))
    ]
    assert loose == []
