"""The colours of the window, by role; contrast ratios are held by a test."""

from typing import NamedTuple


class Severity(NamedTuple):
    """Fill and ink of one severity, 0 to 3."""

    fill: str
    ink: str


class Tokens(NamedTuple):
    """One theme's colours as ``#RRGGBB``, named for what they are for."""

    name: str
    dark: bool
    bg: str
    sidebar: str
    surface: str
    sunken: str
    hover: str
    border: str
    control: str
    text: str
    text2: str
    text3: str
    primary: str
    primary_hover: str
    primary_press: str
    on_primary: str
    soft: str
    on_soft: str
    focus: str
    attn_bg: str
    attn_text: str
    danger: str
    danger_bg: str
    danger_border: str
    disc: str
    on_disc: str
    severity: tuple[Severity, Severity, Severity, Severity]

    def colours(self) -> dict[str, str]:
        """Return the plain colours by role, for the style sheet."""
        return {key: value for key, value in self._asdict().items() if isinstance(value, str)}


LIGHT = Tokens(
    name="light",
    dark=False,
    bg="#F3F5F4",
    sidebar="#EAEEED",
    surface="#FFFFFF",
    sunken="#F0F3F2",
    hover="#E9EFEE",
    border="#D9E0DF",
    control="#74858A",
    text="#15252A",
    text2="#37494F",
    text3="#57686D",
    primary="#0F5A64",
    primary_hover="#0B4A53",
    primary_press="#083C44",
    on_primary="#FFFFFF",
    soft="#DFECEC",
    on_soft="#0B4650",
    focus="#1B62C4",
    attn_bg="#FAF0DC",
    attn_text="#5C3B00",
    danger="#9C2424",
    danger_bg="#FBECEA",
    danger_border="#DDA49E",
    disc="#15252A",
    on_disc="#FFFFFF",
    severity=(
        Severity("#FFFFFF", "#15252A"),
        Severity("#F6E3BF", "#15252A"),
        Severity("#DE9D4A", "#15252A"),
        Severity("#83330F", "#FFFFFF"),
    ),
)

DARK = Tokens(
    name="dark",
    dark=True,
    bg="#0F1719",
    sidebar="#0B1214",
    surface="#172124",
    sunken="#121B1E",
    hover="#1E2B2F",
    border="#2A383C",
    control="#7C9096",
    text="#E7EEEE",
    text2="#B9C7C9",
    text3="#9AABAE",
    primary="#7FC8CC",
    primary_hover="#97D6D9",
    primary_press="#6BB6BA",
    on_primary="#06262B",
    soft="#173438",
    on_soft="#C9ECEE",
    focus="#8DBDFF",
    attn_bg="#2E2614",
    attn_text="#F2D9A2",
    danger="#F2A39C",
    danger_bg="#331B1B",
    danger_border="#7A4340",
    disc="#E7EEEE",
    on_disc="#0F1719",
    severity=(
        Severity("#172124", "#E7EEEE"),
        Severity("#4A3820", "#F6E9D2"),
        Severity("#C98B3A", "#0F1719"),
        Severity("#F7C99A", "#0F1719"),
    ),
)

GENTLE = DARK._replace(
    name="gentle",
    bg="#14110E",
    sidebar="#14110E",
    surface="#211C17",
    sunken="#1A1612",
    hover="#2B251E",
    border="#3A3229",
    control="#93836F",
    text="#F0E6D8",
    text2="#D2C4B1",
    text3="#B3A591",
    primary="#E3BE8A",
    primary_hover="#EBCB9D",
    primary_press="#D3AC76",
    on_primary="#2A1B06",
    soft="#33291C",
    on_soft="#F3E2C8",
    focus="#A9CBFF",
    disc="#F0E6D8",
    on_disc="#14110E",
)
"""Warm, dim, with little blue: for gentle mode, whatever the window wears otherwise."""
