"""What the patient has typed and not yet saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

JSON = str | int | float | bool | None | list["JSON"] | dict[str, "JSON"]


@dataclass(frozen=True, slots=True)
class Draft:
    """The unfinished content of a form, by the form's name."""

    name: str
    saved_at: datetime
    content: Mapping[str, JSON]
