"""The locked window: what it says, and who it lets in.

A wrong passphrase makes the next try wait, for longer each time, up to half a minute; it never
locks anybody out for good, and never changes a file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from symptrack.domain.errors import JournalLocked, RefusedRequest
from symptrack.presenters.protection import Wanted
from symptrack.storage.openers import Opener, with_passphrase, with_recovery_code
from symptrack.storage.opening import locked
from symptrack.storage.protecting import WaysIn
from symptrack.texts import _, ngettext

FREE_TRIES, LONGEST_WAIT_S = 3, 30


class LockReason(StrEnum):
    """Why the window is locked."""

    START = "start"
    ASKED = "asked"
    AWAY = "away"


@dataclass(frozen=True, slots=True, kw_only=True)
class LockDoors:
    """What the one who holds the journal does for the lock; all but the first beside the window.

    ``unlock`` opens the journal at a path with an opener, or raises as opening it does; ``lock``
    makes the backup that is due, closes the journal and forgets its key; ``protect`` changes what
    protects a journal that is not open, and returns a sentence.
    """

    ways_in: Callable[[Path], WaysIn]
    unlock: Callable[[Path, Opener], None]
    lock: Callable[[], None]
    protect: Callable[[Path, Wanted], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LockView:
    """What the page shows; ``forgotten`` is behind *I forgot my passphrase*."""

    title: str
    sentence: str
    forgotten: str
    by_code: bool


class LockPresenter:
    """Decides on each try to unlock the journal at a path.

    Parameters
    ----------
    milliseconds
        A clock that only goes forward.
    """

    def __init__(self, path: Path, doors: LockDoors, milliseconds: Callable[[], float]) -> None:
        self._path, self._doors, self._milliseconds = path, doors, milliseconds
        self._wrong = 0
        self._next_at_ms = 0.0

    def view(self, reason: LockReason, *, after_min: int = 0) -> LockView:
        """Return the page; ``after_min`` is how long nobody was there, where that locked it."""
        return LockView(
            title=_("Symptrack is locked"),
            sentence=_sentence(reason, after_min),
            forgotten=_(
                "Your recovery code opens the journal as well: seven groups of four letters and "
                "digits, on the sheet that you printed or saved. Without passphrase and code "
                "nobody can open it, not even those who made Symptrack. Nothing is deleted here, "
                "however often you try."
            ),
            by_code=self._doors.ways_in(self._path).recovery_code,
        )

    def unlock(self, *, passphrase: str = "", code: str = "") -> None:
        """Open the journal with one of the two; called in a worker's thread.

        Raises
        ------
        RefusedRequest
            Where nothing was typed, it is not the right one, or it is too soon after wrong ones.
        JournalUnavailable
            Where it is the right one, but the journal cannot be opened.
        """
        wait_s = self._wait_s()
        if wait_s:
            raise RefusedRequest(
                ngettext(
                    "Please wait {seconds} second, then try again.",
                    "Please wait {seconds} seconds, then try again.",
                    wait_s,
                ).format(seconds=wait_s)
            )
        if not (passphrase or code):
            raise RefusedRequest(_("Type the passphrase first."))
        opener = with_passphrase(passphrase) if passphrase else with_recovery_code(code)
        try:
            self._doors.unlock(self._path, opener)
        except JournalLocked:
            self._note_wrong()
            raise RefusedRequest(_not_this_one(by_code=not passphrase)) from None
        self._wrong = 0

    def _wait_s(self) -> int:
        left_ms = self._next_at_ms - self._milliseconds()
        return max(0, -int(-left_ms // 1000))

    def _note_wrong(self) -> None:
        self._wrong += 1
        if self._wrong >= FREE_TRIES:
            wait_s = min(2 ** (self._wrong - FREE_TRIES + 1), LONGEST_WAIT_S)
            self._next_at_ms = self._milliseconds() + 1000 * wait_s


def _sentence(reason: LockReason, after_min: int) -> str:
    if reason is LockReason.START:
        return _("Your passphrase opens your journal.")
    if reason is LockReason.ASKED:
        return _("Nothing was lost. Your passphrase opens it where you were.")
    return ngettext(
        "Locked after {minutes} minute away. Nothing was lost.",
        "Locked after {minutes} minutes away. Nothing was lost.",
        after_min,
    ).format(minutes=after_min)


def _not_this_one(*, by_code: bool) -> str:
    if by_code:
        return _("This recovery code belongs to another journal. Nothing was changed.")
    return _("This passphrase does not open the journal. Nothing was changed.")


def locked_words() -> str:
    """Say that it takes a secret to open the journal."""
    return locked()
