"""The report's lines at a glance: goal, sessions, item 9, longest side effect, completeness."""

from collections.abc import Sequence
from itertools import groupby

from symptrack.analysis.completeness import Completeness, completeness
from symptrack.analysis.open_effects import open_effects
from symptrack.analysis.questionnaires import ItemAnswer, item_history
from symptrack.analysis.questionnaires_due import due_and_missed
from symptrack.analysis.side_effects import EffectAfterSession, effects_after
from symptrack.analysis.timing import LATE_AFTER_H, session_on
from symptrack.charts.effect_words import duration_words, severity_name
from symptrack.domain.instrument import load_instruments
from symptrack.domain.series import Series
from symptrack.domain.words import SessionStatus
from symptrack.exchange.report_header import goal
from symptrack.exchange.report_scope import (
    ReportScope,
    listed,
    printable,
    sentences,
    series_name,
)
from symptrack.formatting import format_day_year, format_number, format_period
from symptrack.texts import _, ngettext

PHQ9 = "phq9"
SERIES_LISTED = 4
RUNS_LISTED = 6


def glance_lines(scope: ReportScope, *, item9: bool) -> list[dict[str, str]]:
    """Return the lines in their order; the goal and item 9 only where there is one to show."""
    lines = [
        (_("Patient’s goal"), goal(scope)),
        (_("Sessions"), _sessions(scope)),
        (_("PHQ-9 item 9"), _item9(scope) if item9 else ""),
        (_("Longest side effect"), _longest_effect(scope)),
        (_("How complete"), _completeness(scope)),
    ]
    return [{"name": name, "text": text} for name, text in lines if text]


# Sessions


def _sessions(scope: ReportScope) -> str:
    if not scope.sessions:
        return _("None in this period.")
    first_on, last_on = session_on(scope.sessions[0]), session_on(scope.sessions[-1])
    n = len(scope.sessions)
    if first_on == last_on:
        count = _("{n} on {day}.").format(n=n, day=format_day_year(last_on))
    else:
        count = _("{n} from {days}.").format(n=n, days=format_period(first_on, last_on))
    each = [_series_words(scope, series) for series in scope.period.series]
    outside = sum(scope.timeline.series_of(session) is None for session in scope.sessions)
    if outside and each:
        each.append(_("outside a series: {n}").format(n=outside))
    if not each:
        return count
    return sentences((count, _("{series}.").format(series=listed(each, SERIES_LISTED, joint="; "))))


def _series_words(scope: ReportScope, series: Series) -> str:
    """Return *First series: 4 of 6 planned, 1 missed*; unfinished is nothing special."""
    done = sum(session.series_id == series.id for session in scope.sessions)
    missed = sum(
        session.series_id == series.id
        and session.status is SessionStatus.MISSED
        and scope.period.holds(session_on(session))
        for session in scope.journal.sessions
    )
    name = series_name(series)
    if series.planned_sessions is None:
        words = _("{series}: {done}").format(series=name, done=done)
    else:
        words = (
            _("{series}: {done} of {planned} planned")
            if done <= series.planned_sessions
            else _("{series}: {done}, {planned} planned")
        ).format(series=name, done=done, planned=series.planned_sessions)
    if not missed:
        return words
    return ngettext("{series} ({n} missed)", "{series} ({n} missed)", missed).format(
        series=words, n=missed
    )


# PHQ-9 item 9


def _item9(scope: ReportScope) -> str:
    instrument = load_instruments()[PHQ9]
    item = next(one for one in instrument.items if one.safety)
    history = item_history(scope.timeline, instrument, item.key, scope.period)
    if not history:
        return _("No PHQ-9 in this period.")
    runs = [list(run) for _key, run in groupby(history, key=lambda one: (one.value, one.declined))]
    if len(runs) > RUNS_LISTED:
        answers = _item9_extremes(scope, history)
    else:
        answers = ", ".join(_run_words(scope, run, last=run is runs[-1]) for run in runs)
    return _("Thoughts of self-harm, 0 to 3: {answers}.").format(answers=answers)


