"""A course of sessions."""

from dataclasses import dataclass
from datetime import date

from symptrack.domain.limits import (
    check_date,
    check_id,
    check_note,
    check_range,
    check_text,
)
from symptrack.domain.words import SeriesKind

PLANNED_SESSIONS = (1, 200)
FIRST_NUMBER = (1, 10_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series: usually six sessions in two to three weeks; an unfinished one is normal.

    ``first_number`` is the number of its first session, so that a maintenance series may go on
    counting where an earlier one stopped.
    """

    id: str
    name: str
    kind: SeriesKind | None = None
    planned_sessions: int | None = None
    first_number: int = 1
    conditions: tuple[str, ...] = ()
    goal: str = ""
    started_on: date | None = None
    ended_on: date | None = None

    def __post_init__(self) -> None:
        check_id("id", self.id)
        check_text("name", self.name)
        check_range("planned_sessions", self.planned_sessions, *PLANNED_SESSIONS)
        check_range("first_number", self.first_number, *FIRST_NUMBER)
        for index, condition in enumerate(self.conditions):
            check_text(f"conditions[{index}]", condition)
        check_note("goal", self.goal)
        check_date("started_on", self.started_on)
        check_date("ended_on", self.ended_on)
