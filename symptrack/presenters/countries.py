"""The countries to choose help lines from."""

from dataclasses import dataclass

from symptrack.domain.help_lines import HelpLines
from symptrack.texts import _

ELSEWHERE = "ZZ"
"""ISO 3166's code for a country that is not named: no help lines are known for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country to choose; ``code`` is its ISO 3166 code."""

    code: str
    name: str


def countries(lines: HelpLines) -> tuple[Country, ...]:
    """Return the countries with help lines, and *another country* at the end."""
    known = [Country(code=place.country, name=place.name) for place in lines.places]
    return (*known, Country(code=ELSEWHERE, name=_("Another country")))


def listed_country(lines: HelpLines, code: str) -> str:
    """Return the code of the entry that serves a country, or that of *another country*."""
    place = lines.place(code)
    return place.country if place else ELSEWHERE
