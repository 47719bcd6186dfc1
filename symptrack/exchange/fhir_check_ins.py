"""Check-ins in FHIR R4: an observation for each rating and each side effect."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from symptrack.analysis.effect_answers import DAYS_FOR_SIDE_EFFECTS
from symptrack.analysis.timing import day_of
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.symptom import Symptom
from symptrack.domain.words import EnteredBy, Severity
from symptrack.exchange.fhir_parts import (
    SNOMED,
    Resource,
    Subject,
    address,
    coding,
    concept,
    moment,
    note,
    observation,
    period,
    reference,
    text_of,
)
from symptrack.exchange.fhir_sessions import Entry, procedure_address
from symptrack.exchange.outgoing import Outgoing

_PHR_SEVERITY = "http://hl7.org/fhir/uv/phr/CodeSystem/symptom-severity-codes"
_SEVERITIES = {
    Severity.MILD: ("255604002", "Mild"),
    Severity.MODERATE: ("6736007", "Moderate"),
    Severity.SEVERE: ("24484000", "Severe"),
}


@dataclass(frozen=True, slots=True)
class _Sitting:
    """A check-in and what all its observations have in common."""

    leaving: Outgoing
    subject: Subject
    check_in: CheckIn
    common: Resource
    at: Resource
    helper: str

    def observe(self, part: str, code: Resource, **fields: Any) -> Entry:
        """Return one observation with its address."""
        resource = observation(self.subject, "survey", code, **{**self.common, **self.at, **fields})
        return address(self.check_in.id, part), resource


def check_in_entries(
    leaving: Outgoing, subject: Subject, check_in: CheckIn, symptoms: Mapping[str, Symptom]
) -> Iterator[Entry]:
    """Yield the observations of a check-in.

    Those within 7 days after a session are part of its procedure, where that leaves too.
    """
    sitting = _Sitting(
        leaving,
        subject,
        check_in,
        common={
            "issued": moment(check_in.entered_at) if check_in.entered_at else None,
            "partOf": _procedure(leaving, check_in),
            "device": reference(subject.device),
        },
        at={"effectiveDateTime": moment(check_in.occurred_at, time_known=check_in.time_known)},
        helper="Entered by a helper." if check_in.entered_by is EnteredBy.HELPER else "",
    )
    yield from _ratings(sitting, symptoms)
    yield from _effects(sitting)
    if check_in.note.strip():
        words = concept("Note of the patient")
        yield sitting.observe("note", words, valueString=text_of(check_in.note))


def _ratings(sitting: _Sitting, symptoms: Mapping[str, Symptom]) -> Iterator[Entry]:
    mapped = "Made from the words of another tracker." if sitting.check_in.mapped else ""
    for key, value in sitting.check_in.ratings.items():
        words = concept(_rating_words(symptoms.get(key) or Symptom(key=key)))
        said = note(sitting.helper, mapped)
        yield sitting.observe(f"rating/{key}", words, valueInteger=value, note=said)


def _effects(sitting: _Sitting) -> Iterator[Entry]:
    said = note(sitting.helper)
    for place, entry in enumerate(sitting.check_in.side_effects):
        words, value = _effect(sitting.leaving, entry.effect), _severity(entry)
        when = _when(entry, sitting.at)
        yield sitting.observe(
            f"effect/{place}", words, **when, valueCodeableConcept=value, note=said
        )
    if sitting.check_in.nothing_to_report:
        words, value = concept("Side effects (own item)"), concept("Nothing to report")
        yield sitting.observe("nothing", words, valueCodeableConcept=value, note=said)


def _procedure(leaving: Outgoing, check_in: CheckIn) -> list[Resource]:
    session = leaving.session_before(check_in)
    if session is None or session.id not in leaving.session_ids:
        return []
    if day_of(session, check_in) > DAYS_FOR_SIDE_EFFECTS:
        return []
    return [reference(procedure_address(session))]


def _rating_words(symptom: Symptom) -> str:
    """Return what was rated: *Mood right now, 0 worst - 10 best (own item)*."""
    label, low, high = (text_of(text) for text in (symptom.label, symptom.low, symptom.high))
    return f"{label or symptom.key} right now, 0 {low} - 10 {high} (own item)"


def _effect(leaving: Outgoing, key: str) -> Resource:
    catalogue = load_side_effects()
    known = catalogue.effects.get(key) or catalogue.red_flags.get(key)
    if known is None:
        return concept(text_of(catalogue.name_of(key, leaving.own_effect_labels)))
    return concept(known.label, *([coding(SNOMED, known.snomed)] if known.snomed else []))


def _severity(entry: SideEffectEntry) -> Resource:
    """Return how strong it was; *gone* is the same as none."""
    if not entry.present:
        return concept("0 - None (0-3)")
    if entry.severity is None:
        return concept("Present, strength not noted")
    code, word = _SEVERITIES[entry.severity]
    codes = (coding(SNOMED, code, word), coding(_PHR_SEVERITY, word.lower(), word))
    return concept(f"{entry.severity} - {word} (0-3)", *codes)


def _when(entry: SideEffectEntry, at: Resource) -> Resource:
    """Return from when to when, where the patient said so, else when it was noted."""
    said = period(entry.began_at, entry.ended_at)
    return at if said is None else {"effectiveDateTime": None, "effectivePeriod": said}
