"""Keys for what the patient adds: made from its name once, and kept when the name changes."""

import re
import unicodedata
from collections.abc import Container

KEY_LENGTH = 60
NAMELESS = "own"


def own_key(label: str, taken: Container[str]) -> str:
    """Return a snake_case key of ASCII letters and digits that is not ``taken``.

    Accents are dropped; a name in other letters becomes *own*, *own_2* and so on.

    >>> own_key("Café & grâce", {"cafe_grace"})
    'cafe_grace_2'
    """
    plain = unicodedata.normalize("NFKD", label.casefold())
    ascii_only = plain.encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "_", ascii_only)[:KEY_LENGTH].strip("_")
    if not words or words[0].isdigit():
        words = f"{NAMELESS}_{words}".rstrip("_")
    key, number = words, 1
    while key in taken:
        number += 1
        key = f"{words}_{number}"
    return key
