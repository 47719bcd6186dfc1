"""The imports that can be undone, each with its two ways on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import Item, add, clear, column, hairline
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import label
from symptrack.gui.widgets.wrap_row import WrapRow
from symptrack.presenters.bring_in import KeptRow
from symptrack.texts import _


class KeptImports(QWidget):
    """Rows of imports; ``undo_wanted`` and ``keep_wanted`` carry the row."""

    undo_wanted = Signal(KeptRow)
    keep_wanted = Signal(KeptRow)

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._layout = column()
        self.setLayout(self._layout)
        self.undo: list[Button] = []
        self.keep: list[Button] = []

    def show_rows(self, rows: Sequence[KeptRow]) -> None:
        """Show the rows in place of those before."""
        clear(self._layout)
        self.undo, self.keep = [], []
        self.setVisible(bool(rows))
        items: list[Item] = [label(_("Brought in before"), "h3", wrap=True)]
        for one in rows:
            items += [12, hairline(), 12, label(one.name, "strong", wrap=True), 2]
            items += [label(one.words, "small", wrap=True), 8, self._ways_on(one)]
        for item in items:
            add(self._layout, item)

    def _ways_on(self, one: KeptRow) -> WrapRow:
        undo = Button(self._theme, _("Undo this import"))
        keep = Button(self._theme, _("Keep it for good"), "quiet")
        for button in (undo, keep):
            button.setAccessibleDescription(one.name)
        undo.clicked.connect(lambda: self.undo_wanted.emit(one))
        keep.clicked.connect(lambda: self.keep_wanted.emit(one))
        self.undo.append(undo)
        self.keep.append(keep)
        return WrapRow(undo, keep, gap=12)
