"""The last step of a move: the file from the old computer is opened by its code and used here."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import column
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.restore_copy import Preview, RestoreCopy
from symptrack.texts import _


class MoveIn(QWidget):
    """Asks for the code of a file, shows what it holds, and hands it on to be used here."""

    restore_requested = Signal(Path, str)
    left = Signal()
    refused = Signal(str)

    def __init__(self, theme: ThemeSource, preview: Preview, file: Path) -> None:
        super().__init__()
        self._file = file
        self.copy = RestoreCopy(theme, preview, moving=True)
        self.copy.restore_requested.connect(self.restore_requested)
        self.copy.left.connect(self.left)
        self.copy.refused.connect(self.refused)
        words = _("The code was shown when {name} was saved on the other computer.")
        self.setLayout(
            column(
                label(_("Your journal from the other computer"), "h1", wrap=True),
                8,
                label(words.format(name=file.name), "lead", wrap=True),
                20,
                self.copy,
            )
        )

    def begin(self) -> None:
        """Ask for the code."""
        self.copy.choose(self._file)


def ask_for_file(parent: QWidget) -> Path | None:
    """Return the file that the old computer saved, or ``None``."""
    chosen, _filter = QFileDialog.getOpenFileName(
        parent, _("Move a journal here"), "", _("Copies of the journal (*.symptrack)")
    )
    return Path(chosen) if chosen else None
