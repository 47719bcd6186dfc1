"""What is shown when the journal cannot be opened: what happened, what is safe, ways on."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QSizePolicy, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, PageScroll, box, card, column, hairline, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.gui.widgets.painted import Painted
from symptrack.presenters.journal_problem import ProblemView
from symptrack.texts import _

WIDTH_PX = 860
RING_PX, NUMBER_PX, EDGE_PX = 34, 15, 1.5


class JournalProblemPage(QWidget):
    """One plain sentence and numbered ways on; amber, for nothing is lost."""

    try_again_requested = Signal()
    other_chosen = Signal(Path)

    def __init__(self, theme: ThemeSource, view: ProblemView) -> None:
        super().__init__()
        self._theme, self._view = theme, view
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(view.sentence)
        self.again = Button(theme, _("Try again"), "primary", big=True)
        self.again.clicked.connect(self.try_again_requested)
        self.other = Button(theme, _("Choose file"), big=True)
        self.other.clicked.connect(self._on_other_clicked)
        head = row(
            (column(IconLabel(theme, "alert", size=40, role="attn_text"), STRETCH), 0),
            (
                column(
                    label(view.title, "h1", wrap=True),
                    6,
                    label(view.sentence, "lead", wrap=True),
                ),
                1,
            ),
            spacing=20,
        )
        middle = box(column(head, 22, self._safe(), 26, self._ways()))
        middle.setMaximumWidth(WIDTH_PX + round(160 * (theme.scale - 1)))
        inner = row((box(row()), 1), (middle, 100), (box(row()), 1), margins=(32, 24, 32, 24))
        self.setLayout(column(PageScroll(column(STRETCH, inner, STRETCH))))

    def _safe(self) -> QFrame:
        return card(
            row(
                IconLabel(self._theme, "shield", size=24, role="on_soft"),
                (label(self._view.safe, "soft", wrap=True), 1),
                spacing=14,
                margins=(22, 16, 22, 16),
            ),
            "soft",
        )

    def _ways(self) -> QFrame:
        first = self._way("1", _("Try again"), self._view.again)
        second = self._way("2", _("Choose another file"), self._view.other)
        return card(
            column(
                row((first, 1), self.again, spacing=16),
                14,
                hairline(),
                14,
                row((second, 1), self.other, spacing=16),
                margins=(26, 20, 26, 20),
            )
        )

    def _way(self, number: str, title: str, words: str) -> QHBoxLayout:
        """Return a numbered way on."""
        ring = _Ring(self._theme, number)
        said = column(label(title, "h3", wrap=True), 2, label(words, "body2", wrap=True))
        return row(column(ring, STRETCH), (said, 1), spacing=16)

    def _on_other_clicked(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Choose a journal"), "", _("Journals (*.db)")
        )
        if chosen:
            self.other_chosen.emit(Path(chosen))


class _Ring(Painted):
    """The number of a way on, in a ring that grows with the text."""

    def __init__(self, theme: ThemeSource, number: str) -> None:
        super().__init__(theme)
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the ring's size at the present text size."""
        return QSize(self._theme.px(RING_PX), self._theme.px(RING_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ring and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.control), EDGE_PX))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setPen(QColor(self._theme.tokens.text))
        painter.setFont(self._theme.font(NUMBER_PX, 600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)
        painter.end()
