"""A file with a fault is refused as a whole, by path and reason."""

import json
from typing import Any

import pytest

from symptrack.domain.errors import RefusedFile
from symptrack.exchange.journal_file import read_journal
from symptrack.exchange.journal_file_values import MAX_ENTRIES
from tests.journals import DATA

ID = "00000000-0000-4000-8000-000000000001"
OTHER_ID = "00000000-0000-4000-8000-000000000002"
AT = "2026-09-01T10:30:00-04:00"
WHEN = {"occurred_at": AT, "time_zone": "America/New_York"}
CHECK_IN = {"id": ID, **WHEN}
RESPONSE = {"id": ID, "instrument": "gad7", **WHEN}
SESSION = {
    "id": ID,
    "status": "done",
    "started_at": AT,
    "time_zone": "America/New_York",
    "route": "iv",
}
SERIES = {"id": OTHER_ID, "name": "First series"}
SCORE = {"id": ID, "name": "MADRS", "total": 20, **WHEN}
VISIT = {"id": ID, "visited_on": "2026-10-02"}


def file_with(**sections: Any) -> bytes:
    return json.dumps({"format": "symptrack-journal", "version": 1, **sections}).encode()


def refusal_of(data: bytes) -> str:
    with pytest.raises(RefusedFile) as caught:
        read_journal(data)
    return str(caught.value)


def test_the_first_fault_of_a_long_file_is_told_by_its_path() -> None:
    document = json.loads((DATA / "design-series.json").read_bytes())
    document["check_ins"][12]["ratings"]["mood"] = 14
    document["check_ins"][13]["ratings"]["mood"] = 15
    assert refusal_of(json.dumps(document).encode()) == (
        "check_ins[12].ratings.mood: 14 is outside 0-10"
    )


def test_the_order_of_the_file_decides_which_fault_is_first() -> None:
    in_file_order = {"ratings": {"mood": 14}, "id": ID, "occurred_at": "yesterday"}
    assert refusal_of(file_with(check_ins=[in_file_order])).startswith("check_ins[0].ratings.mood")
    turned_round = dict(reversed(in_file_order.items()))
    assert refusal_of(file_with(check_ins=[turned_round])).startswith("check_ins[0].occurred_at")
    assert refusal_of(file_with(visits=[{}], patient={"label": 1})) == "visits[0].id: it is missing"


