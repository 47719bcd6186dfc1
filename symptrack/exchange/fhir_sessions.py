"""Sessions in FHIR R4: a procedure, what was given as part of it, and what was measured."""

from collections.abc import Iterator

from symptrack.analysis.timing import end_of
from symptrack.domain.session import Dose, Session, Vital
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.words import DoseUnit, EnteredBy, Route, SessionStatus, VitalMoment
from symptrack.exchange.fhir_parts import (
    ABSENT,
    LOINC,
    RXNORM,
    SNOMED,
    Resource,
    Subject,
    address,
    coding,
    concept,
    given,
    moment,
    note,
    observation,
    period,
    quantity,
    reference,
    text_of,
)
from symptrack.exchange.outgoing import Outgoing

Entry = tuple[str, Resource]

_ROUTES = {
    Route.IV: ("IV", ("47625008", "Intravenous route")),
    Route.IM: ("IM", ("78421000", "Intramuscular route")),
    Route.SC: ("SC", ("34206005", "Subcutaneous route")),
    Route.LOZENGE: ("lozenge", ("37839007", "Sublingual route")),
    Route.NASAL: ("nasal", ("46713006", "Nasal route")),
    Route.ORAL: ("oral", ("26643006", "Oral route")),
    Route.OTHER: ("other route", None),
}
_KETAMINE = concept(
    "Ketamine", coding(RXNORM, "6130", "ketamine"), coding(SNOMED, "373464007", "Ketamine")
)
# A spray is more often esketamine, which has codes of its own; the journal does not ask which.
_SPRAY = concept("Ketamine or esketamine nasal spray")
_PRESSURES = (
    ("systolic", "8480-6", "Systolic blood pressure"),
    ("diastolic", "8462-4", "Diastolic blood pressure"),
)
_MEASURED = {
    VitalMoment.BEFORE: "Measured before the session.",
    VitalMoment.PEAK: "The highest during the session.",
    VitalMoment.AFTER: "Measured after the session.",
}


def procedure_address(session: Session) -> str:
    """Return the address of a session's procedure."""
    return address(session.id, "procedure")


def session_entries(leaving: Outgoing, subject: Subject, session: Session) -> Iterator[Entry]:
    """Yield the resources of a session; a planned one, which did not happen, has none."""
    if session.status is SessionStatus.PLANNED:
        return
    yield procedure_address(session), _procedure(leaving, subject, session)
    if not session.done:
        return
    yield address(session.id, "given"), _administration(subject, session)
    for place, vital in enumerate(session.vitals):
        for part, resource in _vital_signs(subject, session, vital):
            yield address(session.id, f"vital/{place}/{part}"), resource
    if session.weight_kg is not None:
        yield address(session.id, "weight"), _weight(subject, session, session.weight_kg)
    for key in session.experience:
        yield address(session.id, f"experience/{key}"), _experience(subject, session, key)


def _procedure(leaving: Outgoing, subject: Subject, session: Session) -> Resource:
    series = leaving.timeline.series_of(session)
    helped = session.entered_by is EnteredBy.HELPER
    return given(
        {
            "resourceType": "Procedure",
            "status": "completed" if session.done else "not-done",
            "code": {"text": "Ketamine treatment session"},
            "subject": reference(subject.patient),
            **_performed("performed", session),
            "recorder": reference(subject.helper) if helped else None,
            "asserter": reference(subject.patient),
            "location": {"display": text_of(session.clinic)} if session.clinic.strip() else None,
            "reasonCode": [
                concept(text_of(one))
                for one in (series.conditions if series else ())
                if one.strip()
            ],
            "note": note(
                _numbered(leaving, session),
                f"Medicines: {session.medicines}" if session.medicines.strip() else "",
                f"Intention: {session.intention}" if session.intention.strip() else "",
                session.note,
            ),
        }
    )


def _numbered(leaving: Outgoing, session: Session) -> str:
    """Return which session it was: *Session 3 of 6 (induction). Recorded by the patient.*"""
    series, number = leaving.timeline.series_of(session), leaving.timeline.numbers.get(session.id)
    words = "Session" if number is None else f"Session {number}"
    if series is not None and series.planned_sessions is not None and number is not None:
        last = series.first_number + series.planned_sessions - 1
        words += f" of {last}" if number <= last else ""
    if series is not None and series.kind is not None:
        words += f" ({series.kind.value})"
    who = "a helper" if session.entered_by is EnteredBy.HELPER else "the patient"
    return f"{words}. Recorded by {who}."


def _administration(subject: Subject, session: Session) -> Resource:
    return given(
        {
            "resourceType": "MedicationAdministration",
            "partOf": [reference(procedure_address(session))],
            "status": "completed",
            "medicationCodeableConcept": _SPRAY if session.route is Route.NASAL else _KETAMINE,
            "subject": reference(subject.patient),
            **_performed("effective", session),
            "dosage": _dosage(session, session.dose) if session.dose else None,
            "note": note(
                "" if session.dose else f"Dose not noted; {_route(session)}.",
                "Dose as told to the patient; not taken from the clinic record.",
            ),
        }
    )


