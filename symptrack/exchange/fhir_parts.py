"""Pieces of FHIR R4 resources: codes, quantities, moments, texts and references.

Codes of LOINC, SNOMED CT, RxNorm and UCUM; where no code was verified, words stand alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

Resource = dict[str, Any]

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
UCUM = "http://unitsofmeasure.org"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
ABSENT_EXTENSION = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"

# FHIR's strings hold no control characters but tab and line ends.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NOT_SHOWN = "\ufffd"
_MOST_OFFSET = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom everything is about, and the program that it was entered into: their addresses."""

    patient: str
    device: str
    helper: str


def address(record_id: str, part: str) -> str:
    """Return the address of a resource, the same in every export."""
    return f"urn:uuid:{uuid5(UUID(record_id), part)}"


def reference(url: str) -> dict[str, str]:
    """Return a reference to a resource of the bundle."""
    return {"reference": url}


def text_of(words: str) -> str:
    """Return a text as it was typed, with a mark for each character that FHIR cannot hold."""
    return _CONTROL.sub(_NOT_SHOWN, words)


def moment(at: datetime, *, time_known: bool = True) -> str:
    """Return a FHIR dateTime, or the date alone where only that is known.

    An offset that FHIR cannot write, over 14 h or with seconds, is turned into UTC.
    """
    if not time_known:
        return at.date().isoformat()
    offset = at.utcoffset() or timedelta()
    if abs(offset) > _MOST_OFFSET or offset % timedelta(minutes=1):
        at = at.astimezone(UTC)
    return at.isoformat()


def period(start: date | None, end: date | None) -> dict[str, str] | None:
    """Return a period, or ``None`` without an end or a beginning, or where it ends before it."""
    ends = {"start": start, "end": end}
    if start is not None and end is not None and end < start:
        return None
    found = {
        name: moment(at) if isinstance(at, datetime) else at.isoformat()
        for name, at in ends.items()
        if at is not None
    }
    return found or None


def coding(system: str, code: str, display: str = "") -> dict[str, str]:
    """Return one code; without the words of its system, which are then not known."""
    return given({"system": system, "code": code, "display": display})


def concept(words: str, *codings: dict[str, str]) -> dict[str, Any]:
    """Return a concept with its codes, if it has any, and its words."""
    return {"coding": list(codings), "text": words} if codings else {"text": words}


def quantity(value: float, unit: str, code: str) -> dict[str, Any]:
    """Return a quantity in a UCUM unit."""
    whole = int(value) if value == int(value) else value
    return {"value": whole, "unit": unit, "system": UCUM, "code": code}


def note(*texts: str) -> list[dict[str, str]]:
    """Return annotations, one for each text that says something."""
    return [{"text": text_of(text)} for text in texts if text.strip()]


def given(fields: Mapping[str, Any]) -> Resource:
    """Return the fields that hold something: FHIR has no empty ones."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def observation(subject: Subject, category: str, code: dict[str, Any], **fields: Any) -> Resource:
    """Return an observation that the patient made."""
    return given(
        {
            "resourceType": "Observation",
            "status": "final",
            "category": [{"coding": [coding(CATEGORY, *_CATEGORIES[category])]}],
            "code": code,
            "subject": reference(subject.patient),
            "performer": [reference(subject.patient)],
            **fields,
        }
    )


_CATEGORIES = {"vital-signs": ("vital-signs", "Vital Signs"), "survey": ("survey", "Survey")}
