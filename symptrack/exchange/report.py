"""The report for the clinician: what it says of a journal.

Page 1 is built here out of the parts in ``report_figures``, ``report_glance``, ``report_chart``
and ``report_sessions``; ``report_rendering`` lays it out. Everything is words by then: the template
computes nothing and has no language.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from symptrack.analysis.period import Period, dates_period
from symptrack.analysis.timeline import Timeline
from symptrack.domain.journal import Journal
from symptrack.domain.settings import Paper
from symptrack.domain.side_effect import load_side_effects
from symptrack.exchange.report_chart import course_chart
from symptrack.exchange.report_figures import figures
from symptrack.exchange.report_glance import glance_lines
from symptrack.exchange.report_rendering import (
    LaidOutReport,
    lay_out,
    render_preview,
    render_report,
)
from symptrack.exchange.report_scope import ReportScope, clipped, printable
from symptrack.exchange.report_sessions import session_table
from symptrack.formatting import format_day_year_short, format_period
from symptrack.texts import _, language

__all__ = [
    "LaidOutReport",
    "ReportChoice",
    "lay_out",
    "render_preview",
    "render_report",
    "report_content",
]

PAPERS = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
FOOTER_LABEL_LENGTH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoice:
    """What the patient lets into the report.

    ``period`` is ``None`` where nothing was recorded yet. ``label`` and ``date_of_birth`` say
    whether these are printed (of the date of birth only the year), ``item9`` whether the answers
    to the PHQ-9 item about self-harm are; it is asked each time.
    """

    period: Period | None
    paper: Paper = Paper.A4
    label: bool = True
    date_of_birth: bool = False
    item9: bool = True


def report_content(journal: Journal, choice: ReportChoice, now: datetime) -> dict[str, Any]:
    """Return everything the template prints, as JSON values.

    Parameters
    ----------
    now
        When the report is made: an aware instant in the patient's zone. Its date is printed, and
        *so far* counts to it.
    """
    timeline = Timeline(journal)
    period = choice.period or dates_period(timeline, now.date(), now.date())
    scope = ReportScope(timeline=timeline, period=period, now=now, catalogue=load_side_effects())
    who = _who(journal, choice)
    return {
        "language": language(),
        "paper": PAPERS[choice.paper],
        "title": _("Ketamine treatment: symptoms and side effects"),
        "author": "Symptrack",
        "who": who,
        "facts": _facts(scope),
        "figures": figures(scope),
        "glance": glance_lines(scope, item9=choice.item9),
        "chart": course_chart(scope, choice.paper),
        "sessions": session_table(scope),
        "footer": _footer(who, now),
    }


def _who(journal: Journal, choice: ReportChoice) -> str:
    patient = journal.patient
    label = printable(patient.label) if choice.label else ""
    if not choice.date_of_birth or patient.date_of_birth is None:
        return label
    born = str(patient.date_of_birth.year)
    if not label:
        return _("Born {year}").format(year=born)
    return _("{label}, born {year}").format(label=label, year=born)


def _facts(scope: ReportScope) -> list[str]:
    """Return the period and whom the page is for: the latest visit's clinician, the clinic."""
    journal = scope.journal
    named = [visit for visit in journal.visits if visit.with_whom.strip()]
    latest = max(named, key=lambda visit: (visit.visited_on, visit.id), default=None)
    clinician = printable(latest.with_whom) if latest else ""
    clinics = [journal.patient.clinic_name, *(one.clinic for one in reversed(scope.sessions))]
    clinic = next((printable(name) for name in clinics if name.strip()), "")
    facts = [format_period(scope.period.first_on, scope.period.last_on)]
    if clinician and clinic:
        facts.append(_("for {clinician}, {clinic}").format(clinician=clinician, clinic=clinic))
    elif clinician or clinic:
        facts.append(_("for {reader}").format(reader=clinician or clinic))
    return facts


def _footer(who: str, now: datetime) -> dict[str, str]:
    day = format_day_year_short(now.date())
    label = clipped(who, FOOTER_LABEL_LENGTH)
    return {
        "statement": _(
            "Patient-reported with Symptrack. A record of what the patient noted, not a diagnosis."
        ),
        "mark": (
            _("{label}, saved {day}").format(label=label, day=day)
            if label
            else _("Saved {day}").format(day=day)
        ),
        "page": _("page {page} of {pages}"),
    }
