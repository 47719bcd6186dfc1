"""The list of what lies in the trash: each row with a tick, painted as wide as it is given."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from symptrack.gui import icons
from symptrack.gui.models.trash_model import TrashModel
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.text_lines import Paragraph, TextLines
from symptrack.texts import _

Index = QModelIndex | QPersistentModelIndex
EDGE_PX, GAP_PX = 16, 14
LEAST_PX = 64
TICK_PX, TICK_ICON_PX = 24, 18
AT_ONCE = 20
"""How many rows are measured before the window lives on."""
RING_PX, RADIUS_PX = 3, 8


class TrashDelegate(QStyledItemDelegate):
    """Paints a row: the tick, what it is, what it says, since when it lies here."""

    def __init__(self, theme: ThemeSource, model: TrashModel, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._model, self._view = theme, model, view
        self._words: dict[int, TextLines] = {}
        model.modelReset.connect(self.forget)

    def forget(self) -> None:
        """Lay out every row anew."""
        self._words = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row at the width of the list."""
        height = self._laid_out(index.row()).height + 2 * EDGE_PX
        return QSize(self._width, max(height, LEAST_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        tokens, area = self._theme.tokens, QRectF(option.rect)
        chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(tokens.soft if chosen else tokens.hover))
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        self._paint_tick(painter, area, chosen=chosen)
        words = self._laid_out(index.row())
        left = area.left() + EDGE_PX + self._theme.large(TICK_PX) + GAP_PX
        words.paint(painter, left, area.top() + (area.height() - words.height) / 2)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), RING_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = area.adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)
            painter.drawRoundedRect(ring, RADIUS_PX, RADIUS_PX)
        painter.restore()

    def _paint_tick(self, painter: QPainter, area: QRectF, *, chosen: bool) -> None:
        tokens, side = self._theme.tokens, self._theme.large(TICK_PX)
        square = QRectF(area.left() + EDGE_PX, area.center().y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen if chosen else QPen(QColor(tokens.control), 2))
        painter.setBrush(QColor(tokens.primary if chosen else tokens.surface))
        painter.drawRoundedRect(square, 5, 5)
        if chosen:
            size = self._theme.large(TICK_ICON_PX)
            ratio = painter.device().devicePixelRatioF()
            mark = icons.pixmap("check", tokens.on_primary, size, ratio)
            corner = square.center() - QRectF(0, 0, size, size).center()
            painter.drawPixmap(corner.toPoint(), mark)

    @property
    def _width(self) -> int:
        # As with a scroll bar, also where there is none: its coming must not make rows higher.
        return self._view.width() - self._view.verticalScrollBar().sizeHint().width()

    def _laid_out(self, place: int) -> TextLines:
        room = self._width - 2 * EDGE_PX - self._theme.large(TICK_PX) - GAP_PX
        known = self._words.get(place)
        if known is None or known.width != room:
            row = self._model.row(place)
            words = [
                Paragraph(row.title, 17, 600),
                Paragraph(row.words),
                Paragraph(row.deleted, 15, role="text2"),
            ]
            known = self._words[place] = TextLines(self._theme, words, room)
        return known


class TrashListView(QListView):
    """Space or a press chooses a row; ``back_pressed`` is Enter, ``remove_pressed`` Delete."""

    back_pressed = Signal()
    remove_pressed = Signal()

    def __init__(self, theme: ThemeSource, model: TrashModel) -> None:
        super().__init__()
        self._trash = model
        self.setAccessibleName(_("What lies in the trash"))
        self.setAccessibleDescription(
            _("Space chooses an entry. Enter brings back what is chosen, Delete removes it.")
        )
        self.setModel(model)
        self._delegate = TrashDelegate(theme, model, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(AT_ONCE)
        theme.changed.connect(self._on_theme_changed)

    def minimumSizeHint(self) -> QSize:
        """Let the window be smaller than the list."""
        return QSize(0, 2 * LEAST_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, bring back and remove by keys."""
        key, place = event.key(), self.currentIndex()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._trash.choose_all(on=True)
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Select}:
            if place.isValid() and not event.isAutoRepeat():
                self._trash.toggle(place.row())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._once(self.back_pressed.emit, event)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._once(self.remove_pressed.emit, event)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row that is pressed; the second press of a double one changes nothing."""
        super().mousePressEvent(event)
        pressed = self.indexAt(event.position().toPoint())
        if pressed.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._trash.toggle(pressed.row())

    def focus_row(self, place: int) -> None:
        """Give the focus to a row."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(self._trash.index(max(place, 0)))

    def _once(self, emit: Callable[[], None], event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            emit()

    def _on_theme_changed(self) -> None:
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
