"""How large a dialog opens."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from symptrack.gui.theme import ThemeSource

ROOM = 0.9
"""How much of the screen a dialog may take."""


def take_room(dialog: QDialog, theme: ThemeSource, size: tuple[int, int]) -> None:
    """Let a dialog open at a size in pixels at 100 % text, larger with larger text.

    It stays within the screen, and within the window that it stands over.
    """
    room = dialog.screen().availableSize() * ROOM
    over = dialog.parentWidget()
    if over is not None:
        room = room.boundedTo(over.window().size())
    dialog.resize((QSize(*size) * theme.scale).boundedTo(room))
