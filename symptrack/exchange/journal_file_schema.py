"""The journal file's objects, key by key, in the order in which they are written.

What a key may hold is said here once for reading and writing; ``docs/journal-file.md`` says it for
people. The ranges are the domain's own.
"""

from collections.abc import Mapping
from typing import Any

from symptrack.domain.care import Medication, Visit
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.errors import InvalidValue
from symptrack.domain.journal import DeletedRecord, Kind
from symptrack.domain.limits import check_key
from symptrack.domain.patient import WEIGHT_KG, Patient
from symptrack.domain.questionnaire import ClinicScore, Response, check_response, score
from symptrack.domain.series import FIRST_NUMBER, PLANNED_SESSIONS, Series
from symptrack.domain.session import (
    DIASTOLIC_MMHG,
    DURATION_MIN,
    PULSE_PER_MIN,
    SPO2_PERCENT,
    SYSTOLIC_MMHG,
    Dose,
    Session,
    Vital,
)
from symptrack.domain.side_effect import OwnSideEffect
from symptrack.domain.symptom import LAST_POSITION, RATING, Symptom
from symptrack.domain.words import (
    Direction,
    DoseUnit,
    EffectState,
    EnteredBy,
    Mode,
    Moment,
    Route,
    SeriesKind,
    SessionStatus,
    Severity,
    Source,
    TotalStatus,
    VitalMoment,
)
from symptrack.exchange.journal_file_object import Key, Shape
from symptrack.exchange.journal_file_values import (
    DATE,
    ID,
    INSTANT,
    KEY,
    NAME,
    NOTE,
    TEXT,
    TRUTH,
    ZONE,
    Known,
    Value,
    by_key,
    check_known,
    number,
    one_of_known,
    reference,
    several,
    whole,
    word,
)
from symptrack.texts import _


def _check_symptom(path: str, key: str, known: Known) -> None:
    check_known(path, key, known.symptoms)


def _check_number(session: Session, computed: Mapping[str, Any], known: Known) -> None:
    if known.numbers is None or "number" not in computed:
        return
    number_by_date = known.numbers.get(session.id)
    if number_by_date is None:
        raise InvalidValue("number", _("only done sessions of a series have one"))
    if computed["number"] != number_by_date:
        raise InvalidValue(
            "number",
            _("{number} is not the {by_date} that follows from the dates").format(
                number=computed["number"], by_date=number_by_date
            ),
        )


def _check_answers(response: Response, computed: Mapping[str, Any], known: Known) -> None:
    instrument = known.instruments[response.instrument]
    check_response(instrument, response)
    total, status = score(instrument, response.answers)
    if "total" in computed and computed["total"] != total:
        raise InvalidValue(
            "total",
            _("{total} is not what the answers add up to").format(total=computed["total"]),
        )
    if "total_status" in computed and computed["total_status"] is not status:
        raise InvalidValue(
            "total_status", _("the answers make it {status}").format(status=status.value)
        )


def _check_trashed_id(deleted: DeletedRecord, computed: Mapping[str, Any], _known: Known) -> None:
    if computed["id"] != deleted.record.id:
        raise InvalidValue("id", _("it is not the id of the record"))


