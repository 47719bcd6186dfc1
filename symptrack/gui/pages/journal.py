"""Journal: everything by session, newest first; what is listed can be found, opened and mended."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.domain.journal import Kind, Place
from symptrack.gui.background import Background
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, PageScroll, box, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.calendar_card import CalendarCard
from symptrack.gui.widgets.care_strip import CareStrip
from symptrack.gui.widgets.journal_body import JournalBody, Sticky
from symptrack.gui.widgets.journal_deeds import JournalDeeds
from symptrack.gui.widgets.journal_empty import journal_empty, nothing_found
from symptrack.gui.widgets.journal_finding import Finding
from symptrack.gui.widgets.journal_lines import record_of
from symptrack.gui.widgets.journal_list import JournalList
from symptrack.gui.widgets.journal_rows import RowButton
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.questionnaire_choice import QuestionnaireChoice
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.journal import JournalPresenter
from symptrack.presenters.journal_listing import UNDATED
from symptrack.presenters.journal_views import JournalView
from symptrack.texts import _

MARGINS = (36, 28, 36, 20)
STACK_BELOW_PX = 1000
STILL_AFTER_MS = 300


class JournalPage(Page):
    """The journal page; ``shown`` is emitted once what was read stands on it."""

    shown = Signal()

    def __init__(
        self,
        presenter: JournalPresenter,
        theme: ThemeSource,
        milliseconds: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(_("Journal"))
        self._presenter, self._theme = presenter, theme
        self._background = Background(self)
        self._guard = PressGuard(self, milliseconds)
        self._view: JournalView | None = None
        self._focus_on: Place | None = None
        self._asked = 0
        self.notice = Notice(theme)
        self.deeds = JournalDeeds(self, theme, presenter, self.notice)
        self.log, self.empty_log = self._make_log("secondary"), self._make_log("primary", big=True)
        self.check_in = self._make_check_in("primary")
        self.empty_check_in = self._make_check_in("secondary", big=True)
        self.questionnaire = self._make_questionnaire()
        self.empty_questionnaire = self._make_questionnaire(big=True)
        self.note, self.empty_note = self._make_note(), self._make_note(big=True)
        self.choice = QuestionnaireChoice(theme)
        self._choice_place = box(column(self.choice, margins=(0, 0, 0, 16)))
        self.care = CareStrip(theme)
        self._care_place = box(column(self.care, margins=(0, 0, 0, 16)))
        self.trash = Button(theme, _("Trash"), "faint", icon="trash", ink="text3")
        self.calendar_open = Button(theme, _("Calendar"), "faint", icon="calendar", ink="text3")
        self._reading = label(_("Reading your journal"), "meta")
        self.finding = Finding(theme)
        self.list = JournalList(theme)
        self.calendar = CalendarCard(theme)
        self._nothing, self._nothing_words = nothing_found(theme)
        self._beside = Sticky(self.calendar)
        self._filled = self._make_filled()
        self.diary = Button(theme, _("Bring in an old diary"), "quiet", big=True)
        self._empty = self._make_empty()
        self._buttons = box(WrapRow(self.questionnaire, self.note, self.log, self.check_in, gap=10))
        self._waiting = QTimer(self, singleShot=True, interval=STILL_AFTER_MS)
        self._lay_out()
        self._connect()

    @property
    def rows(self) -> list[RowButton]:
        """Return every row that is made and opens something, from top to bottom."""
        return self.list.rows

    def refresh(self) -> None:
        """Show the journal as it is now; what is shown stays until that is read."""
        if self._view is None:
            self._waiting.start()
        wanted = self.finding.wanted
        self._asked += 1
        # Ten years take longer to read than the window may be held up.
        self._background.run(lambda: self._presenter.view(wanted), self._take, self._on_refused)

    def show_saved(self, kind: Kind, record_id: str, /) -> None:
        """Show what was just saved, with the focus on its row."""
        self._focus_on = (kind, record_id)
        super().show_saved(kind, record_id)

    def go_to_day(self, day: date) -> None:
        """Show a day in the list; where there is nothing of it, say so and show what is near."""
        if self._view is None:
            return
        at = self._view.listing.nearest(day)
        there = at is not None and self._view.listing.lines[at].on == day
        if there:
            self.notice.still()
        else:
            self.notice.say(
                self._presenter.no_entry(day),
                action=_("Add a note") if day <= self._view.today else "",
                then=lambda: self.deeds.write_note(day),
            )
            self._guard.watch(self.notice)
        if at is not None:
            self.list.reveal(at, focus=there)

    def _connect(self) -> None:
        self._waiting.timeout.connect(self._reading.show)
        self.choice.chosen.connect(self._on_questionnaire_chosen)
        self.choice.score_wanted.connect(self._on_score_wanted)
        self.care.open.clicked.connect(lambda: self.page_requested.emit("care"))
        self.trash.clicked.connect(lambda: self.page_requested.emit("trash"))
        self.diary.clicked.connect(lambda: self.page_requested.emit("bring_in"))
        self.calendar_open.clicked.connect(self._on_calendar_clicked)
        self.calendar.wanted.connect(self.go_to_day)
        self.body.stacked_changed.connect(self._on_stacked_changed)
        self.finding.changed.connect(self.refresh)
        self.list.opened.connect(self.deeds.open)
        self.list.more_requested.connect(self.deeds.choose)
        self.list.delete_requested.connect(self._on_delete_requested)
        self.list.check_in_requested.connect(lambda: self.check_in_requested.emit(""))
        self.list.made.connect(self._guard.watch)
        self.deeds.deleted.connect(self._on_deleted)
        self.deeds.done.connect(self._on_done)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._on_find_pressed)

    def _make_log(self, kind: str, *, big: bool = False) -> Button:
        made = Button(self._theme, "", kind, icon="drip", big=big)
        made.clicked.connect(self.session_requested)
        return made

    def _make_check_in(self, kind: str, *, big: bool = False) -> Button:
        made = Button(self._theme, _("Check in now"), kind, icon="edit", big=big)
        made.clicked.connect(lambda: self.check_in_requested.emit(""))
        return made

    def _make_questionnaire(self, *, big: bool = False) -> Button:
        made = Button(self._theme, _("Questionnaire"), icon="list", big=big)
        made.clicked.connect(self._on_questionnaire_clicked)
        return made

    def _make_note(self, *, big: bool = False) -> Button:
        made = Button(self._theme, _("Add a note"), icon="note", big=big)
        made.clicked.connect(lambda _checked: self.deeds.write_note())
        return made

    def _make_filled(self) -> QWidget:
        self._listed = box(column(self.finding, 16, self._nothing, self.list, STRETCH))
        self.body = JournalBody(self._theme, self._listed, self._beside)
        return self.body

    def _make_empty(self) -> QWidget:
        starts = (self.empty_log, self.empty_check_in, self.empty_note, self.empty_questionnaire)
        return journal_empty(self._theme, *starts, self.diary)

    def _lay_out(self) -> None:
        places = (self._choice_place, self._care_place)
        for part in (self._filled, self._empty, self._buttons, self._reading, *places):
            part.hide()
        self._loading = box(column(self._reading, STRETCH))
        title = row(label(_("Journal"), "h1"), 14, STRETCH, self.calendar_open, self.trash)
        head = Columns(
            self._theme,
            [(box(title), 1), (self._buttons, 0)],
            stack_below=STACK_BELOW_PX,
            spacing=12,
        )
        self.calendar_open.hide()
        parts = ((self._loading, 1), (self._filled, 1), (self._empty, 1))
        self.area = PageScroll(column(head, 16, *places, *parts, margins=MARGINS))
        self.list.live_in(self.area)
        self.list.follow(self.finding.reset)
        self._beside.live_in(self.area)
        foot = self.notice.place((36, 8, 36, 12))
        self.setLayout(column((self.area, 1), foot))

    def _take(self, view: JournalView) -> None:
        self._waiting.stop()
        self._asked -= 1
        self._loading.hide()
        self._show(view)
        found = self._focus_on is not None and self.list.focus_record(self._focus_on)
        if found or not self._asked:  # what is not listed now must not take the focus later
            self._focus_on = None
        self.shown.emit()

    def _show(self, view: JournalView) -> None:
        first = self._view is None
        self._view = view
        for button in (self.log, self.empty_log):
            button.set_words(view.log)
        self.choice.show_offers(view.questionnaires)
        self.care.show_line(view.care)
        self._care_place.show()
        self._guard.watch(self.choice)
        self.finding.show_offers(view.offers)
        self.finding.say(view.said)
        self.calendar.show_view(view)
        self._nothing.setVisible(bool(view.nothing))
        self._nothing_words.setText(view.nothing)
        self._buttons.setVisible(not view.empty)
        self._filled.setVisible(not view.empty)
        self._empty.setVisible(view.empty)
        self._on_stacked_changed()
        focused = QApplication.focusWidget()
        kept = record_of(focused)
        if self.list.show_listing(view.listing) or first:
            # What lay under the pointer lies elsewhere now: a second press must not answer for it.
            self._guard.page_shown()
        arrange_tab_order(self)
        if kept is not None and QApplication.focusWidget() is not focused:
            self.list.focus_record(kept)

    def _on_stacked_changed(self) -> None:
        there = self._view is not None and not self._view.empty
        self.calendar_open.setVisible(there and self.body.stacked)

    def _on_calendar_clicked(self) -> None:
        opens = self._beside.isHidden()
        self.body.open_beside(opens)
        if opens:
            self.calendar.month.focus_day()

    def _on_find_pressed(self) -> None:
        if self.finding.isVisible():
            self.finding.search.setFocus()
            self.finding.search.selectAll()

    def _on_refused(self, error: SymptrackError) -> None:
        self._waiting.stop()
        self._asked -= 1
        self.notice.refuse(error)

    def _on_questionnaire_clicked(self) -> None:
        self._choice_place.setVisible(self._choice_place.isHidden())
        self.choice.focus_first()

    def _on_questionnaire_chosen(self, key: str) -> None:
        self._choice_place.hide()
        self.questionnaire_requested.emit(key)

    def _on_score_wanted(self) -> None:
        self._choice_place.hide()
        self.clinic_score_requested.emit("")

    def _on_delete_requested(self, place: Place) -> None:
        if place[0] not in UNDATED:
            self.deeds.delete(place)

    def _on_deleted(self, place: Place) -> None:
        self.list.hide_record(place)
        # The rows below have moved up: a second press must not delete the next one.
        self._guard.watch(self.notice)
        self._guard.page_shown()

    def _on_done(self, place: Place | None) -> None:
        self._focus_on = place
        self.refresh()
        self.changed.emit()
