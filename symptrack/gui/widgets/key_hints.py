"""The keys that work on a page, printed as key caps."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from symptrack.gui.widgets.boxes import clear
from symptrack.gui.widgets.labels import key_cap, label

Hint = tuple[tuple[str, ...], str]
"""The keys, and what they do."""


class KeyHints(QWidget):
    """Hints that give way: where there is no room they are left out, never cut."""

    def __init__(self) -> None:
        super().__init__()
        self._inner = QWidget(self)
        self._line = QHBoxLayout(self._inner)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show these hints; an empty text leaves a gap between two groups."""
        clear(self._line)
        for place, (keys, meaning) in enumerate(hints):
            if place:
                self._line.addSpacing(12)
            for key in keys:
                printed = key[0].isupper() or key[0].isdigit()
                self._line.addWidget(key_cap(key) if printed else label(key, "small"))
            self._line.addWidget(label(meaning, "small"))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the hints only where they fit."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Place the hints again once their own size is known, or the text size changed."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return handled

    def _place(self) -> None:
        size = self._line.sizeHint()
        self._inner.setVisible(size.width() <= self.width())
        self._inner.setGeometry(
            (self.width() - size.width()) // 2,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
