"""When a check-in was, and before or after which session that is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from symptrack.analysis.timing import in_utc, reckoned_start
from symptrack.domain.errors import InvalidValue
from symptrack.domain.journal import Journal
from symptrack.domain.session import Session, by_start
from symptrack.domain.words import Moment, SessionStatus
from symptrack.formatting import format_day, format_day_year, format_time
from symptrack.presenters.check_in_draft import CheckInDraft
from symptrack.presenters.chosen_time import (
    ChosenTime,
    MomentChoice,
    TimeKind,
    TimeView,
    TypedTime,
    read_typed,
)
from symptrack.presenters.clock import Clock
from symptrack.presenters.words import session_name
from symptrack.texts import _

BEFORE_WINDOW = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The session that may come next after a time, and the one that came last before it."""

    coming: Session | None
    former: Session | None

    def session(self, moment: Moment | None) -> Session | None:
        """Return the session of a moment."""
        return {Moment.BEFORE: self.coming, Moment.AFTER: self.former, None: None}[moment]


def time_view(draft: CheckInDraft, now: datetime) -> TimeView:
    """Return when a check-in is about, as the question for it starts."""
    at = draft.occurred_at
    typed = TypedTime(
        kind=TimeKind.NOW if draft.is_about(now) else TimeKind.OTHER,
        day=format_day_year(at.date()),
        time=format_time(at) if draft.time_known else "",
        time_known=draft.time_known,
        moment=draft.moment,
    )
    today = now.astimezone(ZoneInfo(draft.time_zone)).date()
    return TimeView(question=_("When was this?"), typed=typed, today=today)


def drafted_at(
    draft: CheckInDraft, typed: TypedTime, sessions: Sequence[Session], clock: Clock
) -> CheckInDraft:
    """Return the draft at another time, with the session it precedes or follows then.

    Raises
    ------
    InvalidValue
        As :func:`read_typed`.
    """
    chosen = read_typed(typed, clock, draft.time_zone)
    around = sessions_around(sessions, chosen)
    moment = typed.moment if around.session(typed.moment) else likely_moment(around, chosen)
    session = around.session(moment)
    return replace(
        draft,
        occurred_at=chosen.at,
        time_zone=chosen.time_zone,
        time_known=chosen.time_known,
        time_chosen=typed.kind is not TimeKind.NOW,
        session_id=session.id if session else None,
        moment=moment,
    )


def moment_choice(
    draft: CheckInDraft, typed: TypedTime, journal: Journal, clock: Clock
) -> MomentChoice | None:
    """Return the question *before or after* for a time; ``None`` where there is nothing to ask."""
    try:
        chosen = read_typed(typed, clock, draft.time_zone)
    except InvalidValue:
        return None
    around = sessions_around(journal.sessions, chosen)
    coming, former = around.coming, around.former
    moment = typed.moment or likely_moment(around, chosen)
    if coming is None or former is None or moment is None:
        return None
    numbers = journal.numbers
    return MomentChoice(
        before=_("Before {session}, {day}").format(
            session=session_name(numbers.get(coming.id)), day=format_day(coming.started_at.date())
        ),
        after=_("After {session}, {day}").format(
            session=session_name(numbers.get(former.id)), day=format_day(former.started_at.date())
        ),
        chosen=moment,
    )


def sessions_around(sessions: Sequence[Session], chosen: ChosenTime) -> Around:
    """Return the sessions a check-in at this time may belong to.

    Before it the latest done session, as analysis has it; after it the first session within 24 h
    that was not missed. Where only the date is known, the whole day counts.
    """
    first, last = _span(chosen)
    ordered = by_start(sessions)
    former = [one for one in ordered if one.done and reckoned_start(one) < last]
    coming = [
        one
        for one in ordered
        if one.status is not SessionStatus.MISSED
        and first <= in_utc(one.started_at) <= last + BEFORE_WINDOW
    ]
    return Around(
        coming=coming[0] if coming else None,
        former=max(former, key=reckoned_start) if former else None,
    )


def likely_moment(around: Around, chosen: ChosenTime) -> Moment | None:
    """Return which of the two sessions is meant where the patient did not say.

    A planned one that is near; of two done ones the nearer. Our definition.
    """
    coming, former = around.coming, around.former
    if former is None:
        return Moment.BEFORE if coming else None
    if coming is None:
        return Moment.AFTER
    if coming is former:
        return Moment.AFTER
    if coming.status is SessionStatus.PLANNED:
        return Moment.BEFORE
    at = in_utc(chosen.at)
    nearer = in_utc(coming.started_at) - at < at - in_utc(former.started_at)
    return Moment.BEFORE if nearer else Moment.AFTER


def _span(chosen: ChosenTime) -> tuple[datetime, datetime]:
    """Return from when to when a check-in may have been, in UTC."""
    if chosen.time_known:
        return in_utc(chosen.at), in_utc(chosen.at)
    zone = ZoneInfo(chosen.time_zone)
    day = chosen.at.date()
    first = datetime.combine(day, time.min, zone)
    return in_utc(first), in_utc(datetime.combine(day + timedelta(days=1), time.min, zone))
