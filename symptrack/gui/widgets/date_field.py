"""A date that can be typed as one likes or chosen from a calendar."""

from datetime import date

from symptrack.domain.errors import InvalidValue
from symptrack.formatting import format_day_year
from symptrack.gui.dialogs import calendar
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.line import LineWithButtons
from symptrack.presenters.typed import read_date
from symptrack.texts import _


class DateField(LineWithButtons):
    """A line to type a date in, with a calendar beside it.

    ``ahead`` says that a day without a year is meant to come.
    """

    def __init__(self, theme: ThemeSource, today: date, day: date | None = None) -> None:
        super().__init__(format_day_year(day) if day else "")
        self._theme, self._today = theme, today
        self.ahead = False
        self.field.setPlaceholderText(format_day_year(today))
        self.field.setMinimumWidth(120)
        self.setFocusProxy(self.field)
        self.open = Button(theme, "", icon="calendar")
        self.open.setFixedSize(48, 48)
        self.open.setStyleSheet("padding: 0")
        self.open.clicked.connect(self._on_open_clicked)
        self.setLayout(row((self.field, 1), self.open, spacing=6))

    def setAccessibleName(self, name: str) -> None:
        """Name the line and the calendar's button."""
        super().setAccessibleName(name)
        self.open.setAccessibleName(_("{name}: calendar").format(name=name))

    def _on_open_clicked(self) -> None:
        try:
            day = read_date("", self.text, self._today, ahead=self.ahead)
        except InvalidValue:
            day = self._today
        chosen = calendar.ask(self._theme, day, self._today, self)
        if chosen is not None:
            self.choose(format_day_year(chosen))
