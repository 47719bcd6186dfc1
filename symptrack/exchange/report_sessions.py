"""The report's table of sessions and the notes that state its rules."""

from collections.abc import Iterable, Sequence
from typing import Any

from symptrack.analysis.before_after import before_after
from symptrack.analysis.benefit import POINTS_UP, Benefit, days_of_benefit
from symptrack.analysis.reference import Reference
from symptrack.charts.benefit_words import benefit_words
from symptrack.domain.series import Series
from symptrack.domain.session import Session, Vital
from symptrack.domain.symptom import MOOD
from symptrack.domain.words import Route, VitalMoment
from symptrack.exchange.report_scope import ReportScope, listed, sentences, series_name
from symptrack.formatting import format_change, format_number
from symptrack.texts import _

REFERENCES_LISTED = 4


def session_table(scope: ReportScope) -> dict[str, Any]:
    """Return the table: a row a session, and its notes."""
    benefits = [days_of_benefit(scope.timeline, one, scope.now) for one in scope.sessions]
    return {
        "heading": _("Sessions"),
        "empty": "" if scope.sessions else _("No session in this period."),
        "number": _("No."),
        "columns": _columns(scope),
        "rows": [_row(scope, benefit) for benefit in benefits],
        "notes": _notes(scope, benefits),
    }


def _columns(scope: ReportScope) -> list[dict[str, Any]]:
    """Return the columns; those with a share divide the width that the others leave."""
    # Dates with years leave less; what was given stays on one line all the same.
    given_share = 0.95 if scope.sessions_over_years else 0.72
    return [
        _column(_("Date")),
        _column(_("Given"), share=given_share),
        _column(_("Mood before"), align="center"),
        _column(_("24 h after"), align="center"),
        _column(_("Change"), align="center", strong=True),
        _column(_("Highest BP")),
        _column(_("Mood at least {points} points up for").format(points=POINTS_UP), share=1),
    ]


def _column(
    name: str, *, align: str = "left", strong: bool = False, share: float = 0
) -> dict[str, Any]:
    return {"name": name, "align": align, "strong": strong, "share": share}


def _row(scope: ReportScope, benefit: Benefit) -> dict[str, Any]:
    session = benefit.session
    mood = before_after(scope.timeline, session, MOOD)
    number = scope.timeline.numbers.get(session.id)
    return {
        "number": "" if number is None else str(number),
        "cells": [
            scope.session_day(session),
            given(session),
            _noted(mood.before),
            _noted(mood.after),
            "" if mood.change is None else format_change(mood.change),
            highest_blood_pressure(session.vitals),
            benefit_words(benefit, infusions=scope.infusions),
        ],
    }


def _noted(rating: int | None) -> str:
    return _("not noted") if rating is None else format_number(rating)


def route_word(route: Route) -> str:
    """Return how a session was given, as a clinician abbreviates it."""
    return {
        Route.IV: _("IV"),
        Route.IM: _("IM"),
        Route.SC: _("SC"),
        Route.LOZENGE: _("Lozenge"),
        Route.NASAL: _("Nasal"),
        Route.ORAL: _("Oral"),
        Route.OTHER: _("Other route"),
    }[route]


def given(session: Session) -> str:
    """Return route, dose and minutes: *IV, 35 mg in 40 min*."""
    route, dose, minutes = route_word(session.route), session.dose, session.duration_min
    if dose is None and minutes is None:
        return _("{route}, dose not noted").format(route=route)
    if dose is None:
        return _("{route}, {minutes} min, dose not noted").format(route=route, minutes=minutes)
    amount = _("{number} {unit}").format(number=format_number(dose.value, 2), unit=dose.unit.value)
    if minutes is None:
        return _("{route}, {dose}").format(route=route, dose=amount)
    return _("{route}, {dose} in {minutes} min").format(route=route, dose=amount, minutes=minutes)


def highest_blood_pressure(vitals: Iterable[Vital]) -> str:
    """Return the measurement with the highest systolic pressure: *146/90*.

    Only whole measurements count, so that the two numbers belong together; without one at the peak
    or after it, the highest is not known. Our definition.
    """
    measured = [
        (vital.systolic, vital.diastolic, vital.moment)
        for vital in vitals
        if vital.systolic is not None and vital.diastolic is not None
    ]
    if all(moment is VitalMoment.BEFORE for _systolic, _diastolic, moment in measured):
        return _("not noted")
    systolic, diastolic, _moment = max(measured)
    return _("{systolic}/{diastolic}").format(systolic=systolic, diastolic=diastolic)


def _notes(scope: ReportScope, benefits: Sequence[Benefit]) -> list[str]:
    if not benefits:
        return []
    found = (benefit.reference for benefit in benefits)
    references = list(dict.fromkeys(one for one in found if one is not None))
    counting = _(
        "Days count from the first to the last such day; one lower or missing day between is "
        "bridged (Symptrack’s definition)."
    )
    rule = sentences((_rule(scope, references), counting if references else ""))
    return [rule, *_series_ranges(scope)]


def _rule(scope: ReportScope, references: Sequence[Reference]) -> str:
    """Say what *up* is measured against: the reference, each series' where there are several."""
    if not references:
        return scope.either(
            _("No mood was noted in the week before the first infusion to count from."),
            _("No mood was noted in the week before the first session to count from."),
        )
    if len(references) == 1:
        words = scope.either(
            _(
                "Up means at least {points} points above {value}, the middle value of the week "
                "before the first infusion ({basis})."
            ),
            _(
                "Up means at least {points} points above {value}, the middle value of the week "
                "before the first session ({basis})."
            ),
        )
        return words.format(
            points=POINTS_UP,
            value=format_number(references[0].value),
            basis=scope.basis(references[0]),
        )
    values = [
        _("{value} ({basis})").format(value=format_number(one.value), basis=scope.basis(one))
        for one in references
    ]
    words = _(
        "Up means at least {points} points above the middle value of the week before each series: "
        "{values}."
    )
    return words.format(points=POINTS_UP, values=listed(values, REFERENCES_LISTED))


def _series_ranges(scope: ReportScope) -> list[str]:
    """Say which sessions belong to which series, where there are several."""
    ranges = []
    for series in scope.period.series:
        theirs = [one for one in scope.sessions if one.series_id == series.id]
        if theirs:
            ranges.append(_series_range(scope, series, theirs[0], theirs[-1]))
    return [sentences(ranges)] if len(ranges) > 1 else []


def _series_range(scope: ReportScope, series: Series, first: Session, last: Session) -> str:
    numbers = scope.timeline.numbers
    if first == last:
        return _("Session {number}: {series}.").format(
            number=numbers[first.id], series=series_name(series)
        )
    words = (
        _("Sessions {first} and {last}: {series}.")
        if numbers[last.id] == numbers[first.id] + 1
        else _("Sessions {first} to {last}: {series}.")
    )
    return words.format(first=numbers[first.id], last=numbers[last.id], series=series_name(series))
