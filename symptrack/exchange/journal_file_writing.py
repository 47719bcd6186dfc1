"""From a journal to the object that the journal file holds."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from symptrack.domain.instrument import load_instruments
from symptrack.domain.journal import DeletedRecord, Journal, Kind, Record
from symptrack.domain.questionnaire import Response, score
from symptrack.domain.symptom import LAST_POSITION, Symptom
from symptrack.exchange.journal_file_schema import (
    OWN_SIDE_EFFECT,
    PATIENT,
    RECORD_SHAPES,
    SYMPTOM,
    deleted_shape,
)
from symptrack.exchange.journal_file_settings import SETTINGS
from symptrack.exchange.journal_file_values import Value

_WHEN = ("started_at", "occurred_at", "visited_on", "started_on")


def journal_document(journal: Journal, *, numbers: bool) -> dict[str, Any]:
    """Return everything in a journal, in a stable order, with what is empty left out."""
    session_numbers = journal.numbers if numbers else {}
    document = {
        "patient": PATIENT.write(journal.patient),
        "symptoms": [SYMPTOM.write(one) for one in sorted(journal.symptoms, key=_by_position)],
        "side_effects": [
            OWN_SIDE_EFFECT.write(one)
            for one in sorted(journal.side_effects, key=lambda effect: effect.key)
        ],
        **{
            kind.value: [
                _write_record(kind, record, session_numbers)
                for record in sorted(getattr(journal, kind), key=_by_time)
            ]
            for kind in Kind
        },
        "settings": SETTINGS.write(journal.settings),
        "deleted": [_write_deleted(one) for one in sorted(journal.deleted, key=_by_deletion)],
    }
    return {key: value for key, value in document.items() if value}


def _write_record(kind: Kind, record: Record, numbers: Mapping[str, int]) -> dict[str, Any]:
    computed: dict[str, Any] = {"number": numbers.get(record.id)}
    if isinstance(record, Response):
        total, status = score(load_instruments()[record.instrument], record.answers)
        computed = {"total": total, "total_status": status}
    return RECORD_SHAPES[kind].write(record, computed)


def _write_deleted(deleted: DeletedRecord) -> dict[str, Any]:
    kind = deleted.kind
    inner = RECORD_SHAPES[kind].value()
    record = Value(inner.read, lambda record: _write_record(kind, record, {}))
    return deleted_shape(record).write(deleted, {"id": deleted.record.id})


def _by_position(symptom: Symptom) -> tuple[int, str]:
    position = LAST_POSITION if symptom.position is None else symptom.position
    return position, symptom.key


def _by_deletion(deleted: DeletedRecord) -> tuple[datetime, str]:
    return deleted.deleted_at, deleted.record.id


def _by_time(record: Record) -> tuple[float, str]:
    """Sort by instant or date; what has neither comes first."""
    when = next((getattr(record, name) for name in _WHEN if hasattr(record, name)), None)
    if isinstance(when, datetime):
        return when.timestamp(), record.id
    return (when.toordinal() if isinstance(when, date) else 0), record.id
