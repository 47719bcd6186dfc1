"""What follows the session form: saved, or in the trash with the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, card, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import CENTRE, label
from symptrack.gui.widgets.mark import Mark
from symptrack.gui.widgets.settings_parts import setting_row
from symptrack.gui.widgets.tick import Tick
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.session_views import SavedSession
from symptrack.presenters.stay_open import StayOpen
from symptrack.texts import _

STAY_PX = 520


class SessionDone(QWidget):
    """A mark, a title, a line, and what can be done next: in the middle, as after a check-in."""

    finished = Signal()
    another_requested = Signal()
    undo_requested = Signal()

    def __init__(self, theme: ThemeSource, title: str, lead: str, icon: str = "check") -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("scrolled")
        self.setAccessibleName(title)
        self.setAccessibleDescription(lead)
        self.another: Button | None = None
        self.undo: Button | None = None
        self.keep_open: Tick | None = None
        self._below = column()
        self.finish = Button(theme, _("Done"), "primary", big=True)
        self.finish.clicked.connect(self.finished)
        self._buttons = WrapRow(gap=12, centred=True)
        words = column(
            row(STRETCH, Mark(theme, icon), STRETCH),
            16,
            label(title, "question", wrap=True, align=CENTRE),
            6,
            label(lead, "lead", wrap=True, align=CENTRE),
            28,
            self._buttons,
            self._below,
        )
        self.setLayout(column(STRETCH, words, STRETCH, margins=(36, 16, 36, 16)))

    @classmethod
    def after_saving(
        cls, theme: ThemeSource, saved: SavedSession, stay: StayOpen | None = None
    ) -> "SessionDone":
        """Return what follows saving: another one like it, or the way back.

        With ``stay`` the journal can be kept open until the next morning.
        """
        made = cls(theme, saved.title, saved.lead)
        if stay is not None:
            made._offer_to_stay(stay)
        if saved.another:
            made.another = Button(theme, saved.another, icon="plus", big=True)
            made.another.clicked.connect(made.another_requested)
            made._buttons.addWidget(made.another)
        made._buttons.addWidget(made.finish)
        return made

    @classmethod
    def after_deleting(cls, theme: ThemeSource) -> "SessionDone":
        """Return what follows moving a session to the trash: bringing it back, or the way on."""
        made = cls(
            theme,
            _("Deleted"),
            _("You can bring it back for 90 days. Its check-ins stay in the journal."),
            "trash",
        )
        made.undo = Button(theme, _("Bring it back"), icon="refresh", big=True)
        made.undo.clicked.connect(made.undo_requested)
        made._buttons.addWidget(made.undo)
        made._buttons.addWidget(made.finish)
        return made

    def _offer_to_stay(self, stay: StayOpen) -> None:
        """Offer to keep the journal open; the last answer holds until it is changed."""
        name = _("Keep open until tomorrow morning")
        tick = Tick(self._theme, name, on=stay.proposed())
        tick.clicked.connect(lambda: stay.choose(tick.isChecked()))
        stay.choose(tick.isChecked())
        self.keep_open = tick
        words = _("So that nobody drowsy is asked for a passphrase.")
        shown = card(
            column(setting_row(self._theme, "lock", name, words, tick), margins=(20, 12, 20, 12))
        )
        shown.setMaximumWidth(round(STAY_PX * self._theme.scale))
        self._below.addSpacing(20)
        self._below.addLayout(row(STRETCH, (shown, 100), STRETCH))

    def focus_first(self) -> None:
        """Give the focus to what most go on with: another old session, else the way back."""
        wanted = self.another or self.finish
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