PATIENT = Shape(
    Patient,
    (
        Key("label", TEXT),
        Key("date_of_birth", DATE),
        Key("weight_kg", number(*WEIGHT_KG)),
        Key("clinic_name", TEXT),
        Key("clinic_phone", TEXT),
        Key("trusted_contact", NOTE),
    ),
)
SYMPTOM = Shape(
    Symptom,
    (
        Key("key", KEY, required=True),
        Key("label", TEXT),
        Key("low", TEXT),
        Key("high", TEXT),
        Key("higher_is", word(Direction)),
        Key("active", TRUTH),
        Key("position", whole(0, LAST_POSITION)),
    ),
)
OWN_SIDE_EFFECT = Shape(OwnSideEffect, (Key("key", KEY, required=True), Key("label", TEXT)))
SERIES = Shape(
    Series,
    (
        Key("id", ID, required=True),
        Key("name", TEXT, required=True),
        Key("kind", word(SeriesKind)),
        Key("planned_sessions", whole(*PLANNED_SESSIONS)),
        Key("first_number", whole(*FIRST_NUMBER)),
        Key("conditions", several(TEXT)),
        Key("goal", NOTE),
        Key("started_on", DATE),
        Key("ended_on", DATE),
    ),
)
DOSE = Shape(
    Dose, (Key("value", number(), required=True), Key("unit", word(DoseUnit), required=True))
)
VITAL = Shape(
    Vital,
    (
        Key("moment", word(VitalMoment), required=True),
        Key("systolic", whole(*SYSTOLIC_MMHG)),
        Key("diastolic", whole(*DIASTOLIC_MMHG)),
        Key("pulse", whole(*PULSE_PER_MIN)),
        Key("spo2", whole(*SPO2_PERCENT)),
    ),
)
SESSION = Shape(
    Session,
    (
        Key("id", ID, required=True),
        Key("series_id", reference("series")),
        Key("number", whole(), computed=True),
        Key("status", word(SessionStatus), required=True),
        Key("started_at", INSTANT, required=True),
        Key("time_zone", ZONE, required=True),
        Key("time_known", TRUTH),
        Key("duration_min", whole(*DURATION_MIN)),
        Key("route", word(Route), required=True),
        Key("dose", DOSE.value()),
        Key("weight_kg", number(*WEIGHT_KG)),
        Key("clinic", TEXT),
        Key("experience", several(one_of_known(lambda known: known.experiences))),
        Key("vitals", several(VITAL.value())),
        Key("medicines", NOTE),
        Key("intention", NOTE),
        Key("note", NOTE),
        Key("entered_at", INSTANT),
        Key("entered_by", word(EnteredBy)),
    ),
    _check_number,
)
SIDE_EFFECT = Shape(
    SideEffectEntry,
    (
        Key("effect", one_of_known(lambda known: known.effects), required=True),
        Key("severity", whole(Severity.NONE, Severity.SEVERE)),
        Key("state", word(EffectState), required=True),
        Key("began_at", INSTANT),
        Key("ended_at", INSTANT),
        Key("ask_again", TRUTH),
    ),
)
CHECK_IN = Shape(
    CheckIn,
    (
        Key("id", ID, required=True),
        Key("session_id", reference("sessions")),
        Key("moment", word(Moment)),
        Key("occurred_at", INSTANT, required=True),
        Key("time_zone", ZONE, required=True),
        Key("time_known", TRUTH),
        Key("entered_at", INSTANT),
        Key("entered_by", word(EnteredBy)),
        Key("mode", word(Mode)),
        Key("source", word(Source)),
        Key("mapped", TRUTH),
        Key("ratings", by_key(whole(*RATING), _check_symptom)),
        Key("nothing_to_report", TRUTH),
        Key("side_effects", several(SIDE_EFFECT.value())),
        Key("note", NOTE),
    ),
)
RESPONSE = Shape(
    Response,
    (
        Key("id", ID, required=True),
        Key("instrument", one_of_known(lambda known: frozenset(known.instruments)), required=True),
        Key("occurred_at", INSTANT, required=True),
        Key("time_zone", ZONE, required=True),
        Key("time_known", TRUTH),
        Key("entered_at", INSTANT),
        Key("entered_by", word(EnteredBy)),
        Key("answers", by_key(whole(), lambda path, key, _known: check_key(path, key))),
        Key("declined", several(TEXT)),
        Key("difficulty", whole()),
        Key("total", whole(), computed=True),
        Key("total_status", word(TotalStatus), computed=True),
    ),
    _check_answers,
)
CLINIC_SCORE = Shape(
    ClinicScore,
    (
        Key("id", ID, required=True),
        Key("name", NAME, required=True),
        Key("min", number()),
        Key("max", number()),
        Key("higher_is", word(Direction)),
        Key("occurred_at", INSTANT, required=True),
        Key("time_zone", ZONE, required=True),
        Key("time_known", TRUTH),
        Key("total", number(), required=True),
    ),
)
MEDICATION = Shape(
    Medication,
    (
        Key("id", ID, required=True),
        Key("name", TEXT, required=True),
        Key("dose", TEXT),
        Key("started_on", DATE),
        Key("ended_on", DATE),
        Key("note", NOTE),
    ),
)
VISIT = Shape(
    Visit,
    (
        Key("id", ID, required=True),
        Key("visited_on", DATE, required=True),
        Key("with", TEXT, name="with_whom"),
        Key("questions", NOTE),
        Key("note", NOTE),
    ),
)
RECORD_SHAPES = {
    Kind.SERIES: SERIES,
    Kind.SESSIONS: SESSION,
    Kind.CHECK_INS: CHECK_IN,
    Kind.RESPONSES: RESPONSE,
    Kind.CLINIC_SCORES: CLINIC_SCORE,
    Kind.MEDICATIONS: MEDICATION,
    Kind.VISITS: VISIT,
}


def deleted_shape(record: Value) -> Shape:
    """Return the keys of what lies in the trash, around a ``record`` of some kind."""
    return Shape(
        DeletedRecord,
        (
            Key("kind", word(Kind), required=True),
            Key("id", ID, required=True, computed=True),
            Key("deleted_at", INSTANT, required=True),
            Key("record", record, required=True),
        ),
        _check_trashed_id,
    )
