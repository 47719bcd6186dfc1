"""The report's appendix: which of its parts there are, which are chosen, and what they hold."""

from collections.abc import Callable, Collection
from typing import Any

from symptrack.analysis.questionnaire_course import QuestionnaireCourse
from symptrack.domain.settings import Paper, ReportPart
from symptrack.exchange.report_care import (
    benefit_section,
    medications_of,
    medications_section,
    sessions_with_medicines,
    sessions_with_vitals,
    vitals_section,
)
from symptrack.exchange.report_days import days_section
from symptrack.exchange.report_effects import effect_map, side_effects_section
from symptrack.exchange.report_own_words import notes_section, questions_section
from symptrack.exchange.report_questionnaires import (
    clinic_scores_section,
    questionnaire_course,
    questionnaires_section,
    used_instruments,
)
from symptrack.exchange.report_reading import reading_section
from symptrack.exchange.report_scope import ReportScope

Section = dict[str, Any]


def present_parts(scope: ReportScope) -> tuple[ReportPart, ...]:
    """Return the parts for which something was recorded in the period, in their order."""
    noted = {
        ReportPart.QUESTIONNAIRES: bool(used_instruments(scope)),
        ReportPart.CLINIC_SCORES: bool(clinic_score_names(scope)),
        ReportPart.SIDE_EFFECTS: bool(effect_map(scope).rows),
        ReportPart.BENEFIT: bool(scope.sessions),
        ReportPart.MEDICATIONS: bool(medications_of(scope) or sessions_with_medicines(scope)),
        ReportPart.VITALS: bool(sessions_with_vitals(scope)),
    }
    return tuple(part for part in ReportPart if noted.get(part, True))


def clinic_score_names(scope: ReportScope) -> list[str]:
    """Return the scales of which a clinic gave a score in the period."""
    return [panel.name for panel in questionnaire_course(scope).clinic]


def appendix(
    scope: ReportScope,
    parts: Collection[ReportPart],
    notes: Collection[str],
    paper: Paper,
    *,
    item9: bool,
    step: Callable[[], None],
) -> list[Section]:
    """Return the sections that are chosen and have something to say.

    The patient's own words come last before how to read it all. ``step`` is called before each.
    """
    course = questionnaire_course(scope)
    found: list[Section | None] = []
    for part in present_parts(scope):
        if part is ReportPart.READING:
            found += [notes_section(scope, notes), questions_section(scope, notes)]
        if part in parts:
            step()
            found.append(_section(scope, part, course, paper, item9=item9))
    return [one for one in found if one is not None]


def _section(
    scope: ReportScope, part: ReportPart, course: QuestionnaireCourse, paper: Paper, *, item9: bool
) -> Section:
    made: dict[ReportPart, Callable[[], Section]] = {
        ReportPart.QUESTIONNAIRES: lambda: questionnaires_section(
            scope, course, paper, item9=item9
        ),
        ReportPart.CLINIC_SCORES: lambda: clinic_scores_section(scope, course),
        ReportPart.SIDE_EFFECTS: lambda: side_effects_section(scope, effect_map(scope)),
        ReportPart.BENEFIT: lambda: benefit_section(scope),
        ReportPart.MEDICATIONS: lambda: medications_section(scope),
        ReportPart.VITALS: lambda: vitals_section(scope),
        ReportPart.DAYS: lambda: days_section(scope),
        ReportPart.READING: lambda: reading_section(scope),
    }
    return made[part]()