@pytest.mark.parametrize(
    ("sections", "text"),
    [
        ({"mood": []}, "mood: there is no such key"),
        ({"patient": {"age": 4}}, "patient.age: there is no such key"),
        ({"patient": []}, "patient: it is not an object"),
        ({"patient": {"label": 4}}, "patient.label: it is not a text"),
        ({"patient": {"weight_kg": True}}, "patient.weight_kg: it is not a number"),
        ({"patient": {"weight_kg": "76"}}, "patient.weight_kg: it is not a number"),
        ({"patient": {"weight_kg": 19.9}}, "patient.weight_kg: 19.9 is outside 20-400"),
        ({"patient": {"date_of_birth": "12.4.1987"}}, "patient.date_of_birth: it is not a date"),
        ({"patient": {"date_of_birth": "1987-02-30"}}, "patient.date_of_birth: it is not a date"),
        ({"patient": {"date_of_birth": "1887-02-03"}}, "patient.date_of_birth: the year 1887"),
        ({"patient": {"label": "x" * 201}}, "patient.label: it has 201 characters, at most 200"),
        ({"patient": {"label": "\ud800"}}, "patient.label: it holds half of a character"),
        ({"exported_at": "today"}, "exported_at: it is not a date and time"),
        ({"app_version": 1}, "app_version: it is not a text"),
        ({"symptoms": {}}, "symptoms: it is not a list"),
        ({"symptoms": [{"key": "Low mood"}]}, "symptoms[0].key: it is not made of small letters"),
        ({"symptoms": [{"key": "mood", "active": 1}]}, "symptoms[0].active: it is neither true"),
        ({"symptoms": [{"key": "mood"}] * 2}, "symptoms[1].key: it stands there twice"),
        ({"symptoms": [{"label": "Mood"}]}, "symptoms[0].key: it is missing"),
        ({"symptoms": [{"key": None}]}, "symptoms[0].key: it is not a text"),
        ({"side_effects": [{"key": "itch"}] * 2}, "side_effects[1].key: it stands there twice"),
        ({"series": [SERIES, SERIES]}, "series[1].id: it stands there twice"),
        ({"series": [SERIES | {"id": "7"}]}, "series[0].id: it is not a UUID"),
        (
            {"series": [SERIES | {"planned_sessions": 0}]},
            "series[0].planned_sessions: 0 is outside",
        ),
        ({"series": [SERIES | {"first_number": 1.5}]}, "series[0].first_number: it is not a whole"),
        ({"series": [SERIES | {"conditions": [1]}]}, "series[0].conditions[0]: it is not a text"),
        ({"sessions": [SESSION | {"status": "late"}]}, "sessions[0].status: it is none of planned"),
        ({"sessions": [SESSION | {"series_id": ID}]}, "sessions[0].series_id: there is no such"),
        ({"sessions": [SESSION | {"time_zone": "Moon"}]}, "sessions[0].time_zone: it is not the"),
        (
            {"sessions": [SESSION | {"started_at": "2026-09-01T10:30:00"}]},
            "sessions[0].started_at: it is not a date and time with offset",
        ),
        (
            {"sessions": [SESSION | {"dose": {"value": 0, "unit": "mg"}}]},
            "sessions[0].dose.value: 0 is not over 0 and at most 2000 mg",
        ),
        (
            {"sessions": [SESSION | {"dose": {"value": 21, "unit": "mg/kg"}}]},
            "sessions[0].dose.value: 21 is not over 0 and at most 20 mg/kg",
        ),
        (
            {"sessions": [SESSION | {"dose": {"value": 21}}]},
            "sessions[0].dose.unit: it is missing",
        ),
        (
            {
                "sessions": [
                    SESSION | {"vitals": [{"moment": "peak", "systolic": 80, "diastolic": 90}]}
                ]
            },
            "sessions[0].vitals[0].systolic: 80 is not above the diastolic 90",
        ),
        (
            {"sessions": [SESSION | {"vitals": [{"moment": "peak", "spo2": 101}]}]},
            "sessions[0].vitals[0].spo2: 101 is outside 50-100",
        ),
        (
            {"sessions": [SESSION | {"experience": ["flying_saucer"]}]},
            "sessions[0].experience[0]: it is in no catalogue",
        ),
        ({"sessions": [SESSION | {"number": 1}]}, "sessions[0].number: only done sessions"),
        (
            {"series": [SERIES], "sessions": [SESSION | {"series_id": OTHER_ID, "number": 2}]},
            "sessions[0].number: 2 is not the 1 that follows from the dates",
        ),
        (
            {
                "series": [SERIES],
                "sessions": [SESSION | {"series_id": OTHER_ID, "status": "planned", "number": 1}],
            },
            "sessions[0].number: only done sessions",
        ),
        ({"check_ins": [CHECK_IN | {"session_id": ID}]}, "check_ins[0].session_id: there is no"),
        ({"check_ins": [CHECK_IN | {"ratings": {"joy": 1}}]}, "check_ins[0].ratings.joy: it is in"),
        (
            {"check_ins": [CHECK_IN | {"ratings": {"mood": 5.5}}]},
            "check_ins[0].ratings.mood: it is",
        ),
        ({"check_ins": [CHECK_IN | {"ratings": {"mood": True}}]}, "check_ins[0].ratings.mood: it"),
        ({"check_ins": [CHECK_IN | {"ratings": {"mood": None}}]}, "check_ins[0].ratings.mood: it"),
        (
            {"check_ins": [CHECK_IN | {"side_effects": [{"effect": "itch", "state": "gone"}]}]},
            "check_ins[0].side_effects[0].effect: it is in no catalogue",
        ),
        (
            {"check_ins": [CHECK_IN | {"side_effects": [{"effect": "nausea"}]}]},
            "check_ins[0].side_effects[0].state: it is missing",
        ),
        (
            {"check_ins": [CHECK_IN | {"note": "x" * 20_001}]},
            "check_ins[0].note: it has 20001 characters, at most 20000 are allowed",
        ),
        ({"responses": [RESPONSE | {"instrument": "bdi"}]}, "responses[0].instrument: it is in no"),
        (
            {"responses": [RESPONSE | {"answers": {"q8": 1}}]},
            "responses[0].answers.q8: gad7 has no",
        ),
        (
            {"responses": [RESPONSE | {"answers": {"q1": 4}}]},
            "responses[0].answers.q1: 4 is outside",
        ),
        ({"responses": [RESPONSE | {"total": 3}]}, "responses[0].total: 3 is not what the answers"),
        (
            {"responses": [RESPONSE | {"total_status": "complete"}]},
            "responses[0].total_status: the answers make it none",
        ),
        (
            {"responses": [RESPONSE | {"answers": {"q1": 1}, "declined": ["q1"]}]},
            "responses[0].declined[0]: q1 has an answer as well",
        ),
        (
            {"clinic_scores": [SCORE | {"total": None}]},
            "clinic_scores[0].total: it is not a number",
        ),
        ({"clinic_scores": [SCORE | {"max": 10}]}, "clinic_scores[0].total: it is above max"),
        ({"clinic_scores": [SCORE | {"name": " "}]}, "clinic_scores[0].name: it is empty"),
        (
            {"clinic_scores": [SCORE | {"total": 10**400}]},
            "clinic_scores[0].total: it is not a number that can be kept",
        ),
        (
            {"clinic_scores": [SCORE | {"total": 2**53 + 1}]},
            "clinic_scores[0].total: it is not a number that can be kept",
        ),
        ({"settings": {"theme": "dark"}}, "settings.theme: there is no such key"),
        (
            {"settings": {"interval_days": {"bdi": 7}}},
            "settings.interval_days.bdi: it is in no catalogue",
        ),
        (
            {"settings": {"help": {"crisis": [{"call": "1"}]}}},
            "settings.help.crisis[0].name: it is missing",
        ),
        ({"deleted": [{"kind": "visits"}]}, "deleted[0].id: it is missing"),
        ({"deleted": [{"kind": "notes"}]}, "deleted[0].kind: it is none of series"),
        ({"deleted": ["visits"]}, "deleted[0]: it is not an object"),
        (
            {"deleted": [{"record": VISIT, "id": ID, "deleted_at": AT}]},
            "deleted[0].kind: it is missing",
        ),
        (
            {"deleted": [{"kind": "visits", "id": OTHER_ID, "deleted_at": AT, "record": VISIT}]},
            "deleted[0].id: it is not the id of the record",
        ),
        (
            {
                "visits": [VISIT],
                "deleted": [{"kind": "visits", "id": ID, "deleted_at": AT, "record": VISIT}],
            },
            "deleted[0].id: it stands there twice",
        ),
        (
            {
                "deleted": [
                    {
                        "kind": "check_ins",
                        "id": ID,
                        "deleted_at": AT,
                        "record": CHECK_IN | {"ratings": {"mood": 11}},
                    }
                ]
            },
            "deleted[0].record.ratings.mood: 11 is outside 0-10",
        ),
    ],
)
def test_a_fault_is_told_by_path_and_reason(sections: dict[str, Any], text: str) -> None:
    assert refusal_of(file_with(**sections)).startswith(text)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_what_is_no_number_is_refused_where_it_stands(number: str) -> None:
    data = file_with(patient={"weight_kg": 76}).replace(b"76", number.encode())
    assert refusal_of(data).startswith("patient.weight_kg: it is not a number")
    data = file_with(check_ins=[CHECK_IN | {"ratings": {"mood": 76}}]).replace(
        b"76", number.encode()
    )
    assert refusal_of(data).startswith("check_ins[0].ratings.mood: it is not a whole number")


