"""The words above the Journal's entries: sessions, months, and what has no day of its own."""

from datetime import date

from symptrack.analysis.follow_ups import DAY_HOURS, DueCheckIn, DueKind
from symptrack.domain.care import Medication
from symptrack.domain.journal import KIND_OF
from symptrack.domain.series import Series
from symptrack.domain.session import Session
from symptrack.domain.words import SessionStatus
from symptrack.exchange.report_sessions import route_word
from symptrack.formatting import format_month, format_time
from symptrack.presenters.care_words import medicine_words
from symptrack.presenters.journal_order import Listed, listed_on
from symptrack.presenters.journal_views import DueRow, EntryRow, Marked, SessionHead
from symptrack.presenters.session_checks import dose_words
from symptrack.presenters.words import hours_after_words, weekday_words
from symptrack.texts import _

LONGEST_NOTE = 160


def month_title(record: Listed) -> str:
    """Return the title above what was entered in a month before any session."""
    return format_month(listed_on(record))


def session_head(
    session: Session,
    number: int | None,
    mood_before: int | None,
    today: date,
    found: tuple[Marked, ...] = (),
) -> SessionHead:
    """Return a session as it stands above its entries."""
    day = weekday_words(session.started_at.date(), today)
    if session.status is SessionStatus.PLANNED:
        title = _("Planned session, {day}").format(day=day)
    elif session.status is SessionStatus.MISSED:
        title = _("Missed session, {day}").format(day=day)
    elif number is None:
        title = _("Session, {day}").format(day=day)
    else:
        title = _("Session {number}, {day}").format(number=number, day=day)
    lines = (_given(session, mood_before), *([] if found else quoted(session.note)))
    return SessionHead(
        id=session.id,
        status=session.status,
        number="" if number is None else str(number),
        title=title,
        lines=lines,
        spoken=". ".join((title, *lines, *(one.text for one in found))),
        found=found,
    )


def _given(session: Session, mood_before: int | None) -> str:
    """Return *IV, 38 mg over 40 min, mood before 4*."""
    parts = [route_word(session.route)]
    minutes = session.duration_min
    if session.dose is not None and minutes is not None:
        parts.append(
            _("{dose} over {minutes} min").format(dose=dose_words(session.dose), minutes=minutes)
        )
    elif session.dose is not None:
        parts.append(dose_words(session.dose))
    elif minutes is not None:
        parts.append(_("{minutes} min").format(minutes=minutes))
    if not session.done and session.time_known:
        parts.append(format_time(session.started_at))
    if mood_before is not None:
        parts.append(_("mood before {rating}").format(rating=mood_before))
    return ", ".join(parts)


def due_row(due: DueCheckIn) -> DueRow:
    """Return the check-in that is waiting."""
    if due.kind is DueKind.BEFORE:
        when = _("Before")
    elif due.kind is DueKind.EVENING:
        when = _("This evening")
    else:
        when = hours_after_words(due.hours or DAY_HOURS)
    return DueRow(when=when, at=_("due today"), text=_("Check-in is due"), action=_("Check in now"))


def undated_row(record: Series | Medication, found: tuple[Marked, ...]) -> EntryRow:
    """Return a series or a medicine in whose texts something was found."""
    if isinstance(record, Series):
        when, text = _("Series"), record.name
    else:
        when, text = _("Medicine"), medicine_words(record)
    return EntryRow(
        kind=KIND_OF[type(record)],
        id=record.id,
        when=when,
        at="",
        mood="",
        text=text,
        lines=(),
        spoken=". ".join(part for part in (when, text, *(one.text for one in found)) if part),
        found=found,
    )


def quoted(note: str) -> list[str]:
    """Return a note in quotation marks, on one line and cut where it is long."""
    shown = " ".join(note.split())
    if len(shown) > LONGEST_NOTE:
        shown = shown[: LONGEST_NOTE - 1] + "\u2026"
    return [_("“{note}”").format(note=shown)] if shown else []
