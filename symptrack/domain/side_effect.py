"""The catalogue of side effects, red flags and experiences (``resources/side_effects.toml``)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from symptrack.domain.catalogue_reading import CatalogueError, Table, tables_by_key
from symptrack.domain.limits import check_key, check_text
from symptrack.resources import resource_path
from symptrack.texts import _

CATEGORIES = ("dissociative", "physical", "mood", "longterm")


@dataclass(frozen=True, slots=True, kw_only=True)
class SideEffect:
    """One side effect of the catalogue.

    ``tile`` is its place on the first page of a check-in, ``gentle`` its place in gentle mode.
    ``typical_hours`` counts from the end of the session (-1: not a same-day effect);
    ``flag_after_h`` is when "lasting longer than most people report" is said. Sources: the file.
    """

    key: str
    label: str
    describe: str
    category: str
    core: bool
    red_flag: bool
    typical_hours: tuple[int, ...]
    flag_after_h: int
    short: str = ""
    tile: int | None = None
    gentle: int | None = None
    snomed: str = ""

    @property
    def name(self) -> str:
        """Return the words on its tile, or its label."""
        return _(self.short or self.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEntry:
    """A red-flag symptom or an experience: a key, its words and its SNOMED CT code or nothing."""

    key: str
    label: str
    snomed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSideEffect:
    """A side effect that the patient added."""

    key: str
    label: str = ""

    def __post_init__(self) -> None:
        check_key("key", self.key)
        check_text("label", self.label)


@dataclass(frozen=True, slots=True)
class SideEffectCatalogue:
    """Everything that can be named in a check-in or on a session, by key."""

    effects: Mapping[str, SideEffect]
    red_flags: Mapping[str, NamedEntry]
    experiences: Mapping[str, NamedEntry]

    @property
    def tiles(self) -> tuple[SideEffect, ...]:
        """Return the side effects on the first page of a check-in, in their order."""
        shown = [effect for effect in self.effects.values() if effect.tile is not None]
        return tuple(sorted(shown, key=lambda effect: effect.tile or 0))

    @property
    def gentle(self) -> tuple[SideEffect, ...]:
        """Return the side effects that gentle mode asks for, in their order."""
        shown = [effect for effect in self.effects.values() if effect.gentle is not None]
        return tuple(sorted(shown, key=lambda effect: effect.gentle or 0))

    @property
    def core_keys(self) -> frozenset[str]:
        """Return the keys of the core list, for which a check-in answers as a whole."""
        return frozenset(key for key, effect in self.effects.items() if effect.core)

    def name_of(self, key: str, own: Mapping[str, str]) -> str:
        """Return the words for a side effect: the catalogue's, or the patient's own by key."""
        if key in self.effects:
            return self.effects[key].name
        if key in self.red_flags:
            return _(self.red_flags[key].label)
        return own.get(key) or key.replace("_", " ")


@lru_cache(maxsize=1)
def load_side_effects() -> SideEffectCatalogue:
    """Return the shipped catalogue."""
    return read_side_effects(resource_path("side_effects.toml").read_text(encoding="utf-8"))


def read_side_effects(text: str) -> SideEffectCatalogue:
    """Read and check a catalogue of side effects.

    Raises
    ------
    CatalogueError
        Where the file is not what this program can rely on.
    """
    document = tomllib.loads(text)
    effects = tables_by_key("effect", document.get("effect", []), _side_effect)
    red_flags = tables_by_key("red_flag_symptom", document.get("red_flag_symptom", []), _named)
    experiences = tables_by_key("experience", document.get("experience", []), _named)
    if effects.keys() & red_flags.keys():
        raise CatalogueError("red_flag_symptom: a key is also that of an effect")
    for place in ("tile", "gentle"):
        places = sorted(
            position
            for effect in effects.values()
            if (position := getattr(effect, place)) is not None
        )
        if places != list(range(1, len(places) + 1)):
            raise CatalogueError(f"effect: the {place} places do not count from 1")
    return SideEffectCatalogue(effects, red_flags, experiences)


def _side_effect(table: Table) -> SideEffect:
    effect = SideEffect(
        key=table.text("key"),
        label=table.text("label"),
        short=table.text("short", default=""),
        describe=table.text("describe"),
        category=table.text("category"),
        core=table.truth("core"),
        red_flag=table.truth("red_flag"),
        typical_hours=table.list_of("typical_hours", int),
        flag_after_h=table.whole("flag_after_h"),
        tile=table.whole_or_none("tile"),
        gentle=table.whole_or_none("gentle"),
        snomed=table.text("snomed", default=""),
    )
    if effect.category not in CATEGORIES:
        raise CatalogueError(f"{table.path}.category: there is no {effect.category}")
    if effect.tile is not None and not effect.short:
        raise CatalogueError(f"{table.path}.short: a tile needs short words")
    return effect


def _named(table: Table) -> NamedEntry:
    return NamedEntry(
        key=table.text("key"),
        label=table.text("label"),
        snomed=table.text("snomed", default=""),
    )
