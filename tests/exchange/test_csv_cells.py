"""Cells of a spreadsheet file."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symptrack.exchange.csv_cells import Cell, cell_text, csv_file, plain_text
from tests.builders import at


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (-7, "-7"),
        (35.0, "35"),
        (0.5, "0.5"),
        (-0.33333333, "-0.3333"),
        (-0.000001, "0"),
        (1200000.0, "1200000"),
        (date(2026, 9, 1), "2026-09-01"),
        (at("2026-09-01 10:30"), "2026-09-01T10:30:00-04:00"),
        ("", ""),
        ("plain text, with = inside", "plain text, with = inside"),
    ],
)
def test_numbers_stay_numbers_and_dates_are_iso(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_text_that_begins_like_a_formula_is_guarded_and_else_as_typed(begin: str) -> None:
    assert cell_text(begin + "1+1") == "'" + begin + "1+1"


@given(st.lists(st.text(), min_size=2, max_size=2))
def test_every_text_comes_back_from_the_file(texts: list[str]) -> None:
    data = csv_file(("a", "b"), [texts])
    assert data.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert read == [["a", "b"], [cell_text(text) for text in texts]]
    assert [text.removeprefix("'") for text in read[1]] == [
        text.removeprefix("'") for text in texts
    ]


@pytest.mark.parametrize("text", ["=1+1", "-1", "plain", "'tis", "'", ""])
def test_an_import_takes_the_guard_off_again_and_nothing_else(text: str) -> None:
    assert plain_text(cell_text(text)) == text
