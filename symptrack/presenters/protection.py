"""What protects the journal: setting it up, changing it, taking it away, in plain words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from symptrack.domain.errors import InvalidValue, JournalLocked, RefusedRequest
from symptrack.presenters.recovery_sheet import RecoverySheet
from symptrack.storage.held_key import HeldKey, readable_key
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.keys import opened_with, read_keys
from symptrack.storage.openers import Opener, with_either, with_passphrase
from symptrack.storage.protecting import WaysIn, change_data_key, change_secrets, ways_in
from symptrack.storage.protection import (
    Secrets,
    check_passphrase,
    wrapped_code,
    wrapped_passphrase,
)
from symptrack.storage.recovery_code import new_code
from symptrack.texts import _


class Change(StrEnum):
    """What can be done about the protection."""

    SET = "set"
    RENEW = "renew"
    CODE = "code"
    REMOVE = "remove"
    KEYRING_ON = "keyring_on"
    KEYRING_OFF = "keyring_off"


NEEDS_CURRENT = {Change.RENEW, Change.CODE, Change.REMOVE}
NEEDS_NEW = {Change.SET, Change.RENEW}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A change that is wanted; what it does not need is empty.

    ``new_key`` is for a new passphrase where somebody may know the old one: then journal and
    backups are encrypted anew, and ``code`` is a new recovery code.
    """

    change: Change
    current: str = ""
    passphrase: str = ""
    code: str = ""
    new_key: bool = False

    @property
    def needs_code(self) -> bool:
        """Whether it comes with a new recovery code."""
        return self.change in {Change.SET, Change.CODE} or self.new_key


class ProtectionPresenter:
    """Asks for what a change needs; nothing happens before :meth:`wanted` is carried out."""

    def __init__(self, journal: Path, change: Change) -> None:
        self._paths = JournalPaths(journal)
        self._wanted = Wanted(change=change)
        self.code = new_code()

    @property
    def change(self) -> Change:
        """Return what is to be done."""
        return self._wanted.change

    @property
    def wanted(self) -> Wanted:
        """Return the change as far as it was given."""
        return self._wanted

    @property
    def title(self) -> str:
        """Return what the page is called."""
        titles = {
            Change.SET: _("Set a passphrase"),
            Change.RENEW: _("Change the passphrase"),
            Change.CODE: _("Make a new recovery code"),
            Change.REMOVE: _("Remove the passphrase"),
        }
        return titles[self.change]

    def give_current(self, typed: str) -> None:
        """Take the present passphrase, or the recovery code; called in a worker's thread.

        Raises
        ------
        RefusedRequest
            Where it is not the one.
        """
        held = [one for one in read_keys(self._paths).candidates if one.protected]
        if not opened_with(with_either(typed), held):
            raise RefusedRequest(_wrong())
        self._wanted = replace(self._wanted, current=typed)

    def give_new(self, passphrase: str, again: str, *, new_key: bool = False) -> None:
        """Take a new passphrase, typed twice.

        Raises
        ------
        InvalidValue
            Where it is too short, or the two differ; ``field`` is ``passphrase`` or ``again``.
        """
        check_passphrase(passphrase)
        if passphrase != again:
            raise InvalidValue("again", _("it is not the same as above; type both once more"))
        self._wanted = replace(self._wanted, passphrase=passphrase, new_key=new_key)

    def sheet(self) -> RecoverySheet:
        """Return the page that the recovery code is kept on."""
        return RecoverySheet(
            title=_("Symptrack: recovery code"),
            code=self.code,
            keep=_("Keep it away from this computer."),
            lines=(
                _("It opens your journal and its backups where the passphrase is forgotten."),
                _("Whoever has this page and the journal’s files can read the journal."),
                _("Keep it where you keep other papers that matter, not beside the computer."),
                _("To use it: start Symptrack and choose “I forgot my passphrase”."),
            ),
        )

    def take_code(self) -> None:
        """Take the recovery code for one that the patient has: it was typed back."""
        self._wanted = replace(self._wanted, code=self.code)


