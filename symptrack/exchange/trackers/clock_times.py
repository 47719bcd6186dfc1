"""Times of day as phones write them: 20:39, 9:07, 10:04 pm, 9:05 PM with a narrow space."""

import re
from datetime import time

_TIME = re.compile(r"(\D{0,12}?)(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(\D{0,12})", re.ASCII)
# What stands before or after the hours on twelve-hour clocks, without points and spaces.
_BEFORE_NOON = frozenset({"am", "dop", "πμ", "上午", "午前", "오전", "ص"})
_AFTER_NOON = frozenset({"pm", "odp", "μμ", "下午", "午後", "오후", "م"})
_NOON = 12


def read_time(text: str) -> time | None:
    """Return a time of day, or ``None`` where the text is none."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    mark = "".join(
        letter
        for letter in (found[1] + found[4]).casefold()
        if letter not in ". \u00a0\u202f\u200e"
    )
    hour, minute = int(found[2]), int(found[3])
    if mark in _BEFORE_NOON or mark in _AFTER_NOON:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if mark in _AFTER_NOON else 0)
    elif mark:
        return None
    try:
        return time(hour, minute)
    except ValueError:
        return None
