"""The last pages of a questionnaire: all answers before they are saved, and the score."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import (
    STRETCH,
    Columns,
    FittedScroll,
    Item,
    box,
    card,
    column,
    hairline,
    row,
)
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.check_in_step import Step
from symptrack.gui.widgets.labels import CENTRE, label
from symptrack.gui.widgets.mark import Mark
from symptrack.gui.widgets.questionnaire_steps import narrow
from symptrack.gui.widgets.tick import Tick
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.questionnaire import QuestionnairePresenter
from symptrack.presenters.questionnaire_views import AnswerRow, AnswersView, ScoreView
from symptrack.texts import _

STACK_BELOW_PX = 560
LEAST_SHOWN_PX = 160
MOST = 1000
"""A stretch that leaves the others only what is over."""


class AnswersStep(Step):
    """Every item with its answer and a way to change it; the main button saves.

    ``change_requested`` carries the step of an item.
    """

    change_requested = Signal(str)

    def __init__(
        self, theme: ThemeSource, presenter: QuestionnairePresenter, view: AnswersView
    ) -> None:
        super().__init__(theme)
        self._presenter = presenter
        self.setAccessibleName(view.question)
        self.setAccessibleDescription(view.lead)
        self.hints = ((("Enter",), _("save")), (("Esc",), _("finish later")))
        self.changes: list[Button] = []
        lines: list[Item] = []
        for line in view.rows:
            lines += [6, hairline(), 6, self._line(line)] if lines else [self._line(line)]
        words = _("Someone is helping me enter this")
        self.helper = Tick(theme, words, on=view.by_helper)
        self.helper.clicked.connect(self._on_helper_clicked)
        content = column(
            label(view.question, "question", wrap=True, align=CENTRE),
            6,
            label(view.lead, "lead", wrap=True, align=CENTRE),
            20,
            card(column(*lines, margins=(26, 12, 14, 12))),
            10,
            row((label(words, "body2", wrap=True), 1), self.helper, spacing=10),
            10,
            label(view.credit, "small", wrap=True),
        )
        self.setLayout(column(STRETCH, narrow(content, theme, (32, 16, 32, 16)), STRETCH))

    def _on_helper_clicked(self) -> None:
        helps = self.helper.isChecked()
        if not self.give(lambda: self._presenter.set_helper(helps)):
            self.helper.setChecked(not helps)

    def _line(self, line: AnswerRow) -> Item:
        change = Button(self._theme, _("Change"), "quiet")
        change.setAccessibleName(_("Change: {what}").format(what=line.label))
        change.setAccessibleDescription(line.answer)
        change.clicked.connect(lambda: self.change_requested.emit(line.step))
        self.changes.append(change)
        words = Columns(
            self._theme,
            [
                (label(line.label, "body2", wrap=True), 3),
                (label(line.answer, "strong", wrap=True), 2),
            ],
            stack_below=STACK_BELOW_PX,
            spacing=12,
        )
        return row((words, 1), change, spacing=10)


class ScoreStep(Step):
    """What was saved: the total, its published band, and how it stands; and the ways on."""

    finished = Signal()
    change_requested = Signal(str)

    def __init__(self, theme: ThemeSource, view: ScoreView) -> None:
        super().__init__(theme)
        self.setAccessibleName(view.title)
        said = (view.name, f"{view.total} {view.of}".strip(), view.band, view.band_from)
        self.setAccessibleDescription(". ".join(one for one in (*said, *view.lines) if one))
        self.change = Button(theme, _("Change an answer"), icon="edit", big=True)
        self.change.clicked.connect(lambda: self.change_requested.emit(view.response_id))
        self.done = Button(theme, _("Done"), "primary", big=True)
        self.done.clicked.connect(self.finished)
        # The way back stays in sight where the words need more room than there is.
        words = narrow(self._words(view), theme, (32, 16, 32, 8))
        shown = FittedScroll(column(words))
        shown.setMinimumHeight(LEAST_SHOWN_PX)
        buttons = box(WrapRow(self.change, self.done, gap=12, centred=True))
        self.setLayout(column(STRETCH, (shown, MOST), 8, buttons, STRETCH, margins=(0, 12, 0, 12)))

    def heightForWidth(self, width: int) -> int:
        """Return the least height: the words scroll by themselves."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else 0

    def focus_first(self) -> bool:
        """Give the focus to the way back."""
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _words(self, view: ScoreView) -> QVBoxLayout:
        head: list[Item] = [
            row(STRETCH, Mark(self._theme), STRETCH),
            14,
            label(view.title, "question", wrap=True, align=CENTRE),
        ]
        if view.lead:
            head += [4, label(view.lead, "lead", wrap=True, align=CENTRE)]
        said: list[Item] = []
        for line in view.lines:
            said += [12, label(line, "body2", wrap=True)]
        if view.caution:
            said += [12, label(view.caution, "strong", wrap=True)]
        content = card(
            column(
                label(view.name, "h3", wrap=True),
                10,
                self._total(view),
                *((12, hairline(), *said) if said else ()),
                margins=(28, 20, 28, 22),
            )
        )
        return column(*head, 20, content, 12, label(view.credit, "small", wrap=True))

    def _total(self, view: ScoreView) -> Columns:
        total: list[Item] = [label(view.total, "number")] if view.total else []
        of = label(view.of, "lead")
        of.setAlignment(Qt.AlignmentFlag.AlignBottom)
        number = box(row(*total, column(STRETCH, of, 8 if total else 0), STRETCH, spacing=10))
        band = box(
            column(
                STRETCH,
                label(view.band, "h2", wrap=True),
                2,
                label(view.band_from, "meta", wrap=True),
                STRETCH,
            )
        )
        parts = [(number, 0), (band, 1)] if view.band else [(number, 1)]
        return Columns(self._theme, parts, stack_below=STACK_BELOW_PX, spacing=28)
