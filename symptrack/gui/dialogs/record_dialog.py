"""What the dialogs share that enter or change one record."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.gui.dialogs.asked import wait_for
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Item, PageScroll, box, column
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.changes_button import ChangesButton
from symptrack.gui.widgets.field_row import FieldRow
from symptrack.gui.widgets.fields import Field, show_refused, show_texts
from symptrack.gui.widgets.focus_ring import FocusRing
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.line import Editor
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.presenters.record_form import FormRefused, RecordPresenter
from symptrack.presenters.words import unsaved_words
from symptrack.texts import _


class RecordDialog(QDialog):
    """The form of one record; ``record_id`` is set once it is saved, or is as it was before.

    Parameters
    ----------
    action
        The words of the button that saves.
    """

    def __init__(
        self,
        theme: ThemeSource,
        presenter: RecordPresenter,
        action: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._presenter = theme, presenter
        self.record_id: str | None = None
        self.setWindowTitle(presenter.title)
        self.fields: dict[str, Field] = {}
        self.notice = Notice(theme)
        self.cancel = Button(theme, _("Cancel"), big=True)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self._begun, self._cancel_asked = presenter.form, False
        self.save = Button(theme, action, "primary", icon="check", big=True)
        self.save.clicked.connect(self._on_save_clicked)
        self.changes = ChangesButton(
            theme, presenter.history, self.notice, before=lambda: None, then=self._show_reverted
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc leave as *Cancel* does."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancel_clicked()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the window's own button leave as *Cancel* does."""
        self._on_cancel_clicked()
        event.setAccepted(not self.isVisible())

    def _add(self, name: str, words: str, editor: QWidget, hint: str = "") -> None:
        self.fields[name] = Field(self._theme, words, editor, hint=hint)
        if isinstance(editor, Editor):
            editor.edited.connect(lambda: self._change(**{name: editor.field.text()}))
        elif isinstance(editor, QPlainTextEdit):
            editor.textChanged.connect(lambda: self._change(**{name: editor.toPlainText()}))

    def _row(self, *fields: tuple[str, int]) -> FieldRow:
        made = FieldRow(self._theme)
        for name, width in fields:
            made.add_field(self.fields[name], width)
        return made

    def _lay_out(self, *items: Item, lead: str = "", first: tuple[Button, ...] = ()) -> None:
        """Put the fields below the title and a ``lead``, the buttons below them; some ``first``."""
        buttons = FieldRow(self._theme, gap=12, right=True)
        for button in (*first, self.changes, self.cancel, self.save):
            buttons.add_field(button, share=0)
        self._foot = box(column(self.notice, 8, box(buttons), margins=(32, 8, 32, 20)))
        head: list[Item] = [label(self._presenter.title, "h1", wrap=True)]
        if lead:
            head += [4, label(lead, "body2", wrap=True)]
        self._scroll = PageScroll(column(*head, 14, *items, None, margins=(32, 24, 32, 12)))
        self.setLayout(column((self._scroll, 1), self._foot))
        self.changes.show_for(*self._presenter.place)

    def _settle(self, milliseconds: Callable[[], float]) -> None:
        """Show the form, once everything is laid out, and guard it from shaky hands."""
        self._show_form()
        self._begun = self._presenter.form
        self._guard = PressGuard(self, milliseconds)
        self._guard.watch(self._foot)
        self._ring = FocusRing(self, self._theme)
        arrange_tab_order(self)

    def _show_form(self) -> None:
        show_texts(self.fields, self._presenter.form)

    def _change(self, **values: Any) -> None:
        for name in values:
            self.fields[name].accept()
        self._presenter.change(**values)
        self._cancel_asked = False
        self._show_form()

    def _show_reverted(self, record_id: str) -> None:
        """Show the record as it was before; ``record_id`` says that it is another one now."""
        self._presenter.begin(record_id)
        self.record_id = record_id
        self._show_form()
        self._begun = self._presenter.form
        for name, field in self.fields.items():
            if isinstance(field.editor, QPlainTextEdit):
                field.editor.setPlainText(getattr(self._presenter.form, name))

    def _on_cancel_clicked(self) -> None:
        """Leave; where something was typed, say first that it would be gone."""
        changed = self._scroll.isEnabled() and self._presenter.form != self._begun
        if changed and not self._cancel_asked:
            self._cancel_asked = True
            self.notice.say(unsaved_words(), kind="attn")
            return
        self.reject()

    def _on_save_clicked(self) -> None:
        try:
            outcome = self._presenter.save()
        except SymptrackError as error:
            self.notice.refuse(error)
            return
        if isinstance(outcome, FormRefused):
            show_refused(self.fields, outcome.refused)
            return
        self.record_id = outcome.record_id
        self.accept()


def answer_of(dialog: RecordDialog) -> str | None:
    """Wait for a dialog; return the id of what was saved, or ``None`` where all stays."""
    wait_for(dialog)
    dialog.deleteLater()
    return dialog.record_id
