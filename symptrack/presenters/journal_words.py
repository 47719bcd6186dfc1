"""The words of the Journal's cards and rows."""

from dataclasses import dataclass
from datetime import date

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
from symptrack.domain.words import EnteredBy, Mode, Moment, Severity, Source
from symptrack.formatting import format_day, format_number, format_time
from symptrack.presenters.care_words import questions_words
from symptrack.presenters.journal_head_words import quoted
from symptrack.presenters.journal_order import Listed, listed_on
from symptrack.presenters.journal_views import EntryRow, Marked
from symptrack.presenters.questionnaire_words import band_words, marks_of, total_words
from symptrack.presenters.words import HOURS_SPOKEN, hours_after_words, severity_word
from symptrack.texts import _, ngettext


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


def entry_row(
    record: Listed, session: Session | None, names: Names, found: tuple[Marked, ...] = ()
) -> EntryRow:
    """Return one entry as it stands under its session, or under a month.

    Where a search ``found`` something in its texts, that stands there in place of them.
    """
    when, said_when, at = _when(record, session)
    mood = ""
    if isinstance(record, CheckIn):
        mood = str(record.ratings[MOOD]) if MOOD in record.ratings else ""
        text, *lines = _check_in_lines(record, names, quote=not found)
    elif isinstance(record, Response):
        text, *lines = _response_lines(record, names)
    elif isinstance(record, ClinicScore):
        text, lines = _score_text(record), [_("Score from your clinic")]
    else:
        text, *lines = _visit_lines(record, names.today, quote=not found)
    said = _("Mood {rating} of 10").format(rating=mood) if mood else ""
    place = ", ".join(part for part in (said_when, at) if part)
    return EntryRow(
        kind=KIND_OF[type(record)],
        id=record.id,
        when=when,
        at=at,
        mood=mood,
        text=text,
        lines=tuple(lines),
        spoken=". ".join(
            part for part in (place, said, text, *lines, *(one.text for one in found)) if part
        ),
        found=found,
    )


def _when(record: Listed, session: Session | None) -> tuple[str, str, str]:
    """Return when an entry was made: seen from its session, the same in words, and its time."""
    if isinstance(record, Visit):
        clock = ""
    else:
        clock = format_time(record.occurred_at) if record.time_known else ""
    on = listed_on(record)
    if session is None:
        return format_day(on), format_day(on), clock
    if not clock:
        return *_seen_from(session, record), format_day(on)
    if on != session.started_at.date():
        clock = _("{day}, {time}").format(day=format_day(on), time=clock)
    return *_seen_from(session, record), clock


def _seen_from(session: Session, record: Listed) -> tuple[str, str]:
    """Return *+7 h* or *Day 3*, and the same in words."""
    if isinstance(record, Visit):
        return _days((record.visited_on - session_on(session)).days)
    if isinstance(record, CheckIn) and _is_before(record, session):
        return _("Before"), _("Before")
    if not (session.time_known and record.time_known):
        return _days(day_of(session, record))
    hours = hours_after(session, record.occurred_at)
    if hours < 0:
        return _("During"), _("During")
    if round(hours) >= HOURS_SPOKEN:
        return _days(round(hours / 24))
    words = hours_after_words(hours) if round(hours) else _("Just after")
    return _("+{n} h").format(n=round(hours)) if round(hours) else words, words


def _is_before(record: CheckIn, session: Session) -> bool:
    return record.moment is Moment.BEFORE and record.session_id == session.id


def _days(days: int) -> tuple[str, str]:
    if days == 0:
        return _("That day"), _("That day")
    words = ngettext("{n} day", "{n} days", days).format(n=days)
    return _("Day {n}").format(n=days), words


def _check_in_lines(check_in: CheckIn, names: Names, *, quote: bool) -> list[str]:
    """Return what a check-in says, most telling first; never nothing.

    Its note is only there with ``quote``.
    """
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
    if quote:
        said += quoted(check_in.note)
    if not said and check_in.note and MOOD not in check_in.ratings:
        said.append(_("Note"))
    elif not said:
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


def _visit_lines(visit: Visit, today: date, *, quote: bool) -> list[str]:
    """Return with whom it is, how many questions stand there, and its note."""
    word = _("Planned visit") if visit.visited_on > today else _("Visit")
    text = _("{visit}, {who}").format(visit=word, who=visit.with_whom) if visit.with_whom else word
    note = quoted(visit.note) if quote else []
    return [text, *filter(None, [questions_words(visit)]), *note]
