"""What leaves the computer with a report, said before it is saved: a line for each thing in it."""

from collections.abc import Collection, Iterator

from symptrack.analysis.questionnaires import item_history
from symptrack.domain.instrument import load_instruments
from symptrack.domain.settings import ReportPart
from symptrack.exchange.report_appendix import clinic_score_names, present_parts
from symptrack.exchange.report_header import goal, reader
from symptrack.exchange.report_own_words import notes_of, questions_of
from symptrack.exchange.report_questionnaires import used_instruments
from symptrack.exchange.report_scope import ReportScope, listed, printable
from symptrack.formatting import format_period
from symptrack.texts import _

PHQ9 = "phq9"
SYMPTOMS_NAMED = 5
SCALES_NAMED = 3


def has_item9(scope: ReportScope) -> bool:
    """Whether there is a PHQ-9 in the period, so that its item 9 could go in."""
    instrument = load_instruments()[PHQ9]
    safety = next(item for item in instrument.items if item.safety)
    return bool(item_history(scope.timeline, instrument, safety.key, scope.period))


def what_leaves(
    scope: ReportScope,
    who: str,
    *,
    item9: bool,
    parts: Collection[ReportPart],
    notes: Collection[str],
) -> list[str]:
    """Return what is in the report, a line each; ``who`` is what is printed of the patient."""
    page_1 = _page_1(scope, who, item9=item9)
    appendix = (_part(scope, one) for one in present_parts(scope) if one in parts)
    return [line for line in (*page_1, *appendix, *_own_words(scope, notes)) if line]


def _page_1(scope: ReportScope, who: str, *, item9: bool) -> Iterator[str]:
    yield _("About you: {who}").format(who=who) if who else _("Nothing that names you")
    if reader(scope.timeline):
        yield _("Clinician and clinic: {reader}").format(reader=reader(scope.timeline))
    period = format_period(scope.period.first_on, scope.period.last_on)
    yield _("The dates: {period}").format(period=period)
    if goal(scope):
        yield _("Your goal: {goal}").format(goal=goal(scope))
    symptoms = listed([printable(one.label) for one in scope.symptoms], SYMPTOMS_NAMED)
    yield _("Every rating: {symptoms}").format(symptoms=symptoms)
    if has_item9(scope):
        yield _("PHQ-9: two totals and how often it was filled in")
    if has_item9(scope) and item9:
        yield _("PHQ-9 item 9: your answers about thoughts of self-harm")
    if scope.sessions:
        yield _("Sessions: dates, how each was given, mood before and after, blood pressure")
        yield _("Side effects: the strongest and the one that lasted longest")
    yield _("How many days have a check-in, and how many were entered late or by a helper")


def _part(scope: ReportScope, part: ReportPart) -> str:
    questionnaires = ", ".join(one.short_title for one in used_instruments(scope))
    scales = listed([printable(one) for one in clinic_score_names(scope)], SCALES_NAMED)
    return {
        ReportPart.QUESTIONNAIRES: _(
            "{questionnaires}: every total with its day, late ones and missing answers marked"
        ).format(questionnaires=questionnaires),
        ReportPart.CLINIC_SCORES: _("Scores from your clinic: {scales}").format(scales=scales),
        ReportPart.SIDE_EFFECTS: _("Side effects: each one after each session, and how long"),
        ReportPart.BENEFIT: _("How long mood stayed up after each session"),
        ReportPart.MEDICATIONS: _("Your medicines, with dose and days"),
        ReportPart.VITALS: _("Vital signs of each session: blood pressure, pulse, oxygen"),
        ReportPart.DAYS: _("Which days have no check-in, and which entries were late or missed"),
        ReportPart.READING: _("How to read it: what the numbers mean"),
    }[part]


def _own_words(scope: ReportScope, notes: Collection[str]) -> Iterator[str]:
    chosen = [one for one in notes_of(scope) if one.key in notes]
    for one in chosen:
        yield _("Your note: {when}").format(when=one.when)
    questions = questions_of(scope)
    if questions is not None and questions.key in notes:
        yield _("Your questions: {when}").format(when=questions.when)
    if not chosen:
        yield _("None of your notes")
