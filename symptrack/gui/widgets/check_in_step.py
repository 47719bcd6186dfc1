"""What the pages of a check-in have in common."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.key_hints import Hint
from symptrack.texts import _


class Step(QWidget):
    """One page of a check-in.

    ``answered`` says that an answer was kept, ``refused`` carries a sentence, ``step_requested``
    the place of another page; ``rebuilt`` says that there are new controls, ``more_requested``
    that the longer list is wanted.
    """

    answered = Signal()
    refused = Signal(str)
    skipped = Signal()
    step_requested = Signal(int)
    rebuilt = Signal()
    more_requested = Signal()

    hints: tuple[Hint, ...] = ()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("scrolled")

    def focus_first(self) -> bool:
        """Give the focus to where an answer begins; false where that is the main button."""
        return False

    def settle(self) -> None:
        """Keep what is being typed.

        Raises
        ------
        SymptrackError
            Where it cannot be kept.
        """

    def take_key(self, text: str) -> None:
        """Take a typed character, in capitals."""

    def give(self, give: Callable[[], object]) -> bool:
        """Give an answer to the presenter, and tell whether it was kept."""
        try:
            give()
        except SymptrackError as error:
            self.refuse(error)
            return False
        self.answered.emit()
        return True

    def skip_button(self) -> Button:
        """Return the button that leaves the page unanswered."""
        skip = Button(self._theme, _("Skip this question"), "quiet")
        skip.clicked.connect(self.skipped)
        return skip

    def keep(self) -> None:
        """Keep what is on the page."""
        self.give(self.settle)

    def refuse(self, error: SymptrackError) -> None:
        """Say what was refused; everything on the page stays."""
        self.refused.emit(str(error))
