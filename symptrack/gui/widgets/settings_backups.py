"""The ways from the settings to the backups, and to a new computer."""

from PySide6.QtCore import Signal

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.settings_parts import Section
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.texts import _


class BackupsSection(Section):
    """``wanted`` says that the backups are to be shown, ``move_wanted`` the way to move."""

    wanted = Signal()
    move_wanted = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, _("Backups"))
        self.open = Button(theme, _("Show the backups"), icon="shield")
        self.open.clicked.connect(self.wanted)
        self.to_new_computer = Button(theme, _("Move to a new computer"), icon="computer")
        self.to_new_computer.clicked.connect(self.move_wanted)
        words = _("Symptrack makes them by itself. Save a copy elsewhere, or put one back.")
        self.lay_out(
            label(words, "body2", wrap=True), 10, WrapRow(self.open, self.to_new_computer, gap=12)
        )
