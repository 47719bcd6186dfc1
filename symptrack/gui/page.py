"""What every page beside the navigation has in common."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page and what it may ask of the window.

    ``check_in_requested`` carries a side effect to preset, or nothing; ``questionnaire_requested``
    the key of an instrument; ``gentle_requested`` asks
    for gentle mode; the ``…edit_requested`` carry an id; ``changed`` says that something was
    written.
    """

    check_in_requested = Signal(str)
    check_in_edit_requested = Signal(str)
    gentle_requested = Signal()
    questionnaire_requested = Signal(str)
    questionnaire_edit_requested = Signal(str)
    session_requested = Signal()
    session_edit_requested = Signal(str)
    changed = Signal()

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

    def settle(self) -> None:
        """Keep what is being typed; called before the window closes.

        Raises
        ------
        SymptrackError
            Where it cannot be kept.
        """
