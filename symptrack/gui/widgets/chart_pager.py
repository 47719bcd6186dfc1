"""Earlier and later sessions of a chart in which not all have room."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Columns
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import CENTRE, label
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.charts.chart import Part

STACK_BELOW_PX = 640


class ChartPager(Columns):
    """Says which sessions stand in the chart, with a button either way; hidden where all do.

    ``turned`` carries the place of the session before which the wanted part ends, and which way the
    arrow keys led there: -1, 1, or 0 from a button.
    """

    turned = Signal(int, int)

    def __init__(self, theme: ThemeSource) -> None:
        self._part: Part | None = None
        self.earlier = Button(theme, _("Earlier"), icon="arrow-left")
        self.later = Button(theme, _("Later"), icon="arrow-right", icon_after=True)
        self.words = label("", "body2", wrap=True, align=CENTRE)
        parts: list[tuple[QWidget, int]] = [(self.earlier, 0), (self.words, 1), (self.later, 0)]
        super().__init__(theme, parts, stack_below=STACK_BELOW_PX, spacing=12)
        self.earlier.clicked.connect(lambda: self._turn(-1, 0))
        self.later.clicked.connect(lambda: self._turn(1, 0))
        self.hide()

    def show_part(self, part: "Part | None") -> None:
        """Show which sessions stand in the chart."""
        self._part = part
        if part is not None:
            self.words.setText(part.words)
            self._enable(self.earlier, self.later, part.earlier is not None)
            self._enable(self.later, self.earlier, part.later is not None)
        self.setVisible(part is not None)

    def lead(self, step: int) -> None:
        """Go on to the part before (-1) or after (1) this one, where there is one, by arrow key."""
        self._turn(step, step)

    def _turn(self, step: int, led: int) -> None:
        if self._part is None:
            return
        wanted = self._part.earlier if step < 0 else self._part.later
        if wanted is not None:
            self.turned.emit(wanted, led)

    def _enable(self, button: Button, other: Button, on: bool) -> None:
        if not on and button.hasFocus():
            # The focus stays in the pair; a button that is off would hand it to the next control.
            other.setEnabled(True)
            other.setFocus()
        button.setEnabled(on)
