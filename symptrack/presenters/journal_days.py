"""What the days of the calendar bear: sessions, check-ins, questionnaires and visits."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from symptrack.analysis.timeline import Timeline
from symptrack.analysis.timing import recorded_on, session_on
from symptrack.domain.questionnaire import ClinicScore, Response
from symptrack.domain.words import SessionStatus
from symptrack.presenters.words import first_upper, session_name, weekday_words
from symptrack.texts import _, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMarks:
    """How much there is of a day; ``number`` is that of its session, where it has one."""

    sessions: int = 0
    number: int | None = None
    planned: int = 0
    check_ins: int = 0
    questionnaires: int = 0
    visits: int = 0


NOTHING = DayMarks()


def days_of(timeline: Timeline) -> Mapping[date, DayMarks]:
    """Return the days that bear anything."""
    days: dict[date, DayMarks] = defaultdict(DayMarks)
    journal = timeline.journal
    for session in journal.sessions:
        on, marks = session_on(session), days[session_on(session)]
        if session.status is SessionStatus.PLANNED:
            days[on] = replace(marks, planned=marks.planned + 1)
        elif session.done:
            number = timeline.numbers.get(session.id)
            days[on] = replace(marks, sessions=marks.sessions + 1, number=number)
    for check_in in journal.check_ins:
        on = recorded_on(check_in)
        days[on] = replace(days[on], check_ins=days[on].check_ins + 1)
    scores: list[Response | ClinicScore] = [*journal.responses, *journal.clinic_scores]
    for score in scores:
        on = recorded_on(score)
        days[on] = replace(days[on], questionnaires=days[on].questionnaires + 1)
    for visit in journal.visits:
        on = visit.visited_on
        days[on] = replace(days[on], visits=days[on].visits + 1)
    return dict(days)


def day_said(day: date, marks: DayMarks, today: date) -> str:
    """Return a day and what it bears, in words."""
    name = weekday_words(day, today)
    if day == today:
        name = _("{day}, today").format(day=name)
    parts = []
    if marks.sessions == 1:
        parts.append(first_upper(session_name(marks.number)) if marks.number else _("1 session"))
    elif marks.sessions:
        parts.append(_("{n} sessions").format(n=marks.sessions))
    if marks.planned:
        parts.append(_("Planned session"))
    for count, words in (
        (marks.check_ins, ngettext("{n} check-in", "{n} check-ins", marks.check_ins)),
        (
            marks.questionnaires,
            ngettext("{n} questionnaire", "{n} questionnaires", marks.questionnaires),
        ),
        (marks.visits, ngettext("{n} visit", "{n} visits", marks.visits)),
    ):
        if count:
            parts.append(words.format(n=count))
    return _("{day}: {entries}").format(day=name, entries=", ".join(parts)) if parts else name
