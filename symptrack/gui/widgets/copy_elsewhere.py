"""Saving the one file that holds the whole journal, and its recovery code until it is kept."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symptrack.gui.background import Background
from symptrack.gui.dialogs import save_file
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import column
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.recovery_code import RecoveryCode
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.copy_elsewhere import CopyElsewhere, SavedCopy
from symptrack.presenters.recovery_sheet import write_sheet
from symptrack.texts import _


class CopyElsewhereView(QWidget):
    """One button, and the code of what it saved below; ``kept`` says that the patient has both."""

    kept = Signal()

    def __init__(self, theme: ThemeSource, presenter: CopyElsewhere, notice: Notice) -> None:
        super().__init__()
        self._presenter, self._notice = presenter, notice
        self._background = Background(self)
        self.saved: Path | None = None
        self.save = Button(theme, _("Save a copy elsewhere"), "primary")
        self.save.clicked.connect(self._on_save_clicked)
        self.code = RecoveryCode(theme, write_sheet)
        self.code.told.connect(notice.say)
        self.code.refused.connect(lambda sentence: notice.say(sentence, kind="attn"))
        self.code.had.connect(self._on_had)
        self.setLayout(column(WrapRow(self.save), self.code))

    def _on_save_clicked(self) -> None:
        file = save_file.ask(
            self,
            _("Save a copy elsewhere"),
            self._presenter.proposed_name(),
            _("Copies of the journal (*.symptrack)"),
        )
        if file is None:
            return
        self.save.setEnabled(False)
        self._background.run(
            lambda: self._presenter.save(file),
            self._show_code,
            self._notice.refuse,
            ended=lambda: self.save.setEnabled(True),
        )

    def _show_code(self, saved: SavedCopy) -> None:
        self._notice.still()
        self.saved = saved.file
        if not saved.code:
            said = _(
                "The copy {name} is saved, and was read back. Your passphrase or your recovery "
                "code opens it."
            )
            self._notice.say(said.format(name=saved.file.name))
            self._on_had()
            return
        words = _(
            "The copy {name} is saved, and was read back. This is its recovery code: nobody can "
            "open the copy without it, and it is not kept here. Keep it apart from the copy."
        ).format(name=saved.file.name)
        self.code.show_code(self._presenter.sheet(saved), words)

    def _on_had(self) -> None:
        self.save.setFocus()
        self.kept.emit()
