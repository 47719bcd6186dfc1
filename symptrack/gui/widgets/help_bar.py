"""The help line, in the same place on every page: along the lower edge of the window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import box, clear, row
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.help import HelpItem
from symptrack.texts import _

LONGEST_LINE = 40
WRAPPED_PX = 340


class HelpBar(QWidget):
    """Who can be reached, as plain words that can be selected and copied."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("helpbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("If you need someone"))
        self._line = WrapRow(gap=32, line_gap=4, centred=True)
        self._line.setContentsMargins(20, 10, 20, 10)
        self.setLayout(self._line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_items(self, items: Sequence[HelpItem]) -> None:
        """Show these ways to reach someone."""
        clear(self._line)
        for item in items:
            self._line.addWidget(self._item(item))
        spoken = ". ".join(f"{item.name} {item.reach}" for item in items)
        self.setAccessibleDescription(spoken)

    def _item(self, item: HelpItem) -> QWidget:
        # A number is never cut: whoever is written down at length gets several lines.
        long = len(item.reach) > LONGEST_LINE
        name, number = label(item.name, "help"), label(item.reach, "strong", wrap=long)
        if long:
            number.setMinimumWidth(WRAPPED_PX)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        number.setAccessibleName(f"{item.name}: {item.reach}")
        return box(row(IconLabel(self._theme, item.icon, size=20), name, number, spacing=10))
