"""What Today asks about below its card: passed sessions, open side effects; and after-care."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, Item, box, column, hairline, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.gui.widgets.severity import SeverityGlyph
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.today_views import AfterCare, OpenEffectRow, PassedSession
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.presenters.questionnaires_due import DueQuestionnaire

STACK_BELOW_PX = 760
MARGINS = (28, 14, 20, 14)


class _Rows(QFrame):
    """A card of rows, each with words and buttons beside or below them."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self._theme = theme

    def _asking(self, words: QWidget, *asked: QWidget) -> QWidget:
        parts = [(words, 1), (box(WrapRow(*asked, gap=12)), 0)]
        return Columns(self._theme, parts, stack_below=STACK_BELOW_PX, spacing=12)

    def _button(self, text: str, about: str, then: Callable[[], None], kind: str = "") -> Button:
        button = Button(self._theme, text, kind or "secondary")
        button.setAccessibleDescription(about)
        button.clicked.connect(then)
        return button


class PassedView(_Rows):
    """Asks whether a planned session took place."""

    took_place = Signal()
    later = Signal()
    missed = Signal()

    def __init__(self, theme: ThemeSource, passed: PassedSession) -> None:
        super().__init__(theme)
        words = column(
            label(passed.question, "h3", wrap=True), label(passed.meta, "meta", wrap=True)
        )
        asked = self._asking(
            box(words),
            self._button(_("Yes"), passed.question, self.took_place.emit),
            self._button(_("Ask later"), passed.question, self.later.emit),
            self._button(_("No"), passed.question, self.missed.emit),
        )
        self.setLayout(column(asked, margins=MARGINS))


class QuestionnaireView(_Rows):
    """Says that a questionnaire waits."""

    wanted = Signal(str)

    def __init__(self, theme: ThemeSource, due: "DueQuestionnaire") -> None:
        super().__init__(theme)
        self.due = due
        words = column(label(due.title, "h3", wrap=True), label(due.text, "meta", wrap=True))
        self.fill_in = self._button(
            due.action, due.title, lambda: self.wanted.emit(due.instrument), "outline"
        )
        self.setLayout(column(self._asking(box(words), self.fill_in), margins=MARGINS))


class OpenEffectsView(_Rows):
    """Asks about side effects that were still there; each signal carries its row."""

    gone = Signal(object)
    still_there = Signal(object)
    not_again = Signal(object)

    def __init__(self, theme: ThemeSource, effects: Sequence[OpenEffectRow]) -> None:
        super().__init__(theme)
        lines: list[Item] = []
        for effect in effects:
            if lines:
                lines += [10, hairline(), 10]
            lines.append(self._line(effect))
            if effect.lasting:
                lasting = label(effect.lasting, "body2", wrap=True)
                lines += [8, row(IconLabel(theme, "info"), (lasting, 1), spacing=14)]
        self.setLayout(column(*lines, margins=MARGINS))

    def _line(self, effect: OpenEffectRow) -> QWidget:
        words = column(label(effect.title, "h3", wrap=True), label(effect.meta, "meta", wrap=True))
        glyph = SeverityGlyph(self._theme, effect.severity, 24)
        return self._asking(
            box(row(glyph, (words, 1), spacing=14)),
            label(_("Has it gone?"), "body2"),
            self._button(_("It has gone"), effect.title, lambda: self.gone.emit(effect)),
            self._button(_("Still there"), effect.title, lambda: self.still_there.emit(effect)),
            self._button(
                _("Don’t ask again"), effect.title, lambda: self.not_again.emit(effect), "faint"
            ),
        )


class AfterCareView(_Rows):
    """What is worth knowing on the day of a session; can be put away."""

    hidden = Signal()

    def __init__(self, theme: ThemeSource, care: AfterCare) -> None:
        super().__init__(theme)
        words: list[Item] = [
            label(care.title, "h3", wrap=True),
            4,
            label(" ".join(care.lines), "body2", wrap=True),
        ]
        if care.clinic:
            words += [4, label(care.clinic, "strong", wrap=True)]
        asked = self._asking(
            box(
                row(
                    column(IconLabel(theme, "info", size=24), STRETCH),
                    (column(*words), 1),
                    spacing=14,
                )
            ),
            self._button(_("Hide for today"), care.title, self.hidden.emit, "quiet"),
        )
        self.setLayout(column(asked, margins=MARGINS))
