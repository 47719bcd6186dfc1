"""One rating of a chart in words, for pointer, keyboard and screen reader alike."""

from collections.abc import Sequence
from datetime import date

from symptrack.analysis.course import Course, CoursePanel, CoursePoint, SessionMark
from symptrack.analysis.timing import days_after, session_on
from symptrack.charts import course_words
from symptrack.charts.common_words import session_word
from symptrack.domain.session import Session
from symptrack.formatting import format_day_year, format_time, format_weekday
from symptrack.presenters.words import HOURS_SPOKEN
from symptrack.texts import _, ngettext


def read_out(course: Course, panel: CoursePanel, point: CoursePoint) -> str:
    """Return a rating with its time and what is to be known of it.

    *Mood 5, Tuesday 1 September, 18:00, 7 hours after infusion 1, entered late, with a note*.
    """
    parts = [
        _("{symptom} {value}").format(symptom=panel.symptom.label, value=point.value),
        day_words(course, point),
        time_words(point),
        after_words(course, point),
        *remarks(point),
    ]
    return ", ".join(part for part in parts if part)


def day_words(course: Course, point: CoursePoint) -> str:
    """Return the date, with the weekday where the range lies within one year."""
    day = point.at.date()
    one_year = course.period.first_on.year == course.period.last_on.year
    return format_weekday(day) if one_year else format_day_year(day)


def time_words(point: CoursePoint) -> str:
    """Return the time of day, or that it is not known."""
    return format_time(point.at) if point.time_known else _("time not known")


def after_words(course: Course, point: CoursePoint) -> str:
    """Return how long after which session: hours at first, then days by the calendar."""
    if point.hours_after is None:
        return ""
    session = _session_before(course, point)
    whole = round(point.hours_after)
    if session is None or whole < HOURS_SPOKEN:
        lapse = ngettext("{count} hour", "{count} hours", whole).format(count=whole)
    else:
        days = days_after(session, point.at)
        lapse = ngettext("{count} day", "{count} days", days).format(count=days)
    if point.session_number is None:
        return _("{lapse} after a session").format(lapse=lapse)
    return _("{lapse} after {session} {number}").format(
        lapse=lapse, session=course_words.session_word(course), number=point.session_number
    )


def day_after_words(sessions: Sequence[SessionMark], on: date) -> str:
    """Return how many days after which session a day is; empty before the first."""
    earlier = [mark for mark in sessions if session_on(mark.session) <= on]
    if not earlier:
        return ""
    mark = earlier[-1]
    days = (on - session_on(mark.session)).days
    session = _("a session")
    if mark.number is not None:
        word = session_word(one.session for one in sessions)
        session = _("{session} {number}").format(session=word, number=mark.number)
    if days == 0:
        return _("on the day of {session}").format(session=session)
    return ngettext("{count} day after {session}", "{count} days after {session}", days).format(
        count=days, session=session
    )


def remarks(point: CoursePoint) -> list[str]:
    """Return what sets an entry apart: late, made from words, with a note."""
    found = []
    if point.late:
        found.append(_("entered late"))
    if point.mapped:
        found.append(_("made from another tracker’s words"))
    if point.has_note:
        found.append(_("with a note"))
    return found


def _session_before(course: Course, point: CoursePoint) -> Session | None:
    earlier = [mark.session for mark in course.sessions if mark.session.started_at <= point.at]
    return earlier[-1] if earlier else None
