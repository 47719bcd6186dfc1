"""Everything recorded as tables for spreadsheets: a zip, one file a kind and one long table."""

import io
import zipfile

from symptrack.exchange.csv_cells import csv_file
from symptrack.exchange.csv_long import LONG_COLUMNS, long_rows
from symptrack.exchange.csv_tables import record_tables
from symptrack.exchange.outgoing import Outgoing
from symptrack.texts import _

LONG_NAME = "everything.csv"
README_NAME = "README.txt"
# The earliest moment a zip can hold: the same entries always make the same file.
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)
_OWNER_ONLY = 0o600 << 16


def csv_archive(leaving: Outgoing) -> bytes:
    """Return the zip; equal entries make equal bytes."""
    files = {
        README_NAME: readme().encode(),
        LONG_NAME: csv_file(LONG_COLUMNS, long_rows(leaving)),
    }
    for table in record_tables(leaving):
        files[f"{table.name}.csv"] = csv_file(table.columns, table.rows)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _NO_MOMENT)
            entry.external_attr = _OWNER_ONLY
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def no_backup_words() -> str:
    """Return the sentence that says what such a file cannot do."""
    return _("A CSV file is not a backup: it cannot be taken back into Symptrack.")


def readme() -> str:
    """Return what stands beside the tables."""
    lines = (
        no_backup_words(),
        _("For a file that can be taken in again, export the journal file (JSON)."),
        "",
        _("everything.csv has one line for each thing that was recorded."),
        _("Each other table has one line for each record of its kind."),
        "",
        _("Text is UTF-8; columns are parted by commas; decimals have a point."),
        _("Times are ISO 8601 with the offset from UTC; where only the date is known, the date."),
        _("session is the number of the latest session before, or its date where it has none."),
        _("hours_after counts from the end of that session."),
        _("Side effects are 0 none or gone, 1 mild, 2 moderate, 3 severe; present: not said."),
        _("Before a text that a spreadsheet would take for a formula stands an apostrophe (')."),
        _("Notes and other words of your own are there only if you asked for them."),
    )
    return "\r\n".join(lines) + "\r\n"
