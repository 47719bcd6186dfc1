"""The journal file, ``symptrack-journal`` version 1: read strictly, written plainly.

A file is refused as a whole, with the path and the reason of the first fault in its own order.
"""

import json
from datetime import datetime
from typing import Any

from symptrack.domain.errors import InvalidValue, RefusedFile
from symptrack.domain.journal import Journal
from symptrack.domain.limits import check_range
from symptrack.domain.wall_time import format_instant
from symptrack.exchange.journal_file_reading import read_document
from symptrack.exchange.journal_file_values import as_whole
from symptrack.exchange.journal_file_writing import journal_document
from symptrack.exchange.strict_json import parse_strict_json
from symptrack.texts import _

FORMAT = "symptrack-journal"
VERSION = 1
MAX_BYTES = 100_000_000
MAX_DEPTH = 16


def read_journal(data: bytes) -> Journal:
    """Return the journal that a file holds.

    Raises
    ------
    RefusedFile
        Where the file is not one that :func:`write_journal` could have written; its text is the
        path and the reason of the first fault, or a sentence on the file as a whole.
    """
    document = parse_strict_json(data, max_bytes=MAX_BYTES, max_depth=MAX_DEPTH)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise RefusedFile(_("This is not a Symptrack journal file."))
    _check_version(document.get("version"))
    try:
        return read_document(document)
    except InvalidValue as error:
        raise RefusedFile(str(error)) from None


def write_journal(
    journal: Journal, *, exported_at: datetime, app_version: str, numbers: bool = True
) -> bytes:
    """Return the file that holds a journal.

    Parameters
    ----------
    numbers
        Whether session numbers are written. A part of a journal leaves them out, because they
        would contradict the dates of the sessions that are in it.
    """
    document = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": format_instant(exported_at),
        "app_version": app_version,
        **journal_document(journal, numbers=numbers),
    }
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1)
    return (text + "\n").encode()


def _check_version(raw: Any) -> None:
    try:
        version = as_whole("version", raw)
        check_range("version", min(version, VERSION), VERSION, VERSION)
    except InvalidValue as error:
        raise RefusedFile(str(error)) from None
    if version > VERSION:
        raise RefusedFile(
            _(
                "The file has version {version} of the journal file, and this Symptrack reads up "
                "to version {known}: it was written by a newer Symptrack."
            ).format(version=version, known=VERSION)
        )