def test_a_key_that_stands_twice_is_refused_where_it_stands() -> None:
    data = file_with(check_ins=[CHECK_IN | {"ratings": {"mood": 3, "anxiety": 4}}])
    twice = data.replace(b'"anxiety"', b'"mood"')
    assert refusal_of(twice) == "check_ins[0].ratings.mood: it stands there twice"
    at_the_top = data.replace(b'"version": 1', b'"version": 1, "version": 1')
    assert refusal_of(at_the_top) == "version: it stands there twice"


def test_a_fault_in_a_session_is_told_rather_than_the_numbers_that_it_upsets() -> None:
    series_of = {"series_id": OTHER_ID}
    later = SESSION | series_of | {"number": 2, "started_at": "2026-09-04T10:30:00-04:00"}
    first = SESSION | series_of | {"id": OTHER_ID, "status": "finished"}
    data = file_with(series=[SERIES], sessions=[later, first])
    assert refusal_of(data).startswith("sessions[1].status: it is none of")


def test_a_strange_key_is_shown_short_and_escaped() -> None:
    assert refusal_of(file_with(**{"\ud800\n" + "x" * 100: 1})) == (
        '"\\ud800\\n' + "x" * 18 + '\\u2026": there is no such key'
    )


def test_a_list_longer_than_a_journal_can_hold_is_refused() -> None:
    data = file_with(visits=[]).replace(b"[]", b"[" + b"1," * MAX_ENTRIES + b"1]")
    assert refusal_of(data) == "visits: it has 200001 entries, at most 200000 are allowed"
