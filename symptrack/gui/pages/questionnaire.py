"""A questionnaire: one item a page in its own words, each answer kept at once, then the score."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.domain.journal import Kind
from symptrack.gui.dialogs import chosen_time
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import PageScroll, column
from symptrack.gui.widgets.check_in_step import Step
from symptrack.gui.widgets.flow_foot import FlowFoot
from symptrack.gui.widgets.flow_keys import add_shortcut, take_key
from symptrack.gui.widgets.flow_top import FlowTop
from symptrack.gui.widgets.help_panel import HelpStep
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.questionnaire_ends import AnswersStep, ScoreStep
from symptrack.gui.widgets.questionnaire_steps import IntroStep, ItemStep
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.presenters.questionnaire import QuestionnairePresenter
from symptrack.presenters.questionnaire_views import IntroView, ItemView
from symptrack.texts import _

AskTime = Callable[[ThemeSource, QuestionnairePresenter, QWidget], bool]


class QuestionnairePage(QWidget):
    """A questionnaire that fills the window; ``left`` is emitted when the patient goes back.

    ``ask_time`` asks when it was filled in.
    """

    left = Signal()
    saved = Signal()

    def __init__(
        self,
        presenter: QuestionnairePresenter,
        theme: ThemeSource,
        milliseconds: Callable[[], float] = monotonic_ms,
        ask_time: AskTime = chosen_time.ask,
    ) -> None:
        super().__init__()
        self._presenter, self._theme = presenter, theme
        self._ask_time = ask_time
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Questionnaire"))
        self._guard = PressGuard(self, milliseconds)
        self.step: Step | None = None
        self._after_help: Callable[[], None] = self._show_step
        self._top = FlowTop(theme)
        self.when, self.leave = self._top.when, self._top.leave
        self._foot = FlowFoot(theme)
        self.back, self.next = self._foot.back, self._foot.next
        self.notice, self.said_first = Notice(theme), Notice(theme)
        history = presenter.history
        self.changes = self._top.changes(history, self.notice, before=self.settle, then=self.edit)
        self._body = PageScroll()
        self.setLayout(
            column(
                self._top,
                self.said_first.place((32, 8, 32, 0)),
                (self._body, 1),
                self.notice.place((32, 8, 32, 10)),
                self._foot,
            )
        )
        self._connect()

    def _connect(self) -> None:
        self.when.clicked.connect(self._on_when_clicked)
        self.leave.clicked.connect(self._on_leave_clicked)
        self.back.clicked.connect(self._on_back_clicked)
        self.next.clicked.connect(self._on_next_clicked)
        self._guard.watch(self._top)
        self._guard.watch(self._foot)
        add_shortcut(self, "Alt+Left", self._on_back_key_activated)

    def begin(self, key: str) -> None:
        """Begin a questionnaire by its key, or go on with the one that was begun."""
        self._presenter.begin(key)
        self.changes.hide()
        self._show_first()

    def edit(self, response_id: str) -> None:
        """Change a saved questionnaire."""
        self._presenter.edit(response_id)
        self.changes.show_for(Kind.RESPONSES, response_id)
        self._show_first()

    @property
    def unfinished(self) -> bool:
        """Whether something is still asked."""
        return self.step is not None and not isinstance(self.step, ScoreStep)

    def settle(self) -> None:
        """Keep what is chosen; called before the window closes."""
        if self.step is not None:
            self.step.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the printed values, Enter and Esc; no other key does anything."""
        if self.step is not None:
            take_key(
                event,
                self._guard,
                leave=self._on_leave_clicked,
                go_on=self._on_enter_pressed,
                answer=self.step.take_key,
            )

    def _show_first(self) -> None:
        """Show where it begins or goes on; an answer that wants the help panel has it first."""
        self.said_first.still()
        self._show_step()
        if self._presenter.help_first:
            self._show_panel(then=self._show_step)
        words = self._presenter.said_first
        if words and self._presenter.resumed:
            over = _("Start over")
            self.said_first.say(words, action=over, then=self._on_start_over_clicked)
            self._guard.watch(self.said_first)
            arrange_tab_order(self)
        else:
            self._say_first(words)

    def _say_first(self, words: str) -> None:
        """Say something above the page, or nothing any more."""
        self.said_first.still()
        if words:
            self.said_first.say(words)

    def _show_step(self) -> None:
        heading, view = self._presenter.heading, self._presenter.view()
        self.setAccessibleName(heading.name)
        self._top.show_heading(heading)
        self.back.setEnabled(not self._presenter.at_start)
        self.next.set_words(self._next_words())
        if isinstance(view, IntroView):
            self._put(IntroStep(self._theme, view))
        elif isinstance(view, ItemView):
            self._put(ItemStep(self._theme, self._presenter, view))
        else:
            step = AnswersStep(self._theme, self._presenter, view)
            step.change_requested.connect(self._on_change_requested)
            self._put(step)
        self._top.show()
        self._foot.show()

    def _next_words(self) -> str:
        if self._presenter.at_review:
            return _("Save")
        return _("To your answers") if self._presenter.returning else _("Next")

    def _show_panel(self, then: Callable[[], None]) -> None:
        """Show the help panel, which an answer brought; ``then`` is what its reading leads to."""
        self._after_help = then
        view = self._presenter.help.panel(after_answer=True)
        self.back.setEnabled(True)
        self.next.set_words(view.acknowledge)
        # The first number stays in sight, whatever the size of the text.
        self._top.hide()
        self._put(HelpStep(self._theme, view))

    def _put(self, step: Step) -> None:
        self.notice.still()
        self.step = step
        step.answered.connect(self.notice.still)
        step.refused.connect(self._on_step_refused)
        step.skipped.connect(self._on_step_skipped)
        self._foot.hints.show_hints(step.hints)
        self._body.setWidget(step)
        self._body.begin()
        self._guard.watch(step)
        arrange_tab_order(self)
        self._guard.page_shown()
        if not step.focus_first():
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, action: Callable[[], object]) -> None:
        """Do one thing of the presenter and show the page it leads to."""
        self.said_first.still()
        if self.notice.attempt(action):
            self._show_step()

    def _help_comes_first(self, then: Callable[[], None]) -> bool:
        """Keep the answer, and show the help panel where it wants that; true where it stays."""
        if not self.notice.attempt(self.settle):
            return True
        first = self._presenter.help_first
        if first:
            self.said_first.still()
            self._show_panel(then)
        return first

    def _on_step_refused(self, sentence: str) -> None:
        self.notice.say(sentence, kind="attn")

    def _on_step_skipped(self) -> None:
        self._go(self._presenter.skip)

    def _on_change_requested(self, step: str) -> None:
        self._go(partial(self._presenter.change, step))

    def _on_start_over_clicked(self) -> None:
        self._go(self._presenter.start_over)
        self.said_first.say(
            _("The answers so far are put away."),
            action=_("Undo"),
            then=lambda: self._go(self._presenter.take_back),
        )
        self._guard.watch(self.said_first)

    def _on_when_clicked(self) -> None:
        if self.notice.attempt(self.settle) and self._ask_time(self._theme, self._presenter, self):
            self._show_step()
            self._say_first(self._presenter.said_of_time)

    def _on_leave_clicked(self) -> None:
        over = isinstance(self.step, HelpStep | ScoreStep)
        if over or not self._help_comes_first(self._show_step):
            self.step = None
            self.left.emit()

    def _on_back_clicked(self) -> None:
        if isinstance(self.step, HelpStep):
            self._show_step()
        elif not self._presenter.at_start and not self._help_comes_first(self._show_step):
            self._go(self._presenter.go_back)

    def _on_enter_pressed(self) -> None:
        if isinstance(self.step, ScoreStep):
            self._on_leave_clicked()
        else:
            self._on_next_clicked()

    def _on_back_key_activated(self) -> None:
        if self.unfinished and not self._guard.too_soon():
            self._on_back_clicked()

    def _on_next_clicked(self) -> None:
        if isinstance(self.step, HelpStep):
            if self.notice.attempt(self._presenter.acknowledge_help):
                self._after_help()
        elif not self._help_comes_first(self._go_on):
            self._go_on()

    def _go_on(self) -> None:
        if not self._presenter.at_review:
            self._go(self._presenter.go_on)
            return
        try:
            saved = self._presenter.save()
        except SymptrackError as error:
            self.notice.refuse(error)
            return
        self.said_first.still()
        self._top.hide()
        self._foot.hide()
        done = ScoreStep(self._theme, saved)
        done.finished.connect(self._on_leave_clicked)
        done.change_requested.connect(lambda one: self.notice.attempt(partial(self.edit, one)))
        self._put(done)
        self.saved.emit()
