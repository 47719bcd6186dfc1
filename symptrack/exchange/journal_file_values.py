"""How single values stand in the journal file: each is read strictly and written plainly.

A reader gets the path of the value, the value as JSON gave it, and what the file's records may
refer to; it raises :class:`~symptrack.domain.errors.InvalidValue` with that path.
"""

import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from symptrack.domain.errors import InvalidValue
from symptrack.domain.instrument import Instrument
from symptrack.domain.limits import (
    LABEL_LENGTH,
    NOTE_LENGTH,
    check_date,
    check_id,
    check_instant,
    check_key,
    check_named,
    check_range,
    check_text,
    check_zone,
)
from symptrack.domain.wall_time import format_instant, parse_date, parse_instant
from symptrack.exchange.strict_json import RepeatingObject
from symptrack.texts import _

MAX_ENTRIES = 200_000
_LARGEST_WHOLE = 10**15
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,63}")
_SHOWN_KEY_LENGTH = 20


@dataclass(frozen=True, slots=True)
class Known:
    """What the records of one file may refer to.

    ``numbers`` holds the number of each numbered session by its id; it is ``None`` where the
    sessions themselves cannot be read, so that their fault is told instead.
    """

    live_ids: Mapping[str, frozenset[str]]
    trashed_ids: Mapping[str, frozenset[str]]
    symptoms: frozenset[str]
    effects: frozenset[str]
    experiences: frozenset[str]
    instruments: Mapping[str, Instrument]
    numbers: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """One kind of value: how it is read, and how it is written."""

    read: Callable[[str, Any, Known], Any]
    write: Callable[[Any], Any] = lambda value: value


def child(path: str, key: str) -> str:
    """Return the path of a key within an object; strange keys are shown short and escaped."""
    if not _PLAIN_KEY.fullmatch(key):
        shown = key if len(key) <= _SHOWN_KEY_LENGTH else key[:_SHOWN_KEY_LENGTH] + "…"
        key = json.dumps(shown)
    return f"{path}.{key}" if path else key


def as_object(path: str, raw: Any) -> dict[str, Any]:
    """Return a JSON object in which no key stands twice."""
    if isinstance(raw, RepeatingObject):
        raise InvalidValue(child(path, raw.repeated), _("it stands there twice"))
    if not isinstance(raw, dict):
        raise InvalidValue(path, _("it is not an object"))
    return raw


def as_list(path: str, raw: Any) -> list[Any]:
    """Return a JSON list of a size that a journal can have."""
    if not isinstance(raw, list):
        raise InvalidValue(path, _("it is not a list"))
    if len(raw) > MAX_ENTRIES:
        raise InvalidValue(
            path,
            _("it has {length} entries, at most {limit} are allowed").format(
                length=len(raw), limit=MAX_ENTRIES
            ),
        )
    return raw


def as_text(path: str, raw: Any) -> str:
    """Return a JSON text."""
    if not isinstance(raw, str):
        raise InvalidValue(path, _("it is not a text"))
    return raw


def as_whole(path: str, raw: Any) -> int:
    """Return a whole number; 5.0 is the number 5, as JSON has it; true and false are not."""
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    if not isinstance(raw, int) or isinstance(raw, bool) or abs(raw) > _LARGEST_WHOLE:
        raise InvalidValue(path, _("it is not a whole number"))
    return raw


def as_number(path: str, raw: Any) -> float:
    """Return a number that the program can keep as it is."""
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise InvalidValue(path, _("it is not a number"))
    try:
        number = float(raw)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number) or number != raw:
        raise InvalidValue(path, _("it is not a number that can be kept"))
    return number


def plain_number(number: float) -> float:
    """Return 76.0 as 76: what a person would write."""
    whole = float(number).is_integer() and abs(number) < _LARGEST_WHOLE
    return int(number) if whole else number


def text(limit: int = LABEL_LENGTH) -> Value:
    """Return the reader of a text of at most ``limit`` characters."""

    def read(path: str, raw: Any, _known: Known) -> str:
        value = as_text(path, raw)
        check_text(path, value, limit)
        return value

    return Value(read)


