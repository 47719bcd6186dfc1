"""The long table: one line for each thing that was recorded, for filtering and pivot tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from symptrack.analysis.subscales import subscales
from symptrack.analysis.timing import Dated, in_utc
from symptrack.domain.care import Medication, Visit
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.instrument import Instrument, load_instruments
from symptrack.domain.questionnaire import ClinicScore, Response, score
from symptrack.domain.session import Session, Vital
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.symptom import known_symptoms
from symptrack.exchange.csv_cells import Cell
from symptrack.exchange.outgoing import Outgoing
from symptrack.texts import _

LONG_COLUMNS = ("time", "kind", "what", "value", "unit", "session", "hours_after", "note")
# "0 to 3": a spreadsheet would take "1-3" for a date.
RATING_UNIT, SEVERITY_UNIT = "0 to 10", "0 to 3"
_HOURS_DECIMALS = 2
_FIRST = float("-inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One line; ``order`` and ``record_id`` put the lines in order."""

    order: float
    record_id: str
    time: Cell
    kind: str
    what: str
    value: Cell = None
    unit: str = ""
    session: Cell = None
    hours_after: float | None = None
    note: str = ""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Return what stands under :data:`LONG_COLUMNS`."""
        values = (self.time, self.kind, self.what, self.value, self.unit, self.session)
        return (*values, self.hours_after, self.note)


def long_rows(leaving: Outgoing) -> list[tuple[Cell, ...]]:
    """Return the lines from the earliest to the latest, those of one record together."""
    journal = leaving.journal
    lines: list[_Line] = []
    for session in journal.sessions:
        lines += _with_note(_session_lines(leaving, session), session.note)
    for check_in in journal.check_ins:
        lines += _with_note(_check_in_lines(leaving, check_in), check_in.note)
    for response in journal.responses:
        lines += _response_lines(leaving, response)
    for clinic_score in journal.clinic_scores:
        lines += _clinic_score_lines(leaving, clinic_score)
    for medication in journal.medications:
        lines += _medication_lines(medication)
    lines += map(_visit_line, journal.visits)
    return [line.cells for line in sorted(lines, key=_place)]


def _place(line: _Line) -> tuple[float, str]:
    return line.order, line.record_id


def session_name(leaving: Outgoing, session: Session | None) -> Cell:
    """Return the number of a session, or its date where it has none."""
    if session is None:
        return None
    return leaving.timeline.numbers.get(session.id) or session.started_at.date()


def moment(at: datetime, *, time_known: bool) -> date:
    """Return an instant with its offset, or the date alone where only that is known."""
    return at if time_known else at.date()


def rounded_hours(hours: float | None) -> float | None:
    """Return hours with two decimals: half a minute."""
    return None if hours is None else round(hours, _HOURS_DECIMALS)


def _with_note(lines: Iterable[_Line], note: str) -> Iterator[_Line]:
    """Put a record's note on the first of its lines."""
    for place, line in enumerate(lines):
        yield line if place else replace(line, note=note)


def _session_lines(leaving: Outgoing, session: Session) -> Iterator[_Line]:
    known = session.time_known
    line = _Line(
        order=in_utc(session.started_at).timestamp(),
        record_id=session.id,
        time=moment(session.started_at, time_known=known),
        kind="session",
        what=_("status"),
        value=session.status.value,
        session=session_name(leaving, session),
    )
    yield line
    yield replace(line, what=_("route"), value=session.route.value)
    if session.dose is not None:
        unit = session.dose.unit.value
        yield replace(line, what=_("dose"), value=float(session.dose.value), unit=unit)
    if session.duration_min is not None:
        yield replace(line, what=_("duration"), value=session.duration_min, unit="min")
    if session.weight_kg is not None:
        yield replace(line, what=_("weight"), value=float(session.weight_kg), unit="kg")
    for vital in session.vitals:
        yield from _vital_lines(line, vital)
    experiences = load_side_effects().experiences
    for key in session.experience:
        label = _(experiences[key].label) if key in experiences else key
        yield replace(line, kind="experience", what=label, value=True)


def _vital_lines(line: _Line, vital: Vital) -> Iterator[_Line]:
    measured = (
        (_("systolic pressure, {moment}"), vital.systolic, "mmHg"),
        (_("diastolic pressure, {moment}"), vital.diastolic, "mmHg"),
        (_("pulse, {moment}"), vital.pulse, "/min"),
        (_("oxygen saturation, {moment}"), vital.spo2, "%"),
    )
    for what, value, unit in measured:
        if value is not None:
            words = what.format(moment=vital.moment.value)
            yield replace(line, kind="vital", what=words, value=value, unit=unit)


