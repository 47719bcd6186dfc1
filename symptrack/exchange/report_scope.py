"""What one report is about, and the words that its parts share."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from string import Formatter
from typing import Any
from unicodedata import category

from symptrack.analysis.period import Period
from symptrack.analysis.reference import Reference, reference, session_reference
from symptrack.analysis.timeline import Timeline
from symptrack.analysis.timing import session_on
from symptrack.domain.journal import Journal
from symptrack.domain.series import Series
from symptrack.domain.session import Session
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.domain.symptom import Symptom, active_symptoms
from symptrack.domain.words import Route
from symptrack.formatting import (
    format_day,
    format_day_long,
    format_day_year,
    format_day_year_short,
)
from symptrack.texts import _, ngettext

SYMPTOMS_SHOWN = 2
LARGE_CHARACTERS = 5
SERIES_NAME_LENGTH = 40
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, kw_only=True)
class ReportScope:
    """A journal in order, the period that is reported and the moment of reporting."""

    timeline: Timeline
    period: Period
    now: datetime
    catalogue: SideEffectCatalogue

    @property
    def journal(self) -> Journal:
        """Return the journal itself."""
        return self.timeline.journal

    @property
    def sessions(self) -> tuple[Session, ...]:
        """Return the done sessions of the period, by start."""
        return self.period.sessions

    @property
    def first_series(self) -> Series | None:
        """Return the earliest series in the period, whose reference page 1 takes."""
        return self.period.series[0] if self.period.series else None

    @property
    def infusions(self) -> bool:
        """Whether every session was an infusion; only then they are called so."""
        return all(session.route is Route.IV for session in self.sessions)

    @cached_property
    def symptoms(self) -> tuple[Symptom, ...]:
        """Return what page 1 shows: mood and the next active symptom."""
        return active_symptoms(self.journal.symptoms)[:SYMPTOMS_SHOWN]

    def reference(self, symptom: str) -> Reference | None:
        """Return where a symptom stood before the earliest series of the period."""
        if self.first_series is None and self.sessions:
            return session_reference(self.timeline, self.sessions[0], symptom)
        return reference(self.timeline, self.first_series, symptom)

    def either(self, of_infusions: str, of_sessions: str) -> str:
        """Return the words that fit: those about infusions only where all sessions were."""
        return of_infusions if self.infusions else of_sessions

    def basis(self, reference: Reference) -> str:
        """Return what a reference rests on, its series named where there are several."""
        ratings = ratings_words(reference)
        series = self.timeline.series(reference.series_id)
        if series is None or len(self.journal.series) == 1:
            return ratings
        return _("{ratings}, {series}").format(ratings=ratings, series=series_name(series))

    def day(self, day: date) -> str:
        """Return a short date, with its year where the period has several."""
        if self.period.first_on.year == self.period.last_on.year == day.year:
            return format_day(day)
        return format_day_year_short(day)

    def session_day(self, session: Session) -> str:
        """Return a session's date, with its year where the sessions lie in several."""
        day = session_on(session)
        return format_day_year_short(day) if self.sessions_over_years else format_day(day)

    @cached_property
    def sessions_over_years(self) -> bool:
        """Whether the sessions lie in several years."""
        return len({session_on(one).year for one in self.sessions}) > 1

    def day_long(self, day: date) -> str:
        """Return a date with the month in full, with its year where the period has several."""
        if self.period.first_on.year == self.period.last_on.year == day.year:
            return format_day_long(day)
        return format_day_year(day)

    def session_words(self, session: Session) -> str:
        """Return *session 4*, or *the session of 4 Sep* where it has no number."""
        number = self.timeline.numbers.get(session.id)
        if number is None:
            return _("the session of {day}").format(day=self.day(session_on(session)))
        return _("session {number}").format(number=number)


def nothing() -> None:
    """Do nothing between the parts of a report."""


def ratings_words(reference: Reference) -> str:
    """Return what a reference rests on: *7 ratings*, or *from 1 rating* where it is scant."""
    if reference.scant:
        words = ngettext("from {n} rating", "from {n} ratings", reference.n)
    else:
        words = ngettext("{n} rating", "{n} ratings", reference.n)
    return words.format(n=reference.n)


def series_name(series: Series | None) -> str:
    """Return what a series is called, clipped where it is long."""
    name = printable(series.name) if series else ""
    return clipped(name, SERIES_NAME_LENGTH) or _("series without a name")


def printable(text: str) -> str:
    """Return a patient's text without what cannot be printed.

    Control characters have no shape, and those that turn the direction of writing round would
    turn the words after them as well.
    """
    return "".join(
        " " if category(character) == "Cc" else character
        for character in text
        if character not in _BIDI_CONTROLS
    ).strip()


def clipped(text: str, length: int) -> str:
    """Return a text of at most ``length`` characters, cut at a word where it is longer."""
    if len(text) <= length:
        return text
    kept = text[: length - 1]
    at_word = kept.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > length // 2 else kept).rstrip() + "…"


def value_parts(pattern: str, **values: str) -> list[dict[str, Any]]:
    """Return the parts of a figure, its numbers large: ``value_parts("{a} to {b}", a=, b=)``."""
    return list(_parts(pattern, values))


def _parts(pattern: str, values: dict[str, str]) -> Iterator[dict[str, Any]]:
    for words, name, _spec, _conversion in Formatter().parse(pattern):
        if words.strip():
            yield {"text": words.strip(), "large": False}
        if name is not None:
            yield {"text": values[name], "large": len(values[name]) <= LARGE_CHARACTERS}


def sentences(parts: Iterable[str]) -> str:
    """Join whole sentences."""
    return " ".join(part for part in parts if part)


def listed(items: Sequence[str], most: int, joint: str = ", ") -> str:
    """Return the first ``most`` items in a row, and how many more there are."""
    shown = joint.join(items[:most])
    more = len(items) - most
    if more <= 0:
        return shown
    return ngettext("{items} and {n} more", "{items} and {n} more", more).format(
        items=shown, n=more
    )
