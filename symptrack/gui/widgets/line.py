"""A line to write in, whoever writes: keys, dictation, or assistive technology that sets a text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget


class Line(QLineEdit):
    """A one-line editor.

    ``edited`` follows every change of the text but those by ``setText``; ``finished`` says that the
    text is whole: Enter, the focus going, or a text that was set from outside.

    Qt tells of what assistive technology sets by ``textChanged`` alone, as of what the program
    sets. A change that is neither typed nor made by ``setText`` is theirs.
    """

    edited = Signal()
    finished = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._expected = self._typed = False
        self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self._on_text_changed)
        self.editingFinished.connect(self.finished)

    @property
    def field(self) -> "Line":
        """Return itself, so that it can be read like what has buttons beside its line."""
        return self

    def setText(self, text: str | None, /) -> None:
        """Show a text without telling."""
        self._expected = True
        super().setText(text)
        self._expected = False

    def _on_text_edited(self) -> None:
        self._typed = True

    def _on_text_changed(self) -> None:
        # Qt says ``textEdited`` first, ``textChanged`` of the same change right after.
        typed, self._typed = self._typed, False
        if self._expected:
            return
        self.edited.emit()
        if not typed:
            self.finished.emit()


class LineWithButtons(QWidget):
    """A line with buttons beside it; its signals are those of the line and of the buttons."""

    edited = Signal()
    finished = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.field = Line(text)
        self.field.edited.connect(self.edited)
        self.field.finished.connect(self.finished)

    @property
    def text(self) -> str:
        """Return what is typed."""
        return self.field.text()

    def setAccessibleName(self, name: str) -> None:
        """Name the line, which is what a screen reader meets."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Describe the line, which is what a screen reader meets."""
        super().setAccessibleDescription(description)
        self.field.setAccessibleDescription(description)

    def choose(self, text: str) -> None:
        """Show what a button brings, and tell."""
        self.field.setText(text)
        self.edited.emit()
        self.finished.emit()


Editor = Line | LineWithButtons


def line_of(editor: QWidget) -> Line | None:
    """Return the line that an editor has, or ``None``."""
    return editor.field if isinstance(editor, Editor) else None
