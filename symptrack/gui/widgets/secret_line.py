"""A line for a passphrase: dots, until *Show* is pressed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.line import LineWithButtons
from symptrack.texts import _

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


def show_dots(line: QLineEdit, dots: bool) -> None:
    """Show what is typed as dots, or as it is; no keyboard learns it either way."""
    line.setEchoMode(QLineEdit.EchoMode.Password if dots else QLineEdit.EchoMode.Normal)
    # Only now: with its dots Qt takes these away.
    line.setInputMethodHints(line.inputMethodHints() | _HINTS)


class SecretLine(LineWithButtons):
    """What is typed shows as dots; numb fingers may look at it."""

    def __init__(self, theme: ThemeSource, name: str) -> None:
        super().__init__()
        self.field.setAccessibleName(name)
        self.show_it = Button(theme, _("Show"), "quiet", icon="eye")
        self.show_it.setCheckable(True)
        self._name = name
        self.show_it.toggled.connect(self._on_show_toggled)
        self._on_show_toggled(False)
        self.setLayout(row((self.field, 1), self.show_it, spacing=8))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /) -> None:
        """Give the focus to the line."""
        self.field.setFocus(reason)

    def clear(self) -> None:
        """Leave nothing typed, and dots for what comes."""
        self.field.setText("")
        self.show_it.setChecked(False)

    def _on_show_toggled(self, shown: bool) -> None:
        show_dots(self.field, not shown)
        self.show_it.set_words(_("Hide") if shown else _("Show"))
        # Whether it is shown is told as checked or not.
        self.show_it.setAccessibleName(_("Show what is typed: {name}").format(name=self._name))
