"""The time as the computer tells it, given from the front door."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """Where *now* and the computer's time zone come from.

    ``now`` returns an aware instant in the computer's zone; ``time_zone`` its IANA name.
    """

    now: Callable[[], datetime]
    time_zone: Callable[[], str]
