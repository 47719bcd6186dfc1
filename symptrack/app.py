"""The front door: clock, paths, journal, window, and what happens to an unexpected error.

Nothing below this module asks for the time, the user's folders or the environment.
"""

import gc
import importlib
import logging
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import platformdirs
import tzlocal

from symptrack import cli
from symptrack.domain.errors import RefusedRequest
from symptrack.domain.help_lines import load_help_lines
from symptrack.domain.patient import Patient
from symptrack.domain.settings import OwnHelp
from symptrack.domain.side_effect import load_side_effects
from symptrack.formatting import use_locale
from symptrack.presenters.clock import Clock
from symptrack.presenters.help import HelpItem, help_items
from symptrack.presenters.preferences import PreferencesFile
from symptrack.presenters.today import TodayPresenter
from symptrack.storage.journal_paths import JournalPaths
from symptrack.storage.store import Store
from symptrack.texts import _, use_language

if TYPE_CHECKING:
    from symptrack.domain.side_effect import SideEffectCatalogue
    from symptrack.gui.front import Front
    from symptrack.gui.journal_pages import JournalPages
    from symptrack.gui.page import Page
    from symptrack.gui.theme import ThemeSource
    from symptrack.presenters.check_in import CheckInPresenter
    from symptrack.presenters.help_panel import HelpPanelView
    from symptrack.presenters.session import SessionPresenter
    from symptrack.presenters.welcome import WelcomePresenter
    from symptrack.presenters.whole_journal import WholeJournal

OWNER_ONLY = 0o077
WRITING = "symptrack.storage.sqlite_tools"
WARMED = {
    "check_in": (WRITING,),
    "charts": (WRITING, "symptrack.charts.picture"),
    "report": (WRITING, "symptrack.charts.picture", "typst"),
}
"""What each page needs beyond the start, in the order in which it must be imported."""
DRAWN = {"charts", "report"}
NEEDED_BEFORE_QT = ("babel.dates", "babel.numbers")
"""What Today uses: PySide reads the source of every module that is imported after it."""
_log = logging.getLogger("symptrack")


def main(argv: Sequence[str] | None = None) -> None:
    """Run the program and leave with its exit status."""
    os.umask(OWNER_ONLY)
    sys.exit(cli.run(list(sys.argv[1:] if argv is None else argv), surroundings()))


def surroundings() -> cli.Surroundings:
    """Return the clock, the user's folders and the window, for the commands."""
    return cli.Surroundings(
        now=now,
        time_zone=time_zone,
        data_dir=platformdirs.user_data_path("symptrack", appauthor=False),
        config_dir=platformdirs.user_config_path("symptrack", appauthor=False),
        log_dir=platformdirs.user_log_path("symptrack", appauthor=False),
        open_window=open_window,
    )


def time_zone() -> str:
    """Return the computer's time zone by its IANA name; UTC where it does not tell."""
    try:
        name = tzlocal.get_localzone_name()
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
    return name


def now() -> datetime:
    """Return the present instant in the computer's time zone."""
    return datetime.now(ZoneInfo(time_zone()))


def open_window(journal: Path, places: cli.Surroundings) -> int:
    """Open the window on a journal, created where there is none; return the exit status."""
    # Nothing of a start is garbage; the front lets the collector work again.
    gc.disable()
    for module in NEEDED_BEFORE_QT:
        importlib.import_module(module)
    try:
        from symptrack.gui.front import Front
    except ImportError as error:
        raise RefusedRequest(_library_missing(error)) from None

    preferences = PreferencesFile(places.config_dir / "preferences.json")
    use_language(preferences.current.language)
    use_locale(preferences.current.language)
    room = JournalRoom(places, preferences)
    front = Front(
        preferences,
        room.open,
        lambda country: help_items(load_help_lines(), country, Patient(), OwnHelp()),
    )
    try:
        with _watching(front, places.log_dir):
            return front.run(journal)
    finally:
        gc.enable()
        room.close()


def _library_missing(error: ImportError) -> str:
    library = str(error).split(":", maxsplit=1)[0]
    return _(
        "Symptrack's window needs a part of the system that is missing here, {library}; "
        "the commands listed by 'symptrack --help' work without it."
    ).format(library=library)


