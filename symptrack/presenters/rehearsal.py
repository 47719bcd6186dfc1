"""What an import would come to, as one value, before anything changes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from symptrack.domain.check_in import CheckIn
from symptrack.domain.journal import Journal, Kind
from symptrack.domain.questionnaire import ClinicScore, Response
from symptrack.domain.session import Session
from symptrack.domain.words import Source
from symptrack.exchange.trackers.answers import (
    Answers,
    MoodWord,
    NamedThing,
    mood_words,
    named_things,
    untold_words,
)
from symptrack.exchange.trackers.check_ins import check_ins_of
from symptrack.exchange.trackers.diary import Diary, LeftOut, Use
from symptrack.storage.merging import MergeResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """What an import would come to.

    Parameters
    ----------
    source
        Which tracker the file is from; Symptrack itself for a journal file.
    journal
        What would be merged; words that nothing was said of stand as proposed.
    result
        What merging it comes to: what is new, there already, different, or in the trash.
    first_on, last_on
        The first and last date in the file, or ``None``.
    untold
        The words for mood that nothing was said of.
    zone_needed
        Whether the file's times have no offset, and no zone was said.
    unclear
        How many entries wait for a word that has no proposal either.
    left_out
        The rows that do not come in, with their reasons.
    names_left_out
        The names that are neither rating nor side effect.
    unplaced
        The columns that Symptrack has no place for.
    """

    source: Source
    journal: Journal
    result: MergeResult
    first_on: date | None
    last_on: date | None
    untold: tuple[MoodWord, ...] = ()
    zone_needed: bool = False
    unclear: int = 0
    left_out: tuple[LeftOut, ...] = ()
    names_left_out: tuple[NamedThing, ...] = ()
    unplaced: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether nothing has to be told any more."""
        return not (self.untold or self.zone_needed)


def rehearse(
    incoming: Journal | Diary,
    answers: Answers,
    known: Journal,
    zone: str,
    merge: Callable[[Journal], MergeResult],
) -> Rehearsal:
    """Return what an import would come to.

    Parameters
    ----------
    known
        The journal that it would go to.
    zone
        The computer's zone, for as long as no other was said.
    merge
        Rehearses the merging itself, and changes nothing.
    """
    if isinstance(incoming, Journal):
        return _whole(incoming, Source.SYMPTRACK, _days(incoming), merge)
    proposed = {
        one.word: one.proposed
        for one in untold_words(incoming, answers)
        if one.proposed is not None
    }
    read = check_ins_of(
        incoming, replace(answers, moods={**proposed, **answers.moods}), known, zone
    )
    return replace(
        _whole(read.journal, incoming.source, (one.when.date() for one in incoming.entries), merge),
        untold=untold_words(incoming, answers),
        zone_needed=incoming.needs_time_zone and answers.time_zone is None,
        unclear=read.unclear,
        left_out=read.left_out,
        names_left_out=tuple(
            one
            for one in named_things(incoming)
            if answers.meaning_of(one.name, incoming).use is Use.LEAVE_OUT
        ),
        unplaced=incoming.unplaced,
    )


def questions_of(incoming: Journal | Diary) -> tuple[tuple[MoodWord, ...], tuple[NamedThing, ...]]:
    """Return what is to be asked of a file: words for mood, and names."""
    if isinstance(incoming, Journal):
        return (), ()
    return mood_words(incoming), named_things(incoming)


def _whole(
    journal: Journal,
    source: Source,
    days: Iterable[date],
    merge: Callable[[Journal], MergeResult],
) -> Rehearsal:
    days = sorted(days)
    return Rehearsal(
        source=source,
        journal=journal,
        result=merge(journal),
        first_on=days[0] if days else None,
        last_on=days[-1] if days else None,
    )


def _days(journal: Journal) -> Iterator[date]:
    for kind in Kind:
        for record in getattr(journal, kind.value):
            if isinstance(record, Session):
                yield record.started_at.date()
            elif isinstance(record, CheckIn | Response | ClinicScore):
                yield record.occurred_at.date()
