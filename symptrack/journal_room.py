"""The open journal, and the pages made on it.

Puts storage, presenters and pages together; what a page needs is imported when it is gone to.
"""

import importlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from symptrack.domain.errors import SymptrackError
from symptrack.domain.help_lines import load_help_lines
from symptrack.domain.side_effect import load_side_effects
from symptrack.later_pages import WRITING, LaterPages
from symptrack.presenters.clock import Clock
from symptrack.presenters.help import HelpItem, help_items
from symptrack.presenters.stay_open import StayOpen
from symptrack.presenters.today import TodayPresenter
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.openers import Opener, any_of, by_itself, readable
from symptrack.storage.opening_beside import OpeningBeside
from symptrack.storage.store import Store

if TYPE_CHECKING:
    from symptrack.domain.side_effect import SideEffectCatalogue
    from symptrack.gui.journal_pages import JournalPages, PageMaker
    from symptrack.presenters.check_in import CheckInPresenter
    from symptrack.presenters.clinic_score import ClinicScorePresenter
    from symptrack.presenters.gentle import GentlePresenter
    from symptrack.presenters.help_panel import HelpPanelView
    from symptrack.presenters.journal_place import PlaceWarning
    from symptrack.presenters.journal_problem import Recovery
    from symptrack.presenters.lock import LockDoors
    from symptrack.presenters.notifications import Notifications
    from symptrack.presenters.preferences import PreferencesFile
    from symptrack.presenters.protection import Wanted
    from symptrack.presenters.questionnaire import QuestionnairePresenter
    from symptrack.presenters.session import SessionPresenter
    from symptrack.presenters.welcome import WelcomePresenter
    from symptrack.presenters.whole_journal import WholeJournal
    from symptrack.surroundings import Surroundings

WARMED = {
    "check_in": (WRITING,),
    "charts": (WRITING, "symptrack.charts.picture"),
    "report": (WRITING, "symptrack.charts.picture", "typst"),
}
"""What each page needs beyond the start, in the order in which it must be imported."""
DRAWN = {"charts", "report"}


