"""Two days to type: from when to when the report is."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symptrack.domain.errors import InvalidValue
from symptrack.formatting import format_day_year
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.fields import Field
from symptrack.texts import _


class ReportDates(QWidget):
    """Both days and a button; ``asked`` carries them as they were typed."""

    asked = Signal(str, str)

    def __init__(self, theme: ThemeSource, today: date) -> None:
        super().__init__()
        self.first, self.last = DateField(theme, today), DateField(theme, today)
        self._fields = (
            Field(theme, _("From"), self.first),
            Field(theme, _("To"), self.last),
        )
        self.show_these = Button(theme, _("Show these dates"))
        self.show_these.clicked.connect(self._ask)
        for line in (self.first, self.last):
            line.field.returnPressed.connect(self._ask)
        self.setLayout(column(10, *self._fields, row(self.show_these, STRETCH)))
        self.hide()

    def show_days(self, first_on: date, last_on: date) -> None:
        """Show the days that the report is about, unless something is typed."""
        for line, day in ((self.first, first_on), (self.last, last_on)):
            if not line.text:
                line.field.setText(format_day_year(day))

    def refuse(self, error: InvalidValue) -> None:
        """Say what is wrong, at its field."""
        first, last = self._fields
        (last if error.field == _("To") else first).refuse(error.reason)

    def _ask(self) -> None:
        for field in self._fields:
            field.accept()
        self.asked.emit(self.first.text, self.last.text)
