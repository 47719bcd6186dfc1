"""Records as plain values (text, numbers, lists, dictionaries) and back.

This is storage's own form: the rows of tables, and the content of revisions and of the trash. Its
versions are the database's; the public form is the journal file's.
"""

import json
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from types import UnionType
from typing import Any, TypeVar

from symptrack.domain.journal import RECORD_TYPES, Kind, Record

T = TypeVar("T")
Plain = dict[str, Any]
Reader = Callable[[Any], Any]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_ABSENT = object()


def to_plain(value: Any) -> Any:
    """Return a domain object as plain values; instants and dates as ISO 8601 text."""
    if is_dataclass(value):
        kind: Any = type(value)
        return {name: to_plain(getattr(value, name)) for name, _ in _readers(kind)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: to_plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [to_plain(part) for part in value]
    return value


def from_plain(kind: Callable[..., T], plain: Mapping[str, Any]) -> T:
    """Build a domain object; what ``plain`` lacks takes its default, other keys are ignored."""
    return kind(
        **{
            name: value if read is None or value is None else read(value)
            for name, read in _readers(kind)
            if (value := plain.get(name, _ABSENT)) is not _ABSENT
        }
    )


def to_text(value: Any) -> str:
    """Return a domain object, or plain values, as JSON text."""
    return json.dumps(to_plain(value), allow_nan=False, separators=(",", ":"))


def from_text(kind: Callable[..., T], text: str) -> T:
    """Build a domain object from JSON text."""
    return from_plain(kind, json.loads(text))


def read_record(kind: Kind, text: str) -> Record:
    """Build a record of a kind from JSON text."""
    record_type: Callable[..., Record] = RECORD_TYPES[kind]
    return from_text(record_type, text)


def same_content(one: Any, other: Any) -> bool:
    """Whether two records say the same.

    Instants are the same where wall time and offset are; 35 and 35.0 are the same; the order of a
    list says nothing.
    """
    return bool(_unordered(to_plain(one)) == _unordered(to_plain(other)))


def microseconds(instant: datetime) -> int:
    """Return an instant as microseconds since 1970 UTC."""
    return (instant - _EPOCH) // _MICROSECOND


def _unordered(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {key: _unordered(part) for key, part in plain.items()}
    if isinstance(plain, list):
        return sorted((_unordered(part) for part in plain), key=repr)
    return plain


@lru_cache(maxsize=64)
def _readers(kind: Any) -> tuple[tuple[str, Reader | None], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field.name, _reader(hints[field.name])) for field in fields(kind))


def _reader(hint: Any) -> Reader | None:
    """Return what makes a value of type ``hint`` from a plain one; ``None``: it is one already."""
    reader: Reader | None = None
    origin = typing.get_origin(hint)
    if isinstance(hint, UnionType):  # X | None
        reader = _reader(typing.get_args(hint)[0])
    elif origin is tuple:
        read = _reader(typing.get_args(hint)[0])
        reader = tuple if read is None else lambda parts: tuple(read(part) for part in parts)
    elif origin is Mapping:
        reader = dict
    elif is_dataclass(hint):
        kind: Any = hint
        reader = lambda plain: from_plain(kind, plain)  # noqa: E731 - one expression among others
    elif issubclass(hint, date):
        reader = hint.fromisoformat
    elif issubclass(hint, Enum | bool):
        reader = hint
    return reader
