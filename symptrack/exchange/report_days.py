"""The report's late and missing entries: what the record leaves open."""

from collections.abc import Iterable
from typing import Any

from symptrack.analysis.completeness import completeness
from symptrack.analysis.entered_days import (
    Days,
    LateEntry,
    days_without_check_in,
    late_entries,
)
from symptrack.analysis.questionnaires_due import due_and_missed
from symptrack.analysis.timing import LATE_AFTER_H, session_on
from symptrack.domain.instrument import load_instruments
from symptrack.domain.session import by_start
from symptrack.domain.words import SessionStatus
from symptrack.exchange.report_blocks import lines, section
from symptrack.exchange.report_scope import ReportScope, listed, sentences
from symptrack.texts import _, ngettext

MISSED_LISTED = 12


def days_section(scope: ReportScope) -> dict[str, Any]:
    """Return the days without a check-in, what was entered late, and what was missed."""
    return section(
        _("Late and missing entries"),
        lines(
            (_("Days without a check-in"), _missing(scope)),
            (_("Entered late"), _late(scope)),
            (_("Entered by a helper"), _by_helper(scope)),
            (_("Questionnaires not filled in"), _questionnaires(scope)),
            (_("Sessions that did not take place"), _sessions(scope)),
        ),
    )


def _missing(scope: ReportScope) -> str:
    found = days_without_check_in(scope.timeline, scope.period)
    count = ngettext("{n} of {days} day.", "{n} of {days} days.", scope.period.days).format(
        n=sum(one.count for one in found), days=scope.period.days
    )
    return sentences((count, _row(_days_words(scope, one) for one in found)))


def _days_words(scope: ReportScope, days: Days) -> str:
    first, last = scope.day(days.first_on), scope.day(days.last_on)
    return first if days.count == 1 else _("{first} to {last}").format(first=first, last=last)


def _late(scope: ReportScope) -> str:
    found = late_entries(scope.timeline, scope.period)
    check_ins = completeness(scope.timeline, scope.period).check_ins
    if not found:
        return ngettext("None of {n} check-in.", "None of {n} check-ins.", check_ins).format(
            n=check_ins
        )
    count = ngettext(
        "{late} of {n} check-in, more than {hours} h after its time.",
        "{late} of {n} check-ins, more than {hours} h after their time.",
        check_ins,
    ).format(late=len(found), n=check_ins, hours=LATE_AFTER_H)
    return sentences((count, _row(_late_words(scope, one) for one in found)))


def _late_words(scope: ReportScope, late: LateEntry) -> str:
    return _("{day} (on {entered})").format(
        day=scope.day(late.on), entered=scope.day(late.entered_on)
    )


def _by_helper(scope: ReportScope) -> str:
    found = completeness(scope.timeline, scope.period)
    if not found.by_helper:
        return ""
    return ngettext(
        "{count} of {n} check-in.", "{count} of {n} check-ins.", found.check_ins
    ).format(count=found.by_helper, n=found.check_ins)


def _questionnaires(scope: ReportScope) -> str:
    said = []
    for instrument in load_instruments().values():
        due = due_and_missed(scope.timeline, instrument, scope.period, scope.now)
        if due.missed:
            count = _("{questionnaire}: {missed} of {due} due").format(
                questionnaire=instrument.short_title, missed=due.missed, due=due.due
            )
            days = listed([scope.day(on) for on in due.missed_on], MISSED_LISTED)
            said.append(_("{count}, on {days}.").format(count=count, days=days))
    return sentences(said)


def _sessions(scope: ReportScope) -> str:
    missed = [
        scope.day(session_on(one))
        for one in by_start(scope.journal.sessions)
        if one.status is SessionStatus.MISSED and scope.period.holds(session_on(one))
    ]
    return _row(missed)


def _row(days: Iterable[str]) -> str:
    """Return days in a row, as a sentence."""
    listed = ", ".join(days)
    return _("{days}.").format(days=listed) if listed else ""
