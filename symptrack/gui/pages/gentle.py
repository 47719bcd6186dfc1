"""Gentle mode: a mood and a few side effects in large words, each answer saved at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.gui.gentle_theme import GentleTheme
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import column
from symptrack.gui.widgets.flow_keys import take_key
from symptrack.gui.widgets.gentle_frame import HIGH_FROM_PX, WIDE_FROM_PX, GentleFoot, GentleTop
from symptrack.gui.widgets.gentle_steps import (
    GentleBody,
    GentleEffectsStep,
    GentleHelpStep,
    GentleMoodStep,
    GentleStep,
    GentleWorseStep,
)
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.presenters.gentle import GentlePresenter
from symptrack.texts import _

SPLIT_FROM_SCALE = 1.75
"""From this text size on the side effects are asked on two pages."""
CROWDED_FROM_SCALE = 1.5
"""From this text size on a low window shows the red flags, whole sentences, on one more page."""


class GentlePage(QWidget):
    """Fills the window; ``left`` says that the patient is done, or wants to stop.

    Nothing moves, nothing is typed, and leaving at any point is finishing it.
    """

    left = Signal()

    def __init__(
        self,
        presenter: GentlePresenter,
        theme: ThemeSource,
        milliseconds: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__()
        self._presenter, self._milliseconds = presenter, milliseconds
        self.look = look = GentleTheme(theme, self)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Gentle mode"))
        self._guard = PressGuard(self, milliseconds)
        self.step: GentleStep | None = None
        self._place = 0
        self._worse: int | None = None
        self._after_help: Callable[[], None] = self._show
        self.top, self.foot, self.notice = GentleTop(look), GentleFoot(look), Notice(look)
        self._body = GentleBody(self._fit)
        self.setLayout(
            column(self.top, (self._body, 1), self.notice.place((24, 4, 24, 8)), self.foot)
        )
        self.setStyleSheet(look.own_sheet())
        look.changed.connect(self._on_look_changed)
        self.top.helped.clicked.connect(self._on_helped_clicked)
        self.foot.back.clicked.connect(self._on_back_clicked)
        self.foot.stop.clicked.connect(self._on_stop_clicked)
        self.foot.next.clicked.connect(self._on_next_clicked)
        self._guard.watch(self.top)
        self._guard.watch(self.foot)

    def begin(self) -> None:
        """Begin a check-in; nothing is saved before the first answer."""
        self._presenter.begin()
        self._place, self._worse = 0, None
        self._show()

    def settle(self) -> None:
        """Save what was chosen and could not be saved before; called before the window closes."""
        self._presenter.keep()

    @property
    def saved(self) -> bool:
        """Whether something of this sitting is in the journal."""
        return self._presenter.saved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, letters, Enter and Esc."""
        if self.step is not None:
            take_key(
                event,
                self._guard,
                leave=self._on_stop_clicked,
                go_on=self._on_next_clicked,
                answer=self.step.take_key,
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the edges the room there is."""
        super().resizeEvent(event)
        wide, high = self.width() >= WIDE_FROM_PX, not self._low
        self.top.make_room(wide=wide, high=high)
        self.foot.make_room(wide=wide, high=high)

    @property
    def _low(self) -> bool:
        return self.window().height() < HIGH_FROM_PX

    @property
    def _parts(self) -> int:
        """Return on how many pages the side effects are asked."""
        return 2 if self.look.scale >= SPLIT_FROM_SCALE else 1

    @property
    def _worse_parts(self) -> int:
        """Return on how many pages the red flags stand."""
        crowded = self._low and self.look.scale >= CROWDED_FROM_SCALE
        return self._parts + crowded

    @property
    def _last(self) -> bool:
        """Whether the main button finishes."""
        if self._worse is None:
            return self._place >= self._parts
        return self._worse + 1 >= self._worse_parts

    def _show(self) -> None:
        """Show the page the patient is on."""
        self._place = min(self._place, self._parts)
        if self._worse is not None:
            self._worse = min(self._worse, self._worse_parts - 1)
        words = _("Done") if self._last else _("Next")
        self.foot.go_on_to(words, leaves=True, back=self._place > 0)
        self._put(self._make_step())

    def _make_step(self) -> GentleStep:
        if self._worse is not None:
            view = self._presenter.worse(self._worse, self._worse_parts)
            return GentleWorseStep(self.look, view)
        if self._place == 0:
            return GentleMoodStep(self.look, self._presenter.mood(), self._milliseconds)
        return GentleEffectsStep(self.look, self._presenter.effects(self._place - 1, self._parts))

    def _show_panel(self, then: Callable[[], None]) -> None:
        """Show the help panel; once it is acknowledged, go on to ``then``."""
        view = self._presenter.help.panel(after_answer=not self._presenter.unsaved)
        self._after_help = then
        self.foot.go_on_to(view.acknowledge, leaves=False, back=False)
        self._put(GentleHelpStep(self.look, view))

    def _put(self, step: GentleStep) -> None:
        self.notice.still()
        self.step = step
        step.rated.connect(self._on_step_rated)
        step.pressed.connect(self._on_step_pressed)
        step.nothing_said.connect(self._on_nothing_said)
        step.worse_wanted.connect(self._on_worse_wanted)
        if (former := self._body.takeWidget()) is not None:
            former.deleteLater()  # later: one of its own buttons may have asked for this page
        self._body.setWidget(step)
        self._body.begin()
        self._say_place()
        self._guard.watch(step)
        arrange_tab_order(self)
        self._guard.page_shown()
        if not step.focus_first():
            self.foot.focus()

    def _say_place(self) -> None:
        """Say that each answer is saved, or that the last one is not yet; and how far it is."""
        title = _("Gentle mode. Each answer is saved at once.")
        if self._presenter.unsaved:
            title = _("Gentle mode. Your last answer is not saved yet.")
        count = _("{step} of {steps}").format(step=self._place + 1, steps=self._parts + 1)
        asks_mood = isinstance(self.step, GentleMoodStep)
        self.top.say(title, count, helped=self._presenter.mood().helped if asks_mood else None)
        self.top.setVisible(not isinstance(self.step, GentleHelpStep))
        self._fit()

    def _fit(self) -> None:
        """Give the page's answers the room there is."""
        if self.step is not None:
            room = self._body.viewport().size()
            self.step.fit(room.width(), room.height())

    def _answer(self, give: Callable[[], None]) -> None:
        """Give an answer; where it cannot be saved it stays chosen, and that is said."""
        if self.notice.attempt(give):
            self.notice.still()
        if isinstance(self.step, GentleEffectsStep):
            self.step.show_view(self._presenter.effects(self._place - 1, self._parts))
        elif isinstance(self.step, GentleWorseStep):
            self.step.show_view(self._presenter.worse(self._worse or 0, self._worse_parts))
        self._say_place()

    def _on_step_rated(self, mood: int) -> None:
        self._answer(lambda: self._presenter.rate(mood))

    def _on_step_pressed(self, effect: str) -> None:
        self._answer(lambda: self._presenter.toggle(effect))
        if self._presenter.self_harm_first:
            self._show_panel(self._show)

    def _on_nothing_said(self, nothing: bool) -> None:
        self._answer(lambda: self._presenter.report_nothing(nothing))

    def _on_helped_clicked(self, helped: bool) -> None:
        self._answer(lambda: self._presenter.say_helped(helped))

    def _on_worse_wanted(self) -> None:
        self._worse = 0
        self._show()

    def _on_back_clicked(self) -> None:
        if self._worse is not None:
            self._worse = self._worse - 1 if self._worse else None
        else:
            self._place = max(self._place - 1, 0)
        self._show()

    def _on_next_clicked(self) -> None:
        if isinstance(self.step, GentleHelpStep):
            self._presenter.acknowledge_help()
            self._after_help()
        else:
            self._after_panel(self._go_on)

    def _on_stop_clicked(self) -> None:
        self._after_panel(self._leave)

    def _after_panel(self, then: Callable[[], None]) -> None:
        """Let the help panel come first, where an answer brought it."""
        if self._presenter.help_first and not isinstance(self.step, GentleHelpStep):
            self._show_panel(then)
        else:
            then()

    def _go_on(self) -> None:
        if self._last:
            self._leave()
            return
        if self._worse is not None:
            self._worse += 1
        else:
            self._place += 1
        self._show()

    def _leave(self) -> None:
        """Go back to where gentle mode was opened from; what is not saved is tried once more."""
        offered = self.notice.action is not None and self.notice.isVisible()
        try:
            self.settle()
        except SymptrackError as error:
            if not offered:
                leave = _("Leave without it")
                self.notice.say(str(error), kind="attn", action=leave, then=self._go_away)
                self._guard.watch(self.notice)
                return
        self._go_away()

    def _go_away(self) -> None:
        self.step = None
        self.left.emit()

    def _on_look_changed(self) -> None:
        self.setStyleSheet(self.look.own_sheet())
        if self.step is not None and not isinstance(self.step, GentleHelpStep):
            self._show()
