"""Notes that a tracker keeps as HTML, as the plain text that the patient saw."""

import html
import re

# Only what the trackers' own editors write: "a < b" and "<3" are the patient's.
_BREAK = re.compile(r"<br\s{0,9}/?>\n?|</(?:p|div|li|ul|ol|h[1-6])>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|b|del|div|em|font|h[1-6]|i|li|ol|p|s|span|strike|strong|u|ul)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-fA-F]{1,6});")


def plain_note(note: str) -> str:
    """Return a note's text: breaks as new lines, other tags away, entities as characters."""
    text = _TAG.sub("", _BREAK.sub("\n", note))
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text).replace("\xa0", " ").strip()
