"""What stands above each page of a check-in: what it is, how far it is, when, and the way out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, box, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import CENTRE, label
from symptrack.gui.widgets.progress import Progress
from symptrack.presenters.check_in_views import Heading
from symptrack.texts import _

STACK_BELOW_PX = 340


class CheckInTop(QWidget):
    """``when`` changes the time, ``leave`` finishes later."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._title, self._subtitle = label("", "h3", wrap=True), label("", "meta", wrap=True)
        self._count = label("", "strong", align=CENTRE)
        self._progress = Progress(theme)
        self.when = Button(theme, "", "quiet", icon="clock")
        self.when.setAccessibleDescription(_("Change the time"))
        self.leave = Button(theme, _("Save and finish later"), "quiet")
        left = box(column(STRETCH, self._title, self._subtitle, STRETCH, spacing=2))
        middle = box(
            column(STRETCH, self._count, row(STRETCH, self._progress, STRETCH), STRETCH, spacing=6)
        )
        right = Columns(
            theme,
            [(box(row(STRETCH, self.when)), 1), (box(row(STRETCH, self.leave)), 0)],
            stack_below=STACK_BELOW_PX,
            spacing=0,
        )
        self.setLayout(row((left, 1), middle, (right, 1), margins=(32, 12, 24, 12)))

    def show_heading(self, heading: Heading) -> None:
        """Show what the check-in is and how far it is."""
        self._title.setText(heading.title)
        self._subtitle.setText(heading.subtitle)
        self.when.set_words(heading.when)
        self._count.setText(_("{step} of {steps}").format(step=heading.step, steps=heading.steps))
        self._progress.show_step(heading.step, heading.steps)
