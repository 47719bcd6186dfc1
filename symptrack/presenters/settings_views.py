"""What the settings page shows, ready to be put into its fields."""

from dataclasses import dataclass

from symptrack.domain.words import Direction
from symptrack.presenters.countries import Country
from symptrack.presenters.follow_up_times import FollowUpsView


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpNumbersView:
    """Whose numbers are shown: the country's, where the patient has not entered their own.

    ``country`` is the code of the entry in ``countries`` that serves; ``emergency`` is the number
    of that country, empty where none is known; ``own`` whether there is something to reset.
    """

    countries: tuple[Country, ...]
    country: str
    emergency: str
    crisis: str
    checked: str
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedRow:
    """A symptom that can be rated; ``always`` is one that cannot be switched off."""

    key: str
    name: str
    words: str
    active: bool
    always: bool
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedSymptom:
    """An own symptom as typed; ``higher_is`` is ``None`` until it was chosen."""

    label: str = ""
    low: str = ""
    high: str = ""
    higher_is: Direction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEffectRow:
    """A side effect that the patient added."""

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsView:
    """The whole page; ``typed`` holds the words of each field by its name.

    ``notifications`` is whether the program may say outside of the window that something waits.
    """

    typed: dict[str, str]
    help_numbers: HelpNumbersView
    rated: tuple[RatedRow, ...]
    effects: tuple[OwnEffectRow, ...]
    follow_ups: FollowUpsView
    notifications: bool
