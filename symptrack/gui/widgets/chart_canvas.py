"""A chart in the window: drawn beside it, shown as a picture, read out value by value.

The canvas knows no kind of chart. It is given a function that draws one at a width, and shows the
rating nearest to the pointer, or the one the arrow keys lead to.
"""

from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
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
from symptrack.gui.widgets.chart_drawing import Drawing, Wanted, image_of
from symptrack.gui.widgets.chart_places import ChartPlaces
from symptrack.gui.widgets.painted import Painted
from symptrack.texts import _

if TYPE_CHECKING:
    from symptrack.charts.chart import Place
    from symptrack.charts.picture import Measures, Picture

STILL_AFTER_MS = 300
SETTLE_MS = 40
REACH_PX = 28
RING_PX = 8
LEAST_PX = (240, 160)
LAYOUTS = 10
"""How many layouts, one in the other, a wish for another height goes through at most."""


class ChartCanvas(Painted):
    """Shows one chart; the old one stays until the new one is ready."""

    drawn = Signal()
    measured = Signal(object)
    """Carries the ``Measures`` of a chart that is about to be drawn."""

    pointed = Signal(object)
    """Carries the ``Place`` that is pointed at, or ``None``."""

    opened = Signal(object)
    """Carries the ``Place`` whose entry is to be opened: pressed while pointed at, or Enter."""

    left_row = Signal(int)
    """An arrow key led beyond the first (-1) or the last (1) value of a row."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self._pressed: int | None = None
        self._background = Background(self)
        self._drawing: Drawing | None = None
        self._measured: Wanted | None = None
        self._made: Wanted | None = None
        self._most = LEAST_PX[1]
        self._busy = False
        self._late = False
        self._image: QImage | None = None
        self._places = ChartPlaces()
        self._led_to: tuple[Any, bool] | None = None
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
        return self._places.all

    @property
    def style_now(self) -> ChartStyle:
        """Return how a chart looks in the theme as it is."""
        palette = DARK if self._theme.tokens.dark else LIGHT
        return ChartStyle(palette=palette, scale=self._theme.scale)

    @property
    def width_now(self) -> int:
        """Return the width at which a chart is drawn."""
        return max(self.width(), LEAST_PX[0])

    @property
    def current(self) -> "Place | None":
        """Return the rating that is pointed at."""
        return None if self._current is None else self._places.all[self._current]

    def show_chart(self, drawing: Drawing, led: int = 0) -> None:
        """Draw a chart and show it, as high as the page lets it within its measures.

        ``led`` says that the arrow keys led there from the value that was pointed at: to earlier
        ones (-1), so that the last of its row is pointed at next, or to later ones (1).
        """
        current = self.current
        self._led_to = (current.panel, led < 0) if led and current is not None else None
        self._drawing = drawing
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
        self._point_at(self._nearest(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at the nearest rating, for who cannot hover."""
        nearest = self._nearest(event)
        # Only what could be read before the press is opened by it.
        self._pressed = nearest if nearest == self._current else None
        self._point_at(nearest)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the entry that was pointed at before it was pressed."""
        event.accept()
        if self._pressed is not None and self._pressed == self._nearest(event):
            self.opened.emit(self.current)
        self._pressed = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the latest rating of the first symptom."""
        super().focusInEvent(event)
        by_key = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if event.reason() in by_key and self._current is None:
            self._point_at(self._places.step(Qt.Key.Key_End, None))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the values: left and right in a row, up and down from row to row."""
        enters = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enters and self.current is not None and not event.isAutoRepeat():
            self.opened.emit(self.current)
            return
        key = Qt.Key(event.key())
        place = self._places.step(key, self._current)
        if place is None:
            super().keyPressEvent(event)
            return
        if place == self._current and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.left_row.emit(-1 if key == Qt.Key.Key_Left else 1)
            return
        self._point_at(place)

    def _nearest(self, event: QMouseEvent) -> int | None:
        return self._places.nearest(event.position(), REACH_PX * self._theme.scale)

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._request()

    def _wanted(self, drawing: Drawing) -> Wanted:
        # What the page gives beyond the most that reads well stays empty below the chart.
        height = min(self.height(), self._most)
        return Wanted(drawing, self.style_now, self.width_now, height, self.devicePixelRatioF())

    def _request(self) -> None:
        """Draw once the size has settled and the drawing under way is done, unless it is drawn."""
        if self._drawing is None or not self.isVisible():
            return
        made = self._made
        if self._wanted(self._drawing) != made:
            # A chart is waited for; later sizes of it may still be changing under the hand.
            waited_for = made is None or made.drawing is not self._drawing
            self._settling.start(0 if waited_for else SETTLE_MS)

    def _begin(self) -> None:
        """Ask how high the chart may be; the page then gives it its height."""
        if self._drawing is None or self._busy:
            return
        if self._image is None:
            self._waiting.start()
        wanted = self._wanted(self._drawing)
        if wanted.same_measures(self._measured):
            self._draw()
            return
        self._busy = True
        self._background.run(
            lambda: wanted.drawing.measure(wanted.style, wanted.width),
            lambda measures: self._on_measured(measures, wanted),
            ended=self._on_job_ended,
        )

    def _on_measured(self, measures: "Measures", wanted: Wanted) -> None:
        if wanted.drawing is not self._drawing:
            self._settling.start(0)
            return
        self._measured = wanted
        self._most = ceil(measures.most)
        self.setMinimumHeight(ceil(measures.least))
        self.measured.emit(measures)
        # The page gives the height at once, so that the chart is drawn only for that.
        for _layout in range(LAYOUTS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._draw()

    def _draw(self) -> None:
        if self._drawing is None or self._busy:
            return
        wanted = self._wanted(self._drawing)
        if not wanted.same_measures(self._measured):
            self._begin()
            return
        self._busy = True
        self._made = wanted
        self._background.run(
            lambda: wanted.drawing.draw(wanted.style, wanted.width, wanted.height, wanted.ratio),
            lambda picture: self._take(picture, wanted),
            ended=self._on_job_ended,
        )

    def _on_job_ended(self) -> None:
        self._busy = False

    def _take(self, picture: "Picture", wanted: Wanted) -> None:
        if wanted.drawing is not self._drawing:
            self._settling.start(0)
            return
        self._waiting.stop()
        self._late = False
        self._image = image_of(picture)
        if len(picture.places) != len(self._places.all):
            self._point_at(None)
        self._places = ChartPlaces(picture.places)
        self._begin_row()
        self.update()
        if wanted != self._wanted(wanted.drawing):
            self._settling.start(SETTLE_MS)
            return
        self.drawn.emit()

    def _begin_row(self) -> None:
        """Point at the end of a row where the arrow keys led on to another part."""
        if self._led_to is not None:
            panel, last = self._led_to
            row = self._places.row(panel)
            self._led_to = None
            self._point_at(row[-1 if last else 0] if row else None)

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
