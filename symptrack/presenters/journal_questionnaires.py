"""What the Journal page knows of questionnaires: those on offer, and marks of those filled in."""

from collections.abc import Iterable
from datetime import date

from symptrack.analysis.questionnaires import scored_responses
from symptrack.analysis.timeline import Timeline
from symptrack.domain.instrument import Instrument, load_instruments
from symptrack.domain.questionnaire import Response
from symptrack.presenters.journal_views import QuestionnaireOffer
from symptrack.presenters.questionnaire_draft import change_name
from symptrack.presenters.questionnaire_words import duration_words
from symptrack.presenters.words import day_words, first_upper
from symptrack.storage.store import Store
from symptrack.texts import _


def offers(timeline: Timeline, today: date) -> tuple[QuestionnaireOffer, ...]:
    """Return every questionnaire that can be filled in; a former score is never told."""
    return tuple(
        QuestionnaireOffer(
            key=key,
            name=instrument.short_title,
            words=_offer_words(timeline, instrument, today),
        )
        for key, instrument in load_instruments().items()
    )


def _offer_words(timeline: Timeline, instrument: Instrument, today: date) -> str:
    words = _("{what}, {duration}").format(
        what=first_upper(instrument.construct), duration=duration_words(instrument)
    )
    scored = scored_responses(timeline, instrument)
    if not scored:
        return words
    return _("{words}. Last time: {day}").format(words=words, day=day_words(scored[-1].on, today))


def overlapping(timeline: Timeline) -> frozenset[str]:
    """Return the ids of those closer to the one before than their minimum interval."""
    return frozenset(
        one.response.id
        for instrument in load_instruments().values()
        for one in scored_responses(timeline, instrument)
        if one.overlaps
    )


def changing(store: Store, responses: Iterable[Response]) -> frozenset[str]:
    """Return the ids of those of which a change is begun and not saved."""
    return frozenset(one.id for one in responses if store.draft(change_name(one.id)) is not None)
