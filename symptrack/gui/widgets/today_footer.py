"""The foot of Today: where the journal stays, and how old its last backup is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, column, row
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.gui.widgets.notice import Notice
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.presenters.backups import BackupLine


class TodayFooter(QWidget):
    """Quiet while all is well; ``backups_wanted`` asks for their page where it is not."""

    backups_wanted = Signal()

    def __init__(self, theme: ThemeSource, words: str) -> None:
        super().__init__()
        self._age = label("", "small", wrap=True)
        self._age.hide()
        self.warning = Notice(theme)
        self._backup: BackupLine | None = None
        mark = column(IconLabel(theme, "shield", size=18, role="text3"), STRETCH)
        said = row(mark, (column(label(words, "small", wrap=True), self._age), 1), spacing=8)
        self.setLayout(column(self.warning.place((0, 0, 0, 12)), said))

    def show_backup(self, line: "BackupLine") -> bool:
        """Say how old the last backup is; return whether something to press came or went."""
        if line == self._backup:
            return False
        warned, self._backup = not self.warning.isHidden(), line
        self._age.setText(line.words)
        self._age.setVisible(not line.attention)
        if line.attention:
            self.warning.say(
                line.words, kind="attn", action=_("Show the backups"), then=self.backups_wanted.emit
            )
        else:
            self.warning.still()
        return warned or line.attention
