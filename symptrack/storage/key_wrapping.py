"""A data key wrapped by a secret: AES-256-GCM under a key that scrypt makes of the secret.

What scrypt is to cost stands in the file, and is bounded, so that a hostile file costs no more
than some seconds and 256 MB.
"""

import os
import re
from dataclasses import dataclass
from typing import Any

from symptrack.storage.data_key import DATA_KEY

N, R, P = 1 << 16, 8, 1
"""64 MB and some tenths of a second, each time (RFC 7914; N is a power of two)."""
MOST_N = 1 << 18
SALT_BYTES, NONCE_BYTES, KEY_BYTES, TAG_BYTES = 16, 12, 32, 16
_HEX = re.compile(r"[0-9a-f]*", re.ASCII)


class WrongSecret(Exception):  # noqa: N818 - reads as what it is
    """The secret does not unwrap the key, or the wrapped key was changed."""


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A data key that only its secret gives back."""

    n: int
    salt: bytes
    nonce: bytes
    sealed: bytes

    def as_plain(self) -> dict[str, Any]:
        """Return it as it stands in a file."""
        return {
            "kdf": {"name": "scrypt", "n": self.n, "r": R, "p": P, "salt": self.salt.hex()},
            "cipher": {"name": "aes-256-gcm", "nonce": self.nonce.hex()},
            "sealed": self.sealed.hex(),
        }

    @classmethod
    def from_plain(cls, plain: Any) -> "WrappedKey":
        """Read it from a file.

        Raises
        ------
        ValueError
            Where it is not exactly such a thing.
        """
        try:
            kdf, cipher = plain["kdf"], plain["cipher"]
            wrapped = cls(
                n=kdf["n"],
                salt=_bytes(kdf["salt"]),
                nonce=_bytes(cipher["nonce"]),
                sealed=_bytes(plain["sealed"]),
            )
            same = type(wrapped.n) is int and wrapped.as_plain() == plain
        except (KeyError, TypeError) as error:
            raise ValueError("no wrapped key") from error
        sizes = len(wrapped.salt), len(wrapped.nonce), len(wrapped.sealed)
        if not same or sizes != (SALT_BYTES, NONCE_BYTES, KEY_BYTES + TAG_BYTES):
            raise ValueError("no wrapped key")
        if wrapped.n.bit_count() != 1 or not 1 < wrapped.n <= MOST_N:
            raise ValueError("a cost that nobody asked for")
        return wrapped


def wrap(key: str, secret: bytes, context: bytes, *, cost: int = N) -> WrappedKey:
    """Wrap a data key.

    Parameters
    ----------
    key
        64 small hexadecimal digits.
    context
        What it is for; unwrapping needs the same.
    cost
        scrypt's N; what every guess at the secret costs.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not DATA_KEY.fullmatch(key):
        raise ValueError("a data key is 64 small hexadecimal digits")
    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    sealed = AESGCM(_derived(secret, salt, cost)).encrypt(nonce, bytes.fromhex(key), context)
    return WrappedKey(cost, salt, nonce, sealed)


def unwrap(wrapped: WrappedKey, secret: bytes, context: bytes) -> str:
    """Return the data key.

    Raises
    ------
    WrongSecret
        Where the secret is another one.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(_derived(secret, wrapped.salt, wrapped.n))
    try:
        return cipher.decrypt(wrapped.nonce, wrapped.sealed, context).hex()
    except InvalidTag:
        raise WrongSecret from None


def _derived(secret: bytes, salt: bytes, n: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=KEY_BYTES, n=n, r=R, p=P).derive(secret)


def _bytes(text: Any) -> bytes:
    if not isinstance(text, str) or not _HEX.fullmatch(text):
        raise TypeError("no hexadecimal digits")
    return bytes.fromhex(text)
