"""A form of lines, dates and notes: for a medicine, its changed dose, or a visit."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from symptrack.gui.dialogs.record_dialog import RecordDialog, answer_of
from symptrack.gui.dialogs.room import take_room
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Item
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.field_row import FieldRow
from symptrack.gui.widgets.fields import line, note
from symptrack.gui.widgets.press_guard import monotonic_ms
from symptrack.presenters.care_forms import FieldKind, FormField, FormPresenter

SIZE_PX = (680, 720)
NOTE_PX = 112
DATE_PX = 260
GAP_PX = 6


class FormDialog(RecordDialog):
    """Shows a presenter's form."""

    _presenter: FormPresenter

    def __init__(
        self,
        theme: ThemeSource,
        presenter: FormPresenter,
        parent: QWidget | None = None,
        milliseconds: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(theme, presenter, presenter.action, parent)
        for one in presenter.fields:
            self._add(one.name, one.words, self._make_editor(one), one.hint)
        self._lay_out(*self._items(), lead=presenter.lead)
        self._settle(milliseconds)
        take_room(self, theme, SIZE_PX)
        first = next(iter(self.fields.values()))
        first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_editor(self, one: FormField) -> QWidget:
        if one.kind is FieldKind.DATE:
            return DateField(self._theme, self._presenter.today)
        if one.kind is FieldKind.NOTE:
            high = round(NOTE_PX * self._theme.scale)
            made = note(getattr(self._presenter.form, one.name), height=high)
            made.setMaximumHeight(high)
            return made
        return line()

    def _items(self) -> list[Item]:
        items: list[Item] = []
        dates = FieldRow(self._theme)
        for one in self._presenter.fields:
            if one.kind is not FieldKind.DATE:
                items += [self.fields[one.name], GAP_PX]
                continue
            dates.add_field(self.fields[one.name], DATE_PX)
            if dates not in items:
                items += [dates, GAP_PX]
        return items


def ask(theme: ThemeSource, presenter: FormPresenter, parent: QWidget) -> str | None:
    """Let the patient fill in a form that was begun; return the saved record's id, or ``None``."""
    return answer_of(FormDialog(theme, presenter, parent))
