"""The page that a recovery code is kept on, and the two groups that are typed back from it."""

import random
from dataclasses import dataclass
from pathlib import Path

from symptrack.texts import _

TEXT, PDF = ".txt", ".pdf"
ASKED = 2
"""How many groups are typed back."""
FORGOTTEN_AFTER_S = 60
"""How long a copied code stays on the clipboard."""
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on the page: plain text, the code in groups; ``keep`` says where it is safe."""

    title: str
    code: str
    keep: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return the page as a plain text."""
        return "\n".join((self.title, "", self.code, "", *self.lines)) + "\n"


def write_sheet(sheet: RecoverySheet, file: Path, pdf: bytes) -> None:
    """Write the page where it was chosen: a text where the name says so, else the PDF given.

    Raises
    ------
    RefusedRequest
        Where it cannot be written.
    """
    from symptrack.exchange.atomic_file import write_chosen

    if file.suffix.lower() == TEXT:
        write_chosen(file, sheet.text.encode(), TEXT)
    else:
        write_chosen(file, pdf, PDF)


class TypedBack:
    """Asks for two groups of a code, so that who goes on is known to have it.

    Parameters
    ----------
    chance
        Chooses the groups.
    """

    def __init__(self, code: str, chance: random.Random) -> None:
        self._groups = code.split("-")
        self.places = tuple(sorted(chance.sample(range(len(self._groups)), ASKED)))

    def name(self, place: int) -> str:
        """Return what a field is called that asks for a group."""
        return _("Group {number} of {count}").format(number=place + 1, count=len(self._groups))

    def refusal(self, place: int, typed: str) -> str:
        """Return a sentence where a group is not as it stands; nothing where it is.

        Any case will do, and letters that look like digits count as those.
        """
        letters = "".join(typed.upper().split()).strip("-").translate(_ALIKE)
        if letters == self._groups[place]:
            return ""
        return _("This is not what stands there. Look at group {number} once more.").format(
            number=place + 1
        )
