"""Whose report it is, for whom, and what the patient hopes for."""

from symptrack.analysis.timeline import Timeline
from symptrack.domain.patient import Patient
from symptrack.exchange.report_scope import ReportScope, clipped, printable
from symptrack.formatting import format_day_year_short, format_period
from symptrack.texts import _

FOOTER_LABEL_LENGTH = 32
GOAL_LENGTH = 220


def who(patient: Patient, *, label: bool, date_of_birth: bool) -> str:
    """Return the patient's label and year of birth, as far as they are chosen and known."""
    name = printable(patient.label) if label else ""
    if not date_of_birth or patient.date_of_birth is None:
        return name
    born = patient.date_of_birth.year
    if not name:
        return _("Born {year}").format(year=born)
    return _("{label}, born {year}").format(label=name, year=born)


def reader(timeline: Timeline) -> str:
    """Return whom the report is for: whom the latest visit names, and the clinic."""
    journal = timeline.journal
    visits = sorted(journal.visits, key=lambda visit: (visit.visited_on, visit.id))
    clinicians = (printable(visit.with_whom) for visit in reversed(visits))
    clinician = next((name for name in clinicians if name), "")
    clinics = [journal.patient.clinic_name, *(one.clinic for one in reversed(timeline.sessions))]
    clinic = next((name for name in map(printable, clinics) if name), "")
    if clinician and clinic:
        return _("{clinician}, {clinic}").format(clinician=clinician, clinic=clinic)
    return clinician or clinic


def facts(scope: ReportScope) -> list[str]:
    """Return the period and whom the report is for."""
    period = format_period(scope.period.first_on, scope.period.last_on)
    name = reader(scope.timeline)
    return [period, _("for {reader}").format(reader=name)] if name else [period]


def goal(scope: ReportScope) -> str:
    """Return the goal of the latest series of the period that has one, or nothing."""
    goals = (printable(series.goal) for series in reversed(scope.period.series))
    return clipped(next((words for words in goals if words), ""), GOAL_LENGTH)


def footer(scope: ReportScope, who_words: str) -> dict[str, str]:
    """Return what stands below every page."""
    day = format_day_year_short(scope.now.date())
    label = clipped(who_words, FOOTER_LABEL_LENGTH)
    return {
        "statement": _("Reported by the patient, not a diagnosis. A record kept with Symptrack."),
        "mark": (
            _("{label}, saved {day}").format(label=label, day=day)
            if label
            else _("Saved {day}").format(day=day)
        ),
        "page": _("page {page} of {pages}"),
    }