class Protection:
    """Carries out a change on a journal that is not open.

    Parameters
    ----------
    opener
        What opens the journal without asking, as it was open until just now.
    """

    def __init__(self, journal: Path, now: Callable[[], datetime], opener: Opener) -> None:
        self._paths, self._now, self._opener = JournalPaths(journal), now, opener

    def carry_out(self, wanted: Wanted) -> str:
        """Do it, and return a sentence about it; called in a worker's thread.

        Raises
        ------
        SymptrackError
            Where it could not be done.
        """
        try:
            return _DONE[wanted.change](self, wanted)
        except JournalLocked:
            raise RefusedRequest(_wrong()) from None

    def opener_after(self, wanted: Wanted) -> Opener:
        """Return what opens the journal after a change that came with a passphrase."""
        return with_passphrase(wanted.passphrase) if wanted.passphrase else self._opener

    def _set(self, wanted: Wanted) -> str:
        secrets = Secrets(wanted.passphrase, wanted.code)
        change_data_key(self._paths, opener=self._opener, secrets=secrets, now=self._now)
        return _(
            "Your journal and its backups now open with your passphrase or your recovery code only."
        )

    def _change_passphrase(self, wanted: Wanted) -> str:
        opener = with_either(wanted.current)
        if wanted.new_key:
            secrets = Secrets(wanted.passphrase, wanted.code)
            former = read_keys(self._paths).candidates
            change_data_key(self._paths, opener=opener, secrets=secrets, now=self._now)
            _forget(former)
            return _(
                "The new passphrase and the new recovery code open your journal and its backups. "
                "The old ones open nothing here any more."
            )
        self._hold(
            opener,
            lambda key, held: replace(held, passphrase=wrapped_passphrase(key, wanted.passphrase)),
        )
        return _("The new passphrase opens your journal and its backups; the old one does not.")

    def _change_code(self, wanted: Wanted) -> str:
        self._hold(
            with_either(wanted.current),
            lambda key, held: replace(held, recovery_code=wrapped_code(key, wanted.code)),
        )
        return _("The new recovery code opens your journal and its backups; the old one does not.")

    def _remove(self, wanted: Wanted) -> str:
        former = read_keys(self._paths).candidates
        self._hold(with_either(wanted.current), lambda key, _held: readable_key(key))
        _forget(former)
        return _("Your journal opens without a passphrase. Whoever uses this account can read it.")

    def _keep_in_keyring(self, _wanted: Wanted) -> str:
        from symptrack.storage.keyring_copy import keep_in_keyring

        def kept(key: str, held: HeldKey) -> HeldKey:
            keep_in_keyring(held, key)
            return replace(held, keyring=True)

        self._hold(self._opener, kept)
        return _(
            "Your journal opens by itself for whoever is logged in to this account. The passphrase "
            "still opens it everywhere else."
        )

    def _leave_keyring(self, _wanted: Wanted) -> str:
        from symptrack.storage.keyring_copy import remove_from_keyring

        def left(_key: str, held: HeldKey) -> HeldKey:
            remove_from_keyring(held)
            return replace(held, keyring=False)

        self._hold(self._opener, left)
        return _("Your journal asks for its passphrase again on this computer.")

    def _hold(self, opener: Opener, held_anew: Callable[[str, HeldKey], HeldKey]) -> None:
        change_secrets(self._paths, opener=opener, now=self._now, held_anew=held_anew)


_DONE: dict[Change, Callable[[Protection, Wanted], str]] = {
    Change.SET: Protection._set,
    Change.RENEW: Protection._change_passphrase,
    Change.CODE: Protection._change_code,
    Change.REMOVE: Protection._remove,
    Change.KEYRING_ON: Protection._keep_in_keyring,
    Change.KEYRING_OFF: Protection._leave_keyring,
}


def current_words(change: Change) -> str:
    """Say what the change comes to, before the present passphrase is asked for."""
    if change is Change.REMOVE:
        return _(
            "Without a passphrase whoever can use your account on this computer can read the "
            "journal. Nothing you wrote is lost."
        )
    if change is Change.CODE:
        return _("The new code takes the place of the old one, which opens nothing any more.")
    return _("First the passphrase that you use now. The recovery code will do as well.")


def keeps_out_words() -> tuple[str, ...]:
    """Say what a passphrase is good for, and what not."""
    return (
        _(
            "It keeps out whoever shares this computer or gets hold of its files: journal and "
            "backups are encrypted anew under a key that only your passphrase gives."
        ),
        _(
            "It does not protect files that you save from Symptrack, nor copies of the journal "
            "that were made before and lie somewhere else."
        ),
        _("Nobody can open the journal without it. So there is a recovery code as well."),
    )


def code_words() -> str:
    """Say what the recovery code is for."""
    return _(
        "This code opens your journal where the passphrase is forgotten. It is shown only now and "
        "kept nowhere. Print it or write it down, and keep it away from this computer."
    )


def protection_ways(journal: Path) -> WaysIn:
    """Return what opens the journal at a path."""
    return ways_in(JournalPaths(journal))


def _forget(former: Sequence[HeldKey]) -> None:
    """Take out of the keyring what opens nothing any more, or needs no keyring."""
    from symptrack.storage.keyring_copy import remove_from_keyring

    for held in former:
        if held.keyring:
            remove_from_keyring(held)


def _wrong() -> str:
    return _("This does not open the journal. Nothing was changed.")
