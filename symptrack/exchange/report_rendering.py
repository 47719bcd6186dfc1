"""Laying out the report's page: content in, PDF and pictures of the same pages out.

The template (``resources/report/report.typ``) gets nothing but JSON, so a patient's text is a
value there and never markup. Nothing is read from the network: the template imports no package.

A PDF/UA-1 file must show every character, so fonts are added until it does: the bundled typeface,
then the system's (other scripts), then those that matplotlib ships (DejaVu, and a font of last
resort with a sign for every character).
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from symptrack.exchange.report_scope import nothing
from symptrack.resources import resource_path

if TYPE_CHECKING:
    import typst

STANDARDS: tuple["typst.PDFStandard", ...] = ("ua-1",)
PREVIEW_PPI = 110.0


@dataclass(frozen=True, slots=True)
class LaidOutReport:
    """A report as it will be saved, and pictures (PNG) of the same pages."""

    pdf: bytes
    pages: tuple[bytes, ...]


def render_report(content: Mapping[str, Any], now: datetime) -> bytes:
    """Return the report as a tagged PDF (PDF/UA-1), stamped with ``now``."""
    return _written(content, now)[0]


def render_preview(
    content: Mapping[str, Any], now: datetime, ppi: float = PREVIEW_PPI
) -> list[bytes]:
    """Return PNG pictures of the report's pages, ``ppi`` pixels per inch."""
    return list(lay_out(content, now, ppi).pages)


def lay_out(
    content: Mapping[str, Any],
    now: datetime,
    ppi: float = PREVIEW_PPI,
    step: Callable[[], None] = nothing,
) -> LaidOutReport:
    """Return the PDF and, drawn by the same fonts from the same content, its pages.

    ``step`` is called before each of the two; whatever it raises ends the work.
    """
    step()
    pdf, compiler = _written(content, now)
    step()
    drawn = compiler.compile(_template(), format="png", ppi=ppi, timestamp=_seconds(now))
    # One page comes as its bytes, several as a list of them.
    pages = drawn if isinstance(drawn, list) else [cast("bytes", drawn)]
    return LaidOutReport(pdf, tuple(pages))


def _written(content: Mapping[str, Any], now: datetime) -> tuple[bytes, "typst.Compiler"]:
    import typst

    inputs = {"content": json.dumps(content, ensure_ascii=False)}
    *first_tries, last_try = (_bundled_fonts, _system_fonts, _every_font)
    for fonts in first_tries:
        try:
            return _written_with(fonts(), inputs, now)
        except typst.TypstError:  # a character that none of these fonts has
            continue
    return _written_with(last_try(), inputs, now)


def _written_with(
    fonts: "typst.Fonts", inputs: dict[str, str], now: datetime
) -> tuple[bytes, "typst.Compiler"]:
    import typst

    compiler = typst.Compiler(font_paths=fonts, sys_inputs=inputs)
    pdf = compiler.compile(
        _template(), format="pdf", pdf_standards=list(STANDARDS), timestamp=_seconds(now)
    )
    return cast("bytes", pdf), compiler


def _template() -> bytes:
    return resource_path("report", "report.typ").read_bytes()


def _seconds(now: datetime) -> int:
    return int(now.timestamp())


@cache
def _bundled_fonts() -> "typst.Fonts":
    return _fonts(resource_path("fonts"), system=False)


@cache
def _system_fonts() -> "typst.Fonts":
    return _fonts(resource_path("fonts"), system=True)


@cache
def _every_font() -> "typst.Fonts":
    import matplotlib as mpl

    shipped = Path(mpl.get_data_path()) / "fonts" / "ttf"
    return _fonts(resource_path("fonts"), shipped, system=True)


def _fonts(*folders: Path, system: bool) -> "typst.Fonts":
    import typst

    return typst.Fonts(
        include_system_fonts=system,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders],
    )
