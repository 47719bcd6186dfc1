"""Visits and medicines: the next visit with its questions, earlier ones, and what is taken."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.domain.journal import Kind
from symptrack.gui.dialogs import form
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import (
    STRETCH,
    Columns,
    PageScroll,
    add,
    box,
    card,
    clear,
    column,
    hairline,
    row,
)
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.care_rows import CareRowView
from symptrack.gui.widgets.journal_rows import Record
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.next_visit import NextVisitCard
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.presenters.care import (
    FIRST_VISITS,
    MORE_VISITS,
    CarePresenter,
    CareRow,
    CareView,
)
from symptrack.presenters.care_forms import FormPresenter
from symptrack.presenters.medication import Change
from symptrack.texts import _

MARGINS = (36, 28, 36, 26)
CARD_MARGINS = (12, 16, 12, 16)
STACK_BELOW_PX = 480


class CarePage(Page):
    """Reached from the Journal."""

    belongs_to = "journal"

    def __init__(
        self,
        presenter: CarePresenter,
        theme: ThemeSource,
        milliseconds: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(_("Visits and medicines"))
        self._presenter, self._theme = presenter, theme
        self._visit, self._medication = presenter.visit, presenter.medication
        self._guard = PressGuard(self, milliseconds)
        self._most = FIRST_VISITS
        self._view: CareView | None = None
        self.rows: list[CareRowView] = []
        self.notice = Notice(theme)
        self.back = Button(theme, _("Back to the journal"), "quiet", icon="arrow-left")
        self.back.clicked.connect(lambda: self.page_requested.emit(self.belongs_to))
        self.next_visit = NextVisitCard(theme)
        self.add_visit = Button(theme, _("Add a visit"), icon="plus")
        self.add_visit.clicked.connect(lambda: self._on_visit_wanted())  # noqa: PLW0108 - no flag
        self.earlier = Button(theme, _("Show earlier visits"), icon="down")
        self.earlier.clicked.connect(self._on_earlier_clicked)
        self.add_medicine = Button(theme, _("Add a medicine"), icon="plus")
        self.add_medicine.clicked.connect(self._on_medicine_wanted)
        self._visits, self._medicines = column(), column()
        self._connect_next_visit()
        self._lay_out()

    def focus_first(self) -> None:
        """Give the focus to the line for one more question."""
        self.next_visit.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the visits and medicines as they are now."""
        view = self._presenter.view(self._most)
        if view == self._view:
            return
        self._view = view
        self.next_visit.show_visit(view.next_visit)
        self.rows = []
        clear(self._medicines)
        self._fill(self._medicines, view.taken, _("No medicine is written down as taken now."))
        if view.ended:
            words = label(_("Taken before"), "strong", wrap=True)
            add(self._medicines, box(row(words, margins=(10, 14, 0, 6))))
            self._fill(self._medicines, view.ended, "")
        clear(self._visits)
        other = _("No other visit is written down.")
        nothing = other if view.next_visit is not None else _("No visit is written down.")
        self._fill(self._visits, view.visits, nothing)
        self.earlier.setVisible(view.more)
        arrange_tab_order(self)
        self._guard.page_shown()

    def _connect_next_visit(self) -> None:
        shown = self.next_visit
        shown.opened.connect(self._on_visit_wanted)
        shown.planned.connect(lambda: self._on_visit_wanted())  # noqa: PLW0108 - no argument
        shown.deleted.connect(self._on_delete_requested)
        shown.question_typed.connect(self._on_question_typed)
        self._guard.watch(shown)

    def _lay_out(self) -> None:
        visits = column(
            self._head(_("Visits"), self.add_visit),
            8,
            self._visits,
            8,
            row(STRETCH, self.earlier, STRETCH),
            margins=CARD_MARGINS,
        )
        medicines = column(
            self._head(_("Medicines"), self.add_medicine),
            8,
            self._medicines,
            margins=CARD_MARGINS,
        )
        content = column(
            row(self.back, STRETCH),
            8,
            label(_("Visits and medicines"), "h1", wrap=True),
            18,
            self.next_visit,
            16,
            card(medicines),
            16,
            card(visits),
            margins=MARGINS,
        )
        notice = self.notice.place((36, 8, 36, 12))
        self.setLayout(column((PageScroll(column(content, STRETCH)), 1), notice))

    def _head(self, words: str, button: Button) -> QWidget:
        title = label(words, "h3", wrap=True)
        head = Columns(self._theme, [(title, 1), (button, 0)], stack_below=STACK_BELOW_PX)
        return box(row((head, 1), margins=(10, 0, 10, 0)))  # in line with the card above

    def _fill(self, place: QVBoxLayout, shown: tuple[CareRow, ...], nothing: str) -> None:
        if not shown:
            words = box(row(label(nothing, "body2", wrap=True), margins=(10, 4, 0, 4)))
            add(place, words)
        for one in shown:
            made = CareRowView(self._theme, one)
            made.opened.connect(self._on_row_opened)
            made.delete_requested.connect(self._on_delete_requested)
            made.words.step_pressed.connect(lambda step, made=made: self._on_step(made, step))
            self._guard.watch(made)
            self.rows.append(made)
            for part in (hairline(), made):
                add(place, part)
            made.show()  # at once, not when the layout comes to it: it may get the focus now

    def _on_step(self, made: CareRowView, step: int) -> None:
        place = min(max(self.rows.index(made) + step, 0), len(self.rows) - 1)
        self.rows[place].words.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_row_opened(self, record: Record, change: Change) -> None:
        kind, record_id = record
        if kind is Kind.VISITS:
            self._on_visit_wanted(record_id)
        else:
            self._ask(self._medication, lambda: self._medication.begin(record_id, change))

    def _on_visit_wanted(self, visit_id: str | None = None) -> None:
        self._ask(self._visit, lambda: self._visit.begin(visit_id))

    def _on_medicine_wanted(self) -> None:
        self._ask(self._medication, self._medication.begin)

    def _on_question_typed(self, question: str) -> None:
        visit = self.next_visit.visit
        if visit is None:
            kept = self._ask(self._visit, lambda: self._visit.begin(questions=question))
        else:
            kept = self.notice.attempt(lambda: self._visit.add_question(visit.id, question))
            if kept:
                self._changed()
        if kept:
            self.next_visit.take()

    def _ask(self, presenter: FormPresenter, begin: Callable[[], None]) -> bool:
        """Let a form be filled in; false where nothing was saved."""
        try:
            begin()
        except SymptrackError as error:
            self.notice.refuse(error)
            return False
        saved = form.ask(self._theme, presenter, self)
        if saved is None:
            return False
        self._changed()
        self._focus(saved)
        return True

    def _changed(self) -> None:
        self.notice.still()
        self.refresh()
        self.changed.emit()

    def _focus(self, record_id: str) -> None:
        for one in self.rows:
            if one.shown.id == record_id:
                one.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_earlier_clicked(self) -> None:
        self._most += MORE_VISITS
        self.refresh()

    def _on_delete_requested(self, record: Record) -> None:
        if not self.notice.attempt(lambda: self._presenter.delete(*record)):
            return
        self._changed()
        self.notice.say(
            _("Deleted. You can bring it back for 90 days."),
            action=_("Undo"),
            then=lambda: self._on_undo_clicked(record),
        )
        self._guard.watch(self.notice)
        if self.notice.action is not None:
            self.notice.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo_clicked(self, record: Record) -> None:
        if self.notice.attempt(lambda: self._presenter.restore(*record)):
            self._changed()
            self._focus(record[1])
