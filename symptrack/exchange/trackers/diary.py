"""A diary out of another tracker's file, before anyone has said what its words mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from symptrack.domain.symptom import RATING
from symptrack.domain.words import Severity, Source

SEVERITY = (Severity.NONE, Severity.SEVERE)


class Use(StrEnum):
    """What a name of another tracker becomes."""

    RATING = "rating"
    SIDE_EFFECT = "side_effect"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name becomes, and as what it is known here; without a key, as the patient's own."""

    use: Use
    key: str = ""


@dataclass(frozen=True, slots=True)
class Rated:
    """A named thing with a whole number on a scale, both ends included."""

    name: str
    value: int
    scale: tuple[int, int] = RATING

    @property
    def exact(self) -> bool:
        """Whether the number was one from 0 to 10, so that it counts like any other rating."""
        return self.scale == RATING

    @property
    def rating(self) -> int:
        """Return it from 0 to 10; another scale is spread evenly, halves up (our definition)."""
        low, high = self.scale
        return ((self.value - low) * 20 + (high - low)) // (2 * (high - low))

    @property
    def severity(self) -> int | None:
        """Return how strong a side effect was, where that is what the number says."""
        return self.value if self.scale == SEVERITY else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryEntry:
    """What a diary says of one time.

    Parameters
    ----------
    line
        Where it begins in the file, from 1; in a backup, which entry it is.
    when
        The wall clock's time; with an offset only where the file holds one.
    block
        The part of a day that stands for a time; with ``when`` it says which entry this is.
    mood
        A number from 0 to 10, or ``None``; else ``mood_word`` may hold a word for it, and
        ``mood_group`` the tracker's own word for what is as good.
    activities
        Names without a number: done, felt or had.
    """

    line: int
    when: datetime
    time_known: bool = True
    block: str = ""
    mood: int | None = None
    mood_word: str = ""
    mood_group: str = ""
    rated: tuple[Rated, ...] = ()
    activities: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that does not come in: where it begins, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """All that a file says.

    ``proposed`` holds, for what is rated, what it most likely is; ``unplaced`` names the columns
    that Symptrack has no place for and that hold something.
    """

    source: Source
    entries: tuple[DiaryEntry, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unplaced: tuple[str, ...] = ()
    proposed: Mapping[str, Meaning] = field(default_factory=dict)

    @property
    def needs_time_zone(self) -> bool:
        """Whether some time in it has no offset of its own."""
        return any(entry.when.tzinfo is None for entry in self.entries)
