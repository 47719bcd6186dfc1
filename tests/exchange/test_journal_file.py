"""The journal file comes out as it went in."""

import json
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings

from symptrack.domain.journal import DeletedRecord, Journal, Kind
from symptrack.domain.settings import FollowUpTimes, Settings
from symptrack.domain.symptom import Symptom
from symptrack.domain.words import SessionStatus
from symptrack.exchange.journal_file import read_journal, write_journal
from tests.builders import (
    make_check_in,
    make_clinic_score,
    make_effect,
    make_id,
    make_journal,
    make_response,
    make_series,
    make_session,
    make_visit,
)
from tests.journals import DATA
from tests.strategies import journals, unordered

NOW = datetime(2026, 11, 20, 19, tzinfo=UTC)
DEFAULTS = {
    "ask_again": True,
    "nothing_to_report": False,
    "active": True,
    "mode": "full",
    "entered_by": "patient",
    "time_known": True,
    "source": "symptrack",
    "mapped": False,
    "first_number": 1,
}


def written(journal: Journal, **options: Any) -> bytes:
    return write_journal(journal, exported_at=NOW, app_version="1.0", **options)


def document_of(journal: Journal, **options: Any) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(written(journal, **options))
    return document


def without_defaults(value: Any) -> Any:
    """Return JSON data with what may be left out left out and lists of records by id."""
    if isinstance(value, dict):
        return {
            key: without_defaults(entry)
            for key, entry in value.items()
            if entry not in (None, "", [], {}) and (key, entry) not in DEFAULTS.items()
        }
    if isinstance(value, list):
        entries = [without_defaults(entry) for entry in value]
        return sorted(entries, key=lambda entry: json.dumps(entry, sort_keys=True))
    return value


@pytest.mark.parametrize("name", ["first-series.json", "design-series.json"])
def test_an_example_file_comes_out_equal_to_what_went_in(name: str) -> None:
    data = (DATA / name).read_bytes()
    before, after = json.loads(data), document_of(read_journal(data))
    for document in (before, after):
        del document["exported_at"], document["app_version"]
    assert without_defaults(after) == without_defaults(before)


@given(journals())
@hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_valid_journal_comes_back_the_same(journal: Journal) -> None:
    data = written(journal)
    again = read_journal(data)
    assert unordered(again) == unordered(journal)
    assert written(again) == data


def test_an_empty_journal_is_a_file_of_four_lines_of_facts() -> None:
    assert document_of(Journal()) == {
        "format": "symptrack-journal",
        "version": 1,
        "exported_at": "2026-11-20T19:00:00+00:00",
        "app_version": "1.0",
    }
    assert read_journal(written(Journal())) == Journal()


def test_what_is_left_at_its_default_is_not_written() -> None:
    check_in = make_check_in(ratings={}, side_effects=(make_effect(severity=None),))
    assert document_of(make_journal(check_ins=[check_in]))["check_ins"] == [
        {
            "id": check_in.id,
            "occurred_at": "2026-09-01T18:00:00-04:00",
            "time_zone": "America/New_York",
            "entered_at": "2026-09-01T18:00:00-04:00",
            "side_effects": [{"effect": "nausea", "state": "present"}],
        }
    ]


def test_zero_is_written_where_it_says_something() -> None:
    check_in = make_check_in(ratings={"mood": 0}, side_effects=(make_effect(severity=0),))
    journal = make_journal(check_ins=[check_in], symptoms=[Symptom(key="mood", position=0)])
    document = document_of(journal)
    assert document["check_ins"][0]["ratings"] == {"mood": 0}
    assert document["check_ins"][0]["side_effects"][0]["severity"] == 0
    assert document["symptoms"] == [{"key": "mood", "position": 0}]


def test_an_empty_list_of_follow_up_times_is_a_choice_and_is_kept() -> None:
    journal = make_journal(settings=Settings(follow_ups=FollowUpTimes(hours_after=())))
    assert document_of(journal)["settings"] == {"follow_ups": {"hours_after": []}}
    assert read_journal(written(journal)) == journal


def test_text_is_written_as_it_reads_and_whole_weights_without_a_point() -> None:
    session = make_session(note="Über den Wolken 🌙", weight_kg=76.0)
    text = written(make_journal(sessions=[session])).decode()
    assert "Über den Wolken 🌙" in text
    assert '"weight_kg": 76,' in text


def test_done_sessions_are_numbered_by_date_and_others_are_not() -> None:
    series = make_series(first_number=7)
    later = make_session("2026-09-05 10:30", series_id=series.id)
    planned = make_session("2026-09-03 10:30", series_id=series.id, status=SessionStatus.PLANNED)
    first = make_session("2026-09-01 10:30", series_id=series.id)
    alone = make_session("2026-09-06 10:30")
    journal = make_journal(series=[series], sessions=[later, planned, first, alone])
    numbers = [session.get("number") for session in document_of(journal)["sessions"]]
    assert numbers == [7, None, 8, None]
    assert read_journal(written(journal)).numbers == journal.numbers


