"""The report's benefit by session, medicines and vital signs."""

from collections.abc import Iterator, Sequence
from typing import Any

from symptrack.analysis.benefit import Benefit, days_of_benefit
from symptrack.charts.benefit_words import benefit_words
from symptrack.domain.care import Medication
from symptrack.domain.session import Session, Vital
from symptrack.domain.words import VitalMoment
from symptrack.exchange.report_blocks import (
    Cell,
    column,
    disc,
    heading,
    section,
    small,
    table,
)
from symptrack.exchange.report_scope import ReportScope, printable
from symptrack.formatting import format_number
from symptrack.texts import _, ngettext

# Benefit


def benefit_section(scope: ReportScope) -> dict[str, Any]:
    """Return how long mood stayed up after each session, and what each count rests on."""
    columns = [
        column(_("No."), align="center"),
        column(_("Date")),
        column(_("Mood where it started"), share=0.9),
        column(_("Days up"), share=1),
        column(_("Rests on"), share=0.7),
    ]
    rows = [
        _benefit_row(scope, days_of_benefit(scope.timeline, one, scope.now))
        for one in scope.sessions
    ]
    return section(_("How long mood stayed up"), table(columns, rows))


def _benefit_row(scope: ReportScope, benefit: Benefit) -> list[Cell]:
    session, start = benefit.session, benefit.reference
    started = _("not noted")
    if start is not None:
        started = _("{value} ({basis})").format(
            value=format_number(start.value), basis=scope.basis(start)
        )
    return [
        disc(scope.timeline.numbers.get(session.id)),
        scope.session_day(session),
        started,
        benefit_words(benefit, infusions=scope.infusions),
        ngettext("{n} rated day", "{n} rated days", benefit.rated_days).format(
            n=benefit.rated_days
        ),
    ]


# Medicines


def medications_of(scope: ReportScope) -> list[Medication]:
    """Return the medicines that were taken at any time of the period."""
    taken = [
        one for one in scope.journal.medications if scope.period.meets(one.started_on, one.ended_on)
    ]
    return sorted(taken, key=lambda one: (str(one.started_on or ""), one.name.casefold(), one.id))


def sessions_with_medicines(scope: ReportScope) -> list[Session]:
    """Return the sessions at which medicines were noted."""
    return [one for one in scope.sessions if printable(one.medicines)]


def medications_section(scope: ReportScope) -> dict[str, Any]:
    """Return the medicines with their days, and those that were noted with a session."""
    columns = [
        column(_("Medicine"), share=1),
        column(_("Dose"), share=0.8),
        column(_("From")),
        column(_("Until")),
    ]
    at_sessions = [
        column(_("No."), align="center"),
        column(_("Date")),
        column(_("Medicines"), share=1),
    ]
    noted = sessions_with_medicines(scope)
    return section(
        _("Medicines"),
        table(columns, [_medication_row(scope, one) for one in medications_of(scope)]),
        heading(_("Noted with a session")) if noted else None,
        table(
            at_sessions, [[*_session_cells(scope, one), printable(one.medicines)] for one in noted]
        ),
    )


def _medication_row(scope: ReportScope, one: Medication) -> list[Cell]:
    return [
        printable(one.name),
        printable(one.dose) or _("not noted"),
        scope.day(one.started_on) if one.started_on else _("not noted"),
        scope.day(one.ended_on) if one.ended_on else _("still taken"),
    ]


# Vital signs


def sessions_with_vitals(scope: ReportScope) -> list[Session]:
    """Return the sessions with vital signs."""
    return [one for one in scope.sessions if one.vitals]


def vitals_section(scope: ReportScope) -> dict[str, Any]:
    """Return the vital signs of each session, by their moment."""
    columns = [
        column(_("No."), align="center"),
        column(_("Date")),
        column(_("Before"), share=1),
        column(_("Highest"), share=1),
        column(_("After"), share=1),
    ]
    rows = [
        [*_session_cells(scope, one), *(_signs(one.vitals, moment) for moment in VitalMoment)]
        for one in sessions_with_vitals(scope)
    ]
    return section(
        _("Vital signs"),
        table(columns, rows),
        small(_("Blood pressure in mmHg, pulse in beats a minute, SpO2 in per cent.")),
    )


def _session_cells(scope: ReportScope, session: Session) -> list[Cell]:
    return [disc(scope.timeline.numbers.get(session.id)), scope.session_day(session)]


def _signs(vitals: Sequence[Vital], moment: VitalMoment) -> str:
    said = [
        ", ".join(_measured(one)) for one in vitals if one.moment is moment and any(_measured(one))
    ]
    return "; ".join(said) or _("not noted")


def _measured(vital: Vital) -> Iterator[str]:
    if vital.systolic is not None or vital.diastolic is not None:
        upper = _("?") if vital.systolic is None else str(vital.systolic)
        lower = _("?") if vital.diastolic is None else str(vital.diastolic)
        yield _("{systolic}/{diastolic}").format(systolic=upper, diastolic=lower)
    if vital.pulse is not None:
        yield _("pulse {pulse}").format(pulse=vital.pulse)
    if vital.spo2 is not None:
        yield _("SpO2 {spo2}").format(spo2=vital.spo2)
