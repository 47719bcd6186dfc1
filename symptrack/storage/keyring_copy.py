"""The copy of a data key in this computer's keyring: the journal opens by itself there.

A convenience, never the only way in: keys that lay only in a keyring have been lost with it. Where
there is no keyring, or it fails, the passphrase opens the journal as it does elsewhere.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

from symptrack.domain.errors import RefusedRequest
from symptrack.storage.data_key import DATA_KEY
from symptrack.storage.held_key import HeldKey
from symptrack.texts import _

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Symptrack"
_OF_THE_SYSTEM = "keyring.backends."
"""Where the system's own keyrings are; others may keep secrets in a plain file."""


def keyring_of_this_computer() -> "KeyringBackend | None":
    """Return the keyring of the system; ``None`` where there is none, as on a bare server."""
    import keyring

    backend = keyring.get_keyring()
    of_the_system = type(backend).__module__.startswith(_OF_THE_SYSTEM)
    return backend if of_the_system and backend.priority >= 1 else None


def from_keyring(held: HeldKey) -> str | None:
    """Open a key with its copy in the keyring; an opener."""
    if not held.keyring:
        return held.readable
    with suppress(Exception):  # whatever a desktop's keyring does, there is the passphrase
        backend = keyring_of_this_computer()
        key = backend.get_password(SERVICE, held.fingerprint) if backend else None
        if key is not None and DATA_KEY.fullmatch(key) and held.is_of(key):
            return key
    return None


def keep_in_keyring(held: HeldKey, key: str) -> None:
    """Keep a copy of a key in the keyring.

    Raises
    ------
    RefusedRequest
        Where there is no keyring, or it does not take the key.
    """
    try:
        backend = keyring_of_this_computer()
        if backend is not None:
            backend.set_password(SERVICE, held.fingerprint, key)
            if backend.get_password(SERVICE, held.fingerprint) == key:
                return
    except Exception as error:
        raise RefusedRequest(_no_keyring()) from error
    raise RefusedRequest(_no_keyring())


def remove_from_keyring(held: HeldKey) -> None:
    """Take a copy out of the keyring; one that is not there is no error."""
    with suppress(Exception):
        backend = keyring_of_this_computer()
        if backend is not None:
            backend.delete_password(SERVICE, held.fingerprint)


def _no_keyring() -> str:
    return _(
        "This computer has no keyring that keeps the key, so the journal goes on asking for its "
        "passphrase."
    )
