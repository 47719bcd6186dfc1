"""The way from the settings to erasing everything."""

from PySide6.QtCore import Signal

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.settings_parts import Section
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.texts import _


class EraseSection(Section):
    """``wanted`` says that erasing is to be shown; nothing is erased by that."""

    wanted = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, _("Erase everything"))
        self.open = Button(theme, _("What erasing does"), icon="trash")
        self.open.clicked.connect(self.wanted)
        words = _(
            "Removes the journal, its backups and its keys from this computer. It asks first."
        )
        self.lay_out(label(words, "body2", wrap=True), 10, WrapRow(self.open, gap=12))
