"""When gentle mode is offered: in the hours after a session, also one that was only planned."""

from datetime import datetime

from symptrack.analysis.timing import HOUR, end_of, in_utc
from symptrack.domain.journal import Journal
from symptrack.domain.session import Session, by_start
from symptrack.domain.words import SessionStatus

GENTLE_FOR_H = 4
"""Hours after the end of a session in which gentle mode is offered.

Our definition, from: mild effects pass in 2 to 4 hours (Acevedo-Diaz 2020: the eight commonest are
gone by 4 hours).
"""


def gentle_session(journal: Journal, now: datetime) -> Session | None:
    """Return the session after which gentle mode is offered at ``now``, or ``None``.

    Our definition: the latest one, done or planned, that has started by ``now`` and whose end (its
    start, where no duration is known) is at most 4 hours ago. A missed one, and one of which only
    the date is known, never counts.
    """
    found = [
        one
        for one in journal.sessions
        if one.status is not SessionStatus.MISSED
        and one.time_known
        and in_utc(one.started_at) <= in_utc(now) <= end_of(one) + GENTLE_FOR_H * HOUR
    ]
    return by_start(found)[-1] if found else None
