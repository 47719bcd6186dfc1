"""Asking before something is done; *Cancel* has the focus and is what Enter and Esc choose."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from symptrack.gui.dialogs.asked import wait_for
from symptrack.gui.dialogs.room import take_room
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, PageScroll, box, column
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.field_row import FieldRow
from symptrack.gui.widgets.focus_ring import FocusRing
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.presenters.asking import Question
from symptrack.texts import _

SIZE_PX = (600, 360)


class QuestionDialog(QDialog):
    """One question with its answers; ``answer`` is the place of the one that was pressed."""

    def __init__(
        self,
        theme: ThemeSource,
        question: Question,
        parent: QWidget | None = None,
        milliseconds: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        self.setAccessibleDescription(" ".join(question.lines))
        self.answer: int | None = None
        self.cancel = Button(theme, _("Cancel"), big=True)
        self.cancel.clicked.connect(self.reject)
        self.cancel.setDefault(True)
        self.cancel.setAccessibleDescription(" ".join(question.lines))
        self.answers = [Button(theme, words, big=True) for words in question.answers]
        for place, button in enumerate(self.answers):
            button.clicked.connect(lambda _checked, place=place: self._on_answer_clicked(place))
        content = column(
            label(question.title, "h2", wrap=True),
            *(part for line in question.lines for part in (12, label(line, "body2", wrap=True))),
            STRETCH,
            margins=(32, 26, 32, 8),
        )
        buttons = FieldRow(theme, gap=12, right=True)
        for button in (*self.answers, self.cancel):
            buttons.add_field(button, share=0)
        foot = box(column(box(buttons), margins=(32, 8, 32, 24)))
        self.setLayout(column((PageScroll(content), 1), foot))
        self._ring = FocusRing(self, theme)
        self._guard = PressGuard(self, milliseconds)
        self._guard.watch(self)
        self._guard.page_shown()
        take_room(self, theme, SIZE_PX)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_answer_clicked(self, place: int) -> None:
        self.answer = place
        self.accept()


def ask(theme: ThemeSource, question: Question, parent: QWidget) -> int | None:
    """Ask, and return the place of the answer; ``None`` is *Cancel*."""
    dialog = QuestionDialog(theme, question, parent)
    wait_for(dialog)
    dialog.deleteLater()
    return dialog.answer
