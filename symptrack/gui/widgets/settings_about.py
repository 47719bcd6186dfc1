"""The program's version, its licence, and whose work is in it."""

from PySide6.QtCore import Qt

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Item
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.settings_parts import Section
from symptrack.presenters.about import about
from symptrack.texts import _


class AboutSection(Section):
    """Licences, notices and credits, as words that can be selected."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, _("About"))
        items: list[Item] = []
        for credit in about():
            text = label(credit.text, "body2", wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            items += [10, label(credit.title, "strong", wrap=True), 2, text]
        self.lay_out(*items[1:])
