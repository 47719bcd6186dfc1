"""The zip of tables for a spreadsheet."""

import csv
import io
import re
import zipfile
from datetime import date
from typing import Any

import pytest

from symptrack.domain.instrument import load_instruments
from symptrack.domain.journal import Journal
from symptrack.domain.session import Dose, Vital
from symptrack.domain.words import DoseUnit, EffectState, EnteredBy, SessionStatus, VitalMoment
from symptrack.exchange.csv_archive import csv_archive
from symptrack.exchange.outgoing import outgoing
from symptrack.exchange.selection import Wanted
from tests.builders import (
    make_check_in,
    make_clinic_score,
    make_effect,
    make_journal,
    make_medication,
    make_response,
    make_series,
    make_session,
    make_visit,
)
from tests.exchange.hostile import HOSTILE, hostile_journal
from tests.journals import design_series
from tests.long_journal import long_journal

TODAY = date(2026, 11, 22)
LONG = "everything.csv"


def archive(
    journal: Journal, *, notes: bool = False, answers: bool = True, **wanted: Any
) -> dict[str, str]:
    """Return the texts of the files in the zip, by name."""
    data = csv_archive(outgoing(journal, Wanted(**wanted), TODAY, notes=notes, answers=answers))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def table(journal: Journal, name: str = LONG, **options: Any) -> list[dict[str, str]]:
    text = archive(journal, **options)[name].removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def lines(journal: Journal, **options: Any) -> list[tuple[str, ...]]:
    """Return kind, what, value, unit, session and hours of the long table."""
    names = ("kind", "what", "value", "unit", "session", "hours_after")
    return [tuple(row[name] for name in names) for row in table(journal, **options)]


def test_there_is_one_file_a_kind_one_long_table_and_a_word_on_backups() -> None:
    files = archive(design_series())
    assert list(files) == [
        "README.txt", LONG, "series.csv", "sessions.csv", "check_ins.csv", "side_effects.csv",
        "phq9.csv", "gad7.csv", "pcl5.csv", "clinic_scores.csv", "medications.csv", "visits.csv",
    ]  # fmt: skip
    assert files["README.txt"].startswith("A CSV file is not a backup:")
    assert all(text.startswith("\ufeff") for name, text in files.items() if name != "README.txt")


def test_the_long_table_has_the_columns_of_the_contract() -> None:
    first = archive(Journal())[LONG]
    assert first == "\ufefftime,kind,what,value,unit,session,hours_after,note\r\n"


def test_the_same_entries_make_the_same_file_for_its_owner_only() -> None:
    leaving = outgoing(design_series(), Wanted(), TODAY, notes=True)
    data = csv_archive(leaving)
    assert data == csv_archive(leaving)
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert {entry.external_attr >> 16 for entry in opened.infolist()} == {0o600}


def test_a_session_and_what_was_measured_stand_under_its_number() -> None:
    one = make_series(first_number=7)
    session = make_session(
        series_id=one.id,
        dose=Dose(value=0.5, unit=DoseUnit.MG_PER_KG),
        weight_kg=76,
        experience=("insight", "of_another_version"),
        vitals=(Vital(moment=VitalMoment.PEAK, systolic=146, diastolic=90, pulse=84, spo2=97),),
    )
    journal = make_journal(series=[one], sessions=[session])
    assert lines(journal) == [
        ("session", "status", "done", "", "7", ""),
        ("session", "route", "iv", "", "7", ""),
        ("session", "dose", "0.5", "mg/kg", "7", ""),
        ("session", "duration", "40", "min", "7", ""),
        ("session", "weight", "76", "kg", "7", ""),
        ("vital", "systolic pressure, peak", "146", "mmHg", "7", ""),
        ("vital", "diastolic pressure, peak", "90", "mmHg", "7", ""),
        ("vital", "pulse, peak", "84", "/min", "7", ""),
        ("vital", "oxygen saturation, peak", "97", "%", "7", ""),
        ("experience", "New insight or perspective", "yes", "", "7", ""),
        ("experience", "of_another_version", "yes", "", "7", ""),
    ]
    [row] = table(journal, "sessions.csv")
    assert (row["session"], row["systolic_peak"], row["systolic_before"]) == ("7", "146", "")
    assert row["experience"] == "insight; of_another_version"


