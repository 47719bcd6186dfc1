"""A date that can be typed as one likes or chosen from a calendar."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from symptrack.domain.errors import InvalidValue
from symptrack.formatting import format_day_year
from symptrack.gui.dialogs import calendar
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import row
from symptrack.gui.widgets.buttons import Button
from symptrack.presenters.typed import read_date
from symptrack.texts import _


class DateField(QWidget):
    """A line to type a date in, with a calendar beside it.

    ``ahead`` says that a day without a year is meant to come.
    """

    edited = Signal()

    def __init__(self, theme: ThemeSource, today: date, day: date | None = None) -> None:
        super().__init__()
        self._theme, self._today = theme, today
        self.ahead = False
        self.field = QLineEdit(format_day_year(day) if day else "")
        self.field.setPlaceholderText(format_day_year(today))
        self.field.setMinimumWidth(120)
        self.field.textEdited.connect(self.edited)
        self.setFocusProxy(self.field)
        self.open = Button(theme, "", icon="calendar")
        self.open.setFixedSize(48, 48)
        self.open.setStyleSheet("padding: 0")
        self.open.clicked.connect(self._on_open_clicked)
        self.setLayout(row((self.field, 1), self.open, spacing=6))

    def setAccessibleName(self, name: str) -> None:
        """Name the line and the calendar's button."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.open.setAccessibleName(_("{name}: calendar").format(name=name))

    def setAccessibleDescription(self, description: str) -> None:
        """Describe the line, which is what a screen reader meets."""
        super().setAccessibleDescription(description)
        self.field.setAccessibleDescription(description)

    @property
    def text(self) -> str:
        """Return what is typed."""
        return self.field.text()

    def set_day(self, day: date) -> None:
        """Show a day."""
        self.field.setText(format_day_year(day))

    def _on_open_clicked(self) -> None:
        try:
            day = read_date("", self.text, self._today, ahead=self.ahead)
        except InvalidValue:
            day = self._today
        chosen = calendar.ask(self._theme, day, self._today, self)
        if chosen is not None:
            self.set_day(chosen)
            self.edited.emit()
