"""The patient's own words in the report: notes, each chosen by itself, and questions for the visit.

None goes in unless its key is chosen.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from symptrack.analysis.timing import days_after, recorded_on, session_on
from symptrack.domain.care import Visit
from symptrack.domain.check_in import CheckIn
from symptrack.domain.session import Session
from symptrack.exchange.report_blocks import own_words, section, small
from symptrack.exchange.report_scope import ReportScope, printable
from symptrack.texts import _, ngettext


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Something the patient wrote; ``when`` says what it is about, ``key`` is its own."""

    key: str
    on: date
    when: str
    text: str


def notes_of(scope: ReportScope) -> list[OwnWords]:
    """Return the notes of the period, the earliest first."""
    found = [
        *_check_in_notes(scope),
        *_session_notes(scope),
        *_medication_notes(scope),
        *_visit_notes(scope),
    ]
    return sorted(found, key=lambda one: (one.on, one.key))


def questions_of(scope: ReportScope) -> OwnWords | None:
    """Return what the patient wants to ask at the next visit, today's included, or ``None``."""
    coming = [one for one in scope.journal.visits if one.visited_on >= scope.now.date()]
    for visit in sorted(coming, key=lambda one: (one.visited_on, one.id)):
        if printable(visit.questions):
            when = _visit_words(visit, scope)
            return OwnWords(f"questions:{visit.id}", visit.visited_on, when, visit.questions)
    return None


def every_key(scope: ReportScope) -> frozenset[str]:
    """Return the keys of all that the patient wrote: notes and questions."""
    questions = questions_of(scope)
    keys = [one.key for one in notes_of(scope)] + ([questions.key] if questions else [])
    return frozenset(keys)


def notes_section(scope: ReportScope, chosen: Collection[str]) -> dict[str, Any] | None:
    """Return the chosen notes and how many there are, ``None`` where none was chosen."""
    notes = notes_of(scope)
    shown = [one for one in notes if one.key in chosen]
    if not shown:
        return None
    count = ngettext(
        "{n} of {count} note, chosen by the patient.",
        "{n} of {count} notes, chosen by the patient.",
        len(notes),
    ).format(n=len(shown), count=len(notes))
    return section(
        _("In the patient’s words"),
        *(own_words(one.when, one.text) for one in shown),
        small(count),
    )


def questions_section(scope: ReportScope, chosen: Collection[str]) -> dict[str, Any] | None:
    """Return the questions for the visit, ``None`` where they were not chosen."""
    questions = questions_of(scope)
    if questions is None or questions.key not in chosen:
        return None
    return section(
        _("The patient’s questions for the visit"), own_words(questions.when, questions.text)
    )


def _check_in_notes(scope: ReportScope) -> Iterator[OwnWords]:
    for one in scope.timeline.check_ins:
        on = recorded_on(one)
        if printable(one.note) and scope.period.holds(on):
            yield OwnWords(f"check_in:{one.id}", on, _check_in_words(scope, one), one.note)


def _check_in_words(scope: ReportScope, check_in: CheckIn) -> str:
    day = scope.day_long(recorded_on(check_in))
    session = scope.timeline.session_followed(check_in)
    if session is None:
        return day
    days = days_after(session, check_in.occurred_at)
    return ngettext(
        "{day}, day {n} after {session}", "{day}, day {n} after {session}", days
    ).format(day=day, n=days, session=scope.session_words(session))


def _session_notes(scope: ReportScope) -> Iterator[OwnWords]:
    for one in scope.journal.sessions:
        on = session_on(one)
        if not scope.period.holds(on):
            continue
        named = _session_words(scope, one)
        if printable(one.intention):
            words = _("Intention for {session}").format(session=named)
            yield OwnWords(f"intention:{one.id}", on, words, one.intention)
        if printable(one.note):
            words = _("On {session}").format(session=named)
            yield OwnWords(f"session:{one.id}", on, words, one.note)


def _session_words(scope: ReportScope, session: Session) -> str:
    if session.id not in scope.timeline.numbers:
        return scope.session_words(session)
    return _("{session}, {day}").format(
        session=scope.session_words(session), day=scope.day_long(session_on(session))
    )


def _medication_notes(scope: ReportScope) -> Iterator[OwnWords]:
    for one in scope.journal.medications:
        if printable(one.note) and scope.period.meets(one.started_on, one.ended_on):
            on = max(one.started_on or scope.period.first_on, scope.period.first_on)
            words = _("On the medicine {name}").format(name=printable(one.name))
            yield OwnWords(f"medication:{one.id}", on, words, one.note)


def _visit_notes(scope: ReportScope) -> Iterator[OwnWords]:
    for one in scope.journal.visits:
        if printable(one.note) and scope.period.holds(one.visited_on):
            yield OwnWords(f"visit:{one.id}", one.visited_on, _visit_words(one, scope), one.note)


def _visit_words(visit: Visit, scope: ReportScope) -> str:
    day = scope.day_long(visit.visited_on)
    with_whom = printable(visit.with_whom)
    if not with_whom:
        return _("Visit of {day}").format(day=day)
    return _("Visit of {day}, {clinician}").format(day=day, clinician=with_whom)
