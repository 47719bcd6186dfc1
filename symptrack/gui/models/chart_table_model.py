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
        if index.row() not in self._rows:
            self._rows[index.row()] = self._table.row(index.row())
        return self._rows[index.row()][index.column()]

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
