"""A data key as a keys file holds it: readable, or wrapped by each of the secrets that open it.

It is moved about as a whole: the same value lies beside the journal, in the backups folder, and
beside each backup that the key opens.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from symptrack.storage.data_key import DATA_KEY, FINGERPRINT_DIGITS, fingerprint_of

if TYPE_CHECKING:
    from symptrack.storage.key_wrapping import WrappedKey

_FINGERPRINT = re.compile(rf"[0-9a-f]{{{FINGERPRINT_DIGITS}}}", re.ASCII)
_NAMES = {"fingerprint", "readable", "passphrase", "recovery_code", "keyring"}


@dataclass(frozen=True, slots=True)
class HeldKey:
    """What one keys file says of one data key.

    ``fingerprint`` tells which key it is. ``readable`` is the key itself, where nothing protects
    it; else ``passphrase`` and ``recovery_code`` hold it wrapped. ``keyring`` says that this
    computer's keyring holds a copy of it, for convenience only.
    """

    fingerprint: str
    readable: str | None = None
    passphrase: "WrappedKey | None" = None
    recovery_code: "WrappedKey | None" = None
    keyring: bool = False

    @property
    def protected(self) -> bool:
        """Whether it takes a secret to have the key."""
        return self.readable is None

    def is_of(self, key: str) -> bool:
        """Whether this is what a keys file says of ``key``."""
        return self.fingerprint == fingerprint_of(key)

    def as_plain(self) -> dict[str, Any]:
        """Return it as it stands in a file."""
        plain: dict[str, Any] = {"fingerprint": self.fingerprint}
        if self.readable is not None:
            plain["readable"] = self.readable
        if self.passphrase is not None:
            plain["passphrase"] = self.passphrase.as_plain()
        if self.recovery_code is not None:
            plain["recovery_code"] = self.recovery_code.as_plain()
        if self.keyring:
            plain["keyring"] = True
        return plain

    @classmethod
    def from_plain(cls, plain: Any) -> "HeldKey":
        """Read it from a file.

        Raises
        ------
        ValueError
            Where it is not exactly such a thing, or the key is another one than it says.
        """
        if not isinstance(plain, dict) or not plain.keys() <= _NAMES:
            raise ValueError("no held key")
        fingerprint, readable = plain.get("fingerprint"), plain.get("readable")
        if not isinstance(fingerprint, str) or not _FINGERPRINT.fullmatch(fingerprint):
            raise ValueError("no fingerprint")
        if readable is not None:
            if not isinstance(readable, str) or not DATA_KEY.fullmatch(readable):
                raise ValueError("no key")
            if fingerprint_of(readable) != fingerprint:
                raise ValueError("another key")
        held = cls(
            fingerprint=fingerprint,
            readable=readable,
            passphrase=_wrapped(plain.get("passphrase")),
            recovery_code=_wrapped(plain.get("recovery_code")),
            keyring=plain.get("keyring") is True,
        )
        if held.readable is None and held.passphrase is None and held.recovery_code is None:
            raise ValueError("nothing that opens it")
        return held


def readable_key(key: str) -> HeldKey:
    """Return a key as it is held where nothing protects it."""
    return HeldKey(fingerprint_of(key), readable=key)


def _wrapped(plain: Any) -> "WrappedKey | None":
    if plain is None:
        return None
    from symptrack.storage.key_wrapping import WrappedKey

    return WrappedKey.from_plain(plain)
