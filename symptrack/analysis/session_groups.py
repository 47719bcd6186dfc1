"""The done sessions of a period with their numbers, and the runs that belong to one series."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from symptrack.analysis.course import SessionMark
from symptrack.analysis.period import Period
from symptrack.analysis.timeline import Timeline
from symptrack.domain.series import Series


@dataclass(frozen=True, slots=True)
class SessionGroup:
    """Neighbouring sessions of one series, by their places in a list: both ends included."""

    series: Series | None
    first: int
    last: int

    @property
    def count(self) -> int:
        """Return how many sessions it has."""
        return self.last - self.first + 1


def marks_of(timeline: Timeline, period: Period) -> tuple[SessionMark, ...]:
    """Return the done sessions of a period with their numbers, by start."""
    return tuple(SessionMark(one, timeline.numbers.get(one.id)) for one in period.sessions)


def groups_of(timeline: Timeline, marks: Sequence[SessionMark]) -> tuple[SessionGroup, ...]:
    """Return the runs of sessions that belong to one series, in their order."""
    groups = []
    place = 0
    for series_id, run in groupby(marks, key=lambda mark: mark.session.series_id):
        count = len(list(run))
        groups.append(SessionGroup(timeline.series(series_id), place, place + count - 1))
        place += count
    return tuple(groups)
