"""Two days to type beside each other: from when to when."""

from datetime import date

from PySide6.QtCore import Signal

from symptrack.domain.errors import InvalidValue
from symptrack.formatting import format_day_year
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Columns, box, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.presenters.typed import read_date
from symptrack.texts import _

STACK_BELOW_PX = 700


class DateRange(Columns):
    """Both days and a button; ``chosen`` carries them, and ``notice`` says what is wrong."""

    chosen = Signal(date, date)

    def __init__(self, theme: ThemeSource, today: date, words: str, notice: Notice) -> None:
        first, last = DateField(theme, today), DateField(theme, today)
        first.setAccessibleName(_("From"))
        last.setAccessibleName(_("To"))
        choose = Button(theme, words)
        super().__init__(
            theme,
            [
                (box(row(label(_("From")), (first, 1), spacing=8)), 1),
                (box(row(label(_("To")), (last, 1), spacing=8)), 1),
                (choose, 0),
            ],
            stack_below=STACK_BELOW_PX,
            spacing=12,
        )
        self._today, self._notice = today, notice
        self.first, self.last, self.choose = first, last, choose
        self.choose.clicked.connect(self._on_choose_clicked)

    def show_days(self, first_on: date | None, last_on: date | None) -> None:
        """Show two days, where there are two."""
        if first_on is not None and last_on is not None:
            self.first.field.setText(format_day_year(first_on))
            self.last.field.setText(format_day_year(last_on))

    def _on_choose_clicked(self) -> None:
        try:
            first_on = read_date(_("From"), self.first.text, self._today)
            last_on = read_date(_("To"), self.last.text, self._today)
        except InvalidValue as refused:
            self._notice.refuse(refused)
            return
        self._notice.still()
        self.chosen.emit(first_on, last_on)
