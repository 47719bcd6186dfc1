"""What a search found in a text, cut to a line around it, with the marks in it."""

import re
from collections.abc import Iterable

from symptrack.domain.journal import Place
from symptrack.presenters.journal_views import Marked
from symptrack.storage.search_repository import Found
from symptrack.texts import _

LONGEST = 160
LEAD = 40
"""How much of a long text stands before what was found in it."""
_SPACE = re.compile(r"\s")


def by_place(found: Iterable[Found]) -> dict[Place, tuple[Marked, ...]]:
    """Return what was found in each record, ready to be shown."""
    lines: dict[Place, tuple[Marked, ...]] = {}
    for one in found:
        lines[one.place] = (*lines.get(one.place, ()), excerpt(one))
    return lines


def excerpt(found: Found) -> Marked:
    """Return a text on one line in quotation marks, cut around the first mark."""
    words = _SPACE.sub(" ", found.words)
    begin = max(found.marks[0][0] - LEAD, 0) if found.marks else 0
    if begin:
        begin = words.rfind(" ", 0, begin + 1) + 1
    end = min(begin + LONGEST, len(words))
    ahead, behind = "\u2026" if begin else "", "\u2026" if end < len(words) else ""
    pattern = _frame(found.part)
    shift = pattern.index("{text}") + len(ahead) - begin
    return Marked(
        text=pattern.format(text=f"{ahead}{words[begin:end]}{behind}"),
        marks=tuple(
            (first + shift, min(last, end) + shift)
            for first, last in found.marks
            if begin <= first < end
        ),
    )


def _frame(part: str) -> str:
    return {
        "intention": _("Intention: “{text}”"),
        "questions": _("What I want to ask: “{text}”"),
        "goal": _("Goal: “{text}”"),
    }.get(part) or _("“{text}”")
