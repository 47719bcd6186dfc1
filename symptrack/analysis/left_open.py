"""What gentle mode left open, for the next check-in to ask."""

from datetime import datetime

from symptrack.analysis.effect_answers import DAYS_FOR_SIDE_EFFECTS
from symptrack.analysis.timeline import Recorded, timeline_of
from symptrack.analysis.timing import DAY, in_utc
from symptrack.domain.check_in import CheckIn
from symptrack.domain.words import Mode


def left_open(journal: Recorded, now: datetime) -> tuple[str, ...]:
    """Return the side effects that gentle mode noted without their strength, in its order.

    Our definition: those present in the latest check-in that speaks of side effects, where that
    one was made in gentle mode; for 7 days, and no longer than until the next session.
    """
    timeline = timeline_of(journal)
    session = timeline.session_before(now)
    recent = timeline.check_ins_between(in_utc(now) - DAYS_FOR_SIDE_EFFECTS * DAY, now)
    spoke = [one for one in recent if one.nothing_to_report or one.side_effects]
    if not spoke or spoke[-1].mode is not Mode.GENTLE:
        return ()
    latest: CheckIn = spoke[-1]
    if session is not None and timeline.session_followed(latest) != session:
        return ()
    return tuple(
        entry.effect for entry in latest.side_effects if entry.present and entry.severity is None
    )
