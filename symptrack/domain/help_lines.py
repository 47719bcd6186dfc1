"""Emergency numbers and crisis lines by country (``resources/help_lines.toml``)."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from symptrack.domain.catalogue_reading import CatalogueError, Table
from symptrack.resources import resource_path

EUROPE = "EU"
EUROPEAN_UNION = frozenset([
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE",
    "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
])  # fmt: skip
"""Where 112 is the emergency number (Directive (EU) 2018/1972, article 109)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisLine:
    """A crisis line: a number to call, words to text, or both."""

    name: str
    call: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPlace:
    """A country's emergency number and crisis lines.

    ``verified`` is false where the number was not read in a dated source.
    """

    country: str
    name: str
    emergency: str
    crisis: tuple[CrisisLine, ...]
    verified: bool


@dataclass(frozen=True, slots=True)
class HelpLines:
    """All places, and the day their numbers were last checked."""

    checked_on: date
    places: tuple[HelpPlace, ...]

    def place(self, country: str) -> HelpPlace | None:
        """Return a country's lines by its ISO 3166 code, or ``None``.

        The European emergency number serves the members of the Union that have no entry.
        """
        known = {place.country: place for place in self.places}
        code = country.upper()
        return known.get(code) or (known.get(EUROPE) if code in EUROPEAN_UNION else None)


@lru_cache(maxsize=1)
def load_help_lines() -> HelpLines:
    """Return the shipped help lines."""
    return read_help_lines(resource_path("help_lines.toml").read_text(encoding="utf-8"))


def read_help_lines(text: str) -> HelpLines:
    """Read and check the help lines.

    Raises
    ------
    CatalogueError
        Where the file is not what this program can rely on.
    """
    document = tomllib.loads(text)
    checked_on = document.get("checked_on")
    if type(checked_on) is not date:
        raise CatalogueError("checked_on: not a date")
    tables = Table("help_lines", document).tables("place")
    places = tuple(_place(table) for table in tables)
    if len({place.country for place in places}) != len(places):
        raise CatalogueError("place: a country stands there twice")
    return HelpLines(checked_on, places)


def _place(table: Table) -> HelpPlace:
    crisis = tuple(
        CrisisLine(
            name=line.text("name"),
            call=line.text("call", default=""),
            text=line.text("text", default=""),
        )
        for line in table.tables("crisis")
    )
    if not crisis or not all(line.call or line.text for line in crisis):
        raise CatalogueError(f"{table.path}.crisis: a line needs a number or words to text")
    return HelpPlace(
        country=table.text("country"),
        name=table.text("name"),
        emergency=table.text("emergency"),
        crisis=crisis,
        verified=table.truth("verified"),
    )
