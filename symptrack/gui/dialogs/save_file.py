"""Asking where to save a file: among the documents at first, then where the last one went."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

Locations = QStandardPaths.StandardLocation


class SaveFolder:
    """The folder that a file dialog begins in, for as long as the program runs."""

    def __init__(self) -> None:
        self._used: Path | None = None

    @property
    def path(self) -> Path:
        """Return the folder last used, else the patient's documents, else their home."""
        documents, home = (
            Path(QStandardPaths.writableLocation(location))
            for location in (Locations.DocumentsLocation, Locations.HomeLocation)
        )
        known = (self._used or documents, documents)
        return next((folder for folder in known if folder.is_dir()), home)

    def use(self, path: Path) -> None:
        """Begin where this file is next time."""
        self._used = path.parent


_FOLDER = SaveFolder()
"""One for all dialogs: who puts a chart somewhere puts the report there too."""


def ask(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Return the file that the patient chose, or ``None``.

    The system's own file dialog asks before an existing file is replaced.

    Parameters
    ----------
    name
        The file name to propose; it says nothing of the patient.
    kinds
        What the dialog lists: *PDF files (\\*.pdf)*.
    """
    proposed = str(_FOLDER.path / name)
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, proposed, kinds)
    if not chosen:
        return None
    _FOLDER.use(Path(chosen))
    return Path(chosen)
