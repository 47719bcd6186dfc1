"""The words of the Journal's cards and rows."""

from dataclasses import dataclass
from datetime import date

from symptrack.analysis.follow_ups import DAY_HOURS, DueCheckIn, DueKind
from symptrack.analysis.timing import day_of, hours_after, is_late, session_on
from symptrack.analysis.weekly_effects import weekly_keys
from symptrack.domain.care import Visit
from symptrack.domain.check_in import CheckIn, SideEffectEntry
from symptrack.domain.instrument import load_instruments
from symptrack.domain.journal import KIND_OF, Journal
from symptrack.domain.questionnaire import ClinicScore, Response, score
from symptrack.domain.session import Session
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.symptom import MOOD, known_symptoms
from symptrack.domain.words import EnteredBy, Mode, Moment, SessionStatus, Severity, Source
from symptrack.exchange.report_sessions import route_word
from symptrack.formatting import format_day, format_month, format_number, format_time
from symptrack.presenters.care_words import questions_words
from symptrack.presenters.journal_order import Listed, listed_on
from symptrack.presenters.journal_views import DueRow, EntryRow, SessionHead
from symptrack.presenters.questionnaire_words import band_words, marks_of, total_words
from symptrack.presenters.session_checks import dose_words
from symptrack.presenters.words import hours_after_words, severity_word, weekday_words
from symptrack.texts import _, ngettext

LONGEST_NOTE = 160


@dataclass(frozen=True, slots=True)
class Names:
    """What the patient's own things are called, and what is known of their questionnaires.

    ``overlapping`` are the ids of those closer to the one before than their minimum interval,
    ``changing`` of those of which a change is begun and not saved. Visits after ``today`` are
    planned ones.
    """

    catalogue: SideEffectCatalogue
    effects: dict[str, str]
    symptoms: dict[str, str]
    overlapping: frozenset[str] = frozenset()
    changing: frozenset[str] = frozenset()
    today: date = date.max

    @classmethod
    def of(cls, journal: Journal, catalogue: SideEffectCatalogue) -> "Names":
        """Return the names that a journal uses."""
        return cls(
            catalogue,
            journal.own_effect_labels,
            {one.key: one.label for one in known_symptoms(journal.symptoms)},
        )

    def effect(self, key: str) -> str:
        """Return the words for a side effect."""
        return self.catalogue.name_of(key, self.effects)

    def symptom(self, key: str) -> str:
        """Return the words for a symptom."""
        return self.symptoms.get(key) or key.replace("_", " ")


def month_title(record: Listed) -> str:
    """Return the title above what was entered in a month before any session."""
    return format_month(listed_on(record))


def session_head(
    session: Session, number: int | None, mood_before: int | None, today: date
) -> SessionHead:
    """Return a session as it stands above its entries."""
    day = weekday_words(session.started_at.date(), today)
    if session.status is SessionStatus.PLANNED:
        title = _("Planned session, {day}").format(day=day)
    elif session.status is SessionStatus.MISSED:
        title = _("Missed session, {day}").format(day=day)
    elif number is None:
        title = _("Session, {day}").format(day=day)
    else:
        title = _("Session {number}, {day}").format(number=number, day=day)
    lines = (_given(session, mood_before), *_quoted(session.note))
    return SessionHead(
        id=session.id,
        status=session.status,
        number="" if number is None else str(number),
        title=title,
        lines=lines,
        spoken=". ".join((title, *lines)),
    )


def _given(session: Session, mood_before: int | None) -> str:
    """Return *IV, 38 mg over 40 min, mood before 4*."""
    parts = [route_word(session.route)]
    minutes = session.duration_min
    if session.dose is not None and minutes is not None:
        parts.append(
            _("{dose} over {minutes} min").format(dose=dose_words(session.dose), minutes=minutes)
        )
    elif session.dose is not None:
        parts.append(dose_words(session.dose))
    elif minutes is not None:
        parts.append(_("{minutes} min").format(minutes=minutes))
    if not session.done and session.time_known:
        parts.append(format_time(session.started_at))
    if mood_before is not None:
        parts.append(_("mood before {rating}").format(rating=mood_before))
    return ", ".join(parts)


def due_row(due: DueCheckIn) -> DueRow:
    """Return the check-in that is waiting."""
    if due.kind is DueKind.BEFORE:
        when = _("Before")
    elif due.kind is DueKind.EVENING:
        when = _("This evening")
    else:
        when = hours_after_words(due.hours or DAY_HOURS)
    return DueRow(when=when, at=_("due today"), text=_("Check-in is due"), action=_("Check in now"))


def entry_row(record: Listed, session: Session | None, names: Names) -> EntryRow:
    """Return one entry as it stands under its session, or under a month."""
    when, at = _when(record, session)
    mood = ""
    if isinstance(record, CheckIn):
        mood = str(record.ratings[MOOD]) if MOOD in record.ratings else ""
        text, *lines = _check_in_lines(record, names)
    elif isinstance(record, Response):
        text, *lines = _response_lines(record, names)
    elif isinstance(record, ClinicScore):
        text, lines = _score_text(record), [_("Score from your clinic")]
    else:
        text, *lines = _visit_lines(record, names.today)
    said = _("Mood {rating} of 10").format(rating=mood) if mood else ""
    place = ", ".join(part for part in (when, at) if part)
    return EntryRow(
        kind=KIND_OF[type(record)],
        id=record.id,
        when=when,
        at=at,
        mood=mood,
        text=text,
        lines=tuple(lines),
        spoken=". ".join(part for part in (place, said, text, *lines) if part),
    )