class JournalRoom:
    """Holds the open journal and makes the presenters of its pages."""

    def __init__(self, places: "Surroundings", preferences: "PreferencesFile") -> None:
        self._places = places
        self._preferences = preferences
        self._clock = Clock(places.now, places.time_zone)
        self._store: Store | None = None
        self._opening: OpeningBeside | None = None
        self._opener: Opener = by_itself
        self._whole: WholeJournal | None = None

    def begin(self, path: Path) -> None:
        """Begin to open a journal, if there is one, beside the loading of the window.

        Looking it over keeps the processor busy outside of Python; ``open`` takes it over then.
        """
        if path.exists():
            self._opening = OpeningBeside(path, self._places.now, self._opener)

    def open(self, path: Path) -> "JournalPages":
        """Open a journal in place of the one before.

        Raises
        ------
        JournalUnavailable
            Where it cannot be opened; then none is open.
        """
        from symptrack.gui.journal_pages import JournalPages

        begun = self._opening
        if begun is not None and begun.path == path:
            self._opening = None
            store = begun.store()
        else:
            self.close()
            paths = JournalPaths(path)
            store = Store.open(paths, now=self._places.now, create=True, opener=self._opener)
        self._store = store
        self._opener = any_of(store.opener, by_itself)
        catalogue = load_side_effects()
        stay = StayOpen(store, self._clock)
        return JournalPages(
            clock=self._clock,
            today=TodayPresenter(store, self._clock, catalogue),
            check_in=lambda: self._check_in(store, catalogue),
            gentle=lambda: self._gentle(store, catalogue),
            questionnaire=lambda: self._questionnaire(store),
            clinic_score=lambda: self._clinic_score(store),
            session=lambda: self._session(store, catalogue, stay),
            help_items=lambda: self._help(store),
            help_panel=lambda: self._help_panel(store),
            welcome=self._welcome(store),
            notifications=lambda: self._notifications(store),
            back_up=lambda: _look_after(store),
            locks_after_min=lambda: store.settings().lock.after_min if store.protected else None,
            stay=stay,
            knocked=lambda: _knocked(store),
            place=lambda: self._place_warning(store),
            later=self._later(store),
            warm_up=self.warm_up,
        )

    def close(self) -> None:
        """Close the journal that is open, or being opened, if any."""
        if self._opening is not None:
            opening, self._opening = self._opening, None
            with suppress(SymptrackError):
                self._store = opening.store()
        if self._store is not None:
            self._store.close()
            self._store = None
            self._whole = None

    def doors(self) -> "LockDoors":
        """Return what locks and unlocks the journal."""
        from symptrack.presenters.lock import LockDoors
        from symptrack.storage.protecting import ways_in

        return LockDoors(
            ways_in=lambda path: ways_in(JournalPaths(path)),
            unlock=self.unlock,
            lock=self.lock,
            protect=self.protect,
        )

    def unlock(self, path: Path, opener: Opener) -> None:
        """Open a journal with a secret, in a worker's thread; ``open`` takes it over then.

        Raises
        ------
        JournalUnavailable
            As opening it does.
        """
        opening = OpeningBeside(path, self._places.now, opener)
        opening.store()
        self._opening = opening

    def lock(self) -> None:
        """Make the backup that is due, close the journal and forget its key; in a worker's thread.

        Raises
        ------
        JournalUnavailable
            Where the backup could not be made; the journal is closed all the same.
        """
        # Not by the keyring: somebody asked for the lock, or nobody is there.
        self._opener = readable
        try:
            if self._store is not None:
                _look_after(self._store, closing=True)
        finally:
            self.close()

    def protect(self, path: Path, wanted: "Wanted") -> str:
        """Change what protects a journal that is not open; in a worker's thread.

        Raises
        ------
        SymptrackError
            Where it cannot be done.
        """
        from symptrack.presenters.protection import Protection

        protection = Protection(path, self._places.now, self._opener)
        said = protection.carry_out(wanted)
        self.unlock(path, protection.opener_after(wanted))
        return said

    def erase(self, path: Path) -> None:
        """Close a journal and erase it with all that belongs to it; in a worker's thread.

        Raises
        ------
        JournalUnavailable
            Where it is in use elsewhere, or not everything could be erased.
        """
        from symptrack.storage.erasing import erase

        self.close()
        self._opener = by_itself
        preferences = self._preferences
        try:
            erase(JournalPaths(path), besides=(*preferences.files, self._places.log_file))
        finally:
            preferences.read_again()

    def finish(self) -> None:
        """Make the backup that is due at a clean end; a failure is told at the next start."""
        if self._store is not None:
            with suppress(SymptrackError):
                _look_after(self._store, closing=True)

    def recovery(self, path: Path) -> "Recovery":
        """Return the ways back from a journal that cannot be opened, or is to be replaced."""
        from symptrack.presenters.journal_problem import Recovery

        return Recovery(path, self._places.now, self._opener)

    def warm_up(self, page: str) -> None:
        """Load what a page needs, from a worker's thread; the start never waits for it."""
        for module in WARMED.get(page, ()):
            importlib.import_module(module)
        if page in DRAWN and self._store is not None:
            from symptrack.charts import picture

            picture.warm_up()
            self._whole_of(self._store).read()

    def country(self) -> str:
        """Return the chosen country's code, else that of the desktop."""
        from symptrack.gui.application import desktop_country

        return self._preferences.current.country or desktop_country()

    def _help(self, store: Store) -> tuple[HelpItem, ...]:
        return help_items(load_help_lines(), self.country(), store.patient(), store.settings().help)

    def _help_panel(self, store: Store) -> "HelpPanelView":
        from symptrack.presenters.help_panel import HelpPresenter

        return HelpPresenter(store, load_help_lines(), self.country).panel()

    def _welcome(self, store: Store) -> "Callable[[], WelcomePresenter] | None":
        if self._preferences.current.country:
            return None
        from symptrack.gui.application import desktop_country
        from symptrack.presenters.welcome import WelcomePresenter

        presenter = WelcomePresenter(
            store, self._preferences, load_help_lines(), self._clock, desktop_country()
        )
        return (lambda: presenter) if presenter.wanted else None

    def _notifications(self, store: Store) -> "Notifications":
        from symptrack.presenters.notifications import Notifications

        return Notifications(store, self._clock, self._preferences)

    def _place_warning(self, store: Store) -> "PlaceWarning":
        from symptrack.presenters.journal_place import PlaceWarning

        return PlaceWarning(store.paths.database, self._preferences)

    def _check_in(self, store: Store, catalogue: "SideEffectCatalogue") -> "CheckInPresenter":
        from symptrack.presenters.check_in import CheckInPresenter

        return CheckInPresenter(store, self._clock, catalogue, self.country)

    def _gentle(self, store: Store, catalogue: "SideEffectCatalogue") -> "GentlePresenter":
        from symptrack.presenters.gentle import GentlePresenter

        return GentlePresenter(store, self._clock, catalogue, self.country)

    def _questionnaire(self, store: Store) -> "QuestionnairePresenter":
        from symptrack.presenters.questionnaire import QuestionnairePresenter

        return QuestionnairePresenter(store, self._clock, self.country)

    def _clinic_score(self, store: Store) -> "ClinicScorePresenter":
        from symptrack.presenters.clinic_score import ClinicScorePresenter

        return ClinicScorePresenter(store, self._clock)

    def _session(
        self, store: Store, catalogue: "SideEffectCatalogue", stay: StayOpen
    ) -> "SessionPresenter":
        from symptrack.presenters.session import SessionPresenter

        return SessionPresenter(store, self._clock, catalogue, self.country, stay)

    def _later(self, store: Store) -> "dict[str, PageMaker]":
        pages = LaterPages(
            store, self._clock, self._preferences, whole=lambda: self._whole_of(store)
        )
        return pages.makers()

    def _whole_of(self, store: Store) -> "WholeJournal":
        from symptrack.presenters.whole_journal import WholeJournal

        if self._whole is None:
            self._whole = WholeJournal(store)
        return self._whole


def _knocked(store: Store) -> bool:
    """Whether a second start asked for the window; looked for from some seconds after a start."""
    from symptrack.storage.knocking import take_knock

    return take_knock(store.paths)


def _look_after(store: Store, *, closing: bool = False) -> None:
    """Make a backup if one is due; only then let go what has lain in the trash for 90 days."""
    store.backups.make_if_due(closing=closing)
    store.past.expire()
