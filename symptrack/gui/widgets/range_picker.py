"""Which part of the journal: everything, a series, since the last visit, or between two dates."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, box, column, row
from symptrack.gui.widgets.date_range import DateRange
from symptrack.gui.widgets.drop_down import DropDown
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.notice import Notice
from symptrack.presenters.export_range import ExportRange, RangeView
from symptrack.texts import _

RANGE_LETTERS = 23
RANGE_STACK_BELOW_PX = 620


class RangePicker(QWidget):
    """A list of what can be chosen, with the dates and what is meant below; ``chosen`` tells."""

    chosen = Signal(ExportRange)

    def __init__(self, theme: ThemeSource, today: date, notice: Notice) -> None:
        super().__init__()
        self.ranges = DropDown(theme, _("What goes in"))
        self.ranges.setMinimumContentsLength(RANGE_LETTERS)
        self.ranges.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dates = DateRange(theme, today, _("Use these dates"), notice)
        self.holds = label("", "body2", wrap=True)
        head = Columns(
            theme,
            [(box(row(label(_("What goes in"), "h3"), STRETCH)), 0), (self.ranges, 1)],
            stack_below=RANGE_STACK_BELOW_PX,
            spacing=12,
        )
        self.dates.hide()
        self.setLayout(column(head, self.dates, self.holds, spacing=12))
        self.ranges.currentIndexChanged.connect(self._on_ranges_current_index_changed)
        self.dates.chosen.connect(self._on_dates_chosen)

    def show_view(self, view: RangeView) -> None:
        """Show what there is to choose, what is chosen and what it holds."""
        self.ranges.offer([(one.label, one.key) for one in view.ranges], view.chosen.key)
        self.ranges.setAccessibleDescription(view.holds)
        self.holds.setText(view.holds)
        self.dates.setVisible(view.chosen.by_dates)
        self.dates.show_days(view.chosen.first_on, view.chosen.last_on)

    def _on_ranges_current_index_changed(self, _index: int) -> None:
        self.chosen.emit(ExportRange(self.ranges.currentData()))

    def _on_dates_chosen(self, first_on: date, last_on: date) -> None:
        self.chosen.emit(ExportRange(self.ranges.currentData(), first_on, last_on))
