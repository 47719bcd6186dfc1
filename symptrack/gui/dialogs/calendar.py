"""Choosing a day from a month: large days, every key of a calendar, nothing to drag."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from symptrack.formatting import format_day_year, format_month, weekday_names
from symptrack.gui.dialogs.asked import wait_for
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, clear, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import CENTRE, label
from symptrack.texts import _

DAY_PX = 48
WEEK = 7
_KEYS = {
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
    Qt.Key.Key_Up: timedelta(days=-WEEK),
    Qt.Key.Key_Down: timedelta(days=WEEK),
}


class CalendarDialog(QDialog):
    """A month of days; arrows move by days and weeks, Page Up and Page Down by months."""

    def __init__(
        self, theme: ThemeSource, day: date, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Choose a day"))
        self._theme, self._today = theme, today
        self.day = day
        self._title = label("", "h2", align=CENTRE)
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self._days: dict[date, Button] = {}
        self.earlier = self._month_button("left", _("Earlier month"), -1)
        self.later = self._month_button("right", _("Later month"), 1)
        self.take = Button(theme, "", "primary", big=True)
        self.take.clicked.connect(self.accept)
        back = Button(theme, _("Cancel"), big=True)
        back.clicked.connect(self.reject)
        self.setLayout(
            column(
                row(self.earlier, (self._title, 1), self.later),
                12,
                self._grid,
                16,
                row(STRETCH, back, self.take, spacing=12),
                margins=(24, 20, 24, 20),
            )
        )
        self.show_day(day)

    def show_day(self, day: date) -> None:
        """Show a day's month with the day chosen."""
        new_month = not self._days or (day.year, day.month) != (self.day.year, self.day.month)
        self.day = day
        if new_month:
            self._fill()
        for shown, button in self._days.items():
            button.setChecked(shown == day)
        self.take.set_words(_("Take {day}").format(day=format_day_year(day)))
        self._days[day].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by days, weeks and months; Enter takes the day."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.show_day(self.day + _KEYS[key])
        elif key == Qt.Key.Key_PageUp:
            self.show_day(other_month(self.day, -1))
        elif key == Qt.Key.Key_PageDown:
            self.show_day(other_month(self.day, 1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accept()
        else:
            super().keyPressEvent(event)

    def _month_button(self, icon: str, name: str, months: int) -> Button:
        button = Button(self._theme, "", icon=icon)
        button.setAccessibleName(name)
        button.setFixedSize(DAY_PX, DAY_PX)
        button.setStyleSheet("padding: 0")
        button.clicked.connect(lambda: self.show_day(other_month(self.day, months)))
        return button

    def _fill(self) -> None:
        clear(self._grid)
        self._days = {}
        first = self.day.replace(day=1)
        self._title.setText(format_month(first))
        for place, name in enumerate(weekday_names()):
            self._grid.addWidget(label(name, "small", align=CENTRE), 0, place)
        day = first
        while day.month == first.month:
            self._grid.addWidget(
                self._day_button(day), 1 + (first.weekday() + day.day - 1) // WEEK, day.weekday()
            )
            day += timedelta(days=1)

    def _day_button(self, day: date) -> Button:
        button = _DayButton(self._theme, str(day.day), "choice")
        button.setCheckable(True)
        name = format_day_year(day)
        button.setAccessibleName(_("{day}, today").format(day=name) if day == self._today else name)
        button.setFixedSize(DAY_PX, DAY_PX)
        button.setStyleSheet("padding: 0")
        button.clicked.connect(lambda: self.show_day(day))
        self._days[day] = button
        return button


class _DayButton(Button):
    """A day; the arrow keys are the calendar's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the calendar's keys to the calendar."""
        if Qt.Key(event.key()) in _KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)


def other_month(day: date, months: int) -> date:
    """Return the same day of another month, or that month's last day."""
    month = day.month - 1 + months
    first = date(day.year + month // 12, month % 12 + 1, 1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def ask(theme: ThemeSource, day: date, today: date, parent: QWidget) -> date | None:
    """Let the patient choose a day; ``None`` where they changed their mind."""
    dialog = CalendarDialog(theme, day, today, parent)
    chosen = dialog.day if wait_for(dialog) else None
    dialog.deleteLater()
    return chosen
