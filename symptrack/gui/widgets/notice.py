"""A line on the page that says what happened: saved, refused, or what can be undone."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from symptrack.domain.errors import SymptrackError
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Margins, box, clear, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import IconLabel, announce, label

_LOOK = {
    "soft": ("info", "on_soft", "soft"),
    "attn": ("alert", "attn_text", "attn"),
    "asked": ("question", "attn_text", "attn"),
    "danger": ("alert", "danger", "danger"),
}


class Notice(QFrame):
    """One sentence on a coloured ground with an icon, and at most one thing to press.

    It stays until something else is said: nothing that must be read disappears by itself.
    """

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout = row(spacing=12, margins=(18, 10, 10, 10))
        self.setLayout(self._layout)
        self.action: Button | None = None
        self._place: QWidget | None = None
        self.hide()

    def place(self, margins: Margins) -> QWidget:
        """Return the notice with room around it, which is there only while something is said."""
        self._place = box(column(self, margins=margins))
        self._place.hide()
        return self._place

    def say(
        self,
        text: str,
        *,
        kind: str = "soft",
        action: str = "",
        then: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence; ``attn`` for what did not work, ``asked`` for a question.

        ``danger`` is for what can need help now.
        """
        clear(self._layout)
        self.action = None
        icon, ink, role = _LOOK[kind]
        self.setProperty("card", role)
        self._layout.addWidget(IconLabel(self._theme, icon, role=ink))
        words = label(text, role, wrap=True)
        self._layout.addWidget(words, 1)
        if action and then is not None:
            button = Button(self._theme, action, "quiet")
            button.clicked.connect(then)
            self._layout.addWidget(button)
            self.action = button
        self.setAccessibleName(text)
        self.style().unpolish(self)
        self.style().polish(self)
        if self._place is not None:
            self._place.show()
        self.show()
        announce(self, text)

    def refuse(self, error: SymptrackError) -> None:
        """Say why something was not done."""
        self.say(str(error), kind="attn")

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do something; what it refuses is said, and changes nothing. False then."""
        try:
            action()
        except SymptrackError as error:
            self.refuse(error)
            return False
        return True

    def still(self) -> None:
        """Say nothing any more."""
        self.hide()
        if self._place is not None:
            self._place.hide()
