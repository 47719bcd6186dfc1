"""The charts' colours as people see them who see fewer: what must differ still does."""

from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from symptrack.charts.palette import DARK, GENTLE, LIGHT, ChartPalette, inks

Colour = NDArray[np.float64]

# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
SIGHTS = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}
# sRGB to XYZ, and the white that CIELAB is measured against, D65.
XYZ = np.array([(0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)])
WHITE = np.array((0.9505, 1.0, 1.089))
FIVE = ("mood", "anxiety", "sleep", "energy", "pain")
APART = 11.5
"""What the dark palette's mood and anxiety keep where red and green look alike, in CIELAB."""

palettes = pytest.mark.parametrize("palette", [LIGHT, DARK, GENTLE], ids=lambda one: one.name)
sights = pytest.mark.parametrize("sight", SIGHTS)


def seen(colour: str, sight: str) -> Colour:
    """Return a colour in CIELAB as it is seen."""
    channels = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    shown = np.clip(np.array(SIGHTS[sight]) @ linear, 0, 1)
    ratio = XYZ @ shown / WHITE
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array((116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])))


def apart(one: str, other: str, sight: str) -> float:
    """Return how far two colours are apart as they are seen."""
    return float(np.linalg.norm(seen(one, sight) - seen(other, sight)))


def test_white_and_black_are_a_hundred_apart_for_all() -> None:
    assert all(apart("#FFFFFF", "#000000", one) == pytest.approx(100, abs=1) for one in SIGHTS)
    assert apart("#FF0000", "#00FF00", "deutan") < apart("#FF0000", "#0000FF", "deutan")


@palettes
@pytest.mark.parametrize("sight", ["protan", "deutan", "tritan"])
def test_mood_and_anxiety_are_told_apart_by_colour(palette: ChartPalette, sight: str) -> None:
    chosen = inks(FIVE, palette)
    assert apart(chosen["mood"].colour, chosen["anxiety"].colour, sight) >= APART


@palettes
@sights
def test_where_colours_come_close_marker_and_dash_differ(palette: ChartPalette, sight: str) -> None:
    chosen = [inks(FIVE, palette)[key] for key in FIVE]
    for place, one in enumerate(chosen):
        for other in chosen[place + 1 :]:
            if apart(one.colour, other.colour, sight) < APART:
                assert one.marker != other.marker
                assert one.dash != other.dash


@palettes
@sights
def test_severities_grow_darker_or_lighter_step_by_step(palette: ChartPalette, sight: str) -> None:
    lightness = [float(seen(shade.fill, sight)[0]) for shade in palette.severities]
    assert lightness in (sorted(lightness), sorted(lightness, reverse=True))
    assert all(abs(one - other) >= 7 for one, other in pairwise(lightness))
    for shade in palette.severities:
        assert abs(float(seen(shade.ink, sight)[0]) - float(seen(shade.fill, sight)[0])) >= 40


@palettes
@sights
def test_what_is_drawn_stands_out_from_paper_and_band(palette: ChartPalette, sight: str) -> None:
    for colour in (*palette.line_colours, palette.mapped, palette.disc):
        for ground in (palette.paper, palette.band):
            assert abs(float(seen(colour, sight)[0]) - float(seen(ground, sight)[0])) >= 30
