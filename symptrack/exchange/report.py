"""The report for the clinician: what it says of a journal.

Page 1 is built here out of the parts in ``report_figures``, ``report_glance``, ``report_chart``
and ``report_sessions``, what follows it in ``report_appendix``; ``report_rendering`` lays it out.
Everything is words by then: the template computes nothing and has no language.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from symptrack.analysis.period import Period, dates_period
from symptrack.analysis.timeline import Recorded, Timeline, timeline_of
from symptrack.domain.settings import Paper, ReportPart
from symptrack.domain.side_effect import load_side_effects
from symptrack.exchange.report_appendix import appendix
from symptrack.exchange.report_chart import course_chart
from symptrack.exchange.report_figures import figures
from symptrack.exchange.report_glance import glance_lines
from symptrack.exchange.report_header import facts, footer, who
from symptrack.exchange.report_rendering import (
    LaidOutReport,
    lay_out,
    render_preview,
    render_report,
)
from symptrack.exchange.report_scope import ReportScope, nothing, sentences
from symptrack.exchange.report_sessions import session_table
from symptrack.texts import _, language

__all__ = [
    "LaidOutReport",
    "ReportChoice",
    "lay_out",
    "render_preview",
    "render_report",
    "report_content",
    "report_scope",
    "report_summary",
]

PAPERS = {Paper.A4: "a4", Paper.LETTER: "us-letter"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoice:
    """What the patient lets into the report.

    ``period`` is ``None`` where nothing was recorded yet. ``label`` and ``date_of_birth`` say
    whether these are printed (of the date of birth only the year), ``item9`` whether the answers
    to the PHQ-9 item about self-harm are; it is asked each time. ``parts`` are those of the
    appendix, ``notes`` the keys of the patient's own words that go in: none at first.
    """

    period: Period | None
    paper: Paper = Paper.A4
    label: bool = True
    date_of_birth: bool = False
    item9: bool = True
    parts: frozenset[ReportPart] = frozenset(ReportPart)
    notes: frozenset[str] = frozenset()


def report_scope(timeline: Timeline, period: Period | None, now: datetime) -> ReportScope:
    """Return what a report of a period is about; today alone where there is no period."""
    return ReportScope(
        timeline=timeline,
        period=period or dates_period(timeline, now.date(), now.date()),
        now=now,
        catalogue=load_side_effects(),
    )


def report_content(
    journal: Recorded, choice: ReportChoice, now: datetime, step: Callable[[], None] = nothing
) -> dict[str, Any]:
    """Return everything the template prints, as JSON values.

    Parameters
    ----------
    now
        When the report is made: an aware instant in the patient's zone. Its date is printed, and
        *so far* counts to it.
    step
        Called before each part; whatever it raises ends the work.
    """
    step()
    scope = report_scope(timeline_of(journal), choice.period, now)
    who_words = who(scope.journal.patient, label=choice.label, date_of_birth=choice.date_of_birth)
    return {
        "language": language(),
        "paper": PAPERS[choice.paper],
        "title": _("Ketamine treatment: symptoms and side effects"),
        "author": "Symptrack",
        "who": who_words,
        "facts": facts(scope),
        "figures": figures(scope),
        "glance": glance_lines(scope, item9=choice.item9),
        "chart": course_chart(scope, choice.paper),
        "sessions": session_table(scope),
        "appendix": appendix(
            scope, choice.parts, choice.notes, choice.paper, item9=choice.item9, step=step
        ),
        "footer": footer(scope, who_words),
    }


def report_summary(content: dict[str, Any]) -> str:
    """Return page 1 in a few sentences, for those who cannot see its picture."""
    lines = [f"{line['name']}: {line['text']}" for line in content["glance"]]
    for figure in content["figures"]:
        value = " ".join(part["text"] for part in figure["value"])
        lines.append(f"{figure['name']}: {value}. {figure['note']}".rstrip())
    return sentences((content["title"] + ".", *content["facts"], *lines, content["chart"]["alt"]))
