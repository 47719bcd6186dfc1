"""What a record says, field by field, and what differs between two versions of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from symptrack.domain.care import Medication, Visit
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.instrument import Instrument, load_instruments
from symptrack.domain.journal import Record
from symptrack.domain.questionnaire import ClinicScore, Response
from symptrack.domain.series import Series
from symptrack.domain.session import Session, Vital
from symptrack.domain.words import Direction, EnteredBy, Mode, Moment, VitalMoment
from symptrack.formatting import format_number
from symptrack.presenters.journal_words import Names
from symptrack.presenters.record_words import day_or_nothing, instant_words
from symptrack.presenters.series import kind_words
from symptrack.presenters.session_checks import dose_words
from symptrack.presenters.session_words import route_words, status_words
from symptrack.presenters.words import severity_word
from symptrack.texts import _

Fields = Iterator[tuple[str, str, str]]
"""Of each field its key, which no other field of the record has, its name and what it says."""
LONGEST, BEFORE_IT = 400, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field in which two versions differ; ``spoken`` is all of it in words."""

    field: str
    before: str
    after: str
    spoken: str


def changes(
    before: Record, after: Record, names: Names, called: Mapping[str, str]
) -> tuple[Change, ...]:
    """Return what differs; ``called`` names the sessions and series that a record may name."""
    old = {key: (field, text) for key, field, text in _fields(before, names, called)}
    new = {key: (field, text) for key, field, text in _fields(after, names, called)}
    found = []
    for key in _in_order(list(new), list(old)):
        field = (new.get(key) or old[key])[0]
        was, now = old.get(key, ("", ""))[1], new.get(key, ("", ""))[1]
        if was != now:
            found.append(_change(field, *_excerpts(was, now)))
    return tuple(found)


def _in_order(new: list[str], old: list[str]) -> list[str]:
    """Return the keys of both; what there is no more stands where it stood."""
    order, place = list(new), 0
    for key in old:
        if key in new:
            place = order.index(key)
        else:
            order.insert(place, key)
        place += 1
    return order


def _change(field: str, before: str, after: str) -> Change:
    before, after = before or _("nothing"), after or _("nothing")
    spoken = _("{field}: {before} before, {after} after").format(
        field=field, before=before, after=after
    )
    return Change(field=field, before=before, after=after, spoken=spoken)


