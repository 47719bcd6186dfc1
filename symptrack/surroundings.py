"""What the front door knows of the computer and its user, and gives to all below it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

JOURNAL_NAME = "symptrack.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the front door knows and gives to the commands and the window.

    ``now`` returns an aware instant in the computer's zone, ``time_zone`` that zone's IANA name.
    ``open_window`` opens the app on a journal and returns the exit status.
    """

    now: Callable[[], datetime]
    time_zone: Callable[[], str]
    data_dir: Path
    config_dir: Path
    log_dir: Path
    open_window: Callable[[Path, "Surroundings"], int]

    @property
    def log_file(self) -> Path:
        """Return where unexpected errors are noted."""
        return self.log_dir / "symptrack.log"
