"""What the parts of the session form have in common: each keeps what is typed in the form."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.fields import Field, show_texts
from symptrack.gui.widgets.line import Editor
from symptrack.presenters.session import SessionPresenter
from symptrack.presenters.session_form import SessionForm
from symptrack.presenters.session_views import Unsaved


class SessionPart(QFrame):
    """A card of the form. ``edited`` is emitted after something was typed or chosen."""

    edited = Signal()

    def __init__(self, theme: ThemeSource, presenter: SessionPresenter) -> None:
        super().__init__()
        self._theme, self._presenter = theme, presenter
        self.setProperty("card", "plain")
        self.fields: dict[str, Field] = {}

    def show_texts(self, form: SessionForm) -> None:
        """Show what is typed in lines; notes are only ever typed here."""
        show_texts(self.fields, form)

    def show_sentences(self, outcome: Unsaved) -> QWidget | None:
        """Say at each field what is wrong or asked about it; return the first such editor."""
        first: QWidget | None = None
        for name, field in self.fields.items():
            if name in outcome.refused:
                field.refuse(outcome.refused[name], focus=False)
            elif name in outcome.asked:
                field.ask(outcome.asked[name], focus=False)
            else:
                field.accept()
                continue
            first = first or field.editor
        return first

    def change(self, **values: Any) -> None:
        """Keep what was typed or chosen, and tell."""
        for name in values:
            if name in self.fields:
                self.fields[name].accept()
        self._presenter.change(**values)
        self.edited.emit()

    def typed(self, name: str, words: str, editor: Editor, *, hint: str = "") -> Field:
        """Return a field whose text is kept at each key."""
        editor.edited.connect(lambda: self.change(**{name: editor.field.text()}))
        return self._add(name, words, editor, hint)

    def noted(self, name: str, words: str, editor: QPlainTextEdit) -> Field:
        """Return a field for a note, kept at each key."""
        editor.setPlainText(getattr(self._presenter.form, name))
        editor.textChanged.connect(lambda: self.change(**{name: editor.toPlainText()}))
        return self._add(name, words, editor, "")

    def chosen(self, name: str, words: str, editor: QWidget) -> Field:
        """Return a field around something to choose from."""
        return self._add(name, words, editor, "")

    def _add(self, name: str, words: str, editor: QWidget, hint: str) -> Field:
        self.fields[name] = Field(self._theme, words, editor, hint=hint)
        return self.fields[name]
