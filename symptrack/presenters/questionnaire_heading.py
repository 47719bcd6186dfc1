"""What stands above a questionnaire: its name, what it is about, when, and the last one."""

from datetime import datetime

from symptrack.domain.instrument import Instrument
from symptrack.presenters.questionnaire_draft import INTRO, REVIEW, QuestionnaireDraft
from symptrack.presenters.questionnaire_time import (
    Neighbours,
    day_named,
    overlap_lines,
    time_words,
)
from symptrack.presenters.questionnaire_views import QuestionnaireHeading
from symptrack.presenters.questionnaire_words import recall_words
from symptrack.presenters.words import when_words
from symptrack.texts import _, ngettext


def heading(
    instrument: Instrument,
    step: str,
    draft: QuestionnaireDraft,
    around: Neighbours,
    now: datetime,
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
        subtitle=_subtitle(instrument, draft, around, now),
        when=time_words(draft, now),
        count=count,
        step=place,
        steps=len(keys),
    )


def said_first(
    instrument: Instrument,
    draft: QuestionnaireDraft,
    around: Neighbours,
    now: datetime,
    *,
    resumed: bool,
) -> str:
    """Return what is said above the page that is shown first, or nothing.

    ``resumed`` where it goes on with what was begun before. A saved one that is being changed says
    nothing of those around it while its time stays.
    """
    said = []
    if resumed:
        said.append(
            _("You began this {when}. Your answers are kept.").format(
                when=when_words(draft.begun_at, now)
            )
        )
    if draft.original is None or draft.at is not None:
        said += overlap_lines(instrument, draft, around, now)
    return " ".join(said)


def _subtitle(
    instrument: Instrument, draft: QuestionnaireDraft, around: Neighbours, now: datetime
) -> str:
    about = recall_words(instrument)
    if around.last_on is None or draft.original is not None:
        return about
    return _("{about}. Last time: {day}").format(about=about, day=day_named(around.last_on, now))
