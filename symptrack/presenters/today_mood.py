"""The mood card of Today: the last mood, unless it would lead an answer, and a small chart."""

from datetime import datetime, timedelta

from symptrack.analysis.follow_ups import DueCheckIn
from symptrack.analysis.timeline import Rating, Timeline
from symptrack.analysis.timing import hours_after
from symptrack.domain.symptom import MOOD
from symptrack.presenters.today_views import MoodCard, MoodMark, MoodPoint
from symptrack.presenters.words import hours_after_words, session_name, when_words
from symptrack.texts import _, ngettext

SHOWN_DAYS = 14
FEWEST_POINTS = 2
JOINED_WITHIN = timedelta(hours=37)
AFTER_SESSION = timedelta(days=7)


def mood_card(
    timeline: Timeline, due: DueCheckIn | None, now: datetime, *, evening: bool = False
) -> MoodCard:
    """Return the card.

    While a check-in is due neither the last mood nor anything since the latest session is shown,
    so that it does not lead the answer; while the mood of an ``evening`` is asked for, nothing of
    the last day with a mood.
    """
    # The next full hour: the page looks the same until something really changes.
    now_shown = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    first_at = now_shown - timedelta(days=SHOWN_DAYS)
    ratings = list(timeline.ratings_between(MOOD, first_at, now))
    if not ratings:
        return _empty(first_at, now_shown)
    last = ratings[-1]
    hidden_from = due.session.started_at if due is not None else None
    if due is None and evening:
        hidden_from = last.at.astimezone(now.tzinfo).replace(hour=0, minute=0, second=0)
    shown = [one for one in ratings if hidden_from is None or one.at < hidden_from]
    text, value = _last_mood(timeline, last), str(last.value)
    when = when_words(last.check_in.occurred_at, now, time_known=last.check_in.time_known)
    if hidden_from is not None:
        when, value = "", ""
        text = _("The last mood is hidden until you have checked in.")
    return MoodCard(
        title=_("Mood"),
        when=when,
        value=value,
        text=text,
        points=_points(shown),
        marks=tuple(
            MoodMark(at=session.started_at, number=str(timeline.numbers.get(session.id, "")))
            for session in timeline.sessions
            if session.started_at >= first_at
        ),
        first_at=max(first_at, ratings[0].at - timedelta(hours=12)),
        last_at=now_shown,
        spoken=ngettext(
            "Mood over the last {days} days, {count} check-in",
            "Mood over the last {days} days, {count} check-ins",
            len(shown),
        ).format(days=SHOWN_DAYS, count=len(shown)),
    )


def _empty(first_at: datetime, now: datetime) -> MoodCard:
    return MoodCard(
        title=_("Mood"),
        when=_("no check-ins yet"),
        value="",
        text=_("After two check-ins, a small chart appears here."),
        points=(),
        marks=(),
        first_at=first_at,
        last_at=now,
        spoken=_("No mood in the last {days} days").format(days=SHOWN_DAYS),
    )


def _last_mood(timeline: Timeline, last: Rating) -> str:
    session = timeline.session_followed(last.check_in)
    if (
        session is None
        or not (session.time_known and last.check_in.time_known)
        or last.at - session.started_at > AFTER_SESSION
    ):
        return _("out of 10")
    return _("out of 10, {time} after {session}").format(
        time=hours_after_words(hours_after(session, last.at)),
        session=session_name(timeline.numbers.get(session.id)),
    )


def _points(ratings: list[Rating]) -> tuple[MoodPoint, ...]:
    points = []
    former: Rating | None = None
    for rating in ratings:
        joined = former is not None and rating.at - former.at <= JOINED_WITHIN
        points.append(MoodPoint(at=rating.at, value=rating.value, joined=joined))
        former = rating
    return tuple(points)
