"""A column beside something that stays in view: it scrolls by itself, or is whole below it."""

from PySide6.QtWidgets import QLayout

from symptrack.gui.widgets.boxes import FittedScroll


class SideScroll(FittedScroll):
    """A column that is at most as high as its limit; without one as high as its content."""

    def __init__(self, content: QLayout) -> None:
        self._limit: int | None = None
        super().__init__(content)

    def limit(self, height: int | None) -> None:
        """Scroll within a height; ``None``: show all."""
        if height != self._limit:
            self._limit = height
            self._fit()

    def _fit(self) -> None:
        content = self._content_height()
        height = content if self._limit is None else min(content, self._limit)
        if height not in (0, self.minimumHeight()):
            self.setFixedHeight(height)
