"""The pages of a document as they will be printed: one large, the others as small pictures."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, Columns, box, clear, column, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import announce, label
from symptrack.gui.widgets.page_thumbnail import PageThumbnail
from symptrack.gui.widgets.painted import Painted
from symptrack.texts import _

ZOOMS = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0)
"""How much larger than the whole page in its frame it can be shown."""
LEAST_PX = QSize(200, 283)
THUMBNAILS_PX = 150
SHARP = 2
"""How many pixels a thumbnail has for each of the screen's, at most."""


HEAD_STACKS_BELOW_PX = 500
FAR = 1_000_000
LEAFING = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Home: -FAR,
    Qt.Key.Key_End: FAR,
}


def small_pages(pages: Iterable[bytes]) -> tuple[QImage, ...]:
    """Return small pictures of pages (PNG); it takes its time and may run beside the window."""
    return tuple(
        QImage.fromData(page).scaledToWidth(
            THUMBNAILS_PX * SHARP, Qt.TransformationMode.SmoothTransformation
        )
        for page in pages
    )


class PageSheet(Painted):
    """One page on its paper; the frame around it scrolls."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self._image = QImage()
        self._scaled = QPixmap()
        self._still = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.resize(LEAST_PX)

    @property
    def image(self) -> QImage:
        """Return the page that is shown."""
        return self._image

    def show_page(self, image: QImage) -> None:
        """Show a page."""
        self._image = image
        self._scaled = QPixmap()
        self.update()

    def say_still(self, words: str) -> None:
        """Say something where there is no page yet."""
        self._still = words
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper, white in every theme, with a thin edge."""
        painter = QPainter(self)
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._image.isNull():
            painter.setPen(QPen(QColor(self._theme.tokens.border), 1))
            painter.drawRect(edge)
            painter.setPen(QColor(self._theme.tokens.text2))
            painter.setFont(self._theme.font(16))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(edge, int(flags), self._still)
        else:
            painter.drawPixmap(0, 0, self._pixmap())
            painter.setPen(QPen(QColor(self._theme.tokens.border), 1))
            painter.drawRect(edge)
        painter.end()

    def _pixmap(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._scaled.size() != size or self._scaled.devicePixelRatio() != ratio:
            self._scaled = QPixmap.fromImage(
                self._image.scaled(
                    size,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled


class PageFrame(QScrollArea):
    """The frame in which a page lies; the arrow keys move it where it is larger.

    ``leafed`` carries a step: Page Down and Page Up go on by one, Home and End to the ends.
    """

    resized = Signal()
    leafed = Signal(int)

    def __init__(self, sheet: PageSheet) -> None:
        super().__init__()
        self.setObjectName("pagescroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(sheet)
        self.setCornerWidget(box(column(), "scrolled"))
        self.setMinimumSize(LEAST_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaf by keys."""
        step = LEAFING.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.leafed.emit(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is another room for the page."""
        super().resizeEvent(event)
        self.resized.emit()


class PagePreview(QWidget):
    """Shows a document's pages; the old ones stay until :meth:`show_pages` brings new ones."""

    def __init__(self, theme: ThemeSource, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self._pages: Sequence[bytes] = ()
        self._current, self._zoom = 0, 0
        self.sheet = PageSheet(theme)
        self.frame = PageFrame(self.sheet)
        self.frame.resized.connect(self._fit)
        self.frame.leafed.connect(self.leaf)
        self.frame.setAccessibleName(name)
        self.words = label("", "body2")
        self.former = Button(theme, "", "quiet", icon="left")
        self.following = Button(theme, "", "quiet", icon="right")
        for button, words, step in (
            (self.former, _("Former page"), -1),
            (self.following, _("Next page"), 1),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.clicked.connect(lambda _on=False, step=step: self.leaf(step))
            button.hide()
        self.smaller = Button(theme, _("Smaller"), "quiet", icon="minus")
        self.larger = Button(theme, _("Larger"), "quiet", icon="plus")
        self.smaller.clicked.connect(lambda: self.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.zoom_by(1))
        self.thumbnails: list[PageThumbnail] = []
        self._beside = QVBoxLayout()
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(12)
        self._shelf = self._make_shelf()
        title = box(row(label(name, "h3"), 12, (self.words, 1)))
        buttons = box(
            row(STRETCH, self.former, self.following, self.smaller, self.larger, spacing=2)
        )
        head = Columns(theme, [(title, 1), (buttons, 0)], stack_below=HEAD_STACKS_BELOW_PX)
        self.setLayout(column(head, 8, (row((self.frame, 1), self._shelf, spacing=20), 1)))
        self._show_zoom()

    @property
    def current(self) -> int:
        """Return the place of the page that is shown, from 0."""
        return self._current

    @property
    def zoom(self) -> float:
        """Return how much larger than the whole page in its frame it is shown."""
        return ZOOMS[self._zoom]

    def show_pages(
        self, pages: Sequence[bytes], small: Sequence[QImage], words: str, description: str
    ) -> None:
        """Show the pages of a document.

        Parameters
        ----------
        pages
            Their pictures (PNG); each is decoded when it is shown.
        small
            Small ones of the same pages, see :func:`small_pages`.
        words
            What stands beside the heading: *1 page, A4*.
        description
            What the pages say, for who cannot see them.
        """
        self._pages = pages
        self.words.setText(words)
        self.frame.setAccessibleDescription(description)
        self._show_thumbnails(small)
        self.show_page(min(self._current, len(pages) - 1))

    def show_page(self, place: int) -> None:
        """Show one page large."""
        self._current = place
        for number, thumbnail in enumerate(self.thumbnails):
            thumbnail.setChecked(number == place)
        self._shelf.ensureWidgetVisible(self.thumbnails[place])
        self.sheet.show_page(QImage.fromData(self._pages[place]))
        self.frame.setAccessibleName(
            _("{name}, page {page} of {pages}").format(
                name=self._name, page=place + 1, pages=len(self._pages)
            )
        )
        self._fit()

    def leaf(self, step: int) -> None:
        """Show a page further on or back, at most the last or the first; from its top."""
        wanted = min(max(self._current + step, 0), self._last)
        if self._pages and wanted != self._current:
            self.show_page(wanted)
            self.frame.verticalScrollBar().setValue(0)
            announce(self.frame, self.frame.accessibleName())

    @property
    def _last(self) -> int:
        return max(len(self._pages) - 1, 0)

    def say_still(self, words: str) -> None:
        """Say in a still line what is going on; the pages stay."""
        self.words.setText(words)
        self.sheet.say_still(words)

    def zoom_by(self, steps: int) -> None:
        """Show the page larger or smaller."""
        self._zoom = min(max(self._zoom + steps, 0), len(ZOOMS) - 1)
        self._show_zoom()
        self._fit()

    def zoom_whole(self) -> None:
        """Show the whole page."""
        self.zoom_by(-len(ZOOMS))

    def _make_shelf(self) -> QScrollArea:
        shelf = QScrollArea()
        shelf.setObjectName("pagescroll")
        shelf.setFrameShape(QFrame.Shape.NoFrame)
        shelf.setWidgetResizable(True)
        shelf.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shelf.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shelf.viewport().setAutoFillBackground(False)
        shelf.setFixedWidth(THUMBNAILS_PX + 20)
        shelf.setWidget(box(column(self._beside, STRETCH), "scrolled"))
        shelf.hide()
        return shelf

    def _show_thumbnails(self, small: Sequence[QImage]) -> None:
        """Show the small pictures, in the buttons that are there where their number is the same."""
        if len(self.thumbnails) != len(small):
            clear(self._beside)
            self.thumbnails = [
                PageThumbnail(self._theme, _("Page {n}").format(n=number + 1), THUMBNAILS_PX)
                for number in range(len(small))
            ]
            for number, thumbnail in enumerate(self.thumbnails):
                thumbnail.clicked.connect(lambda _on=False, place=number: self.show_page(place))
                self._beside.addWidget(thumbnail)
        for thumbnail, image in zip(self.thumbnails, small, strict=True):
            thumbnail.show_page(image)
        for part in (self._shelf, self.former, self.following):
            part.setVisible(len(small) > 1)

    def _show_zoom(self) -> None:
        """Offer what is possible; the focus goes on where its button leaves."""
        at_whole, at_largest = self._zoom == 0, self._zoom == len(ZOOMS) - 1
        for button, other, gone in (
            (self.smaller, self.larger, at_whole),
            (self.larger, self.smaller, at_largest),
        ):
            focused = button.hasFocus()
            button.setVisible(not gone)
            if gone and focused:
                other.setFocus()

    def _fit(self) -> None:
        """Make the page as large as the zoom says, seen from the whole page in its frame."""
        image = self.sheet.image
        page = QSize(1000, 1414) if image.isNull() else image.size()
        room = self.frame.maximumViewportSize()
        whole = page.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        wanted = whole * self.zoom
        if wanted != self.sheet.size():
            self.sheet.resize(wanted)

    def changeEvent(self, event: QEvent) -> None:
        """Follow another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