def _dated(leaving: Outgoing, record: Dated, kind: str, what: str) -> _Line:
    return _Line(
        order=in_utc(record.occurred_at).timestamp(),
        record_id=record.id,
        time=moment(record.occurred_at, time_known=record.time_known),
        kind=kind,
        what=what,
        session=session_name(leaving, leaving.session_before(record)),
        hours_after=rounded_hours(leaving.hours_after(record)),
    )


def _check_in_lines(leaving: Outgoing, check_in: CheckIn) -> Iterator[_Line]:
    line = _dated(leaving, check_in, "rating", "")
    labels = {one.key: one.label for one in known_symptoms(leaving.journal.symptoms)}
    order = [*labels, *sorted(check_in.ratings.keys() - labels.keys())]
    for key in order:
        if key in check_in.ratings:
            what = labels.get(key, key.replace("_", " "))
            yield replace(line, what=what, value=check_in.ratings[key], unit=RATING_UNIT)
    names = load_side_effects()
    for entry in check_in.side_effects:
        what = names.name_of(entry.effect, leaving.own_effect_labels)
        yield replace(
            line, kind="side_effect", what=what, value=severity_cell(entry), unit=SEVERITY_UNIT
        )
    if check_in.nothing_to_report:
        yield replace(line, kind="side_effect", what=_("nothing to report"), value=True)
    if not (check_in.ratings or check_in.side_effects or check_in.nothing_to_report):
        yield replace(line, kind="check_in", what=_("note"))


def severity_cell(entry: SideEffectEntry) -> Cell:
    """Return 0 to 3, or *present* where the strength was not said; *gone* is the same as 0."""
    if not entry.present:
        return 0
    return "present" if entry.severity is None else entry.severity


def _response_lines(leaving: Outgoing, response: Response) -> Iterator[_Line]:
    instrument = load_instruments()[response.instrument]
    line = _dated(leaving, response, "questionnaire", instrument.short_title)
    total, status = score(instrument, response.answers)
    unit = f"{instrument.low} to {instrument.high}"
    yield replace(line, value=total, unit=unit, note="" if total is None else status.value)
    for cluster, points in subscales(instrument, response.answers).items():
        what = _("{questionnaire} cluster {cluster}").format(
            questionnaire=instrument.short_title, cluster=cluster
        )
        yield replace(line, kind="subscale", what=what, value=points)
    if leaving.answers:
        yield from _answer_lines(line, instrument, response)


def _answer_lines(line: _Line, instrument: Instrument, response: Response) -> Iterator[_Line]:
    name, declined = instrument.short_title, set(response.declined)
    values: dict[str, Cell] = dict(response.answers)
    options = instrument.options
    unit = f"{options[0].value} to {options[-1].value}"
    for number, item in enumerate(instrument.items, start=1):
        value = "declined" if item.key in declined else values.get(item.key)
        if value is not None:
            what = _("{questionnaire} item {number}").format(questionnaire=name, number=number)
            yield replace(line, kind="item", what=what, value=value, unit=unit)
    if response.difficulty is not None:
        what = _("{questionnaire} difficulty").format(questionnaire=name)
        yield replace(line, kind="item", what=what, value=response.difficulty, unit=SEVERITY_UNIT)


def _clinic_score_lines(leaving: Outgoing, found: ClinicScore) -> Iterator[_Line]:
    line = _dated(leaving, found, "clinic_score", found.name)
    ends = "" if found.min is None or found.max is None else f"{found.min:g} to {found.max:g}"
    yield replace(line, value=float(found.total), unit=ends)


def _medication_lines(medication: Medication) -> Iterator[_Line]:
    """Yield the beginning and the end of a medicine; without a date it stands at the top."""
    line = _Line(
        order=_FIRST,
        record_id=medication.id,
        time=None,
        kind="medication",
        what=medication.name,
        value=medication.dose,
    )
    yield replace(_on(line, medication.started_on), note=medication.note)
    if medication.ended_on is not None:
        yield replace(_on(line, medication.ended_on), kind="medication_end")


def _visit_line(visit: Visit) -> _Line:
    words = "\n".join(text for text in (visit.questions, visit.note) if text)
    line = _Line(
        order=_FIRST, record_id=visit.id, time=None, kind="visit", what=visit.with_whom, note=words
    )
    return _on(line, visit.visited_on)


def _on(line: _Line, day: date | None) -> _Line:
    """Return a line of a day: it stands before what has a time on it."""
    if day is None:
        return line
    midnight = datetime.combine(day, time.min, UTC)
    return replace(line, order=midnight.timestamp(), time=day)
