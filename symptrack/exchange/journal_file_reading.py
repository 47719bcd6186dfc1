"""From the parsed journal file to a journal, in the order of the file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from symptrack.domain.errors import InvalidValue
from symptrack.domain.instrument import load_instruments
from symptrack.domain.journal import DeletedRecord, Journal, Kind
from symptrack.domain.session import session_numbers
from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.symptom import BUILT_IN_KEYS
from symptrack.exchange.journal_file_object import Shape
from symptrack.exchange.journal_file_schema import (
    OWN_SIDE_EFFECT,
    PATIENT,
    RECORD_SHAPES,
    SYMPTOM,
    deleted_shape,
)
from symptrack.exchange.journal_file_settings import SETTINGS
from symptrack.exchange.journal_file_values import (
    INSTANT,
    TEXT,
    Known,
    Value,
    as_list,
    as_object,
    child,
)
from symptrack.texts import _

Read = Callable[[str, Any, Known], Any]

_ALREADY_READ = ("format", "version")
_OF_THE_FILE = {"exported_at": INSTANT, "app_version": TEXT}


def read_document(document: dict[str, Any]) -> Journal:
    """Return the journal of a file whose format and version are known.

    Raises
    ------
    InvalidValue
        For the first fault, with its path in the file.
    """
    known = _survey(document)
    found: dict[str, Any] = {}
    for key, raw in as_object("", document).items():
        if key in _ALREADY_READ:
            continue
        path = child("", key)
        if key in _OF_THE_FILE:
            if raw is not None:
                _OF_THE_FILE[key].read(path, raw, known)
        elif key not in _SECTIONS:
            raise InvalidValue(path, _("there is no such key"))
        elif raw is not None:
            found[key] = _SECTIONS[key](path, raw, known)
    return Journal(**found)


def _survey(document: Mapping[str, Any]) -> Known:
    """Look up what records may refer to, wherever it stands in the file."""
    catalogue = load_side_effects()
    known = Known(
        live_ids={kind: frozenset(_texts(document.get(kind), "id")) for kind in Kind},
        trashed_ids={kind: frozenset(_trashed_ids(document.get("deleted"), kind)) for kind in Kind},
        symptoms=BUILT_IN_KEYS | frozenset(_texts(document.get("symptoms"), "key")),
        effects=frozenset(catalogue.effects)
        | frozenset(catalogue.red_flags)
        | frozenset(_texts(document.get("side_effects"), "key")),
        experiences=frozenset(catalogue.experiences),
        instruments=load_instruments(),
    )
    try:
        series = _records(Kind.SERIES)("series", document.get("series") or [], known)
        sessions = _records(Kind.SESSIONS)("sessions", document.get("sessions") or [], known)
    except InvalidValue:
        # The reading proper meets this fault, or an earlier one, and tells it.
        return known
    return replace(known, numbers=session_numbers(series, sessions))


def _entries(raw: Any) -> Iterator[dict[str, Any]]:
    if isinstance(raw, list):
        yield from (entry for entry in raw if isinstance(entry, dict))


def _texts(raw: Any, key: str) -> Iterator[str]:
    return (entry[key] for entry in _entries(raw) if isinstance(entry.get(key), str))


def _trashed_ids(raw: Any, kind: Kind) -> Iterator[str]:
    records = [entry.get("record") for entry in _entries(raw) if entry.get("kind") == kind]
    return _texts(records, "id")


def _distinct(shape: Shape, name: str) -> Read:
    """Return the reader of a list in which no two entries share what ``name`` holds."""

    def read(path: str, raw: Any, known: Known) -> tuple[Any, ...]:
        seen: set[str] = set()
        entries = []
        for index, entry in enumerate(as_list(path, raw)):
            built = shape.read(f"{path}[{index}]", entry, known)
            value = getattr(built, name)
            if value in seen:
                raise InvalidValue(f"{path}[{index}].{name}", _("it stands there twice"))
            seen.add(value)
            entries.append(built)
        return tuple(entries)

    return read


def _records(kind: Kind) -> Read:
    return _distinct(RECORD_SHAPES[kind], "id")


def _read_deleted(path: str, raw: Any, known: Known) -> tuple[DeletedRecord, ...]:
    """Read the trash; what lies there has no number, and no record beside it of the same id."""
    trash = replace(known, numbers=None)
    taken = {(kind, one) for kind, ids in known.live_ids.items() for one in ids}
    read: list[DeletedRecord] = []
    for index, entry in enumerate(as_list(path, raw)):
        here = f"{path}[{index}]"
        deleted = deleted_shape(_record_of(entry)).read(here, entry, trash)
        key = (deleted.kind, deleted.record.id)
        if key in taken:
            raise InvalidValue(f"{here}.id", _("it stands there twice"))
        taken.add(key)
        read.append(deleted)
    return tuple(read)


def _record_of(entry: Any) -> Value:
    """Return the reader of a trashed record, or of anything where its kind is the fault."""
    kind = entry.get("kind") if isinstance(entry, dict) else None
    if isinstance(kind, str) and kind in RECORD_SHAPES:
        return RECORD_SHAPES[Kind(kind)].value()
    return Value(lambda _path, _raw, _known: None)


_SECTIONS: dict[str, Read] = {
    "patient": PATIENT.read,
    "symptoms": _distinct(SYMPTOM, "key"),
    "side_effects": _distinct(OWN_SIDE_EFFECT, "key"),
    **{kind.value: _records(kind) for kind in Kind},
    "settings": SETTINGS.read,
    "deleted": _read_deleted,
}
