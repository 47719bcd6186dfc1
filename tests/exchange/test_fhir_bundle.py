"""The FHIR R4 bundle for a clinic's own system."""

import json
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from symptrack.domain.instrument import load_instruments
from symptrack.domain.journal import Journal
from symptrack.domain.patient import Patient
from symptrack.domain.session import Dose, Vital
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.words import (
    Direction,
    DoseUnit,
    EffectState,
    EnteredBy,
    Route,
    SessionStatus,
    VitalMoment,
)
from symptrack.exchange.demo import demo_journal
from symptrack.exchange.fhir_bundle import FhirChoice, fhir_bundle
from symptrack.exchange.outgoing import outgoing
from symptrack.exchange.selection import Wanted
from tests.builders import (
    ZONE,
    at,
    make_check_in,
    make_clinic_score,
    make_effect,
    make_journal,
    make_medication,
    make_response,
    make_series,
    make_session,
)
from tests.exchange.fhir_r4 import Resource, fields, of_type, valid_resources
from tests.exchange.hostile import HOSTILE, hostile_journal
from tests.journals import design_series
from tests.long_journal import long_journal
from tests.strategies import journals

NOW = datetime(2026, 11, 22, 9, tzinfo=ZoneInfo(ZONE))


def bundle(
    journal: Journal,
    *,
    notes: bool = False,
    answers: bool = True,
    choice: FhirChoice | None = None,
    **wanted: Any,
) -> bytes:
    leaving = outgoing(journal, Wanted(**wanted), NOW.date(), notes=notes, answers=answers)
    return fhir_bundle(leaving, NOW, app_version="0.1.0", choice=choice)


def resources(journal: Journal, name: str, **options: Any) -> list[Resource]:
    return of_type(valid_resources(bundle(journal, **options)), name)


def observed(journal: Journal, words: str, **options: Any) -> list[Resource]:
    """Return the observations of a name."""
    found = resources(journal, "Observation", **options)
    return [one for one in found if one["code"].get("text") == words]


def codes(concept: dict[str, Any]) -> list[str]:
    return [one["code"] for one in concept.get("coding", [])]


def test_an_empty_journal_is_a_patient_and_a_device() -> None:
    found = valid_resources(bundle(Journal()))
    assert [one["resourceType"] for one in found] == ["Patient", "Device"]


def test_the_demo_and_ten_years_are_valid() -> None:
    demo = valid_resources(bundle(demo_journal(NOW, ZONE), notes=True))
    assert len(of_type(demo, "Procedure")) == 8
    journal = long_journal()
    found = valid_resources(bundle(journal, notes=True))
    ratings = sum(len(one.ratings) for one in journal.check_ins)
    assert sum("valueInteger" in one for one in of_type(found, "Observation")) == ratings


@settings(max_examples=40, deadline=None)
@given(journals())
def test_whatever_a_journal_may_hold_is_valid(journal: Journal) -> None:
    valid_resources(bundle(journal, notes=True, choice=FhirChoice(label=True, date_of_birth=True)))


def test_the_same_entries_make_the_same_file() -> None:
    assert bundle(design_series()) == bundle(design_series())


def test_the_patient_is_named_only_where_asked_for() -> None:
    patient = Patient(label="Robin", date_of_birth=date(1990, 5, 1), trusted_contact="Sam")
    journal = make_journal(patient=patient)
    data = bundle(journal)
    assert b"Robin" not in data
    assert b"1990" not in data
    [named] = resources(journal, "Patient", choice=FhirChoice(label=True, date_of_birth=True))
    assert (named["name"], named["birthDate"]) == ([{"text": "Robin"}], "1990-05-01")
    assert b"Sam" not in bundle(journal, notes=True, choice=FhirChoice(label=True))


def test_two_patients_are_two() -> None:
    one, other = (make_journal(series=[make_series()]) for _time in range(2))
    [first], [second] = resources(one, "Patient"), resources(other, "Patient")
    assert first["identifier"] != second["identifier"]
    assert first == resources(one, "Patient")[0]


