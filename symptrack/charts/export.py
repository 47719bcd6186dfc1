"""Charts as files: PNG, SVG and PDF, the same bytes for the same chart."""

import re
from collections.abc import Sequence
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from symptrack.charts.chart import Chart
from symptrack.charts.empty import draw_empty
from symptrack.charts.heading import Source
from symptrack.charts.palette import LIGHT
from symptrack.charts.sheet import PX_PER_INCH, new_figure
from symptrack.charts.style import ChartStyle, Layout
from symptrack.charts.tagged_pdf import tagged
from symptrack.domain.errors import RefusedRequest
from symptrack.texts import _, language

PICTURE_WIDTH_PX = 1920
_WIDTH_PX = 1200
_EMPTY_HEIGHT_PX = 500
# What XML cannot hold; a mark stands for it.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PICTURE_DPI = PX_PER_INCH * PICTURE_WIDTH_PX / _WIDTH_PX
_STYLE = ChartStyle(palette=LIGHT, layout=Layout.EXPORT)


class PictureFormat(StrEnum):
    """What a chart can be saved as; the value is the file ending."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


def picture_format(path: Path) -> PictureFormat:
    """Return the format that a file's ending asks for.

    Raises
    ------
    RefusedRequest
        Where it is none of them.
    """
    ending = path.suffix.lower().removeprefix(".")
    if ending not in set(PictureFormat):
        raise RefusedRequest(_("A chart is saved as .png, .svg or .pdf."))
    return PictureFormat(ending)


def render_chart(
    figure: Figure, picture_format: PictureFormat, *, title: str, description: str
) -> bytes:
    """Return a figure as a file.

    ``title`` and ``description`` stand for the picture where it cannot be seen: as an SVG's
    ``title`` and ``desc``, as the title and description of a PNG, and as a PDF's title and the
    alternative text of its figure. Nothing else is said beyond what the picture shows: no date of
    making, no author.
    """
    if picture_format is PictureFormat.PDF:
        return _document([figure], title, description)
    out = BytesIO()
    looks: dict[str, Any] = {"format": picture_format.value, "facecolor": figure.get_facecolor()}
    if picture_format is PictureFormat.PNG:
        said = {"Software": None, "Title": title, "Description": description}
        figure.savefig(out, dpi=_PICTURE_DPI, metadata=said, **looks)
        return out.getvalue()
    figure.savefig(out, metadata={"Date": None, "Creator": None}, **looks)
    described = _described(out.getvalue().decode(), title, description)
    return _NOT_IN_XML.sub("\ufffd", described).encode()


def chart_picture(
    chart: Chart, picture_format: PictureFormat, source: Source | None = None
) -> bytes:
    """Return a chart as a file to keep or hand on, always in the light palette.

    Where not all sessions have room, a PDF has a page for each part, the earliest first; a PNG or
    SVG shows one part and says which.
    """
    if picture_format is PictureFormat.PDF:
        figures = [_drawn(one, source) for one in _parts(chart)]
        return _document(figures, chart.title, chart.summary)
    figure = _drawn(chart, source)
    return render_chart(figure, picture_format, title=chart.title, description=chart.summary)


def empty_picture(picture_format: PictureFormat, heading: str, text: str) -> bytes:
    """Return the empty state as a file: pale axes, ``heading`` and ``text``."""
    figure = new_figure(_WIDTH_PX, _EMPTY_HEIGHT_PX)
    draw_empty(figure, ChartStyle(palette=LIGHT, layout=Layout.EXPORT), (heading, text))
    return render_chart(figure, picture_format, title=heading, description=text)


def _parts(chart: Chart) -> list[Chart]:
    """Return a chart for each part of the sessions, the earliest first."""
    part = chart.part(_STYLE, _WIDTH_PX)
    if part is None or chart.ending is None:
        return [chart]
    parts = []
    end = part.count
    while end > 0:
        one = chart.ending(end)
        shown = one.part(_STYLE, _WIDTH_PX)
        assert shown is not None
        parts.append(one)
        end = shown.first
    return parts[::-1]


def _drawn(chart: Chart, source: Source | None) -> Figure:
    figure = new_figure(_WIDTH_PX, chart.height(_STYLE, _WIDTH_PX))
    chart.draw(figure, _STYLE, source)
    return figure


def _document(figures: Sequence[Figure], title: str, description: str) -> bytes:
    """Return a PDF with a page for each figure."""
    out = BytesIO()
    made = {
        "Title": title,
        "Subject": description,
        "Creator": "Symptrack",
        "Producer": None,
        "CreationDate": None,
    }
    # Typed loosely, as matplotlib leaves the dates out that are not to be there.
    pages: Any = PdfPages
    with pages(out, metadata=made) as document:
        for figure in figures:
            document.savefig(figure, facecolor=figure.get_facecolor())
    return tagged(out.getvalue(), description, language())


def _described(svg: str, title: str, description: str) -> str:
    """Put the words that stand for the picture into the SVG, where screen readers look."""
    head, tag, rest = svg.partition("<svg ")
    attributes, close, body = rest.partition(">")
    words = f"\n <title>{escape(title)}</title>\n <desc>{escape(description)}</desc>"
    return f'{head}{tag}role="img" {attributes}{close}{words}{body}'
