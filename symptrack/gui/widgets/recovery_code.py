"""A recovery code until the patient has it: printed, saved or written down, then typed back."""

import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.gui.dialogs import save_file
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Item, add, card, clear, column
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.fields import Field, line
from symptrack.gui.widgets.labels import announce, label
from symptrack.gui.widgets.line import line_of
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.recovery_sheet import FORGOTTEN_AFTER_S, RecoverySheet, TypedBack
from symptrack.texts import _

MARGINS = (18, 14, 18, 16)


class RecoveryCode(QWidget):
    """Shows a code, then asks for two groups of it.

    ``had`` says that the patient has it; ``told`` carries a sentence, ``refused`` one about what
    did not work.

    Parameters
    ----------
    save
        Writes the page to a file: a text, or the PDF that it is given.
    """

    had = Signal()
    told = Signal(str)
    refused = Signal(str)

    def __init__(
        self, theme: ThemeSource, save: Callable[[RecoverySheet, Path, bytes], None]
    ) -> None:
        super().__init__()
        self._theme, self._save = theme, save
        self._place = column()
        self.setLayout(self._place)
        self._sheet = RecoverySheet("", "", "", ())
        self._words = ""
        self.code: QLabel | None = None
        self.fields: dict[int, Field] = {}
        self.print = self.save = self.copy = self.have_it = self.check = self.again = Button(
            theme, ""
        )
        self.forgetting = QTimer(self)
        self.forgetting.setSingleShot(True)
        self.forgetting.setInterval(FORGOTTEN_AFTER_S * 1000)
        self.forgetting.timeout.connect(self.forget_copied)
        QApplication.instance().aboutToQuit.connect(self.forget_copied)  # type: ignore[union-attr]

    def show_code(self, sheet: RecoverySheet, words: str) -> None:
        """Show a code with what it is for."""
        self._sheet, self._words = sheet, words
        self.fields = {}
        self.code = label(sheet.code, "softtitle", wrap=True)
        self.code.setAccessibleName(_("Recovery code"))
        self.code.setAccessibleDescription(sheet.code)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.print = self._button(_("Print the page"), self._on_print_clicked, "primary")
        self.save = self._button(_("Save the page as a file"), self._on_save_clicked)
        self.copy = self._button(_("Copy the code"), self._on_copy_clicked)
        self.have_it = self._button(_("I have it"), self._ask_back)
        self._show(
            label(words, "soft", wrap=True),
            10,
            self.code,
            12,
            WrapRow(self.print, self.save, self.copy, self.have_it, gap=12),
        )
        announce(self, words)
        self.print.setFocus()

    def still(self) -> None:
        """Show nothing any more."""
        clear(self._place)
        self.code, self.fields = None, {}

    def forget_copied(self) -> None:
        """Take the code off the clipboard, if it is still there."""
        clipboard = QApplication.clipboard()
        if self._sheet.code and clipboard.text() == self._sheet.code:
            clipboard.clear()

    def _ask_back(self) -> None:
        asked = TypedBack(self._sheet.code, random.SystemRandom())
        self.code = None
        self.fields = {
            place: Field(self._theme, asked.name(place), line(example="XXXX"))
            for place in asked.places
        }
        self.check = self._button(_("Check"), lambda: self._on_check_clicked(asked), "primary")
        self.again = self._button(_("Show the code again"), self._show_again, "quiet")
        fields: list[Item] = []
        for field in self.fields.values():
            fields += [field, 4]
            written = line_of(field.editor)
            if written is not None:
                written.returnPressed.connect(self.check.click)
        question = _("To be sure that you have it, type two of its groups.")
        self._show(
            label(question, "soft", wrap=True),
            10,
            *fields,
            6,
            WrapRow(self.check, self.again, gap=12),
        )
        announce(self, question)
        next(iter(self.fields.values())).editor.setFocus()

    def _show_again(self) -> None:
        self.show_code(self._sheet, self._words)

    def _on_check_clicked(self, asked: TypedBack) -> None:
        wrong = False
        for place, field in self.fields.items():
            written = line_of(field.editor)
            refusal = asked.refusal(place, written.text() if written is not None else "")
            if refusal:
                field.refuse(refusal, focus=not wrong)
                wrong = True
            else:
                field.accept()
        if not wrong:
            self.still()
            self.told.emit(_("That is the code. {keep}").format(keep=self._sheet.keep))
            self.had.emit()

    def _on_print_clicked(self) -> None:
        from symptrack.gui.sheet_printing import print_sheet

        self._attempt(
            lambda: print_sheet(self, self._sheet), _("The page was sent to the printer.")
        )

    def _on_save_clicked(self) -> None:
        from symptrack.gui.sheet_printing import sheet_pdf

        kinds = _("PDF files (*.pdf);;Text files (*.txt)")
        file = save_file.ask(self, _("Save the recovery code"), _("recovery-code.pdf"), kinds)
        if file is not None:
            sheet = self._sheet

            def save() -> bool:
                self._save(sheet, file, sheet_pdf(sheet))
                return True

            self._attempt(save, _("The page is saved. {keep}").format(keep=self._sheet.keep))

    def _on_copy_clicked(self) -> None:
        QApplication.clipboard().setText(self._sheet.code)
        self.forgetting.start()
        self.told.emit(_("Copied. It is taken off the clipboard after a minute."))

    def _attempt(self, act: Callable[[], bool], done: str) -> None:
        try:
            if act():
                self.told.emit(done)
        except SymptrackError as error:
            self.refused.emit(str(error))

    def _button(self, words: str, act: Callable[[], None], kind: str = "secondary") -> Button:
        button = Button(self._theme, words, kind)
        button.clicked.connect(lambda _checked: act())
        return button

    def _show(self, *items: Item) -> None:
        clear(self._place)
        for part in (14, card(column(*items, margins=MARGINS), "soft")):
            add(self._place, part)
