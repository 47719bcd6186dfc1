"""Scales whose totals a clinic gives, as ``resources/instruments.toml`` proposes them."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from symptrack.domain.catalogue_reading import Table, tables_by_key
from symptrack.domain.words import Direction
from symptrack.resources import resource_path


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicScale:
    """A scale by its name, with its range and which end of it is the good one."""

    name: str
    low: float | None
    high: float | None
    higher_is: Direction | None


@lru_cache(maxsize=1)
def load_clinic_scales() -> tuple[ClinicScale, ...]:
    """Return the proposed scales in the order of the file; sources stand there."""
    document = tomllib.loads(resource_path("instruments.toml").read_text(encoding="utf-8"))
    return tuple(tables_by_key("clinic_scale", document["clinic_scale"], _scale).values())


def _scale(table: Table) -> ClinicScale:
    return ClinicScale(
        name=table.text("name"),
        low=table.whole("min"),
        high=table.whole("max"),
        higher_is=Direction(table.text("higher_is")),
    )
