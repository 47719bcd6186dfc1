"""What the sections of the settings are made of: headed cards, rows, fields kept when left."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symptrack.domain.errors import InvalidValue, SymptrackError
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, Item, box, card, column, row
from symptrack.gui.widgets.fields import Field
from symptrack.gui.widgets.labels import IconLabel, announce, label
from symptrack.gui.widgets.line import Editor
from symptrack.texts import _

STACK_ROW_BELOW_PX = 380
CARD_MARGINS = (22, 14, 22, 16)

Keep = Callable[[str], None]
"""Keeps what was typed, or raises an ``InvalidValue``."""


class Section(QWidget):
    """A headed part of the settings.

    ``changed`` says that something was kept, ``failed`` carries a sentence on why it could not be,
    ``rebuilt`` says that there are new controls.
    """

    changed = Signal()
    failed = Signal(str)
    rebuilt = Signal()

    def __init__(self, theme: ThemeSource, title: str) -> None:
        super().__init__()
        self._theme, self._title = theme, title
        self.setAccessibleName(title)

    def lay_out(self, *items: Item) -> None:
        """Put the section's items on a card below its title."""
        content = card(column(*items, margins=CARD_MARGINS))
        self.setLayout(column(label(self._title, "h3", wrap=True), 8, content))

    def do(self, action: Callable[[], object]) -> bool:
        """Do what keeps a choice, and tell how it went."""
        try:
            action()
        except SymptrackError as error:
            self.failed.emit(str(error))
            return False
        self.changed.emit()
        return True

    def adopt(self, *fields: "KeptField") -> None:
        """Pass on what the fields tell."""
        for one in fields:
            one.kept.connect(self.changed)
            one.failed.connect(self.failed)


def setting_row(
    theme: ThemeSource, icon: str, name: str, words: str, control: QWidget | None = None
) -> QWidget:
    """Return a setting: icon, name and a few words, and its control beside or below."""
    name_shown, words_shown = label(name, "strong", wrap=True), label(words, "small", wrap=True)
    texts = column(STRETCH, name_shown, words_shown, STRETCH, spacing=2)
    head = box(row(IconLabel(theme, icon), (texts, 1), spacing=14))
    if control is None:
        return head
    parts = [(head, 1), (control, 0)]
    return Columns(theme, parts, stack_below=STACK_ROW_BELOW_PX, spacing=10)


class KeptField(Field):
    """A line that is kept once it is finished, by leaving it or by Enter; there is no *Save*.

    What is refused stays as typed, with the reason below it, and the journal as it was.
    """

    kept = Signal()
    failed = Signal(str)

    def __init__(
        self,
        theme: ThemeSource,
        name: str,
        editor: Editor,
        keep: Keep,
        *,
        hint: str = "",
    ) -> None:
        super().__init__(theme, name, editor, hint=hint)
        self._keep, self._shown = keep, ""
        self.line = editor.field
        editor.finished.connect(self.settle)

    def show_text(self, text: str) -> None:
        """Show what is kept; what is being typed or was refused stays."""
        if text != self._shown:
            self._shown = text
            self.line.setText(text)
            self.line.setCursorPosition(0)
            self.accept()

    def settle(self) -> None:
        """Keep what is typed."""
        text = self.line.text()
        if text == self._shown:
            self.accept()
            return
        try:
            self._keep(text)
        except InvalidValue as error:
            self.refuse(error.reason, focus=False)
            announce(self, error.reason)
        except SymptrackError as error:
            self.failed.emit(str(error))
        else:
            self._shown = text
            self.accept()
            announce(self, _("Saved"))
            self.kept.emit()
