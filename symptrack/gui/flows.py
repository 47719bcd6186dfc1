"""What fills the window for a while: a check-in, gentle mode, a session, help, the first run."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.domain.journal import Kind
from symptrack.gui.journal_pages import JournalPages
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.gui.pages.check_in import CheckInPage
    from symptrack.gui.pages.gentle import GentlePage
    from symptrack.gui.pages.help import HelpPage
    from symptrack.gui.pages.questionnaire import QuestionnairePage
    from symptrack.gui.pages.session import SessionPage


class Flows(QObject):
    """Makes each of them when it is first needed and puts it over the pages.

    ``left`` says that the patient is back at the pages, ``refused`` carries a sentence about what
    could not be opened, ``help_changed`` a country, ``page_wanted`` the key of the page to go on
    with, ``restore_requested`` a copy and its code. ``gentle_began`` carries the look that all of
    the window wears until ``gentle_left``, which says whether something was saved.
    """

    left = Signal()
    gentle_began = Signal(ThemeSource)
    gentle_left = Signal(bool)
    refused = Signal(str)
    help_changed = Signal(str)
    page_wanted = Signal(str)
    restore_requested = Signal(Path, str)

    def __init__(
        self,
        stack: QStackedWidget,
        theme: ThemeSource,
        milliseconds: Callable[[], float],
        pages: JournalPages,
    ) -> None:
        super().__init__(stack)
        self._stack, self._theme = stack, theme
        self._milliseconds, self._pages = milliseconds, pages
        self._check_in: CheckInPage | None = None
        self._gentle: GentlePage | None = None
        self._before_gentle: QWidget | None = None
        self._questionnaire: QuestionnairePage | None = None
        self._session: SessionPage | None = None
        self._help: HelpPage | None = None
        self._before_help: QWidget | None = None
        self._begun: Callable[[Flows], None] | None = None

    @property
    def check_in(self) -> "CheckInPage":
        """Return the check-in."""
        if self._check_in is None:
            from symptrack.gui.pages.check_in import CheckInPage

            self._check_in = CheckInPage(self._pages.check_in(), self._theme, self._milliseconds)
            self._check_in.left.connect(self.left)
            self._stack.addWidget(self._check_in)
        return self._check_in

    @property
    def gentle(self) -> "GentlePage":
        """Return gentle mode."""
        if self._gentle is None:
            from symptrack.gui.pages.gentle import GentlePage

            self._gentle = GentlePage(self._pages.gentle(), self._theme, self._milliseconds)
            self._gentle.left.connect(self._on_gentle_left)
            self._stack.addWidget(self._gentle)
        return self._gentle

    @property
    def questionnaire(self) -> "QuestionnairePage":
        """Return the questionnaire."""
        if self._questionnaire is None:
            from symptrack.gui.pages.questionnaire import QuestionnairePage

            self._questionnaire = QuestionnairePage(
                self._pages.questionnaire(), self._theme, self._milliseconds
            )
            self._questionnaire.left.connect(self.left)
            self._stack.addWidget(self._questionnaire)
        return self._questionnaire

    @property
    def session(self) -> "SessionPage":
        """Return the session form."""
        if self._session is None:
            from symptrack.gui.pages.session import SessionPage

            self._session = SessionPage(self._pages.session(), self._theme, self._milliseconds)
            self._session.left.connect(self.left)
            self._session.help_wanted.connect(self.open_help)
            self._stack.addWidget(self._session)
        return self._session

    @property
    def help(self) -> "HelpPage":
        """Return the help panel as a page of its own."""
        if self._help is None:
            from symptrack.gui.pages.help import HelpPage

            self._help = HelpPage(self._pages.help_panel, self._theme)
            self._help.left.connect(self._on_help_left)
            self._stack.addWidget(self._help)
        return self._help

    def serve(self, page: Page) -> None:
        """Open what a page asks for."""
        page.check_in_edit_requested.connect(self.edit_check_in)
        page.questionnaire_requested.connect(self.open_questionnaire)
        page.questionnaire_edit_requested.connect(self.edit_questionnaire)
        page.clinic_score_requested.connect(partial(self.open_clinic_score, page))
        page.session_requested.connect(self.open_session)
        page.session_edit_requested.connect(self.edit_session)

    def open_check_in(self, effect: str = "", *, from_today: bool = True) -> None:
        """Begin a check-in, or go on with the one that was begun."""
        self._begun = lambda flows: flows.open_check_in(from_today=from_today)
        self._open(
            lambda: self.check_in.begin(effect, from_today=from_today), lambda: self.check_in
        )

    def begin_check_in_again(self) -> None:
        """Let the check-in that was begun go, and begin another one, on which is the way back."""
        try:
            take_back = self.check_in.discard()
        except SymptrackError as error:
            self.refused.emit(str(error))
            return
        self.open_check_in()
        self.check_in.notice.say(
            _("What was begun is let go."),
            action=_("Undo"),
            then=lambda: self._take_back(take_back),
        )

    def _take_back(self, take_back: Callable[[], None]) -> None:
        if self.check_in.notice.attempt(take_back):
            self.open_check_in()

    @property
    def in_gentle(self) -> bool:
        """Whether gentle mode is on screen, or the help panel over it."""
        return self._before_gentle is not None

    def open_gentle(self) -> None:
        """Begin gentle mode over whatever is on screen; leaving it gives that back."""
        before = self._stack.currentWidget()
        if before is self._help:
            before = self._before_help
        if not self.in_gentle:
            try:
                self.gentle.begin()
            except SymptrackError as error:
                self.refused.emit(str(error))
                return
            self._before_gentle = before
            self.gentle_began.emit(self.gentle.look)
        self._stack.setCurrentWidget(self.gentle)

    def edit_check_in(self, check_in_id: str) -> None:
        """Change a saved check-in."""
        self._begun = lambda flows: flows.open_check_in(from_today=False)
        self._open(lambda: self.check_in.edit(check_in_id), lambda: self.check_in)

    def open_questionnaire(self, key: str) -> None:
        """Begin a questionnaire by its key, or go on with the one that was begun."""
        self._begun = lambda flows: flows.open_questionnaire(key)
        self._open(lambda: self.questionnaire.begin(key), lambda: self.questionnaire)

    def edit_questionnaire(self, response_id: str) -> None:
        """Change a saved questionnaire."""
        self._begun = lambda flows: flows.edit_questionnaire(response_id)
        self._open(lambda: self.questionnaire.edit(response_id), lambda: self.questionnaire)

    def open_clinic_score(self, page: Page, score_id: str) -> None:
        """Enter a total that a clinic gave over a page, or change the one of an id."""
        from symptrack.gui.dialogs import clinic_score

        try:
            saved = clinic_score.ask(self._theme, self._pages.clinic_score(), page, score_id)
        except SymptrackError as error:
            self.refused.emit(str(error))
            return
        if saved:
            page.show_saved(Kind.CLINIC_SCORES, saved)

    def open_session(self) -> None:
        """Log a session, or go on with the one that was begun."""
        self._open(lambda: self.session.begin(), lambda: self.session)  # noqa: PLW0108 - made when called

    def resume_session(self) -> None:
        """Go on with the session that was begun or was being changed."""
        self._open(lambda: self.session.resume(), lambda: self.session)  # noqa: PLW0108 - made when called

    def edit_session(self, session_id: str) -> None:
        """Change a session."""
        self._open(lambda: self.session.edit(session_id), lambda: self.session)

    def record_session(self, session_id: str) -> None:
        """Log that a planned session took place."""
        self._open(lambda: self.session.record(session_id), lambda: self.session)

    def open_help(self) -> None:
        """Show who can be reached, over whatever is on screen."""
        if self._stack.currentWidget() is not self.help:
            self._before_help = self._stack.currentWidget()
            self.help.wear(self.gentle.look if self.in_gentle else self._theme)
            self._stack.setCurrentWidget(self.help)
            self.help.begin()

    def open_welcome(self) -> bool:
        """Show the first run; false where this is none."""
        if self._pages.welcome is None:
            return False
        from symptrack.gui.pages.welcome import WelcomePage

        self.welcome = WelcomePage(self._pages.welcome(), self._pages.clock, self._theme)
        self.welcome.finished.connect(self._on_welcome_finished)
        self.welcome.diary_wanted.connect(self._on_diary_wanted)
        self.welcome.help_changed.connect(self.help_changed)
        self.welcome.restore_requested.connect(self.restore_requested)
        self._stack.addWidget(self.welcome)
        self._stack.setCurrentWidget(self.welcome)
        return True

    def way_back(self) -> "Callable[[Flows], None] | None":
        """Return what goes on, once opened anew, with what is on screen; ``None`` for the pages.

        What was begun lies in its draft.
        """
        shown = self._stack.currentWidget()
        if shown is self._help:
            shown = self._before_help
        if self.in_gentle:
            return lambda flows: flows.open_gentle()
        if shown is self._session:
            return lambda flows: flows.resume_session()
        asking = [page for page in (self._check_in, self._questionnaire) if page is not None]
        return self._begun if any(page is shown and page.unfinished for page in asking) else None

    def settle(self) -> None:
        """Keep what is being typed.

        Raises
        ------
        SymptrackError
            Where it cannot be kept.
        """
        for page in (self._check_in, self._questionnaire, self._session, self._gentle):
            if page is not None:
                page.settle()

    def _open(self, begin: Callable[[], None], page: Callable[[], QWidget]) -> None:
        try:
            begin()
        except SymptrackError as error:
            self.refused.emit(str(error))
            return
        shown = page()
        self._stack.setCurrentWidget(shown)
        if shown is self._session and self._session.body is not None:
            self._session.body.focus_first()

    def _on_gentle_left(self) -> None:
        before, self._before_gentle = self._before_gentle, None
        if before is not None:
            self._stack.setCurrentWidget(before)
        self.gentle_left.emit(self.gentle.saved)

    def _on_diary_wanted(self) -> None:
        self._on_welcome_finished()
        self.page_wanted.emit("bring_in")

    def _on_welcome_finished(self) -> None:
        self._stack.removeWidget(self.welcome)
        self.welcome.deleteLater()
        self.left.emit()

    def _on_help_left(self) -> None:
        if self._before_help is not None:
            self._stack.setCurrentWidget(self._before_help)
