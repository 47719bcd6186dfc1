"""The mood just before a session: a check-in of its own, made with the session's form."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from symptrack.domain.check_in import CheckIn
from symptrack.domain.session import Session
from symptrack.domain.symptom import MOOD
from symptrack.domain.words import Moment

MINUTES_BEFORE = timedelta(minutes=5)
"""How long before the start the mood "just before" is taken to have been (our definition)."""


def mood_before(check_ins: Iterable[CheckIn], session_id: str) -> CheckIn | None:
    """Return the last check-in before a session that holds a mood, or ``None``."""
    found = [
        check_in
        for check_in in check_ins
        if check_in.session_id == session_id
        and check_in.moment is Moment.BEFORE
        and MOOD in check_in.ratings
    ]
    return max(found, key=lambda check_in: (check_in.occurred_at, check_in.id), default=None)


def new_mood(check_in_id: str, mood: int, session: Session, now: datetime) -> CheckIn:
    """Return a check-in with the mood just before a session, entered at ``now``."""
    return CheckIn(
        id=check_in_id,
        occurred_at=_just_before(session),
        time_zone=session.time_zone,
        time_known=session.time_known,
        session_id=session.id,
        moment=Moment.BEFORE,
        entered_at=now,
        ratings={MOOD: mood},
    )


def revised_mood(saved: CheckIn, mood: int, session: Session, former: Session) -> CheckIn:
    """Return a saved check-in with its mood as the form has it; its other answers stay.

    It moves with the session where it was made with the form: where it lay as long before the
    session as it was (``former``) as this module puts it.
    """
    ratings = {**saved.ratings, MOOD: mood}
    if saved.occurred_at != _just_before(former) or saved.time_known != former.time_known:
        return replace(saved, ratings=ratings)
    return replace(
        saved,
        ratings=ratings,
        occurred_at=_just_before(session),
        time_zone=session.time_zone,
        time_known=session.time_known,
    )


def _just_before(session: Session) -> datetime:
    """Return the time of the mood: the session's own where only its date is known."""
    return session.started_at - (MINUTES_BEFORE if session.time_known else timedelta())
