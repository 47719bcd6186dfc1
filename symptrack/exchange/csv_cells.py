"""Cells of a spreadsheet file: numbers stay numbers, and no text is taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

Cell = str | float | date | None
"""A text, a number, yes or no, a date or an instant, or nothing."""

BYTE_ORDER_MARK = "\ufeff"
# What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"): the full-width
# signs count where the desktop is Chinese, Japanese or Korean.
_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_GUARD = "'"
_DECIMALS = 4


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a CSV file (RFC 4180) in UTF-8 with a byte order mark, its first line the columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([cell_text(cell) for cell in row] for row in rows)
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def cell_text(cell: Cell) -> str:
    """Return what stands in a cell.

    Numbers have a point and at most four decimals; dates and instants are ISO 8601. Before a text
    that a spreadsheet would take for a formula stands an apostrophe; no other text is changed.
    """
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case int():
            return str(cell)
        case float():
            # Adding 0 makes of a rounded -0 a 0.
            return f"{round(cell, _DECIMALS) + 0:.{_DECIMALS}f}".rstrip("0").rstrip(".")
        case date():
            return cell.isoformat()
    return _GUARD + cell if cell.startswith(_FORMULA_BEGINS) else cell


def plain_text(cell: str) -> str:
    """Return a text without the apostrophe that :func:`cell_text` puts before it."""
    return cell[1:] if cell.startswith(_GUARD) and cell[1:].startswith(_FORMULA_BEGINS) else cell
