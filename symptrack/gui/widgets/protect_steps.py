"""The steps of setting or changing a passphrase: what each shows, and takes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Item, column
from symptrack.gui.widgets.fields import Field
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.line import Line
from symptrack.gui.widgets.recovery_code import RecoveryCode
from symptrack.gui.widgets.secret_line import SecretLine
from symptrack.gui.widgets.settings_parts import setting_row
from symptrack.gui.widgets.tick import Tick
from symptrack.presenters.protection import (
    Change,
    ProtectionPresenter,
    code_words,
    current_words,
    keeps_out_words,
)
from symptrack.presenters.recovery_sheet import write_sheet
from symptrack.presenters.words import first_upper
from symptrack.texts import _


class ProtectStep(QWidget):
    """One step; ``sent`` says that Enter was pressed, ``changed`` that it leads elsewhere now."""

    sent = Signal()
    changed = Signal()

    def __init__(self, theme: ThemeSource, _presenter: ProtectionPresenter) -> None:
        super().__init__()
        self._theme = theme
        self.fields: dict[str, Field] = {}

    @property
    def goes_on(self) -> bool:
        """Whether another step follows that the others do not tell of."""
        return False

    def take(self, _presenter: ProtectionPresenter) -> Callable[[], None]:
        """Return what takes over what is typed, to be run beside the window."""
        return lambda: None

    def focus_first(self) -> None:
        """Give the focus to what is to be typed first."""
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, name: str, sentence: str) -> None:
        """Say what is wrong with a field; with the last one where none is named."""
        for field in self.fields.values():
            field.accept()
        (self.fields.get(name) or list(self.fields.values())[-1]).refuse(first_upper(sentence))

    def _secret(self, key: str, name: str, hint: str = "") -> Line:
        """Add a field for a passphrase; Enter goes on."""
        editor = SecretLine(self._theme, name)
        self.fields[key] = Field(self._theme, name, editor, hint=hint)
        editor.field.returnPressed.connect(self.sent)
        return editor.field


class CurrentStep(ProtectStep):
    """Asks for the passphrase that there is."""

    def __init__(self, theme: ThemeSource, presenter: ProtectionPresenter) -> None:
        super().__init__(theme, presenter)
        self.current = self._secret("current", _("Your present passphrase or recovery code"))
        words = label(current_words(presenter.change), "body2", wrap=True)
        self.setLayout(column(words, 16, self.fields["current"], STRETCH))

    def take(self, presenter: ProtectionPresenter) -> Callable[[], None]:
        """Return what checks the passphrase."""
        typed = self.current.text()
        return lambda: presenter.give_current(typed)


class NewStep(ProtectStep):
    """Asks for a new passphrase twice, and says what it is good for."""

    def __init__(self, theme: ThemeSource, presenter: ProtectionPresenter) -> None:
        super().__init__(theme, presenter)
        hint = _("At least 8 letters, digits or spaces. A few words that only you put together.")
        self.passphrase = self._secret("passphrase", _("New passphrase"), hint)
        self.again = self._secret("again", _("The same once more"))
        self.new_key = Tick(theme, _("Somebody may know the old passphrase"))
        self.new_key.clicked.connect(self.changed)
        items: list[Item] = [self.fields["passphrase"], 8, self.fields["again"]]
        if presenter.change is Change.RENEW:
            words = _(
                "Journal and backups are encrypted anew then, and there is a new recovery code."
            )
            name = _("Somebody may know the old passphrase")
            items += [14, setting_row(theme, "shield", name, words, self.new_key)]
        else:
            items[:0] = [
                part
                for words in keeps_out_words()
                for part in (label(words, "body2", wrap=True), 10)
            ] + [8]
        self.setLayout(column(*items, STRETCH))

    @property
    def goes_on(self) -> bool:
        """Whether a new recovery code follows."""
        return self.new_key.isChecked()

    def take(self, presenter: ProtectionPresenter) -> Callable[[], None]:
        """Return what takes the passphrase."""
        typed, again, new_key = self.passphrase.text(), self.again.text(), self.new_key.isChecked()
        return lambda: presenter.give_new(typed, again, new_key=new_key)


class CodeStep(ProtectStep):
    """Shows the recovery code until the patient has it; ``had`` says so."""

    had = Signal()

    def __init__(self, theme: ThemeSource, presenter: ProtectionPresenter) -> None:
        super().__init__(theme, presenter)
        self._presenter = presenter
        self.code = RecoveryCode(theme, write_sheet)
        self.code.had.connect(self._on_had)
        self._done = label(_("You have the code. Nothing is changed yet."), "body2", wrap=True)
        self._done.hide()
        self.setLayout(column(self.code, self._done, STRETCH))

    def focus_first(self) -> None:
        """Show the code, with the focus on the first way to keep it."""
        if not self._presenter.wanted.code:
            self.code.show_code(self._presenter.sheet(), code_words())

    def _on_had(self) -> None:
        self._presenter.take_code()
        self._done.show()
        self.had.emit()
