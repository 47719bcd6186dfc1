"""The numbers of a chart as a table to scroll, select and copy."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from symptrack.presenters.charts_table import ChartTable

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class ChartTableModel(QAbstractTableModel):
    """Read only; a row's words are made when it is first shown."""

    def __init__(self, table: ChartTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._rows: dict[int, tuple[str, ...]] = {}
        self._order: list[int] | None = None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many rows there are; a cell has none of its own."""
        return 0 if parent.isValid() else self._table.count

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._table.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell."""
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        place = index.row() if self._order is None else self._order[index.row()]
        if place not in self._rows:
            self._rows[place] = self._table.row(place)
        return self._rows[place][index.column()]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column; without one (-1) as they came."""
        self.layoutAboutToBeChanged.emit()
        self._order = None
        if column >= 0:
            descending = order == Qt.SortOrder.DescendingOrder
            self._order = self._table.order(column, descending=descending)
        self.layoutChanged.emit()

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's heading; rows have none."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._table.headings[section]
        return None
