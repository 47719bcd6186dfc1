"""A journal put in order once, so that asking about many sessions stays quick.

Every function of this room that takes a journal also takes a :class:`Timeline` of it; who asks
about more than one session builds the timeline first.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from symptrack.analysis.timing import (
    Dated,
    in_utc,
    reckoned_start,
    reckoned_time,
    recorded_on,
)
from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal
from symptrack.domain.series import Series
from symptrack.domain.session import Session


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating that counts: ``value`` 0 to 10, ``at`` its instant in UTC."""

    at: datetime
    value: int
    check_in: CheckIn


class Timeline:
    """The done sessions, check-ins and ratings of a journal from the earliest to the latest.

    A snapshot: a changed journal needs a new one.
    """

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.numbers = journal.numbers
        self._sessions_by_id = {one.id: one for one in journal.sessions}
        done = sorted(
            ((reckoned_start(one), one.id, one) for one in journal.sessions if one.done),
            key=lambda found: found[:2],
        )
        self.sessions: tuple[Session, ...] = tuple(one for _start, _id, one in done)
        self._starts = [start for start, _id, _one in done]
        self._place = {one.id: place for place, one in enumerate(self.sessions)}
        ordered = sorted(
            ((in_utc(one.occurred_at), one.id, one) for one in journal.check_ins),
            key=lambda found: found[:2],
        )
        self.check_ins: tuple[CheckIn, ...] = tuple(one for _at, _id, one in ordered)
        self._check_in_times = [at for at, _id, _one in ordered]
        self._ratings: dict[str, tuple[list[datetime], list[Rating]]] = {}

    def session_followed(self, record: Dated) -> Session | None:
        """Return the latest done session that started before a record, or ``None``.

        By time alone: what a check-in itself says about its session is for display.
        """
        return self.session_before(reckoned_time(record))

    def session_before(self, at: datetime) -> Session | None:
        """Return the latest done session that started before an instant, or ``None``."""
        place = bisect_left(self._starts, in_utc(at))
        return self.sessions[place - 1] if place else None

    def session(self, session_id: str | None) -> Session | None:
        """Return a session by its id, whether it took place or not, or ``None``."""
        return self._sessions_by_id.get(session_id or "")

    def next_session(self, session: Session) -> Session | None:
        """Return the done session after this one, or ``None``."""
        place = self._place[session.id] + 1
        return self.sessions[place] if place < len(self.sessions) else None

    def check_ins_between(self, first_at: datetime, last_at: datetime) -> Sequence[CheckIn]:
        """Return the check-ins between two instants, both included."""
        low = bisect_left(self._check_in_times, in_utc(first_at))
        high = bisect_right(self._check_in_times, in_utc(last_at))
        return self.check_ins[low:high]

    def ratings(self, symptom: str) -> Sequence[Rating]:
        """Return every rating of a symptom that may enter a number: mapped ones never do."""
        return self._rated(symptom)[1]

    def ratings_between(
        self, symptom: str, first_at: datetime, last_at: datetime
    ) -> Sequence[Rating]:
        """Return the ratings of a symptom between two instants, both included."""
        times, ratings = self._rated(symptom)
        return ratings[bisect_left(times, in_utc(first_at)) : bisect_right(times, in_utc(last_at))]

    def series_of(self, session: Session) -> Series | None:
        """Return the series a session belongs to, or ``None``."""
        return self.series(session.series_id)

    def series(self, series_id: str | None) -> Series | None:
        """Return a series by its id, or ``None``."""
        return next((one for one in self.journal.series if one.id == series_id), None)

    def sessions_of(self, series: Series) -> tuple[Session, ...]:
        """Return the done sessions of a series, by start."""
        return tuple(one for one in self.sessions if one.series_id == series.id)

    def entry_dates(self) -> list[date]:
        """Return the dates of every check-in, questionnaire and clinic score, in no order."""
        journal = self.journal
        return [
            *map(recorded_on, journal.check_ins),
            *map(recorded_on, journal.responses),
            *map(recorded_on, journal.clinic_scores),
        ]

    def _rated(self, symptom: str) -> tuple[list[datetime], list[Rating]]:
        if symptom not in self._ratings:
            ratings = [
                Rating(at, one.ratings[symptom], one)
                for at, one in zip(self._check_in_times, self.check_ins, strict=True)
                if symptom in one.ratings and not one.mapped
            ]
            self._ratings[symptom] = ([rating.at for rating in ratings], ratings)
        return self._ratings[symptom]


Recorded = Journal | Timeline


def timeline_of(recorded: Recorded) -> Timeline:
    """Return the timeline of a journal, or the timeline itself."""
    return recorded if isinstance(recorded, Timeline) else Timeline(recorded)