def _excerpts(before: str, after: str) -> tuple[str, str]:
    """Return two texts, of long ones the part around where they begin to differ."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    same = next(
        (place for place, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
        min(len(before), len(after)),
    )
    return _excerpt(before, same), _excerpt(after, same)


def _excerpt(text: str, place: int) -> str:
    start = max(place - BEFORE_IT, 0)
    shown = text[start : start + LONGEST]
    ahead = "\u2026" if start and shown else ""
    return ahead + shown + ("\u2026" if start + LONGEST < len(text) else "")


def _fields(record: Record, names: Names, called: Mapping[str, str]) -> Fields:
    if isinstance(record, CheckIn):
        return _of_check_in(record, names, called)
    if isinstance(record, Session):
        return _of_session(record, names, called)
    if isinstance(record, Response):
        return _of_response(record, load_instruments()[record.instrument])
    if isinstance(record, ClinicScore):
        return _of_clinic_score(record)
    if isinstance(record, Series):
        return _of_series(record)
    return _of_medication(record) if isinstance(record, Medication) else _of_visit(record)


def _of_check_in(one: CheckIn, names: Names, called: Mapping[str, str]) -> Fields:
    yield "when", _("When"), instant_words(one.occurred_at, time_known=one.time_known)
    yield "session", _("Belongs to"), called.get(one.session_id or "", "")
    yield "moment", _("Before or after the session"), _moment(one.moment)
    for key, rating in one.ratings.items():
        yield f"rating {key}", names.symptom(key), _("{rating} of 10").format(rating=rating)
    for place, entry in enumerate(one.side_effects):
        earlier = [other.effect for other in one.side_effects[:place]].count(entry.effect)
        yield f"effect {entry.effect} {earlier}", names.effect(entry.effect), _effect(entry)
    yield "nothing", _("Nothing to report"), _("chosen") if one.nothing_to_report else ""
    yield "note", _("Note"), one.note
    yield "by", _("Entered by"), _entered_by(one.entered_by)
    yield "mode", _("Entered in"), _("gentle mode") if one.mode is Mode.GENTLE else ""


def _moment(moment: Moment | None) -> str:
    if moment is None:
        return ""
    return _("before") if moment is Moment.BEFORE else _("after")


def _effect(entry: SideEffectEntry) -> str:
    parts = []
    if entry.severity is not None:
        parts.append(
            _("{severity} ({number})").format(
                severity=severity_word(entry.severity).lower(), number=entry.severity
            )
        )
    parts.append(_("still there") if entry.present else _("it has gone"))
    if entry.began_at is not None:
        parts.append(_("since {when}").format(when=instant_words(entry.began_at)))
    if entry.ended_at is not None:
        parts.append(_("until {when}").format(when=instant_words(entry.ended_at)))
    if not entry.ask_again:
        parts.append(_("not asked again"))
    return ", ".join(parts)


def _entered_by(who: EnteredBy) -> str:
    return _("a helper") if who is EnteredBy.HELPER else _("you")


def _of_session(one: Session, names: Names, called: Mapping[str, str]) -> Fields:
    yield "status", _("Did it take place?"), status_words(one.status)
    yield "when", _("When"), instant_words(one.started_at, time_known=one.time_known)
    yield "series", _("Series"), called.get(one.series_id or "", "")
    yield "route", _("Route"), route_words(one.route)
    yield "dose", _("Dose"), dose_words(one.dose) if one.dose else ""
    minutes = one.duration_min
    yield (
        "duration",
        _("Duration"),
        "" if minutes is None else _("{minutes} min").format(minutes=minutes),
    )
    yield (
        "weight",
        _("Weight"),
        ""
        if one.weight_kg is None
        else _("{number} kg").format(number=format_number(one.weight_kg)),
    )
    yield "clinic", _("Clinic"), one.clinic
    for place, vital in enumerate(one.vitals):
        yield f"vital {vital.moment} {place}", _vital_name(vital.moment), _vital(vital)
    words = [
        _(found.label) if (found := names.catalogue.experiences.get(key)) else key
        for key in one.experience
    ]
    yield "experience", _("What it was like"), ", ".join(words)
    yield "medicines", _("Medicines"), one.medicines
    yield "intention", _("Intention"), one.intention
    yield "note", _("Note"), one.note
    yield "by", _("Entered by"), _entered_by(one.entered_by)


def _vital_name(moment: VitalMoment) -> str:
    return {
        VitalMoment.BEFORE: _("Vital signs before"),
        VitalMoment.PEAK: _("Highest vital signs"),
        VitalMoment.AFTER: _("Vital signs after"),
    }[moment]


def _vital(vital: Vital) -> str:
    parts = []
    if vital.systolic is not None or vital.diastolic is not None:
        parts.append(
            _("blood pressure {systolic}/{diastolic}").format(
                systolic=_or_dash(vital.systolic), diastolic=_or_dash(vital.diastolic)
            )
        )
    if vital.pulse is not None:
        parts.append(_("pulse {number}").format(number=vital.pulse))
    if vital.spo2 is not None:
        parts.append(_("SpO2 {number} %").format(number=vital.spo2))
    return ", ".join(parts)


def _or_dash(number: int | None) -> str:
    return "\u2013" if number is None else str(number)


def _of_response(one: Response, instrument: Instrument) -> Fields:
    yield "when", _("When"), instant_words(one.occurred_at, time_known=one.time_known)
    for place, item in enumerate(instrument.items, start=1):
        name = _("{number}. {question}").format(number=place, question=item.text)
        answer = _option(one.answers.get(item.key), instrument)
        yield item.key, name, _("declined") if item.key in one.declined else answer
    if instrument.difficulty is not None:
        said = {option.value: option.text for option in instrument.difficulty_options}
        difficulty = "" if one.difficulty is None else said[one.difficulty]
        yield "difficulty", instrument.difficulty.text, difficulty
    yield "by", _("Entered by"), _entered_by(one.entered_by)


def _option(value: int | None, instrument: Instrument) -> str:
    if value is None:
        return ""
    said = {option.value: option.text for option in instrument.options}
    return _("{answer} ({number})").format(answer=said[value], number=value)


def _of_clinic_score(one: ClinicScore) -> Fields:
    yield "name", _("Name"), one.name
    yield "total", _("Total"), format_number(one.total, 2)
    yield "when", _("When"), instant_words(one.occurred_at, time_known=one.time_known)
    yield "min", _("Lowest possible"), _number_or_nothing(one.min)
    yield "max", _("Highest possible"), _number_or_nothing(one.max)
    higher = {Direction.BETTER: _("better"), Direction.WORSE: _("worse"), None: ""}
    yield "higher", _("Higher is"), higher[one.higher_is]


def _number_or_nothing(number: float | None) -> str:
    return "" if number is None else format_number(number, 2)


def _of_series(one: Series) -> Fields:
    yield "name", _("Name"), one.name
    yield "kind", _("Kind of series"), kind_words(one.kind) if one.kind else ""
    planned = one.planned_sessions
    yield "planned", _("Planned sessions"), "" if planned is None else str(planned)
    yield "first", _("First number"), str(one.first_number)
    yield "conditions", _("Treated for"), ", ".join(_(part) for part in one.conditions)
    yield "goal", _("Goal"), one.goal
    yield "began", _("Begun"), day_or_nothing(one.started_on)
    yield "ended", _("Ended"), day_or_nothing(one.ended_on)


def _of_medication(one: Medication) -> Fields:
    yield "name", _("Name"), one.name
    yield "dose", _("Dose"), one.dose
    yield "began", _("Begun"), day_or_nothing(one.started_on)
    yield "ended", _("Ended"), day_or_nothing(one.ended_on)
    yield "note", _("Note"), one.note


def _of_visit(one: Visit) -> Fields:
    yield "when", _("Date"), day_or_nothing(one.visited_on)
    yield "with", _("With"), one.with_whom
    yield "questions", _("Questions"), one.questions
    yield "note", _("Note"), one.note
