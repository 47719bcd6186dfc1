"""JSON from outside, taken apart only where its size, depth and encoding allow it.

What Python's parser lets through and this program does not (``NaN``, repeated keys, halves of
characters) is left for the schema to refuse, because only the schema knows the path.
"""

import json
import re
from collections import Counter
from typing import Any

from symptrack.domain.errors import RefusedFile
from symptrack.formatting import format_number
from symptrack.texts import _

_BYTES_PER_MB = 1_000_000
# From the first quote without a partner on, all is text: so the search never starts anew.
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
_NO_BRACKET = bytes(sorted(set(range(256)) - set(b"[]{}")))


class RepeatingObject(dict[str, Any]):
    """A JSON object in which a key stands twice; ``repeated`` is the first such key."""

    def __init__(self, pairs: list[tuple[str, Any]], repeated: str) -> None:
        super().__init__(pairs)
        self.repeated = repeated


def parse_strict_json(data: bytes, *, max_bytes: int, max_depth: int) -> Any:
    """Return the value of a JSON text.

    Objects that repeat a key come back as :class:`RepeatingObject`; numbers may be ``nan`` or
    infinite, texts may hold lone surrogates.

    Raises
    ------
    RefusedFile
        Where the text is too large, not UTF-8, too deep, or not JSON.
    """
    if len(data) > max_bytes:
        raise RefusedFile(
            _("The file is larger than {limit} MB, which is more than a journal can be.").format(
                limit=format_number(max_bytes / _BYTES_PER_MB)
            )
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedFile(_("The file is not text in UTF-8.")) from None
    _check_depth(data, max_depth)
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise RefusedFile(
            _("The file is not JSON: the fault is in line {line}, column {column}.").format(
                line=error.lineno, column=error.colno
            )
        ) from None
    except ValueError:
        # Python refuses to convert whole numbers of thousands of digits.
        raise RefusedFile(_("The file holds a number with too many digits.")) from None


def _check_depth(data: bytes, max_depth: int) -> None:
    """Refuse what is nested too deep before the recursive parser sees it.

    Only the brackets are kept; each round takes the innermost pairs away, so that brackets that
    are left have more levels than rounds, or no partner.
    """
    brackets = _STRING.sub(b"", data).translate(None, _NO_BRACKET)
    for _round in range(max_depth):
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    if brackets:
        raise RefusedFile(
            _("The file is not JSON that can be read: its brackets do not match or are too deep.")
        )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    built = dict(pairs)
    if len(built) == len(pairs):
        return built
    times = Counter(key for key, _value in pairs)
    return RepeatingObject(pairs, next(key for key, count in times.items() if count > 1))
