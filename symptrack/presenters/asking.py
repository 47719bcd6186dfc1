"""A question that is asked before something is done, ready to be put on screen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked, what must be known to answer, and the answers besides *Cancel*."""

    title: str
    lines: tuple[str, ...]
    answers: tuple[str, ...]
