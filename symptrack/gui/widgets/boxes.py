"""Putting things beside and below each other, on cards and behind scroll bars."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from symptrack.gui.theme import ThemeSource

STRETCH = None
FOCUS_ROOM_PX = 12
BEGINS_MS = 300
"""How long the focus of a page just made does not scroll it; no press is taken that early."""
Margins = tuple[int, int, int, int]
Item = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
"""What a row or column takes: a widget, a layout, pixels of space, a stretch (``None``), or a
widget or layout with its stretch factor."""


def column(*items: Item, spacing: int = 0, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return a layout with its items below each other."""
    layout = QVBoxLayout()
    _fill(layout, items, spacing, margins)
    return layout


def row(*items: Item, spacing: int = 0, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return a layout with its items beside each other."""
    layout = QHBoxLayout()
    _fill(layout, items, spacing, margins)
    return layout


def _fill(layout: QBoxLayout, items: Sequence[Item], spacing: int, margins: Margins) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for item in items:
        add(layout, item)


def add(layout: QBoxLayout, item: Item) -> None:
    """Add one item to a row or column."""
    stretch = 0
    if isinstance(item, tuple):
        item, stretch = item
    if item is None:
        layout.addStretch(1)
    elif isinstance(item, int):
        layout.addSpacing(item)
    elif isinstance(item, QLayout):
        layout.addLayout(item, stretch)
    else:
        layout.addWidget(item, stretch)


def box(layout: QLayout, name: str = "") -> QWidget:
    """Return a plain widget around a layout; ``name`` gives it its ground in the style sheet."""
    widget = QWidget()
    widget.setLayout(layout)
    if name:
        widget.setObjectName(name)
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


def card(layout: QLayout, kind: str = "plain") -> QFrame:
    """Return a card: ``plain``, ``soft``, ``attn``, ``danger`` or ``sunken``."""
    frame = QFrame()
    frame.setProperty("card", kind)
    frame.setLayout(layout)
    return frame


def hairline() -> QFrame:
    """Return a thin line across."""
    frame = QFrame()
    frame.setProperty("line", "h")
    return frame


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            clear(inner)
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


class PageScroll(QScrollArea):
    """A page that scrolls down when the window or the text size leaves it too little room.

    It never scrolls sideways: its content must fit the width.
    """

    def __init__(self, content: QLayout | None = None) -> None:
        super().__init__()
        self.setObjectName("pagescroll")
        self._begins = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # One of our own: asked for Qt's, PySide would make every kind of widget it knows first.
        self.setViewport(QWidget())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        if content is not None:
            self.set_content(content)

    def set_content(self, content: QLayout) -> None:
        """Replace what the page shows."""
        holder = box(content, "scrolled")
        holder.setMinimumWidth(0)
        self.setWidget(holder)

    def begin(self) -> None:
        """Begin at the top, where the question stands, though an answer below has the focus."""
        self.verticalScrollBar().setValue(0)
        self._begins = True
        QTimer.singleShot(BEGINS_MS, self, self._on_begun)

    def _on_begun(self) -> None:
        self._begins = False

    def minimumSizeHint(self) -> QSize:
        """Let the window be smaller than the content."""
        return QSize(0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show what is typed into, also where the page began above it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text():
            QTimer.singleShot(0, self, self._show_focused)
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None and self._holds(old):
            old.removeEventFilter(self)
        # A page just made gets the focus before its layout: look once that has settled.
        if now is not None and self._holds(now):
            now.installEventFilter(self)
            QTimer.singleShot(0, self, self._show_focused)

    def _show_focused(self) -> None:
        """Bring what has the focus into view, ring and all."""
        focus, content = QApplication.focusWidget(), self.widget()
        if content is None or focus is None or not self._holds(focus) or self._begins:
            return
        half = focus.height() // 2
        if 2 * (half + FOCUS_ROOM_PX) > self.viewport().height():
            self.ensureWidgetVisible(focus, 0, FOCUS_ROOM_PX)  # of a field, where the cursor is
        else:
            middle = focus.mapTo(content, QPoint(0, half))
            self.ensureVisible(middle.x(), middle.y(), 0, half + FOCUS_ROOM_PX)

    def _holds(self, widget: QWidget) -> bool:
        content = self.widget()
        return content is not None and content.isAncestorOf(widget)


class FittedScroll(PageScroll):
    """A part of a page that is as high as its content, and scrolls where there is less room."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the content's height at the new width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the content when it changes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Return the content's size at the present width."""
        return QSize(super().sizeHint().width(), self._content_height())

    def _fit(self) -> None:
        height = self._content_height()
        if height != self.maximumHeight():
            self.setMaximumHeight(height)

    def _content_height(self) -> int:
        content = self.widget()
        if content is None:
            return 0
        needed = content.heightForWidth(self.viewport().width())
        return max(needed, content.minimumSizeHint().height())


class Columns(QWidget):
    """Widgets beside each other that stack where there is too little width for them.

    Parameters
    ----------
    stack_below
        Width in pixels, at 100 % text, under which they stack.
    """

    def __init__(
        self,
        theme: ThemeSource,
        items: Sequence[tuple[QWidget, int]],
        *,
        stack_below: int,
        spacing: int = 20,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._stack_below = stack_below
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing)
        for widget, stretch in items:
            self._layout.addWidget(widget, stretch)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)
        theme.changed.connect(self._arrange)

    @property
    def stacked(self) -> bool:
        """Whether the columns lie below each other now."""
        return self._layout.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or unstack for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Ask for the height of the present arrangement, and for no width."""
        return QSize(0, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        narrow = self.width() < self._stack_below * self._theme.scale
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._layout.direction() != wanted:
            self._layout.setDirection(wanted)
