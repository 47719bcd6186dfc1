"""The shipped catalogues are what the program relies on, and a broken one is noticed."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from symptrack.domain.catalogue_reading import CatalogueError, Table
from symptrack.domain.help_lines import load_help_lines, read_help_lines
from symptrack.domain.instrument import load_instruments, read_instruments
from symptrack.domain.side_effect import load_side_effects, read_side_effects
from symptrack.domain.words import Direction
from symptrack.resources import resource_path

CATALOGUE = load_side_effects()


def text_of(name: str) -> str:
    return resource_path(name).read_text(encoding="utf-8")


def changed(name: str, old: str, new: str) -> str:
    text = text_of(name)
    assert old in text
    return text.replace(old, new, 1)


def test_eleven_tiles_stand_on_the_first_page_and_six_in_gentle_mode() -> None:
    assert [effect.tile for effect in CATALOGUE.tiles] == list(range(1, 12))
    assert CATALOGUE.tiles[0].key == "drowsiness"
    assert [effect.gentle for effect in CATALOGUE.gentle] == list(range(1, 7))
    assert CATALOGUE.gentle[0].key == "nausea"


def test_twenty_four_effects_are_core_and_six_stand_behind_more() -> None:
    assert len(CATALOGUE.core_keys) == 24
    assert len(CATALOGUE.effects) - len(CATALOGUE.core_keys) == 6


def test_an_effect_is_called_by_its_tile_its_label_or_the_patients_word() -> None:
    own = {"itch": "Itchy skin", "nameless": ""}
    assert CATALOGUE.name_of("dissociation", own) == "Felt disconnected"
    assert CATALOGUE.name_of("floating_body", own) == "Body feels heavy, light or floating"
    red_flag = next(iter(CATALOGUE.red_flags))
    assert CATALOGUE.name_of(red_flag, own) == CATALOGUE.red_flags[red_flag].label
    assert CATALOGUE.name_of("itch", own) == "Itchy skin"
    assert CATALOGUE.name_of("nameless", own) == "nameless"
    assert CATALOGUE.name_of("from_elsewhere", own) == "from elsewhere"


def test_the_instruments_are_whole() -> None:
    instruments = load_instruments()
    shape = {
        one.short_title: (len(one.items), one.low, one.high, one.missing_max)
        for one in instruments.values()
    }
    assert shape == {"PHQ-9": (9, 0, 27, 2), "GAD-7": (7, 0, 21, 0), "PCL-5": (20, 0, 80, 0)}
    assert all(one.higher_is is Direction.WORSE for one in instruments.values())
    phq9 = instruments["phq9"]
    assert [item.key for item in phq9.items if item.safety] == ["q9"]
    assert phq9.difficulty is not None
    assert [option.value for option in phq9.difficulty_options] == [0, 1, 2, 3]
    assert (phq9.remission_below, phq9.change_points) == (5, 5)
    assert instruments["gad7"].difficulty is None


@pytest.mark.parametrize(
    ("instrument", "bands"),
    [
        # Kroenke 2001: cut points 5, 10, 15 and 20.
        ("phq9", {0: "Minimal", 4: "Minimal", 5: "Mild", 9: "Mild", 10: "Moderate"}),
        ("phq9", {14: "Moderate", 15: "Moderately severe", 19: "Moderately severe"}),
        ("phq9", {20: "Severe", 27: "Severe"}),
        # Spitzer 2006: cut points 5, 10 and 15.
        ("gad7", {0: "Minimal", 4: "Minimal", 5: "Mild", 9: "Mild", 10: "Moderate"}),
        ("gad7", {14: "Moderate", 15: "Severe", 21: "Severe"}),
        # VA National Center for PTSD: the usual cut is 31-33.
        ("pcl5", {0: "Below the usual cut (31-33)", 30: "Below the usual cut (31-33)"}),
        ("pcl5", {31: "At or above the usual cut (31-33)"}),
        ("pcl5", {80: "At or above the usual cut (31-33)"}),
    ],
)
def test_each_total_has_its_published_band(instrument: str, bands: dict[int, str]) -> None:
    found = load_instruments()[instrument]
    assert {total: found.band_of(total).label for total in bands} == bands


def test_each_band_names_who_published_it() -> None:
    sources = {one.short_title: one.bands_from for one in load_instruments().values()}
    assert sources == {
        "PHQ-9": "Kroenke 2001",
        "GAD-7": "Spitzer 2006",
        "PCL-5": "VA National Center for PTSD",
    }


def test_each_place_has_an_emergency_number_and_a_line() -> None:
    lines = load_help_lines()
    assert lines.checked_on == date(2026, 11, 22)
    for place in lines.places:
        assert place.emergency
        assert all(line.call or line.text for line in place.crisis)


@pytest.mark.parametrize(
    ("country", "emergency"),
    [("US", "911"), ("us", "911"), ("GB", "999"), ("IE", "112"), ("AT", "112"), ("IS", None)],
)
def test_the_emergency_number_is_that_of_the_country(country: str, emergency: str | None) -> None:
    place = load_help_lines().place(country)
    assert (place.emergency if place else None) == emergency


@pytest.mark.parametrize(
    ("read", "text", "fault"),
    [
        (read_side_effects, "", "effect: there is none"),
        (
            read_side_effects,
            changed("side_effects.toml", 'key = "floating_body"', 'key = "dissociation"'),
            r"effect\[1\]\.key: dissociation stands there twice",
        ),
        (
            read_side_effects,
            changed("side_effects.toml", "gentle = 6", "gentle = 8"),
            "the gentle places do not count from 1",
        ),
        (
            read_side_effects,
            changed("side_effects.toml", 'short = "Felt disconnected"', ""),
            "a tile needs short words",
        ),
        (
            read_side_effects,
            changed("side_effects.toml", 'category = "dissociative"', 'category = "odd"'),
            "there is no odd",
        ),
        (
            read_side_effects,
            changed("side_effects.toml", "typical_hours = [0, 1]", 'typical_hours = ["0"]'),
            "not a list of int",
        ),
        (
            read_side_effects,
            text_of("side_effects.toml").replace(
                f'key = "{next(iter(CATALOGUE.red_flags))}"', 'key = "nausea"'
            ),
            "a key is also that of an effect",
        ),
        (
            read_instruments,
            changed("instruments.toml", "max = 27", "max = 28"),
            "min and max are not those of its items",
        ),
        (
            read_instruments,
            changed("instruments.toml", 'responses = "phq_frequency"', 'responses = "none"'),
            "there are no responses called none",
        ),
        (
            read_instruments,
            changed("instruments.toml", 'key = "q2"', 'key = "q1"'),
            "two items share a key",
        ),
        (
            read_instruments,
            changed("instruments.toml", "value = 1,", "value = 2,"),
            "the values do not count from 0",
        ),
        (
            read_instruments,
            changed("instruments.toml", 'ask_if = "total > 0"', 'ask_if = "total > 1"'),
            "ask_if: total > 1 is not a condition it knows",
        ),
        (read_help_lines, "", "checked_on: not a date"),
        (
            read_help_lines,
            changed("help_lines.toml", 'country = "CA"', 'country = "US"'),
            "a country stands there twice",
        ),
        (
            read_help_lines,
            changed("help_lines.toml", ', text = "HOME to 741741"', ""),
            "a line needs a number or words to text",
        ),
        (
            read_help_lines,
            'checked_on = 2026-11-22\n[[place]]\ncountry = "XX"\ncrisis = []',
            "a line needs a number or words to text",
        ),
    ],
)
def test_a_broken_catalogue_is_not_used(read: Callable[[str], Any], text: str, fault: str) -> None:
    with pytest.raises(CatalogueError, match=fault):
        read(text)


@pytest.mark.parametrize(
    ("bands", "fault"),
    [
        ([(0, 4), (6, 27)], "leave a gap or overlap"),
        ([(0, 4), (4, 27)], "leave a gap or overlap"),
        ([(0, 26)], "do not end at max"),
    ],
)
def test_bands_cover_every_total_once(bands: list[tuple[int, int]], fault: str) -> None:
    text = text_of("instruments.toml")
    start = text.index("bands = [")
    end = text.index("]", start) + 1
    rows = ", ".join(f'{{ min = {low}, max = {high}, label = "x" }}' for low, high in bands)
    with pytest.raises(CatalogueError, match=fault):
        read_instruments(text[:start] + f"bands = [{rows}]" + text[end:])


def test_a_tables_values_have_types() -> None:
    table = Table("effect[0]", {"key": 4, "core": 1, "tile": True})
    for read in (
        lambda: table.text("key"),
        lambda: table.text("label"),
        lambda: table.truth("core"),
        lambda: table.whole("tile"),
        lambda: table.tables("key"),
    ):
        with pytest.raises(CatalogueError, match=r"^effect\[0\]\."):
            read()
    assert table.text("label", default="") == ""
    assert table.whole_or_none("none") is None
    assert table.truth("none") is False