def _when(record: Listed, session: Session | None) -> tuple[str, str]:
    """Return when an entry was made: seen from its session, and by the clock or calendar."""
    if isinstance(record, Visit):
        clock = ""
    else:
        clock = format_time(record.occurred_at) if record.time_known else ""
    on = listed_on(record)
    if session is None:
        return format_day(on), clock
    if not clock:
        return _seen_from(session, record), format_day(on)
    if on != session.started_at.date():
        clock = _("{day}, {time}").format(day=format_day(on), time=clock)
    return _seen_from(session, record), clock


def _seen_from(session: Session, record: Listed) -> str:
    if isinstance(record, Visit):
        return _days((record.visited_on - session_on(session)).days)
    if isinstance(record, CheckIn) and _is_before(record, session):
        return _("Before")
    if not (session.time_known and record.time_known):
        return _days(day_of(session, record))
    hours = hours_after(session, record.occurred_at)
    if hours < 0:
        return _("During")
    return hours_after_words(hours) if round(hours) else _("Just after")


def _is_before(record: CheckIn, session: Session) -> bool:
    return record.moment is Moment.BEFORE and record.session_id == session.id


def _days(days: int) -> str:
    if days == 0:
        return _("That day")
    return ngettext("{n} day", "{n} days", days).format(n=days)


def _check_in_lines(check_in: CheckIn, names: Names) -> list[str]:
    """Return what a check-in says, most telling first; never nothing."""
    said = []
    present = [_effect(one, names) for one in check_in.side_effects if one.present]
    gone = [names.effect(one.effect) for one in check_in.side_effects if _has_gone(one, names)]
    if present:
        said.append(", ".join(present))
    if gone:
        said.append(_("Gone: {effects}").format(effects=", ".join(gone)))
    if check_in.nothing_to_report:
        said.append(_("Nothing to report"))
    others = [
        _("{symptom} {rating}").format(symptom=names.symptom(key), rating=rating)
        for key, rating in check_in.ratings.items()
        if key != MOOD
    ]
    if others:
        said.append(", ".join(others))
    said += _quoted(check_in.note)
    if not said:
        said.append(_("Mood only") if MOOD in check_in.ratings else _("Nothing answered"))
    return said + _marks(check_in)


def _has_gone(entry: SideEffectEntry, names: Names) -> bool:
    """Whether an entry is worth a word; *none* of what is asked once a week mostly never was."""
    asked_weekly = entry.effect in weekly_keys(names.catalogue)
    return not entry.present and not (asked_weekly and entry.severity == Severity.NONE)


def _effect(entry: SideEffectEntry, names: Names) -> str:
    if entry.severity is None:
        return names.effect(entry.effect)
    return _("{effect} {severity} ({number})").format(
        effect=names.effect(entry.effect),
        severity=severity_word(entry.severity).lower(),
        number=entry.severity,
    )


def _marks(record: CheckIn | Response) -> list[str]:
    """Return how an entry was made, where that is worth a line."""
    marks = []
    if is_late(record):
        marks.append(_("Entered late"))
    if isinstance(record, CheckIn) and record.mode is Mode.GENTLE:
        marks.append(_("Entered in gentle mode"))
    if record.entered_by is EnteredBy.HELPER:
        marks.append(_("Entered by a helper"))
    if isinstance(record, CheckIn) and record.source is not Source.SYMPTRACK:
        marks.append(_("From another app"))
    return [", ".join(marks)] if marks else []


def _quoted(note: str) -> list[str]:
    """Return a note in quotation marks, on one line and cut where it is long."""
    shown = " ".join(note.split())
    if len(shown) > LONGEST_NOTE:
        shown = shown[: LONGEST_NOTE - 1] + "\u2026"
    return [_("“{note}”").format(note=shown)] if shown else []


def _response_lines(response: Response, names: Names) -> list[str]:
    """Return the total, whose band it lies in, and what a reader must know of it."""
    instrument = load_instruments()[response.instrument]
    found = score(instrument, response.answers)
    overlaps = response.id in names.overlapping
    said = [total_words(instrument, found)]
    if found.total is not None:
        said.append(band_words(instrument, found.total))
    said += marks_of(instrument, response, overlaps=overlaps)
    if response.id in names.changing:
        said.append(_("A change is begun and not saved yet"))
    return said + _marks(response)


def _score_text(one: ClinicScore) -> str:
    total = format_number(one.total, 2)
    if one.max is None:
        return _("{name}: {total}").format(name=one.name, total=total)
    return _("{name}: {total} of {highest}").format(
        name=one.name, total=total, highest=format_number(one.max, 2)
    )


def _visit_lines(visit: Visit, today: date) -> list[str]:
    """Return with whom it is, how many questions stand there, and its note."""
    word = _("Planned visit") if visit.visited_on > today else _("Visit")
    text = _("{visit}, {who}").format(visit=word, who=visit.with_whom) if visit.with_whom else word
    return [text, *filter(None, [questions_words(visit)]), *_quoted(visit.note)]
