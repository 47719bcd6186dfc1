"""What every page beside the navigation has in common."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from symptrack.domain.journal import Kind


class Page(QWidget):
    """A page and what it may ask of the window.

    ``page_requested`` carries the key of another page; ``check_in_requested`` a side effect to
    preset, or nothing; ``questionnaire_requested`` the key of an instrument;
    ``clinic_score_requested`` the id of a score to change, or nothing; ``gentle_requested``
    asks for gentle mode; the ``…edit_requested`` carry an id; ``changed`` says that something was
    written; ``restore_requested`` carries a copy to be put in the journal's place, and its code;
    ``protection_requested`` a change of what protects the journal; ``erase_requested`` asks for
    everything to be erased.
    ``belongs_to`` is the key of the page from which this one is reached, where it is not
    in the navigation itself.
    """

    belongs_to = ""
    page_requested = Signal(str)

    check_in_requested = Signal(str)
    check_in_edit_requested = Signal(str)
    gentle_requested = Signal()
    questionnaire_requested = Signal(str)
    questionnaire_edit_requested = Signal(str)
    clinic_score_requested = Signal(str)
    session_requested = Signal()
    session_edit_requested = Signal(str)
    restore_requested = Signal(Path, str)
    protection_requested = Signal(object)
    erase_requested = Signal()
    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)

    def refresh(self) -> None:
        """Show the journal as it is now."""
        raise NotImplementedError

    def show_saved(self, _kind: Kind, _record_id: str, /) -> None:
        """Show what was just saved over this page, and tell that something was written."""
        self.refresh()
        self.changed.emit()

    def focus_first(self) -> None:
        """Give the focus to where the page begins, where that is not the navigation."""

    def focus_protection(self) -> None:
        """Give the focus to what protects the journal, where that is chosen on the page."""

    def get_ready(self) -> None:
        """Do beforehand what takes long; called when the page is pointed at."""

    def settle(self) -> None:
        """Keep what is being typed; called before the window closes.

        Raises
        ------
        SymptrackError
            Where it cannot be kept.
        """
