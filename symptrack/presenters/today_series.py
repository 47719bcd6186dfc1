"""The series card of Today: numbered discs, and mood before and after each session."""

from datetime import datetime, timedelta

from symptrack.analysis.before_after import before_after
from symptrack.analysis.follow_ups import DAY_HOURS, DueCheckIn
from symptrack.analysis.period import latest_series
from symptrack.analysis.timeline import Timeline
from symptrack.domain.journal import Journal
from symptrack.domain.series import Series
from symptrack.domain.session import Session, by_start
from symptrack.domain.symptom import MOOD
from symptrack.domain.words import SessionStatus
from symptrack.formatting import format_day, format_time, format_weekday
from symptrack.presenters.today_views import Disc, SeriesCard
from symptrack.texts import _

MOST_DISCS = 7
USUAL_SESSIONS = 6
REFERENCE_DAYS = timedelta(days=8)
VISIT_AHEAD = timedelta(days=7)
DASH = "\u2013"


def first_shown_at(journal: Journal) -> datetime | None:
    """Return from when on check-ins are needed for the discs that are shown."""
    series = latest_series(journal)
    if series is None:
        return None
    sessions = _sessions(journal, series)[-MOST_DISCS:]
    return sessions[0].started_at - REFERENCE_DAYS if sessions else None


def series_card(timeline: Timeline, due: DueCheckIn | None, now: datetime) -> SeriesCard:
    """Return the card of the latest series, or of none yet."""
    journal = timeline.journal
    series = latest_series(journal)
    if series is None:
        return SeriesCard(
            title=_("Your series"),
            progress=_("not started"),
            discs=tuple(_planned_disc(str(place + 1), "") for place in range(USUAL_SESSIONS)),
            hint="",
            coming=_with_visit(journal, _("Sessions appear here as you log them."), now),
        )
    sessions = _sessions(journal, series)
    discs = [_done_disc(timeline, session, due) for session in sessions[-MOST_DISCS:]]
    planned = _planned(journal, series)
    return SeriesCard(
        title=series.name or _("Your series"),
        progress=_progress(timeline, series, sessions),
        discs=tuple(_with_open_places(discs, planned, series, _last_number(timeline, sessions))),
        hint=_("Mood just before, and 24 hours after each session") if sessions else "",
        coming=_with_visit(journal, _coming(series, planned, now), now),
    )


def _sessions(journal: Journal, series: Series) -> list[Session]:
    return [
        session
        for session in by_start(journal.sessions)
        if session.done and session.series_id == series.id
    ]


def _planned(journal: Journal, series: Series) -> list[Session]:
    return [
        session
        for session in by_start(journal.sessions)
        if session.status is SessionStatus.PLANNED and session.series_id == series.id
    ]


def _last_number(timeline: Timeline, sessions: list[Session]) -> int | None:
    return timeline.numbers[sessions[-1].id] if sessions else None


def _progress(timeline: Timeline, series: Series, sessions: list[Session]) -> str:
    number = _last_number(timeline, sessions)
    if number is None:
        return _("not started")
    if series.planned_sessions and number <= series.first_number + series.planned_sessions - 1:
        return _("session {number} of {all}").format(
            number=number, all=series.first_number + series.planned_sessions - 1
        )
    return _("session {number}").format(number=number)


def _done_disc(timeline: Timeline, session: Session, due: DueCheckIn | None) -> Disc:
    found = before_after(timeline, session, MOOD)
    number = str(timeline.numbers[session.id])
    day = format_day(session.started_at.date())
    before = DASH if found.before is None else str(found.before)
    after = DASH if found.after is None else str(found.after)
    waiting = due is not None and due.session.id == session.id and due.hours == DAY_HOURS
    if waiting:
        change = _("{before}, due").format(before=before)
    elif found.before is None and found.after is None:
        change = ""
    else:
        change = _("{before} to {after}").format(before=before, after=after)
    return Disc(
        number=number,
        done=True,
        day=day,
        change=change,
        spoken=_("Session {number}, {day}, mood {change}").format(
            number=number, day=day, change=change or _("not noted")
        ),
    )


def _planned_disc(number: str, day: str) -> Disc:
    return Disc(
        number=number,
        done=False,
        day=day,
        change="",
        spoken=_("Session {number}, still to come").format(number=number),
    )


def _with_open_places(
    discs: list[Disc],
    planned: list[Session],
    series: Series,
    last_number: int | None,
) -> list[Disc]:
    """Add the sessions still to come; an ended series has none."""
    last = series.first_number - 1 if last_number is None else last_number
    target = series.first_number + (series.planned_sessions or 0) - 1
    places = 0 if series.ended_on else max(target - last, len(planned))
    days = [format_day(session.started_at.date()) for session in planned]
    days += [""] * (places - len(days))
    coming = [_planned_disc(str(last + place + 1), day) for place, day in enumerate(days[:places])]
    kept = discs[-max(MOST_DISCS - len(coming), 1) :]
    return (kept + coming)[:MOST_DISCS]


def _coming(series: Series, planned: list[Session], now: datetime) -> str:
    ahead = [session for session in planned if session.started_at >= now]
    if ahead:
        start = ahead[0].started_at.astimezone(now.tzinfo)
        if not ahead[0].time_known:
            return _("Next: {day}").format(day=format_weekday(start.date()))
        return _("Next: {day}, {time}").format(
            day=format_weekday(start.date()), time=format_time(start)
        )
    if series.ended_on:
        return _("Ended on {day}").format(day=format_weekday(series.ended_on))
    return _("No coming session is noted.")


def _with_visit(journal: Journal, words: str, now: datetime) -> str:
    """Add a visit of the coming week in a line of its own; it waits for nothing."""
    today = now.date()
    ahead = [one for one in journal.visits if today <= one.visited_on <= today + VISIT_AHEAD]
    if not ahead:
        return words
    # Of most starts there is none near: what words it is not loaded then.
    from symptrack.presenters.care_words import questions_words, visit_words

    visit = min(ahead, key=lambda one: (one.visited_on, one.id))
    line = _("Visit: {visit}").format(visit=visit_words(visit, today))
    questions = questions_words(visit)
    if questions:
        line = _("{visit}; {questions}").format(visit=line, questions=questions)
    return f"{words}\n{line}"
