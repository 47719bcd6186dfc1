"""A copy of the journal in one file for elsewhere, and the code that opens it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from symptrack.formatting import format_day_year
from symptrack.presenters.recovery_sheet import RecoverySheet
from symptrack.storage.store import Store
from symptrack.texts import _


@dataclass(frozen=True, slots=True)
class SavedCopy:
    """A copy kept elsewhere and the recovery code that opens it, which is kept nowhere.

    The code is empty where the secrets of a protected journal open the copy.
    """

    file: Path
    code: str


class CopyElsewhere:
    """Makes such copies; ``save`` takes a moment and is for the thread beside the window.

    Parameters
    ----------
    now
        The clock: an aware instant.
    """

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def proposed_name(self) -> str:
        """Return a file name for a copy, which says nothing of the patient."""
        return f"journal-{self._now().date().isoformat()}.symptrack"

    def about(self) -> str:
        """Say what such a copy is, and what opens it."""
        if self._store.protected:
            return _(
                "One encrypted file, for a stick or another computer. Your passphrase or your "
                "recovery code opens it."
            )
        return _(
            "One encrypted file, for a stick or another computer. It is opened by a recovery "
            "code, which is shown once."
        )

    def save(self, file: Path) -> SavedCopy:
        """Write a copy, then read it back from where it was put.

        Raises
        ------
        SymptrackError
            Where it cannot be written, or not read back.
        """
        from symptrack.exchange.atomic_file import write_chosen
        from symptrack.storage.copies import content_of
        from symptrack.storage.elsewhere import ENDING, copy_for_elsewhere
        from symptrack.storage.recovery_code import new_code

        code = "" if self._store.protected else new_code()
        file = write_chosen(file, copy_for_elsewhere(self._store, code), ENDING)
        content_of(self._store.paths, file, code, opener=self._store.opener)
        return SavedCopy(file, code)

    def sheet(self, saved: SavedCopy) -> RecoverySheet:
        """Return the recovery code with the words that make it of use in some years."""
        return RecoverySheet(
            title=_("Symptrack: recovery code"),
            code=saved.code,
            keep=_("Keep it apart from the copy."),
            lines=(
                _("It opens the copy {name} of {day}, and nothing else.").format(
                    name=saved.file.name, day=format_day_year(self._now().date())
                ),
                _("Without it, nobody can open that copy. Keep it apart from the copy."),
                _(
                    "To use it: install Symptrack and choose “Move a journal here” at the first "
                    "start, or later Settings, Backups, “Choose a copy”."
                ),
            ),
        )
