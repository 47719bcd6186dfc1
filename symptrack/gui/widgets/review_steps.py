"""The last pages of a check-in: all answers before they are saved, and *Saved*."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import (
    STRETCH,
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
from symptrack.gui.widgets.labels import CENTRE, IconLabel, label
from symptrack.gui.widgets.mark import Mark
from symptrack.gui.widgets.painted import Painted
from symptrack.gui.widgets.severity import SeverityGlyph
from symptrack.gui.widgets.tick import Tick
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.check_in import CheckInPresenter
from symptrack.presenters.check_in_views import ReviewRow, ReviewView, SavedView
from symptrack.texts import _

WIDTH_PX = 700
LONGEST_SHOWN = 400
LONG_ANSWER = 60
LEAST_SHOWN_PX, GAP_HEIGHT_PX = 160, 30
MOST = 1000
"""A stretch that leaves the others only what is over."""


def _answer(theme: ThemeSource, line: ReviewRow) -> list[Item]:
    shown = line.answer
    if len(shown) > LONGEST_SHOWN:
        shown = shown[: LONGEST_SHOWN - 1] + "\u2026"
    long = len(shown) > LONG_ANSWER or "\n" in shown
    side = Qt.AlignmentFlag.AlignLeft if long else Qt.AlignmentFlag.AlignRight
    words = label(shown, "strong", wrap=True, align=side | Qt.AlignmentFlag.AlignVCenter)
    what = label(line.label, "body2")
    if long:
        what.setAlignment(Qt.AlignmentFlag.AlignTop)
    items: list[Item] = [(what, 0), (words, 1)]
    if line.severity is not None:
        items.append((SeverityGlyph(theme, line.severity, 18), 0))
    return items


def _narrow(layout: QVBoxLayout, theme: ThemeSource) -> QWidget:
    middle = box(layout)
    middle.setMaximumWidth(WIDTH_PX + round(260 * (theme.scale - 1)))
    middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return box(row((box(row()), 1), (middle, 100), (box(row()), 1), margins=(32, 16, 32, 16)))


class ReviewStep(Step):
    """Every answer with a way to change it, and who enters them; the main button saves."""

    def __init__(self, theme: ThemeSource, presenter: CheckInPresenter, view: ReviewView) -> None:
        super().__init__(theme)
        self._presenter = presenter
        self.setAccessibleName(view.question)
        self.hints = ((("Enter",), _("save")), (("Esc",), _("finish later")))
        self.changes: list[Button] = []
        lines: list[Item] = []
        for line in view.rows:
            if line.label and lines:
                lines += [4, hairline(), 4]
            change: list[Item] = [self._change(line)] if line.label else [self._no_change()]
            lines.append(row(*_answer(theme, line), *change, spacing=10))
        words = _("Someone is helping me enter this")
        self.helper = Tick(theme, words, on=view.by_helper)
        self.helper.clicked.connect(self._on_helper_clicked)
        self.setLayout(
            column(
                STRETCH,
                _narrow(
                    column(
                        label(view.question, "question", wrap=True, align=CENTRE),
                        6,
                        label(view.lead, "lead", wrap=True, align=CENTRE),
                        22,
                        card(column(*lines, margins=(26, 12, 14, 12))),
                        10,
                        row((label(words, "body2", wrap=True), 1), self.helper, spacing=10),
                    ),
                    theme,
                ),
                STRETCH,
            )
        )

    def _on_helper_clicked(self) -> None:
        helps = self.helper.isChecked()
        if not self.give(lambda: self._presenter.set_helper(helps)):
            self.helper.setChecked(not helps)

    def _change(self, line: ReviewRow) -> Button:
        change = Button(self._theme, _("Change"), "quiet")
        change.setAccessibleName(_("Change: {what}").format(what=line.label or line.answer))
        change.clicked.connect(lambda: self.step_requested.emit(line.step))
        self.changes.append(change)
        return change

    def _no_change(self) -> QWidget:
        """Keep a further side effect in line; the button beside the first changes them all."""
        return _Gap(self._theme, self.changes[-1])


class _Gap(Painted):
    """As wide as a button, at every text size."""

    def __init__(self, theme: ThemeSource, button: Button) -> None:
        super().__init__(theme)
        self._button = button
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Return the button's width, and the height of a row."""
        return QSize(self._button.sizeHint().width(), GAP_HEIGHT_PX)


class SavedStep(Step):
    """What was saved, how to change it, and the way back."""

    finished = Signal()
    change_requested = Signal(str)

    def __init__(self, theme: ThemeSource, view: SavedView) -> None:
        super().__init__(theme)
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(f"{view.lead} {view.line}".strip())
        self.change = Button(theme, _("Change an answer"), icon="edit", big=True)
        self.change.clicked.connect(lambda: self.change_requested.emit(view.check_in_id))
        self.done = Button(theme, view.leave, "primary", big=True)
        self.done.clicked.connect(self.finished)
        # The way back stays in sight where the answers need more room than there is.
        shown = FittedScroll(column(_narrow(self._answers(view), theme)))
        shown.setMinimumHeight(LEAST_SHOWN_PX)
        buttons = box(WrapRow(self.change, self.done, gap=12, centred=True))
        self.setLayout(column(STRETCH, (shown, MOST), 8, buttons, STRETCH, margins=(0, 12, 0, 12)))

    def heightForWidth(self, width: int) -> int:
        """Return the least height: the answers scroll by themselves."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else 0

    def _answers(self, view: SavedView) -> QVBoxLayout:
        head = row((label(view.card_title, "h3", wrap=True), 1), label(view.when, "meta"))
        answers = _spaced(self._theme, view.rows)
        return column(
            row(STRETCH, Mark(self._theme), STRETCH),
            16,
            label(view.title, "question", wrap=True, align=CENTRE),
            6,
            label(view.lead, "lead", wrap=True, align=CENTRE),
            24,
            *self._line(view.line),
            card(column(head, 12, hairline(), 12, *answers, margins=(26, 18, 26, 18))),
        )

    def _line(self, words: str) -> list[Item]:
        """Return the line for the clinic, where there is one."""
        if not words:
            return []
        said = row(
            IconLabel(self._theme, "info", role="attn_text"),
            (label(words, "attn", wrap=True), 1),
            spacing=12,
            margins=(18, 12, 18, 12),
        )
        return [card(said, "attn"), 14]

    def focus_first(self) -> bool:
        """Give the focus to the way back."""
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def _spaced(theme: ThemeSource, rows: Sequence[ReviewRow]) -> list[Item]:
    items: list[Item] = []
    for line in rows:
        if items:
            items.append(10)
        items.append(row(*_answer(theme, line), spacing=8))
    return items
