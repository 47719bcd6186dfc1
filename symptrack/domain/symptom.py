"""What is rated from 0 to 10 in a check-in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from symptrack.domain.limits import check_key, check_range, check_text
from symptrack.domain.words import Direction
from symptrack.texts import _, marked

RATING = (0, 10)
LAST_POSITION = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Symptom:
    """A symptom and the words at the ends of its scale.

    ``higher_is`` says which end is the good one; ``position`` is its place in a check-in. What is
    left empty on a built-in symptom is filled by :func:`described`.
    """

    key: str
    label: str = ""
    low: str = ""
    high: str = ""
    higher_is: Direction | None = None
    active: bool = True
    position: int | None = None

    def __post_init__(self) -> None:
        check_key("key", self.key)
        check_text("label", self.label)
        check_text("low", self.low)
        check_text("high", self.high)
        check_range("position", self.position, 0, LAST_POSITION)


BUILT_IN = (
    Symptom(
        key="mood",
        label=marked("Mood"),
        low=marked("worst"),
        high=marked("best"),
        higher_is=Direction.BETTER,
        position=0,
    ),
    Symptom(
        key="anxiety",
        label=marked("Anxiety"),
        low=marked("none"),
        high=marked("worst"),
        higher_is=Direction.WORSE,
        position=1,
    ),
    Symptom(
        key="sleep",
        label=marked("Sleep"),
        low=marked("very poor"),
        high=marked("very good"),
        higher_is=Direction.BETTER,
        active=False,
        position=2,
    ),
    Symptom(
        key="energy",
        label=marked("Energy"),
        low=marked("none"),
        high=marked("plenty"),
        higher_is=Direction.BETTER,
        active=False,
        position=3,
    ),
    Symptom(
        key="pain",
        label=marked("Pain"),
        low=marked("none"),
        high=marked("worst"),
        higher_is=Direction.WORSE,
        active=False,
        position=4,
    ),
)
MOOD = "mood"
BUILT_IN_KEYS = frozenset(symptom.key for symptom in BUILT_IN)


def described(symptom: Symptom) -> Symptom:
    """Return a symptom with nothing left empty, in the reader's language."""
    built_in = next((known for known in BUILT_IN if known.key == symptom.key), None)
    return replace(
        symptom,
        label=symptom.label or (_(built_in.label) if built_in else symptom.key.replace("_", " ")),
        low=symptom.low or (_(built_in.low) if built_in else _("lowest")),
        high=symptom.high or (_(built_in.high) if built_in else _("highest")),
        higher_is=symptom.higher_is or (built_in and built_in.higher_is) or Direction.WORSE,
        position=_position(symptom, built_in),
    )


def known_symptoms(recorded: Iterable[Symptom]) -> tuple[Symptom, ...]:
    """Return every symptom there is to rate, built in or the patient's own, described, in order."""
    by_key = {symptom.key: symptom for symptom in BUILT_IN}
    by_key.update((symptom.key, symptom) for symptom in recorded)
    return tuple(
        sorted(
            (described(symptom) for symptom in by_key.values()),
            key=lambda symptom: (symptom.position or 0, symptom.key),
        )
    )


def active_symptoms(recorded: Iterable[Symptom]) -> tuple[Symptom, ...]:
    """Return what a check-in asks, in order: mood always comes first."""
    asked = [symptom for symptom in known_symptoms(recorded) if symptom.active]
    return tuple(sorted(asked, key=lambda symptom: symptom.key != MOOD))


def _position(symptom: Symptom, built_in: Symptom | None) -> int:
    if symptom.position is not None:
        return symptom.position
    if built_in is not None and built_in.position is not None:
        return built_in.position
    return LAST_POSITION
