"""One ring for the whole window: it follows the keyboard focus, with a gap that keeps it visible.

A style sheet's outline can be neither rounded nor gapped, so an overlay draws it.
"""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from symptrack.gui.theme import ThemeSource

RING_PX = 3
GAP_PX = 2
RADIUS_PX = 13
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ChildRemoved,
    QEvent.Type.LayoutRequest,
}
_POINTS = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}


class FocusRing(QWidget):
    """An overlay that no press reaches; hidden until a key is used, and while the mouse is.

    A page that was reached with the mouse must not show a ring on its first answer: it would look
    like one that is chosen.
    """

    def __init__(self, window: QWidget, theme: ThemeSource) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._by_keyboard = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._watched: list[QWidget] = []
        self._native: QWindow | None = None
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        theme.changed.connect(self._place)

    def wear(self, theme: ThemeSource) -> None:
        """Take the colour of another look."""
        self._theme = theme
        self.update()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the target when it or one around it moves; notice keys and the mouse."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress or kind in _POINTS:
            self._show_for(by_keyboard=kind == QEvent.Type.KeyPress)
        elif kind in _MOVES:
            self._listen()
            # One look a turn of the event loop is enough, after the layouts have settled.
            QTimer.singleShot(0, self, self._place)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.focus), RING_PX))
        half = RING_PX / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, RADIUS_PX, RADIUS_PX)
        painter.end()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        mine = now is not None and now.window() is self.window()
        self._watch(now if mine else None)
        self._place()

    def _listen(self) -> None:
        """Hear of every key and press in the window before the widgets do."""
        native = self.window().windowHandle()
        # One that is being taken down is no longer valid.
        if native is not None and native is not self._native and isValid(native):
            native.installEventFilter(self)
            self._native = native

    def _show_for(self, *, by_keyboard: bool) -> None:
        if by_keyboard != self._by_keyboard:
            self._by_keyboard = by_keyboard
            self._place()

    def _watch(self, target: QWidget | None) -> None:
        """Look at the target and all around it; watching everything would slow the window."""
        for widget in self._watched:
            if isValid(widget) and widget is not self.window():
                widget.removeEventFilter(self)
        self._target = target
        self._watched = []
        while target is not None:
            target.installEventFilter(self)
            self._watched.append(target)
            target = target.parentWidget()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not self._by_keyboard or not target.isVisible():
            self.hide()
            return
        window = self.window()
        corner = target.mapTo(window, target.rect().topLeft())
        grown = RING_PX + GAP_PX
        area = QRect(corner, target.size()).adjusted(-grown, -grown, grown, grown)
        shown = area.intersected(_visible_part(target, window))
        self.setVisible(not shown.isEmpty())
        self.setGeometry(shown)
        self.raise_()


def _visible_part(target: QWidget, window: QWidget) -> QRect:
    """Return the part of the window in which the target can be seen, in the window's pixels."""
    part = window.rect().adjusted(1, 1, -1, -1)
    parent = target.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea) and target is not parent.viewport():
            view = parent.viewport()
            corner = view.mapTo(window, view.rect().topLeft())
            part = part.intersected(QRect(corner, view.size()))
        parent = parent.parentWidget()
    return part