def test_where_only_the_date_is_known_there_is_no_time_and_no_hours() -> None:
    session = make_session("2026-09-01 12:00", time_known=False)
    check_in = make_check_in("2026-09-02 18:00")
    rows = table(make_journal(sessions=[session], check_ins=[check_in]))
    assert rows[0]["time"] == "2026-09-01"
    assert (rows[-1]["session"], rows[-1]["hours_after"]) == ("2026-09-01", "")


def test_a_check_in_is_a_line_for_each_thing_it_says_its_note_on_the_first() -> None:
    session = make_session("2026-09-01 10:30")
    check_in = make_check_in(
        "2026-09-01 14:10",
        ratings={"anxiety": 4, "mood": 6, "my_own": 2},
        side_effects=(
            make_effect("nausea", 2),
            make_effect("dizziness", None),
            make_effect("headache", 3, state=EffectState.GONE),
        ),
        note="Slept a little.",
    )
    journal = make_journal(sessions=[session], check_ins=[check_in])
    said = [line for line in lines(journal, notes=True) if line[0] != "session"]
    place = ("2026-09-01", "3")
    assert said == [
        ("rating", "Mood", "6", "0 to 10", *place),
        ("rating", "Anxiety", "4", "0 to 10", *place),
        ("rating", "my own", "2", "0 to 10", *place),
        ("side_effect", "Nausea", "2", "0 to 3", *place),
        ("side_effect", "Dizzy", "present", "0 to 3", *place),
        ("side_effect", "Headache", "0", "0 to 3", *place),
    ]
    notes = [row["note"] for row in table(journal, notes=True)]
    assert notes.count("Slept a little.") == 1
    assert "Slept a little." not in str(archive(journal))
    assert table(journal, "check_ins.csv")[0]["rating_my_own"] == "2"


def test_nothing_to_report_and_a_note_alone_are_lines_too() -> None:
    journal = make_journal(
        check_ins=[
            make_check_in("2026-09-01 18:00", ratings={}, nothing_to_report=True),
            make_check_in("2026-09-02 18:00", ratings={}, note="Only this."),
        ]
    )
    rows = table(journal, notes=True)
    assert [(row["kind"], row["what"], row["value"], row["note"]) for row in rows] == [
        ("side_effect", "nothing to report", "yes", ""),
        ("check_in", "note", "", "Only this."),
    ]


def test_a_symptom_named_like_a_column_has_a_column_of_its_own() -> None:
    journal = make_journal(check_ins=[make_check_in(ratings={"note": 4}, note="mine")])
    [row] = table(journal, "check_ins.csv", notes=True)
    assert (row["note"], row["rating_note"]) == ("mine", "4")


def test_a_questionnaire_has_its_total_its_clusters_and_its_items() -> None:
    items = load_instruments()["pcl5"].items
    response = make_response(instrument="pcl5", answers={item.key: 1 for item in items})
    rows = lines(make_journal(responses=[response]))
    assert rows[:6] == [
        ("questionnaire", "PCL-5", "20", "0 to 80", "", ""),
        ("subscale", "PCL-5 cluster B", "5", "", "", ""),
        ("subscale", "PCL-5 cluster C", "2", "", "", ""),
        ("subscale", "PCL-5 cluster D", "7", "", "", ""),
        ("subscale", "PCL-5 cluster E", "6", "", "", ""),
        ("item", "PCL-5 item 1", "1", "0 to 4", "", ""),
    ]
    [row] = table(make_journal(responses=[response]), "pcl5.csv")
    assert (row["total"], row["cluster_D"], row["q20"]) == ("20", "7", "1")


def test_a_declined_item_and_an_estimated_total_say_so() -> None:
    answers = {f"q{number}": 1 for number in range(1, 9)}
    response = make_response(answers=answers, declined=("q9",), difficulty=2)
    journal = make_journal(responses=[response])
    rows = table(journal)
    assert (rows[0]["value"], rows[0]["note"]) == ("9", "estimated")
    assert [(row["what"], row["value"]) for row in rows[-2:]] == [
        ("PHQ-9 item 9", "declined"),
        ("PHQ-9 difficulty", "2"),
    ]
    assert table(journal, "phq9.csv")[0]["declined"] == "q9"


