"""The colours of the charts, and how each symptom's line is told from the others.

A symptom is known by its panel first, then by marker and dash; colour only helps. Mood and
anxiety keep their ink in every chart; the others take the next free one.
"""

from collections.abc import Iterable
from dataclasses import dataclass

Dash = tuple[float, tuple[float, ...]] | str


@dataclass(frozen=True, slots=True)
class Ink:
    """How one symptom is drawn: ``#RRGGBB``, matplotlib marker, dash pattern."""

    colour: str
    marker: str
    dash: Dash


@dataclass(frozen=True, slots=True)
class Shade:
    """The ground of one severity, 0 to 3, and what is written on it."""

    fill: str
    ink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPalette:
    """The colours of one theme, ``#RRGGBB``.

    ``text`` and ``quiet_text`` read on ``paper`` at 4.5:1 or better, ``disc_text`` on ``disc``;
    ``line_colours`` and ``mapped`` stand out from ``paper`` and ``band`` at 3:1 or better.
    ``grid`` and ``band`` are decoration. ``severities`` grow evenly darker or lighter, so that
    they stay apart in grey; what is written on each reads at 4.5:1 or better.
    """

    name: str
    paper: str
    text: str
    quiet_text: str
    grid: str
    band: str
    disc: str
    disc_text: str
    mapped: str
    line_colours: tuple[str, str, str, str, str]
    severities: tuple[Shade, Shade, Shade, Shade]


LIGHT = ChartPalette(
    name="light",
    paper="#FFFFFF",
    text="#15252A",
    quiet_text="#37494F",
    grid="#DFE5E4",
    band="#E1E8E7",
    disc="#15252A",
    disc_text="#FFFFFF",
    mapped="#56666C",
    line_colours=("#0F6470", "#7A4A93", "#B0660A", "#2F5CA8", "#A3345F"),
    severities=(
        Shade("#FFFFFF", "#15252A"),
        Shade("#F6E3BF", "#15252A"),
        Shade("#DE9D4A", "#15252A"),
        Shade("#83330F", "#FFFFFF"),
    ),
)
DARK = ChartPalette(
    name="dark",
    paper="#172124",
    text="#E7EEEE",
    quiet_text="#B9C7C9",
    grid="#2A383C",
    band="#243236",
    disc="#E7EEEE",
    disc_text="#0F1719",
    mapped="#9AABAE",
    line_colours=("#7FC8CC", "#CDA4E0", "#E9B062", "#9DBBF2", "#F2A0BE"),
    severities=(
        Shade("#172124", "#E7EEEE"),
        Shade("#4A3820", "#F6E9D2"),
        Shade("#C98B3A", "#0F1719"),
        Shade("#F7C99A", "#0F1719"),
    ),
)
GENTLE = ChartPalette(
    name="gentle",
    paper="#211C17",
    text="#F0E6D8",
    quiet_text="#D2C4B1",
    grid="#3A3229",
    band="#2F2820",
    disc="#F0E6D8",
    disc_text="#14110E",
    mapped="#B3A591",
    line_colours=("#E3BE8A", "#D98F86", "#C9CE93", "#C9BBA8", "#EBCB9D"),
    severities=(
        Shade("#211C17", "#F0E6D8"),
        Shade("#4A3820", "#F6E9D2"),
        Shade("#C98B3A", "#14110E"),
        Shade("#F7C99A", "#14110E"),
    ),
)

_PINNED = {"mood": 0, "anxiety": 1}
_MARKERS = ("o", "s", "^", "p", "v")
_DASHES: tuple[Dash, ...] = (
    "-",
    (0, (2.6, 1.3)),
    (0, (1, 1.4)),
    (0, (6, 1.6, 1, 1.6)),
    (0, (9, 2)),
)


def ink_at(place: int, palette: ChartPalette) -> Ink:
    """Return the ink of the first panel (0), the second, …; a sixth starts again at the first."""
    index = place % len(_MARKERS)
    return Ink(palette.line_colours[index], _MARKERS[index], _DASHES[index])


def inks(keys: Iterable[str], palette: ChartPalette) -> dict[str, Ink]:
    """Return the ink of each symptom, by key; a sixth symptom starts again at the third ink."""
    chosen: dict[str, Ink] = {}
    next_free = len(_PINNED)
    for key in keys:
        index = _PINNED.get(key)
        if index is None:
            index = next_free
            next_free = len(_PINNED) if next_free + 1 == len(_MARKERS) else next_free + 1
        chosen[key] = Ink(palette.line_colours[index], _MARKERS[index], _DASHES[index])
    return chosen
