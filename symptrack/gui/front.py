"""Running the window: it shows first, then the journal is opened into it."""

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer

from symptrack.domain.errors import JournalLocked, SymptrackError
from symptrack.gui.application import desktop_country, make_application
from symptrack.gui.journal_pages import JournalPages
from symptrack.gui.main_window import MainWindow
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.press_echo import PressEcho
from symptrack.presenters.help import HelpItem
from symptrack.presenters.preferences import PreferencesFile
from symptrack.texts import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSystemTrayIcon

    from symptrack.gui.door_bell import DoorBell
    from symptrack.gui.locking import Locking
    from symptrack.gui.notifier import Notifier
    from symptrack.presenters.journal_place import PlaceWarning
    from symptrack.presenters.journal_problem import Recovery
    from symptrack.presenters.lock import LockDoors
    from symptrack.presenters.protection import Wanted

NOTIFYING_AFTER_MS, LISTENING_AFTER_MS = 2_000, 300
"""How long after the start the desktop is asked for a place to say things in, and a second start
is listened for."""
Answer = TypeVar("Answer")
OpenJournal = Callable[[Path], JournalPages]
"""Opens the journal at a path, closing the one that was open before."""


class Front:
    """The application, its window, and the way a journal gets into it.

    Parameters
    ----------
    open_journal
        Opens a journal and returns what its pages need, or raises a ``SymptrackError``.
    help_without_journal
        Who can be reached while no journal is open, by country.
    recovery
        The ways back from the journal at a path, which must not be open then.
    doors
        What locks and unlocks a journal that a passphrase protects.
    erase
        Closes the journal at a path and erases it with all that belongs to it.
    let_go
        Closes the journal: where there is no screen, and before a copy takes its place.
    """

    def __init__(
        self,
        preferences: PreferencesFile,
        open_journal: OpenJournal,
        help_without_journal: Callable[[str], Sequence[HelpItem]],
        recovery: "Callable[[Path], Recovery] | None" = None,
        let_go: Callable[[], None] = lambda: None,
        doors: "Callable[[], LockDoors] | None" = None,
        erase: Callable[[Path], None] | None = None,
    ) -> None:
        self.app = make_application(let_go)
        self._recovery, self._let_go, self._doors = recovery, let_go, doors
        self._preferences, self._erase = preferences, erase
        chosen = preferences.current
        self.country = chosen.country or desktop_country()
        self.theme = ThemeSource(self.app, chosen.theme, chosen.text_size)
        self.window = MainWindow(self.theme)
        self.theme.dress(self.window)
        self._help_without_journal = help_without_journal
        self.window.show_help(help_without_journal(self.country))
        self._locking: Locking | None = None
        self._open_journal = open_journal
        self._path = Path()
        self._pages: JournalPages | None = None
        self.notifier: Notifier | None = None
        # A timer of the window's own: one that outlives it would call what is there no more.
        self._notifying = QTimer(self.window)
        self._notifying.setSingleShot(True)
        self._notifying.setInterval(NOTIFYING_AFTER_MS)
        self._notifying.timeout.connect(self.begin_notifying)
        self._bell: DoorBell | None = None
        self._listening = QTimer(self.window)
        self._listening.setSingleShot(True)
        self._listening.setInterval(LISTENING_AFTER_MS)
        self._listening.timeout.connect(self.listen)
        self.window.try_again_requested.connect(self._on_try_again_requested)
        self.window.journal_wanted.connect(self.open)
        self.window.restore_requested.connect(self.restore)
        self.window.page_made.connect(self._on_page_made)

    def run(self, path: Path) -> int:
        """Show the window, open the journal, and return Qt's exit status when all is closed."""
        self.window.show()
        PressEcho(self.window).watch(self.window)
        QTimer.singleShot(0, self.window, lambda: self.begin(path))
        return self.app.exec()

    def begin(self, path: Path) -> None:
        """Open the first journal.

        What the program is made of by then stays until it ends: from here on the collector of
        garbage walks past it, which would hold the window up by a twentieth of a second each time.
        """
        self.open(path)
        gc.freeze()
        gc.enable()

    def open(self, path: Path) -> None:
        """Open a journal into the window, or show why it cannot be opened."""
        self._path = path
        self._stop_notifying()
        try:
            pages = self._open_journal(path)
            self.window.show_journal(pages)
            self._pages = pages
            self._notifying.start()
            self._listening.start()
            self._watch_over(pages)
        except JournalLocked as error:
            if self._doors is None:
                self.show_ways_back(error)
            else:
                self.locking(self._doors).show_at_start(path)
        except SymptrackError as error:
            self.show_ways_back(error)

    def show_ways_back(self, error: SymptrackError) -> None:
        """Show why the journal cannot be opened, and what can be done."""
        self.window.show_problem(error, self._recovery and self._recovery(self._path))

    def locking(self, doors: "Callable[[], LockDoors]") -> "Locking":
        """Return what locks the window, made when it is first needed."""
        if self._locking is None:
            from symptrack.gui.locking import Locking

            self._locking = Locking(
                self.window, self.theme, doors(), self.open, self.show_ways_back
            )
            self._locking.locked.connect(self._on_locked)
            self.window.choices_changed.connect(self._on_choices_changed)
        return self._locking

    def _watch_over(self, pages: JournalPages) -> None:
        """Lock the journal when nobody is there, where something protects it."""
        protected = pages.locks_after_min() is not None
        self.window.sidebar.lock.setVisible(protected)
        if protected and self._doors is not None:
            self.locking(self._doors).watch(self._path, pages)
        elif self._locking is not None:
            self._locking.idle.stop()

    def _on_locked(self) -> None:
        self._stop_notifying()
        self.window.show_help(self._help_without_journal(self.country))

    def _on_choices_changed(self) -> None:
        if self._pages is not None:
            self._watch_over(self._pages)

    def restore(self, file: Path, code: str) -> None:
        """Put a copy in the journal's place, then open it and say so."""
        if self._recovery is not None:
            self._let_go()
            recovery = self._recovery(self._path)
            self._beside(
                lambda: recovery.restore(file, code), self._on_restored, self._on_restore_refused
            )

    def protect(self, wanted: "Wanted") -> None:
        """Change what protects the journal, then open it again and say so."""
        if self._doors is not None:
            self._let_go()
            doors, path = self._doors(), self._path
            self._beside(
                lambda: doors.protect(path, wanted), self._on_protected, self._on_protection_refused
            )

    def erase(self) -> None:
        """Erase everything, then begin as a first run."""
        if self._erase is not None:
            erase, path = self._erase, self._path
            self._beside(lambda: erase(path), self._on_erased, self._on_erase_refused)

    def _beside(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        refused: Callable[[SymptrackError], None],
    ) -> None:
        """Do something to the journal beside the window, which takes no press then."""
        from symptrack.gui.background import Background

        self._stop_notifying()
        self.window.setEnabled(False)
        Background(self.window).run(work, done, refused, ended=lambda: self.window.setEnabled(True))

    def listen(self) -> None:
        """Come to the front from now on when a second start asks for it."""
        from symptrack.gui.door_bell import DoorBell

        if self._pages is not None:
            self._bell = self._bell or DoorBell(self.window)
            self._bell.listen(self._path.parent, self._pages.knocked)
            self._warn_of_place(self._pages.place())

    def _warn_of_place(self, place: "PlaceWarning") -> None:
        words, notice = place.words(), self.window.notice

        def read() -> None:
            if notice.attempt(place.was_read):
                notice.still()

        if words:
            notice.say(words, kind="attn", action=_("I have read this"), then=read)

    def begin_notifying(self, tray: "QSystemTrayIcon | None" = None) -> None:
        """Say from now on what became due, in ``tray`` or the desktop's, where it has one."""
        from symptrack.gui.notifier import Notifier, desktop_tray

        place = tray or desktop_tray()
        if place is None or self._pages is None or self.notifier is not None:
            return
        self.notifier = Notifier(self.window, self.theme, self._pages.notifications(), place)
        self.notifier.today_wanted.connect(self._on_today_wanted)

    def _stop_notifying(self) -> None:
        self._notifying.stop()
        self._listening.stop()
        if self._bell is not None:
            self._bell.still()
        if self.notifier is not None:
            self.notifier.stop()
        self._pages, self.notifier = None, None

    def _on_today_wanted(self) -> None:
        """Bring the window forward, on Today; what fills it for a while stays on top."""
        from symptrack.gui.door_bell import bring_to_front

        bring_to_front(self.window)
        self.window.go_to("today")

    def _on_restored(self, sentence: str) -> None:
        self.open(self._path)
        self.window.say(sentence)

    def _on_restore_refused(self, error: SymptrackError) -> None:
        """Open the journal again, which is as it was, unless it could not be opened before."""
        if not self.window.shows_problem:
            self.open(self._path)
        self.window.say(str(error), kind="attn")

    def _on_page_made(self, page: Page) -> None:
        page.restore_requested.connect(self.restore)
        page.protection_requested.connect(self.protect)
        page.erase_requested.connect(self.erase)

    def _on_erased(self, _nothing: None) -> None:
        from symptrack.presenters.erase import erased_words

        self._look_as_chosen()
        self.open(self._path)
        self.window.say(erased_words())

    def _on_erase_refused(self, error: SymptrackError) -> None:
        self._look_as_chosen()
        self.open(self._path)
        if not self.window.shows_problem:
            self.window.say(str(error), kind="attn")

    def _look_as_chosen(self) -> None:
        chosen = self._preferences.current
        self.country = chosen.country or desktop_country()
        self.theme.choose(chosen.theme, chosen.text_size)

    def _on_protected(self, sentence: str) -> None:
        self.open(self._path)
        if not self.window.shows_problem:
            self._show_protection()
            self.window.say(sentence)

    def _on_protection_refused(self, error: SymptrackError) -> None:
        self.open(self._path)
        if not self.window.shows_problem:
            self._show_protection()
        self.window.say(str(error), kind="attn")

    def _show_protection(self) -> None:
        """Go back to where in the settings the change was asked for."""
        self.window.go_to("settings")
        page = self.window.page_stack.currentWidget()
        if isinstance(page, Page):
            page.focus_protection()

    def _on_try_again_requested(self) -> None:
        self.open(self._path)
