"""What any record is called and says, in a line: where records of all kinds stand together."""

from datetime import date, datetime

from symptrack.domain.care import Medication, Visit
from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Record
from symptrack.domain.questionnaire import ClinicScore, Response
from symptrack.domain.series import Series
from symptrack.domain.session import Session
from symptrack.domain.words import SessionStatus
from symptrack.formatting import format_day_year_short, format_time
from symptrack.presenters.journal_head_words import session_head
from symptrack.presenters.journal_words import Names, entry_row
from symptrack.texts import _, ngettext

LONGEST = 160


def record_title(record: Record) -> str:
    """Return what a record is and when it was: *Check-in, 11 Sep 2026, 17:30*."""
    when = _when(record)
    return _("{kind}, {when}").format(kind=_kind(record), when=when) if when else _kind(record)


def record_line(record: Record, names: Names) -> str:
    """Return what a record says, most telling first."""
    if isinstance(record, Session):
        parts = list(session_head(record, None, None, record.started_at.date()).lines)
    elif isinstance(record, Series):
        parts = [record.name, _planned(record), shortened(record.goal)]
    elif isinstance(record, Medication):
        parts = [record.name, record.dose, shortened(record.note)]
    elif isinstance(record, Visit):
        parts = [record.with_whom, shortened(record.questions), shortened(record.note)]
    elif isinstance(record, ClinicScore):
        parts = [entry_row(record, None, names).text]
    else:
        row = entry_row(record, None, names)
        mood = _("Mood {rating} of 10").format(rating=row.mood) if row.mood else ""
        parts = [mood, row.text, *row.lines]
    return ". ".join(part for part in parts if part) or _("Nothing else was said")


def instant_words(at: datetime, *, time_known: bool = True) -> str:
    """Return *11 Sep 2026, 17:30*, or the date alone where the time is not known."""
    day = format_day_year_short(at.date())
    return _("{day}, {time}").format(day=day, time=format_time(at)) if time_known else day


def day_or_nothing(day: date | None) -> str:
    """Return *11 Sep 2026*, or nothing."""
    return "" if day is None else format_day_year_short(day)


def shortened(text: str) -> str:
    """Return a text on one line, cut where it is long."""
    shown = " ".join(text.split())
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "\u2026"


def _kind(record: Record) -> str:
    if isinstance(record, Session):
        return {
            SessionStatus.DONE: _("Session"),
            SessionStatus.PLANNED: _("Planned session"),
            SessionStatus.MISSED: _("Missed session"),
        }[record.status]
    return {
        CheckIn: _("Check-in"),
        Series: _("Series"),
        Response: _("Questionnaire"),
        ClinicScore: _("Score from your clinic"),
        Medication: _("Medicine"),
        Visit: _("Visit"),
    }[type(record)]


def _when(record: Record) -> str:
    if isinstance(record, Session):
        return instant_words(record.started_at, time_known=record.time_known)
    if isinstance(record, CheckIn | Response | ClinicScore):
        return instant_words(record.occurred_at, time_known=record.time_known)
    if isinstance(record, Visit):
        return format_day_year_short(record.visited_on)
    return day_or_nothing(record.started_on)


def _planned(series: Series) -> str:
    if series.planned_sessions is None:
        return ""
    return ngettext("{n} session planned", "{n} sessions planned", series.planned_sessions).format(
        n=series.planned_sessions
    )
