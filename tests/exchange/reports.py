"""Making reports in tests and reading them back."""

import io
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pypdf import PdfReader
from pypdf.generic import ContentStream

from symptrack.analysis.period import all_time
from symptrack.domain.journal import Journal
from symptrack.domain.questionnaire import Response
from symptrack.domain.settings import ReportPart
from symptrack.exchange.report import ReportChoice, render_report, report_content
from tests.builders import ZONE, at, make_response

DESIGN_NOW = datetime(2026, 11, 20, 18, 0, tzinfo=ZoneInfo(ZONE))


def choose(journal: Journal, now: datetime = DESIGN_NOW, **changes: Any) -> ReportChoice:
    """Choose page 1 of everything recorded, with label and item 9."""
    values: dict[str, Any] = {"period": all_time(journal, now.date()), "parts": frozenset()}
    return ReportChoice(**values | changes)


def sections(
    journal: Journal, *parts: ReportPart, now: datetime = DESIGN_NOW, **changes: Any
) -> dict[str, list[dict[str, Any]]]:
    """Return the blocks of the appendix by the heading of their section."""
    content = content_of(journal, now, parts=frozenset(parts), **changes)
    return {one["heading"]: one["blocks"] for one in content["appendix"]}


def cells(block: dict[str, Any]) -> list[list[str]]:
    """Return a table's cells as text; a duration after its severity."""
    return [[_cell_text(cell) for cell in row] for row in block["rows"]]


def said(block: dict[str, Any]) -> dict[str, str]:
    """Return what lines say, by their names; of several with a name the last."""
    return {part["name"]: part["text"] for row in block["lines"] for part in row}


def _cell_text(cell: str | dict[str, Any]) -> str:
    if isinstance(cell, str):
        return cell
    return " ".join(part for part in (cell["text"], cell.get("note", "")) if part)


def content_of(journal: Journal, now: datetime = DESIGN_NOW, **changes: Any) -> dict[str, Any]:
    """Return a report's content."""
    return report_content(journal, choose(journal, now, **changes), now)


def pdf_of(journal: Journal, now: datetime = DESIGN_NOW, **changes: Any) -> bytes:
    """Return a report's file."""
    return render_report(content_of(journal, now, **changes), now)


def read(pdf: bytes) -> PdfReader:
    """Open a report."""
    return PdfReader(io.BytesIO(pdf))


def root_of(pdf: bytes) -> Any:
    """Return the catalogue of a file, whose entries pypdf does not type."""
    return read(pdf).trailer["/Root"]


def properties_of(pdf: bytes) -> Any:
    """Return the properties of a file: title, author, moment."""
    return read(pdf).metadata


def text_of(pdf: bytes) -> str:
    """Return the text of all pages with single spaces, wherever its lines break."""
    pages = (page.extract_text() for page in read(pdf).pages)
    return re.sub(r"\s+", " ", " ".join(pages))


def letters_of(pdf: bytes) -> set[str]:
    """Return every letter that a reader takes from a PDF.

    Where one glyph stands for several letters, as in a font of last resort, the file says beside
    each what it is (PDF 32000-1, 14.9.4); ``extract_text`` does not look there.
    """
    letters = set(text_of(pdf))
    reader = read(pdf)
    for page in reader.pages:
        contents = page.get_contents()
        for operands, operator in ContentStream(contents, reader).operations:
            if operator == b"BDC" and isinstance(operands[1], dict):
                letters |= set(str(operands[1].get("/ActualText", "")))
    return letters


def glance(content: dict[str, Any]) -> dict[str, str]:
    """Return the lines at a glance by their names."""
    return {line["name"]: line["text"] for line in content["glance"]}


def figure(content: dict[str, Any], place: int) -> tuple[str, str]:
    """Return a figure's value and its note."""
    found = content["figures"][place]
    return " ".join(part["text"] for part in found["value"]), found["note"]


def responses(*values: int | None) -> list[Response]:
    """Return a PHQ-9 every 14 days from 1 June, by its answers to item 9; ``None``: declined."""
    start = at("2026-06-01 09:00")
    made = []
    for place, value in enumerate(values):
        answers = {f"q{number}": 1 for number in range(1, 9)}
        if value is not None:
            answers["q9"] = value
        declined = ("q9",) if value is None else ()
        day = start + timedelta(days=14 * place)
        made.append(make_response(occurred_at=day, answers=answers, declined=declined))
    return made


def structure(pdf: bytes) -> Iterator[tuple[str, Any]]:
    """Yield the tags of a file in reading order, each with its element."""
    yield from _elements(root_of(pdf)["/StructTreeRoot"])


def _elements(parent: Any) -> Iterator[tuple[str, Any]]:
    children = parent.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        element = child.get_object()
        if isinstance(element, dict) and "/S" in element:
            yield str(element["/S"]), element
            yield from _elements(element)
