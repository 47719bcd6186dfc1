"""What a section of the report's appendix is made of: tables, lines, charts, the patient's words.

A section is a heading and its blocks; the template knows these kinds of block and nothing else.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from symptrack.domain.settings import Paper
from symptrack.exchange.report_chart import PX_PER_INCH, svg_of, width_in
from symptrack.exchange.report_scope import printable

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from symptrack.charts.chart import Chart

HEIGHT_SHARE = 0.84
"""How much of the height at which it reads best on its own a chart has beside its table."""

Block = dict[str, Any]
Cell = str | dict[str, Any]


def section(heading: str, *blocks: Block | None) -> dict[str, Any]:
    """Return a section; blocks that are ``None`` are not there."""
    return {"heading": heading, "blocks": [block for block in blocks if block is not None]}


def heading(words: str) -> Block:
    """Return a heading within a section."""
    return {"kind": "heading", "words": words}


def column(name: str, *, align: str = "left", share: float = 0, disc: str = "") -> dict[str, Any]:
    """Return a column; ``disc`` is a session's number above its name.

    Columns with a share divide the width that the others leave.
    """
    return {"name": name, "align": align, "share": share, "disc": disc}


def table(columns: Sequence[dict[str, Any]], rows: Sequence[Sequence[Cell]]) -> Block | None:
    """Return a table, ``None`` where it has no row."""
    if not rows:
        return None
    return {"kind": "table", "columns": list(columns), "rows": [list(row) for row in rows]}


def disc(number: int | None) -> Cell:
    """Return a cell with a session's number."""
    return {"kind": "disc", "text": "" if number is None else str(number)}


def severity(text: str, level: int | None, note: str = "") -> Cell:
    """Return a cell with a severity, and how long it lasted below; ``level`` gives its mark."""
    return {"kind": "severity", "text": text, "level": level, "note": note}


def lines(*said: tuple[str, str]) -> Block | None:
    """Return paragraphs, each with its name before it; empty ones are not there."""
    return paragraphs(*((one,) for one in said))


def paragraphs(*said: Iterable[tuple[str, str]]) -> Block | None:
    """Return paragraphs of one or more sentences, each with its name; empty ones are not there."""
    rows = [[{"name": name, "text": text} for name, text in row if text] for row in said]
    found = [row for row in rows if row]
    return {"kind": "lines", "lines": found} if found else None


def small(*said: str) -> Block | None:
    """Return paragraphs that tell how to read what stands above."""
    found = [one for one in said if one]
    return {"kind": "small", "lines": found} if found else None


def own_words(when: str, text: str) -> Block:
    """Return what the patient wrote, line by line as it was typed, under when it was."""
    return {"kind": "words", "when": when, "lines": [printable(one) for one in text.splitlines()]}


def chart(made: "Chart", paper: Paper) -> Block:
    """Return a chart as wide as the page, with the sentence that stands for it."""
    svg = svg_of(chart_figure(made, paper))
    return {"kind": "chart", "svg": svg, "alt": printable(made.summary)}


def chart_figure(made: "Chart", paper: Paper) -> "Figure":
    """Return a chart as it stands in the appendix."""
    from symptrack.charts.sheet import new_figure
    from symptrack.charts.style import ChartStyle, Layout

    style = ChartStyle(layout=Layout.REPORT)
    width_px = width_in(paper) * PX_PER_INCH
    height_px = max(HEIGHT_SHARE * made.height(style, width_px), made.least(style, width_px))
    figure = new_figure(width_px, height_px)
    made.draw(figure, style, None)
    return figure
