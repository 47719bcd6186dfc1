"""The way from the settings to bringing in an old diary."""

from PySide6.QtCore import Signal

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.settings_parts import Section
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.texts import _


class DiarySection(Section):
    """``wanted`` says that an old diary is to be brought in."""

    wanted = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, _("Old diaries"))
        self.open = Button(theme, _("Bring in an old diary"), icon="download")
        self.open.clicked.connect(self.wanted)
        words = _("From another app, or a Symptrack journal file. It can be undone later.")
        self.lay_out(label(words, "body2", wrap=True), 10, WrapRow(self.open, gap=12))
