"""What leaves the computer with a report, said before it is saved."""

from symptrack.analysis.questionnaires import item_history
from symptrack.domain.instrument import load_instruments
from symptrack.exchange.report_header import goal, reader
from symptrack.exchange.report_scope import ReportScope, listed, printable
from symptrack.formatting import format_period
from symptrack.texts import _

PHQ9 = "phq9"
SYMPTOMS_NAMED = 5


def has_item9(scope: ReportScope) -> bool:
    """Whether there is a PHQ-9 in the period, so that its item 9 could go in."""
    instrument = load_instruments()[PHQ9]
    safety = next(item for item in instrument.items if item.safety)
    return bool(item_history(scope.timeline, instrument, safety.key, scope.period))


def what_leaves(scope: ReportScope, who: str, *, item9: bool) -> list[str]:
    """Return what is in the report, a line each; ``who`` is what is printed of the patient."""
    period = format_period(scope.period.first_on, scope.period.last_on)
    symptoms = listed([printable(one.label) for one in scope.symptoms], SYMPTOMS_NAMED)
    questionnaire = has_item9(scope)
    lines = [
        _("About you: {who}").format(who=who) if who else _("Nothing that names you"),
        _("Clinician and clinic: {reader}").format(reader=reader(scope.timeline))
        if reader(scope.timeline)
        else "",
        _("The dates: {period}").format(period=period),
        _("Your goal: {goal}").format(goal=goal(scope)) if goal(scope) else "",
        _("Every rating: {symptoms}").format(symptoms=symptoms),
        _("PHQ-9: two totals and how often it was filled in") if questionnaire else "",
        _("PHQ-9 item 9: your answers about thoughts of self-harm")
        if questionnaire and item9
        else "",
        _("Sessions: dates, how each was given, mood before and after, blood pressure")
        if scope.sessions
        else "",
        _("Side effects: the strongest and the one that lasted longest") if scope.sessions else "",
        _("How many days have a check-in, and how many were entered late or by a helper"),
    ]
    return [line for line in lines if line]
