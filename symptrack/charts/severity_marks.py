"""How strong a side effect was, as cells and signs that also read in grey: ring, quarter, half."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path

from symptrack.charts.sheet import PT_PER_PX, Box, Sheet

GLYPH_PX = 7.5
NUMBER_PX = 15.5
_RADIUS_PX = 6
_EDGE_PX = 1.2
_RING_PX = 1.4
_GLYPH_GAP_PX = 11
_DOT_PX = 3.4
_WEDGES = {1: (-90, 0), 2: (-90, 90)}
# The control points that make a quarter of a circle out of a cubic curve.
_ROUND = 0.5523


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a severity from 0 to 3, ``None`` for present without its strength.

    ``noted`` false is nothing noted either way: a dot.
    """

    box: Box
    severity: int | None
    noted: bool = True


def draw_cells(sheet: Sheet, cells: Sequence[Cell], *, glyphs: bool) -> None:
    """Draw cells with number and, where they are wide enough for it, the sign of the severity."""
    by_severity: defaultdict[int | None, list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.noted:
            by_severity[cell.severity].append(cell)
    _draw_dots(sheet, [cell.box for cell in cells if not cell.noted])
    for severity, some in by_severity.items():
        _draw_grounds(sheet, severity, [cell.box for cell in some])
        with_glyph = glyphs and bool(severity)
        if severity and with_glyph:
            _draw_glyphs(sheet, severity, [_glyph_centre(sheet, cell.box) for cell in some])
        for cell in some:
            _write_number(sheet, cell, with_glyph=with_glyph)


def rounded(box: Box, radius: float) -> Path:
    """Return the outline of a rectangle with round corners."""
    r, c = radius, radius * (1 - _ROUND)
    x0, y0, x1, y1 = box.left, box.top, box.right, box.bottom
    points = [
        (x0 + r, y0),
        (x1 - r, y0),
        *((x1 - c, y0), (x1, y0 + c), (x1, y0 + r)),
        (x1, y1 - r),
        *((x1, y1 - c), (x1 - c, y1), (x1 - r, y1)),
        (x0 + r, y1),
        *((x0 + c, y1), (x0, y1 - c), (x0, y1 - r)),
        (x0, y0 + r),
        *((x0, y0 + c), (x0 + c, y0), (x0 + r, y0)),
        (x0 + r, y0),
    ]
    side = [Path.LINETO, *[Path.CURVE4] * 3]
    return Path(np.asarray(points), [Path.MOVETO, *side * 4, Path.CLOSEPOLY])


def _draw_grounds(sheet: Sheet, severity: int | None, boxes: Sequence[Box]) -> None:
    k, palette = sheet.scale, sheet.palette
    paths = [rounded(box, min(_RADIUS_PX * k, (box.bottom - box.top) / 2)) for box in boxes]
    if severity:
        sheet.shapes(paths, facecolor=palette.severities[severity].fill)
        return
    dashed = severity is None
    sheet.shapes(
        paths,
        facecolor=palette.severities[0].fill,
        edgecolor=palette.mapped if dashed else palette.grid,
        lw=_EDGE_PX * PT_PER_PX * k,
        ls=(0, (3, 2)) if dashed else "-",
    )


def _draw_glyphs(sheet: Sheet, severity: int, centres: Sequence[tuple[float, float]]) -> None:
    k = sheet.scale
    ink = sheet.palette.severities[severity].ink
    radius = GLYPH_PX * k
    rings = [_moved(Path.unit_circle(), centre, radius) for centre in centres]
    looks = {"edgecolor": ink, "lw": _RING_PX * PT_PER_PX * k, "zorder": 4}
    sheet.shapes(rings, facecolor=ink if severity not in _WEDGES else "none", **looks)
    if severity in _WEDGES:
        wedge = Path.wedge(*_WEDGES[severity])
        filled = [_moved(wedge, centre, radius) for centre in centres]
        sheet.shapes(filled, facecolor=ink, zorder=4)


def _draw_dots(sheet: Sheet, boxes: Sequence[Box]) -> None:
    if boxes:
        sheet.curve(
            [(box.left + box.right) / 2 for box in boxes],
            [(box.top + box.bottom) / 2 for box in boxes],
            ls="none",
            marker="o",
            ms=_DOT_PX,
            mew=0,
            mfc=sheet.palette.quiet_text,
            zorder=4,
        )


def _write_number(sheet: Sheet, cell: Cell, *, with_glyph: bool) -> None:
    x = (cell.box.left + cell.box.right) / 2 + (_GLYPH_GAP_PX * sheet.scale if with_glyph else 0)
    y = (cell.box.top + cell.box.bottom) / 2
    strong = bool(cell.severity)
    ink = sheet.palette.severities[cell.severity or 0].ink
    sheet.text(
        x,
        y,
        "?" if cell.severity is None else str(cell.severity),
        NUMBER_PX,
        semibold=strong,
        middle=True,
        ha="center",
        color=ink if strong else sheet.palette.quiet_text,
    )


def _glyph_centre(sheet: Sheet, box: Box) -> tuple[float, float]:
    across = (box.left + box.right) / 2 - _GLYPH_GAP_PX * sheet.scale
    return across, (box.top + box.bottom) / 2


def _moved(path: Path, centre: tuple[float, float], radius: float) -> Path:
    return Path(np.asarray(path.vertices) * radius + np.asarray(centre), path.codes)
