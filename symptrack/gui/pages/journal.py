"""Journal: everything by session, newest first; what is listed can be opened and deleted."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.domain.journal import Kind
from symptrack.gui.background import Background
from symptrack.gui.dialogs import form
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, PageScroll, box, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.care_strip import CareStrip
from symptrack.gui.widgets.changes_button import Changes
from symptrack.gui.widgets.journal_card import JournalCardView
from symptrack.gui.widgets.journal_empty import journal_empty
from symptrack.gui.widgets.journal_rows import Record, RowButton
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.questionnaire_choice import QuestionnaireChoice
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.journal import FIRST_LINES, MORE_LINES, JournalPresenter
from symptrack.presenters.journal_views import JournalCard, JournalView
from symptrack.texts import _

MARGINS = (36, 28, 36, 20)
STACK_BELOW_PX = 700
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
        self._lines = FIRST_LINES
        self._view: JournalView | None = None
        self._cards: dict[str, JournalCardView] = {}
        self._focus_on: Callable[[], bool] | None = None
        self.notice = Notice(theme)
        self.changes = Changes(theme, presenter.history, self.notice, self._on_reverted)
        self.log, self.empty_log = self._make_log("secondary"), self._make_log("primary", big=True)
        self.check_in = self._make_check_in("primary")
        self.empty_check_in = self._make_check_in("secondary", big=True)
        self.questionnaire = self._make_questionnaire()
        self.empty_questionnaire = self._make_questionnaire(big=True)
        self.choice = QuestionnaireChoice(theme)
        self._choice_place = box(column(self.choice, margins=(0, 0, 0, 16)))
        self.care = CareStrip(theme)
        self._care_place = box(column(self.care, margins=(0, 0, 0, 16)))
        self.earlier = Button(theme, _("Show earlier entries"), icon="down")
        self.trash = Button(theme, _("Trash"), "faint", icon="trash", ink="text3")
        self._reading = label(_("Reading your journal"), "meta")
        self._list = column(spacing=16)
        self._filled = self._make_filled()
        self.diary = Button(theme, _("Bring in an old diary"), "quiet", big=True)
        starts = (self.empty_log, self.empty_check_in, self.empty_questionnaire, self.diary)
        self._empty = journal_empty(theme, *starts)
        self._buttons = box(WrapRow(self.questionnaire, self.log, self.check_in, gap=10))
        self._lay_out()
        self._connect()
        self._waiting = QTimer(self, singleShot=True, interval=STILL_AFTER_MS)
        self._waiting.timeout.connect(self._reading.show)

    @property
    def cards(self) -> list[JournalCardView]:
        """Return the cards from the newest to the earliest."""
        view = self._view
        return [self._cards[one.key] for one in view.cards] if view is not None else []

    @property
    def rows(self) -> list[RowButton]:
        """Return every row that opens something, from top to bottom."""
        return [one for made in self.cards for one in made.rows if one.isVisibleTo(self)]

    def refresh(self) -> None:
        """Show the journal as it is now; what is shown stays until that is read."""
        if self._view is None:
            self._waiting.start()
        lines = self._lines
        # Ten years take longer to read than the window may be held up.
        self._background.run(lambda: self._presenter.view(lines), self._take, self._on_refused)

    def show_saved(self, kind: Kind, record_id: str, /) -> None:
        """Show what was just saved, with the focus on its row."""
        self._focus_on = lambda: self._focus_record((kind, record_id))
        super().show_saved(kind, record_id)

    def _connect(self) -> None:
        self.choice.chosen.connect(self._on_questionnaire_chosen)
        self.choice.score_wanted.connect(self._on_score_wanted)
        self.earlier.clicked.connect(self._on_earlier_clicked)
        self.care.open.clicked.connect(lambda: self.page_requested.emit("care"))
        self.trash.clicked.connect(lambda: self.page_requested.emit("trash"))
        self.diary.clicked.connect(lambda: self.page_requested.emit("bring_in"))

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

    def _make_filled(self) -> QWidget:
        return box(column(self._list, 16, row(STRETCH, self.earlier, STRETCH), STRETCH))

    def _lay_out(self) -> None:
        places = (self._choice_place, self._care_place)
        for part in (self._filled, self._empty, self._buttons, self._reading, *places):
            part.hide()
        self._loading = box(column(self._reading, STRETCH))
        head = Columns(
            self._theme,
            [(box(row(label(_("Journal"), "h1"), 14, self.trash, STRETCH)), 1), (self._buttons, 0)],
            stack_below=STACK_BELOW_PX,
            spacing=12,
        )
        parts = ((self._loading, 1), (self._filled, 1), (self._empty, 1))
        scroll = PageScroll(column(head, 16, *places, *parts, margins=MARGINS))
        foot = self.notice.place((36, 8, 36, 12))
        self.setLayout(column((scroll, 1), foot))

    def _take(self, view: JournalView) -> None:
        self._waiting.stop()
        self._loading.hide()
        if view != self._view or not all(made.intact for made in self.cards):
            self._show(view)
        if self._focus_on is not None and self._focus_on():
            self._focus_on = None
        self.shown.emit()

    def _show(self, view: JournalView) -> None:
        for button in (self.log, self.empty_log):
            button.set_words(view.log)
        self.earlier.setVisible(bool(view.earlier))
        self.choice.show_offers(view.questionnaires)
        self.care.show_line(view.care)
        self._care_place.show()
        self._guard.watch(self.choice)
        for part in (self._filled, self._buttons):
            part.setVisible(bool(view.cards))
        self._empty.setVisible(not view.cards)
        focused = QApplication.focusWidget()
        kept = focused.record if isinstance(focused, RowButton) else None
        self._place_cards(view)
        self._view = view
        arrange_tab_order(self)
        # What lay under the pointer lies elsewhere now: a second press must not answer for it.
        self._guard.page_shown()
        if kept is not None and QApplication.focusWidget() is not focused:
            self._focus_record(kept)

    def _place_cards(self, view: JournalView) -> None:
        """Put the cards in order; those that say the same as before stay as they are."""
        former, self._cards = self._cards, {}
        for one in view.cards:
            kept = former.get(one.key)
            if kept is not None and kept.view == one and kept.intact:
                self._cards[one.key] = former.pop(one.key)
            else:
                self._cards[one.key] = self._make_card(one)
        for old in former.values():
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        for place, made in enumerate(self._cards.values()):
            if self._list.indexOf(made) != place:
                self._list.insertWidget(place, made)
                # At once, not when the layout comes to it: a row in it may get the focus now.
                made.show()
            made.raise_()  # a screen reader goes through them in this order

    def _make_card(self, view: JournalCard) -> JournalCardView:
        made = JournalCardView(self._theme, view)
        made.opened.connect(self._on_row_opened)
        made.delete_requested.connect(self._on_delete_requested)
        made.changes_requested.connect(self._on_changes_requested)
        made.check_in_requested.connect(lambda: self.check_in_requested.emit(""))
        for one in made.rows:
            one.step_pressed.connect(lambda step, one=one: self._on_step_pressed(one, step))
        self._guard.watch(made)
        return made

    def _focus_record(self, record: Record) -> bool:
        """Give the focus to a record's row; false where it is not on the page."""
        found = [one for one in self.rows if one.record == record]
        for one in found:
            one.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(found)

    def _focus_after(self, record: Record) -> bool:
        """Give the focus to the row below a record's, once there is one."""
        rows = self.rows
        places = [place for place, one in enumerate(rows[:-1]) if one.record == record]
        for place in places:
            rows[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(places)

    def _on_refused(self, error: SymptrackError) -> None:
        self._waiting.stop()
        self.notice.refuse(error)

    def _on_step_pressed(self, row: RowButton, step: int) -> None:
        rows = self.rows
        place = min(max(rows.index(row) + step, 0), len(rows) - 1)
        rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_row_opened(self, kind: Kind, record_id: str) -> None:
        if kind is Kind.SESSIONS:
            self.session_edit_requested.emit(record_id)
        elif kind is Kind.RESPONSES:
            self.questionnaire_edit_requested.emit(record_id)
        elif kind is Kind.CLINIC_SCORES:
            self.clinic_score_requested.emit(record_id)
        elif kind is Kind.VISITS:
            self._change_visit(record_id)
        else:
            self.check_in_edit_requested.emit(record_id)

    def _change_visit(self, visit_id: str) -> None:
        try:
            visit = self._presenter.visit(visit_id)
        except SymptrackError as error:
            self.notice.refuse(error)
            return
        if form.ask(self._theme, visit, self) is not None:
            self._focus_on = lambda: self._focus_record((Kind.VISITS, visit_id))
            self.refresh()
            self.changed.emit()

    def _on_questionnaire_clicked(self) -> None:
        self._choice_place.setVisible(self._choice_place.isHidden())
        self.choice.focus_first()

    def _on_questionnaire_chosen(self, key: str) -> None:
        self._choice_place.hide()
        self.questionnaire_requested.emit(key)

    def _on_score_wanted(self) -> None:
        self._choice_place.hide()
        self.clinic_score_requested.emit("")

    def _on_earlier_clicked(self) -> None:
        rows = self.rows
        if rows:
            last = rows[-1].record
            self._focus_on = lambda: self._focus_after(last)
        self._lines += MORE_LINES
        self.refresh()

    def _on_delete_requested(self, kind: Kind, record_id: str) -> None:
        if not self.notice.attempt(lambda: self._presenter.delete(kind, record_id)):
            return
        self.notice.say(
            _("Deleted. You can bring it back for 90 days."),
            action=_("Undo"),
            then=lambda: self._on_undo_clicked((kind, record_id)),
        )
        self._guard.watch(self.notice)
        if self.notice.action is not None:
            self.notice.action.setFocus(Qt.FocusReason.OtherFocusReason)
        for made in self.cards:
            made.hide_record((kind, record_id))
        # The rows below have moved up: a second press must not delete the next one.
        self._guard.page_shown()
        self.refresh()
        self.changed.emit()

    def _on_changes_requested(self, kind: Kind, record_id: str) -> None:
        self.changes.show((kind, record_id), self)

    def _on_reverted(self, _record: Record) -> None:
        self.refresh()
        self.changed.emit()

    def _on_undo_clicked(self, record: Record) -> None:
        if not self.notice.attempt(lambda: self._presenter.restore(*record)):
            return
        self.notice.still()
        self._focus_on = lambda: self._focus_record(record)
        self.refresh()
        self.changed.emit()
