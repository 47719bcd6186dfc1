"""The tables behind a chart, one below the other, each to be copied whole."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from symptrack.gui.models.chart_table_model import ChartTableModel
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import box, clear, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import label
from symptrack.presenters.charts_table import ChartTable
from symptrack.texts import _

ROW_PX = 36
MOST_ROWS = 12
MEASURED_ROWS = 40


class TableOfNumbers(QTableView):
    """One table; Ctrl+C copies the cells that are selected."""

    def __init__(self, theme: ThemeSource, table: ChartTable) -> None:
        super().__init__()
        self._theme = theme
        self.setModel(ChartTableModel(table, self))
        self.setAccessibleName(table.title)
        # Tab goes on to the next control, arrows go through the cells.
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        # As it came first; a press on a heading sorts.
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.horizontalHeader().setResizeContentsPrecision(MEASURED_ROWS)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        theme.changed.connect(self._fit)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the cells anew: only in the window do they wear its style sheet."""
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected; everything else as any table does."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
            return
        super().keyPressEvent(event)

    def selected_text(self) -> str:
        """Return the selected cells, parted by tabs and lines."""
        cells = sorted(self.selectedIndexes(), key=lambda cell: (cell.row(), cell.column()))
        lines: dict[int, list[str]] = {}
        for cell in cells:
            lines.setdefault(cell.row(), []).append(cell.data())
        return "\n".join("\t".join(line) for line in lines.values())

    def _fit(self) -> None:
        height = self._theme.px(ROW_PX)
        self.verticalHeader().setDefaultSectionSize(height)
        self.resizeColumnsToContents()
        shown = min(self.model().rowCount(), MOST_ROWS)
        heading = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(heading + shown * height + bar + 2 * self.frameWidth())


class ChartTables(QWidget):
    """All tables of a chart."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self.views: list[TableOfNumbers] = []
        self.copies: list[Button] = []
        self._content = column(spacing=12, margins=(24, 16, 24, 24))
        self.setLayout(self._content)

    def show_tables(self, tables: Sequence[ChartTable]) -> None:
        """Show other tables in place of those before."""
        clear(self._content)
        self.views, self.copies = [], []
        for table in tables:
            view = TableOfNumbers(self._theme, table)
            copy = Button(self._theme, _("Copy table"), "quiet", icon="copy")
            copy.setAccessibleDescription(table.title)
            copy.clicked.connect(
                lambda _checked=False, table=table: QGuiApplication.clipboard().setText(
                    table.as_text()
                )
            )
            self.views.append(view)
            self.copies.append(copy)
            heading = row((label(table.title, "h3", wrap=True), 1), copy)
            self._content.addWidget(box(heading))
            self._content.addWidget(view)
        self._content.addStretch(1)
