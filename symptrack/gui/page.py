"""What every page beside the navigation has in common."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page; ``check_in_requested`` carries a side effect to preset, or nothing."""

    check_in_requested = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)

    def refresh(self) -> None:
        """Show the journal as it is now."""
        raise NotImplementedError

    def get_ready(self) -> None:
        """Do beforehand what takes long; called when the page is pointed at."""
