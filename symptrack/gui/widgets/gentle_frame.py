"""What stands above and below each page of gentle mode: what it is, and the ways on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.gui.gentle_theme import GentleTheme
from symptrack.gui.widgets.boxes import STRETCH, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.texts import _

WIDE_FROM_PX, HIGH_FROM_PX = 1180, 700
SIDES_PX = {True: 48, False: 24}
"""The room left and right: in a wide window, and in a narrow one."""
ICON_PX, GAP_PX, HIGH_TOP_PX = 24, 12, 84
MAIN_PX = {True: 280, False: 200}
BELOW_PX = {True: 24, False: 10}


def gentle_button(look: GentleTheme, words: str, kind: str = "secondary", icon: str = "") -> Button:
    """Return a button in gentle mode's size."""
    made = Button(look, words, kind, icon=icon)
    made.setProperty("sz", "gentle")
    return made


class GentleTop(QWidget):
    """Title, how far it is, and the button that says that someone helps.

    That button stands beside the title, or below it where there is too little room.
    """

    def __init__(self, look: GentleTheme) -> None:
        super().__init__()
        self._title, self._count = label("", "gentle", wrap=True), label("", "gentle")
        self.helped = gentle_button(look, _("Someone is helping me enter this"), "quiet", "person")
        self.helped.setCheckable(True)
        self._icon = IconLabel(look, "moon", size=ICON_PX)
        self._first = row(self._icon, (self._title, 1), self._count, spacing=GAP_PX)
        self._second = row(STRETCH)
        self._beside: bool | None = None
        self._lines = column(self._first, self._second)
        self.setLayout(self._lines)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._place()

    def say(self, title: str, count: str, *, helped: bool | None) -> None:
        """Say what this is and how far; ``helped`` is ``None`` where that is not asked."""
        self._title.setText(title)
        self._count.setText(count)
        self.helped.setVisible(helped is not None)
        self.helped.setChecked(bool(helped))
        self._place()

    def make_room(self, *, wide: bool, high: bool) -> None:
        """Take the room of a wide or high window."""
        self._lines.setContentsMargins(SIDES_PX[wide], 6, SIDES_PX[wide], 4)
        self.setMinimumHeight(HIGH_TOP_PX if high else 0)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the helper's button for the new width."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        words = self._title.fontMetrics().horizontalAdvance(self._title.text())
        others = self.helped.sizeHint().width() + self._count.sizeHint().width()
        margins = self._lines.contentsMargins()
        needed = self._icon.width() + words + others + 4 * GAP_PX + margins.left() + margins.right()
        beside = needed <= self.width()
        if beside == self._beside:
            return
        self._beside = beside
        if beside:
            self._first.insertWidget(self._first.indexOf(self._count), self.helped)
        else:
            self._second.insertWidget(0, self.helped)


class GentleFoot(QWidget):
    """Back, stop, and the one button that goes on."""

    def __init__(self, look: GentleTheme) -> None:
        super().__init__()
        self.back = gentle_button(look, _("Back"))
        self.stop = gentle_button(look, _("Stop for now"))
        self.stop.setAccessibleDescription(_("Key Esc. What you answered is saved."))
        self.next = gentle_button(look, _("Next"), "primary")
        self._line = row(self.back, self.stop, STRETCH, self.next, spacing=16)
        self.setLayout(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def make_room(self, *, wide: bool, high: bool) -> None:
        """Take the room of a wide or high window."""
        self._line.setContentsMargins(SIDES_PX[wide], 6, SIDES_PX[wide], BELOW_PX[high])
        self.next.setMinimumWidth(MAIN_PX[wide])

    def go_on_to(self, words: str, *, leaves: bool, back: bool) -> None:
        """Say where the main button goes; whether one can stop here, and go back."""
        self.next.set_words(words)
        self.stop.setVisible(leaves)
        self.back.setVisible(back)

    def focus(self) -> None:
        """Give the focus to the main button."""
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)
