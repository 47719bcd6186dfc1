"""What follows the session form: saved, or in the trash with the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, card, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.field_row import FieldRow
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.presenters.session_views import SavedSession
from symptrack.texts import _

ICON_PX = 32


class SessionDone(QWidget):
    """A title, a line, and what can be done next."""

    finished = Signal()
    another_requested = Signal()
    undo_requested = Signal()

    def __init__(self, theme: ThemeSource, title: str, lead: str) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("scrolled")
        self.setAccessibleName(title)
        self.setAccessibleDescription(lead)
        self.another: Button | None = None
        self.undo: Button | None = None
        self.finish = Button(theme, _("Back to Today"), "primary", big=True)
        self.finish.clicked.connect(self.finished)
        self._buttons = FieldRow(theme, gap=12, right=True)
        words = column(
            row(
                IconLabel(theme, "check", size=ICON_PX, role="on_soft"),
                (label(title, "softtitle", wrap=True), 1),
                spacing=12,
            ),
            8,
            label(lead, "soft", wrap=True),
            24,
            self._buttons,
            margins=(28, 26, 28, 26),
        )
        self.setLayout(column(card(words, "soft"), STRETCH, margins=(36, 28, 36, 16)))

    @classmethod
    def after_saving(cls, theme: ThemeSource, saved: SavedSession) -> "SessionDone":
        """Return what follows saving: another one like it, or the way back."""
        made = cls(theme, saved.title, saved.lead)
        if saved.another:
            made.another = Button(theme, saved.another, icon="plus", big=True)
            made.another.clicked.connect(made.another_requested)
            made._buttons.add_field(made.another, share=0)
        else:
            made.finish.set_words(_("Done"))
        made._buttons.add_field(made.finish, share=0)
        return made

    @classmethod
    def after_deleting(cls, theme: ThemeSource) -> "SessionDone":
        """Return what follows moving a session to the trash: bringing it back, or the way on."""
        made = cls(
            theme,
            _("Moved to the trash"),
            _("You can bring it back for 90 days. Its check-ins stay in the journal."),
        )
        made.undo = Button(theme, _("Bring it back"), icon="refresh", big=True)
        made.undo.clicked.connect(made.undo_requested)
        made.finish.set_words(_("Done"))
        made._buttons.add_field(made.undo, share=0)
        made._buttons.add_field(made.finish, share=0)
        return made

    def focus_first(self) -> None:
        """Give the focus to what most go on with: another old session, else the way back."""
        wanted = self.another or self.finish
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
