"""The window: navigation, the page that is shown, the check-in, and the help line below all.

What Today does not need is imported when it is first gone to.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.gui.back_up import BackUp
from symptrack.gui.flows import Flows
from symptrack.gui.gentle_door import GentleDoor
from symptrack.gui.journal_pages import JournalPages
from symptrack.gui.page import Page
from symptrack.gui.pages.today import TodayPage
from symptrack.gui.theme import ThemeSource
from symptrack.gui.warming import Warming
from symptrack.gui.widgets.boxes import box, column, row
from symptrack.gui.widgets.focus_ring import FocusRing
from symptrack.gui.widgets.help_bar import HelpBar
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import monotonic_ms
from symptrack.gui.widgets.sidebar import Sidebar, all_places
from symptrack.gui.window_size import USUAL_SIZE, least_size
from symptrack.presenters.help import HelpItem
from symptrack.presenters.words import unexpected_words
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.gui.pages.check_in import CheckInPage
    from symptrack.presenters.journal_problem import Recovery

AT_REST_MS, LOOK_AGAIN_MS = 150, 60_000


class MainWindow(QMainWindow):
    """Shows one thing at a time; its title never says anything of the journal."""

    journal_wanted = Signal(Path)
    try_again_requested = Signal()
    restore_requested = Signal(Path, str)
    lock_requested = Signal()
    choices_changed = Signal()
    page_made = Signal(Page)

    def __init__(
        self, theme: ThemeSource, milliseconds: Callable[[], float] = monotonic_ms
    ) -> None:
        super().__init__()
        self._theme = theme
        self._milliseconds = milliseconds
        self._pages: JournalPages | None = None
        self._made: dict[str, Page] = {}
        self._warming = Warming(self)
        self.setWindowTitle("Symptrack")
        self._flows: Flows | None = None
        self._back_up = BackUp(self)
        self._back_up.failed.connect(partial(self.say, kind="attn"))
        self.resize(USUAL_SIZE)
        self._limit_size()
        theme.changed.connect(self._limit_size)
        self.sidebar = self._make_sidebar()
        self.page_stack = QStackedWidget()
        self.notice = Notice(theme)
        beside = column((self.page_stack, 1), self.notice.place((36, 8, 36, 12)))
        self._shell = box(row(self.sidebar, (box(beside, "page"), 1)), "window")
        self.stack = QStackedWidget()
        self.stack.addWidget(self._shell)
        self.help_bar = HelpBar(theme)
        self.help_bar.panel_requested.connect(self._on_panel_requested)
        self.setCentralWidget(box(column((self.stack, 1), self.help_bar), "window"))
        self._ring = FocusRing(self, theme)
        self._door = GentleDoor(self, theme, (self.help_bar.wear, self._ring.wear))
        self._door.wanted.connect(self.open_gentle)
        self.sidebar.add_keys(self._shell)
        self._timer = QTimer(self, interval=LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.look_again)

    def _make_sidebar(self) -> Sidebar:
        sidebar = Sidebar(self._theme, all_places())
        sidebar.chosen.connect(self.go_to)
        sidebar.approached.connect(self._on_page_approached)
        sidebar.gentle_requested.connect(self.open_gentle)
        sidebar.lock_requested.connect(self.lock_requested)
        return sidebar

    def show_help(self, items: Sequence[HelpItem]) -> None:
        """Show who can be reached."""
        self.help_bar.show_items(items)

    def show_journal(self, pages: JournalPages) -> None:
        """Show an open journal, beginning with Today, in place of what was shown before."""
        self._let_go()
        self._pages = pages
        self._flows = self._make_flows(pages)
        self.today = TodayPage(pages.today, self._theme, self._milliseconds)
        self._connect_page(self.today)
        self.today.draft_discarded.connect(self._on_draft_discarded)
        self.today.changed.connect(self._refresh_current)
        self.today.session_took_place.connect(self.flows.record_session)
        self.today.help_wanted.connect(self.flows.open_help)
        self._made = {"today": self.today}
        self.page_stack.addWidget(self.today)
        self.show_help(pages.help_items())
        self.help_bar.offer_panel(True)
        self.stack.setCurrentWidget(self._shell)
        self.go_to("today")
        if not self._flows.open_welcome():
            self.today.focus_first()
        self._timer.start()
        QTimer.singleShot(AT_REST_MS, self, self.get_check_in_ready)

    def _let_go(self) -> None:
        """Take out what belongs to the journal before, and any page about a problem with it."""
        self.help_bar.offer_panel(False)
        if self._flows is not None and self._flows.in_gentle:
            self._door.come_back()
        over = [self.stack.widget(place) for place in range(1, self.stack.count())]
        for page in filter(None, (*self._made.values(), *over)):
            page.setParent(None)
            page.deleteLater()
        self._made, self._flows, self._pages = {}, None, None

    @property
    def flows(self) -> Flows:
        """Return what fills the window for a while, of the open journal."""
        if self._flows is None:
            raise LookupError("no journal is open")
        return self._flows

    @property
    def check_in(self) -> "CheckInPage":
        """Return the check-in of the open journal, made when it is first asked for."""
        return self.flows.check_in

    def _make_flows(self, pages: JournalPages) -> Flows:
        flows = Flows(self.stack, self._theme, self._milliseconds, pages)
        flows.left.connect(self._on_flow_left)
        flows.refused.connect(partial(self.say, kind="attn"))
        flows.help_changed.connect(self._on_help_changed)
        flows.page_wanted.connect(self.go_to)
        flows.restore_requested.connect(self.restore_requested)
        flows.gentle_began.connect(self._door.leave)
        flows.gentle_left.connect(self._on_gentle_left)
        return flows

    @property
    def shows_problem(self) -> bool:
        """Whether no journal could be opened."""
        return self._flows is None

    def say(self, sentence: str, *, kind: str = "soft") -> None:
        """Say what happened, on whatever is on screen."""
        self.notice_shown.say(sentence, kind=kind)

    def show_problem(self, error: SymptrackError, recovery: "Recovery | None" = None) -> None:
        """Show that the journal could not be opened, and the ways on."""
        from symptrack.gui.problem import problem_page

        page = problem_page(self, self._theme, error, recovery)
        self.show_alone(page)
        page.first.setFocus()

    def show_alone(self, page: QWidget) -> None:
        """Show a page that belongs to no open journal, in place of all that belonged to one."""
        self._let_go()
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def way_back(self) -> Callable[["MainWindow"], None]:
        """Return the way back to where the patient is, once the journal was closed and opened."""
        key, flow = self._shown, self.flows.way_back()

        def go(window: MainWindow) -> None:
            window.go_to(key)
            if flow is not None:
                flow(window.flows)

        return go

    def go_to(self, key: str) -> None:
        """Show a page by its key, one of the navigation or one that is reached from there."""
        if self._pages is None:
            return
        page = self._made_page(key, self._pages)
        self._shown = key
        self.sidebar.show_current(page.belongs_to or key)
        self.notice.still()
        self.page_stack.setCurrentWidget(page)
        if page.belongs_to:
            page.focus_first()
        else:
            self.sidebar.focus_current()
        self._refresh_current()

    def open_check_in(self, effect: str = "") -> None:
        """Begin a check-in, or go on with the one that was begun."""
        self._warming.warm_up(self._pages, "check_in")
        self.flows.open_check_in(effect, from_today=self.page_stack.currentWidget() is self.today)

    def open_gentle(self) -> None:
        """Begin gentle mode over whatever is on screen, once what is being typed is kept."""
        if self._flows is not None and self.keep_typed():
            if not self._flows.in_gentle:
                self._door.remember()
            self._flows.open_gentle()

    def get_check_in_ready(self) -> None:
        """Make the page of the check-in while the patient looks at Today: it opens at once."""
        import symptrack.gui.pages.check_in  # noqa: F401 - a turn of its own, then the page

        QTimer.singleShot(0, self, self._make_check_in)

    def say_unexpected(self) -> None:
        """Say that something went wrong that should not have."""
        self.notice_shown.say(unexpected_words(), kind="attn")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed, then close; the next start offers to go on."""
        if self.keep_typed(action=_("Close without it"), then=self._close_without):
            super().closeEvent(event)
        else:
            event.ignore()

    def keep_typed(self, **offer: Any) -> bool:
        """Keep what is being typed; where that is refused, say so and return false."""
        if self._flows is None:
            return True
        try:
            self._flows.settle()
            for page in self._made.values():
                page.settle()
        except SymptrackError as error:
            self.notice_shown.say(str(error), kind="attn", **offer)
            return False
        return True

    @property
    def notice_shown(self) -> Notice:
        """Return where what is on screen says what happened."""
        found: Notice = getattr(self.stack.currentWidget(), "notice", self.notice)
        return found

    def _close_without(self) -> None:
        """Close although what is being typed could not be kept; what was kept before stays."""
        self._flows = self._pages = None
        self.close()

    def _made_page(self, key: str, pages: JournalPages) -> Page:
        if key not in self._made:
            page = self._made[key] = pages.later[key](self._theme)
            self._connect_page(page)
            self.page_stack.addWidget(page)
        return self._made[key]

    def _connect_page(self, page: Page) -> None:
        page.page_requested.connect(self.go_to)
        page.check_in_requested.connect(self.open_check_in)
        page.gentle_requested.connect(self.open_gentle)
        self.flows.serve(page)
        self.page_made.emit(page)
        page.changed.connect(self._on_help_changed)

    def _limit_size(self) -> None:
        self.setMinimumSize(least_size(self._theme.scale))

    def _refresh_current(self) -> None:
        page = self.page_stack.currentWidget()
        if isinstance(page, Page):
            self.notice.attempt(page.refresh)

    def _on_page_approached(self, key: str) -> None:
        self._warming.warm_up(self._pages, key, lambda: self._get_ready(key))

    def _get_ready(self, key: str) -> None:
        if self._pages is not None and key in self._pages.later:
            self._made_page(key, self._pages).get_ready()

    def _on_flow_left(self) -> None:
        self.stack.setCurrentWidget(self._shell)
        self._refresh_current()
        self.sidebar.focus_current()

    def _on_gentle_left(self, saved: bool) -> None:
        self._refresh_current()
        if saved:
            self.notice_shown.say(_("Saved in your journal."))
        if not self._door.come_back():
            self.sidebar.focus_current()

    def _on_panel_requested(self) -> None:
        if self._flows is not None:
            self._flows.open_help()

    def _on_help_changed(self) -> None:
        if self._pages is not None:
            self.show_help(self._pages.help_items())
        self.choices_changed.emit()

    def _on_draft_discarded(self) -> None:
        self._warming.warm_up(self._pages, "check_in")
        self.flows.begin_check_in_again()

    def _make_check_in(self) -> None:
        if self._flows is not None:  # the journal may have been let go in between
            self._flows.check_in  # noqa: B018 - made when first asked for

    def look_again(self) -> None:
        """Look whether something became due, on Today or to be backed up."""
        if self.page_stack.currentWidget() is self.today:
            self._refresh_current()
        if self._pages is not None:
            self._back_up.make_if_due(self._pages)
