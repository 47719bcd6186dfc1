"""The words of the marks above the course chart: visits, and changes of medicines."""

from collections.abc import Sequence

from symptrack.analysis.care_marks import CareMark, MarkKind
from symptrack.analysis.course import Course
from symptrack.charts import common_words, course_words
from symptrack.formatting import format_number
from symptrack.texts import _, ngettext

_NAMED_CHANGES = 3


def summary(course: Course) -> str:
    """Return the course in words, with its visits and changes of medicines."""
    parts = (course_words.summary(course), _visits(course), _medicines(course))
    return " ".join(part for part in parts if part)


def legend() -> str:
    """Return what the marks of medicines mean."""
    return _(
        "Medicines, on top: a triangle where one began, a bar at a new dose, a square at the end."
    )


def label(mark: CareMark) -> str:
    """Return what stands beside a mark: *Sertraline 100 mg*, *Sertraline ended*."""
    name = _name(mark)
    if mark.kind is MarkKind.STOPPED:
        return _("{medicine} ended").format(medicine=name)
    return " ".join(part for part in (name, _one_line(mark.dose)) if part)


def kind_words(mark: CareMark) -> str:
    """Return what a mark stands for."""
    return {
        MarkKind.VISIT: _("Visit"),
        MarkKind.STARTED: _("Medicine began"),
        MarkKind.DOSE: _("New dose"),
        MarkKind.STOPPED: _("Medicine ended"),
    }[mark.kind]


def detail_words(mark: CareMark) -> str:
    """Return whom a visit was with; or the medicine and its doses: *Sertraline, 100 mg*."""
    name, dose, former = (_one_line(text) for text in (mark.what, mark.dose, mark.former))
    if mark.kind is MarkKind.DOSE and former:
        return _("{medicine}, {dose}, before it {former}").format(
            medicine=name, dose=dose, former=former
        )
    return ", ".join(part for part in (name, dose) if part)


def _visits(course: Course) -> str:
    n = sum(mark.kind is MarkKind.VISIT for mark in course.marks)
    if not n:
        return ""
    return ngettext("{n} visit is marked.", "{n} visits are marked.", n).format(n=format_number(n))


def _medicines(course: Course) -> str:
    changes = medicine_marks(course.marks)
    if not changes:
        return ""
    if len(changes) > _NAMED_CHANGES:
        return _("Medicines changed {n} times.").format(n=format_number(len(changes)))
    said = (
        _("{change} on {day}").format(
            change=_change(mark), day=common_words.day_in(course.period, mark.on)
        )
        for mark in changes
    )
    return _("Medicines: {changes}.").format(changes="; ".join(said))


def medicine_marks(marks: Sequence[CareMark]) -> list[CareMark]:
    """Return the marks that are changes of medicines."""
    return [mark for mark in marks if mark.kind is not MarkKind.VISIT]


def _change(mark: CareMark) -> str:
    """Return *Sertraline (50 mg) began*, *new dose of Sertraline (100 mg)*, *Zolpidem ended*."""
    if mark.kind is MarkKind.STOPPED:
        return label(mark)
    name, dose = _name(mark), _one_line(mark.dose)
    medicine = _("{medicine} ({dose})").format(medicine=name, dose=dose) if dose else name
    words = _("{medicine} began") if mark.kind is MarkKind.STARTED else _("new dose of {medicine}")
    return words.format(medicine=medicine)


def _name(mark: CareMark) -> str:
    return _one_line(mark.what) or _("Medicine")


def _one_line(text: str) -> str:
    return " ".join(text.split())