class JournalRoom:
    """Holds the open journal and makes the presenters of its pages."""

    def __init__(self, places: cli.Surroundings, preferences: PreferencesFile) -> None:
        self._places = places
        self._preferences = preferences
        self._clock = Clock(places.now, places.time_zone)
        self._store: Store | None = None
        self._whole: WholeJournal | None = None

    def open(self, path: Path) -> "JournalPages":
        """Open a journal in place of the one before.

        Raises
        ------
        JournalUnavailable
            Where it cannot be opened; then none is open.
        """
        from symptrack.gui.journal_pages import JournalPages

        self.close()
        store = Store.open(JournalPaths(path), now=self._places.now, create=True)
        self._store = store
        catalogue = load_side_effects()
        return JournalPages(
            clock=self._clock,
            today=TodayPresenter(store, self._clock, catalogue),
            check_in=lambda: self._check_in(store, catalogue),
            session=lambda: self._session(store, catalogue),
            help_items=lambda: self._help(store),
            help_panel=lambda: self._help_panel(store),
            welcome=self._welcome(store),
            later={
                "journal": lambda theme: self._journal_page(store, theme),
                "charts": lambda theme: self._charts_page(store, theme),
                "report": lambda theme: self._report_page(store, theme),
                "settings": lambda theme: self._settings_page(store, theme),
            },
            warm_up=self.warm_up,
        )

    def close(self) -> None:
        """Close the journal that is open, if any."""
        if self._store is not None:
            self._store.close()
            self._store = None
            self._whole = None

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

    def _check_in(self, store: Store, catalogue: "SideEffectCatalogue") -> "CheckInPresenter":
        from symptrack.presenters.check_in import CheckInPresenter

        return CheckInPresenter(store, self._clock, catalogue, self.country)

    def _session(self, store: Store, catalogue: "SideEffectCatalogue") -> "SessionPresenter":
        from symptrack.presenters.session import SessionPresenter

        return SessionPresenter(store, self._clock, catalogue)

    def _whole_of(self, store: Store) -> "WholeJournal":
        from symptrack.presenters.whole_journal import WholeJournal

        if self._whole is None:
            self._whole = WholeJournal(store)
        return self._whole

    def _charts_page(self, store: Store, theme: "ThemeSource") -> "Page":
        importlib.import_module(WRITING)
        from symptrack.gui.pages.charts import ChartsPage
        from symptrack.presenters.charts import ChartsPresenter

        return ChartsPage(ChartsPresenter(store, self._places.now, self._whole_of(store)), theme)

    def _journal_page(self, store: Store, theme: "ThemeSource") -> "Page":
        from symptrack.gui.pages.journal import JournalPage
        from symptrack.presenters.journal import JournalPresenter

        presenter = JournalPresenter(store, self._clock, load_side_effects(), self._whole_of(store))
        return JournalPage(presenter, theme)

    def _settings_page(self, store: Store, theme: "ThemeSource") -> "Page":
        from symptrack.gui.application import desktop_country
        from symptrack.gui.pages.settings import SettingsPage
        from symptrack.presenters.settings import SettingsPresenter

        presenter = SettingsPresenter(
            store, self._clock, self._preferences, load_help_lines(), desktop_country()
        )
        return SettingsPage(presenter, theme)

    def _report_page(self, store: Store, theme: "ThemeSource") -> "Page":
        importlib.import_module(WRITING)
        from symptrack.gui.pages.report import ReportPage
        from symptrack.presenters.report import ReportPresenter

        return ReportPage(ReportPresenter(store, self._places.now, self._whole_of(store)), theme)


@contextmanager
def _watching(front: "Front", log_dir: Path) -> Iterator[None]:
    """Log what should not happen by its kind and place, never with a value, and say so."""
    handler = logging.FileHandler(log_dir / "symptrack.log", encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.propagate = False

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            front.app.quit()
            return
        front.window.say_unexpected()
        with suppress(OSError):
            log_dir.mkdir(parents=True, exist_ok=True)
            _log.error("unexpected %s", place_of(error, trace))

    former, sys.excepthook = sys.excepthook, note
    try:
        yield
    finally:
        sys.excepthook = former
        _log.removeHandler(handler)
        handler.close()


def place_of(error: BaseException, trace: TracebackType | None) -> str:
    """Return the kind of an error and where it arose; its text may hold health data."""
    frames = traceback.extract_tb(trace)
    where = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames[-4:])
    )
    return f"{type(error).__name__} at {where or 'an unknown place'}"
