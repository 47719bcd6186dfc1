"""The Journal's list with the calendar beside it, which stays in view while the list scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.in_view import InView

SPACING_PX = 24
LIST_PX = 440
"""The least width of the list beside the calendar, at 100 % text."""


class Sticky(InView):
    """Holds a widget that moves down with the view, as far as there is room."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        inner.setParent(self)
        inner.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the size of what it holds when that changes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.on_scrolled()
        return super().eventFilter(watched, event)

    def parts(self) -> Sequence[QWidget]:
        """Return what it holds."""
        return (self._inner,)

    def sizeHint(self) -> QSize:
        """Return the size of what it holds."""
        wide = self._inner.sizeHint().width()
        return QSize(
            wide, max(self._inner.heightForWidth(wide), self._inner.minimumSizeHint().height())
        )

    def minimumSizeHint(self) -> QSize:
        """Return the size of what it holds."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the widget its size."""
        super().resizeEvent(event)
        self.on_scrolled()

    def on_scrolled(self) -> None:
        """Move with the view."""
        size = self.sizeHint()
        seen, end = self.in_view()
        # Where it is higher than the view, its lower end comes before it stays.
        spare = max(size.height() - (end - seen) + 2 * SPACING_PX, 0)
        most = max(self.height() - size.height(), 0)
        top = min(max(seen + SPACING_PX - spare, 0), most)
        self._inner.setGeometry(0, top, min(size.width(), self.width()), size.height())


class JournalBody(QWidget):
    """``beside`` at the right of ``main`` where there is room; else above it, once asked for.

    ``stacked_changed`` tells that this changed.
    """

    stacked_changed = Signal()

    def __init__(self, theme: ThemeSource, main: QWidget, beside: Sticky) -> None:
        super().__init__()
        self._theme, self._beside = theme, beside
        self._open = False
        # The calendar is read first: below thousands of entries nobody would come to it.
        self._layout = QBoxLayout(QBoxLayout.Direction.RightToLeft, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACING_PX)
        self._layout.addWidget(beside)
        self._layout.addWidget(main, 1)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)
        theme.changed.connect(self._arrange)

    @property
    def stacked(self) -> bool:
        """Whether there is no room beside the list."""
        return self._layout.direction() == QBoxLayout.Direction.TopToBottom

    def open_beside(self, open_: bool) -> None:
        """Show the calendar above the list, or put it away again."""
        self._open = open_
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Ask for the height of the present arrangement, and for no width."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or unstack for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        least = self._beside.sizeHint().width() + SPACING_PX + LIST_PX * self._theme.scale
        narrow = self.width() < least
        direction = QBoxLayout.Direction
        wanted = direction.TopToBottom if narrow else direction.RightToLeft
        before = self.stacked
        self._beside.setVisible(self._open or not narrow)
        self._layout.setDirection(wanted)
        if before != narrow:
            self.stacked_changed.emit()
