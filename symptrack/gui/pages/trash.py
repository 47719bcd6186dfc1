"""Trash: what was deleted, back into the journal or gone for good."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.domain.journal import Place
from symptrack.gui.background import Background
from symptrack.gui.dialogs import question
from symptrack.gui.models.trash_model import TrashModel
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, PageScroll, box, card, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import CENTRE, IconLabel, label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.gui.widgets.trash_list import TrashListView
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.asking import Question
from symptrack.presenters.trash import BroughtBack, TrashList, TrashPresenter
from symptrack.texts import _, ngettext

MARGINS = (36, 28, 36, 16)
ICON_PX = 44
LEAD_FROM_PX = 420
ALL_OF_IT = 0
Ask = Callable[[ThemeSource, Question, QWidget], int | None]


class TrashPage(Page):
    """Reached from the journal and the settings; ``shown`` says that what was read stands on it.

    ``ask`` asks before something is done.
    """

    belongs_to = "journal"
    shown = Signal()

    def __init__(
        self,
        presenter: TrashPresenter,
        theme: ThemeSource,
        milliseconds: Callable[[], float] = monotonic_ms,
        ask: Ask = question.ask,
    ) -> None:
        super().__init__(_("Trash"))
        self._presenter, self._theme, self._ask = presenter, theme, ask
        self._background = Background(self)
        self._guard = PressGuard(self, milliseconds)
        self.notice = Notice(theme)
        self.model = TrashModel(self)
        self.list = TrashListView(theme, self.model)
        self.to_journal = Button(theme, _("Back to the journal"), "quiet", icon="arrow-left")
        self.back = Button(theme, _("Bring back"), "primary", icon="refresh")
        self.remove = Button(theme, _("Remove for good"))
        self.all = Button(theme, _("Choose all"), "quiet")
        self.empty = Button(theme, _("Empty the trash"), "quiet", icon="trash")
        lead = _(
            "What you delete lies here for 90 days, then it leaves by itself. Choose what you "
            "want back."
        )
        self._lead = label(lead, "body2", wrap=True)
        self._count = label("", "strong", wrap=True)
        self._connect()
        self._lay_out()

    def focus_first(self) -> None:
        """Give the focus to the way back."""
        self.to_journal.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the trash as it is now; what is shown stays until that is read."""
        self._background.run(self._presenter.view, self._take, self.notice.refuse)

    def _connect(self) -> None:
        self.to_journal.clicked.connect(lambda: self.page_requested.emit(self.belongs_to))
        self.back.clicked.connect(self._on_back_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.all.clicked.connect(self._on_all_clicked)
        self.empty.clicked.connect(self._on_empty_clicked)
        self.list.back_pressed.connect(self._on_back_clicked)
        self.list.remove_pressed.connect(self._on_remove_clicked)
        self.model.dataChanged.connect(self._show_count)
        self.model.modelReset.connect(self._show_count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what little height there is to the list."""
        super().resizeEvent(event)
        self._lead.setVisible(self.height() >= LEAD_FROM_PX * self._theme.scale)

    def _lay_out(self) -> None:
        self._filled = box(
            column(
                self._lead,
                8,
                (card(column(self.list, margins=(2, 2, 2, 2))), 1),
                6,
                row((self._count, 1), self.all, spacing=12),
                6,
                WrapRow(self.back, self.remove, gap=10),
            )
        )
        self._nothing = self._make_nothing()
        for part in (self._filled, self._nothing):
            part.hide()
        content = column(
            row(self.to_journal, STRETCH),
            4,
            row((label(_("Trash"), "h1"), 1), self.empty, spacing=12),
            8,
            (self._filled, 1),
            (self._nothing, 1),
            margins=MARGINS,
        )
        self.setLayout(column((box(content), 1), self.notice.place((36, 8, 36, 12))))
        self._guard.watch(self)

    def _make_nothing(self) -> QWidget:
        words = _("What you delete lies here for 90 days and can be brought back until then.")
        content = column(
            STRETCH,
            row(STRETCH, IconLabel(self._theme, "trash", size=ICON_PX), STRETCH),
            20,
            label(_("The trash is empty"), "h2", wrap=True, align=CENTRE),
            8,
            label(words, "lead", wrap=True, align=CENTRE),
            STRETCH,
            margins=(28, 28, 28, 28),
        )
        return PageScroll(column((card(content), 1)))

    def _take(self, found: TrashList) -> None:
        self._busy(on=False)
        focused = self.list.hasFocus()
        place = self.list.currentIndex().row()
        self.model.show_list(found)
        self._filled.setVisible(bool(found.places))
        self._nothing.setVisible(not found.places)
        self.empty.setVisible(bool(found.places))
        arrange_tab_order(self)
        if found.places:
            self.list.setCurrentIndex(self.model.index(min(max(place, 0), len(found.places) - 1)))
        elif focused:
            self.focus_first()
        # What lay under the pointer lies elsewhere now: a second press must not answer for it.
        self._guard.page_shown()
        self.shown.emit()

    def _show_count(self) -> None:
        n, all_of_them = len(self.model.chosen), len(self.model.places)
        self._count.setText(
            ngettext(
                "{n} of {all} entry chosen", "{n} of {all} entries chosen", all_of_them
            ).format(n=n, all=all_of_them)
        )
        self.all.set_words(_("Choose none") if n == all_of_them else _("Choose all"))

    def _chosen(self) -> tuple[Place, ...]:
        """Return what is chosen; where nothing is, say what to do."""
        chosen = self.model.chosen
        if not chosen:
            self.notice.say(
                _("Choose one or more entries first: press them, or Space."), kind="attn"
            )
        return chosen

    def _on_all_clicked(self) -> None:
        self.model.choose_all(on=len(self.model.chosen) < len(self.model.places))

    def _on_back_clicked(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.notice.attempt(lambda: self._bring_back(chosen))

    def _bring_back(self, chosen: tuple[Place, ...]) -> None:
        asked = self._presenter.naming_question(chosen)
        answer = None if asked is None else self._ask(self._theme, asked, self)
        if asked is not None and answer is None:
            return
        self._say_with_undo(self._presenter.bring_back(chosen, with_named=answer == ALL_OF_IT))
        self.refresh()
        self.changed.emit()

    def _say_with_undo(self, brought: BroughtBack) -> None:
        self.notice.say(brought.said, action=_("Undo"), then=lambda: self._on_undo_clicked(brought))
        self._guard.watch(self.notice)
        if self.notice.action is not None:
            self.notice.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo_clicked(self, brought: BroughtBack) -> None:
        if self.notice.attempt(lambda: self._presenter.put_back(brought)):
            self.notice.still()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refresh()
            self.changed.emit()

    def _on_remove_clicked(self) -> None:
        chosen = self._chosen()
        if chosen:
            self._ask_to_remove(chosen, self._presenter.removing_question(chosen))

    def _on_empty_clicked(self) -> None:
        every = self.model.places
        self._ask_to_remove(every, self._presenter.removing_question(every, everything=True))

    def _ask_to_remove(self, places: tuple[Place, ...], asked: Question) -> None:
        if self._ask(self._theme, asked, self) is None:
            return
        self._busy(on=True)
        # The backup before takes longer than the window may be held up.
        self._background.run(
            lambda: self._presenter.remove(places), self._on_removed, self._on_refused
        )

    def _busy(self, *, on: bool) -> None:
        for button in (self.back, self.remove, self.all, self.empty):
            button.setEnabled(not on)

    def _on_removed(self, sentence: str) -> None:
        self.notice.say(sentence)
        self.refresh()
        self.changed.emit()

    def _on_refused(self, error: SymptrackError) -> None:
        self._busy(on=False)
        self.notice.refuse(error)
