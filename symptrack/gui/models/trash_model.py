"""What lies in the trash, as a list in which each entry can be chosen."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from symptrack.domain.journal import Place
from symptrack.presenters.trash import TrashList, TrashRow

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_CHOSEN = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class TrashModel(QAbstractListModel):
    """A row's words are made when it is first shown; what is chosen stays chosen while it lies."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._list: TrashList | None = None
        self._rows: dict[int, TrashRow] = {}
        self._chosen: set[Place] = set()

    @property
    def places(self) -> tuple[Place, ...]:
        """Return where each record is found, from top to bottom."""
        return self._list.places if self._list is not None else ()

    @property
    def chosen(self) -> tuple[Place, ...]:
        """Return what is chosen, from top to bottom."""
        return tuple(place for place in self.places if place in self._chosen)

    def show_list(self, found: TrashList) -> None:
        """Show what lies in the trash now; an entry that is alone there is chosen."""
        self.beginResetModel()
        self._list, self._rows = found, {}
        self._chosen = set(found.places if len(found.places) == 1 else self.chosen)
        self.endResetModel()

    def row(self, place: int) -> TrashRow:
        """Return the words of a row."""
        assert self._list is not None
        if place not in self._rows:
            self._rows[place] = self._list.row(place)
        return self._rows[place]

    def toggle(self, place: int) -> None:
        """Choose an entry, or choose it no more."""
        self._chosen ^= {self.places[place]}
        here = self.index(place)
        self.dataChanged.emit(here, here, [Qt.ItemDataRole.CheckStateRole])

    def choose_all(self, *, on: bool) -> None:
        """Choose every entry, or none."""
        self._chosen = set(self.places if on else ())
        last = self.index(len(self.places) - 1)
        self.dataChanged.emit(self.index(0), last, [Qt.ItemDataRole.CheckStateRole])

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many entries there are; an entry has none of its own."""
        return 0 if parent.isValid() else len(self.places)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that an entry can be chosen."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return all of a row in words, or whether it is chosen."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row(index.row()).spoken
        if role == Qt.ItemDataRole.CheckStateRole:
            return _CHOSEN[self.places[index.row()] in self._chosen]
        return None
