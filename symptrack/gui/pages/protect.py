"""Setting, changing or removing the passphrase, one step after the other."""

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from symptrack.domain.errors import InvalidValue, SymptrackError
from symptrack.gui.background import Background
from symptrack.gui.page import Page
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, PageScroll, box, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.protect_steps import CodeStep, CurrentStep, NewStep, ProtectStep
from symptrack.gui.widgets.reading_width import ReadingWidth, at_the_left
from symptrack.presenters.protection import NEEDS_CURRENT, NEEDS_NEW, ProtectionPresenter
from symptrack.texts import _

MARGINS, WIDTH_PX = (36, 28, 36, 26), 792


class ProtectPage(Page):
    """Reached from the settings; nothing is changed before its last button is pressed.

    Parameters
    ----------
    make_presenter
        Returns what decides, anew each time the page is begun.
    """

    belongs_to = "settings"

    def __init__(
        self, make_presenter: Callable[[], ProtectionPresenter], theme: ThemeSource
    ) -> None:
        self._make_presenter, self._theme = make_presenter, theme
        self._presenter = make_presenter()
        super().__init__(self._presenter.title)
        self._background = Background(self)
        self._steps: dict[type[ProtectStep], ProtectStep] = {}
        self._place = 0
        self._stack = QStackedWidget()
        self.notice = Notice(theme)
        self.back = Button(theme, _("Back"), icon="arrow-left", big=True)
        self.back.clicked.connect(self._on_back_clicked)
        self.next = Button(
            theme, _("Next"), "primary", icon="arrow-right", icon_after=True, big=True
        )
        self.next.clicked.connect(self.go_on)
        self._lay_out()

    def _lay_out(self) -> None:
        foot = box(row(self.back, STRETCH, self.next, margins=(36, 18, 36, 18)), "footbar")
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        heading = label(self._presenter.title, "h1", wrap=True)
        content = column(heading, 16, self._stack, STRETCH, margins=MARGINS)
        body = PageScroll(at_the_left(ReadingWidth(self._theme, content, WIDTH_PX)))
        self.setLayout(column((body, 1), self.notice.place((36, 8, 36, 12)), foot))

    @property
    def step(self) -> ProtectStep:
        """Return what is asked now."""
        kind = self._kinds()[self._place]
        if kind not in self._steps:
            step = self._steps[kind] = self._made(kind)
            step.sent.connect(self.go_on)
            step.changed.connect(self._name_next)
            self._stack.addWidget(step)
        return self._steps[kind]

    def refresh(self) -> None:
        """Begin, unless something is being asked already."""
        if not self._steps:
            self._presenter = self._make_presenter()
            self._place = 0
            self._show_step()

    def focus_first(self) -> None:
        """Give the focus to what is to be typed."""
        self.refresh()
        self.step.focus_first()

    def go_on(self) -> None:
        """Take what was typed; after the last step the change is asked for."""
        if not self.next.isEnabled():
            return
        self.notice.still()
        self.next.setEnabled(False)
        take = self.step.take(self._presenter)
        self._background.run(take, self._on_taken, self._on_refused, ended=self._name_next)

    def _kinds(self) -> list[type[ProtectStep]]:
        """Return the steps that the change takes, as far as it was given."""
        change = self._presenter.change
        kinds: list[type[ProtectStep]] = []
        if change in NEEDS_CURRENT:
            kinds.append(CurrentStep)
        if change in NEEDS_NEW:
            kinds.append(NewStep)
        if self._presenter.wanted.needs_code:
            kinds.append(CodeStep)
        return kinds

    def _made(self, kind: type[ProtectStep]) -> ProtectStep:
        if kind is not CodeStep:
            return kind(self._theme, self._presenter)
        step = CodeStep(self._theme, self._presenter)
        step.had.connect(self._name_next)
        step.had.connect(self.next.setFocus)
        step.code.told.connect(self.notice.say)
        step.code.refused.connect(lambda sentence: self.notice.say(sentence, kind="attn"))
        return step

    def _on_taken(self, _nothing: object) -> None:
        if self._is_last:
            self.protection_requested.emit(self._presenter.wanted)
        else:
            self._place += 1
            self._show_step()

    def _on_refused(self, error: SymptrackError) -> None:
        if isinstance(error, InvalidValue):
            self.step.refuse(error.field, error.reason)
        else:
            self.step.refuse("", str(error))

    def _on_back_clicked(self) -> None:
        self.notice.still()
        if self._place:
            self._place -= 1
            self._show_step()
            return
        for step in self._steps.values():
            step.deleteLater()
        self._steps = {}
        self.page_requested.emit(self.belongs_to)

    @property
    def _is_last(self) -> bool:
        return self._place == len(self._kinds()) - 1

    def _show_step(self) -> None:
        self._stack.setCurrentWidget(self.step)
        self._name_next()
        self.step.focus_first()

    def _name_next(self) -> None:
        step = self.step
        self.next.set_words(
            self._presenter.title if self._is_last and not step.goes_on else _("Next")
        )
        self.next.setEnabled(not isinstance(step, CodeStep) or bool(self._presenter.wanted.code))
