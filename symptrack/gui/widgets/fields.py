"""Form fields: a name above, room for one sentence below, and 48 px to press or type in."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.answer import Answer
from symptrack.gui.widgets.boxes import Item, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.line import Line, LineWithButtons, line_of
from symptrack.texts import _

LONGEST_NUMBER = 9


class Field(QWidget):
    """A named editor; what is wrong with it is said right below, and what was typed stays.

    Parameters
    ----------
    name
        The words above the editor; also its accessible name.
    editor
        What is typed or chosen in.
    hint
        A line below, always there.
    optional
        Says so beside the name.
    """

    def __init__(
        self,
        theme: ThemeSource,
        name: str,
        editor: QWidget,
        *,
        hint: str = "",
        optional: bool = False,
    ) -> None:
        super().__init__()
        self.editor = editor
        self._hint = hint
        editor.setAccessibleName(name)
        editor.setAccessibleDescription(hint)
        head: list[Item] = [(label(name, "strong", wrap=True), 1)]
        if optional:
            head.append(label(_("optional"), "small"))
        self._answer = Answer(theme)
        items: list[Item] = [row(*head, spacing=8), 6, editor]
        if hint:
            items += [4, label(hint, "small", wrap=True)]
        items += [4, self._answer]
        self.setLayout(column(*items))
        self.accept()

    @property
    def sentence(self) -> str:
        """Return what is said to be wrong or asked about it, or nothing."""
        return self._answer.sentence

    @property
    def asks(self) -> bool:
        """Whether what is said is a question: the value is strange, but it may stay."""
        return self._answer.asks

    def refuse(self, sentence: str, *, focus: bool = True) -> None:
        """Say what is wrong, and give the editor the ``focus``."""
        self._say(sentence, asks=False, focus=focus)

    def ask(self, sentence: str, *, focus: bool = True) -> None:
        """Ask whether a strange value is right, and give the editor the ``focus``."""
        self._say(sentence, asks=True, focus=focus)

    def accept(self) -> None:
        """Say nothing any more."""
        self._answer.hide()
        self.editor.setAccessibleDescription(self._hint)

    def _say(self, sentence: str, *, asks: bool, focus: bool) -> None:
        self._answer.say(sentence, asks=asks)
        self.editor.setAccessibleDescription(f"{sentence} {self._hint}".strip())
        if focus:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)


def show_texts(fields: Mapping[str, Field], form: object) -> None:
    """Show what a form holds in the fields that are lines, without telling.

    A line that shows it already is left alone, with the place at which is typed.
    """
    for name, field in fields.items():
        shown = line_of(field.editor)
        if shown is not None and shown.text() != getattr(form, name):
            shown.setText(getattr(form, name))


def show_refused(fields: Mapping[str, Field], refused: Mapping[str, str]) -> None:
    """Say what is wrong with each field that was refused, and give the first of them the focus."""
    first = True
    for name, field in fields.items():
        if name in refused:
            field.refuse(refused[name], focus=first)
            first = False
        else:
            field.accept()


def line(text: str = "", *, example: str = "") -> Line:
    """Return a one-line editor; ``example`` shows while it is empty."""
    made = Line(text)
    made.setPlaceholderText(example)
    made.setMinimumWidth(64)
    return made


def note(text: str = "", *, height: int = 110) -> QPlainTextEdit:
    """Return an editor for a note; Tab leaves it."""
    made = QPlainTextEdit()
    made.setPlainText(text)
    made.setTabChangesFocus(True)
    made.setMinimumHeight(height)
    return made


class Stepper(LineWithButtons):
    """A number between two large buttons; it can also be typed."""

    def __init__(
        self, theme: ThemeSource, name: str, *, low: int, high: int, step: int = 1, start: int = 0
    ) -> None:
        super().__init__()
        self._low, self._high, self._step, self._start = low, high, step, start
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setMinimumWidth(64)
        less = Button(theme, "", icon="minus")
        more = Button(theme, "", icon="plus")
        for button, words, change in (
            (less, _("{name}: less"), -step),
            (more, _("{name}: more"), step),
        ):
            button.setAccessibleName(words.format(name=name))
            button.setFixedSize(48, 48)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.setStyleSheet("padding: 0")
            button.clicked.connect(lambda _checked, change=change: self._on_step_clicked(change))
        self.setLayout(row(less, (self.field, 1), more, spacing=6))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /) -> None:
        """Give the focus to the field; a focus proxy would let Tab pass over the first button."""
        self.field.setFocus(reason)

    def _on_step_clicked(self, change: int) -> None:
        typed = self.field.text().strip()
        whole = typed.isdecimal() and len(typed) <= LONGEST_NUMBER
        value = int(typed) + change if whole else self._start
        self.choose(str(min(max(value, self._low), self._high)))
