"""The help panel as a page of its own, opened from the help line on every page."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, PageScroll, box, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.help_panel import HelpPanel
from symptrack.presenters.help_panel import HelpPanelView
from symptrack.texts import _


class HelpPage(QWidget):
    """Fills the window; ``left`` says that the patient goes back to where they were.

    Parameters
    ----------
    panel
        Returns the panel as it is now.
    """

    left = Signal()

    def __init__(self, panel: Callable[[], HelpPanelView], theme: ThemeSource) -> None:
        super().__init__()
        self._make_panel, self._theme = panel, theme
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("If you need someone now"))
        self.panel: HelpPanel | None = None
        self._body = PageScroll()
        self.back = Button(theme, _("Back to where you were"), "primary", big=True)
        self.back.clicked.connect(self.left)
        foot = box(row(STRETCH, self.back, margins=(32, 18, 32, 18)), "footbar")
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setLayout(column((self._body, 1), foot))

    def wear(self, theme: ThemeSource) -> None:
        """Wear another look."""
        self._theme = theme
        self.setStyleSheet(theme.own_sheet())

    def begin(self) -> None:
        """Show the numbers as they are now; call it once the page is on screen."""
        self.panel = HelpPanel(self._theme, self._make_panel())
        self._body.set_content(column(STRETCH, self.panel, STRETCH, margins=(32, 24, 32, 16)))
        self.setFocusProxy(self.back)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.panel.speak()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.left.emit()
        else:
            super().keyPressEvent(event)