def whole(low: int | None = None, high: int | None = None) -> Value:
    """Return the reader of a whole number, both ends included."""

    def read(path: str, raw: Any, _known: Known) -> int:
        value = as_whole(path, raw)
        if low is not None and high is not None:
            check_range(path, value, low, high)
        return value

    return Value(read)


def number(low: float | None = None, high: float | None = None) -> Value:
    """Return the reader of a number, both ends included."""

    def read(path: str, raw: Any, _known: Known) -> float:
        value = as_number(path, raw)
        if low is not None and high is not None:
            check_range(path, value, low, high)
        return value

    return Value(read, plain_number)


def word(words: type[StrEnum]) -> Value:
    """Return the reader of one of some fixed words."""

    def read(path: str, raw: Any, _known: Known) -> StrEnum:
        try:
            return words(as_text(path, raw))
        except ValueError:
            raise InvalidValue(
                path, _("it is none of {words}").format(words=", ".join(words))
            ) from None

    return Value(read, str)


def several(value: Value) -> Value:
    """Return the reader of a list of values."""

    def read(path: str, raw: Any, known: Known) -> tuple[Any, ...]:
        return tuple(
            value.read(f"{path}[{index}]", entry, known)
            for index, entry in enumerate(as_list(path, raw))
        )

    return Value(read, lambda entries: [value.write(entry) for entry in entries])


def by_key(value: Value, check_name: Callable[[str, str, Known], None]) -> Value:
    """Return the reader of an object whose keys ``check_name`` allows."""

    def read(path: str, raw: Any, known: Known) -> dict[str, Any]:
        entries = {}
        for key, entry in as_object(path, raw).items():
            check_name(child(path, key), key, known)
            entries[key] = value.read(child(path, key), entry, known)
        return entries

    return Value(
        read, lambda entries: {key: value.write(entry) for key, entry in sorted(entries.items())}
    )


def reference(to: str) -> Value:
    """Return the reader of the id of a record in the list ``to``, or in its trash."""

    def read(path: str, raw: Any, known: Known) -> str:
        value = as_text(path, raw)
        check_id(path, value)
        if value not in known.live_ids[to] and value not in known.trashed_ids[to]:
            raise InvalidValue(path, _("there is no such record in {list}").format(list=to))
        return value

    return Value(read)


def one_of_known(choose: Callable[[Known], frozenset[str]]) -> Value:
    """Return the reader of a key that the catalogues or the file itself hold."""

    def read(path: str, raw: Any, known: Known) -> str:
        value = as_text(path, raw)
        check_known(path, value, choose(known))
        return value

    return Value(read)


def check_known(path: str, key: str, allowed: frozenset[str]) -> None:
    """Refuse a key that is in no catalogue and not in the file's own list."""
    if key not in allowed:
        raise InvalidValue(path, _("it is in no catalogue and not in this file's own list"))


def _checked(check: Callable[[str, str], None]) -> Value:
    def read(path: str, raw: Any, _known: Known) -> str:
        value = as_text(path, raw)
        check(path, value)
        return value

    return Value(read)


def _read_truth(path: str, raw: Any, _known: Known) -> bool:
    if not isinstance(raw, bool):
        raise InvalidValue(path, _("it is neither true nor false"))
    return raw


def _read_instant(path: str, raw: Any, _known: Known) -> datetime:
    value = parse_instant(path, as_text(path, raw))
    check_instant(path, value)
    return value


def _read_date(path: str, raw: Any, _known: Known) -> date:
    value = parse_date(path, as_text(path, raw))
    check_date(path, value)
    return value


TEXT = text()
NOTE = text(NOTE_LENGTH)
NAME = _checked(check_named)
ID = _checked(check_id)
KEY = _checked(check_key)
ZONE = _checked(check_zone)
TRUTH = Value(_read_truth)
INSTANT = Value(_read_instant, format_instant)
DATE = Value(_read_date, date.isoformat)
