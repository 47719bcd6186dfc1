"""Looking a journal over."""

from dataclasses import dataclass
from enum import StrEnum


class CheckName(StrEnum):
    """What is looked over."""

    STRUCTURE = "structure"
    ENCRYPTION = "encryption"
    REFERENCES = "references"
    KEYS = "keys"


@dataclass(frozen=True, slots=True)
class Problem:
    """One check that failed, and in how many places."""

    check: CheckName
    places: int
