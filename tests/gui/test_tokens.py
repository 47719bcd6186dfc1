"""The contrasts that the design promises, computed as WCAG 2 defines them."""

import pytest

from symptrack.gui.tokens import DARK, GENTLE, LIGHT, Tokens

GROUNDS = ("bg", "sidebar", "surface", "sunken", "hover")
WHERE_TEXT_STANDS = ("bg", "sidebar", "surface", "sunken")
TEXT_AAA, TEXT_AA, EDGE = 7.0, 4.5, 3.0
THEMES = [pytest.param(one, id=one.name) for one in (LIGHT, DARK, GENTLE)]


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB``, 0 to 1 (WCAG 2.2)."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def of(tokens: Tokens, ink: str, ground: str) -> float:
    colours = tokens.colours()
    return contrast(colours[ink], colours[ground])


def test_the_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize(
    ("ink", "ground", "light", "dark"),
    [
        ("control", "bg", 3.5, 5.4),
        ("text", "bg", 14.4, 15.4),
        ("on_primary", "primary", 7.9, 8.4),
        ("on_soft", "soft", 8.7, 10.6),
        ("focus", "bg", 5.3, 9.4),
        ("attn_text", "attn_bg", 8.9, 10.9),
        ("danger", "danger_bg", 6.8, 8.0),
    ],
)
def test_the_ratios_are_those_of_the_design(
    ink: str, ground: str, light: float, dark: float
) -> None:
    assert of(LIGHT, ink, ground) == pytest.approx(light, abs=0.06)
    assert of(DARK, ink, ground) == pytest.approx(dark, abs=0.06)


@pytest.mark.parametrize("tokens", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_body_text_can_be_read_on_every_ground(tokens: Tokens, ground: str) -> None:
    assert of(tokens, "text", ground) >= TEXT_AAA
    assert of(tokens, "text2", ground) >= 7.6
    assert of(tokens, "text3", ground) >= TEXT_AA


@pytest.mark.parametrize("tokens", THEMES)
@pytest.mark.parametrize("ground", WHERE_TEXT_STANDS)
def test_edges_focus_and_quiet_buttons_stand_out_from_their_ground(
    tokens: Tokens, ground: str
) -> None:
    assert of(tokens, "control", ground) >= EDGE
    assert of(tokens, "focus", ground) >= EDGE
    assert of(tokens, "primary", ground) >= TEXT_AA


@pytest.mark.parametrize("tokens", THEMES)
def test_discs_and_pressed_buttons_can_be_read(tokens: Tokens) -> None:
    assert of(tokens, "on_disc", "disc") >= 15
    assert of(tokens, "on_primary", "primary_hover") >= TEXT_AAA
    assert of(tokens, "on_primary", "primary_press") >= TEXT_AA
    assert of(tokens, "on_soft", "hover") >= TEXT_AA


@pytest.mark.parametrize("tokens", THEMES)
def test_each_severity_can_be_read_on_its_own_ground(tokens: Tokens) -> None:
    assert [contrast(shade.fill, shade.ink) >= TEXT_AA for shade in tokens.severity] == [True] * 4


def test_severities_grow_steadily_darker_or_lighter_so_that_grey_keeps_their_order() -> None:
    light = [luminance(shade.fill) for shade in LIGHT.severity]
    dark = [luminance(shade.fill) for shade in DARK.severity]
    assert light == sorted(light, reverse=True)
    assert dark == sorted(dark)


def test_gentle_mode_has_the_colours_of_the_design() -> None:
    assert of(GENTLE, "text", "bg") == pytest.approx(15.2, abs=0.06)
    assert of(GENTLE, "on_primary", "primary") == pytest.approx(9.5, abs=0.06)
    assert (GENTLE.bg, GENTLE.surface, GENTLE.control) == ("#14110E", "#211C17", "#93836F")


def test_the_style_sheet_gets_plain_colours_only() -> None:
    colours = LIGHT.colours()
    assert colours["bg"] == "#F3F5F4"
    assert "severity" not in colours
    assert "dark" not in colours
