"""Backups that are made by themselves, beside the window."""

from PySide6.QtCore import QObject, Signal

from symptrack.domain.errors import SymptrackError
from symptrack.gui.journal_pages import JournalPages


class BackUp(QObject):
    """``failed`` carries a sentence, once a run: the page of the backups says it all the time."""

    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told = False

    def make_if_due(self, pages: JournalPages) -> None:
        """Make a backup of the open journal if one is due."""
        from symptrack.gui.background import Background

        self._background = Background(self)
        self._background.run(pages.back_up, lambda _made: None, self._on_refused)

    def _on_refused(self, error: SymptrackError) -> None:
        if not self._told:
            self._told = True
            self.failed.emit(str(error))
