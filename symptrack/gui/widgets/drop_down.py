"""A drop-down list 48 px high with a chevron of the theme."""

import sys
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
)

from symptrack.gui import icons
from symptrack.gui.theme import ThemeSource

CHEVRON_PX = 20
TEXT_EDGE_PX = 4


class DropDown(QComboBox):
    """One choice of a list; the wheel never changes it by accident while the page scrolls.

    Under Linux a screen reader is told the choice in place of the name; there the description
    begins with the name.
    """

    def __init__(self, theme: ThemeSource, name: str) -> None:
        super().__init__()
        self._theme, self._more = theme, ""
        # Qt's own for this list leaves out the ground under the line that has the focus.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        theme.changed.connect(self.update)

    def offer(self, choices: Iterable[tuple[str, str]], chosen: str) -> None:
        """Show choices, each by its words and key, and the chosen one, without telling."""
        self.blockSignals(True)
        self.clear()
        for words, key in choices:
            self.addItem(words, key)
        self.setCurrentIndex(self.findData(chosen))
        self.blockSignals(False)

    def setAccessibleName(self, name: str) -> None:
        """Name the box and the list that it opens."""
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)
        self._describe()

    def setAccessibleDescription(self, description: str) -> None:
        """Say more than the name."""
        self._more = description
        self._describe()

    def _describe(self) -> None:
        name = self.accessibleName() if sys.platform == "linux" else ""
        super().setAccessibleDescription(f"{name} {self._more}".strip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the choice, shortened with dots where it is too long, and the theme's chevron."""
        look = QStyleOptionComboBox()
        self.initStyleOption(look)
        style = self.style()
        room = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            look,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        look.currentText = self.fontMetrics().elidedText(
            look.currentText, Qt.TextElideMode.ElideRight, room.width() - TEXT_EDGE_PX
        )
        box = QStylePainter(self)
        box.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, look)
        box.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, look)
        box.end()
        colour = self._theme.colour("text2").name(QColor.NameFormat.HexRgb)
        picture = icons.pixmap("down", colour, CHEVRON_PX, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(self.width() - 34, (self.height() - CHEVRON_PX) // 2, picture)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
