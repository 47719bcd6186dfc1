"""What stands on the page of a check-in that the patient is on."""

from collections.abc import Sequence
from datetime import datetime

from symptrack.domain.journal import Journal
from symptrack.domain.side_effect import SideEffectCatalogue
from symptrack.presenters.check_in_draft import CheckInDraft
from symptrack.presenters.check_in_effect_words import (
    effects_view,
    still_there_view,
    weekly_view,
)
from symptrack.presenters.check_in_steps import Page, Place
from symptrack.presenters.check_in_views import StepView
from symptrack.presenters.check_in_words import note_view, rating_view, review_view


def page_view(
    catalogue: SideEffectCatalogue,
    journal: Journal,
    draft: CheckInDraft,
    places: Sequence[Place],
    now: datetime,
    noun: str,
) -> StepView:
    """Return the page of a draft; ``noun`` is what its session is called, or empty."""
    place, about_now = places[draft.step], draft.is_about(now)
    if place.symptom is not None:
        return rating_view(place.symptom, draft, now=about_now)
    if place.page is Page.STILL_THERE:
        return still_there_view(catalogue, journal, draft, now, about_now=about_now)
    if place.page is Page.EFFECTS:
        return effects_view(catalogue, journal, draft, noun, now=about_now)
    if place.page is Page.WEEKLY:
        return weekly_view(catalogue, draft, about_now=about_now)
    if place.page is Page.NOTE:
        return note_view(draft)
    return review_view(catalogue, journal, draft, places)
