"""What stands below each page of a flow: back, the keys that work, and on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.key_hints import KeyHints
from symptrack.texts import _

BACK_PX, NEXT_PX = 150, 200


class FlowFoot(QWidget):
    """``back`` and ``next`` as they are needed, ``hints`` between them where they fit."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self.setObjectName("footbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.back = Button(theme, _("Back"), icon="arrow-left", big=True)
        self.next = Button(
            theme, _("Next"), "primary", icon="arrow-right", icon_after=True, big=True
        )
        self.back.setMinimumWidth(BACK_PX)
        self.next.setMinimumWidth(NEXT_PX)
        self.hints = KeyHints()
        self.setLayout(
            row(self.back, (self.hints, 1), self.next, spacing=16, margins=(32, 18, 32, 18))
        )
