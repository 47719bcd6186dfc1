"""How far work beside the window is, and a way to stop it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import describe
from symptrack.gui.widgets.progress import Progress
from symptrack.texts import _

STILL_AFTER_MS = 300
WIDTH_PX = 180


class Working(QWidget):
    """Bars for the steps and a button; there only while work takes more than a moment.

    ``appeared`` says that it does.
    """

    stop_asked = Signal()
    appeared = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._bars = Progress(theme, WIDTH_PX)
        self.stop = Button(theme, _("Stop"), "quiet", icon="x")
        self.stop.clicked.connect(self.stop_asked)
        self.setLayout(row(self._bars, 8, self.stop, STRETCH))
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(STILL_AFTER_MS)
        self._waiting.timeout.connect(self._on_timeout)
        self.hide()

    def begin(self) -> None:
        """Begin to wait; what is quick is never shown."""
        self._bars.show_step(0, 1)
        self._waiting.start()

    def show_step(self, step: int, steps: int) -> None:
        """Show how far it is."""
        words = _("step {step} of {steps}").format(step=step, steps=steps)
        describe(self._bars, _("Progress"), words)
        self._bars.show_step(step, steps)

    def _on_timeout(self) -> None:
        self.show()
        self.appeared.emit()

    def end(self) -> None:
        """Be gone."""
        self._waiting.stop()
        self.hide()
