"""Words that several charts share: what a session is called, whose picture it is."""

from collections.abc import Iterable, Sequence
from datetime import date

from symptrack.analysis.course import SessionMark
from symptrack.analysis.period import Period
from symptrack.analysis.timing import session_on
from symptrack.domain.session import Session
from symptrack.domain.words import Route
from symptrack.formatting import (
    format_day,
    format_day_long,
    format_day_year,
    format_day_year_short,
    format_number,
    format_period,
)
from symptrack.texts import _


def session_word(sessions: Iterable[Session]) -> str:
    """Return *infusion* where every session shown was one, else *session*."""
    return _("infusion") if _all_infusions(sessions) else _("session")


def sessions_word(sessions: Iterable[Session]) -> str:
    """Return *infusions* where every session shown was one, else *sessions*."""
    return _("infusions") if _all_infusions(sessions) else _("sessions")


def day_in(period: Period, day: date) -> str:
    """Return a date within a sentence, with its year where the period has several."""
    return format_day_long(day) if _one_year(period) else format_day_year(day)


def short_day_in(period: Period, day: date) -> str:
    """Return a short date, with its year where the period has several."""
    return format_day(day) if _one_year(period) else format_day_year_short(day)


def source_words(period: Period, label: str) -> str:
    """Return whose picture this is and what it is not; ``label`` may be empty."""
    words = format_period(period.first_on, period.last_on)
    if label:
        return _("Patient {label}, {period}. Reported by the patient, not a diagnosis.").format(
            label=label, period=words
        )
    return _("{period}. Reported by the patient, not a diagnosis.").format(period=words)


def saved_words(saved_on: date) -> str:
    """Return when and by what a picture was saved: *Symptrack, saved 20 Nov 2026*."""
    return _("Symptrack, saved {day}").format(day=format_day_year_short(saved_on))


def dose_words(session: Session) -> str:
    """Return a session's dose: *35 mg*; empty where it is not noted."""
    if session.dose is None:
        return ""
    return _("{number} {unit}").format(
        number=format_number(session.dose.value, 2), unit=session.dose.unit.value
    )


def not_noted() -> str:
    """Return what stands for what nobody wrote down."""
    return _("not noted")


def latest_shown_words(shown: int, count: int, sessions: str) -> str:
    """Return that there are more sessions than stand here: *the latest 12 of 120 infusions*."""
    return _("the latest {shown} of {count} {sessions}").format(
        shown=shown, count=count, sessions=sessions
    )


def part_words(marks: Sequence[SessionMark], first: int, until: int) -> str:
    """Return which of the sessions stand here: *30 of 126 infusions, 4 May 2020 to 2 June 2022*."""
    count, shown = len(marks), until - first
    sessions = sessions_word(mark.session for mark in marks)
    some = _("{shown} of {count} {sessions}").format(shown=shown, count=count, sessions=sessions)
    return _("{sessions}, {period}").format(
        sessions=latest_shown_words(shown, count, sessions) if until == count else some,
        period=format_period(
            session_on(marks[first].session), session_on(marks[until - 1].session)
        ),
    )


def here_words(part: str) -> str:
    """Return that not all sessions stand here, but a part; the window has a line of its own."""
    return _("Here: {part}.").format(part=part)


def _one_year(period: Period) -> bool:
    return period.first_on.year == period.last_on.year


def _all_infusions(sessions: Iterable[Session]) -> bool:
    routes = {session.route for session in sessions}
    return routes == {Route.IV}