def _dosage(session: Session, dose: Dose) -> Resource:
    """Return the dose as it was noted; in mg too where the weight at the session is known."""
    words = f"{dose.value:g} {dose.unit.value} {_route(session)}"
    if session.duration_min is not None:
        words += f" over {session.duration_min} minutes"
    milligrams = _milligrams(dose, session.weight_kg)
    code = _ROUTES[session.route][1]
    return given(
        {
            "text": words,
            "route": concept(_route(session), coding(SNOMED, *code)) if code else None,
            "dose": quantity(dose.value, "mg/kg", "mg/kg")
            if milligrams is None
            else quantity(milligrams, "mg", "mg"),
        }
    )


def _milligrams(dose: Dose, weight_kg: float | None) -> float | None:
    """Return a dose in mg, to a tenth of one where it is reckoned from the weight."""
    if dose.unit is DoseUnit.MG:
        return dose.value
    return None if weight_kg is None else round(dose.value * weight_kg, 1)


def _vital_signs(subject: Subject, session: Session, vital: Vital) -> Iterator[Entry]:
    about = {
        "partOf": [reference(procedure_address(session))],
        **_measured_at(session, vital.moment),
        "note": note(_MEASURED[vital.moment]),
    }
    if vital.systolic is not None or vital.diastolic is not None:
        code = coding(LOINC, "85354-9", "Blood pressure panel with all children optional")
        components = [_pressure(vital, *one) for one in _PRESSURES]
        words = concept("Blood pressure", code)
        yield "pressure", observation(subject, "vital-signs", words, **about, component=components)
    if vital.pulse is not None:
        words = concept("Pulse", coding(LOINC, "8867-4", "Heart rate"))
        value = quantity(vital.pulse, "beats/minute", "/min")
        yield "pulse", observation(subject, "vital-signs", words, **about, valueQuantity=value)
    if vital.spo2 is not None:
        words = concept(
            "Oxygen saturation",
            coding(LOINC, "2708-6", "Oxygen saturation in Arterial blood"),
            coding(LOINC, "59408-5", "Oxygen saturation in Arterial blood by Pulse oximetry"),
        )
        value = quantity(vital.spo2, "%", "%")
        yield "spo2", observation(subject, "vital-signs", words, **about, valueQuantity=value)


def _pressure(vital: Vital, sign: str, code: str, display: str) -> Resource:
    """Return one of the two pressures; the profile asks for both, so a missing one says so."""
    value = getattr(vital, sign)
    named = {"code": {"coding": [coding(LOINC, code, display)]}}
    if value is None:
        absent = coding(ABSENT, "unknown", "Unknown")
        return {**named, "dataAbsentReason": {"coding": [absent]}}
    return {**named, "valueQuantity": quantity(value, "mmHg", "mm[Hg]")}


def _weight(subject: Subject, session: Session, weight_kg: float) -> Resource:
    return observation(
        subject,
        "vital-signs",
        concept("Body weight", coding(LOINC, "29463-7", "Body weight")),
        partOf=[reference(procedure_address(session))],
        effectiveDateTime=_start(session),
        valueQuantity=quantity(weight_kg, "kg", "kg"),
    )


def _experience(subject: Subject, session: Session, key: str) -> Resource:
    known = load_side_effects().experiences.get(key)
    codes = [coding(SNOMED, known.snomed)] if known and known.snomed else []
    return observation(
        subject,
        "survey",
        concept("What the session was like (own item)"),
        partOf=[reference(procedure_address(session))],
        effectiveDateTime=_start(session),
        valueCodeableConcept=concept(known.label if known else text_of(key), *codes),
    )


def _performed(name: str, session: Session) -> Resource:
    """Return when a session took place: from start to end where both are known."""
    if not (session.time_known and session.duration_min):
        return {f"{name}DateTime": _start(session)}
    end = end_of(session).astimezone(session.started_at.tzinfo)
    return {f"{name}Period": period(session.started_at, end)}


def _measured_at(session: Session, when: VitalMoment) -> Resource:
    """Return the moment of a measurement: the start, the end, or the time between for the peak."""
    performed = _performed("effective", session)
    if when is VitalMoment.PEAK or "effectivePeriod" not in performed:
        return performed
    end = "start" if when is VitalMoment.BEFORE else "end"
    return {"effectiveDateTime": performed["effectivePeriod"][end]}


def _start(session: Session) -> str:
    return moment(session.started_at, time_known=session.time_known)


def _route(session: Session) -> str:
    return _ROUTES[session.route][0]
