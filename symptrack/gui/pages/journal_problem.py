"""What is shown when the journal cannot be opened: what happened, what is safe, ways on."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from symptrack.gui.theme import ThemeSource
from symptrack.gui.widgets.boxes import (
    STRETCH,
    PageScroll,
    add,
    box,
    card,
    column,
    hairline,
    row,
)
from symptrack.gui.widgets.buttons import Button
from symptrack.gui.widgets.labels import IconLabel, label
from symptrack.gui.widgets.notice import Notice
from symptrack.gui.widgets.numbered import RING_PX, numbered
from symptrack.gui.widgets.restore_copy import (
    COPY_ENDING,
    Preview,
    RestoreCopy,
    ask_for_copy,
)
from symptrack.presenters.backup_words import PreviewView
from symptrack.presenters.journal_problem import BackupOffer, ProblemView
from symptrack.texts import _

WIDTH_PX = 860


class JournalProblemPage(QWidget):
    """One plain sentence and numbered ways on; amber, for nothing is lost.

    ``restore_requested`` carries a copy to be put in the journal's place, and its recovery code.
    """

    try_again_requested = Signal()
    other_chosen = Signal(Path)
    restore_requested = Signal(Path, str)

    def __init__(
        self, theme: ThemeSource, view: ProblemView, preview: Preview | None = None
    ) -> None:
        super().__init__()
        self._theme, self._view = theme, view
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(view.sentence)
        self.notice = Notice(theme)
        self.copy = RestoreCopy(theme, preview or _no_preview)
        self.copy.restore_requested.connect(self.restore_requested)
        self.copy.refused.connect(lambda sentence: self.notice.say(sentence, kind="attn"))
        self._looks_into_copies = preview is not None
        self.again = Button(
            theme, _("Try again"), "secondary" if view.offers else "primary", big=True
        )
        self.again.clicked.connect(self.try_again_requested)
        self.other = Button(theme, _("Choose file"), big=True)
        self.other.clicked.connect(self._on_other_clicked)
        self.backups = [self._open_button(offer) for offer in view.offers]
        self.older = Button(theme, _("Show older backups"), "quiet")
        self.older.clicked.connect(self._on_older_clicked)
        self._older_ways = box(self._older())
        self._older_ways.hide()
        self._lay_out()

    @property
    def first(self) -> Button:
        """Return the first way on."""
        return self.backups[0] if self.backups else self.again

    def say(self, sentence: str) -> None:
        """Say that a way on did not work, and why."""
        self.notice.say(sentence, kind="attn")

    def _lay_out(self) -> None:
        view = self._view
        head = row(
            (column(IconLabel(self._theme, "alert", size=40, role="attn_text"), STRETCH), 0),
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
        parts = (head, 22, self._safe(), 14, self.notice, 12, self._ways())
        middle = box(column(*parts))
        middle.setMaximumWidth(WIDTH_PX + round(160 * (self._theme.scale - 1)))
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
        ways: list[tuple[str, str, Button]] = [
            (_("Try again"), self._view.again, self.again),
            (_("Choose another file"), self._view.other, self.other),
        ]
        if self.backups:
            newest = self._view.offers[0]
            ways.insert(0, (newest.title, newest.words, self.backups[0]))
        layout = column(margins=(26, 20, 26, 20))
        for place, (title, words, button) in enumerate(ways):
            if place:
                for part in (14, hairline(), 14):
                    add(layout, part)
            way = numbered(self._theme, place + 1, title, words)
            layout.addLayout(row((way, 1), button, spacing=16))
            if place == 0 and len(self.backups) > 1:
                layout.addLayout(row(self._theme.px(RING_PX), self.older, STRETCH))
                layout.addWidget(self._older_ways)
        layout.addLayout(column(self.copy, margins=(self._theme.px(RING_PX) + 16, 10, 0, 0)))
        return card(layout)

    def _older(self) -> QVBoxLayout:
        """Return the ways to the older backups, each with what it holds."""
        layout = column(spacing=14, margins=(self._theme.px(RING_PX) + 16, 16, 0, 0))
        for offer, button in zip(self._view.offers[1:], self.backups[1:], strict=False):
            said = column(
                label(offer.title, "strong", wrap=True), 2, label(offer.words, "small", wrap=True)
            )
            layout.addLayout(row((said, 1), button, spacing=16))
        return layout

    def _open_button(self, offer: BackupOffer) -> Button:
        newest = offer is self._view.offers[0]
        kind = "primary" if newest else "secondary"
        button = Button(self._theme, _("Open backup"), kind, big=newest)
        button.setAccessibleDescription(f"{offer.title}. {offer.words}")
        button.clicked.connect(lambda: self.restore_requested.emit(offer.path, ""))
        return button

    def _on_older_clicked(self) -> None:
        self.older.hide()
        self._older_ways.show()
        self.backups[1].setFocus()

    def _on_other_clicked(self) -> None:
        chosen = ask_for_copy(self, _("Choose a journal"))
        if chosen is None:
            return
        if chosen.suffix.lower() == COPY_ENDING and self._looks_into_copies:
            self.notice.still()
            self.copy.choose(chosen)
        else:
            self.other_chosen.emit(chosen)


def _no_preview(_file: Path, _code: str) -> PreviewView:
    return PreviewView(())
