"""The charts of the days after and of the benefit as tables, and their values read out."""

from datetime import timedelta
from typing import Any

from symptrack.analysis.benefit import Benefit
from symptrack.analysis.benefit_course import BenefitCourse
from symptrack.analysis.course import SessionMark
from symptrack.analysis.days_after import DayMedian, DaysAfter, SessionDay
from symptrack.analysis.timing import session_on
from symptrack.charts import benefit_words, days_after_words
from symptrack.charts.common_words import day_in, dose_words
from symptrack.formatting import format_day_year_short, format_number
from symptrack.presenters.charts_table import ChartTable, Row
from symptrack.texts import _, ngettext


def days_tables(found: DaysAfter) -> tuple[ChartTable, ...]:
    """Return the middle value of each day, and every day of every session."""
    rows = [(one.mark, day) for one in found.sessions for day in one.days]
    medians = ChartTable(
        _("{symptom}: all sessions on each day").format(symptom=found.symptom.label),
        (_("Day"), _("Sessions"), _("Middle value")),
        len(found.medians),
        lambda place: _median_row(found.medians[place]),
        in_order=frozenset({0}),
    )
    days = ChartTable(
        _("{symptom}: each session on each day").format(symptom=found.symptom.label),
        (_("Session"), _("Date"), _("Day"), found.symptom.label, _("Entries"), _("Remarks")),
        len(rows),
        lambda place: _day_row(*rows[place]),
        key=lambda place, column: _day_key(rows[place][1], column),
    )
    return medians, days


def read_day(found: DaysAfter, row: Any, day: DayMedian | SessionDay) -> str:
    """Return a day in words.

    *Mood, day 3, all sessions: middle value 5, 7 infusions*, or *Mood 5, day 3 after infusion 2,
    7 September, entered late*.
    """
    if isinstance(day, DayMedian):
        return _("{symptom}, day {day}, all together: middle value {value}, {n} {sessions}").format(
            symptom=found.symptom.label,
            day=day.day,
            value=format_number(day.value or 0),
            n=day.n,
            sessions=days_after_words.sessions(found),
        )
    mark: SessionMark = row
    number = "" if mark.number is None else str(mark.number)
    session = " ".join(part for part in (days_after_words.session(found), number) if part)
    parts = [
        _("{symptom} {value}").format(symptom=found.symptom.label, value=format_number(day.value)),
        _("day {day} after {session}").format(day=day.day, session=session),
        day_in(found.period, session_on(mark.session) + timedelta(days=day.day)),
    ]
    if day.n > 1:
        parts.append(ngettext("{n} entry", "{n} entries", day.n).format(n=day.n))
    return ", ".join([*parts, *_remarks(day)])


def benefit_table(found: BenefitCourse) -> ChartTable:
    """Return the days of benefit, a row per session."""
    return ChartTable(
        _("Days of benefit after each session"),
        (
            _("Session"),
            _("Date"),
            _("Dose"),
            _("Days"),
            _("How to read it"),
            _("Started at"),
            _("Rated days"),
        ),
        len(found.benefits),
        lambda place: _benefit_row(found, place),
    )


def read_benefit(found: BenefitCourse, benefit: Benefit) -> str:
    """Return a session's benefit in words: *Infusion 4, 11 September: 3 days*."""
    mark = next(mark for mark in found.sessions if mark.session == benefit.session)
    return _("{session}, {day}: {words}").format(
        session=benefit_words.session_name(found, mark),
        day=day_in(found.period, session_on(benefit.session)),
        words=benefit_words.row_words(benefit, infusions=benefit_words.infusions(found)),
    )


def _median_row(one: DayMedian) -> Row:
    value = "" if one.value is None else format_number(one.value)
    return str(one.day), str(one.n), value


def _day_row(mark: SessionMark, day: SessionDay) -> Row:
    return (
        "" if mark.number is None else str(mark.number),
        format_day_year_short(session_on(mark.session) + timedelta(days=day.day)),
        str(day.day),
        format_number(day.value),
        str(day.n),
        ", ".join(_remarks(day)),
    )


def _remarks(day: SessionDay) -> list[str]:
    """Return what sets a day apart: entered late, with a note."""
    late = [_("entered late")] if day.late else []
    return [*late, _("with a note")] if day.has_note else late


def _day_key(day: SessionDay, column: int) -> float | None:
    return {2: float(day.day), 3: day.value, 4: float(day.n)}.get(column)


def _benefit_row(found: BenefitCourse, place: int) -> Row:
    mark, benefit = found.sessions[place], found.benefits[place]
    reference = benefit.reference
    return (
        "" if mark.number is None else str(mark.number),
        format_day_year_short(session_on(mark.session)),
        dose_words(mark.session),
        "" if benefit.days is None else str(benefit.days),
        benefit_words.row_words(benefit, infusions=benefit_words.infusions(found)),
        "" if reference is None else benefit_words.reference_words(reference),
        str(benefit.rated_days),
    )