def test_a_part_of_a_journal_leaves_the_numbers_out() -> None:
    series = make_series()
    journal = make_journal(series=[series], sessions=[make_session(series_id=series.id)])
    assert "number" not in document_of(journal, numbers=False)["sessions"][0]


def test_totals_are_written_by_the_program() -> None:
    complete = make_response()
    estimated = make_response(answers={f"q{number}": 1 for number in range(1, 9)})
    none = make_response(answers={})
    documents = {
        one["id"]: one
        for one in document_of(make_journal(responses=[complete, estimated, none]))["responses"]
    }
    shown = [
        (documents[one.id].get("total"), documents[one.id]["total_status"])
        for one in (complete, estimated, none)
    ]
    assert shown == [(18, "complete"), (9, "estimated"), (None, "none")]


def test_a_record_may_refer_to_one_that_lies_in_the_trash() -> None:
    session = make_session()
    deleted = DeletedRecord(kind=Kind.SESSIONS, deleted_at=NOW, record=session)
    journal = make_journal(check_ins=[make_check_in(session_id=session.id)], deleted=[deleted])
    assert read_journal(written(journal)) == journal


def test_a_number_on_a_session_in_the_trash_is_let_pass() -> None:
    series = make_series()
    session = make_session(series_id=series.id)
    deleted = DeletedRecord(kind=Kind.SESSIONS, deleted_at=NOW, record=session)
    journal = make_journal(series=[series], deleted=[deleted])
    document = document_of(journal)
    document["deleted"][0]["record"]["number"] = 3
    assert read_journal(json.dumps(document).encode()) == journal


def test_everything_is_written_in_the_order_of_time_and_then_of_ids() -> None:
    visit_ids = sorted(make_id() for _ in range(3))
    visits = [make_visit(id=visit_ids[place]) for place in (2, 0, 1)]
    scores = [make_clinic_score(occurred_at=NOW + timedelta(days=days)) for days in (3, 1, 2)]
    document = document_of(make_journal(visits=visits, clinic_scores=scores))
    assert [visit["id"] for visit in document["visits"]] == visit_ids
    times = [score["occurred_at"] for score in document["clinic_scores"]]
    assert times == sorted(times)


def test_null_says_the_same_as_leaving_out() -> None:
    document = document_of(make_journal(visits=[make_visit()]))
    document |= {"patient": None, "settings": None, "sessions": None, "exported_at": None}
    document["visits"][0] |= {"note": None, "with": None}
    journal = read_journal(json.dumps(document).encode())
    assert journal.visits[0].note == ""
    assert journal.sessions == ()


def test_a_whole_number_may_have_a_point_and_a_zero() -> None:
    document = document_of(make_journal(check_ins=[make_check_in()]))
    document["check_ins"][0]["ratings"]["mood"] = 5.0
    rating = read_journal(json.dumps(document).encode()).check_ins[0].ratings["mood"]
    assert (rating, type(rating)) == (5, int)


@pytest.mark.parametrize(
    "changes",
    [
        {"occurred_at": "2026-09-01T18:00:00+13:45"},
        {"occurred_at": "2026-09-01T07:13:00-04:00", "time_known": False},
        {
            "side_effects": [
                {
                    "effect": "nausea",
                    "state": "gone",
                    "began_at": "2026-09-01T18:00:00-04:00",
                    "ended_at": "2026-09-01T17:00:00-04:00",
                }
            ]
        },
    ],
    ids=["an offset that the zone does not have", "an hour that is not known", "ends first"],
)
def test_what_the_contract_does_not_rule_out_is_kept(changes: dict[str, Any]) -> None:
    document = document_of(make_journal(check_ins=[make_check_in()]))
    document["check_ins"][0] |= changes
    again = document_of(read_journal(json.dumps(document).encode()))
    assert again["check_ins"][0] == document["check_ins"][0]


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read_journal(b"\xef\xbb\xbf" + written(Journal())) == Journal()


def test_three_thousand_check_ins_are_read_and_written_in_three_seconds() -> None:
    check_ins = [
        make_check_in(
            occurred_at=NOW + timedelta(hours=hours),
            ratings={"mood": 5, "anxiety": 3},
            side_effects=(make_effect(), make_effect("headache")),
            note="Went for a short walk.",
        )
        for hours in range(3_000)
    ]
    journal = make_journal(check_ins=check_ins)
    started = time.perf_counter()
    data = written(journal)
    again = read_journal(data)
    assert time.perf_counter() - started < 3
    assert again == journal
