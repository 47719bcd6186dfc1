"""What is shown when the journal cannot be opened: what happened, what is safe, ways on."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import STRETCH, PageScroll, box, card, column, hairline, row
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.presenters.journal_problem import ProblemView
from symptrack.texts import _

WIDTH_PX = 860


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
        first = column(
            label(_("1. Try again"), "h3", wrap=True),
            2,
            label(self._view.again, "body2", wrap=True),
        )
        second = column(
            label(_("2. Choose another file"), "h3", wrap=True),
            2,
            label(self._view.other, "body2", wrap=True),
        )
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

    def _on_other_clicked(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Choose a journal"), "", _("Journals (*.db)")
        )
        if chosen:
            self.other_chosen.emit(Path(chosen))
