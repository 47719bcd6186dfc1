"""The words of the days chart: a symptom against the days since each session."""

from symptrack.analysis.days_after import ENOUGH_SESSIONS, DayMedian, DaysAfter
from symptrack.charts.common_words import session_word, sessions_word
from symptrack.charts.course_words import symptom_in_sentence
from symptrack.formatting import format_number
from symptrack.texts import _, ngettext

_SAID_DAYS = (0, 1, 3, 7, 14, 28)


def title(found: DaysAfter) -> str:
    """Return what is shown: *Mood on the days after each of 8 infusions*."""
    if not found.sessions:
        return _("No {symptom} on a day after a session yet").format(
            symptom=symptom_in_sentence(found.symptom)
        )
    count = len(found.sessions)
    return ngettext(
        "{symptom} on the days after {count} {session}",
        "{symptom} on the days after each of {count} {sessions}",
        count,
    ).format(
        symptom=found.symptom.label,
        count=count,
        session=session(found),
        sessions=sessions(found),
    )


def empty_text(found: DaysAfter) -> str:
    """Return what starts this chart."""
    return _("This chart starts with one session and one {symptom} rating after it.").format(
        symptom=symptom_in_sentence(found.symptom)
    )


def subtitle(found: DaysAfter, most_days: int) -> str:
    """Return how to read it."""
    words = {"session": session(found), "sessions": sessions(found), "enough": ENOUGH_SESSIONS}
    sentences = [
        _("Scale 0 to 10. Thin lines: each {session}, until the next."),
        _("Thick line: middle value, where {enough} or more {sessions} have one."),
        _("Lines stop where a day has no entry."),
    ]
    if found.reference is not None:
        sentences.append(_("Grey band: the week before the first {session}."))
    if any(day.late for one in found.sessions for day in one.days):
        sentences.append(_("Hollow: entered more than 12 hours later."))
    said = " ".join(sentence.format(**words) for sentence in sentences)
    if found.last_day <= most_days:
        return said
    more = _("Shown up to day {days}; the table has all.").format(days=most_days)
    return f"{said} {more}"


def day_heading() -> str:
    """Return what stands before the days."""
    return _("day")


def n_heading() -> str:
    """Return what stands before the numbers of sessions below the days."""
    return _("n")


def scale_hint(found: DaysAfter) -> str:
    """Return which end of the scale is which: *10 is best*."""
    return _("10 is {word}").format(word=found.symptom.high)


def reference_words(found: DaysAfter) -> tuple[str, ...]:
    """Return what stands beside the reference line."""
    reference = found.reference
    assert reference is not None
    words = _("before first {session}: {value}").format(
        session=session(found), value=format_number(reference.value)
    )
    if not reference.scant:
        return (words,)
    basis = ngettext("from {count} entry", "from {count} entries", reference.n)
    return words, basis.format(count=reference.n)


def summary(found: DaysAfter) -> str:
    """Return the chart in words, also for those who cannot see it.

    *Mood stood at 3 before the first infusion (7 entries). Middle value on day 0: 5.3 (8
    infusions), day 1: 6 (7), day 14: 4 (3).*
    """
    if not found.sessions:
        return empty_text(found)
    sentences = []
    reference = found.reference
    if reference is not None:
        sentences.append(
            ngettext(
                "{symptom} stood at {value} before the first {session} ({n} entry).",
                "{symptom} stood at {value} before the first {session} ({n} entries).",
                reference.n,
            ).format(
                symptom=found.symptom.label,
                value=format_number(reference.value),
                session=session(found),
                n=reference.n,
            )
        )
    told = [one for one in found.medians if one.value is not None]
    chosen = [one for one in told if one.day in _SAID_DAYS] or told[:1]
    if not chosen:
        sentences.append(
            _(
                "No day has a value after {enough} or more {sessions}; each stands by itself."
            ).format(enough=ENOUGH_SESSIONS, sessions=sessions(found))
        )
    else:
        first, *rest = chosen
        values = ", ".join([_first_said(found, first), *(_said(one) for one in rest)])
        sentences.append(_("Middle value on {values}.").format(values=values))
    return " ".join(sentences)


def session(found: DaysAfter) -> str:
    """Return *infusion* where every session was one, else *session*."""
    return session_word(mark.session for mark in found.marks)


def sessions(found: DaysAfter) -> str:
    """Return *infusions* where every session was one, else *sessions*."""
    return sessions_word(mark.session for mark in found.marks)


def _first_said(found: DaysAfter, one: DayMedian) -> str:
    return _("day {day}: {value} ({n} {sessions})").format(
        day=one.day, value=format_number(one.value or 0), n=one.n, sessions=sessions(found)
    )


def _said(one: DayMedian) -> str:
    return _("day {day}: {value} ({n})").format(
        day=one.day, value=format_number(one.value or 0), n=one.n
    )
