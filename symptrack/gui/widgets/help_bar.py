"""The help line, in the same place on every page: along the lower edge of the window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import box, clear, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.help import HelpItem
from symptrack.texts import _

LONGEST_LINE = 40
WRAPPED_PX = 340
LINE_PX = 30


class HelpBar(QWidget):
    """Who can be reached, as plain words that can be selected and copied.

    ``panel_requested`` says that the patient wants the help panel.
    """

    panel_requested = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("helpbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Who can be reached"))
        self._line = WrapRow(gap=32, line_gap=4, centred=True)
        # With a button of 48 px the bar is 52 px high, hairline included.
        self._line.setContentsMargins(20, 2, 20, 1)
        self.setLayout(self._line)
        self.open = Button(theme, _("If you need someone"), "quiet")
        self.open.setAccessibleDescription(_("Shows every number, large and ready to be copied."))
        self.open.clicked.connect(self.panel_requested)
        self._line.addWidget(self.open)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_items(self, items: Sequence[HelpItem]) -> None:
        """Show these ways to reach someone."""
        self._line.takeAt(0)  # the button stays, with the focus it may have
        clear(self._line)
        self._line.addWidget(self.open)
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
        number.setAccessibleName(f"{item.name} {item.reach}")
        made = box(row(IconLabel(self._theme, item.icon, size=20), name, number, spacing=10))
        made.setMinimumHeight(LINE_PX)
        return made
