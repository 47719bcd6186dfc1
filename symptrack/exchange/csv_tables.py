"""One table for each kind of record, a line a record."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from symptrack.analysis.subscales import subscales
from symptrack.analysis.timing import Dated, in_utc, is_late
from symptrack.domain.instrument import Instrument, load_instruments
from symptrack.domain.questionnaire import score
from symptrack.domain.session import Session, Vital
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.symptom import known_symptoms
from symptrack.domain.words import VitalMoment
from symptrack.exchange.csv_cells import Cell
from symptrack.exchange.csv_long import moment, rounded_hours, session_name, severity_cell
from symptrack.exchange.outgoing import Outgoing

Row = dict[str, Cell]
# Before the key of a symptom, which may be any word, also that of another column.
RATING = "rating_"
_SIGNS = ("systolic", "diastolic", "pulse", "spo2")
T = TypeVar("T", bound=Dated)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns and its lines."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def record_tables(leaving: Outgoing) -> list[Table]:
    """Return the tables, also those without a line; lines by time."""
    return [
        _table("series", _series_rows(leaving), _SERIES),
        _table("sessions", _session_rows(leaving), _session_columns()),
        _table("check_ins", _check_in_rows(leaving), _check_in_columns(leaving)),
        _table("side_effects", _effect_rows(leaving), _SIDE_EFFECTS),
        *(
            _table(key, _response_rows(leaving, instrument), _response_columns(leaving, instrument))
            for key, instrument in load_instruments().items()
        ),
        _table("clinic_scores", _clinic_score_rows(leaving), _CLINIC_SCORES),
        _table("medications", _medication_rows(leaving), _MEDICATIONS),
        _table("visits", _visit_rows(leaving), _VISITS),
    ]


_WHEN = ("time", "date", "time_zone", "time_known")
_ENTERED = ("entered_at", "entered_by", "late")
_AFTER = ("session", "hours_after")
_SERIES = (
    "name", "kind", "planned_sessions", "first_number", "conditions", "started_on", "ended_on",
    "goal",
)  # fmt: skip
_SIDE_EFFECTS = (
    *_WHEN, *_AFTER, "effect", "label", "state", "severity", "began_at", "ended_at", "ask_again",
)  # fmt: skip
_CLINIC_SCORES = (*_WHEN, *_AFTER, "name", "total", "min", "max", "higher_is")
_MEDICATIONS = ("name", "dose", "started_on", "ended_on", "note")
_VISITS = ("visited_on", "with", "questions", "note")


def _session_columns() -> tuple[str, ...]:
    vitals = [f"{sign}_{when.value}" for when in VitalMoment for sign in _SIGNS]
    return (
        *_WHEN, "series", "session", "status", "route", "dose", "dose_unit", "duration_min",
        "weight_kg", *vitals, "experience", "clinic", "medicines", "intention", "note", *_ENTERED,
    )  # fmt: skip


def _check_in_columns(leaving: Outgoing) -> tuple[str, ...]:
    rated = {key for one in leaving.journal.check_ins for key in one.ratings}
    known = [one.key for one in known_symptoms(leaving.journal.symptoms)]
    symptoms = [RATING + key for key in (*known, *sorted(rated - set(known)))]
    return (
        *_WHEN, *_AFTER, "moment", "mode", "nothing_to_report", "note", "source", "mapped",
        *_ENTERED, *symptoms,
    )  # fmt: skip


def _response_columns(leaving: Outgoing, instrument: Instrument) -> tuple[str, ...]:
    clusters = [f"cluster_{cluster}" for cluster in subscales(instrument, {})]
    items = [*(item.key for item in instrument.items), "difficulty", "declined"]
    answers = items if leaving.answers else []
    return (*_WHEN, *_AFTER, "total", "total_status", *clusters, *answers, *_ENTERED)


def _series_rows(leaving: Outgoing) -> Iterator[Row]:
    for one in sorted(leaving.journal.series, key=lambda one: (str(one.started_on or ""), one.id)):
        yield _plain(one, _SERIES) | {"conditions": "; ".join(one.conditions)}


def _session_rows(leaving: Outgoing) -> Iterator[Row]:
    series = {one.id: one.name for one in leaving.timeline.journal.series}
    texts = ("duration_min", "weight_kg", "clinic", "medicines", "intention", "note")
    for one in sorted(leaving.journal.sessions, key=lambda one: (in_utc(one.started_at), one.id)):
        yield {
            **_when(one.started_at, one),
            **_entered(one),
            **_plain(one, texts),
            "series": series.get(one.series_id or ""),
            "session": leaving.timeline.numbers.get(one.id),
            "status": one.status.value,
            "route": one.route.value,
            "dose": float(one.dose.value) if one.dose else None,
            "dose_unit": one.dose.unit.value if one.dose else None,
            "experience": "; ".join(one.experience),
            **_vitals(one.vitals),
        }


def _vitals(vitals: Sequence[Vital]) -> Row:
    """Return the vital signs by moment; of several at a moment, the first that was noted."""
    row: Row = {}
    for vital in vitals:
        for sign in _SIGNS:
            row.setdefault(f"{sign}_{vital.moment.value}", getattr(vital, sign))
    return row


def _check_in_rows(leaving: Outgoing) -> Iterator[Row]:
    for one in _by_time(leaving.journal.check_ins):
        yield {
            **_dated(leaving, one),
            **_entered(one),
            "moment": one.moment.value if one.moment else None,
            "mode": one.mode.value,
            "nothing_to_report": one.nothing_to_report,
            "note": one.note,
            "source": one.source.value,
            "mapped": one.mapped,
            **{RATING + key: rating for key, rating in one.ratings.items()},
        }


def _effect_rows(leaving: Outgoing) -> Iterator[Row]:
    catalogue, own = load_side_effects(), leaving.own_effect_labels
    for one in _by_time(leaving.journal.check_ins):
        for entry in one.side_effects:
            yield {
                **_dated(leaving, one),
                **_plain(entry, ("effect", "began_at", "ended_at", "ask_again")),
                "label": catalogue.name_of(entry.effect, own),
                "state": entry.state.value,
                "severity": severity_cell(entry),
            }


def _response_rows(leaving: Outgoing, instrument: Instrument) -> Iterator[Row]:
    found = [one for one in leaving.journal.responses if one.instrument == instrument.key]
    for one in _by_time(found):
        total, status = score(instrument, one.answers)
        clusters = subscales(instrument, one.answers)
        yield {
            **_dated(leaving, one),
            **_entered(one),
            "total": total,
            "total_status": status.value,
            **{f"cluster_{cluster}": points for cluster, points in clusters.items()},
            **one.answers,
            "difficulty": one.difficulty,
            "declined": "; ".join(one.declined),
        }


def _clinic_score_rows(leaving: Outgoing) -> Iterator[Row]:
    for one in _by_time(leaving.journal.clinic_scores):
        yield {
            **_dated(leaving, one),
            **_plain(one, ("name", "total", "min", "max")),
            "higher_is": one.higher_is.value if one.higher_is else None,
        }


def _medication_rows(leaving: Outgoing) -> Iterator[Row]:
    found = leaving.journal.medications
    for one in sorted(found, key=lambda one: (str(one.started_on or ""), one.id)):
        yield _plain(one, _MEDICATIONS)


def _visit_rows(leaving: Outgoing) -> Iterator[Row]:
    for one in sorted(leaving.journal.visits, key=lambda one: (one.visited_on, one.id)):
        yield _plain(one, ("visited_on", "questions", "note")) | {"with": one.with_whom}


def _dated(leaving: Outgoing, record: Dated) -> Row:
    return {
        **_when(record.occurred_at, record),
        "session": session_name(leaving, leaving.session_before(record)),
        "hours_after": rounded_hours(leaving.hours_after(record)),
    }


def _when(at: datetime, record: Dated | Session) -> Row:
    return {
        "time": moment(at, time_known=record.time_known),
        "date": at.date(),
        "time_zone": record.time_zone,
        "time_known": record.time_known,
    }


def _entered(record: Any) -> Row:
    return {
        "entered_at": record.entered_at,
        "entered_by": record.entered_by.value,
        "late": is_late(record),
    }


def _plain(record: Any, names: Sequence[str]) -> Row:
    """Return fields that stand in a table as they are in the record."""
    return {name: getattr(record, name) for name in names}


def _by_time(records: Iterable[T]) -> list[T]:
    return sorted(records, key=lambda one: (in_utc(one.occurred_at), one.id))


def _table(name: str, rows: Iterator[Row], columns: tuple[str, ...]) -> Table:
    return Table(name, columns, tuple(tuple(row.get(name) for name in columns) for row in rows))
