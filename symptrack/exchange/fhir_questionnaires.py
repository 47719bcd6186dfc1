"""Questionnaires in FHIR R4: the answers, and the total as an observation derived from them."""

from collections.abc import Iterator
from typing import Any

from symptrack.analysis.subscales import subscales
from symptrack.domain.instrument import AnswerOption, Instrument, Item, load_instruments
from symptrack.domain.questionnaire import ClinicScore, Response, score
from symptrack.domain.words import EnteredBy, TotalStatus
from symptrack.exchange.fhir_parts import (
    ABSENT_EXTENSION,
    LOINC,
    Resource,
    Subject,
    address,
    coding,
    concept,
    given,
    moment,
    note,
    observation,
    quantity,
    reference,
    text_of,
)
from symptrack.exchange.fhir_sessions import Entry


def response_entries(subject: Subject, response: Response, *, answers: bool) -> Iterator[Entry]:
    """Yield the answers of a questionnaire, where they leave, and its total, where it has one.

    The PCL-5's clusters are components of its total; its rule for a diagnosis is not applied.
    """
    instrument = load_instruments()[response.instrument]
    answered = address(response.id, "answers")
    if answers:
        yield answered, _answers(subject, instrument, response)
    total, status = score(instrument, response.answers)
    if total is None:
        return
    estimated = status is TotalStatus.ESTIMATED
    loinc = (
        (coding(LOINC, instrument.loinc_total, instrument.loinc_total_name),)
        if instrument.loinc_total
        else ()
    )
    yield (
        address(response.id, "total"),
        observation(
            subject,
            "survey",
            concept(f"{instrument.short_title} total", *loinc),
            effectiveDateTime=_at(response),
            issued=moment(response.entered_at) if response.entered_at else None,
            valueQuantity=_points(total),
            derivedFrom=[reference(answered)] if answers else None,
            component=[
                {
                    "code": concept(f"{instrument.short_title} cluster {cluster}"),
                    "valueQuantity": _points(points),
                }
                for cluster, points in subscales(instrument, response.answers).items()
                if points is not None
            ],
            note=note("Estimated: not every item was answered." if estimated else ""),
        ),
    )


def clinic_score_entry(subject: Subject, found: ClinicScore) -> Entry:
    """Return a total that a clinic gave."""
    words = ["Total from the clinic, typed in by the patient."]
    if found.min is not None and found.max is not None:
        words.append(f"Range {found.min:g} to {found.max:g}.")
    if found.higher_is is not None:
        words.append(f"Higher is {found.higher_is.value}.")
    return address(found.id, "total"), observation(
        subject,
        "survey",
        concept(text_of(found.name)),
        effectiveDateTime=_at(found),
        valueQuantity=_points(found.total),
        note=note(" ".join(words)),
    )


def _answers(subject: Subject, instrument: Instrument, response: Response) -> Resource:
    helped = response.entered_by is EnteredBy.HELPER
    items = [
        _item(instrument, item, instrument.options, response.answers.get(item.key))
        for item in instrument.items
        if item.key in response.answers or item.key in response.declined
    ]
    difficulty, panel = instrument.difficulty, instrument.loinc_panel
    if difficulty is not None and response.difficulty is not None:
        options = instrument.difficulty_options
        items.append(_item(instrument, difficulty, options, response.difficulty))
    return given(
        {
            "resourceType": "QuestionnaireResponse",
            "questionnaire": f"{LOINC}/q/{panel}" if panel else None,
            "status": "completed",
            "subject": reference(subject.patient),
            "authored": _at(response),
            "author": reference(subject.helper if helped else subject.patient),
            "source": reference(subject.patient),
            "item": items,
        }
    )


def _item(
    instrument: Instrument,
    item: Item,
    options: tuple[AnswerOption, ...],
    value: int | None,
) -> Resource:
    """Return one item; a declined one has no answer, and says why."""
    link = f"/{item.loinc}" if item.loinc else f"{instrument.key}.{item.key}"
    declined = [{"url": ABSENT_EXTENSION, "valueCode": "asked-declined"}]
    return given(
        {
            "extension": declined if value is None else None,
            "linkId": link,
            "text": item.text,
            "answer": [_answer(options, value)] if value is not None else None,
        }
    )


def _answer(options: tuple[AnswerOption, ...], value: int) -> dict[str, Any]:
    """Return an answer by its LOINC code; where LOINC has none, by its printed value."""
    option = next(one for one in options if one.value == value)
    if not option.loinc:
        return {"valueInteger": value}
    return {"valueCoding": coding(LOINC, option.loinc, option.text)}


def _points(total: float) -> dict[str, Any]:
    return quantity(total, "{score}", "{score}")


def _at(record: Response | ClinicScore) -> str:
    return moment(record.occurred_at, time_known=record.time_known)
