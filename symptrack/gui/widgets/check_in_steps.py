"""Makes the step that shows a page of a check-in."""

from collections.abc import Callable

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.check_in_step import Step
from symptrack.gui.widgets.effects_step import EffectsStep
from symptrack.gui.widgets.question_steps import NoteStep, RatingStep
from symptrack.gui.widgets.review_steps import ReviewStep
from symptrack.gui.widgets.still_there_step import StillThereStep
from symptrack.gui.widgets.weekly_step import WeeklyStep
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.check_in_views import (
    EffectsView,
    NoteView,
    RatingView,
    StepView,
    StillThereView,
    WeeklyView,
)


def make_step(
    theme: ThemeSource,
    presenter: CheckInPresenter,
    view: StepView,
    milliseconds: Callable[[], float],
) -> Step:
    """Return the step for a page."""
    if isinstance(view, StillThereView):
        return StillThereStep(theme, presenter, view)
    if isinstance(view, RatingView):
        return RatingStep(theme, presenter, view, milliseconds)
    if isinstance(view, EffectsView):
        return EffectsStep(theme, presenter, view)
    if isinstance(view, WeeklyView):
        return WeeklyStep(theme, presenter, view)
    if isinstance(view, NoteView):
        return NoteStep(theme, presenter, view)
    return ReviewStep(theme, presenter, view)
