"""What an open journal gives the window: presenters, and makers of what is heavier."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.presenters.clock import Clock
from symptrack.presenters.help import HelpItem
from symptrack.presenters.today import TodayPresenter

if TYPE_CHECKING:
    from symptrack.presenters.check_in import CheckInPresenter
    from symptrack.presenters.clinic_score import ClinicScorePresenter
    from symptrack.presenters.gentle import GentlePresenter
    from symptrack.presenters.help_panel import HelpPanelView
    from symptrack.presenters.journal_place import PlaceWarning
    from symptrack.presenters.notifications import Notifications
    from symptrack.presenters.questionnaire import QuestionnairePresenter
    from symptrack.presenters.session import SessionPresenter
    from symptrack.presenters.stay_open import StayOpen
    from symptrack.presenters.welcome import WelcomePresenter

PageMaker = Callable[[ThemeSource], Page]


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalPages:
    """Makers are called when something is first gone to.

    ``back_up`` makes a backup if one is due, in a worker's thread. ``knocked`` says whether a
    second start asked for the window, ``place`` what is to be said of where the journal lies.
    ``later`` makes the pages beside the navigation, by key; ``warm_up`` loads beforehand, in a
    worker's thread, what one of them needs. ``welcome`` is ``None`` where this is no first run.
    """

    clock: Clock
    today: TodayPresenter
    check_in: Callable[[], "CheckInPresenter"]
    gentle: Callable[[], "GentlePresenter"]
    questionnaire: Callable[[], "QuestionnairePresenter"]
    clinic_score: Callable[[], "ClinicScorePresenter"]
    session: Callable[[], "SessionPresenter"]
    help_items: Callable[[], Sequence[HelpItem]]
    help_panel: Callable[[], "HelpPanelView"]
    welcome: "Callable[[], WelcomePresenter] | None"
    notifications: Callable[[], "Notifications"]
    back_up: Callable[[], object]
    locks_after_min: Callable[[], int | None]
    stay: "StayOpen"
    knocked: Callable[[], bool]
    place: Callable[[], "PlaceWarning"]
    later: dict[str, PageMaker]
    warm_up: Callable[[str], None]