def test_a_session_is_a_procedure_and_what_was_given_is_part_of_it() -> None:
    one = make_series(conditions=("depression",))
    session = make_session(
        series_id=one.id,
        dose=Dose(value=0.5, unit=DoseUnit.MG_PER_KG),
        weight_kg=70,
        clinic="Harbour Clinic",
        medicines="Ondansetron",
    )
    journal = make_journal(series=[one], sessions=[session])
    data = json.loads(bundle(journal))
    urls = {entry["resource"]["resourceType"]: entry["fullUrl"] for entry in data["entry"]}
    [procedure], [given_] = (
        resources(journal, "Procedure"),
        resources(journal, "MedicationAdministration"),
    )
    assert procedure["status"] == "completed"
    assert procedure["asserter"] == {"reference": urls["Patient"]}
    period = {"start": "2026-09-01T10:30:00-04:00", "end": "2026-09-01T11:10:00-04:00"}
    assert procedure["performedPeriod"] == given_["effectivePeriod"] == period
    assert procedure["location"] == {"display": "Harbour Clinic"}
    assert procedure["reasonCode"] == [{"text": "depression"}]
    assert [one["text"] for one in procedure["note"]] == [
        "Session 1 of 6 (induction). Recorded by the patient.",
        "Medicines: Ondansetron",
    ]
    assert given_["partOf"] == [{"reference": urls["Procedure"]}]
    assert codes(given_["medicationCodeableConcept"]) == ["6130", "373464007"]
    assert given_["dosage"]["text"] == "0.5 mg/kg IV over 40 minutes"
    assert given_["dosage"]["dose"]["value"] == 35
    assert codes(given_["dosage"]["route"]) == ["47625008"]
    [weight] = observed(journal, "Body weight")
    assert weight["valueQuantity"]["value"] == 70


def test_a_dose_by_weight_stays_so_where_the_weight_is_not_known() -> None:
    session = make_session(dose=Dose(value=0.5, unit=DoseUnit.MG_PER_KG), duration_min=None)
    [given_] = resources(make_journal(sessions=[session]), "MedicationAdministration")
    assert given_["dosage"]["dose"]["code"] == "mg/kg"
    assert given_["dosage"]["text"] == "0.5 mg/kg IV"
    assert given_["effectiveDateTime"] == "2026-09-01T10:30:00-04:00"


def test_a_dose_that_is_not_noted_leaves_the_route_in_words() -> None:
    [given_] = resources(make_journal(sessions=[make_session()]), "MedicationAdministration")
    assert "dosage" not in given_
    assert given_["note"][0]["text"] == "Dose not noted; IV."


def test_a_spray_is_not_coded_as_ketamine_and_another_route_has_no_code() -> None:
    dose = Dose(value=84)
    sessions = [
        make_session("2026-09-01 10:30", route=Route.NASAL, dose=dose),
        make_session("2026-09-04 10:30", route=Route.OTHER, dose=dose),
    ]
    spray, other = resources(make_journal(sessions=sessions), "MedicationAdministration")
    assert "coding" not in spray["medicationCodeableConcept"]
    assert codes(spray["dosage"]["route"]) == ["46713006"]
    assert "route" not in other["dosage"]


def test_a_planned_session_does_not_leave_and_a_missed_one_was_not_done() -> None:
    sessions = [
        make_session("2026-12-01 10:30", status=SessionStatus.PLANNED),
        make_session("2026-09-08 10:30", status=SessionStatus.MISSED, time_known=False),
    ]
    found = valid_resources(bundle(make_journal(sessions=sessions)))
    [procedure] = of_type(found, "Procedure")
    assert procedure["status"] == "not-done"
    assert procedure["performedDateTime"] == "2026-09-08"
    assert of_type(found, "MedicationAdministration") == []


def test_vital_signs_have_their_codes_and_moments() -> None:
    vitals = (
        Vital(moment=VitalMoment.BEFORE, systolic=122),
        Vital(moment=VitalMoment.PEAK, pulse=88),
        Vital(moment=VitalMoment.AFTER, spo2=98),
    )
    journal = make_journal(sessions=[make_session(vitals=vitals)])
    [pressure], [pulse], [oxygen] = (
        observed(journal, name) for name in ("Blood pressure", "Pulse", "Oxygen saturation")
    )
    assert codes(pressure["code"]) == ["85354-9"]
    assert pressure["effectiveDateTime"] == "2026-09-01T10:30:00-04:00"
    systolic, diastolic = pressure["component"]
    assert (codes(systolic["code"]), systolic["valueQuantity"]["code"]) == (["8480-6"], "mm[Hg]")
    assert (codes(diastolic["code"]), codes(diastolic["dataAbsentReason"])) == (
        ["8462-4"],
        ["unknown"],
    )
    assert codes(pulse["code"]) == ["8867-4"]
    assert pulse["effectivePeriod"]["end"] == "2026-09-01T11:10:00-04:00"
    assert codes(oxygen["code"]) == ["2708-6", "59408-5"]
    assert oxygen["effectiveDateTime"] == "2026-09-01T11:10:00-04:00"