def _run_words(scope: ReportScope, run: Sequence[ItemAnswer], *, last: bool) -> str:
    first_on, last_on = scope.day_long(run[0].on), scope.day_long(run[-1].on)
    value = _answer_words(run[0])
    if len(run) == 1:
        return _("{answer} on {day}").format(answer=value, day=first_on)
    if last:
        return _("{answer} since {day}").format(answer=value, day=first_on)
    return _("{answer} from {first} to {last}").format(answer=value, first=first_on, last=last_on)


def _answer_words(answer: ItemAnswer) -> str:
    if answer.value is not None:
        return format_number(answer.value)
    return _("declined") if answer.declined else _("not answered")


def _item9_extremes(scope: ReportScope, history: Sequence[ItemAnswer]) -> str:
    """Return highest and latest answer of a long history, and how many were above 0."""
    answered = [one for one in history if one.value is not None]
    highest = max(answered, key=lambda one: (one.value or 0, one.on))
    return _(
        "highest {highest} on {highest_day}, latest {latest} on {latest_day}, "
        "above 0 in {n} of {answered}"
    ).format(
        highest=format_number(highest.value or 0),
        highest_day=scope.day_long(highest.on),
        latest=_answer_words(history[-1]),
        latest_day=scope.day_long(history[-1].on),
        n=sum(bool(one.value) for one in answered),
        answered=len(answered),
    )


# Side effects


def _longest_effect(scope: ReportScope) -> str:
    found = [
        effect
        for session in scope.sessions
        for effect in effects_after(scope.timeline, session, scope.catalogue).values()
    ]
    if not found:
        return ""
    if not any(effect.noted for effect in found):
        return _("Nothing noted either way.")
    lasting = [one for one in found if one.present and one.duration is not None]
    if lasting:
        return _effect_words(scope, max(lasting, key=_length))
    if any(effect.present for effect in found):
        return _("How long they lasted was not noted.")
    return _("No side effect.")


def _length(effect: EffectAfterSession) -> tuple[float, float]:
    assert effect.duration is not None
    at_most = effect.duration.at_most_h
    return effect.duration.at_least_h, float("inf") if at_most is None else at_most


def _effect_words(scope: ReportScope, longest: EffectAfterSession) -> str:
    assert longest.duration is not None
    words = _("{effect} for {duration} after {session}, {strength}.").format(
        effect=printable(scope.catalogue.name_of(longest.effect, scope.journal.own_effect_labels)),
        duration=duration_words(longest.duration),
        session=scope.session_words(longest.session),
        strength=severity_name(longest.worst),
    )
    return sentences((words, _end_words(scope, longest)))


def _end_words(scope: ReportScope, longest: EffectAfterSession) -> str:
    if longest.duration is not None and longest.duration.at_most_h is not None:
        return _("Gone since.")
    still = any(
        (one.effect, one.session.id) == (longest.effect, longest.session.id)
        for one in open_effects(scope.timeline, scope.now, scope.catalogue)
    )
    return _("Still there at the last word on it.") if still else _("Its end was not noted.")


# Completeness


def _completeness(scope: ReportScope) -> str:
    found = completeness(scope.timeline, scope.period)
    days = ngettext(
        "Check-ins on {n} of {days} day.", "Check-ins on {n} of {days} days.", found.days
    ).format(n=found.days_with_check_in, days=found.days)
    return sentences((days, _late(found), _by_helper(found), _missed_questionnaires(scope)))


def _late(found: Completeness) -> str:
    if not found.check_ins:
        return ""
    if not found.late:
        return _("None entered late.")
    return ngettext(
        "{late} of {n} check-in entered late (over {hours} h, hollow in the chart).",
        "{late} of {n} check-ins entered late (over {hours} h, hollow in the chart).",
        found.check_ins,
    ).format(late=found.late, n=found.check_ins, hours=LATE_AFTER_H)


def _by_helper(found: Completeness) -> str:
    if not found.by_helper:
        return ""
    return ngettext(
        "{count} of {n} check-in entered by a helper.",
        "{count} of {n} check-ins entered by a helper.",
        found.check_ins,
    ).format(count=found.by_helper, n=found.check_ins)


def _missed_questionnaires(scope: ReportScope) -> str:
    instrument = load_instruments()[PHQ9]
    due = due_and_missed(scope.timeline, instrument, scope.period, scope.now)
    if not due.due:
        return ""
    return _("{missed} of {due} {questionnaire} not filled in.").format(
        questionnaire=instrument.short_title, missed=due.missed, due=due.due
    )
