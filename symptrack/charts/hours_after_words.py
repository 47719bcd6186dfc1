"""The words of the hours chart: how strong side effects were in the hours after a session."""

from symptrack.analysis.effect_hours import BINS, BinValues, EffectHours, HoursAfter
from symptrack.charts.common_words import session_word, sessions_word
from symptrack.charts.effect_words import severity_word
from symptrack.formatting import format_number
from symptrack.texts import _, ngettext

_SAID = 3


def title(found: HoursAfter) -> str:
    """Return what is shown: *Side effects in the hours after an infusion, all 8 infusions*."""
    if not found.effects:
        return _("No side effect in the hours after yet")
    count = len(found.sessions)
    return ngettext(
        "Side effects in the hours after {count} {session}",
        "Side effects in the hours after {count} {sessions}",
        count,
    ).format(count=count, session=_session(found), sessions=_sessions(found))


def empty_text() -> str:
    """Return what starts this chart."""
    return _("This chart starts with one side effect noted within 30 hours after a session.")


def subtitle(found: HoursAfter) -> str:
    """Return how to read it."""
    return _(
        "Line: middle value, where 3 or more {sessions} have one; fewer stand as points. "
        "Band: mildest to strongest. 0 hours is the end of the {session}; "
        "n: {sessions} with a value."
    ).format(session=_session(found), sessions=_sessions(found))


def bin_words(place: int, *, last: bool) -> str:
    """Return the hours of a bin: *1–3*, the last one of a row with its unit."""
    one = BINS[place]
    words = _("{first}–{until} h") if last else _("{first}–{until}")
    return words.format(first=one.first_h, until=one.until_h)


def n_words(n: int, *, first: bool) -> str:
    """Return how many sessions a bin rests on: the first one of a row says what it is."""
    return _("n {n}").format(n=n) if first else str(n)


def n_sessions_words(found: HoursAfter, n: int) -> str:
    """Return how many sessions a bin rests on, in words: *8 infusions*."""
    return ngettext("{n} {session}", "{n} {sessions}", n).format(
        n=n, session=_session(found), sessions=_sessions(found)
    )


def level_words(severity: int) -> str:
    """Return a level of the scale: *2 moderate*."""
    return _("{number} {word}").format(number=severity, word=severity_word(severity))


def present_words(found: HoursAfter, effect: EffectHours) -> str:
    """Return after how many sessions it was there: *there after 7 of 8 infusions*."""
    return ngettext(
        "there after {present} of {noted} {session}",
        "there after {present} of {noted} {sessions}",
        effect.noted,
    ).format(
        present=effect.present,
        noted=effect.noted,
        session=_session(found),
        sessions=_sessions(found),
    )


def others_words(names: list[str]) -> str:
    """Return which side effects have no panel of their own here."""
    return _("Also there, in the table: {names}.").format(names=", ".join(names))


def summary(found: HoursAfter) -> str:
    """Return the chart in words, also for those who cannot see it.

    *Drowsy was there after 8 of 8 infusions: middle value 2 at 1–3 h, 1 at 5–12 h, 0 at 18–30 h.*
    """
    if not found.effects:
        return empty_text()
    sentences = [_effect_summary(found, effect) for effect in found.effects[:_SAID]]
    more = len(found.effects) - _SAID
    if more > 0:
        sentences.append(
            ngettext(
                "{n} other side effect was there less often or as often.",
                "{n} other side effects were there less often or as often.",
                more,
            ).format(n=more)
        )
    return " ".join(sentences)


def _effect_summary(found: HoursAfter, effect: EffectHours) -> str:
    said = _("{name} was {present}").format(name=effect.name, present=present_words(found, effect))
    values = ", ".join(_bin_summary(one) for one in effect.bins)
    if any(one.median is not None for one in effect.bins):
        return _("{said}: middle value {values}.").format(said=said, values=values)
    return _("{said}: {values}.").format(said=said, values=values)


def _bin_summary(one: BinValues) -> str:
    hours = bin_words(one.place, last=True)
    middle = one.median
    if middle is not None:
        return _("{value} at {hours}").format(value=format_number(middle), hours=hours)
    if one.low == one.high:
        return _("{low} at {hours}").format(low=one.low, hours=hours)
    return _("{low} to {high} at {hours}").format(low=one.low, high=one.high, hours=hours)


def _session(found: HoursAfter) -> str:
    return session_word(mark.session for mark in found.sessions)


def _sessions(found: HoursAfter) -> str:
    return sessions_word(mark.session for mark in found.sessions)
