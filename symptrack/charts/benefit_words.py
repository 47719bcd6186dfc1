"""The words of the benefit chart: how many days, and how the count is to be read."""

from collections.abc import Sequence

from symptrack.analysis.benefit import (
    HIGHEST_REFERENCE,
    POINTS_UP,
    Benefit,
    BenefitKind,
)
from symptrack.analysis.benefit_course import BenefitCourse
from symptrack.analysis.course import SessionMark
from symptrack.analysis.reference import Reference
from symptrack.charts.common_words import session_word, sessions_word
from symptrack.formatting import format_number
from symptrack.texts import _, ngettext


def benefit_words(benefit: Benefit, *, infusions: bool) -> str:
    """Return how long mood stayed up, with how the count is to be read."""
    without_count = {
        BenefitKind.NOT_REACHED: _("not reached"),
        BenefitKind.NOT_KNOWN: _("not known"),
        BenefitKind.NOT_APPLICABLE: _("not applicable"),
    }
    if benefit.days is None:
        return without_count[benefit.kind]
    n = benefit.days
    if benefit.kind is BenefitKind.NEXT_SESSION and infusions:
        words = ngettext("{n} day or more (next infusion)", "{n} days or more (next infusion)", n)
    elif benefit.kind is BenefitKind.NEXT_SESSION:
        words = ngettext("{n} day or more (next session)", "{n} days or more (next session)", n)
    elif benefit.kind is BenefitKind.SO_FAR:
        words = ngettext("{n} day so far", "{n} days so far", n)
    elif benefit.kind is BenefitKind.MISSING:
        words = ngettext(
            "at least {n} day, entries missing", "at least {n} days, entries missing", n
        )
    else:
        words = ngettext("{n} day", "{n} days", n)
    return words.format(n=n)


def row_words(benefit: Benefit, *, infusions: bool) -> str:
    """Return what stands at a bar; where there is no count, why not."""
    if benefit.kind is BenefitKind.NOT_REACHED:
        return _("not reached: did not rise by {points} points").format(points=POINTS_UP)
    if benefit.kind is BenefitKind.NOT_APPLICABLE:
        return _("not applicable: it started above {highest}").format(highest=HIGHEST_REFERENCE)
    if benefit.kind is BenefitKind.NOT_KNOWN and benefit.reference is None:
        return _("not known: mood not noted in the week before")
    return benefit_words(benefit, infusions=infusions)


def title(found: BenefitCourse) -> str:
    """Return what is shown."""
    if not found.benefits:
        return _("No session yet")
    return _("How many days mood stayed at least {points} points above where it started").format(
        points=POINTS_UP
    )


def empty_text() -> str:
    """Return what starts this chart."""
    return _("This chart starts with one session and the mood of the days around it.")


def subtitle(found: BenefitCourse) -> str:
    """Return where it started, and the rule."""
    rule = _(
        "Days count from the first to the last such day. One lower or missing day between is "
        "bridged; two lower days in a row end the count."
    )
    return f"{_started(found)} {rule}"


def reference_words(reference: Reference) -> str:
    """Return where a series started: *started at 3 (6 entries)*."""
    return ngettext(
        "started at {value} (from {n} entry)", "started at {value} ({n} entries)", reference.n
    ).format(value=format_number(reference.value), n=reference.n)


def legend() -> tuple[str, str, str]:
    """Return what a whole bar, an arrow and a hatched end mean."""
    return _("ended"), _("at least this long"), _("entries missing from here")


def week_words(weeks: int) -> str:
    """Return a tick: *0*, *1 week*, *2 weeks*."""
    return ngettext("{n} week", "{n} weeks", weeks).format(n=weeks) if weeks else "0"


def summary(found: BenefitCourse) -> str:
    """Return the chart in words, also for those who cannot see it.

    *6 of 8 infusions have a count, from 1 to 15 days. Ended: 2; at least so long: 4. Not reached:
    2. After infusion 8: 15 days so far.*
    """
    if not found.benefits:
        return empty_text()
    counted = [benefit.days for benefit in found.benefits if benefit.days is not None]
    count = len(found.benefits)
    words = {"n": len(counted), "count": count, "low": min(counted, default=0)}
    words["high"] = max(counted, default=0)
    kinds = {"session": _session(found), "sessions": _sessions(found)}
    sentence = ngettext(
        "{n} of {count} {session} has a count of days.",
        "{n} of {count} {sessions} have a count of days.",
        count,
    )
    if counted:
        sentence = ngettext(
            "{n} of {count} {session} has a count: {low} days.",
            "{n} of {count} {sessions} have a count, from {low} to {high} days.",
            count,
        )
    latest = _("After the latest {session}: {words}.").format(
        words=benefit_words(found.benefits[-1], infusions=infusions(found)), **kinds
    )
    return " ".join([sentence.format(**words, **kinds), *_by_kind(found.benefits), latest])


def session_name(found: BenefitCourse, mark: SessionMark) -> str:
    """Return *Infusion 4*, or *Session* where it has no number."""
    word = _("Infusion") if infusions(found) else _("Session")
    if mark.number is None:
        return word
    return _("{session} {number}").format(session=word, number=mark.number)


def infusions(found: BenefitCourse) -> bool:
    """Whether every session shown was an infusion."""
    return _session(found) == _("infusion")


def _by_kind(benefits: Sequence[Benefit]) -> list[str]:
    at_least = {BenefitKind.NEXT_SESSION, BenefitKind.SO_FAR, BenefitKind.MISSING}
    kinds = [
        (_("Ended: {n}."), {BenefitKind.ENDED}),
        (_("At least this long: {n}."), at_least),
        (_("Not reached: {n}."), {BenefitKind.NOT_REACHED}),
        (_("Not known: {n}."), {BenefitKind.NOT_KNOWN}),
        (_("Not applicable: {n}."), {BenefitKind.NOT_APPLICABLE}),
    ]
    counts = [(words, sum(one.kind in kind for one in benefits)) for words, kind in kinds]
    return [words.format(n=n) for words, n in counts if n]


def _started(found: BenefitCourse) -> str:
    references = found.references
    if len(references) > 1:
        return _("Where it started is written at each series.")
    if not references:
        return _("Where it started is not known: no mood was noted in the week before.")
    reference = references[0]
    return ngettext(
        "Where it started: {value} out of 10, from {n} entry in the week before the first "
        "{session}.",
        "Where it started: {value} out of 10, the middle of {n} entries in the week before the "
        "first {session}.",
        reference.n,
    ).format(value=format_number(reference.value), n=reference.n, session=_session(found))


def _session(found: BenefitCourse) -> str:
    return session_word(mark.session for mark in found.sessions)


def _sessions(found: BenefitCourse) -> str:
    return sessions_word(mark.session for mark in found.sessions)
