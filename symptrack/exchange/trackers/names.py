"""What another tracker's names most likely are here."""

import re
from functools import lru_cache

from symptrack.domain.side_effect import load_side_effects
from symptrack.domain.symptom import BUILT_IN
from symptrack.exchange.trackers.diary import Meaning, Use

_PARTS = re.compile(r"\s*,\s*|\s+or\s+")
# What other trackers call the symptoms that are rated here.
_ALSO = {"sleep quality": "sleep", "energy level": "energy"}


def proposed_rating(name: str) -> Meaning:
    """Return the built-in symptom of that name, or a rating of the patient's own."""
    wanted = name.casefold()
    known = {symptom.label.casefold(): symptom.key for symptom in BUILT_IN} | _ALSO
    return Meaning(Use.RATING, known.get(wanted, ""))


def proposed_side_effect(name: str) -> Meaning:
    """Return the catalogue's side effect of that name, or one of the patient's own."""
    return Meaning(Use.SIDE_EFFECT, _effects_by_name().get(name.casefold(), ""))


@lru_cache(maxsize=1)
def _effects_by_name() -> dict[str, str]:
    """Return the key of each effect by its label, its key and each of a label's words for it."""
    catalogue = load_side_effects()
    named: dict[str, str] = {}
    for effect in catalogue.effects.values():
        for words in (effect.key.replace("_", " "), effect.label, *_PARTS.split(effect.label)):
            named.setdefault(words.casefold(), effect.key)
    return named
