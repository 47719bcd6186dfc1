"""A small picture of a page that shows it large when pressed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.push_button import ToggleIsPress

WORDS_PX = 30
RADIUS_PX = 4


class PageThumbnail(ToggleIsPress, QAbstractButton):
    """A page with its number below; the one that is shown has a thick edge and bold words."""

    def __init__(self, theme: ThemeSource, name: str, width_px: int) -> None:
        super().__init__()
        self._theme, self._width_px = theme, width_px
        self._image = QImage()
        self._scaled = QPixmap()
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_page(self, image: QImage) -> None:
        """Show a page."""
        self._image = image
        self._scaled = QPixmap()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the page at its width, and of the words below."""
        return QSize(self._width_px, self._page_height() + self._theme.px(WORDS_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page, its edge and the words."""
        tokens, shown = self._theme.tokens, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = QRectF(0, 0, self._width_px, self._page_height()).adjusted(2, 2, -2, -2)
        painter.drawPixmap(page.toRect(), self._pixmap(page.size().toSize()))
        painter.setPen(
            QPen(QColor(tokens.primary), 3) if shown else QPen(QColor(tokens.control), 1)
        )
        painter.drawRoundedRect(page, RADIUS_PX, RADIUS_PX)
        painter.setPen(QColor(tokens.text if shown else tokens.text2))
        painter.setFont(self._theme.font(15, 600 if shown else 400))
        words = QRectF(0, page.bottom(), self._width_px, self.height() - page.bottom())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _page_height(self) -> int:
        if self._image.isNull():
            return self._width_px
        return round(self._width_px * self._image.height() / self._image.width())

    def _pixmap(self, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._scaled.size() != size * ratio:
            self._scaled = QPixmap.fromImage(
                self._image.scaled(
                    size * ratio,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
