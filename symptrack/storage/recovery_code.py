"""The recovery code: 128 random bits that can be read aloud, written down and typed.

Seven groups of four of Crockford's letters and digits, which leave out those that look alike
(crockford.com/base32.html): 140 bits, the last twelve of which are a checksum, so that a slip is
told from a code that belongs to another copy.
"""

import hashlib
import os

from symptrack.domain.errors import RefusedRequest
from symptrack.texts import _

BITS, CHECK_BITS = 128, 12
GROUPS, GROUP = 7, 4
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code() -> str:
    """Return a new random code, in groups."""
    secret = os.urandom(BITS // 8)
    value = int.from_bytes(secret) << CHECK_BITS | _checksum(secret)
    letters = "".join(_LETTERS[value >> 5 * place & 31] for place in range(GROUPS * GROUP))[::-1]
    return "-".join(letters[place : place + GROUP] for place in range(0, len(letters), GROUP))


def secret_of(code: str) -> bytes:
    """Return the bits of a code as a person typed it: any case, with or without dashes.

    Raises
    ------
    RefusedRequest
        Where it is too short, too long, or has a slip in it.
    """
    letters = "".join(code.upper().split()).replace("-", "").translate(_READ_AS)
    if len(letters) != GROUPS * GROUP:
        raise RefusedRequest(
            _("A recovery code has {groups} groups of {letters} letters and digits.").format(
                groups=GROUPS, letters=GROUP
            )
        )
    value = 0
    for letter in letters:
        if letter not in _LETTERS:
            raise RefusedRequest(_slip())
        value = value << 5 | _LETTERS.index(letter)
    secret = (value >> CHECK_BITS).to_bytes(BITS // 8)
    if value & (1 << CHECK_BITS) - 1 != _checksum(secret):
        raise RefusedRequest(_slip())
    return secret


def _checksum(secret: bytes) -> int:
    return int.from_bytes(hashlib.sha256(secret).digest()[:2]) >> 16 - CHECK_BITS


def _slip() -> str:
    return _("There is a slip in the recovery code; compare it with the one you kept.")
