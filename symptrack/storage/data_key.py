"""The data key: 256 random bits that open the journal, and how one key is told from another."""

import hashlib
import os
import re

KEY_BYTES = 32
DATA_KEY = re.compile(r"[0-9a-f]{64}", re.ASCII)
FINGERPRINT_DIGITS = 16


def new_key() -> str:
    """Return a new random data key: 64 hexadecimal digits."""
    return os.urandom(KEY_BYTES).hex()


def fingerprint_of(key: str) -> str:
    """Return what tells a key from others and gives nothing of it away: 64 bits of its hash."""
    return hashlib.sha256(key.encode()).hexdigest()[:FINGERPRINT_DIGITS]
