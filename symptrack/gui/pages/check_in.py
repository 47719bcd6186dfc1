"""The check-in: one question a page, each answer kept at once, saved as a whole at the end."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.domain.journal import Kind
from symptrack.gui.dialogs import chosen_time
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import PageScroll, box, column
from symptrack.gui.widgets.check_in_step import Step
from symptrack.gui.widgets.check_in_steps import make_step
from symptrack.gui.widgets.flow_foot import FlowFoot
from symptrack.gui.widgets.flow_keys import add_shortcut, take_key
from symptrack.gui.widgets.flow_top import FlowTop
from symptrack.gui.widgets.help_panel import HelpStep
from symptrack.gui.widgets.long_list_step import LongListStep
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.review_steps import SavedStep
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.texts import _

AskTime = Callable[[ThemeSource, CheckInPresenter, QWidget], bool]


class CheckInPage(QWidget):
    """A check-in that fills the window; ``left`` is emitted when the patient goes back to Today.

    ``ask_time`` asks when the check-in was.
    """

    left = Signal()
    saved = Signal()

    def __init__(
        self,
        presenter: CheckInPresenter,
        theme: ThemeSource,
        milliseconds: Callable[[], float] = monotonic_ms,
        ask_time: AskTime = chosen_time.ask,
    ) -> None:
        super().__init__()
        self._presenter, self._theme = presenter, theme
        self._milliseconds, self._ask_time = milliseconds, ask_time
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Check-in"))
        self._guard = PressGuard(self, milliseconds)
        self.step: Step | None = None
        self._over_list, self._from_today = False, True
        self._top = FlowTop(theme)
        self.when, self.leave = self._top.when, self._top.leave
        self._foot = FlowFoot(theme)
        self.back, self.next = self._foot.back, self._foot.next
        self.notice, self.help_line, self.urgent = Notice(theme), Notice(theme), Notice(theme)
        history = presenter.history
        self.changes = self._top.changes(history, self.notice, before=self.settle, then=self.edit)
        self._body = PageScroll()
        self.setLayout(
            column(
                self._top,
                box(column(self.help_line, margins=(32, 8, 32, 0))),
                (self._body, 1),
                self.urgent.place((32, 8, 32, 10)),
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
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            add_shortcut(self, keys, self._on_next_key_activated)

    def begin(self, effect: str = "", *, from_today: bool = True) -> None:
        """Begin a check-in or go on with the draft; ``effect`` presets one side effect."""
        self._from_today = from_today
        self._presenter.begin(effect=effect)
        self.changes.hide()
        self._show_step()

    def edit(self, check_in_id: str) -> None:
        """Change a saved check-in."""
        self._presenter.edit(check_in_id)
        self.changes.show_for(Kind.CHECK_INS, check_in_id)
        self._show_step()

    def discard(self) -> Callable[[], None]:
        """Let the draft go; what is returned brings it back."""
        return self._presenter.discard()

    @property
    def unfinished(self) -> bool:
        """Whether something is still asked."""
        return self.step is not None and not isinstance(self.step, SavedStep)

    def settle(self) -> None:
        """Keep what is being typed; called before the window closes."""
        if self.step is not None:
            self.step.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, letters, Enter and Esc, as printed on the page."""
        if self.step is not None:
            take_key(
                event,
                self._guard,
                leave=self._on_leave_clicked,
                go_on=self._on_enter_pressed,
                answer=self.step.take_key,
            )

    def _show_step(self) -> None:
        self._over_list = False
        heading, view = self._presenter.heading, self._presenter.view()
        self._top.show_heading(heading)
        self.back.setEnabled(not self._presenter.at_start)
        self.next.set_words(_("Save") if self._presenter.at_review else _("Next"))
        self._show_help_line(self._presenter.help_line)
        self._put(make_step(self._theme, self._presenter, view, self._milliseconds))
        self._show_urgent()
        self._top.show()
        self._foot.show()

    def _show_urgent(self) -> None:
        """Show the urgent text below the answers, which stay where they are."""
        words = self._presenter.urgent
        if not words:
            self.urgent.still()
        elif self.urgent.isHidden():
            show = partial(self._show_panel, opened=True)
            self.urgent.say(words, kind="danger", action=_("Show all numbers"), then=show)
            self._guard.watch(self.urgent)
            arrange_tab_order(self)

    def _show_long_list(self) -> None:
        self.back.setEnabled(True)
        self.next.set_words(_("Done"))
        self._put(LongListStep(self._theme, self._presenter))

    def _show_help_line(self, words: str) -> None:
        self.help_line.still()
        if words:
            show = partial(self._show_panel, opened=True)
            self.help_line.say(words, action=_("Show all numbers"), then=show)
            self._guard.watch(self.help_line)

    def _show_panel(self, *, opened: bool = False) -> None:
        """Show the help panel, which an answer brought or the patient ``opened``."""
        view = self._presenter.help.panel(after_answer=not opened)
        self.help_line.still()
        self.back.setEnabled(True)
        self.next.set_words(view.acknowledge)
        # The first number stays in sight, whatever the size of the text.
        self._top.hide()
        self._put(HelpStep(self._theme, view, opened=opened))

    def _put(self, step: Step) -> None:
        self.notice.still()
        self.step = step
        step.answered.connect(self._on_step_answered)
        step.refused.connect(self._on_step_refused)
        step.skipped.connect(self._on_step_skipped)
        step.step_requested.connect(self._on_step_requested)
        step.rebuilt.connect(self._on_step_rebuilt)
        step.more_requested.connect(self._show_long_list)
        self._foot.hints.show_hints(step.hints)
        self._body.setWidget(step)
        self._body.begin()
        self._on_step_rebuilt()
        self._guard.page_shown()
        if not step.focus_first():
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self, action: str) -> bool:
        """Do one thing of the presenter, once what is being typed is kept."""
        settled = action == "skip" or self.notice.attempt(self.settle)
        return settled and self.notice.attempt(getattr(self._presenter, action))

    def _on_step_rebuilt(self) -> None:
        if self.step is not None:
            self._guard.watch(self.step)
            arrange_tab_order(self)

    def _on_step_answered(self) -> None:
        self.notice.still()
        self._show_urgent()
        if isinstance(self.step, LongListStep):
            # Once the press is over: what was pressed goes with its page.
            QTimer.singleShot(0, self, self._on_list_answered)

    def _on_list_answered(self) -> None:
        if isinstance(self.step, LongListStep) and self._presenter.help_first:
            self._over_list = True
            self._show_panel()

    def _on_step_refused(self, sentence: str) -> None:
        self.notice.say(sentence, kind="attn")

    def _on_step_skipped(self) -> None:
        if self._try("skip"):
            self._show_step()

    def _on_step_requested(self, step: int) -> None:
        if self.notice.attempt(partial(self._presenter.change, step)):
            self._show_step()

    def _on_when_clicked(self) -> None:
        if self.notice.attempt(self.settle) and self._ask_time(self._theme, self._presenter, self):
            self._show_step()

    def _on_leave_clicked(self) -> None:
        if self.notice.attempt(self.settle):
            self.step = None
            self.left.emit()

    def _on_back_clicked(self) -> None:
        over = isinstance(self.step, HelpStep | LongListStep)
        if over or (not self._presenter.at_start and self._try("go_back")):
            self._show_step()

    def _on_enter_pressed(self) -> None:
        if isinstance(self.step, SavedStep):
            self._on_leave_clicked()
        else:
            self._on_next_clicked()

    def _on_back_key_activated(self) -> None:
        if self.unfinished and not self._guard.too_soon():
            self._on_back_clicked()

    def _on_next_key_activated(self) -> None:
        if self.step is not None and not self._guard.too_soon():
            self._on_enter_pressed()

    def _stays(self) -> bool:
        """Let the help panel come first, and go back from what stands over a page."""
        if isinstance(self.step, HelpStep) and not self.step.opened:
            return not self._try("acknowledge_help") or self._back_to_tiles()
        if isinstance(self.step, HelpStep | LongListStep):
            self._show_step()
            return True
        if not self.notice.attempt(self.settle):
            return True
        if first := self._presenter.help_first:
            self._show_panel()
        return first

    def _back_to_tiles(self) -> bool:
        """Go back to the tiles where the panel came over the longer list."""
        over, self._over_list = self._over_list, False
        if over:
            self._show_step()
        return over

    def _on_next_clicked(self) -> None:
        if self._stays():
            return
        if not self._presenter.at_review:
            if self._try("go_on"):
                self._show_step()
            return
        try:
            saved = self._presenter.save(from_today=self._from_today)
        except SymptrackError as error:
            self.notice.refuse(error)
            return
        self._top.hide()
        self._foot.hide()
        done = SavedStep(self._theme, saved)
        done.finished.connect(self._on_leave_clicked)
        done.change_requested.connect(lambda one: self.notice.attempt(partial(self.edit, one)))
        self._put(done)
        self.saved.emit()
