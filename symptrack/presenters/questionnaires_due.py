"""What Today says of questionnaires: which one waits, and which was begun."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from symptrack.analysis.questionnaires_due import due_on, interval_days
from symptrack.analysis.timeline import Recorded, timeline_of
from symptrack.domain.instrument import Instrument, load_instruments
from symptrack.presenters.questionnaire_draft import draft_name
from symptrack.presenters.questionnaire_words import duration_words, interval_words
from symptrack.presenters.words import first_upper
from symptrack.storage.store import Store
from symptrack.texts import _


class DueQuestionnaire(NamedTuple):
    """A questionnaire that waits: its key, and the words of a card and of its button."""

    instrument: str
    title: str
    text: str
    action: str


def due_questionnaire(
    journal: Recorded,
    now: datetime,
    begun: Collection[str] = (),
    instruments: Mapping[str, Instrument] | None = None,
) -> DueQuestionnaire | None:
    """Return the one questionnaire that waits, or ``None``.

    One that was begun (``begun`` holds keys) comes before one that is due, else the first of the
    catalogue; the others wait until it is filled in or lapses.
    """
    known = load_instruments() if instruments is None else instruments
    for key, instrument in known.items():
        if key in begun:
            return _begun(instrument)
    timeline = timeline_of(journal)
    for instrument in known.values():
        if due_on(timeline, instrument, now) is not None:
            return _due(instrument, interval_days(timeline.journal.settings, instrument))
    return None


def begun_questionnaires(store: Store) -> tuple[str, ...]:
    """Return the keys of the questionnaires that were begun and not finished."""
    return tuple(key for key in load_instruments() if store.draft(draft_name(key)) is not None)


def _begun(instrument: Instrument) -> DueQuestionnaire:
    name = instrument.short_title
    return DueQuestionnaire(
        instrument=instrument.key,
        title=_("{name} is not finished").format(name=name),
        text=_("Your answers so far are kept."),
        action=_("Go on with {name}").format(name=name),
    )


def _due(instrument: Instrument, days: int) -> DueQuestionnaire:
    name = instrument.short_title
    return DueQuestionnaire(
        instrument=instrument.key,
        title=_("{name} is due, {duration}").format(name=name, duration=duration_words(instrument)),
        text=_("{interval}. You can stop at any point.").format(
            interval=first_upper(interval_words(days))
        ),
        action=_("Fill in {name}").format(name=name),
    )
