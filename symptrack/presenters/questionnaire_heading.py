"""What stands above a questionnaire: its name, what it is about, when the last one was."""

from dataclasses import dataclass
from datetime import date, datetime

from symptrack.analysis.questionnaires import scored_responses
from symptrack.analysis.timeline import Recorded
from symptrack.domain.instrument import Instrument
from symptrack.domain.questionnaire import Response
from symptrack.formatting import format_day_long, format_day_year
from symptrack.presenters.questionnaire_draft import INTRO, REVIEW, QuestionnaireDraft
from symptrack.presenters.questionnaire_views import QuestionnaireHeading
from symptrack.presenters.questionnaire_words import overlap_words, recall_words
from symptrack.presenters.words import when_words
from symptrack.texts import _, ngettext


@dataclass(frozen=True, slots=True)
class Earlier:
    """When the last one of a kind was filled in, and the last one that has a total."""

    filled_in_on: date | None = None
    with_total_on: date | None = None


def earlier_ones(journal: Recorded, instrument: Instrument, original: Response | None) -> Earlier:
    """Return when the one before was; before ``original`` where a saved one is being changed."""
    found = [
        one
        for one in scored_responses(journal, instrument)
        if original is None or one.response.occurred_at < original.occurred_at
    ]
    with_total = [one for one in found if one.score.total is not None]
    return Earlier(found[-1].on if found else None, with_total[-1].on if with_total else None)


def heading(
    instrument: Instrument, step: str, draft: QuestionnaireDraft, earlier: Earlier, now: datetime
) -> QuestionnaireHeading:
    """Return what stands above a page."""
    keys = [item.key for item in instrument.items]
    place, count = len(keys), _("One more question")
    if step in keys:
        place = keys.index(step) + 1
        count = _("{step} of {steps}").format(step=place, steps=len(keys))
    elif step == INTRO:
        place = 0
        count = ngettext("{n} question", "{n} questions", len(keys)).format(n=len(keys))
    elif step == REVIEW:
        count = _("All questions")
    return QuestionnaireHeading(
        title=instrument.short_title,
        name=instrument.title,
        subtitle=_subtitle(instrument, draft, earlier, now),
        count=count,
        step=place,
        steps=len(keys),
    )


def said_first(
    instrument: Instrument, begun_at: datetime | None, earlier: Earlier | None, now: datetime
) -> str:
    """Return what is said above the page that is shown first, or nothing.

    ``begun_at`` where it goes on with what was begun then; ``earlier`` where it is a new one.
    """
    said = []
    if begun_at is not None:
        said.append(
            _("You began this {when}. Your answers are kept.").format(
                when=when_words(begun_at, now)
            )
        )
    on = earlier.with_total_on if earlier is not None else None
    if on is not None and (now.date() - on).days < instrument.min_interval_days:
        said.append(
            _("The last one was only a few days ago. This one will be marked “{mark}”.").format(
                mark=overlap_words(instrument)
            )
        )
    return " ".join(said)


def _subtitle(
    instrument: Instrument, draft: QuestionnaireDraft, earlier: Earlier, now: datetime
) -> str:
    about = recall_words(instrument)
    if draft.original is not None:
        return _("{about}. Filled in: {when}").format(
            about=about, when=when_words(draft.original.occurred_at, now)
        )
    on = earlier.filled_in_on
    if on is None:
        return about
    day = format_day_long(on) if on.year == now.year else format_day_year(on)
    return _("{about}. Last time: {day}").format(about=about, day=day)
