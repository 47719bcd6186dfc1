"""The words of the side-effect chart: what was noted after which session."""

from symptrack.analysis.effect_map import EffectMap, EffectRow, length
from symptrack.charts.common_words import session_word, sessions_word
from symptrack.charts.effect_words import duration_words, severity_name
from symptrack.texts import _, ngettext

_NAMED = 2


def title(found: EffectMap) -> str:
    """Return what is shown: *Worst severity of each side effect after each infusion*."""
    if not any(found.noted):
        return _("No side effect noted yet")
    return _("Worst severity of each side effect after each {session}").format(
        session=_session(found)
    )


def empty_text() -> str:
    """Return what starts this chart."""
    return _("This chart starts with one check-in about side effects after a session.")


def subtitle(found: EffectMap) -> str:
    """Return how to read it."""
    return _(
        "From check-ins in the 7 days after the {session}, or until the next one. "
        "A dot means nothing was noted either way."
    ).format(session=_session(found))


def longest_heading() -> str:
    """Return the heading of the last column."""
    return _("Longest it lasted")


def longest_words(row: EffectRow) -> str:
    """Return the longest a side effect lasted, or that it is not known."""
    if row.longest is None or row.longest.duration is None:
        return _("not known")
    return duration_words(row.longest.duration)


def never_words(found: EffectMap) -> str:
    """Return which side effects were asked about and never there; empty where none were."""
    if not found.never:
        return ""
    names = ", ".join(row.name for row in found.never)
    return _("Never there in this time: {names}.").format(names=names)


def legend() -> tuple[str, ...]:
    """Return the words of the severities from 0 to 3."""
    return _("none"), _("mild"), _("moderate"), _("severe")


def not_noted_words() -> str:
    """Return what a dot means."""
    return _("nothing noted")


def strength_unknown_words() -> str:
    """Return what a question mark means."""
    return _("there, strength not noted")


def series_name(found: EffectMap, place: int) -> str:
    """Return the name of a group's series, nothing for sessions of none."""
    series = found.groups[place].series
    return series.name if series is not None else ""


def summary(found: EffectMap) -> str:
    """Return the chart in words, also for those who cannot see it.

    *Side effects were asked about after 8 of 8 infusions. Strongest after infusion 1: Felt
    disconnected, severe (3). … The longest was Numb or tingling: 2 to 3 days.*
    """
    noted = found.noted
    if not any(noted):
        return empty_text()
    count = len(found.sessions)
    sentences = [
        ngettext(
            "Side effects were asked about after {noted} of {count} {session}.",
            "Side effects were asked about after {noted} of {count} {sessions}.",
            count,
        ).format(noted=sum(noted), count=count, session=_session(found), sessions=_sessions(found))
    ]
    places = [place for place, one in enumerate(noted) if one]
    sentences += [_strongest(found, place) for place in dict.fromkeys((places[0], places[-1]))]
    sentences.append(_longest(found))
    return " ".join(sentence for sentence in sentences if sentence)


def session_name(found: EffectMap, place: int) -> str:
    """Return *infusion 4*, or *a session* where it has no number."""
    number = found.sessions[place].number
    if number is None:
        return _("a session")
    return _("{session} {number}").format(session=_session(found), number=number)


def _strongest(found: EffectMap, place: int) -> str:
    after = [(row.name, row.after[place]) for row in found.rows if row.after[place].present]
    session = session_name(found, place)
    if not after:
        return _("After {session} there was none.").format(session=session)
    told = [one.worst for _name, one in after if one.worst is not None]
    worst = max(told, default=None)
    names = [name for name, one in after if one.worst == worst]
    listed = _(" and ").join(names)
    if len(names) > _NAMED:
        listed = ngettext("{n} side effect", "{n} side effects", len(names)).format(n=len(names))
    return _("Strongest after {session}: {names}, {severity}.").format(
        session=session, names=listed, severity=severity_name(worst)
    )


def _longest(found: EffectMap) -> str:
    known = [row for row in found.rows if row.longest is not None]
    if not known:
        return ""
    row = max(known, key=_length)
    return _("The longest was {name}: {duration}.").format(
        name=row.name, duration=longest_words(row)
    )


def _length(row: EffectRow) -> tuple[float, float]:
    assert row.longest is not None
    assert row.longest.duration is not None
    return length(row.longest.duration)


def _session(found: EffectMap) -> str:
    return session_word(mark.session for mark in found.sessions)


def _sessions(found: EffectMap) -> str:
    return sessions_word(mark.session for mark in found.sessions)
