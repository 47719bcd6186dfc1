"""The settings' part on the lock: what protects the journal now, and when it locks by itself."""

from dataclasses import dataclass, replace

from symptrack.presenters.protection import Change
from symptrack.storage.protecting import ways_in
from symptrack.storage.store import Store
from symptrack.texts import _, ngettext

MINUTES = (5, 15, 30, 60, 0)


@dataclass(frozen=True, slots=True)
class MinutesChoice:
    """How long nobody may be there before it locks; 0 minutes for never."""

    minutes: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LockChoicesView:
    """``does`` and ``does_not`` say what the present protection is good for.

    ``changes`` are what can be done, with the words for each; ``keyring`` is whether the journal
    opens by itself on this computer, ``None`` where no passphrase protects it.
    """

    protected: bool
    title: str
    does: str
    does_not: str
    changes: tuple[tuple[Change, str], ...]
    keyring: bool | None
    after: tuple[MinutesChoice, ...]
    after_min: int


class LockChoices:
    """Tells what protects an open journal, and keeps when it locks."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def view(self) -> LockChoicesView:
        """Return the part as things stand."""
        after_min = self._store.settings().lock.after_min
        minutes = MINUTES if after_min in MINUTES else (after_min, *MINUTES)
        after = tuple(MinutesChoice(one, _after_words(one)) for one in minutes)
        if not self._store.protected:
            return LockChoicesView(
                protected=False,
                title=_("Nothing protects your journal on this computer"),
                does=_(
                    "It is encrypted, which finds every damaged part, but the key lies beside it."
                ),
                does_not=_(
                    "Whoever can use your account, or has a copy of its files, can read it. "
                    "A passphrase keeps them out."
                ),
                changes=((Change.SET, _("Set a passphrase")),),
                keyring=None,
                after=after,
                after_min=after_min,
            )
        return LockChoicesView(
            protected=True,
            title=_("A passphrase protects your journal"),
            does=_(
                "Nobody can read the journal, its backups or copies of their files without the "
                "passphrase or the recovery code."
            ),
            does_not=_(
                "It does not protect what you save from it yourself, nor an open journal from "
                "who sits at this computer, nor a computer that somebody else has taken over."
            ),
            changes=(
                (Change.RENEW, _("Change the passphrase")),
                (Change.CODE, _("Make a new recovery code")),
                (Change.REMOVE, _("Remove the passphrase")),
            ),
            keyring=ways_in(self._store.paths).keyring,
            after=after,
            after_min=after_min,
        )

    def lock_after(self, minutes: int) -> None:
        """Lock when nobody was there for so many minutes; 0 for never."""
        settings = self._store.settings()
        lock = replace(settings.lock, after_min=minutes)
        self._store.save_settings(replace(settings, lock=lock))


def _after_words(minutes: int) -> str:
    if minutes == 0:
        return _("Never by itself")
    return ngettext("After {minutes} minute", "After {minutes} minutes", minutes).format(
        minutes=minutes
    )
