"""Bringing in an old diary: choose a file, see what comes, answer what is asked, undo it later."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QLayout, QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.gui.background import Background
from symptrack.gui.dialogs import question
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import (
    STRETCH,
    add,
    box,
    card,
    clear,
    column,
    row,
)
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.diary_questions import DiaryQuestions
from symptrack.gui.widgets.diary_rehearsal import DiaryRehearsal
from symptrack.gui.widgets.kept_imports import KeptImports
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.reading_width import read_at_the_left
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.asking import Question
from symptrack.presenters.bring_in import (
    BringInPresenter,
    BroughtIn,
    KeptRow,
    OpenedFile,
    RehearsalView,
)
from symptrack.texts import _

MARGINS = (36, 28, 36, 26)
CARD_MARGINS = (22, 16, 22, 18)
WIDTH_PX = 900
AFTER_ANSWER_MS = 250
"""How long after an answer the file is gone through anew: several in a row do it once."""
Ask = Callable[[ThemeSource, Question, QWidget], int | None]
AskWhich = Callable[[QWidget], Path | None]


def ask_which(parent: QWidget) -> Path | None:
    """Return the file that the patient chose; what it is is told by its content."""
    chosen, _filter = QFileDialog.getOpenFileName(parent, _("Choose a file"), "", "")
    return Path(chosen) if chosen else None


class BringInPage(Page):
    """Reached from the settings; ``shown`` says that what was asked for stands on it.

    ``ask`` asks before something is done, ``which`` for the file.
    """

    belongs_to = "settings"
    shown = Signal()

    def __init__(
        self,
        presenter: BringInPresenter,
        theme: ThemeSource,
        milliseconds: Callable[[], float] = monotonic_ms,
        ask: Ask = question.ask,
        which: AskWhich = ask_which,
    ) -> None:
        super().__init__(_("Bring in an old diary"))
        self._presenter, self._theme = presenter, theme
        self._ask, self._which = ask, which
        self._background = Background(self)
        self._guard = PressGuard(self, milliseconds)
        self._opened: OpenedFile | None = None
        self._found: RehearsalView | None = None
        self.notice = Notice(theme)
        self.back = Button(theme, _("Back to the settings"), "quiet", icon="arrow-left")
        self.back.clicked.connect(lambda: self.page_requested.emit(self.belongs_to))
        self.choose = Button(theme, _("Choose a file"), "primary", icon="download")
        self.choose.clicked.connect(self._on_choose_clicked)
        self.bring = Button(theme, _("Bring it in"), "primary", big=True)
        self.bring.clicked.connect(self._on_bring_clicked)
        self.leave = Button(theme, _("Leave it"), "quiet", big=True)
        self.leave.clicked.connect(self._on_leave_clicked)
        self.rehearsal = DiaryRehearsal(theme)
        self.questions: DiaryQuestions | None = None
        self.kept = KeptImports(theme)
        self.kept.undo_wanted.connect(self._on_undo_wanted)
        self.kept.keep_wanted.connect(self._on_keep_wanted)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AFTER_ANSWER_MS)
        self._again.timeout.connect(self._rehearse)
        self._lay_out()

    def focus_first(self) -> None:
        """Give the focus to the way back."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the imports that can be undone; a file that is being asked about stays."""
        self._background.run(self._presenter.kept, self._show_kept, self.notice.refuse)

    def take(self, file: Path) -> None:
        """Go through a file; nothing comes in before the patient says so."""
        self.notice.still()
        self._busy(on=True)
        self._background.run(
            lambda: self._presenter.open(file),
            self._on_opened,
            self.notice.refuse,
            ended=lambda: self._busy(on=False),
        )

    def _lay_out(self) -> None:
        kinds = _(
            "From Daylio, Bearable, eMoods or Track & Graph, or a Symptrack journal file. You see "
            "first what comes, and you can undo it later."
        )
        self._questions_place = column()
        self._file_card = _card(
            column(
                self.rehearsal,
                self._questions_place,
                22,
                WrapRow(self.bring, self.leave, gap=12),
            )
        )
        self._kept_card = _card(column(self.kept))
        for one in (self._file_card, self._kept_card):
            one.hide()
        # With a file open, what it holds is to be seen without scrolling.
        self._begin = box(column(4, label(kinds, "lead", wrap=True), 16, WrapRow(self.choose)))
        content = column(
            row(self.back, STRETCH),
            8,
            label(_("Bring in an old diary"), "h1", wrap=True),
            self._begin,
            16,
            self._file_card,
            16,
            self._kept_card,
            STRETCH,
            margins=MARGINS,
        )
        self._scroll = read_at_the_left(self._theme, content, WIDTH_PX)
        self.setLayout(column((self._scroll, 1), self.notice.place((36, 8, 36, 12))))
        self._guard.watch(self)

    def _show_kept(self, rows: tuple[KeptRow, ...]) -> None:
        self.kept.show_rows(rows)
        self._kept_card.setVisible(bool(rows))
        self._arranged()

    def _arranged(self) -> None:
        arrange_tab_order(self)
        # What lay under the pointer lies elsewhere now: a second press must not answer for it.
        self._guard.watch(self)
        self._guard.page_shown()
        self.shown.emit()

    def _busy(self, *, on: bool) -> None:
        for button in (self.choose, self.leave, *self.kept.undo, *self.kept.keep):
            button.setEnabled(not on)
        self.bring.setEnabled(not on and self._found is not None and self._found.brings)

    def _on_choose_clicked(self) -> None:
        chosen = self._which(self)
        if chosen is not None:
            self.take(chosen)

    def _on_opened(self, opened: OpenedFile) -> None:
        self._opened, self._found = opened, None
        clear(self._questions_place)
        self.questions = DiaryQuestions(self._theme, opened.questions)
        self.questions.changed.connect(self._again.start)
        add(self._questions_place, self.questions)
        self._rehearse()

    def _rehearse(self) -> None:
        opened, questions = self._opened, self.questions
        assert opened is not None
        assert questions is not None
        answers = questions.answers
        self._background.run(
            lambda: self._presenter.rehearse(opened, answers),
            lambda view: self._show_view(opened, view),
            self.notice.refuse,
        )

    def _show_view(self, opened: OpenedFile, view: RehearsalView) -> None:
        if opened is not self._opened:  # another file was chosen meanwhile
            return
        first = self._found is None
        self._found = view
        self.rehearsal.show_view(view)
        self.bring.setEnabled(view.brings)
        self._begin.hide()
        self._file_card.show()
        if first:
            self._arranged()
            self._scroll.begin()
            self.rehearsal.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.shown.emit()

    def _on_leave_clicked(self) -> None:
        self._forget_file()
        self.notice.still()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_file(self) -> None:
        self._again.stop()
        self._opened = self._found = self.questions = None
        clear(self._questions_place)
        self._file_card.hide()
        self._begin.show()

    def _on_bring_clicked(self) -> None:
        opened, questions = self._opened, self.questions
        assert opened is not None
        assert questions is not None
        if questions.unanswered is not None:
            assert self._found is not None
            self.notice.say(self._found.missing, kind="attn")
            questions.unanswered.setFocus()
            return
        answers = questions.answers
        self._busy(on=True)
        self._background.run(
            lambda: self._presenter.bring_in(opened, answers),
            self._on_brought_in,
            self.notice.refuse,
            ended=lambda: self._busy(on=False),
        )

    def _on_brought_in(self, brought: BroughtIn) -> None:
        self._forget_file()
        if brought.import_id:
            self.notice.say(
                brought.said, action=_("Undo"), then=lambda: self._undo(brought.import_id)
            )
            self._guard.watch(self.notice)
        else:
            self.notice.say(brought.said)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()
        self.changed.emit()

    def _on_undo_wanted(self, kept: KeptRow) -> None:
        self._background.run(
            lambda: self._presenter.undo_question(kept),
            lambda asked: self._ask_to_undo(kept, asked),
            self._on_refused,
        )

    def _ask_to_undo(self, kept: KeptRow, asked: Question) -> None:
        if self._ask(self._theme, asked, self) is not None:
            self._undo(kept.id)

    def _undo(self, import_id: str) -> None:
        self._busy(on=True)
        self._background.run(
            lambda: self._presenter.undo(import_id),
            self._on_done,
            self._on_refused,
            ended=lambda: self._busy(on=False),
        )

    def _on_keep_wanted(self, kept: KeptRow) -> None:
        asked = self._presenter.keep_question(kept)
        if self._ask(self._theme, asked, self) is not None:
            self.notice.attempt(lambda: self._on_done(self._presenter.keep(kept.id)))

    def _on_done(self, sentence: str) -> None:
        self.notice.say(sentence)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()
        self.changed.emit()

    def _on_refused(self, error: SymptrackError) -> None:
        self.notice.refuse(error)
        self.refresh()


def _card(layout: QLayout) -> QFrame:
    return card(column(layout, margins=CARD_MARGINS))
