"""The colours of the charts can be seen, and the symptoms told apart without them."""

import pytest

from symptrack.charts.palette import DARK, GENTLE, LIGHT, ChartPalette, inks

PALETTES = [LIGHT, DARK, GENTLE]
FIVE = ("mood", "anxiety", "sleep", "energy", "pain")


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_lines_and_markers_stand_out_from_paper_and_band(palette: ChartPalette) -> None:
    for colour in (*palette.line_colours, palette.mapped, palette.disc, palette.quiet_text):
        assert contrast(colour, palette.paper) >= 3
        assert contrast(colour, palette.band) >= 3


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_words_can_be_read(palette: ChartPalette) -> None:
    for colour in (palette.text, palette.quiet_text, *palette.line_colours[:1]):
        assert contrast(colour, palette.paper) >= 4.5
    assert contrast(palette.disc_text, palette.disc) >= 4.5


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_symptom_names_in_their_colour_can_be_read_as_large_text(palette: ChartPalette) -> None:
    assert all(contrast(colour, palette.paper) >= 4.3 for colour in palette.line_colours)


def test_five_symptoms_differ_in_colour_marker_and_dash() -> None:
    chosen = inks(FIVE, LIGHT).values()
    assert len({ink.colour for ink in chosen}) == 5
    assert len({ink.marker for ink in chosen}) == 5
    assert len({ink.dash for ink in chosen}) == 5


def test_mood_and_anxiety_keep_their_ink_whatever_stands_beside_them() -> None:
    alone, among = inks(["anxiety"], LIGHT), inks(["pain", "sleep", "anxiety", "mood"], LIGHT)
    assert alone["anxiety"] == among["anxiety"] == inks(FIVE, LIGHT)["anxiety"]
    assert among["mood"] == inks(FIVE, LIGHT)["mood"]


def test_a_sixth_symptom_takes_the_third_ink_again() -> None:
    chosen = inks([*FIVE, "restlessness"], LIGHT)
    assert chosen["restlessness"] == chosen["sleep"]
    assert chosen["restlessness"].colour != chosen["mood"].colour
