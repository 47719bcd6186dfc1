"""A list as high as all that it holds, of which a scroll area shows a part."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QScrollArea

from symptrack.gui.widgets.tab_order import InOrder


class InView(InOrder):
    """Knows which part of itself is seen, and brings another into view."""

    def __init__(self) -> None:
        super().__init__()
        self._scroll: QScrollArea | None = None

    def live_in(self, scroll: QScrollArea) -> None:
        """Follow what the view of a scroll area shows."""
        self._scroll = scroll
        scroll.verticalScrollBar().valueChanged.connect(self.on_scrolled)
        scroll.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a view that becomes larger."""
        if event.type() == QEvent.Type.Resize:
            self.on_scrolled()
        return super().eventFilter(watched, event)

    def on_scrolled(self) -> None:
        """Make what is seen now."""
        raise NotImplementedError

    def in_view(self) -> tuple[int, int]:
        """Return from where to where this is seen, in its own coordinates."""
        if self._scroll is None:
            return 0, 0
        view = self._scroll.viewport()
        top = self.mapFrom(view, QPoint(0, 0)).y() if view.isAncestorOf(self) else 0
        return top, top + view.height()

    def scroll_by(self, pixels: int) -> None:
        """Scroll so far down or, below 0, up."""
        if self._scroll is not None:
            self.settle()
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + pixels)

    def scroll_to(self, y: int) -> None:
        """Bring a place of this to the top of the view."""
        self.scroll_by(y - self.in_view()[0])

    def settle(self) -> None:
        """Let all around know the new height at once, so that the scroll bar reaches there."""
        self.updateGeometry()
        content = self._scroll.widget() if self._scroll is not None else None
        around = self.parentWidget()
        while around is not None and content is not None:
            layout = around.layout()
            if layout is not None:
                layout.activate()
            if around is content:
                QApplication.sendEvent(content, QEvent(QEvent.Type.LayoutRequest))
                break
            around = around.parentWidget()
