"""What was recorded as a FHIR R4 bundle (``collection``), for a clinic's own system.

Everything is said by the patient; the device is this program. The patient's name and date of birth
are in it only where they were asked for.
"""

import importlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from symptrack.domain.care import Medication
from symptrack.domain.journal import Journal
from symptrack.domain.symptom import known_symptoms
from symptrack.domain.words import EnteredBy
from symptrack.exchange.fhir_check_ins import check_in_entries
from symptrack.exchange.fhir_parts import (
    Resource,
    Subject,
    address,
    concept,
    given,
    moment,
    note,
    period,
    reference,
    text_of,
)
from symptrack.exchange.fhir_questionnaires import clinic_score_entry, response_entries
from symptrack.exchange.fhir_sessions import Entry, session_entries
from symptrack.exchange.outgoing import Outgoing
from symptrack.exchange.stable_ids import journal_key

_NAMES = {
    "Bundle": "bundle",
    "Device": "device",
    "MedicationAdministration": "medicationadministration",
    "MedicationStatement": "medicationstatement",
    "Observation": "observation",
    "Patient": "patient",
    "Procedure": "procedure",
    "QuestionnaireResponse": "questionnaireresponse",
    "RelatedPerson": "relatedperson",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FhirChoice:
    """What of the patient goes in; nothing by default."""

    label: bool = False
    date_of_birth: bool = False


def fhir_bundle(
    leaving: Outgoing, now: datetime, *, app_version: str, choice: FhirChoice | None = None
) -> bytes:
    """Return the bundle as JSON: each resource was built by the FHIR library's model of it."""
    entries = [
        {"fullUrl": url, "resource": _checked(resource)}
        for url, resource in _entries(leaving, now, app_version, choice or FhirChoice())
    ]
    bundle = {"resourceType": "Bundle", "type": "collection", "timestamp": moment(now)}
    # The entries are checked one by one; all of them together would only take longer.
    whole = {**_checked(bundle), "entry": entries}
    return (json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def _entries(
    leaving: Outgoing, now: datetime, app_version: str, choice: FhirChoice
) -> Iterator[Entry]:
    journal, key = leaving.journal, str(journal_key(leaving.timeline.journal))
    subject = Subject(
        patient=address(key, "patient"),
        device=address(key, "device"),
        helper=address(key, "helper"),
    )
    yield subject.patient, _patient(subject, journal, choice)
    yield subject.device, _device(app_version)
    if _helped(leaving):
        yield subject.helper, _helper(subject)
    for session in sorted(journal.sessions, key=lambda one: (one.started_at, one.id)):
        yield from session_entries(leaving, subject, session)
    for response in sorted(journal.responses, key=lambda one: (one.occurred_at, one.id)):
        yield from response_entries(subject, response, answers=leaving.answers)
    for found in sorted(journal.clinic_scores, key=lambda one: (one.occurred_at, one.id)):
        yield clinic_score_entry(subject, found)
    symptoms = {one.key: one for one in known_symptoms(journal.symptoms)}
    for check_in in sorted(journal.check_ins, key=lambda one: (one.occurred_at, one.id)):
        yield from check_in_entries(leaving, subject, check_in, symptoms)
    for medication in sorted(journal.medications, key=lambda one: one.id):
        yield _medication(subject, medication, now.date())


def _patient(subject: Subject, journal: Journal, choice: FhirChoice) -> Resource:
    patient = journal.patient
    name = text_of(patient.label.strip()) if choice.label else ""
    born = patient.date_of_birth if choice.date_of_birth else None
    return given(
        {
            "resourceType": "Patient",
            "identifier": [{"system": "urn:ietf:rfc:3986", "value": subject.patient}],
            "name": [{"text": name}] if name else None,
            "birthDate": born.isoformat() if born else None,
        }
    )


def _device(app_version: str) -> Resource:
    return {
        "resourceType": "Device",
        "deviceName": [{"name": "Symptrack", "type": "user-friendly-name"}],
        "version": [{"value": app_version}],
        "type": {"text": "Journal kept by the patient"},
    }


def _helper(subject: Subject) -> Resource:
    return {
        "resourceType": "RelatedPerson",
        "patient": reference(subject.patient),
        "relationship": [{"text": "Helper at home"}],
    }


def _helped(leaving: Outgoing) -> bool:
    entered_by = {one.entered_by for one in leaving.journal.sessions}
    if leaving.answers:
        entered_by |= {one.entered_by for one in leaving.journal.responses}
    return EnteredBy.HELPER in entered_by


def _medication(subject: Subject, medication: Medication, today_on: date) -> Entry:
    over = medication.ended_on is not None and medication.ended_on < today_on
    dose = text_of(medication.dose) if medication.dose.strip() else ""
    return address(medication.id, "medication"), given(
        {
            "resourceType": "MedicationStatement",
            "status": "completed" if over else "active",
            "medicationCodeableConcept": concept(text_of(medication.name.strip() or "Medicine")),
            "subject": reference(subject.patient),
            "effectivePeriod": period(medication.started_on, medication.ended_on),
            "informationSource": reference(subject.patient),
            "dosage": [{"text": dose}] if dose else None,
            "note": note(medication.note),
        }
    )


def _checked(resource: Resource) -> Resource:
    """Return a resource that the library's model took: types, cardinalities, the kinds of codes."""
    _model(resource["resourceType"]).model_validate(resource)
    return resource


@cache
def _model(name: str) -> Any:
    # R4B differs from R4 in none of these resources; the library no longer ships R4 itself.
    module = importlib.import_module(f"fhir.resources.R4B.{_NAMES[name]}")
    return getattr(module, name)
