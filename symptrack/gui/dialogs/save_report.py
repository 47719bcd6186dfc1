"""Asking where the report is to be saved."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from symptrack.gui.dialogs import save_file
from symptrack.texts import _


def ask(parent: QWidget, name: str) -> Path | None:
    """Return the file that the patient chose, ``name`` proposed, or ``None``."""
    return save_file.ask(parent, _("Save the report"), name, _("PDF files (*.pdf)"))
