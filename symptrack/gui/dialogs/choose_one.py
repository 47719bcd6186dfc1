"""Choosing one of a few things, as large buttons below each other."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from symptrack.gui.dialogs.asked import wait_for
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, PageScroll, box, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.focus_ring import FocusRing
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.texts import _

WIDE_PX = 480
ROOM = 0.9
"""How much of the screen the dialog may take."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Answer(Button):
    """One answer; the arrows are the dialog's, before what holds the answers scrolls by them."""

    step_pressed = Signal(int)

    def __init__(self, theme: ThemeSource, words: str, icon: str) -> None:
        super().__init__(theme, words, big=True, icon=icon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the arrows on."""
        if event.key() in _STEPS:
            self.step_pressed.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class ChooseDialog(QDialog):
    """A question and its answers; ``answer`` is the place of the one that was pressed.

    The arrows go from answer to answer.
    """

    def __init__(
        self,
        theme: ThemeSource,
        title: str,
        lines: Sequence[str],
        answers: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        milliseconds: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(title)
        self.setAccessibleDescription(" ".join(lines))
        self.answer: int | None = None
        self.answers = [_Answer(theme, words, icon) for words, icon in answers]
        for place, button in enumerate(self.answers):
            button.setAccessibleDescription(" ".join(lines))
            button.clicked.connect(lambda _checked, place=place: self._on_answer_clicked(place))
            button.step_pressed.connect(
                lambda step, button=button: self._on_step_pressed(button, step)
            )
        self.cancel = Button(theme, _("Cancel"), "quiet", big=True)
        self.cancel.clicked.connect(self.reject)
        content = column(
            label(title, "h2", wrap=True),
            *(part for line in lines for part in (10, label(line, "body2", wrap=True))),
            18,
            column(*self.answers, spacing=10),
            STRETCH,
            margins=(32, 26, 32, 8),
        )
        self._foot = box(row(STRETCH, self.cancel, margins=(32, 8, 32, 20)))
        self._content = content
        self.setLayout(column((PageScroll(content), 1), self._foot))
        self._ring = FocusRing(self, theme)
        self._guard = PressGuard(self, milliseconds)
        self._guard.watch(self)
        self._guard.page_shown()
        self.answers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_step_pressed(self, answer: "_Answer", step: int) -> None:
        at = min(max(self.answers.index(answer) + step, 0), len(self.answers) - 1)
        self.answers[at].setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height of all answers, which is known once they wear their look."""
        super().showEvent(event)
        wide = round(WIDE_PX * self._theme.scale)
        high = self._content.totalHeightForWidth(wide) + self._foot.sizeHint().height()
        size = QSize(wide, high)
        self.resize(size.boundedTo(self.screen().availableSize() * ROOM))

    def _on_answer_clicked(self, place: int) -> None:
        self.answer = place
        self.accept()


def ask(
    theme: ThemeSource,
    title: str,
    lines: Sequence[str],
    answers: Sequence[tuple[str, str]],
    parent: QWidget,
) -> int | None:
    """Let the patient choose among words with names of icons; ``None`` is *Cancel*."""
    dialog = ChooseDialog(theme, title, lines, answers, parent)
    wait_for(dialog)
    dialog.deleteLater()
    return dialog.answer
