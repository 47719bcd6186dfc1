"""The rows of a CSV file from outside, with the line that each begins on."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from symptrack.domain.errors import RefusedFile
from symptrack.domain.limits import NOTE_LENGTH
from symptrack.exchange.csv_cells import plain_text
from symptrack.formatting import format_number
from symptrack.texts import _

MAX_BYTES = 10_000_000
MAX_ROWS = 100_000
MAX_COLUMNS = 60
_BYTES_PER_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells, without the spaces around them and without a spreadsheet's guard."""

    line: int
    cells: tuple[str, ...]


class RowError(Exception):
    """A row that cannot come in; its text is the reason."""


def decoded(data: bytes) -> str:
    """Return a file's text.

    Raises
    ------
    RefusedFile
        Where it is too large, empty, or no text.
    """
    if len(data) > MAX_BYTES:
        raise RefusedFile(
            _("The file is larger than {limit} MB, which is more than a diary can be.").format(
                limit=format_number(MAX_BYTES / _BYTES_PER_MB)
            )
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedFile(_("The file is not text in UTF-8.")) from None
    if "\0" in text:
        raise RefusedFile(_("The file is not a text file."))
    if not text.strip():
        raise RefusedFile(_("The file is empty."))
    return text


def rows_of(text: str) -> Iterator[Row]:
    """Yield the rows that hold anything, in the order of the file.

    Raises
    ------
    RefusedFile
        Where a quotation mark has no partner, so that nobody can tell where a row ends, or where
        there are more rows or columns than a diary has.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for number, cells in enumerate(reader):
            if number > MAX_ROWS:
                raise RefusedFile(
                    _("The file has more than {limit} rows, which is more than a diary has.")
                    .format(limit=format_number(MAX_ROWS))
                )  # fmt: skip
            if len(cells) > MAX_COLUMNS:
                raise RefusedFile(
                    _("Line {line} has more than {limit} columns, which no diary has.").format(
                        line=line, limit=MAX_COLUMNS
                    )
                )
            if any(cells):
                yield Row(line, tuple(plain_text(cell.strip()) for cell in cells))
            line = reader.line_num + 1
    except csv.Error:
        raise RefusedFile(
            _("The file cannot be read from line {line} on: its quotation marks do not match.")
            .format(line=line)
        ) from None  # fmt: skip


class Columns:
    """The columns of a file by their names, whatever their case."""

    def __init__(self, names: Sequence[str]) -> None:
        self._places = {name.casefold(): place for place, name in enumerate(names)}
        self.count = len(names)

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def cell(self, row: Row, name: str) -> str:
        """Return what a row has in a column; nothing where there is no such column."""
        place = self._places.get(name)
        return "" if place is None or place >= len(row.cells) else row.cells[place]

    def check_width(self, row: Row) -> None:
        """Refuse a row with more or fewer cells than there are columns.

        Raises
        ------
        RowError
            With the two numbers.
        """
        if len(row.cells) != self.count:
            raise RowError(
                _("it has {found} cells where the file has {count} columns").format(
                    found=len(row.cells), count=self.count
                )
            )


def checked_note(*parts: str) -> str:
    """Return the parts of a note that hold anything, each from a new line on.

    Raises
    ------
    RowError
        Where it is longer than a note can be.
    """
    note = "\n".join(part for part in parts if part)
    if len(note) > NOTE_LENGTH:
        raise RowError(
            _("its note has more than {limit} characters").format(limit=format_number(NOTE_LENGTH))
        )
    return note
