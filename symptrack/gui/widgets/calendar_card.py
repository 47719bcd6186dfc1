"""The calendar beside the Journal's list: a month, a date to go to, and what the marks mean."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from symptrack.domain.errors import InvalidValue
from symptrack.formatting import format_day_year
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import column, hairline, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.day_marks import legend
from symptrack.gui.widgets.fields import Field
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.line import LineWithButtons
from symptrack.gui.widgets.month_calendar import MonthCalendar
from symptrack.presenters.journal_views import JournalView
from symptrack.presenters.typed import read_date
from symptrack.texts import _

EDGE_PX = 10


class DayLine(LineWithButtons):
    """A line to type a date in, and the button that goes there."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self.go = Button(theme, _("Go"))
        self.setFocusProxy(self.field)
        self.setLayout(row((self.field, 1), self.go, spacing=6))

    def setAccessibleName(self, name: str) -> None:
        """Name the line, and say what the button is for."""
        super().setAccessibleName(name)
        self.go.setAccessibleDescription(name)


class CalendarCard(QFrame):
    """``wanted`` carries the day to go to, pressed in the month or typed."""

    wanted = Signal(date)

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self._today = date(2000, 1, 1)
        self.month = MonthCalendar(theme)
        self.month.chosen.connect(self.wanted)
        self.day = DayLine(theme)
        self.field = Field(theme, _("Go to a date"), self.day)
        self.day.field.returnPressed.connect(self._on_go)
        self.day.edited.connect(self.field.accept)
        self.day.go.clicked.connect(self._on_go)
        words = _("Days without a mark have no entry. That is fine; gaps stay gaps in your charts.")
        self.setLayout(
            column(
                self.month,
                8,
                hairline(),
                12,
                self.field,
                12,
                hairline(),
                10,
                legend(theme),
                10,
                label(words, "small", wrap=True),
                margins=(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX),
            )
        )

    def show_view(self, view: JournalView) -> None:
        """Show the days of the journal."""
        self._today = view.today
        self.day.field.setPlaceholderText(format_day_year(view.today))
        self.month.show_days(view.days, view.today)

    def _on_go(self) -> None:
        text = self.day.text
        if not text.strip():
            self.field.refuse(_("Write the date to go to."))
            return
        try:
            day = read_date("day", text, self._today)
        except InvalidValue as error:
            self.field.refuse(error.reason)
            return
        self.field.accept()
        self.month.pick(day)
        self.wanted.emit(day)
