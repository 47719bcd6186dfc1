"""Asking where the report is to be saved."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from symptrack.texts import _


def ask(parent: QWidget, name: str) -> Path | None:
    """Return the file that the patient chose, ``name`` proposed, or ``None``.

    The system's own file dialog asks before an existing file is replaced.
    """
    chosen, _filter = QFileDialog.getSaveFileName(
        parent, _("Save the report"), name, _("PDF files (*.pdf)")
    )
    return Path(chosen) if chosen else None
