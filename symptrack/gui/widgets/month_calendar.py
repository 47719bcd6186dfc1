"""A month of the journal: what each day bears, and choosing one of them."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from symptrack.formatting import format_month, weekday_names
from symptrack.gui.dialogs.calendar import WEEK, other_month
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.day_marks import DISC_PX, paint_marks, paint_today
from symptrack.gui.widgets.labels import CENTRE, label
from symptrack.gui.widgets.painted import paint_disc
from symptrack.presenters.journal_days import NOTHING, DayMarks, day_said
from symptrack.texts import _

DAY_WIDE_PX, DAY_HIGH_PX = 44, 48
DAY_TEXT_PX = 15
WEEKS = 6
_KEYS = {
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
    Qt.Key.Key_Up: timedelta(days=-WEEK),
    Qt.Key.Key_Down: timedelta(days=WEEK),
}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthCalendar(QWidget):
    """A month; arrows go by days and weeks, Page Up and Page Down by months.

    ``chosen`` carries the day that was pressed. One day can be reached by Tab; the keys go on
    from there.
    """

    chosen = Signal(date)

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._marks: Mapping[date, DayMarks] = {}
        self._today = self._day = date(2000, 1, 1)
        self._picked: date | None = None
        self._title = label("", "h3")
        self.earlier = self._month_button("left", _("Earlier month"), -1)
        self.later = self._month_button("right", _("Later month"), 1)
        self.cells = [_Day(theme) for _place in range(WEEK * WEEKS)]
        grid = QGridLayout()
        grid.setSpacing(0)
        for place, name in enumerate(weekday_names()):
            grid.addWidget(label(name, "small", align=CENTRE), 0, place)
        for place, cell in enumerate(self.cells):
            cell.clicked.connect(lambda _checked, cell=cell: self._on_day_clicked(cell))
            cell.key_pressed.connect(self._on_key_pressed)
            grid.addWidget(cell, 1 + place // WEEK, place % WEEK)
        head = row((self._title, 1), self.earlier, self.later, spacing=4)
        self.setLayout(column(head, 4, grid))
        self.setAccessibleName(_("Calendar"))

    def show_days(self, marks: Mapping[date, DayMarks], today: date) -> None:
        """Show what the days bear; the first time, the month of today."""
        if not self._marks and self._picked is None:
            self._day = today
        self._marks, self._today = marks, today
        self._fill()

    def pick(self, day: date) -> None:
        """Show a day's month with the day marked as the one that was gone to."""
        self._day = self._picked = day
        self._fill()

    @property
    def day(self) -> date:
        """Return the day on which the keys are."""
        return self._day

    def focus_day(self) -> None:
        """Give the focus to the day on which the keys are."""
        self.cell(self._day).setFocus(Qt.FocusReason.OtherFocusReason)

    def cell(self, day: date) -> "_Day":
        """Return the cell of a day of the month that is shown."""
        return next(one for one in self.cells if one.day == day)

    def _month_button(self, icon: str, name: str, months: int) -> Button:
        made = Button(self._theme, "", "faint", icon=icon)
        made.setAccessibleName(name)
        made.setFixedSize(48, 48)
        made.setStyleSheet("padding: 0")
        made.clicked.connect(lambda: self._go(other_month(self._day, months), focus=False))
        return made

    def _fill(self) -> None:
        first = self._day.replace(day=1)
        self._title.setText(format_month(first))
        begin = first - timedelta(days=first.weekday())
        for place, cell in enumerate(self.cells):
            day = begin + timedelta(days=place)
            inside = day.month == first.month
            marks = self._marks.get(day, NOTHING)
            cell.show_day(day, marks, self._today, inside=inside)
            cell.setChecked(day == self._picked and inside)
            policy = Qt.FocusPolicy.StrongFocus if day == self._day else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(policy)

    def _go(self, day: date, *, focus: bool) -> None:
        self._day = day
        self._fill()
        if focus:
            self.cell(day).setFocus(Qt.FocusReason.TabFocusReason)

    def _on_day_clicked(self, cell: "_Day") -> None:
        self.pick(cell.day)
        self.chosen.emit(cell.day)

    def _on_key_pressed(self, key: int) -> None:
        move = _KEYS.get(Qt.Key(key))
        if move is not None:
            self._go(self._day + move, focus=True)
        else:
            self._go(other_month(self._day, _MONTHS[Qt.Key(key)]), focus=True)


class _Day(Button):
    """A day: its number, in a disc where there was a session, and marks below it."""

    key_pressed = Signal(int)

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme, "", "painted")
        self.setCheckable(True)
        self.day = date(2000, 1, 1)
        self._marks, self._is_today = NOTHING, False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def show_day(self, day: date, marks: DayMarks, today: date, *, inside: bool) -> None:
        """Show a day; one of another month keeps its room and shows nothing."""
        self.day, self._marks, self._is_today = day, marks, day == today
        self.setVisible(inside)
        self.setAccessibleName(day_said(day, marks, today))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a day."""
        return QSize(self._theme.large(DAY_WIDE_PX), self._theme.large(DAY_HIGH_PX))

    def minimumSizeHint(self) -> QSize:
        """Keep what can be pressed well."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the calendar's keys to the calendar."""
        if event.key() in _KEYS or event.key() in _MONTHS:
            self.key_pressed.emit(event.key())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the day."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._theme.large(DISC_PX)
        centre = QPointF(self.width() / 2, side / 2 + 2)
        around = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        if self.underMouse() or self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.soft if self.isChecked() else tokens.hover))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 0, -2, 0), 10, 10)
        number, px = str(self.day.day), self._theme.large(DAY_TEXT_PX)
        if self._marks.sessions:
            paint_disc(painter, centre, side, number, self._theme, px)
        else:
            if self._marks.planned:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(tokens.control), 1.5, Qt.PenStyle.DashLine))
                painter.drawEllipse(around.adjusted(1, 1, -1, -1))
            font = self._theme.font(DAY_TEXT_PX, 600 if self._marks != NOTHING else 400)
            font.setPixelSize(px)
            painter.setFont(font)
            painter.setPen(QColor(tokens.text if self._marks != NOTHING else tokens.text3))
            painter.drawText(around, Qt.AlignmentFlag.AlignCenter, number)
        if self._is_today:
            paint_today(painter, around.adjusted(-2, -1, 2, 1), self._theme)
        middle = QPointF(centre.x(), around.bottom() + (self.height() - around.bottom()) / 2)
        paint_marks(painter, middle, self._marks, self._theme)
        painter.end()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
