"""Words that several pages share: sessions, severities, times seen from now."""

from collections.abc import Iterable
from datetime import date, datetime

from symptrack.domain.check_in import SideEffectEntry
from symptrack.domain.session import Session, by_start
from symptrack.domain.words import EffectState, Route
from symptrack.formatting import (
    format_day,
    format_day_year_short,
    format_time,
    format_weekday,
    format_weekday_year,
)
from symptrack.texts import _, ngettext

HOURS_SPOKEN = 36


def severity_word(severity: int) -> str:
    """Return the word of a severity, 0 to 3."""
    return (_("None"), _("Mild"), _("Moderate"), _("Severe"))[severity]


def session_noun(session: Session | None) -> str:
    """Return what a session is called on screen: *infusion* when the route is IV."""
    return _("infusion") if session is not None and session.route is Route.IV else _("session")


def session_name(number: int | None) -> str:
    """Return *session 4*, or *the session* where it has no number."""
    return _("session {number}").format(number=number) if number else _("the session")


def log_words(sessions: Iterable[Session]) -> str:
    """Return what logs a session: as the latest one was given; most first ones are infusions."""
    ordered = by_start(sessions)
    infusion = not ordered or ordered[-1].route is Route.IV
    return _("Log an infusion") if infusion else _("Log a session")


def hours_after_words(hours: float) -> str:
    """Return *7 hours* or *3 days* for a time since a session's end."""
    whole = max(round(hours), 0)
    if whole < HOURS_SPOKEN:
        return ngettext("{n} hour", "{n} hours", whole).format(n=whole)
    days = round(hours / 24)
    return ngettext("{n} day", "{n} days", days).format(n=days)


def when_words(instant: datetime, now: datetime, *, time_known: bool = True) -> str:
    """Return *today, 17:30*, *yesterday, 17:30* or *9 Sep, 17:30*."""
    local = instant.astimezone(now.tzinfo)
    day = day_words(local.date(), now.date())
    if not time_known:
        return day
    return _("{day}, {time}").format(day=day, time=format_time(local))


def day_words(day: date, today: date) -> str:
    """Return *today*, *yesterday* or a short date, with its year where that is another."""
    distance = (today - day).days
    if distance == 0:
        return _("today")
    if distance == 1:
        return _("yesterday")
    return format_day(day) if day.year == today.year else format_day_year_short(day)


def weekday_words(day: date, today: date) -> str:
    """Return *Friday 11 September*, with its year where that is not this year."""
    return format_weekday(day) if day.year == today.year else format_weekday_year(day)


def first_upper(text: str) -> str:
    """Return a text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def effect_words(entry: SideEffectEntry, name: str) -> str:
    """Return *Numb or tingling, mild (1), still there*."""
    state = _("it has gone") if entry.state is EffectState.GONE else _("still there")
    if entry.severity is None:
        return _("{effect}, {state}").format(effect=name, state=state)
    return _("{effect}, {severity} ({number}), {state}").format(
        effect=name,
        severity=severity_word(entry.severity).lower(),
        number=entry.severity,
        state=state,
    )


def unsaved_words() -> str:
    """Return what is said before something typed is let go."""
    return _("What you typed here would be gone. Press Cancel again to let it go.")


def unexpected_words() -> str:
    """Say that something went wrong that should not have."""
    return _(
        "Something went wrong in Symptrack. What was saved is safe. "
        "If it happens again, close Symptrack and open it again."
    )
