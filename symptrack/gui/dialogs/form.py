"""A form of lines, dates and notes: for a medicine, its changed dose, or a visit."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.gui.dialogs.asked import wait_for
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Item, PageScroll, box, column
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.changes_button import ChangesButton
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.field_row import FieldRow
from symptrack.gui.widgets.fields import Field, line, note, show_texts
from symptrack.gui.widgets.focus_ring import FocusRing
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.line import Editor
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.press_guard import PressGuard, monotonic_ms
from symptrack.gui.widgets.tab_order import arrange_tab_order
from symptrack.presenters.care_forms import FieldKind, FormField, FormPresenter, FormRefused
from symptrack.texts import _

SIZE_PX = (680, 720)
NOTE_PX = 92
DATE_PX = 260
GAP_PX = 6


class FormDialog(QDialog):
    """Shows a presenter's form; ``record_id`` is set once it is saved, or is as it was before."""

    def __init__(
        self,
        theme: ThemeSource,
        presenter: FormPresenter,
        parent: QWidget | None = None,
        milliseconds: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(parent)
        self._theme, self._presenter = theme, presenter
        self.record_id: str | None = None
        self.setWindowTitle(presenter.title)
        self.fields = {one.name: self._make_field(one) for one in presenter.fields}
        self.notice = Notice(theme)
        self.cancel = Button(theme, _("Cancel"), big=True)
        self.cancel.clicked.connect(self.reject)
        self.save = Button(theme, presenter.action, "primary", icon="check", big=True)
        self.save.clicked.connect(self._on_save_clicked)
        self.changes = ChangesButton(
            theme, presenter.history, self.notice, before=lambda: None, then=self._show_reverted
        )
        self._lay_out()
        show_texts(self.fields, presenter.form)
        self._guard = PressGuard(self, milliseconds)
        self._guard.watch(self._foot)
        self._ring = FocusRing(self, theme)
        arrange_tab_order(self)
        self.resize(*self._size())
        first = next(iter(self.fields.values()))
        first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _size(self) -> tuple[int, int]:
        """Return a size that holds the form, within the window it stands over."""
        wide, high = (round(side * self._theme.large(100) / 100) for side in SIZE_PX)
        high = max(high, self.sizeHint().height())
        over = self.parentWidget()
        if over is None:
            return wide, high
        around = over.window().size()
        return min(wide, around.width()), min(high, around.height())

    def _make_field(self, one: FormField) -> Field:
        editor: QWidget
        if one.kind is FieldKind.DATE:
            editor = DateField(self._theme, self._presenter.today)
        elif one.kind is FieldKind.NOTE:
            high = round(NOTE_PX * self._theme.scale)
            editor = note(getattr(self._presenter.form, one.name), height=high)
        else:
            editor = line()
        field = Field(self._theme, one.words, editor, hint=one.hint)
        if isinstance(editor, QPlainTextEdit):
            editor.textChanged.connect(lambda: self._change(one.name, editor.toPlainText()))
        elif isinstance(editor, Editor):
            editor.edited.connect(lambda: self._change(one.name, editor.field.text()))
        return field

    def _lay_out(self) -> None:
        buttons = FieldRow(self._theme, gap=12, right=True)
        for button in (self.changes, self.cancel, self.save):
            buttons.add_field(button, share=0)
        self._foot = box(column(self.notice, 8, box(buttons), margins=(32, 8, 32, 20)))
        items: list[Item] = [label(self._presenter.title, "h1", wrap=True)]
        if self._presenter.lead:
            items += [4, label(self._presenter.lead, "body2", wrap=True)]
        items.append(14)
        dates = FieldRow(self._theme)
        for one in self._presenter.fields:
            if one.kind is not FieldKind.DATE:
                items += [self.fields[one.name], GAP_PX]
                continue
            dates.add_field(self.fields[one.name], DATE_PX)
            if dates not in items:
                items += [dates, GAP_PX]
        content = column(*items, None, margins=(32, 24, 32, 12))
        self.setLayout(column((PageScroll(content), 1), self._foot))
        self.changes.show_for(*self._presenter.place)

    def _change(self, name: str, text: str) -> None:
        self.fields[name].accept()
        self._presenter.change(**{name: text})

    def _show_reverted(self, record_id: str) -> None:
        """Show the record as it was before; ``record_id`` says that it is another one now."""
        self._presenter.begin(record_id)
        self.record_id = record_id
        show_texts(self.fields, self._presenter.form)
        for name, field in self.fields.items():
            if isinstance(field.editor, QPlainTextEdit):
                field.editor.setPlainText(getattr(self._presenter.form, name))

    def _on_save_clicked(self) -> None:
        try:
            outcome = self._presenter.save()
        except SymptrackError as error:
            self.notice.refuse(error)
            return
        if isinstance(outcome, FormRefused):
            self._show_refused(outcome.refused)
            return
        self.record_id = outcome.record_id
        self.accept()

    def _show_refused(self, refused: dict[str, str]) -> None:
        first = True
        for name, field in self.fields.items():
            if name in refused:
                field.refuse(refused[name], focus=first)
                first = False
            else:
                field.accept()


def ask(theme: ThemeSource, presenter: FormPresenter, parent: QWidget) -> str | None:
    """Let the patient fill in a form that was begun; return the saved record's id, or ``None``."""
    dialog = FormDialog(theme, presenter, parent)
    wait_for(dialog)
    dialog.deleteLater()
    return dialog.record_id
