"""The pages of a questionnaire that ask: its own instruction, and one item at a time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.answer_button import AnswerButton
from symptrack.gui.widgets.boxes import STRETCH, Item, box, column, row
from symptrack.gui.widgets.check_in_step import Step
from symptrack.gui.widgets.key_hints import Hint
from symptrack.gui.widgets.labels import label
from symptrack.presenters.questionnaire import QuestionnairePresenter
from symptrack.presenters.questionnaire_views import IntroView, ItemView
from symptrack.texts import _

WIDTH_PX = 860
LONG_QUESTION = 64
"""From how many characters on a question is set smaller, so that its answers stay in sight; with
large text each one is."""
LARGE_TEXT = 1.5
ROOMY_ANSWERS = 4
_LEAVING: tuple[Hint, ...] = ((("Enter",), _("next")), (("Esc",), _("finish later")))


def narrow(layout: QVBoxLayout, theme: ThemeSource, margins: tuple[int, int, int, int]) -> QWidget:
    """Return a page's content in the middle, no wider than it reads well."""
    middle = box(layout)
    middle.setMaximumWidth(WIDTH_PX + round(300 * (theme.scale - 1)))
    middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return box(row((box(row()), 1), (middle, 100), (box(row()), 1), margins=margins))


class IntroStep(Step):
    """The instrument's own instruction."""

    def __init__(self, theme: ThemeSource, view: IntroView) -> None:
        super().__init__(theme)
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(view.instruction)
        self.hints = _LEAVING
        words = column(
            label(view.title, "question", wrap=True),
            16,
            label(view.instruction, "lead", wrap=True),
        )
        self.setLayout(column(STRETCH, narrow(words, theme, (32, 16, 32, 16)), STRETCH))


class ItemStep(Step):
    """One item with its printed answers; nothing moves on by itself."""

    def __init__(
        self, theme: ThemeSource, presenter: QuestionnairePresenter, view: ItemView
    ) -> None:
        super().__init__(theme)
        self._presenter, self._view = presenter, view
        question = f"{view.stem} {view.question}".strip()
        self.setAccessibleName(question)
        self.hints = (
            ((str(view.options[0].value), _("to"), str(view.options[-1].value)), _("choose")),
            *_LEAVING,
        )
        self._group = QButtonGroup(self)
        self.answers = [
            AnswerButton(theme, one.text, str(one.value), question) for one in view.options
        ]
        for one, answer in zip(view.options, self.answers, strict=True):
            self._group.addButton(answer, one.value)
            answer.setChecked(one.value == view.value)
        self.decline: AnswerButton | None = None
        if view.decline:
            self.decline = AnswerButton(theme, view.decline, "", question)
            self.decline.setChecked(view.declined)
            self._group.addButton(self.decline)
            self.answers.append(self.decline)
        self._group.buttonClicked.connect(self._on_answer_clicked)
        self._choices = box(self._stacked())
        self._choices.setAccessibleName(question)
        # All answers may have the focus before one of them has; Tab goes on to the first.
        self._choices.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()

    def focus_first(self) -> bool:
        """Give the focus to what is chosen; else to all answers, for a ring on 0 would lead."""
        chosen = self._group.checkedButton()
        (chosen or self._choices).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take_key(self, text: str) -> None:
        """Take a printed value; any other key does nothing."""
        for answer in self.answers:
            if answer.key and answer.key == text:
                answer.setChecked(True)
                answer.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.keep()

    def settle(self) -> None:
        """Keep what is chosen, also where keeping it failed before."""
        chosen = self._group.checkedButton()
        if chosen is None:
            return
        if chosen is self.decline:
            if not self._view_is_kept(None, declined=True):
                self._presenter.decline()
        elif not self._view_is_kept(value := self._group.id(chosen), declined=False):
            self._presenter.answer(value)

    def _view_is_kept(self, value: int | None, *, declined: bool) -> bool:
        now = self._presenter.view()
        return isinstance(now, ItemView) and (now.value, now.declined) == (value, declined)

    def _stacked(self) -> QVBoxLayout:
        gap = 12 if len(self.answers) <= ROOMY_ANSWERS else 8
        return column(*self.answers, spacing=gap)

    def _lay_out(self) -> None:
        view, large = self._view, self._theme.scale >= LARGE_TEXT
        role = "h2" if large or len(view.question) > LONG_QUESTION else "question"
        words: list[Item] = []
        if view.stem:
            words += [label(view.stem, "body2" if large else "lead", wrap=True), 6 if large else 10]
        words += [
            label(view.question, role, wrap=True),
            12 if large else 24,
            self._choices,
            14,
            row(self.skip_button(), STRETCH),
        ]
        margins = (32, 8, 32, 10) if large else (32, 16, 32, 10)
        content = narrow(column(*words), self._theme, margins)
        self.setLayout(column(STRETCH, content, STRETCH))

    def _on_answer_clicked(self) -> None:
        self.keep()
