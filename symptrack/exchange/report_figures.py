"""The four figures at the top of the report, each with what it rests on."""

from typing import Any

from symptrack.analysis.last_week import RecentMedian, recent_median
from symptrack.analysis.questionnaires import (
    QuestionnaireChange,
    ScoredResponse,
    questionnaire_change,
    scored_responses,
)
from symptrack.analysis.reference import Reference
from symptrack.analysis.side_effects import effects_after, worst_after
from symptrack.domain.instrument import load_instruments
from symptrack.domain.session import Session
from symptrack.domain.symptom import RATING, Symptom
from symptrack.domain.words import Severity
from symptrack.exchange.report_scope import (
    ReportScope,
    clipped,
    printable,
    ratings_words,
    sentences,
    series_name,
    value_parts,
)
from symptrack.formatting import format_number, format_percent
from symptrack.texts import _, ngettext

PHQ9 = "phq9"
RECENT_DAYS = 7
SYMPTOM_LENGTH = 40


def figures(scope: ReportScope) -> list[dict[str, Any]]:
    """Return the figures: the questionnaire, the symptoms, the worst side effect."""
    return [
        _questionnaire_figure(scope),
        *(_symptom_figure(scope, symptom) for symptom in scope.symptoms),
        _worst_effect_figure(scope),
    ]


def _figure(name: str, value: list[dict[str, Any]], note: str = "") -> dict[str, Any]:
    return {"name": name, "value": value, "note": note}


def _one(value: str) -> list[dict[str, Any]]:
    return value_parts("{value}", value=value)


def _from_to(first: str, last: str) -> list[dict[str, Any]]:
    return value_parts(_("{first} to {last}"), first=first, last=last)


# Questionnaire


def _questionnaire_figure(scope: ReportScope) -> dict[str, Any]:
    instrument = load_instruments()[PHQ9]
    name = _("{questionnaire} total, {low} to {high}").format(
        questionnaire=instrument.short_title, low=instrument.low, high=instrument.high
    )
    change = questionnaire_change(scope.timeline, instrument, scope.first_series, scope.period)
    first, last = change.baseline, change.latest
    if first and last:
        return _figure(name, _from_to(_total(first), _total(last)), _both(scope, change))
    if first:
        note = _("{day}. None since.").format(day=scope.day(first.on))
        return _figure(name, _one(_total(first)), sentences((note, _after_start(change))))
    if last:
        note = _("{day}. None shortly before treatment.").format(day=scope.day(last.on))
        return _figure(name, _one(_total(last)), note)
    begun = any(scope.period.holds(one.on) for one in scored_responses(scope.timeline, instrument))
    return _figure(
        name, _one(_("no complete questionnaire") if begun else _("no questionnaire yet"))
    )


def _total(scored: ScoredResponse) -> str:
    return format_number(scored.score.total or 0)


def _both(scope: ReportScope, change: QuestionnaireChange) -> str:
    first, last = change.baseline, change.latest
    assert first is not None
    assert last is not None
    dates = _("{first}, then {last}: {change}.").format(
        first=scope.day(first.on), last=scope.day(last.on), change=_change_words(change)
    )
    n = sum(
        one.complete and first.on <= one.on <= last.on
        for one in scored_responses(scope.timeline, change.instrument)
    )
    count = ngettext("{n} total.", "{n} totals.", n).format(n=n)
    return sentences((dates, _after_start(change), count))


def _after_start(change: QuestionnaireChange) -> str:
    return (
        _("The first was filled in after treatment began.") if change.baseline_after_start else ""
    )


def _change_words(change: QuestionnaireChange) -> str:
    points = change.points or 0
    if points == 0:
        return _("no change")
    amount = ngettext("{n} point", "{n} points", abs(points)).format(n=abs(points))
    if change.percent is not None:
        percent = format_percent(abs(change.percent) / 100)
        amount = _("{points} ({percent})").format(points=amount, percent=percent)
    return (_("down {points}") if points < 0 else _("up {points}")).format(points=amount)


# Symptoms


def _symptom_figure(scope: ReportScope, symptom: Symptom) -> dict[str, Any]:
    name = _("{symptom}, {low} to {high}").format(
        symptom=clipped(printable(symptom.label), SYMPTOM_LENGTH), low=RATING[0], high=RATING[1]
    )
    before = scope.reference(symptom.key)
    recent = recent_median(scope.timeline, symptom.key, scope.period.last_on, RECENT_DAYS)
    first = format_number(before.value) if before else None
    last = format_number(recent.value) if recent else None
    notes = _week_words(scope, before), _recent_words(scope, recent)
    if not scope.sessions and last is not None:
        return _figure(name, _one(last), notes[1])
    return _pair(name, first, last, notes)


def _pair(name: str, first: str | None, last: str | None, notes: tuple[str, str]) -> dict[str, Any]:
    """Return a figure of two values; one that is missing is said below the other."""
    if first is None and last is None:
        return _figure(name, _one(_("not noted")))
    if first is None or last is None:
        words = _("{first} not noted; {then}") if first is None else _("{first}; {then} not noted")
        return _figure(name, _one(first or last or ""), words.format(first=notes[0], then=notes[1]))
    words = _("{first}, then {then}")
    return _figure(name, _from_to(first, last), words.format(first=notes[0], then=notes[1]))


def _week_words(scope: ReportScope, before: Reference | None) -> str:
    """Return which week the reference is of, and how many ratings it rests on."""
    if before and before.series_id and len(scope.journal.series) > 1:
        series = scope.timeline.series(before.series_id)
        week = _("week before {series}").format(series=series_name(series))
    else:
        week = scope.either(_("week before the first infusion"), _("week before the first session"))
    if before is None:
        return week
    return _("{week} ({ratings})").format(week=week, ratings=ratings_words(before))


def _recent_words(scope: ReportScope, recent: RecentMedian | None) -> str:
    days = ngettext("{n} day to {day}", "{n} days to {day}", RECENT_DAYS).format(
        n=RECENT_DAYS, day=scope.day(scope.period.last_on)
    )
    return days if recent is None else _("{days} ({n})").format(days=days, n=recent.n)


# Side effects


def _worst_effect_figure(scope: ReportScope) -> dict[str, Any]:
    name = _("Worst side effect, {low} to {high}").format(low=Severity.NONE, high=Severity.SEVERE)
    if not scope.sessions:
        return _figure(name, _one(_("no session yet")))
    first, last = scope.sessions[0], scope.sessions[-1]
    if first == last:
        note = _("after {session}").format(session=scope.session_words(first))
        return _figure(name, _one(_worst(scope, first) or _("not noted")), note)
    noted = _("{noted} of {n} noted").format(
        noted=sum(_noted(scope, one) for one in scope.sessions), n=len(scope.sessions)
    )
    return _pair(
        name,
        _worst(scope, first),
        _worst(scope, last),
        (
            _("after {session}").format(session=scope.session_words(first)),
            _("after {session} ({noted})").format(session=scope.session_words(last), noted=noted),
        ),
    )


def _worst(scope: ReportScope, session: Session) -> str | None:
    """Return the worst severity, words where its strength was not said, ``None`` for nothing."""
    worst = worst_after(scope.timeline, session, scope.catalogue)
    if worst is not None:
        return format_number(worst)
    return _("strength not noted") if _noted(scope, session) else None


def _noted(scope: ReportScope, session: Session) -> bool:
    effects = effects_after(scope.timeline, session, scope.catalogue)
    return any(effect.noted for effect in effects.values())
