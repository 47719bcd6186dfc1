"""Locking the window, and opening it again where the patient was."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog

from symptrack.domain.errors import JournalLocked, RefusedRequest, SymptrackError
from symptrack.gui.background import Background
from symptrack.gui.idle import WARNING_S, IdleWatch
from symptrack.gui.journal_pages import JournalPages
from symptrack.gui.main_window import MainWindow
from symptrack.gui.pages.lock import LockPage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.press_guard import monotonic_ms
from symptrack.gui.widgets.sidebar import LOCK_KEY
from symptrack.presenters.lock import LockDoors, LockPresenter, LockReason, locked_words
from symptrack.presenters.stay_open import StayOpen
from symptrack.texts import ngettext


class Locking(QObject):
    """Closes the journal behind the patient; the one who has the secret comes back to the place.

    Parameters
    ----------
    open_journal
        Shows the journal at a path that ``doors`` has just unlocked.
    show_other_ways
        Shows what else can be done where a journal does not open, for an error.

    ``locked`` says that the journal is being closed.
    """

    locked = Signal()

    def __init__(
        self,
        window: MainWindow,
        theme: ThemeSource,
        doors: LockDoors,
        open_journal: Callable[[Path], None],
        show_other_ways: Callable[[SymptrackError], None],
        milliseconds: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._doors = window, theme, doors
        self._milliseconds = milliseconds
        self._open_journal, self._show_other_ways = open_journal, show_other_ways
        self._presenter: LockPresenter | None = None
        self.page: LockPage | None = None
        self._way_back: Callable[[MainWindow], None] | None = None
        self._path = Path()
        self._after_min = 0
        self._stay: StayOpen | None = None
        self.idle = IdleWatch(self, milliseconds)
        self.idle.soon.connect(self._on_idle_soon)
        self.idle.back.connect(self._on_idle_back)
        self.idle.over.connect(self._on_idle_over)
        window.lock_requested.connect(lambda: self.lock(LockReason.ASKED))
        key = QShortcut(QKeySequence(LOCK_KEY), window)
        key.activated.connect(window.lock_requested)

    def watch(self, path: Path, pages: JournalPages) -> None:
        """Watch over the protected journal that is open now."""
        self._path, self._stay = path, pages.stay
        self._after_min = pages.locks_after_min() or 0
        self.idle.start(self._after_min)

    def show_at_start(self, path: Path) -> None:
        """Show the locked window for the journal at a path before it was opened."""
        self.show(path, LockReason.START)

    def show(self, path: Path, reason: LockReason) -> None:
        """Show the locked window for the journal at a path, which is not open."""
        self.idle.stop()
        self._path = path
        self._presenter = LockPresenter(path, self._doors, self._milliseconds)
        page = LockPage(self._theme, self._presenter.view(reason, after_min=self._after_min))
        page.tried.connect(self._on_tried)
        page.other_ways_wanted.connect(lambda: self._show_other_ways(JournalLocked(locked_words())))
        self.page = page
        self._window.show_alone(page)
        page.focus_first()

    def lock(self, reason: LockReason) -> None:
        """Keep what is being typed, then close the journal and show the locked window.

        Where what is typed cannot be kept, that is said and the journal stays open.
        """
        while (dialog := QApplication.activeModalWidget()) is not None and dialog.isVisible():
            dialog.reject() if isinstance(dialog, QDialog) else dialog.close()
        # The dialogs' own loops end first: what waited for them is still there.
        QTimer.singleShot(0, self, lambda: self._lock(reason))

    def _lock(self, reason: LockReason) -> None:
        if self._window.shows_problem or not self._window.keep_typed():
            return
        self._way_back = self._window.way_back()
        self.locked.emit()
        self.show(self._path, reason)
        Background(self._window).run(self._doors.lock, lambda _done: None, self._on_lock_refused)

    def _on_tried(self, passphrase: str, code: str) -> None:
        presenter, page = self._presenter, self.page
        assert presenter is not None
        assert page is not None
        page.show_busy(True)
        Background(self._window).run(
            lambda: presenter.unlock(passphrase=passphrase, code=code),
            lambda _done: self._on_unlocked(),
            self._on_refused,
            ended=lambda: page.show_busy(False),
        )

    def _on_unlocked(self) -> None:
        way_back, self._way_back = self._way_back, None
        self.page = None
        self._open_journal(self._path)
        if way_back is not None and not self._window.shows_problem:
            way_back(self._window)

    def _on_refused(self, error: SymptrackError) -> None:
        """Let the patient try again; what is wrong with the journal itself has its own page."""
        if isinstance(error, RefusedRequest) and self.page is not None:
            self.page.refuse(str(error))
        else:
            self.page = None
            self._open_journal(self._path)

    def _on_lock_refused(self, error: SymptrackError) -> None:
        if self.page is not None:
            self.page.notice.refuse(error)

    def _on_idle_soon(self) -> None:
        if not self._stays_open():
            self._window.say(
                ngettext(
                    "Symptrack locks in {seconds} second. Any key keeps it open.",
                    "Symptrack locks in {seconds} seconds. Any key keeps it open.",
                    WARNING_S,
                ).format(seconds=WARNING_S)
            )

    def _on_idle_back(self) -> None:
        self._window.notice_shown.still()

    def _on_idle_over(self) -> None:
        self.idle.start(self._after_min)  # until it is locked: what is typed is kept first
        if not self._stays_open():
            self.lock(LockReason.AWAY)

    def _stays_open(self) -> bool:
        return self._stay is not None and self._stay.stays_open()
