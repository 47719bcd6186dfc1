"""The Journal's line about the next visit, and the way to visits and medicines."""

from PySide6.QtWidgets import QFrame

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Columns, box, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.presenters.journal_views import CareLine
from symptrack.texts import _

STACK_BELOW_PX = 560


class CareStrip(QFrame):
    """One line and one button, ``open``."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self._visit = label("", "strong", wrap=True)
        self._questions = label("", "small", wrap=True)
        self.open = Button(theme, _("Visits and medicines"), icon="list")
        words = row(
            IconLabel(theme, "calendar"),
            (column(self._visit, self._questions), 1),
            spacing=14,
        )
        beside = Columns(
            theme, [(box(words), 1), (self.open, 0)], stack_below=STACK_BELOW_PX, spacing=12
        )
        self.setLayout(column(beside, margins=(22, 12, 12, 12)))

    def show_line(self, line: CareLine) -> None:
        """Show when the next visit is and how much is to be asked there."""
        self._visit.setText(line.visit)
        self._questions.setText(line.questions)
        self._questions.setVisible(bool(line.questions))
