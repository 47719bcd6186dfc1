"""Makes the pages of a questionnaire: every question word for word as it was published."""

from symptrack.analysis.questionnaire_standing import Standing
from symptrack.domain.instrument import AnswerOption, Instrument, Item
from symptrack.domain.words import EnteredBy, TotalStatus
from symptrack.presenters.questionnaire_draft import QuestionnaireDraft
from symptrack.presenters.questionnaire_views import (
    AnswerRow,
    AnswersView,
    IntroView,
    ItemView,
    OptionView,
    ScoreView,
)
from symptrack.presenters.questionnaire_words import score_lines
from symptrack.texts import _


def intro_view(instrument: Instrument) -> IntroView:
    """Return the instrument's own instruction."""
    return IntroView(title=instrument.title, instruction=instrument.instruction)


def item_view(instrument: Instrument, draft: QuestionnaireDraft, item: Item) -> ItemView:
    """Return one item; the unscored one has no stem, its words are whole."""
    return ItemView(
        key=item.key,
        stem="" if item is instrument.difficulty else instrument.stem,
        question=item.text,
        options=tuple(
            OptionView(value=one.value, text=one.text) for one in _options(instrument, item)
        ),
        value=draft.value_of(item, instrument),
        decline=_("I’d rather not say") if item.may_decline else "",
        declined=item.key in draft.declined,
    )


def answers_view(instrument: Instrument, draft: QuestionnaireDraft) -> AnswersView:
    """Return all answers before they are saved."""
    asked = [*instrument.items]
    if instrument.difficulty is not None and instrument.difficulty.key in draft.steps(instrument):
        asked.append(instrument.difficulty)
    return AnswersView(
        question=_("Your answers"),
        lead=_("Look them over. You can change each one, now and later."),
        rows=tuple(
            AnswerRow(step=one.key, label=one.text, answer=_answer(instrument, draft, one))
            for one in asked
        ),
        by_helper=draft.entered_by is EnteredBy.HELPER,
        credit=instrument.credit,
    )


def score_view(instrument: Instrument, found: Standing, *, changed: bool) -> ScoreView:
    """Return the score with its published band, in plain words."""
    total = found.scored.score.total
    band = instrument.band_of(total) if total is not None else None
    return ScoreView(
        response_id=found.scored.response.id,
        title=_("Saved in your journal"),
        lead=_("What it said before is kept.") if changed else "",
        name=instrument.title,
        total="" if total is None else str(total),
        of=_of_words(instrument, found),
        band=band.label if band else "",
        band_from=(
            _("Published band, {low} to {high} points ({source})").format(
                low=band.low, high=band.high, source=instrument.bands_from
            )
            if band
            else ""
        ),
        lines=score_lines(instrument, found),
        caution=_("Only your clinician can say what the number means for you.") if band else "",
        credit=instrument.credit,
    )


def _of_words(instrument: Instrument, found: Standing) -> str:
    status = found.scored.score.status
    if status is TotalStatus.NONE:
        return _("No total")
    sentence = _("of {highest}")
    if status is TotalStatus.ESTIMATED:
        sentence = _("of {highest}, estimated")
    return sentence.format(highest=instrument.high)


def _options(instrument: Instrument, item: Item) -> tuple[AnswerOption, ...]:
    return instrument.difficulty_options if item is instrument.difficulty else instrument.options


def _answer(instrument: Instrument, draft: QuestionnaireDraft, item: Item) -> str:
    if item.key in draft.declined:
        return _("I’d rather not say")
    value = draft.value_of(item, instrument)
    for option in _options(instrument, item):
        if option.value == value:
            return _("{words} ({value})").format(words=option.text, value=option.value)
    return _("Not answered")