def test_what_a_session_was_like_is_observed() -> None:
    journal = make_journal(sessions=[make_session(experience=("insight", "another"))])
    found = observed(journal, "What the session was like (own item)")
    values = [one["valueCodeableConcept"]["text"] for one in found]
    assert values == ["New insight or perspective", "another"]


def test_mood_and_side_effects_are_observations_part_of_the_session() -> None:
    session = make_session("2026-09-01 10:30")
    check_in = make_check_in(
        "2026-09-01 13:20",
        ratings={"mood": 6},
        side_effects=(
            make_effect(
                "nausea", 2, began_at=at("2026-09-01 11:20"), ended_at=at("2026-09-01 13:20")
            ),
            make_effect("dissociation", None),
            make_effect("mine", 1, state=EffectState.GONE),
        ),
        entered_by=EnteredBy.HELPER,
    )
    journal = make_journal(
        sessions=[session],
        check_ins=[check_in],
        side_effects=[OwnSideEffect(key="mine", label="Cold feet")],
    )
    [mood] = observed(journal, "Mood right now, 0 worst - 10 best (own item)")
    assert (mood["valueInteger"], mood["issued"]) == (6, "2026-09-01T13:20:00-04:00")
    assert mood["note"] == [{"text": "Entered by a helper."}]
    [nausea] = observed(journal, "Nausea or upset stomach")
    assert codes(nausea["code"]) == ["422587007"]
    assert codes(nausea["valueCodeableConcept"]) == ["6736007", "moderate"]
    assert nausea["effectivePeriod"]["start"] == "2026-09-01T11:20:00-04:00"
    [detached] = observed(journal, "Feeling detached")
    assert detached["valueCodeableConcept"] == {"text": "Present, strength not noted"}
    assert detached["effectiveDateTime"] == "2026-09-01T13:20:00-04:00"
    [own] = observed(journal, "Cold feet")
    assert own["valueCodeableConcept"] == {"text": "0 - None (0-3)"}
    [procedure] = [
        entry["fullUrl"]
        for entry in json.loads(bundle(journal))["entry"]
        if entry["resource"]["resourceType"] == "Procedure"
    ]
    assert all(one["partOf"] == [{"reference": procedure}] for one in (mood, nausea, own))


def test_later_than_a_week_or_without_its_session_it_is_part_of_nothing() -> None:
    session = make_session("2026-09-01 10:30")
    check_ins = [make_check_in("2026-09-08 18:00"), make_check_in("2026-09-09 18:00")]
    journal = make_journal(sessions=[session], check_ins=check_ins)
    within, later = resources(journal, "Observation")
    assert "partOf" in within
    assert "partOf" not in later
    part = resources(journal, "Observation", first_on=date(2026, 9, 8), last_on=date(2026, 9, 30))
    assert all("partOf" not in one for one in part)


def test_nothing_to_report_a_note_and_mapped_ratings_say_so() -> None:
    check_in = make_check_in(nothing_to_report=True, note="Slept well.", mapped=True)
    journal = make_journal(check_ins=[check_in])
    [nothing] = observed(journal, "Side effects (own item)")
    assert nothing["valueCodeableConcept"] == {"text": "Nothing to report"}
    assert observed(journal, "Note of the patient") == []
    [noted] = observed(journal, "Note of the patient", notes=True)
    assert noted["valueString"] == "Slept well."
    [mood] = observed(journal, "Mood right now, 0 worst - 10 best (own item)")
    assert mood["note"] == [{"text": "Made from the words of another tracker."}]


def test_a_questionnaire_has_loinc_answers_and_a_total_derived_from_them() -> None:
    response = make_response(difficulty=2, entered_by=EnteredBy.HELPER)
    journal = make_journal(responses=[response])
    [answers] = resources(journal, "QuestionnaireResponse")
    assert answers["questionnaire"] == "http://loinc.org/q/44249-1"
    assert answers["item"][0]["linkId"] == "/44250-9"
    assert answers["item"][0]["answer"][0]["valueCoding"]["code"] == "LA6570-1"
    assert answers["item"][-1]["answer"][0]["valueCoding"]["code"] == "LA6575-0"
    assert len(resources(journal, "RelatedPerson")) == 1
    assert answers["author"] != answers["source"]
    [total] = observed(journal, "PHQ-9 total")
    assert codes(total["code"]) == ["44261-6"]
    assert total["valueQuantity"]["value"] == 18
    assert "note" not in total


