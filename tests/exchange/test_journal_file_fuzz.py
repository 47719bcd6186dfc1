"""Damaged and hostile journal files end in a sentence or a whole journal, and soon."""

import json
import time
from copy import deepcopy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from symptrack.domain.errors import RefusedFile
from symptrack.domain.journal import Journal
from symptrack.exchange.journal_file import read_journal
from tests.journals import DATA
from tests.strategies import unordered

WHOLE = (DATA / "first-series.json").read_bytes()
ODD_VALUES: list[Any] = [
    None, True, False, 0, -1, 1, 10**30, 0.5, 1e308, "", "x", "\ud800", "\x00", "x" * 25_000,
    "2026-02-30", "2026-09-01T10:30:00+25:00", "9999-12-31T23:59:59-23:59", "0001-01-01",
    "2026-09-01T10:30:00-04:00", "00000000-0000-4000-8000-000000000001", "mood", "done",
    "visits", [], {}, [[]], [{}], {"": None}, {"id": {}}, {"kind": "sessions", "record": []},
]  # fmt: skip


def outcome_of(data: bytes) -> Journal | RefusedFile:
    """Read a file; any other error than a refusal, and any long wait, fails the test."""
    started = time.perf_counter()
    try:
        return read_journal(data)
    except RefusedFile as refusal:
        str(refusal).encode()  # a sentence that can be printed
        return refusal
    finally:
        assert time.perf_counter() - started < 1


@st.composite
def bytes_changed(draw: st.DrawFn) -> bytes:
    """Return the example with some bytes replaced, cut out or put in."""
    data = WHOLE
    for _change in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        length = draw(st.sampled_from([0, 1, 2, 50, len(data)]))
        new = draw(st.one_of(st.binary(max_size=6), st.sampled_from([b"NaN", b'"', b"[[[[", b"}"])))
        data = data[:start] + new + data[start + length :]
    return data


@st.composite
def values_changed(draw: st.DrawFn) -> bytes:
    """Return the example with a value, a key or an entry changed somewhere in its tree."""
    document = json.loads(WHOLE)
    for _change in range(draw(st.integers(1, 3))):
        node: Any = document
        while True:
            places = list(node) if isinstance(node, dict) else list(range(len(node)))
            place = draw(st.sampled_from(places))
            child = node[place]
            if isinstance(child, dict | list) and child and draw(st.integers(0, 5)):
                node = child
                continue
            break
        _change_at(
            node, place, deepcopy(draw(st.sampled_from(ODD_VALUES))), draw(st.integers(0, 3))
        )
        if not document:
            break
    return json.dumps(document).encode()


def _change_at(node: Any, place: Any, value: Any, how: int) -> None:
    if how == 0:
        del node[place]
    elif how == 1 and isinstance(node, dict):
        node[str(value)] = node[place]
    elif how == 1:
        node.append(node[place])
    else:
        node[place] = value


@given(st.one_of(bytes_changed(), values_changed()))
@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_damaged_file_is_refused_or_read_whole(data: bytes) -> None:
    outcome = outcome_of(data)
    if isinstance(outcome, Journal):
        document = json.loads(data.decode("utf-8-sig"))
        assert len(outcome.check_ins) == len(document.get("check_ins") or [])
        assert unordered(outcome)["patient"] == outcome.patient


@given(st.recursive(st.sampled_from(ODD_VALUES), st.lists, max_leaves=20))
@settings(max_examples=100, deadline=None)
def test_any_json_under_any_section_is_refused_or_read_whole(value: Any) -> None:
    document = {"format": "symptrack-journal", "version": 1}
    for section in ("patient", "symptoms", "series", "sessions", "settings", "deleted"):
        outcome_of(json.dumps(document | {section: value}).encode())
        outcome_of(json.dumps(document | {section: [value]}).encode())
