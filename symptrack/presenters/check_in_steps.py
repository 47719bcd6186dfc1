"""Which pages a check-in has, and what a page skipped leaves unanswered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from symptrack.domain.symptom import MOOD, Symptom
from symptrack.presenters.check_in_draft import CheckInDraft


class Page(StrEnum):
    """What a page asks."""

    STILL_THERE = "still_there"
    RATING = "rating"
    EFFECTS = "effects"
    WEEKLY = "weekly"
    NOTE = "note"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Place:
    """A page of a check-in; ``symptom`` is what a rating is of."""

    page: Page
    symptom: Symptom | None = None


def places_of(draft: CheckInDraft, symptoms: Sequence[Symptom]) -> tuple[Place, ...]:
    """Return the pages, in their order: what was still there comes first.

    What is asked once a week comes after the other side effects, and not where those were skipped:
    naming one of them would answer for all.
    """
    places = [Place(Page.STILL_THERE)] if draft.asked else []
    places += [Place(Page.RATING, symptom) for symptom in symptoms]
    effects = len(places)
    places.append(Place(Page.EFFECTS))
    if weekly_rows(draft) and (draft.effects_answered or draft.step <= effects):
        places.append(Place(Page.WEEKLY))
    return (*places, Place(Page.NOTE), Place(Page.REVIEW))


def moved_to(draft: CheckInDraft, here: Place, symptoms: Sequence[Symptom]) -> CheckInDraft:
    """Return the draft on a page that was shown; on the first where there is no such page now."""
    if here not in places_of(draft, symptoms):
        return replace(draft, step=0)
    for _round in range(2):  # the page that is asked once a week may go once others are behind
        draft = replace(draft, step=places_of(draft, symptoms).index(here))
    return draft


def weekly_rows(draft: CheckInDraft) -> tuple[str, ...]:
    """Return what is asked once a week and was not chosen among the others."""
    chosen = {entry.effect for entry in draft.effects}
    return tuple(key for key in draft.weekly_asked if key not in chosen)


def after_mood(places: Sequence[Place]) -> int:
    """Return the place of the page after the mood; it is always asked, and before other ratings."""
    asked = [one.symptom.key if one.symptom else "" for one in places]
    return asked.index(MOOD) + 1 if MOOD in asked else -1


def without_answer(draft: CheckInDraft, place: Place) -> CheckInDraft:
    """Return the draft with nothing answered on a page."""
    if place.symptom is not None:
        return draft.with_rating(place.symptom.key, None)
    if place.page is Page.STILL_THERE:
        return draft.without_asked()
    if place.page is Page.EFFECTS:
        return draft.without_effects()
    if place.page is Page.WEEKLY:
        return replace(draft, weekly={})
    return replace(draft, note="") if place.page is Page.NOTE else draft
