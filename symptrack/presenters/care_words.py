"""The words for medicines and visits, on every page that names them."""

from datetime import date

from symptrack.domain.care import Medication, Visit
from symptrack.formatting import format_day_year, format_period
from symptrack.presenters.journal_views import CareLine
from symptrack.presenters.words import weekday_words
from symptrack.texts import _, ngettext


def medicine_words(medicine: Medication) -> str:
    """Return *Sertraline, 100 mg daily*."""
    name = " ".join(medicine.name.split()) or _("Medicine")
    dose = " ".join(medicine.dose.split())
    return _("{medicine}, {dose}").format(medicine=name, dose=dose) if dose else name


def taken_words(medicine: Medication, today: date) -> str:
    """Return *Since 5 October 2026*, *5 October to 9 November 2026* or what is known of it."""
    began, ended = medicine.started_on, medicine.ended_on
    if began is not None and ended is not None:
        return format_period(began, ended)
    if began is not None:
        words = _("Since {day}") if began <= today else _("From {day} on")
        return words.format(day=format_day_year(began))
    if ended is not None:
        return _("Until {day}").format(day=format_day_year(ended))
    return _("Start not noted")


def is_taken(medicine: Medication, today: date) -> bool:
    """Whether it is still taken, or will be."""
    return medicine.ended_on is None or medicine.ended_on >= today


def visit_words(visit: Visit, today: date) -> str:
    """Return *Friday 2 October, with Dr Okafor*."""
    day = weekday_words(visit.visited_on, today)
    if visit.visited_on == today:
        day = _("{day}, today").format(day=day)
    if not visit.with_whom:
        return day
    return _("{day}, with {who}").format(day=day, who=" ".join(visit.with_whom.split()))


def care_line(visit: Visit | None, today: date) -> CareLine:
    """Return when the next visit is, and how much is to be asked there."""
    if visit is None:
        return CareLine(visit=_("No visit is planned."), questions="")
    words = _("Next visit: {visit}").format(visit=visit_words(visit, today))
    return CareLine(visit=words, questions=questions_words(visit))


def questions_of(visit: Visit) -> tuple[str, ...]:
    """Return the questions of a visit, one from each line that is written on."""
    return tuple(line.strip() for line in visit.questions.splitlines() if line.strip())


def questions_words(visit: Visit) -> str:
    """Return *3 questions noted*, or nothing."""
    n = len(questions_of(visit))
    return ngettext("{n} question noted", "{n} questions noted", n).format(n=n) if n else ""
