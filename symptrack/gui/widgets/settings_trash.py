"""The way from the settings to the trash."""

from PySide6.QtCore import Signal

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.settings_parts import Section
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.texts import _


class TrashSection(Section):
    """``wanted`` says that the trash is to be shown."""

    wanted = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, _("Trash"))
        self.open = Button(theme, _("Show the trash"), icon="trash")
        self.open.clicked.connect(self.wanted)
        words = _("What you deleted can be brought back for 90 days.")
        self.lay_out(label(words, "body2", wrap=True), 10, WrapRow(self.open, gap=12))
