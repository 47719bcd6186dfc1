"""How the program looks and which country's help lines it shows: no health data, a plain file."""

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from symptrack.domain.errors import RefusedRequest
from symptrack.exchange.atomic_file import write_whole
from symptrack.texts import _

TEXT_SIZES = (100, 125, 150, 175, 200)
"""The text sizes to choose from, in per cent."""


class ThemeChoice(StrEnum):
    """Which theme the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What lies in the preferences file; ``country`` is an ISO 3166 code or empty.

    ``notifications`` is whether the program may say that something is waiting; ``warned_of`` the
    last folder of a journal that was warned of.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_size: int = 100
    country: str = ""
    language: str = "en"
    notifications: bool = True
    warned_of: str = ""


class PreferencesFile:
    """The preferences on disk.

    A file that cannot be read is never overwritten: it is moved aside when something is saved.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unreadable = False
        self._current = self._read()

    @property
    def current(self) -> Preferences:
        """Return what is chosen now."""
        return self._current

    @property
    def files(self) -> tuple[Path, ...]:
        """Return where they lie, and where a file that could not be read was moved."""
        return (self._path, self._path.with_suffix(".unreadable"))

    def read_again(self) -> None:
        """Read what lies there now; nothing is chosen where the file is gone."""
        self._unreadable = False
        self._current = self._read()

    def change(self, **changes: Any) -> Preferences:
        """Change some preferences and save them.

        Raises
        ------
        SymptrackError
            Where the file cannot be written; the choice then holds until the program ends.
        """
        self._current = replace(self._current, **changes)
        try:
            if self._unreadable:
                self._path.replace(self.files[1])
                self._unreadable = False
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise RefusedRequest(
                _("Your choice holds for now, but it could not be kept for the next start.")
            ) from None
        content = {
            "theme": self._current.theme.value,
            "text_size": self._current.text_size,
            "country": self._current.country,
            "language": self._current.language,
            "notifications": self._current.notifications,
            "warned_of": self._current.warned_of,
        }
        write_whole(self._path, json.dumps(content, indent=1).encode(), replace=True)
        return self._current

    def _read(self) -> Preferences:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
            return _preferences(content)
        except FileNotFoundError:
            return Preferences()
        except (OSError, ValueError, KeyError, TypeError):
            self._unreadable = True
            return Preferences()


def _preferences(content: dict[str, Any]) -> Preferences:
    text_size = int(content["text_size"])
    return Preferences(
        theme=ThemeChoice(content["theme"]),
        text_size=text_size if text_size in TEXT_SIZES else TEXT_SIZES[0],
        country=str(content["country"]),
        language=str(content["language"]),
        notifications=bool(content.get("notifications", True)),
        warned_of=str(content.get("warned_of", "")),
    )
