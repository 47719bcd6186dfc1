"""A chart in the window: drawn beside it, shown as a picture, read out value by value.

The canvas knows no kind of chart. It is given a function that draws one at a width, and shows the
rating nearest to the pointer, or the one the arrow keys lead to.
"""

from collections.abc import Callable
from math import ceil, hypot
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy

from symptrack.charts.palette import DARK, LIGHT
from symptrack.charts.style import ChartStyle
from symptrack.gui.background import Background
from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.painted import Painted
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.charts.chart import Place
    from symptrack.charts.picture import Picture

Draw = Callable[[ChartStyle, int, int, float], "Picture"]
"""Draws a chart of a width and at least a height, in pixels of the window, for a pixel ratio."""

STILL_AFTER_MS = 300
SETTLE_MS = 40
REACH_PX = 28
RING_PX = 8
LEAST_PX = (240, 160)
TALLEST = 1.4
"""How much higher than its best height a chart may grow to fill the page."""
PAGE_STEP = 20


class ChartCanvas(Painted):
    """Shows one chart; the old one stays until the new one is ready."""

    drawn = Signal()
    pointed = Signal(object)
    """Carries the ``Place`` that is pointed at, or ``None``."""

    opened = Signal(object)
    """Carries the ``Place`` whose entry is to be opened: pressed while pointed at, or Enter."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self._pressed: int | None = None
        self._background = Background(self)
        self._draw: Draw | None = None
        self._order = 0
        self._busy = False
        self._grows = True
        self._late = False
        self._image: QImage | None = None
        self._places: tuple[Place, ...] = ()
        self._current: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(*LEAST_PX)
        self._settling = self._timer(SETTLE_MS, self._begin)
        self._waiting = self._timer(STILL_AFTER_MS, self._on_waiting_timeout)

    @property
    def places(self) -> "tuple[Place, ...]":
        """Return where the ratings of the picture stand, in pixels of the window."""
        return self._places

    @property
    def current(self) -> "Place | None":
        """Return the rating that is pointed at."""
        return None if self._current is None else self._places[self._current]

    def show_chart(self, draw: Draw, *, grows: bool = True) -> None:
        """Draw a chart and show it; ``grows`` lets it fill the height that the page has left."""
        self._draw = draw
        self._grows = grows
        self._point_at(None)
        self._request()

    def sizeHint(self) -> QSize:
        """Ask for the least height; the page gives what it has left."""
        return QSize(LEAST_PX[0], self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the picture and mark the rating that is pointed at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._image is not None:
            painter.drawImage(0, 0, self._image)
        elif self._late:
            painter.setPen(QColor(self._theme.tokens.text2))
            painter.setFont(self._theme.font(16))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _("Drawing the chart"))
        if self.current is not None:
            self._paint_mark(painter, QPointF(self.current.x, self.current.y))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again for the new size."""
        super().resizeEvent(event)
        self._request()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for while hidden."""
        super().showEvent(event)
        self._request()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the nearest rating within reach."""
        self._point_at(self._nearest(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at the nearest rating, for who cannot hover."""
        nearest = self._nearest(event.position())
        # Only what could be read before the press is opened by it.
        self._pressed = nearest if nearest == self._current else None
        self._point_at(nearest)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the entry that was pointed at before it was pressed."""
        event.accept()
        if self._pressed is not None and self._pressed == self._nearest(event.position()):
            self.opened.emit(self.current)
        self._pressed = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the latest rating of the first symptom."""
        super().focusInEvent(event)
        by_key = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if event.reason() in by_key and self._current is None:
            self._point_at(self._step(Qt.Key.Key_End))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the values: left and right in a row, up and down from row to row."""
        enters = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enters and self.current is not None and not event.isAutoRepeat():
            self.opened.emit(self.current)
            return
        place = self._step(Qt.Key(event.key()))
        if place is None:
            super().keyPressEvent(event)
            return
        self._point_at(place)

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._request()

    def _request(self) -> None:
        """Draw once the size has settled and the drawing under way is done."""
        if self._draw is not None and self.isVisible():
            self._order += 1
            # The first picture is waited for; later sizes may still be changing under the hand.
            self._settling.start(SETTLE_MS if self._image is not None else 0)

    def _begin(self) -> None:
        if self._draw is None or self._busy:
            return
        self._busy = True
        if self._image is None:
            self._waiting.start()
        draw, order, grows = self._draw, self._order, self._grows
        style = ChartStyle(
            palette=DARK if self._theme.tokens.dark else LIGHT, scale=self._theme.scale
        )
        size = (max(self.width(), LEAST_PX[0]), self.height() if grows else LEAST_PX[1])
        ratio = self.devicePixelRatioF()
        self._background.run(
            lambda: draw(style, *size, ratio),
            lambda picture: self._take(picture, order, draw),
            ended=self._on_drawing_ended,
        )

    def _on_drawing_ended(self) -> None:
        self._busy = False

    def _take(self, picture: "Picture", order: int, draw: Draw) -> None:
        if draw is not self._draw:
            self._settling.start()
            return
        self._waiting.stop()
        self._late = False
        image = QImage(
            picture.rgba,
            picture.width,
            picture.height,
            4 * picture.width,
            QImage.Format.Format_RGBA8888,
        ).copy()
        image.setDevicePixelRatio(picture.pixel_ratio)
        self._image = image
        if len(picture.places) != len(self._places):
            self._point_at(None)
        self._places = picture.places
        natural = round(picture.natural_height)
        self.setMaximumHeight(round(natural * TALLEST) if self._grows else natural)
        self.setMinimumHeight(ceil(picture.least_height))
        self.update()
        if order != self._order:
            self._settling.start()
            return
        self.drawn.emit()

    def _nearest(self, at: QPointF) -> int | None:
        def distance(index: int) -> float:
            place = self._places[index]
            return hypot(place.x - at.x(), place.y - at.y())

        nearest = min(range(len(self._places)), key=distance, default=None)
        if nearest is None or distance(nearest) > REACH_PX * self._theme.scale:
            return None
        return nearest

    def _step(self, key: Qt.Key) -> int | None:
        """Return the place that a key leads to, or ``None`` where it leads nowhere."""
        if not self._places:
            return None
        start = len(self._row(self._places[0])) - 1 if self._current is None else self._current
        row = self._row(self._places[start])
        here = row.index(start)
        steps = {
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_PageUp: here - PAGE_STEP,
            Qt.Key.Key_PageDown: here + PAGE_STEP,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(row) - 1,
        }
        if key in steps:
            return row[min(max(steps[key], 0), len(row) - 1)]
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            return self._other_row(self._places[start], -1 if key == Qt.Key.Key_Up else 1, start)
        return None

    def _row(self, place: "Place") -> list[int]:
        return [index for index, other in enumerate(self._places) if other.panel is place.panel]

    def _other_row(self, place: "Place", step: int, start: int) -> int:
        panels: list[Any] = []
        for other in self._places:
            if not panels or panels[-1] is not other.panel:
                panels.append(other.panel)
        wanted = next(i for i, panel in enumerate(panels) if panel is place.panel) + step
        if not 0 <= wanted < len(panels):
            return start
        row = [i for i, other in enumerate(self._places) if other.panel is panels[wanted]]
        return min(row, key=lambda index: abs(self._places[index].x - place.x))

    def _point_at(self, index: int | None) -> None:
        if index == self._current:
            return
        self._current = index
        self.update()
        self.pointed.emit(self.current)

    def _on_waiting_timeout(self) -> None:
        self._late = True
        self.update()

    def _paint_mark(self, painter: QPainter, at: QPointF) -> None:
        radius = RING_PX * self._theme.scale
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.tokens.surface), 5))
        painter.drawEllipse(at, radius, radius)
        painter.setPen(QPen(QColor(self._theme.tokens.focus), 2.5))
        painter.drawEllipse(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))