def test_without_the_single_answers_only_totals_leave() -> None:
    answers = {f"q{number}": 1 for number in range(1, 9)}
    response = make_response(answers=answers, declined=("q9",), difficulty=2)
    journal = make_journal(responses=[response])
    assert [row["kind"] for row in table(journal, answers=False)] == ["questionnaire"]
    [row] = table(journal, "phq9.csv", answers=False)
    assert row["total"] == "9"
    assert not {"q1", "q9", "declined", "difficulty"} & row.keys()


def test_numbers_stand_bare_so_that_a_spreadsheet_takes_them_for_numbers() -> None:
    """As LibreOffice 7 was seen to: no quotes, a point, no group signs, no units."""
    text = archive(design_series())[LONG].removeprefix("\ufeff")
    number = re.compile(r"-?\d+(\.\d+)?")
    values = {"rating", "vital", "questionnaire", "item", "clinic_score"}
    for line in text.splitlines()[1:]:
        _time, kind, what, *_rest = line.split(",")
        if kind in values and '"' not in line:
            cells = line.split(",")
            assert number.fullmatch(cells[3]), line
            assert all(number.fullmatch(cell) for cell in cells[5:7] if cell), line
            assert what


def test_a_questionnaire_without_a_total_has_an_empty_cell() -> None:
    rows = table(make_journal(responses=[make_response(answers={"q1": 2})]))
    assert [(row["value"], row["note"]) for row in rows] == [("", ""), ("2", "")]


def test_scores_medicines_and_visits_are_lines_in_their_time() -> None:
    journal = make_journal(
        clinic_scores=[make_clinic_score(), make_clinic_score(name="QIDS", min=None, total=8.5)],
        medications=[
            make_medication(started_on=date(2026, 1, 1), ended_on=date(2026, 10, 1)),
            make_medication(name="Iron", dose=""),
        ],
        visits=[make_visit(with_whom="Dr A", questions="How long?", note="Ask.")],
    )
    rows = table(journal, notes=True)
    assert [(row["time"], row["kind"], row["what"], row["value"]) for row in rows[:2]] == [
        ("", "medication", "Iron", ""),
        ("2026-01-01", "medication", "Sertraline", "100 mg daily"),
    ]
    assert {(row["what"], row["value"], row["unit"]) for row in rows[2:4]} == {
        ("MADRS", "28", "0 to 60"),
        ("QIDS", "8.5", ""),
    }
    assert [(row["kind"], row["what"], row["note"]) for row in rows[4:]] == [
        ("medication_end", "Sertraline", ""),
        ("visit", "Dr A", "How long?\nAsk."),
    ]


def test_a_part_keeps_numbers_and_hours_of_the_whole() -> None:
    one = make_series()
    sessions = [
        make_session("2026-09-01 10:30", series_id=one.id),
        make_session("2026-09-04 10:30", series_id=one.id),
    ]
    check_in = make_check_in("2026-09-05 11:10")
    journal = make_journal(series=[one], sessions=sessions, check_ins=[check_in])
    [line] = lines(journal, first_on=date(2026, 9, 5), last_on=date(2026, 9, 6))
    assert line == ("rating", "Mood", "5", "0 to 10", "2", "24")


def test_the_trash_and_a_planned_session_are_as_they_should_be() -> None:
    planned = make_session("2026-12-01 10:30", status=SessionStatus.PLANNED)
    helped = make_session(entered_by=EnteredBy.HELPER)
    rows = table(make_journal(sessions=[planned, helped]), "sessions.csv")
    assert [(row["status"], row["entered_by"]) for row in rows] == [
        ("done", "helper"),
        ("planned", "patient"),
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_typed_and_no_cell_is_a_formula(text: str) -> None:
    files = archive(hostile_journal(text), notes=True)
    cells: list[list[str]] = []
    for name, content in files.items():
        if name.endswith(".csv"):
            cells += csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline=""))
    flat = [cell for row in cells for cell in row]
    assert text in [cell.removeprefix("'") for cell in flat]
    dangerous = [
        cell for cell in flat if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and cell != "-2"
    ]
    assert dangerous == []
    assert "-2" not in flat


def test_ten_years_are_one_line_for_each_thing() -> None:
    journal = long_journal()
    rows = table(journal)
    ratings = sum(len(check_in.ratings) for check_in in journal.check_ins)
    assert sum(row["kind"] == "rating" for row in rows) == ratings
    times = [row["time"] for row in rows if row["time"]]
    assert [time[:4] for time in times] == sorted(time[:4] for time in times)