def test_without_the_single_answers_only_totals_leave() -> None:
    response = make_response(difficulty=2, entered_by=EnteredBy.HELPER)
    found = valid_resources(bundle(make_journal(responses=[response]), answers=False))
    assert [one["resourceType"] for one in found] == ["Patient", "Device", "Observation"]
    assert found[2]["valueQuantity"]["value"] == 18


def test_a_declined_item_says_so_and_the_total_is_estimated() -> None:
    answers = {f"q{number}": 1 for number in range(1, 9)}
    journal = make_journal(responses=[make_response(answers=answers, declined=("q9",))])
    [found] = resources(journal, "QuestionnaireResponse")
    assert found["item"][-1]["extension"][0]["valueCode"] == "asked-declined"
    assert "answer" not in found["item"][-1]
    [total] = observed(journal, "PHQ-9 total")
    assert total["note"] == [{"text": "Estimated: not every item was answered."}]


def test_without_a_total_there_are_only_the_answers() -> None:
    journal = make_journal(responses=[make_response(answers={"q1": 1})])
    assert len(resources(journal, "QuestionnaireResponse")[0]["item"]) == 1
    assert resources(journal, "Observation") == []


def test_the_clusters_of_the_pcl5_leave_and_no_diagnosis() -> None:
    items = load_instruments()["pcl5"].items
    response = make_response(instrument="pcl5", answers={item.key: 4 for item in items})
    journal = make_journal(responses=[response])
    [total] = observed(journal, "PCL-5 total")
    assert codes(total["code"]) == ["101698-9"]
    points = {one["code"]["text"]: one["valueQuantity"]["value"] for one in total["component"]}
    assert points == {
        "PCL-5 cluster B": 20,
        "PCL-5 cluster C": 8,
        "PCL-5 cluster D": 28,
        "PCL-5 cluster E": 24,
    }
    [answers] = resources(journal, "QuestionnaireResponse")
    assert answers["item"][0] == {
        "linkId": "pcl5.q1",
        "text": items[0].text,
        "answer": [{"valueInteger": 4}],
    }
    kinds = {one["resourceType"] for one in valid_resources(bundle(journal))}
    assert kinds == {"Patient", "Device", "QuestionnaireResponse", "Observation"}


def test_a_clinics_total_and_a_medicine_leave_in_the_patients_words() -> None:
    journal = make_journal(
        clinic_scores=[
            make_clinic_score(higher_is=Direction.WORSE),
            make_clinic_score(name="Own scale", min=None, max=None, total=2.5),
        ],
        medications=[
            make_medication(started_on=date(2026, 1, 1), ended_on=date(2026, 2, 1)),
            make_medication(name=" ", dose=""),
        ],
    )
    [score] = observed(journal, "MADRS")
    assert score["note"][0]["text"] == (
        "Total from the clinic, typed in by the patient. Range 0 to 60. Higher is worse."
    )
    [own] = observed(journal, "Own scale")
    assert own["valueQuantity"]["value"] == 2.5
    medicines = {
        one["medicationCodeableConcept"]["text"]: one["status"]
        for one in resources(journal, "MedicationStatement")
    }
    assert medicines == {"Sertraline": "completed", "Medicine": "active"}


def test_an_offset_that_fhir_cannot_write_becomes_utc() -> None:
    odd = datetime.fromisoformat("1901-09-01T10:30:00-04:56:02")
    [mood] = resources(make_journal(check_ins=[make_check_in(occurred_at=odd)]), "Observation")
    assert mood["effectiveDateTime"] == "1901-09-01T15:26:02+00:00"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_typed(text: str) -> None:
    data = bundle(hostile_journal(text), notes=True, choice=FhirChoice(label=True))
    found = valid_resources(data)
    texts = [value for _name, value in fields(found) if isinstance(value, str)]
    # FHIR has no NUL: a mark stands for it.
    assert text.replace("\x00", "\ufffd") in texts
