"""Which part of the journal: everything, a series, since the last visit, or between two dates."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.domain.errors import InvalidValue
from symptrack.formatting import format_day_year
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, box, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.date_field import DateField
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.presenters.export_range import ExportRange, RangeView
from symptrack.presenters.typed import read_date
from symptrack.texts import _

RANGE_LETTERS = 23
RANGE_STACK_BELOW_PX, DATES_STACK_BELOW_PX = 620, 700


class RangePicker(QWidget):
    """A list of what can be chosen, with the dates and what is meant below; ``chosen`` tells."""

    chosen = Signal(ExportRange)

    def __init__(self, theme: ThemeSource, today: date, notice: Notice) -> None:
        super().__init__()
        self._today, self._notice = today, notice
        self.ranges = DropDown(theme, _("What goes in"))
        self.ranges.setMinimumContentsLength(RANGE_LETTERS)
        self.ranges.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.first, self.last = DateField(theme, today), DateField(theme, today)
        self.first.setAccessibleName(_("From"))
        self.last.setAccessibleName(_("To"))
        self.use_dates = Button(theme, _("Use these dates"))
        self.holds = label("", "body2", wrap=True)
        head = Columns(
            theme,
            [(box(row(label(_("What goes in"), "h3"), STRETCH)), 0), (self.ranges, 1)],
            stack_below=RANGE_STACK_BELOW_PX,
            spacing=12,
        )
        self._dates = Columns(
            theme,
            [
                (box(row(label(_("From")), (self.first, 1), spacing=8)), 1),
                (box(row(label(_("To")), (self.last, 1), spacing=8)), 1),
                (self.use_dates, 0),
            ],
            stack_below=DATES_STACK_BELOW_PX,
            spacing=12,
        )
        self._dates.hide()
        self.setLayout(column(head, self._dates, self.holds, spacing=12))
        self.ranges.currentIndexChanged.connect(self._on_ranges_current_index_changed)
        self.use_dates.clicked.connect(self._on_use_dates_clicked)

    def show_view(self, view: RangeView) -> None:
        """Show what there is to choose, what is chosen and what it holds."""
        self.ranges.blockSignals(True)
        self.ranges.clear()
        for one in view.ranges:
            self.ranges.addItem(one.label, one.key)
        self.ranges.setCurrentIndex(self.ranges.findData(view.chosen.key))
        self.ranges.blockSignals(False)
        self.ranges.setAccessibleDescription(view.holds)
        self.holds.setText(view.holds)
        self._dates.setVisible(view.chosen.by_dates)
        if view.chosen.first_on is not None and view.chosen.last_on is not None:
            self.first.field.setText(format_day_year(view.chosen.first_on))
            self.last.field.setText(format_day_year(view.chosen.last_on))

    def _on_ranges_current_index_changed(self, _index: int) -> None:
        self.chosen.emit(ExportRange(self.ranges.currentData()))

    def _on_use_dates_clicked(self) -> None:
        try:
            first_on = read_date(_("From"), self.first.text, self._today)
            last_on = read_date(_("To"), self.last.text, self._today)
        except InvalidValue as refused:
            self._notice.refuse(refused)
            return
        self._notice.still()
        self.chosen.emit(ExportRange(self.ranges.currentData(), first_on, last_on))
